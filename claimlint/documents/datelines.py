"""The opening of a report -> where, and with which words when, it was written."""

import re
from typing import Any

from claimlint.documents.document import Block, Dateline, Document

_OPENING = 2  # paragraphs, since the first may be a line that the furniture does not know
_READ = ("body", "heading", "title")


class Datelines:
    """Recognises datelines by the patterns of the boilerplate files."""

    def __init__(self, data: dict[str, Any]) -> None:
        pieces = data["pieces"]

        def made(pattern: str) -> re.Pattern[str]:
            for name, piece in pieces.items():
                pattern = pattern.replace(f"{{{name}}}", piece)
            return re.compile(pattern)

        self._patterns = [(made(pattern), case) for case in ("capitals", "names", "opening") for pattern in data[case]]
        self._labels = frozenset(data["labels"])
        self._longest, self._within = int(data["longest"]), int(data["within"])

    def find(self, document: Document) -> Dateline | None:
        """Gives the dateline of the first paragraph that has one, None where none has."""
        opening = [b for b in document.blocks if b.role == "body"][:_OPENING]
        for block in [b for b in document.blocks if b.role in _READ][: self._within]:
            found = self._at(document, block, opens=block in opening)
            if found is not None:
                return found
        return None

    def _at(self, document: Document, block: Block, *, opens: bool) -> Dateline | None:
        """The dateline that a paragraph opens with; positions are looked up behind markup."""
        places = [i for i in range(block.start, min(block.end, block.start + 2 * self._longest)) if document.masked[i] != "\0"]
        window = "".join(document.masked[i] for i in places)[: self._longest]
        for pattern, case in self._patterns:
            match = pattern.match(window) if opens or case != "opening" else None
            if match and match.end() < len(window) and self._is_place(match["place"], case):
                groups = match.groupdict()
                start, end = match.span("date") if groups.get("date") else (0, 0)
                place = groups["place"].strip(" ,")
                return Dateline(
                    place if "," in place else place.rstrip("."), block.start, places[match.end()],
                    places[start] if end else 0, places[end - 1] + 1 if end else 0, groups.get("agency") or "",
                )  # fmt: skip
        return None

    def _is_place(self, place: str, case: str) -> bool:
        head = place.split(",", maxsplit=1)[0]
        if head.lower().rstrip(".") in self._labels or (case != "names" and head != head.upper()):
            return False
        return len(head) > 1 and all(word[:1].isupper() for word in head.split() if len(word) > 3)
