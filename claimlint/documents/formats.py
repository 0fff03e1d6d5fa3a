"""Decoded files -> documents, one reader a format."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from claimlint.documents.document import Block, Dating, Document
from claimlint.documents.paragraphs import paragraphs
from claimlint.errors import KnowledgeError, Problem, UnreadableError
from claimlint.knowledge import strict_yaml

_FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FRONT_LARGEST = 64 << 10
_JSON_DEEPEST = 100
_KEYS = {"title", "publisher", "date", "story"}
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")

Found = tuple[Document, list[tuple[int, int]]]


def plain(text: str, path: str) -> Iterator[Found]:
    """An article of paragraphs."""
    yield Document(path, text), list(paragraphs(text))


def markdown(text: str, path: str) -> Iterator[Found]:
    """An article with front matter (title, publisher, date, story; others are let be) before its Markdown."""
    fields: dict[str, Any] = {}
    body = 0
    blocks: tuple[Block, ...] = ()
    opening = _FRONT.match(text)
    if opening:
        closing = _FENCE.search(text, opening.end())
        if closing is None:
            raise UnreadableError(Problem(path, 1, 1, "front matter without an end; close it with a line ---"))
        if closing.start() > _FRONT_LARGEST:
            raise UnreadableError(Problem(path, 1, 1, f"front matter over {_FRONT_LARGEST} bytes"))
        fields, title = _front_matter(text[opening.end() : closing.start()], opening.end(), path)
        blocks = (title,) if title else ()
        body = closing.end()
    document = Document(
        path, text, blocks, str(fields.get("title", "")), str(fields.get("publisher", "")), fields.get("date"), None,
        str(fields.get("story", "")),
    )  # fmt: skip
    yield document, list(_markdown_blocks(text, body))


def jsonl(text: str, path: str) -> Iterator[Found]:
    """Articles, one a line: {"id", "text", "title"?, "publisher"?, "date"?, "story"?}."""
    number = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if not line.strip() or line == "\ufeff":
            continue
        row = _row(line.lstrip("\ufeff") if number == 1 else line, path, number)
        name = f"{path}#{row['id']}"
        dating = _dating(row["date"], name, number) if row.get("date") else None
        document = Document(
            name, row["text"], (), row.get("title") or "", row.get("publisher") or "", dating, None, row.get("story") or "",
        )  # fmt: skip
        yield document, list(paragraphs(row["text"]))


READERS: dict[str, Callable[[str, str], Iterator[Found]]] = {".txt": plain, ".md": markdown, ".jsonl": jsonl}


def _row(line: str, path: str, number: int) -> dict[str, Any]:
    depth = 0
    for mark in re.finditer(r"[\[{\]}]", line):
        depth += 1 if mark.group() in "[{" else -1
        if depth > _JSON_DEEPEST:
            raise UnreadableError(Problem(path, number, 1, f"nested deeper than {_JSON_DEEPEST}"))
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableError(Problem(path, number, error.colno, f"not JSON: {error.msg}")) from None
    except ValueError as error:
        raise UnreadableError(Problem(path, number, 1, f"not JSON: {error}")) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("id"), str | int):
        raise UnreadableError(Problem(path, number, 1, 'an article is an object with "id" and "text"'))
    for key in ("title", "publisher", "date", "story"):
        if row.get(key) is not None and not isinstance(row[key], str):
            raise UnreadableError(Problem(path, number, 1, f'"{key}" must be a text'))
    row["text"] = row["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return row


def _front_matter(source: str, offset: int, path: str) -> tuple[dict[str, Any], Block | None]:
    try:
        data = strict_yaml.load(source, path)
    except KnowledgeError as error:
        first = error.problems[0]
        raise UnreadableError(Problem(path, first.line + 1, first.column, f"front matter: {first.message}")) from None
    if data is None:
        return {}, None
    if not isinstance(data, dict):
        raise UnreadableError(Problem(path, 2, 1, "front matter must be a list of keys, as in `title: ...`"))
    fields: dict[str, Any] = {}
    title = None
    for key in _KEYS & data.keys():
        value = data[key]
        if not isinstance(value, strict_yaml.Text):
            raise UnreadableError(Problem(path, data.lines[key] + 1, 1, f"front matter: {key} must be a text"))
        if key == "date" and value:
            fields["date"] = _dating(value, path, data.lines[key] + 1)
        elif key == "title":
            fields["title"] = str(value)
            title = _title_block(source, offset, value)
        else:
            fields[key] = str(value)
    return fields, title


def _title_block(source: str, offset: int, value: strict_yaml.Text) -> Block | None:
    """Where the title stands, if it stands there letter for letter."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", source))]
    at = source.find(value, starts[value.line - 1] + value.column - 1) if value else -1
    return Block(offset + at, offset + at + len(value), "title") if at >= 0 else None


def _dating(value: str, path: str, line: int) -> Dating:
    match = _DATE.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError
        day = date(*map(int, match.groups())).toordinal()
    except ValueError:
        raise UnreadableError(Problem(path, line, 1, f"date {value!r} is no day; write it as 2019-01-31")) from None
    return Dating(day, day, "front matter")


_CODE = re.compile(r"^[ \t]*(```|~~~).*?(?:^[ \t]*\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def _markdown_blocks(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The paragraphs, headings and list items of a Markdown text, without code and comments."""
    hidden = sorted(m.span() for pattern in (_CODE, _COMMENT) for m in pattern.finditer(text, start))
    at = start
    for first, last in [*hidden, (len(text), len(text))]:
        if first >= at:
            yield from _items(text, at, first)
        at = max(at, last)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in paragraphs(text, start, end):
        match = _ITEM.match(text, first, last)
        if match and match.end() < last:
            yield match.end(), last
        else:
            yield first, last
