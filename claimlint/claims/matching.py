"""A template with named slots and the items of a sentence -> its readings there.

The templates of relations: compiled by claimlint.claims.templates, matched from their first slot to both sides.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

from claimlint.claims.needed import ROWS, WORDS, Element, Needed, needed
from claimlint.claims.paths import Path, path
from claimlint.claims.rows import Row, bits
from claimlint.claims.walk import Reading, ways

_MOST = 12  # readings of a template from one place
_NUMBERS = frozenset({"amount", "number", "multiple", "points", "span"})
_COUNTED = frozenset(
    {"count", "percent", "share", "money", "quantity", "length", "area", "volume", "mass", "speed", "temperature", "rate"}
)


class Template:
    """A compiled template. Most are never asked for more than what must stand one behind the other."""

    def __init__(self, elements: Sequence[Any], sets: Mapping[int, frozenset[str]]) -> None:
        self.elements = tuple(_resolved(element, sets) for element in elements)

    @cached_property
    def _at(self) -> int:
        """Where the first slot stands; 0 where there is none."""
        return next((i for i, e in enumerate(self.elements) if e[0] == "slot"), 0)

    @cached_property
    def _before(self) -> Path:
        return path(self.elements[: self._at], self._closed, forward=False)

    @cached_property
    def _behind(self) -> Path:
        return path(self.elements[self._at :], self._closed, forward=True)

    @cached_property
    def needed(self) -> Needed:
        """What a sentence must have."""
        return needed(self.elements)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The fewest words of which a sentence must have one; none where it can do without."""
        return self.needed.anchor

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of value that its slots ask for."""
        return frozenset(_kinds(self.elements))

    @cached_property
    def brackets(self) -> bool:
        """Whether it asks for a bracket."""
        return any("(" in words or ")" in words for words in _words(self.elements))

    @cached_property
    def _closed(self) -> frozenset[str]:
        return self.kinds | _NUMBERS if self.kinds & _NUMBERS or self.kinds & _COUNTED else self.kinds

    @cached_property
    def _within_clause(self) -> bool:
        """Whether its first slot may not begin with a mark."""
        return bool(self.elements) and self.elements[self._at][0] == "slot" and self.elements[self._at][3] in ROWS

    def starts(self, items: Row) -> int:
        """The places where its first slot, or where there is none its first part, may stand, as bits."""
        behind = self._behind.reach(items)
        if not behind:
            return 0
        found = behind[-1] & items.inside
        if self._at:
            before = self._before.reach(items)
            found = found & before[-1] << 1 if before else 0
        return found & items.places[WORDS] if self._within_clause else found

    def readings(self, items: Row) -> Iterator[Reading]:
        """Every reading in the items, from each place the best few, the strongest first."""
        for place in bits(self.starts(items)):
            yield from self._from(items, place - 1)

    def _from(self, items: Row, at: int) -> list[Reading]:
        found: dict[tuple[int, ...], Reading] = {}
        for low, strength, before in islice(ways(self._before, items, at - 1, 0.0, {}), 1):
            for high, whole, slots in ways(self._behind, items, at, strength, before):
                key = tuple(id(item) for filled in slots.values() for item in filled)
                found.setdefault(key, Reading(whole, slots, low + 1, high - 1))
                if len(found) >= _MOST:
                    break
        return sorted(found.values(), key=lambda reading: -reading.strength)


def _resolved(element: Any, sets: Mapping[int, frozenset[str]]) -> Element:
    """An element with its sets of words in place of their numbers."""
    kind = element[0]
    if kind == "word":
        return ("word", sets[element[1]], element[2])
    if kind == "optional":
        return ("optional", tuple(_resolved(e, sets) for e in element[1]))
    if kind in ("any", "not"):
        options = tuple(tuple(_resolved(e, sets) for e in option) for option in element[1])
        return (kind, options)
    if kind == "slot":
        _, name, forms, _, *typed = element
        slot, many, nouns = typed or ("any", False, -1)
        return ("slot", name, sets[forms] if forms >= 0 else None, slot, many, sets[nouns] if nouns >= 0 else None)
    return tuple(element)


def _kinds(elements: Sequence[Element]) -> Iterator[str]:
    for element in elements:
        if element[0] == "slot":
            yield element[3]
        elif element[0] == "optional":
            yield from _kinds(element[1])
        elif element[0] == "any":
            for option in element[1]:
                yield from _kinds(option)


def _words(elements: Sequence[Element]) -> Iterator[frozenset[str]]:
    for element in elements:
        if element[0] == "word":
            yield element[1]
        elif element[0] == "optional":
            yield from _words(element[1])
        elif element[0] in ("any", "not"):
            for option in element[1]:
                yield from _words(option)
