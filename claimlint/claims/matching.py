"""Templates with named slots, and where they match the items of a sentence.

The templates of relations: compiled by claimlint.claims.templates, matched from their first slot to both sides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import field

from claimlint.claims.chains import Row, Source, chain, source
from claimlint.claims.elements import SHORT, STRETCH
from claimlint.claims.items import Item
from claimlint.claims.lists import row, things, united
from claimlint.claims.needed import NAME, NOUN, ROWS, WORDS, Element, Needed, needed
from claimlint.nouns import define

Filled = tuple[Item, ...]

_STOPS = frozenset(";:—–?")
_MOST = 12  # readings of a template from one place
_WIDER = 0.1  # what a word in between takes from the strength of a match
_NUMBERS = frozenset({"amount", "number", "multiple", "points", "span"})


@define
class Reading:
    """One way a template matched: its slots, how much of it was said in words, and the items it reaches over."""

    strength: float = 0.0
    slots: dict[str, Filled] = field(factory=dict)
    low: int = 0
    high: int = 0


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
        if self.may_match(items):
            for at in self._starts(items):
                yield from self._from(items, at)

    def _starts(self, items: Row) -> Iterable[int]:
        """Where the first slot may stand, or where there is none the first part."""
        if self.first is not None:
            return _starts(items, self.first)
        if self._head is not None:
            places = items.places(self._head)
            return [at for at in range(len(items)) if places >> at & 1]
        return range(len(items))

    def _from(self, items: Sequence[Item], at: int) -> list[Reading]:
        found: list[Reading] = []
        seen: set[tuple[int, ...]] = set()
        walk = _Walk(items, self._closed)
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


_COUNTED = frozenset(
    {"count", "percent", "share", "money", "quantity", "length", "area", "volume", "mass", "speed", "temperature", "rate"}
)


class _Walk:
    """Walks a template along the items. Gaps do not step over mentions of the kinds that are asked for."""

    def __init__(self, items: Sequence[Item], closed: frozenset[str]) -> None:
        self._items = items
        self._closed = closed

    def ways(self, elements: Sequence[Element], i: int, at: int, step: int, so_far: Reading) -> Iterator[tuple[int, Reading]]:
        """Every way the elements from i on match from a place on, nearest first: where it ends, and the reading."""
        if i == len(elements):
            yield at, so_far
            return
        items = self._items
        element = elements[i]
        kind = element[0]
        if kind == "word":
            if 0 <= at < len(items) and items[at].mention is None and items[at].lower in element[1]:
                yield from self.ways(elements, i + 1, at + step, step, _with(so_far, element[2]))
        elif kind == "gap":
            for skipped in range(element[1] + 1):
                yield from self.ways(elements, i + 1, at, step, _with(so_far, -_WIDER * skipped))
                if not 0 <= at < len(items) or self._stops(items[at]):
                    return
                at += step
        elif kind == "optional":
            for end, found in self.ways(element[1], 0, at, step, so_far):
                yield from self.ways(elements, i + 1, end, step, found)
            yield from self.ways(elements, i + 1, at, step, so_far)
        elif kind == "any":
            for option in element[1]:
                for end, found in self.ways(option, 0, at, step, so_far):
                    yield from self.ways(elements, i + 1, end, step, found)
        elif kind == "not":
            if not self._beside(element, at if step > 0 else at + 1):
                yield from self.ways(elements, i + 1, at, step, so_far)
        else:
            for end, filled, strength in self._filled(element, at, step):
                known = so_far.slots.get(element[1])
                if known is not None and not same(known, filled):
                    continue
                found = Reading(so_far.strength + strength, {**so_far.slots, element[1]: filled})
                yield from self.ways(elements, i + 1, end, step, found)

    def _beside(self, element: Element, place: int) -> bool:
        """Whether what must not stand here stands right behind the place or right before it."""
        sides = ((option, place, 1) for option in element[1]), ((option, place - 1, -1) for option in element[2])
        return any(True for side in sides for option, at, step in side for _ in self.ways(option, 0, at, step, Reading()))

    def _stops(self, item: Item) -> bool:
        if item.mention is not None:
            return not self._closed.isdisjoint(item.kinds)
        return item.lower in _STOPS and item.name is None

    def _stretches(self, at: int, step: int) -> Iterator[tuple[int, Filled, float]]:
        """The stretches of words from a place on that no mention and no mark breaks, the shortest first."""
        taken: list[Item] = []
        items = self._items
        while 0 <= at < len(items) and len(taken) < STRETCH and items[at].mention is None and not items[at].is_mark:
            taken.append(items[at])
            at += step
            yield at, tuple(taken[::step]), -_WIDER * len(taken)

    def _filled(self, element: Element, at: int, step: int) -> Iterator[tuple[int, Filled, float]]:
        """The ways to fill a slot from a place: where each ends, with what, and what it adds to the strength."""
        items = self._items
        if not 0 <= at < len(items):
            return
        _, _, forms, kind, many, nouns = element
        item = items[at]
        if kind == "row":
            yield from ((end, filled, 0.0) for end, filled in row(items, at, step))
        elif kind in ROWS:
            yield from ((end, filled, 0.0) for end, filled in things(items, at, step, named=kind == "names"))
        elif kind == WORDS:
            yield from self._stretches(at, step)
        elif many:
            yield from ((end, filled, 0.0) for end, filled in united(items, at, step, kind, nouns))
        elif kind == NAME:
            if item.name is not None:
                yield at + step, (item,), 0.0
        elif kind == NOUN:
            if _is_content(item):
                yield at + step, (item,), 0.0
        elif forms is not None:
            if item.mention is None and item.lower in forms:
                yield at + step, (item,), 1.0
        elif kind in item.kinds:
            if nouns is None:
                yield at + step, (item,), 0.0
            elif step > 0:
                end = counted(items, at, nouns)
                if end is not None:
                    yield end, (item,), 0.5
            else:
                yield at + step, (item,), 0.0


def same(a: Filled, b: Filled) -> bool:
    """Whether what fills a slot in two places is the same: one mention, a name and its surname, a word in two forms."""
    one, other = a[0], b[0]
    if one.name is not None and other.name is not None:
        few, many = sorted((one.name.words, other.name.words), key=len)
        return few[-1:] == many[-1:] and set(few) <= set(many)
    if one.mention is not None or other.mention is not None:
        return one.mention is other.mention or (
            one.mention is not None and other.mention is not None and one.mention.start == other.mention.start
        )
    return one.word.stem == other.word.stem


def _is_content(item: Item) -> bool:
    """Whether an item is a word that says what is spoken of."""
    return item.mention is None and not item.word.role and not item.word.thin and item.lower[:1].isalpha() and len(item.lower) > 1


def counted(items: Sequence[Item], at: int, nouns: frozenset[str]) -> int | None:
    """The place behind the noun that the number at a place counts; None where it counts no such noun."""
    for place in range(at + 1, min(len(items), at + 2 + SHORT)):
        item = items[place]
        if item.lower in nouns and item.mention is None:
            return place + 1
        if (
            item.mention is not None
            or (item.is_mark and item.lower != "-")
            or item.word.role in ("preposition", "auxiliary", "conjunction")
        ):
            if item.lower == "of" or item.lower in ("-", "other"):
                continue
            return None
    return None


def _with(reading: Reading, more: float) -> Reading:
    return Reading(reading.strength + more, reading.slots)


def _starts(items: Sequence[Item], element: Element) -> list[int]:
    """Where a slot may begin."""
    _, _, forms, kind, _, _ = element
    if kind in (*ROWS, WORDS):
        return [at for at, item in enumerate(items) if item.mention is None and not item.is_mark]
    if kind == NAME:
        return [at for at, item in enumerate(items) if item.name is not None]
    if kind == NOUN:
        return [at for at, item in enumerate(items) if _is_content(item)]
    if forms is not None:
        return [at for at, item in enumerate(items) if item.lower in forms]
    return [at for at, item in enumerate(items) if kind in item.kinds]


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
