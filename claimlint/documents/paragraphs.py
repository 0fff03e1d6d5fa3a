"""A text -> its paragraphs."""

import re
from collections.abc import Iterator

_CHUNK = re.compile(r"(?:\r\n|\r|\n)(?:[^\S\n\r]*(?:\r\n|\r|\n))+")
_LINE = re.compile(r"[^\r\n]+")
_ENDED = re.compile(r"""[.!?:;]["'”’)\]]*$""")
_WRAPPED = (45, 100)  # a line that an editor's program broke is this long


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Gives the paragraphs of text[start:end] as spans without blanks around them.

    Blank lines part them; without blank lines each line is one, unless the lines were broken at a width.
    """
    end = len(text) if end is None else end
    at = start
    for gap in _CHUNK.finditer(text, start, end):
        yield from _chunk(text, at, gap.start())
        at = gap.end()
    yield from _chunk(text, at, end)


def _chunk(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = [span for match in _LINE.finditer(text, start, end) if (span := _trimmed(text, *match.span()))]
    if not lines:
        return
    if len(lines) > 1 and _is_wrapped(text, lines):
        yield lines[0][0], lines[-1][1]
    else:
        yield from lines


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the lines are one paragraph broken at a width: all but the last long, and few ending a sentence."""
    widths = [end - start for start, end in lines[:-1]]
    if max(widths) > _WRAPPED[1] or min(widths) < _WRAPPED[0]:
        return False
    ended = sum(bool(_ENDED.search(text, max(start, end - 4), end)) for start, end in lines[:-1])
    return ended * 2 <= len(lines) - 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without blanks around it, nor a byte order mark."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
