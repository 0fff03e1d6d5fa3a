"""A text -> its paragraphs."""

import re
from collections.abc import Iterator, Sequence

from claimlint.documents import lines

Span = tuple[int, int]

_ENDED = re.compile(r"""[.!?:;]["'”’)\]]*$""")
_WIDTH = (40, 120)  # characters of the longest line where a program broke them
_WORD = re.compile(r"\S{1,200}")


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
    """Whether the lines are one paragraph broken at a width.

    No line then has room for the first word of the next one, few end a sentence, and some begin in the middle of one.
    """
    widths = [end - start for start, end in chunk]
    most = max(widths)
    if not _WIDTH[0] <= most <= _WIDTH[1]:
        return False
    words = [_WORD.match(text, start, end) for start, end in chunk[1:]]
    if any(width + 1 + len(word.group() if word else "") <= most for width, word in zip(widths, words, strict=False)):
        return False
    ended = sum(bool(_ENDED.search(text, max(start, end - 4), end)) for start, end in chunk[:-1])
    return ended * 2 <= len(chunk) - 1 and any(text[start].islower() or text[start].isdigit() for start, _ in chunk[1:])
