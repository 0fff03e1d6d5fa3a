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


def quoted(document: Document, start: int, end: int) -> set[str]:
    """What stands on disk where a stretch of the text is said to stand: without escapes, without tags, without blanks.

    Markup may stand in markup, and escapes in tags: each way to read it is one.
    """
    assert document.origin is not None
    first, last = document.spot(start, end)
    said = document.origin.text[first:last]
    found = [said]
    if "\\" in said:
        found.append(json.loads(f'"{said}"'))
    for _ in range(2):
        found += [html.unescape(_TAG.sub("", each)) for each in found]
    return {"".join(each.translate(_RAISED).split()) for each in found}


def assert_quotes(document: Document) -> None:
    """Every word of the text stands where it is said to stand."""
    for match in re.finditer(r"\S+", document.text):
        assert "".join(match.group().translate(_RAISED).split()) in quoted(document, *match.span())


def assert_stands(document: Document) -> None:
    """Every character of the text stands where it is said to stand, behind the one before it."""
    assert document.origin is not None
    behind = 0
    for i, character in enumerate(document.text):
        start, end = document.spot(i, i + 1)
        if not character.isspace():
            said = document.origin.text[start:end]
            readings = [said, html.unescape(said), html.unescape(html.unescape(said))]
            assert any(character.translate(_RAISED) in reading.replace("\0", "\ufffd") for reading in readings)
            assert behind <= end
            behind = end
