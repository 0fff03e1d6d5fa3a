"""Paragraphs -> their roles: what is the story, and what stands around it."""

import re
from collections.abc import Sequence
from typing import Any

from claimlint.documents.document import Block

_LONGEST = 1500  # characters of a paragraph that patterns are tried on
_HEADLINE = 130
_ENDED = re.compile(r"""[.!…:]["'”’)\]*]*$""")


class Furniture:
    """Recognises what is not the story, by the patterns of rules/boilerplate/."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._whole = _any(data["whole"])
        self._part = _any(data["part"])
        self._headlines = _any(data["openers"]["headlines"])
        self._teasers = _any(data["openers"]["teasers"])
        self._correction = _any(data["corrections"])
        self._caption = _any(data["captions"])

    def roles(self, text: str, spans: Sequence[tuple[int, int]]) -> tuple[Block, ...]:
        """Gives the paragraphs with their roles.

        Teasers are headlines, each with a summary at most, behind a line that opens them; what comes after a
        paragraph that is neither is the story again. What stands alone between two pieces of furniture near the end
        is furniture.
        """
        blocks: list[Block] = []
        opened = ""
        after_headline = False
        for start, end in spans:
            line = text[start:end] if end - start <= _LONGEST else ""
            bare = line.strip("*_# \t")
            headline = bool(line) and _is_headline(bare)
            role = self._role(bare)
            if bare and self._teasers.fullmatch(bare):
                opened, role, after_headline = "teasers", "furniture", False
            elif bare and self._headlines.fullmatch(bare):
                opened, role, after_headline = "headlines", "furniture", False
            elif opened and headline:
                role, after_headline = "furniture", True
            elif opened == "teasers" and after_headline and line:
                role, after_headline = "furniture", False
            elif role != "furniture":
                opened = ""
            if role == "body" and headline and not any(b.role == "body" for b in blocks):
                role = "title" if not any(b.role == "title" for b in blocks) else "heading"
            elif role == "body" and headline:
                role = "heading"
            blocks.append(Block(start, end, role))
        return tuple(_sandwiched(blocks))

    def _role(self, line: str) -> str:
        if not line:
            return "body"
        if self._correction.fullmatch(line):
            return "correction"
        if self._whole.fullmatch(line):
            return "furniture"
        if self._part.search(line):
            return "furniture"
        if self._caption.fullmatch(line):
            return "caption"
        return "body"


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL)


def _is_headline(line: str) -> bool:
    """Whether a line is a headline by its form: short, and no sentence with its stop."""
    return 0 < len(line) <= _HEADLINE and not _ENDED.search(line)


def _sandwiched(blocks: list[Block]) -> list[Block]:
    """The paragraphs, with one or two that stand between pieces of furniture counted as such in the last third."""
    found = list(blocks)
    for i in range(len(found) * 2 // 3, len(found) - 1):
        if found[i].role in ("body", "heading") and found[i - 1].role == "furniture":
            ahead = [b.role for b in found[i + 1 : i + 3]]
            if "furniture" in ahead:
                found[i] = Block(found[i].start, found[i].end, "furniture")
    return found
