"""A template with named slots and the items of a sentence -> its readings there.

The templates of relations: compiled by claimlint.claims.templates, matched from their first slot to both sides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from claimlint.claims.chains import Row, Source, chain, source
from claimlint.claims.items import Item
from claimlint.claims.needed import Element, Needed, needed
from claimlint.claims.walk import Reading, Walk, starts

_MOST = 12  # readings of a template from one place
_NUMBERS = frozenset({"amount", "number", "multiple", "points", "span"})
_COUNTED = frozenset(
    {"count", "percent", "share", "money", "quantity", "length", "area", "volume", "mass", "speed", "temperature", "rate"}
)


class Template:
    """A compiled template. Most are never asked for more than what must stand one behind the other."""

    def __init__(self, elements: Sequence[Any], sets: Mapping[int, frozenset[str]]) -> None:
        self.elements = tuple(_resolved(element, sets) for element in elements)
        self._chain = chain(self.elements)

    @cached_property
    def _at(self) -> int:
        """Where the first slot stands; 0 where there is none."""
        return next((i for i, e in enumerate(self.elements) if e[0] == "slot"), 0)

    @cached_property
    def _before(self) -> tuple[Element, ...]:
        return _backwards(self.elements[: self._at])

    @cached_property
    def _behind(self) -> tuple[Element, ...]:
        return self.elements[self._at :]

    @cached_property
    def first(self) -> Element | None:
        """The first slot; None where there is none."""
        return self._behind[0] if self._behind and self._behind[0][0] == "slot" else None

    @cached_property
    def _head(self) -> Source | None:
        return source(self.elements[0]) if self.elements else None

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

    def may_match(self, items: Row) -> bool:
        """Whether what the template cannot do without may stand one behind the other in the items."""
        return items.may_hold(self._chain)

    def readings(self, items: Row) -> Iterator[Reading]:
        """Every reading in the items, from each place the best few, the strongest first."""
        return self.walked(items) if self.may_match(items) else iter(())

    def walked(self, items: Row) -> Iterator[Reading]:
        """Every reading in items in which the template may match."""
        for at in self._starts(items):
            yield from self._from(items, at)

    def _starts(self, items: Row) -> Iterable[int]:
        """Where the first slot may stand, or where there is none the first part."""
        if self.first is not None:
            return starts(items, self.first)
        if self._head is not None:
            places = items.places(self._head)
            return [at for at in range(len(items)) if places >> at & 1]
        return range(len(items))

    def _from(self, items: Sequence[Item], at: int) -> list[Reading]:
        found: list[Reading] = []
        seen: set[tuple[int, ...]] = set()
        walk = Walk(items, self._closed)
        for low, before in walk.ways(self._before, 0, at - 1, -1, Reading()):
            for high, both in walk.ways(self._behind, 0, at, 1, before):
                key = tuple(id(item) for filled in both.slots.values() for item in filled)
                reading = Reading(both.strength, both.slots, low + 1, high - 1)
                if key not in seen:
                    seen.add(key)
                    found.append(reading)
                if len(found) >= _MOST:
                    break
            break
        return sorted(found, key=lambda reading: -reading.strength)


def _resolved(element: Any, sets: Mapping[int, frozenset[str]]) -> Element:
    """An element with its sets of words in place of their numbers."""
    kind = element[0]
    if kind == "word":
        return ("word", sets[element[1]], element[2])
    if kind == "optional":
        return ("optional", tuple(_resolved(e, sets) for e in element[1]))
    if kind in ("any", "not"):
        options = tuple(tuple(_resolved(e, sets) for e in option) for option in element[1])
        return (kind, options, tuple(map(_backwards, options)))
    if kind == "slot":
        _, name, forms, _, *typed = element
        slot, many, nouns = typed or ("any", False, -1)
        return ("slot", name, sets[forms] if forms >= 0 else None, slot, many, sets[nouns] if nouns >= 0 else None)
    return tuple(element)


def _reversed(element: Element) -> Element:
    if element[0] == "optional":
        return ("optional", _backwards(element[1]))
    if element[0] == "any":
        return ("any", element[2], element[1])
    return element


def _backwards(option: Sequence[Element]) -> tuple[Element, ...]:
    return tuple(_reversed(e) for e in reversed(option))


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
