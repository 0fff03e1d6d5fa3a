"""A sentence -> who says what stands in it, and for which side he speaks."""

from typing import TYPE_CHECKING, Any

from claimlint.claims.claim import OUTLET, Voice
from claimlint.claims.items import Item
from claimlint.claims.vocabulary import Vocabulary
from claimlint.reading.mentions import Mention

if TYPE_CHECKING:
    from claimlint.claims.extract import Sentence

_NEAR = 8


class Voices:
    """Finds speakers."""

    def __init__(self, vocabulary: Vocabulary, sides: dict[str, list[str]]) -> None:
        self._vocabulary = vocabulary
        self._sides = {word: side for side, words in sides.items() for word in words}

    def of(self, sentence: "Sentence", mention: Mention) -> Voice:
        """The voice of a mention: whom the sentence quotes or names as its source, the outlet where it names none."""
        items = sentence.items
        for place, item in enumerate(items):
            if item.lower == "according" and place + 2 < len(items) and items[place + 1].lower == "to":
                return self._voice(items[place + 2 : place + 2 + _NEAR])
            if "saying" in item.word.marks and item.name is None and item.mention is None:
                before = self._voice(items[max(0, place - _NEAR) : place], last=True)
                if before is not OUTLET:
                    return before
                return self._voice(items[place + 1 : place + 1 + _NEAR])
        return OUTLET

    def _voice(self, items: "list[Item] | tuple[Item, ...]", *, last: bool = False) -> Voice:
        """The speaker among some items: a name, and the side that a country, an organisation or an office gives it."""
        name = side = ""
        for item in reversed(items) if last else items:
            if item.is_mark and item.lower in (";", ":"):
                break
            if item.name is not None:
                if not name:
                    name = " ".join(item.name.words)
                if not side and item.name.kind in ("country", "organization"):
                    side = item.name.entity
            elif item.lower in self._sides and not side:
                side = self._sides[item.lower]
                name = name or item.lower
        return Voice(name, side) if name or side else OUTLET


def build(files: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Gives the words that name sides, as plain JSON data."""
    sides: dict[str, list[str]] = {}
    for data in files.values():
        for side, words in data.get("sides", {}).items():
            sides.setdefault(side, []).extend(words)
    return sides
