"""The text of a document, held against what lies on disk."""

import html
import json
import re
from collections.abc import Callable

from claimlint.documents.document import Document

Read = Callable[..., list[Document]]
_TAG = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|<[^<>]*>", re.DOTALL)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")


def words(document: Document) -> list[tuple[str, str]]:
    """The paragraphs of a document, each with its role."""
    return [(block.role, document.text[block.start : block.end]) for block in document.blocks]


def quoted(document: Document, start: int, end: int) -> str:
    """What stands on disk where a stretch of the text is said to stand, escapes and tags apart."""
    assert document.origin is not None
    first, last = document.spot(start, end)
    said = document.origin.text[first:last]
    if document.file.endswith((".json", ".html")) and "\\" in said:
        said = json.loads(f'"{said}"')
    for _ in range(2):  # markup may stand in markup
        said = html.unescape(_TAG.sub("", said))
    return said.translate(_RAISED)


def assert_quotes(document: Document) -> None:
    """Every word of the text stands where it is said to stand."""
    for match in re.finditer(r"\S+", document.text):
        said = quoted(document, *match.span())
        assert "".join(said.split()) == "".join(match.group().translate(_RAISED).split())
