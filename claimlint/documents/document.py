"""The nouns of an article as it lies on disk."""

from datetime import date
from functools import cached_property
from typing import Any

from attrs import Factory, field

from claimlint.documents.edition import UNTOLD, Edition
from claimlint.documents.ignores import Ignore
from claimlint.documents.source import Source
from claimlint.documents.taken import Span, Taken
from claimlint.nouns import frozen


@frozen
class Block:
    """A paragraph: text[start:end], and what it is for.

    `role` is "body", "title", "heading", "caption", "correction" or "reviewed" (a claim that somebody made and a review of
    claims weighs); "furniture" is no part of the story. `voice` is who says
    what stands in it, where that is known from outside the text.
    """

    start: int
    end: int
    role: str = "body"
    voice: str = ""


@frozen
class Dating:
    """The days on which an article may have come out (ordinals, both included), and how that is known.

    `basis` is "front matter", "metadata" (of a format that tells when it was published), "dateline", "inferred" (from
    weekdays and full dates in the text) or "story" (from the other articles).
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
    """An article. All positions are code points of `text`: the decoded file unchanged, or what was taken from it.

    `masked` is what is read: the text with markup and addresses as NUL characters, as long as the text itself.
    `ignores` are what it says is not to be told. `row` is the line of the file on which the article stands, 0 where the
    file is the article. Where the text is not the file itself, `origin` is the file and `pieces` say where in it the text
    stands. `among` is the file, where it holds several articles; `path` is then FILE#ID.
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
    origin: Source | None = field(default=None, repr=False)
    pieces: Taken | None = field(default=None, repr=False)
    among: str = ""
    edition: Edition = UNTOLD

    @property
    def file(self) -> str:
        """The file that the article stands in: FILE of FILE#ID, where FILE holds several."""
        at = self.path.lower().find(".jsonl#")
        return self.among or (self.path if at < 0 else self.path[: at + len(".jsonl")])

    @property
    def headline(self) -> str:
        """The title as it was given, or as it stands above the text."""
        return self.title or next((self.plain(block).strip() for block in self.blocks if block.role == "title"), "")

    @property
    def source(self) -> str:
        """The publisher as it was given, or the agency of the dateline."""
        return self.publisher or (self.dateline.agency if self.dateline else "")

    @property
    def counted(self) -> str:
        """What its places count: "line", or "paragraph" or "page" where the format has no lines."""
        return self._whole.counted

    @cached_property
    def _whole(self) -> Source:
        return self.origin or Source(self.text)

    def spot(self, start: int, end: int) -> Span:
        """Gives where text[start:end] stands in the decoded file, half open."""
        return self.pieces.spot(start, end) if self.pieces else (start, end)

    def place(self, position: int) -> tuple[int, int]:
        """Gives line and column in the file of a character, both from 1."""
        return self._whole.place(self.spot(position, position + 1)[0])

    def places(self, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Gives line and column in the file where text[start:end] begins, and where it ends."""
        first, last = self.spot(start, end)
        return self._whole.place(first), self._whole.place(last)

    def file_text(self, first: int, last: int) -> str:
        """Gives a stretch of the decoded file."""
        return self._whole.text[first:last]

    def line_text(self, line: int) -> str:
        """Gives a line of the file without its end."""
        return self._whole.line(line)

    def line_around(self, position: int) -> Span:
        """Gives the line of the text that a position stands on, without its end."""
        own = self._lines
        line, column = own.place(position)
        return position - column + 1, position - column + 1 + len(own.line(line))

    @cached_property
    def _lines(self) -> Source:
        return Source(self.text) if self.origin else self._whole

    def words(self, start: int, end: int) -> str:
        """Gives the words of text[start:end] as they are quoted: on one line, without markup."""
        return " ".join(self.masked[start:end].replace("\0", "").split())

    def plain(self, block: Block) -> str:
        """Gives the words of a block without markup."""
        return self.masked[block.start : block.end].replace("\0", "")
