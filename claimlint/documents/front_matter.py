"""The head of a Markdown file -> what it says of the article: title, publisher, date, story, which version, and what to ignore.

Other keys are let be.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import field

from claimlint.configuration.limits import Limits
from claimlint.documents import ignores
from claimlint.documents.document import Block, Dating, told
from claimlint.documents.edition import UNTOLD, Edition, moment
from claimlint.documents.ignores import Ignore
from claimlint.errors import KnowledgeError, Problem, UnreadableError
from claimlint.knowledge import strict_yaml
from claimlint.nouns import frozen

KEYS = ("title", "publisher", "date", "story")
_IDENTITY = ("id", "url", "version", "modified")  # other programs write these too, and not always as texts
IGNORE = "claimlint-ignore"
_FRONT = re.compile(r"\ufeff?---[ \t]{0,99}(?:\r\n?|\n)")
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]{0,99}(?=[\r\n]|\Z)", re.MULTILINE)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


@frozen
class FrontMatter:
    """What the head says: the fields, where the title stands, and where the text begins."""

    body: int = 0
    fields: dict[str, Any] = field(factory=dict)
    title: Block | None = None
    ignores: tuple[Ignore, ...] = ()


def read(text: str, path: str, limits: Limits) -> FrontMatter:
    """Gives the head of a text; an empty one where it has none. Raises UnreadableError."""
    opening = _FRONT.match(text)
    if not opening:
        return FrontMatter()
    closing = _closing(text, opening.end())
    if closing is None:
        raise UnreadableError(Problem(path, 1, 1, "front matter without an end; close it with a line ---"))
    if closing.start() > limits.front_matter_bytes:
        said = f"front matter over {limits.front_matter_bytes} characters; shorten it or raise `front-matter-bytes`"
        raise UnreadableError(Problem(path, 1, 1, said))
    source = text[opening.end() : closing.start()]
    data = _loaded(source, path)
    fields: dict[str, Any] = {}
    for key in KEYS:
        value = data.get(key)
        if value is not None and not isinstance(value, strict_yaml.Text):
            raise UnreadableError(
                Problem(path, data.where(key)[0] + 1, 1, f"front matter: {key} must be a text, as in `{key}: ...`")
            )
        if value:
            fields[key] = dating(value, path, data.where(key)[0] + 1) if key == "date" else str(value)
    edition = _edition(data)
    if edition != UNTOLD:
        fields["edition"] = edition
    title = _title(source, opening.end(), data["title"]) if "title" in fields else None
    return FrontMatter(closing.end(), fields, title, tuple(_ignores(data, opening.end(), path, len(text))))


def _ignores(data: Any, offset: int, path: str, last: int) -> Iterator[Ignore]:
    """What the article is not to be told of. Raises UnreadableError."""
    value = data.get(IGNORE) or ()
    for said in (value,) if isinstance(value, strict_yaml.Text) else value:
        if not isinstance(said, strict_yaml.Text):
            example = f"`{IGNORE}: counts-differ -- why`"
            raise UnreadableError(
                Problem(path, data.where(IGNORE)[0] + 1, 1, f"front matter: {IGNORE} must be texts, as in {example}")
            )
        start = offset + said.at
        yield ignores.told(str(said), start, start + len(said), last)


def _edition(data: Any) -> Edition:
    """Which article it is, where that is told."""
    told = {key: str(data[key]) for key in _IDENTITY if isinstance(data.get(key), strict_yaml.Text)}
    if not any(told.values()):
        return UNTOLD
    published, modified = moment(str(data.get("date") or "")), moment(told.get("modified", ""))
    return Edition(told.get("id", ""), told.get("version", ""), published, modified, told.get("url", ""))


def dating(value: str, path: str, line: int) -> Dating:
    """Gives the day that a text tells. Raises UnreadableError."""
    match = _DATE.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError
        found: Dating = told(date(*map(int, match.groups())))
    except ValueError:
        raise UnreadableError(Problem(path, line, 1, f"date {value[:40]!r} is no day; write it as 2019-01-31")) from None
    return found


def _closing(text: str, start: int) -> re.Match[str] | None:
    for match in _FENCE.finditer(text, start):
        if text[match.start() - 1] in "\r\n":
            return match
    return None


def _loaded(source: str, path: str) -> Any:
    try:
        data = strict_yaml.load(source, path)
    except KnowledgeError as error:
        first = error.problems[0]
        raise UnreadableError(Problem(path, first.line + 1, first.column, f"front matter: {first.message}")) from None
    if data is None:
        return strict_yaml.Mapping()
    if not isinstance(data, strict_yaml.Mapping):
        raise UnreadableError(Problem(path, 2, 1, "front matter must be a list of keys, as in `title: ...`"))
    return data


def _title(source: str, offset: int, value: strict_yaml.Text) -> Block | None:
    """Where the title stands, if it stands there letter for letter."""
    at = source.find(value, value.at, value.at + len(value) + 2)
    return Block(offset + at, offset + at + len(value), "title") if at >= 0 else None
