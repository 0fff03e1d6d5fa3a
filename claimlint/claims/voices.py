"""A sentence -> who says what stands in it, and for which side he speaks."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from claimlint.claims.circumstance import is_saying
from claimlint.claims.claim import OUTLET, Voice
from claimlint.claims.items import Item

_NEAR = 8  # items in which a speaker stands beside his verb
_LEAST = 4  # items of a report before its speaker
_STOPS = frozenset({";", ":", "—", "–"})
_RELATIVE = frozenset({"that", "which", "who", "whom", "what", "as"})


@frozen
class Saying:
    """A verb of saying, its speaker, and the items it reports (half open)."""

    voice: Voice
    first: int
    last: int


class Voices:
    """Finds speakers."""

    def __init__(self, sides: dict[str, list[str]]) -> None:
        self._last: Sequence[Item] | None = None  # the sentence last asked about, and what is said in it
        self._said: list[Saying] = []
        self._sides = {word: side for side, words in sides.items() for word in words}

    def sayings(self, items: Sequence[Item]) -> list[Saying]:
        """Gives what is reported in a sentence, and as whose words."""
        return [saying for place in range(len(items)) for saying in self._at(items, place)]

    def of(self, items: Sequence[Item], at: int) -> Voice:
        """The voice of an item: of the narrowest report that holds it, the outlet's where none does."""
        if self._last is not items:
            self._last, self._said = items, self.sayings(items)
        holding = [saying for saying in self._said if saying.first <= at < saying.last]
        return min(holding, key=lambda saying: saying.last - saying.first).voice if holding else OUTLET

    def _at(self, items: Sequence[Item], place: int) -> Iterator[Saying]:
        item = items[place]
        if item.lower == "according" and place + 2 < len(items) and items[place + 1].lower == "to":
            speaker = self._voice(items[place + 2 : place + 2 + _NEAR])
            if speaker is not OUTLET:
                yield Saying(speaker, *self._clause(items, place))
        if not is_saying(item):
            return
        before = self._speaker_before(items, place)
        if before is None:
            behind = self._voice(items[place + 1 : place + 1 + _NEAR])
            if behind is not OUTLET and place and items[place - 1].lower in (",", "said", '"'):
                yield Saying(behind, 0, place)
            return
        start, speaker = before
        if self._closes(items, start, place):  # "..., the minister said on Monday."
            yield Saying(speaker, 0, start)
        else:
            yield Saying(speaker, place + 1, self._end(items, start, place))

    def _speaker_before(self, items: Sequence[Item], place: int) -> tuple[int, Voice] | None:
        """The subject of a verb of saying: from where it stands, and who it is."""
        start = place
        while start > 0 and place - start < 2 * _NEAR:
            lower, mention = items[start - 1].lower, items[start - 1].mention
            if lower in _STOPS or lower in _RELATIVE or (mention is not None and mention.value.when is None):
                break
            if lower == "," and not self._inside(items, start - 1, place):
                break
            start -= 1
        speaker = self._voice(items[start:place], last=True)
        return (start, speaker) if speaker is not OUTLET else None

    def _inside(self, items: Sequence[Item], comma: int, place: int) -> bool:
        """Whether a comma before the verb belongs to an aside of its subject: "Petkov, the spokesman, said"."""
        return items[place - 1].lower == "," or (
            comma > 0 and items[comma - 1].name is not None and any(i.lower == "," for i in items[comma + 1 : place])
        )

    def _closes(self, items: Sequence[Item], start: int, place: int) -> bool:
        """Whether speaker and verb close the sentence behind a comma: then they report what is before it."""
        rest = [item for item in items[place + 1 :] if not item.is_mark]
        if start > _LEAST and items[start - 1].lower == "," and len(rest) <= _NEAR:
            return not any(
                item.lower == "that" or item.word.role == "auxiliary" or (item.word.verbs and not item.word.nouns)
                for item in rest
            )
        return (
            all(
                i.mention is not None or i.name is not None or i.word.role in ("preposition", "determiner", "adverb")
                for i in rest[:6]
            )
            and len(rest) <= 6
        )

    def _end(self, items: Sequence[Item], start: int, place: int) -> int:
        """How far a report behind its verb goes: to the end, or, in a relative clause, to the next comma."""
        relative = start > 0 and (
            items[start - 1].lower in _RELATIVE or (items[start - 1].word.role == "" and not items[start - 1].is_mark)
        )
        for at in range(place + 1, len(items)):
            if items[at].lower in _STOPS or (relative and items[at].lower == ","):
                return at
        return len(items)

    def _clause(self, items: Sequence[Item], place: int) -> tuple[int, int]:
        first, last = place, place
        while first > 0 and items[first - 1].lower not in _STOPS:
            first -= 1
        while last < len(items) and items[last].lower not in _STOPS:
            last += 1
        return first, last

    def _voice(self, items: Sequence[Item], *, last: bool = False) -> Voice:
        """The speaker among some items: a name, and the side that a country, an organisation or an office gives it."""
        name = side = ""
        for item in reversed(items) if last else items:
            if item.is_mark and item.lower in _STOPS:
                break
            if item.name is not None:
                name = name or " ".join(item.name.words)
                if not side and item.name.kind in ("country", "organization"):
                    side = item.name.entity
                elif not side:
                    side = next((self._sides[w.lower()] for w in item.name.words if w.lower() in self._sides), "")
            elif item.lower in self._sides:
                side = side or self._sides[item.lower]
                name = name or item.lower
        return Voice(name, side) if name or side else OUTLET


def build(files: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Gives the words that name sides, as plain JSON data."""
    sides: dict[str, list[str]] = {}
    for data in files.values():
        for side, words in data.get("sides", {}).items():
            sides.setdefault(side, []).extend(words)
    return sides
