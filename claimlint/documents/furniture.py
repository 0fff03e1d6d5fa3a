"""Paragraphs -> their roles: what is the story, and what stands around it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve

from claimlint.documents.document import Block, Document
from claimlint.documents.patterns import Patterns, filled

_HEADLINE = 130  # characters
_ALIKE = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u00a0", "''\"\"----- ")  # marks that mean the same
_SIGNS = " *_#\t"  # around a line
_NOTHING = "-"  # a line of signs alone
_SUMMARY = 400  # characters of a teaser below its headline
_LEFTOVER = 60  # characters of a line between two pieces of furniture
_ENDED = re.compile(r"""[.!…:]["'”’)\]*]*$|\?["”’)\]*]+$|[a-z]{2}[.!?]["”’)]* ["“‘]?[A-Z]""")
_QUOTATION = re.compile(r"\"[^\"]{1,1500}(?:\"|$)")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]{0,3} +")
_NOTE = re.compile(r"([*_]{1,3})[^*_\s][^*_]*\1")


class Furniture:
    """Recognises what is not the story, by the patterns of the boilerplate files."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._longest = int(data["longest"])
        self._whole, self._part, self._late = (Patterns(data[key]) for key in ("whole", "part", "late"))
        pieces = data["pieces"]
        self._bylines = {key: Patterns([filled(line, pieces) for line in found]) for key, found in data["bylines"].items()}
        self._openers = {key: Patterns(found) for key, found in data["openers"].items()}
        self._appealing = Patterns([data["appealing"]])
        self._correction, self._caption = Patterns(data["corrections"]), Patterns(data["captions"])

    def roles(self, document: Document) -> tuple[Block, ...]:
        """Gives the paragraphs of a document with their roles."""
        blocks = document.blocks
        lines = [
            (document.plain(b).translate(_ALIKE).strip(_SIGNS) or _NOTHING) if b.end - b.start <= self._longest else ""
            for b in blocks
        ]
        notes = [bool(_NOTE.fullmatch(document.text, b.start, b.end)) for b in blocks]
        roles = [b.role if b.role != "body" else self._role(line) for b, line in zip(blocks, lines, strict=True)]
        self._head(roles, lines)
        self._sections(roles, lines)
        self._tail(roles, lines, notes)
        return tuple(evolve(b, role=role) if role != b.role else b for b, role in zip(blocks, roles, strict=True))

    def _role(self, line: str) -> str:
        """What a line is by its own words."""
        if not line:
            return "body"
        if self._correction.is_whole(line):
            return "correction"
        if self._whole.is_whole(line) or self._mostly(line):
            return "furniture"
        if self._caption.is_whole(line):
            return "caption"
        return "body"

    def _mostly(self, line: str) -> bool:
        """Whether half of a paragraph's sentences are no news, what stands in quotation marks aside."""
        sentences = _SENTENCE.split(_QUOTATION.sub('""', line))
        return 2 * sum(self._part.is_in(sentence) for sentence in sentences) >= len(sentences)

    def _head(self, roles: list[str], lines: Sequence[str]) -> None:
        """Names the title, the headings, and who wrote it and where, which stands before the story."""
        titled, begun, signed = "title" in roles, False, False
        for i, (role, line) in enumerate(zip(roles, lines, strict=True)):
            if role not in ("body", "heading"):
                continue
            headline = is_headline(line)
            if not begun and headline and self._signs(line, titled=titled, signed=signed):
                roles[i], signed = "furniture", True
            elif role == "heading" or headline:
                roles[i] = "heading" if titled or begun else "title"
                titled = True
            else:
                begun = True

    def _signs(self, line: str, *, titled: bool, signed: bool) -> bool:
        """Whether a line says who wrote the article, or where he did."""
        keys = ("first", *(("next",) if titled else ()), *(("place",) if signed else ()))
        return any(self._bylines[key].is_whole(line) for key in keys)

    def _sections(self, roles: list[str], lines: Sequence[str]) -> None:
        """Names the lists of other stories, and the appeals.

        A list ends with the first paragraph that is no headline. Where nothing but such lists follows, one paragraph
        below each headline is its summary.
        """
        opened = ""
        after_headline = False
        lists = _lists(roles, lines)
        for i, line in enumerate(lines):
            opener = self._opener(line) if line and roles[i] not in ("correction", "caption") else ""
            if opener:
                summed = opener == "teasers" and lists <= i + 1
                opened, after_headline = ("summaries" if summed else "headlines" if opener == "teasers" else opener), False
                roles[i] = "furniture"
            elif opened == "appeals":
                if is_headline(line) or (line and self._appealing.is_in(_QUOTATION.sub('""', line))):
                    roles[i] = "furniture"
                else:
                    opened = ""
            elif opened and roles[i] in ("heading", "title", "furniture") and is_headline(line):
                roles[i], after_headline = "furniture", True
            elif opened == "summaries" and after_headline and roles[i] == "body":
                roles[i], after_headline = "furniture", False
            elif roles[i] != "furniture":
                opened = ""

    def _opener(self, line: str) -> str:
        return next((kind for kind, patterns in self._openers.items() if patterns.is_whole(line)), "")

    def _tail(self, roles: list[str], lines: Sequence[str], notes: Sequence[bool]) -> None:
        """Names what is furniture only behind the story: pointers to other pages, short leftovers, notes in italics."""
        begun = False
        for i, (role, line) in enumerate(zip(roles, lines, strict=True)):
            if begun and role in ("heading", "body") and line and self._late.is_whole(line):
                roles[i] = "furniture"
            begun = begun or role == "body"
        last = max((i for i, role in enumerate(roles) if role in ("body", "heading", "caption")), default=-1)
        first = roles.index("body") if "body" in roles else last
        while last > first and notes[last]:
            roles[last] = "furniture"
            last -= 1
        for i in range(len(roles) * 2 // 3, len(roles) - 1):
            short = roles[i] == "heading" and len(lines[i]) <= _LEFTOVER
            if short and roles[i - 1] == "furniture" and "furniture" in roles[i + 1 : i + 3]:
                roles[i] = "furniture"


def is_headline(line: str) -> bool:
    """Whether a line is a headline by its form: short, and no sentence with its stop."""
    return 0 < len(line) <= _HEADLINE and not _ENDED.search(line)


def _lists(roles: Sequence[str], lines: Sequence[str]) -> int:
    """The place from which on no two paragraphs of a story follow each other."""
    bodies = [
        role == "body" and (len(line) > _SUMMARY or not line or not is_headline(line))
        for role, line in zip(roles, lines, strict=True)
    ]
    return max((i for i, both in enumerate(pairwise(bodies), 1) if all(both)), default=0)
