"""A file as it lies on disk -> lines and columns in it."""

import bisect
from functools import cached_property

from attrs import field

from claimlint.documents import lines
from claimlint.nouns import frozen


@frozen(slots=False)
class Source:
    """The text of a file; several articles may share one.

    `counted` says what its places count, "line", "paragraph" or "page"; other than lines begin at `starts`.
    """

    text: str = field(repr=False)
    counted: str = "line"
    starts: tuple[int, ...] = field(default=(), repr=False)

    @cached_property
    def begins(self) -> list[int]:
        """Where its lines begin, or what else is counted."""
        return list(self.starts) or lines.starts(self.text)

    def place(self, position: int) -> tuple[int, int]:
        """Gives line and column of a position, both from 1. Lines end at line feeds and carriage returns only."""
        line = bisect.bisect_right(self.begins, position)
        return line, position - self.begins[line - 1] + 1

    def line(self, number: int) -> str:
        """Gives a line without its end."""
        start = self.begins[number - 1]
        end = self.begins[number] if number < len(self.begins) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
