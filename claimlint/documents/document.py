"""The nouns of an article as it lies on disk."""

import bisect
from functools import cached_property

from attrs import field, frozen


@frozen
class Block:
    """A paragraph: text[start:end], and what it is for.

    `role` is "body", "title", "heading", "caption" or "correction"; "furniture" is no part of the story.
    """

    start: int
    end: int
    role: str = "body"


@frozen
class Dating:
    """The days on which an article may have come out (ordinals, both included), and how that is known.

    `basis` is "front matter", "dateline", "inferred" (from weekdays and full dates in the text) or "story" (from
    the other articles).
    """

    start: int
    end: int
    basis: str


@frozen
class Dateline:
    """Where and when a report says it was written: "GENEVA, January 16 (Agency) -". `start` to `end` holds it all."""

    place: str
    start: int
    end: int
    date_start: int = 0
    date_end: int = 0
    agency: str = ""


@frozen(slots=False)
class Document:
    """An article. All positions are code points of `text`, which is the decoded file unchanged."""

    path: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    title: str = ""
    publisher: str = ""
    date: Dating | None = None
    dateline: Dateline | None = None
    story: str = ""

    @cached_property
    def _lines(self) -> list[int]:
        starts = [0]
        text = self.text
        at = 0
        while True:
            feed, back = text.find("\n", at), text.find("\r", at)
            if feed < 0 and back < 0:
                return starts
            if feed < 0 or 0 <= back < feed:
                at = back + (2 if text[back + 1 : back + 2] == "\n" else 1)
            else:
                at = feed + 1
            starts.append(at)

    def place(self, position: int) -> tuple[int, int]:
        """Gives line and column of a position, both from 1. Lines end at \\n, \\r\\n and \\r only."""
        line = bisect.bisect_right(self._lines, position)
        return line, position - self._lines[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Gives a line without its end."""
        start = self._lines[line - 1]
        end = self._lines[line] if line < len(self._lines) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
