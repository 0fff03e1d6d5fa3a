"""JSON lines -> articles: {"id", "text", "title"?, "publisher"?, "date"?, "story"?, "url"?, "version"?, "modified"?} on each."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from claimlint.configuration.limits import Limits
from claimlint.documents import front_matter, lines
from claimlint.documents.document import Document
from claimlint.documents.edition import UNTOLD, Edition, moment
from claimlint.errors import Problem, UnreadableError

_BRACKET = re.compile(r"[\[{\]}]")


def articles(text: str, path: str, limits: Limits) -> Iterator[Document | Problem]:
    """Gives the articles, each called FILE#ID, and for a line that is none what is wrong with it."""
    seen: dict[str, int] = {}
    for number, (start, end) in enumerate(lines.spans(text), 1):
        line = text[start:end].removeprefix("\ufeff") if number == 1 else text[start:end]
        if not line.strip():
            continue
        try:
            row = _row(line, path, number, limits)
            name = f"{path}#{row['id']}"
            if name in seen:
                said = f"the id {str(row['id'])[:40]!r} stands in line {seen[name]} already; give each article its own"
                raise UnreadableError(Problem(path, number, 1, said))
            dating = front_matter.dating(row["date"], path, number) if row.get("date") else None
        except UnreadableError as error:
            yield error.problem
        else:
            seen[name] = number
            told = {key: row[key] for key in ("title", "publisher", "story")}
            yield Document(name, row["text"], date=dating, row=number, edition=_edition(row), **told)


def _row(line: str, path: str, number: int, limits: Limits) -> dict[str, Any]:
    """The object on a line, with what every article needs. Raises UnreadableError."""

    def wrong(message: str, column: int = 1) -> UnreadableError:
        return UnreadableError(Problem(path, number, column, message))

    depth = 0
    for mark in _BRACKET.finditer(line) if line.count("[") + line.count("{") > limits.json_depth else ():
        depth += 1 if mark.group() in "[{" else -1
        if depth > limits.json_depth:
            raise wrong(f"nested deeper than {limits.json_depth}; keep to the keys of an article", mark.start() + 1)
    try:
        row = json.loads(line, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise wrong(f"not JSON: {error.msg}; one object a line is read", error.colno) from None
    except (ValueError, RecursionError) as error:
        raise wrong(f"not JSON: {str(error)[:80]}") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not _names(row.get("id")):
        raise wrong('an article is an object with "id" and "text"')
    for key in ("title", "publisher", "date", "story"):
        if row.get(key) is not None and not isinstance(row[key], str):
            raise wrong(f'"{key}" must be a text')
        row[key] = _whole(row.get(key) or "")
    row["text"] = _whole(row["text"])
    if "\0" in row["text"]:
        raise wrong("a NUL character in the text; take it out")
    return row


def _edition(row: dict[str, Any]) -> Edition:
    """Which article it is, where that is told."""
    told = {key: str(row[key]) for key in ("url", "version", "modified") if isinstance(row.get(key), str | int)}
    if not told:
        return UNTOLD
    return Edition("", told.get("version", ""), moment(row["date"]), moment(told.get("modified", "")), told.get("url", ""))


def _names(value: Any) -> bool:
    return (isinstance(value, str) and value != "") or (isinstance(value, int) and not isinstance(value, bool))


def _whole(text: str) -> str:
    """The text with halves of characters replaced, which no encoding can write."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"the key {twice[:40]!r} stands twice; keep one")
    return found


def _constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON; write a number or null")
