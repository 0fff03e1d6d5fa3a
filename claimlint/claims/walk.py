"""A template, a place among items and a direction -> every way in which the template matches from there, the nearest first."""

from collections.abc import Iterator, Sequence

from attrs import field

from claimlint.claims.elements import SHORT, STRETCH
from claimlint.claims.items import Item
from claimlint.claims.lists import row, things, united
from claimlint.claims.needed import NAME, NOUN, ROWS, WORDS, Element
from claimlint.nouns import define

Filled = tuple[Item, ...]

_STOPS = frozenset(";:—–?")
_WIDER = 0.1  # what a word in between takes from the strength of a match


@define
class Reading:
    """One way a template matched: its slots, how much of it was said in words, and the items it reaches over."""

    strength: float = 0.0
    slots: dict[str, Filled] = field(factory=dict)
    low: int = 0
    high: int = 0


def starts(items: Sequence[Item], element: Element) -> list[int]:
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


class Walk:
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
