"""The nouns of an article as it lies on disk."""

import bisect
from datetime import date
from functools import cached_property
from typing import Any

from attrs import Factory, field, frozen

from claimlint.documents import lines
from claimlint.documents.ignores import Ignore


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


def told(day: Any) -> Any:
    """A day of the calendar as the dating that front matter gives."""
    return Dating(day.toordinal(), day.toordinal(), "front matter") if isinstance(day, date) else day


@frozen(slots=False)
class Document:
    """An article. All positions are code points of `text`, which is the decoded file unchanged.

    `masked` is what is read: the text with markup and addresses as NUL characters, as long as the text itself.
    `ignores` are what it says is not to be told. `row` is the line of the file on which the article stands, 0 where the
    file is the article.
    """

    path: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    title: str = ""
    publisher: str = ""
    date: Dating | None = field(default=None, converter=told)
    dateline: Dateline | None = None
    story: str = ""
    row: int = 0
    ignores: tuple[Ignore, ...] = field(default=(), repr=False)
    masked: str = field(default=Factory(lambda self: self.text, takes_self=True), repr=False)

    @property
    def file(self) -> str:
        """The file that the article stands in: FILE of FILE#ID, where FILE holds several."""
        at = self.path.lower().find(".jsonl#")
        return self.path if at < 0 else self.path[: at + len(".jsonl")]

    @property
    def headline(self) -> str:
        """The title as it was given, or as it stands above the text."""
        return self.title or next((self.plain(block).strip() for block in self.blocks if block.role == "title"), "")

    @property
    def source(self) -> str:
        """The publisher as it was given, or the agency of the dateline."""
        return self.publisher or (self.dateline.agency if self.dateline else "")

    @cached_property
    def _lines(self) -> list[int]:
        return lines.starts(self.text)

    def place(self, position: int) -> tuple[int, int]:
        """Gives line and column of a position, both from 1. Lines end at line feeds and carriage returns only."""
        line = bisect.bisect_right(self._lines, position)
        return line, position - self._lines[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Gives a line without its end."""
        start = self._lines[line - 1]
        end = self._lines[line] if line < len(self._lines) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def plain(self, block: Block) -> str:
        """Gives the words of a block without markup."""
        return self.masked[block.start : block.end].replace("\0", "")
