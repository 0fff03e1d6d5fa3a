"""A Markdown text -> its paragraphs, headings, list items and table rows.

Read line by line: every line is text or is plainly code, a comment or a rule, however deep lists and quotations nest.
What a comment or a fence hides without closing it is text.
"""

import re
from collections.abc import Iterator, Sequence

from claimlint.documents import lines
from claimlint.documents.document import Block
from claimlint.documents.paragraphs import Span, trimmed

_QUOTED = re.compile(r"(?:[ \t]{0,3}>[ \t]?){1,50}")
_FENCE = re.compile(r"[ \t]{0,99}(`{3,99}|~{3,99})")
_HASHES = re.compile(r"[ \t]#{1,99}[ \t]{0,99}$")
_KINDS = (
    ("fence", _FENCE),
    ("heading", re.compile(r"[ \t]{0,3}#{1,6}(?=[ \t]|$)")),
    ("underline", re.compile(r"[ \t]{0,3}(?:={1,200}|-{1,200})[ \t]{0,99}$")),
    ("nothing", re.compile(r"[ \t]{0,3}(?:(?:-[ \t]{0,9}){3,99}|(?:\*[ \t]{0,9}){3,99}|(?:_[ \t]{0,9}){3,99})$")),  # a rule
    ("nothing", re.compile(r"[ \t]{0,3}\[[^\]\[^]{1,200}\]:[ \t]{1,9}\S{1,2000}")),  # a link's target
    ("nothing", re.compile(r"[ \t]{0,3}(?=[^|]{0,99}\|)[ \t:|-]{3,999}$")),  # what parts a table's head from its rows
    ("row", re.compile(r"[ \t]{0,3}\|[ \t]{0,9}")),
    ("item", re.compile(r"[ \t]{0,99}(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}(?=\S)")),
)
_BREAKS = ("  ", "\\")  # what ends a line that is not to be joined with the next


def blocks(text: str, start: int = 0) -> Iterator[Block]:
    """Gives the paragraphs of text[start:] with the role "body", headings with theirs, code and comments as furniture."""
    chunk: list[Span] = []
    for at, last, kind in _lines(text, start):
        span = trimmed(text, at, last)
        if kind == "underline" and chunk:
            yield Block(chunk[0][0], chunk[-1][1], "heading")
            chunk = []
        if kind != "text":
            yield from _paragraph(chunk)
            chunk = []
        if kind in ("heading", "furniture") and span:
            yield Block(*span, kind)
        elif kind in ("text", "item", "row") and span:
            chunk.append(span)
        if kind == "row" or text.endswith(_BREAKS, at, last):
            yield from _paragraph(chunk)
            chunk = []
    yield from _paragraph(chunk)


def _paragraph(chunk: Sequence[Span]) -> Iterator[Block]:
    """Lines that follow each other are one paragraph."""
    if chunk:
        yield Block(chunk[0][0], chunk[-1][1])


def _lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """The lines with their kinds, without the signs before their words."""
    spans = lines.spans(text, start)
    unclosed: dict[str, int] = {}  # the character of a fence -> the length from which none is closed any more
    last_comment = text.rfind("-->")
    place = 0
    while place < len(spans):
        first, last = spans[place]
        quoted = _QUOTED.match(text, first, last)
        at = quoted.end() if quoted else first
        line = text[at:last]
        kind, begins = _kind(line)
        place += 1
        if line.lstrip().startswith("<!--") and "-->" not in line and last < last_comment:
            end = text.index("-->", at) + 3
            yield at, end, "furniture"
            while spans[place][1] < end:
                place += 1
            spans[place] = (end, spans[place][1])
        elif kind == "fence":
            closing = _closing(text, spans, place, line.strip(), unclosed)
            yield (at, spans[closing][1], "furniture") if closing else (at, last, "text")
            place = closing + 1 if closing else place
        else:
            hashes = _HASHES.search(line) if kind == "heading" else None
            yield at + begins, at + hashes.start() if hashes else last, kind


def _kind(line: str) -> tuple[str, int]:
    """What a line is, and where its words begin."""
    if not line.strip():
        return "nothing", 0
    for kind, form in _KINDS:
        match = form.match(line)
        if match:
            return kind, match.end()
    return "text", 0


def _closing(text: str, spans: Sequence[Span], place: int, opening: str, unclosed: dict[str, int]) -> int:
    """The line that closes a fence, 0 where none does."""
    sign = opening[0]
    length = len(opening) - len(opening.lstrip(sign))
    if length >= unclosed.get(sign, 1 << 30):
        return 0
    for i in range(place, len(spans)):
        line = text[slice(*spans[i])].strip(" \t>")
        if line and set(line) == {sign} and len(line) >= length:
            return i
    unclosed[sign] = length
    return 0
