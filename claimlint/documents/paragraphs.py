"""A text -> its paragraphs."""

import re
from collections.abc import Iterator, Sequence

from claimlint.documents import lines

Span = tuple[int, int]

_ENDED = re.compile(r"""[.!?:;]["'”’)\]]*$""")
_WRAPPED = (45, 100)  # a line that an editor's program broke is this long


def paragraphs(text: str) -> Iterator[Span]:
    """Gives the paragraphs of a text as spans without blanks around them.

    Blank lines part them; without blank lines each line is one, unless the lines were broken at a width.
    """
    chunk: list[Span] = []
    for start, end in lines.spans(text):
        span = trimmed(text, start, end)
        if span is None:
            yield from joined(text, chunk)
            chunk = []
        else:
            chunk.append(span)
    yield from joined(text, chunk)


def joined(text: str, chunk: Sequence[Span]) -> Iterator[Span]:
    """Gives the paragraphs of lines that follow each other without a blank one."""
    if len(chunk) > 1 and _is_wrapped(text, chunk):
        yield chunk[0][0], chunk[-1][1]
    else:
        yield from chunk


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without blanks around it, nor a byte order mark; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _is_wrapped(text: str, chunk: Sequence[Span]) -> bool:
    """Whether the lines are one paragraph broken at a width: all but the last long, and few ending a sentence."""
    widths = [end - start for start, end in chunk[:-1]]
    if max(widths) > _WRAPPED[1] or min(widths) < _WRAPPED[0]:
        return False
    ended = sum(bool(_ENDED.search(text, max(start, end - 4), end)) for start, end in chunk[:-1])
    return ended * 2 <= len(chunk) - 1
