"""Stretches of print on a page -> its lines in the order in which they are read, column by column, in paragraphs.

A page is cut along what is blank from top to bottom, else across where most is blank, and so are its parts: the recursive
XY-cut. Source: Nagy and Seth, Hierarchical representation of optically scanned documents, 1984.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_GUTTER = 0.7  # heights of a line that are blank between two columns
_COLUMN = 2  # lines that a column has at least,
_WORDS = 12  # of so many characters: what has less is part of a table
_ROW = 0.5  # of its height: a stretch that shares so much with a line stands on it
_MOST = 5000  # stretches: a page with more is read as one column
_CUTS = 200  # of a page, which is read as it stands from there on
_LEADING = 1.35  # of the usual distance of two lines: a line that is further off begins a paragraph,
_FAR = 2.2  # and so does one that is so many heights off,
_INDENT = 0.8  # one that begins so many heights further in,
_SIZE = 1.2  # and one that is so many times as high, or as low
_FULL = 0.85  # of its width: a line that has room for the next word ends a paragraph
_BROKEN = ("-", "\u2010", "\u00ad", "\ufffe", "\x02")  # ends of lines where a word goes on; the last two are pdfium's


class Stretch(NamedTuple):
    """Letters that stand together on a line, and where on the page: in points, from its left and from below."""

    text: str
    left: float
    low: float
    right: float
    high: float

    @property
    def height(self) -> float:
        """How high it is."""
        return max(self.high - self.low, 0.1)


def lines(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Gives the lines that stretches make, from top to bottom."""
    rows: list[list[Stretch]] = []
    for each in sorted(stretches, key=lambda each: (-each.high - each.low, each.left)):
        shared = min(rows[-1][0].high, each.high) - max(rows[-1][0].low, each.low) if rows else 0
        if rows and shared >= _ROW * min(each.height, rows[-1][0].height):
            rows[-1].append(each)
        else:
            rows.append([each])
    return [_joined(sorted(row, key=lambda each: each.left)) for row in rows]


def paragraphs(stretches: Sequence[Stretch]) -> Iterator[list[str]]:
    """Gives the paragraphs of a page as their lines; one that goes on at the head of the next column is one."""
    open_end: list[str] = []
    for column in _columns(list(stretches)) if len(stretches) <= _MOST else [list(stretches)]:
        for i, paragraph in enumerate(_parted(lines(column))):
            if open_end and not (i == 0 and _goes_on(open_end[-1], paragraph[0])):
                yield open_end
                open_end = []
            open_end += paragraph
    if open_end:
        yield open_end


def _joined(row: Sequence[Stretch]) -> Stretch:
    text = " ".join(each.text.strip() for each in row)
    return Stretch(
        text, row[0].left, min(each.low for each in row), max(each.right for each in row), max(each.high for each in row)
    )


def _columns(stretches: list[Stretch]) -> Iterator[list[Stretch]]:
    """The parts of a page that are read one after the other."""
    waiting: list[list[Stretch] | None] = [stretches]  # None: a column ends
    column: list[Stretch] = []
    cuts = 0
    while waiting:
        part = waiting.pop()
        sides = _beside(part) if part and cuts < _CUTS else ()
        halves = _above(part) if part and not sides and cuts < _CUTS else ()
        if sides:
            waiting += [None, sides[1], None, sides[0], None]
        elif halves:
            waiting += [halves[1], halves[0]]
        elif part:
            column += part
        if part is None and column:
            yield column
            column = []
        cuts += bool(sides or halves)
    if column:
        yield column


def _beside(part: list[Stretch]) -> tuple[list[Stretch], list[Stretch]] | tuple[()]:
    """What stands left and right of the widest gutter between two columns."""
    least = _GUTTER * median(each.height for each in part)
    gaps = sorted(_gaps([(each.left, each.right) for each in part], least), reverse=True)
    for _, at in gaps:
        sides = [each for each in part if each.right <= at], [each for each in part if each.right > at]
        if all(len(rows := lines(side)) >= _COLUMN and median(len(row.text) for row in rows) >= _WORDS for side in sides):
            return sides
    return ()


def _above(part: list[Stretch]) -> tuple[list[Stretch], list[Stretch]] | tuple[()]:
    """What stands above and below the widest blank across, where something stands beside something else."""
    if len(lines(part)) == len(part):
        return ()
    gaps = _gaps([(each.low, each.high) for each in part], 0)
    if not gaps:
        return ()
    _, at = max(gaps)
    return [each for each in part if each.high > at], [each for each in part if each.high <= at]


def _gaps(spans: list[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    """What no span covers between the first and the last: how wide, and where it begins."""
    found = []
    reached = float("inf")
    for start, end in sorted(spans):
        if start - reached > least:
            found.append((start - reached, reached))
        reached = end if reached == float("inf") else max(reached, end)
    return found


def _parted(rows: Sequence[Stretch]) -> Iterator[list[str]]:
    """The paragraphs of a column."""
    steps = [above.low - below.low for above, below in pairwise(rows)]
    usual = median(steps) if steps else 0
    left, right = min(row.left for row in rows), sorted(row.right for row in rows)[len(rows) * 9 // 10]
    found = [rows[0].text]
    for above, below, step in zip(rows, rows[1:], steps, strict=False):
        sizes = below.height / above.height
        letter = (above.right - above.left) / max(1, len(above.text))
        words = letter * (1 + len(below.text.split(maxsplit=1)[0]))
        room = not above.text.endswith(_BROKEN) and above.right - left + words <= _FULL * (right - left)
        if (
            step > _LEADING * usual or step > _FAR * below.height or not 1 / _SIZE < sizes < _SIZE
            or below.left - above.left > _INDENT * below.height or room
        ):  # fmt: skip
            yield found
            found = []
        found.append(below.text)
    yield found


def _goes_on(end: str, start: str) -> bool:
    """Whether a sentence that a column breaks off goes on with the next."""
    return start[:1].islower() and (end[-1:].isalnum() or end.endswith((*_BROKEN, ",", "\u2013", "\u2014")))
