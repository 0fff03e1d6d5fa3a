"""Text taken from a file, without its tags and escapes -> where each character of it stands in the file."""

import bisect
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field

from claimlint.nouns import frozen

Span = tuple[int, int]
Piece = tuple[int, int, int]  # where it begins in the text; where it begins and ends in the file

_BLANKS = " \t\n\r\x0b\x0c\ufeff"
_BREAK = re.compile(r"[ \t\n\r\x0b\x0c]{2,}|[\t\n\r\x0b\x0c]")


@frozen(slots=False)
class Taken:
    """A text and its pieces, the first of which begins at 0.

    A piece that is as long in the file as in the text stands there character by character; any other, such as what an entity
    means, stands there as a whole. Without pieces the text is the file's own.
    """

    text: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)

    def spot(self, start: int, end: int) -> Span:
        """Gives where text[start:end] stands in the file: from its first character to behind its last."""
        if not self.pieces:
            return start, end
        first = self._character(start)[0]
        return first, max(first, self._character(end - 1)[1]) if end > start else first

    def cut(self, start: int, end: int) -> "Taken":
        """Gives text[start:end] with its places in the file."""
        pieces = tuple((shift, *spot) for shift, spot in self.parts(start, end))
        return Taken(self.text[start:end], pieces or ((0, *self.spot(start, end)),))

    def joined(self) -> "Taken":
        """Gives the text without blanks around it, and with one in the place of several or of the end of a line."""
        start, end = len(self.text) - len(self.text.lstrip(_BLANKS)), len(self.text.rstrip(_BLANKS))
        draft, at = Draft(), start
        if start == 0 and end == len(self.text) and self.pieces and not _BREAK.search(self.text):
            return self
        for match in _BREAK.finditer(self.text, start, max(start, end)):
            draft.add_parts(self.text[at : match.start()], self.parts(at, match.start()))
            draft.add(" ", *self.spot(*match.span()))
            at = match.end()
        draft.add_parts(self.text[at : max(at, end)], self.parts(at, max(at, end)))
        return draft.taken()

    def without(self, unwanted: re.Pattern[str]) -> "Taken":
        """Gives the text without what a pattern finds in it."""
        found = [match.span() for match in unwanted.finditer(self.text)]
        if not found:
            return self
        draft, at = Draft(), 0
        for start, end in (*found, (len(self.text), len(self.text))):
            draft.add_parts(self.text[at:start], self.parts(at, start))
            at = end
        return draft.taken()

    def inside(self, outer: "Taken") -> "Taken":
        """Gives the text with its places in the file that `outer` was taken from, where its own file is the text of `outer`."""
        if not outer.pieces:
            return self
        pieces: list[Piece] = []
        for i, (at, first, last) in enumerate(self.pieces or ((0, 0, len(self.text)),)):
            if self._length(i) == last - first:
                pieces += [(at + shift, *spot) for shift, spot in outer.parts(first, last)]
            else:
                pieces.append((at, *outer.spot(first, last)))
        return Taken(self.text, tuple(pieces))

    def parts(self, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """Gives where the pieces of text[start:end] begin, counted from `start`, and where they stand in the file."""
        at, pieces, whole = start, self.pieces, len(self.text)
        if not pieces and start < end:
            yield 0, (start, end)
        for i in range(max(0, bisect.bisect_right(self._starts, start) - 1), len(pieces)):
            begins, first, last = pieces[i]
            ends = pieces[i + 1][0] if i + 1 < len(pieces) else whole
            stop = min(end, ends)
            if at < stop:
                as_it_stands = ends - begins == last - first
                yield at - start, (first + at - begins, first + stop - begins) if as_it_stands else (first, last)
                at = stop
            if at >= end:
                break

    @cached_property
    def _starts(self) -> list[int]:
        return [at for at, _, _ in self.pieces]

    def _length(self, i: int) -> int:
        """How long a piece is in the text."""
        if not self.pieces:
            return len(self.text)
        return (self._starts[i + 1] if i + 1 < len(self.pieces) else len(self.text)) - self._starts[i]

    def _character(self, position: int) -> Span:
        """Where a character begins and ends in the file; behind the last one, the end."""
        i = max(0, bisect.bisect_right(self._starts, position) - 1)
        at, first, last = self.pieces[i]
        if position - at >= self._length(i):
            return last, last
        if self._length(i) == last - first:
            return first + position - at, first + position - at + 1
        return first, last


class Draft:
    """A text that is being taken from a file, piece by piece."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Adds what stands in the file from `start` to `end`."""
        if not text:
            return
        self._pieces.append((self.length, start, end))
        self._parts.append(text)
        self.length += len(text)

    def add_parts(self, text: str, parts: Iterable[tuple[int, Span]]) -> None:
        """Adds a text by its parts: where each begins in it, and where that stands in the file."""
        self._pieces += [(self.length + at, first, last) for at, (first, last) in parts]
        self._parts.append(text)
        self.length += len(text)

    def add_taken(self, taken: Taken) -> None:
        """Adds a text that was taken from the same file."""
        if not taken.text:
            return
        pieces = taken.pieces or ((0, 0, len(taken.text)),)
        self._pieces += [(self.length + at, first, last) for at, first, last in pieces]
        self._parts.append(taken.text)
        self.length += len(taken.text)

    @property
    def end(self) -> int:
        """Where what was added last ends in the file."""
        return self._pieces[-1][2] if self._pieces else 0

    def taken(self) -> Taken:
        """Gives the text."""
        return Taken("".join(self._parts), tuple(self._pieces))
