"""The opening of a report -> where, and with which words when, it was written."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from claimlint.documents.document import Block, Dateline, Document
from claimlint.documents.patterns import filled
from claimlint.knowledge.tables import Kept

_CAPITALS = 2  # letters that a place in capitals begins with
_DIGITS = "0123456789"
_OPENING = 2  # paragraphs, since the first may be a line that the furniture does not know
_READ = ("body", "heading", "title")
_CASES = ("capitals", "names", "opening")


class Datelines:
    """Recognises datelines by the patterns of the boilerplate files."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._pieces: dict[str, str] = data["pieces"]
        self._patterns = Kept({case: data[case] for case in _CASES}, self._pattern)
        self._date = re.compile(self._pieces["date"])
        self._labels = frozenset(data["labels"])
        self._longest, self._within = int(data["longest"]), int(data["within"])

    def find(self, document: Document) -> Dateline | None:
        """Gives the dateline of the first paragraph that has one, else the line above the story that tells its day."""
        opening = [b for b in document.blocks if b.role == "body"][:_OPENING]
        for block in [b for b in document.blocks if b.role in _READ][: self._within]:
            found = self._at(document, block, opens=block in opening)
            if found is not None:
                return found
        return self._above(document)

    def _above(self, document: Document) -> Dateline | None:
        """The day told in a line above the story, without a place: "Updated 8 August 2025". The last such line counts."""
        above = takewhile(lambda block: block.role != "body", document.blocks)
        for block in reversed([b for b in above if b.role == "furniture" and b.end - b.start <= self._longest]):
            match = self._date.search(document.masked, block.start, block.end)
            if match:
                return Dateline("", block.start, block.start, block.start, block.end)
        return None

    def _at(self, document: Document, block: Block, *, opens: bool) -> Dateline | None:
        """The dateline that a paragraph opens with; positions are looked up behind markup."""
        opening = document.masked[block.start : min(block.end, block.start + 2 * self._longest)]
        window = opening.replace("\0", "")[: self._longest]
        for case in _CASES:
            if window[:_CAPITALS].isupper() == (case == "names") or (case == "names" and "(" not in window):
                continue
            match = self._patterns[case].match(window) if opens or case != "opening" else None
            if match and match.end() < len(window) and self._is_place(match["place"], case):
                places = [block.start + i for i, mark in enumerate(opening) if mark != "\0"]
                groups = {name.rstrip(_DIGITS): match.span(name) for name, said in match.groupdict().items() if said}
                place, (start, end), agency = match["place"].strip(" ,"), groups.get("date", (0, 0)), groups.get("agency", (0, 0))
                return Dateline(
                    place if "," in place else place.rstrip("."), block.start, places[match.end()],
                    places[start] if end else 0, places[end - 1] + 1 if end else 0, window[slice(*agency)],
                )  # fmt: skip
        return None

    def _pattern(self, case: Sequence[str]) -> re.Pattern[str]:
        """A place with all that may end it, their groups numbered."""
        endings = []
        for number, told in enumerate(case):
            endings.append(re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{number}>", filled(told, self._pieces)))
        return re.compile(f"{self._pieces['place']}(?:{'|'.join(endings)})")

    def _is_place(self, place: str, case: str) -> bool:
        head = place.split(",", maxsplit=1)[0]
        if head.lower().rstrip(".") in self._labels or (case != "names" and head != head.upper()):
            return False
        return len(head) > 1 and all(word[:1].isupper() for word in head.split() if len(word) > 3)
