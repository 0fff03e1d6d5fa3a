"""ninjs, the JSON of news agencies -> articles.

Source: iptc.org/std/ninjs, versions 1.0 to 3.2. Keys are compared without capitals and underscores, in which they differ.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from claimlint.documents import json_text
from claimlint.documents.edition import Edition, moment
from claimlint.documents.json_text import Text
from claimlint.documents.parts import Item, Part
from claimlint.documents.prose import Prose
from claimlint.documents.schema_org import body

_NAMES = ("uri", "guid")  # one of these says which item it is
_TOLD = ("headline", "headlines", "title", "body", "bodies", "description", "descriptions")
_WRITTEN = ("", "text", "composite")  # the types of items that have a text of their own
_MAIN = (None, "", "main", "headline", "body", "text", "html")  # the roles of what is told first
_MARKED = ("html", "xml", "xhtml", "nitf")

Row = Mapping[str, Any]


def items(data: Any, file: str, prose: Prose) -> Iterator[Item]:
    """Gives the articles of parsed JSON: of an item, or of several in a list; `file` is the text that it was parsed from."""
    for each in data if isinstance(data, list) else [data]:
        row = _row(each) if isinstance(each, Mapping) else {}
        if is_item(row):
            yield _item(row, file, prose)


def is_item(row: Row) -> bool:
    """Whether an object is an item with a text."""
    named = any(isinstance(row.get(key), str) for key in _NAMES)
    written = any(key.startswith(_TOLD) for key in row) and str(row.get("type") or "").lower() in _WRITTEN
    return named and written and "@type" not in row


def _item(row: Row, file: str, prose: Prose) -> Item:
    parts: list[Part] = []
    for key, role in (("headline", "title"), ("headlines", "title"), ("title", "title"), ("dateline", "dateline")):
        if not any(part.role == role for part in parts):
            parts += [Part(json_text.taken(said, file).joined(), role) for said, _ in _texts(row, key)[:1]]
    title = next((part.taken.text for part in parts if part.role == "title"), "")
    parts += _body(row, file, prose)
    published = _said(row, "contentcreated") or _said(row, "firstcreated") or _said(row, "versioncreated")
    modified = _said(row, "contentmodified") or _said(row, "versioncreated")
    version = row.get("version")
    told = Edition(
        _said(row, "uri") or _said(row, "guid"), str(version) if isinstance(version, str | int | float) else "",
        moment(published), moment(modified), _said(row, "canonicalurl") or _said(row, "url"),
    )  # fmt: skip
    return Item(tuple(parts), told, title, _publisher(row))


def _body(row: Row, file: str, prose: Prose) -> list[Part]:
    """The paragraphs of the body, of the one with markup if there are several; of the description where there is none."""
    for key in ("body", "bodies", "description", "descriptions"):
        texts = [each for each in _texts(row, key) if each[0].strip()]
        if texts:
            said, kind = next((each for each in texts if _is_marked(each[1])), texts[0])
            return body(json_text.taken(said, file), prose, marked=_is_marked(kind) or None)
    return []


def _is_marked(kind: str) -> bool:
    return any(name in kind.lower() for name in _MARKED)


def _texts(row: Row, key: str) -> list[tuple[Text, str]]:
    """The texts of a key, each with its kind: one, one a kind ("body_html"), or several in a list of objects."""
    found = []
    for name, value in row.items():
        kind = name.removeprefix(key) if name.startswith(key) and not (key == "body" and name == "bodyjson") else None
        if isinstance(value, Text) and kind is not None and value.strip():
            found.append((value, kind))
    rows = row.get(key)
    main = [_row(each) for each in rows if isinstance(each, Mapping)] if isinstance(rows, list) else []
    told = [each for each in main if isinstance(each.get("value"), Text) and each["value"].strip()]
    told.sort(key=lambda each: each.get("role") not in _MAIN)
    return found + [(each["value"], f"{each.get('contenttype') or ''} {each.get('role') or ''}") for each in told]


def _publisher(row: Row) -> str:
    """Whose item it is: the source of the information, or who holds the rights."""
    for key in ("infosources", "infosource", "provider", "copyrightholder"):
        value = row.get(key)
        for each in value if isinstance(value, list) else [value]:
            name = each if isinstance(each, str) else _said(_row(each), "name") if isinstance(each, Mapping) else ""
            if name.strip():
                return " ".join(name.split())
    return ""


def _said(row: Row, key: str) -> str:
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""


def _row(data: Mapping[str, Any]) -> Row:
    """An object with its keys in one writing."""
    return {key.lower().replace("_", ""): value for key, value in data.items()}
