"""Sentences and a relation -> the ways in which its operands may be bound."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from attrs import evolve, field

from claimlint.checks.relation import JOINED, PASSAGE, SENTENCE, Part
from claimlint.checks.views import Views
from claimlint.checks.ways import Likely, Standing
from claimlint.claims.items import Item
from claimlint.claims.kinds import COUNTING
from claimlint.claims.matching import Template
from claimlint.claims.rows import Row, bits
from claimlint.claims.walk import same
from claimlint.nouns import frozen

Match = tuple[Template, Row]  # a template and the items in which it may match

_MOST = 400  # combinations that are tried in one place
_FAR = 1 << 60
_LEAST = 2  # items of what was gathered
_NEAR = 2  # sentences from one operand to the next among neighbours
_BEFORE, _BEHIND = 4, 3  # sentences of a passage around what takes it up


@frozen(eq=False)
class Found:
    """What one part was found by: its slots, in one sentence."""

    slots: Mapping[str, tuple[Item, ...]]
    place: int  # number of the sentence
    strength: float
    start: int
    end: int
    outer: tuple[frozenset[int], ...] = ()  # where it is the last part of others that were found: what these have before it
    last: int = -1  # number of the last sentence, where there are several
    at: Mapping[int, int] = field(factory=dict)  # then the sentence of each mention, by where it begins

    @property
    def final(self) -> int:
        """The number of the last sentence."""
        return max(self.place, self.last)


@frozen(eq=False)
class Binding:
    """Operands for a relation: slot -> items, and the sentence of each."""

    slots: Mapping[str, tuple[Item, ...]]
    places: Mapping[str, int]
    strength: float
    start: int
    end: int
    parts: int = 1
    at: Mapping[int, int] = field(factory=dict)
    inner: bool = False  # whether it can but excuse others

    def place(self, name: str, item: Item) -> int:
        """The number of the sentence of an item of a slot."""
        return self.at.get(item.mention.start, self.places[name]) if item.mention is not None else self.places[name]

    @property
    def sentences(self) -> frozenset[int]:
        """The numbers of its sentences."""
        return frozenset((*self.places.values(), *self.at.values()))

    def starts(self) -> frozenset[int]:
        """Where its mentions begin."""
        return frozenset(item.mention.start for items in self.slots.values() for item in items if item.mention is not None)


class Finder:
    """Finds the operands of relations in the sentences of an article, each part once for all ways that ask for it."""

    def __init__(self, views: Sequence[Views], templates: Mapping[int, Template], standing: Standing) -> None:
        self._views, self._templates, self._standing = views, templates, standing
        self._rows: dict[tuple[int, int], list[Row]] = {}  # by template and sentence
        self._matching: dict[int, dict[int, list[Match]]] = {}  # by part and sentence
        self._found: dict[tuple[int, int], list[Found]] = {}  # by part and sentence

    def bindings(self, likely: Likely, over: str, loud: Callable[[int], int]) -> Iterator[Binding]:
        """Gives every choice of operands where all parts of a way are found together: in one sentence, or in many.

        That one sentence, or the first of two that are joined, must be one of the `loud` ones.
        """
        parts, places, near = likely.way.parts, list(likely.places), over in (SENTENCE, JOINED)
        links = self._standing.links if over == JOINED else 0
        together = loud(likely.together) if near else likely.together
        if not together:
            return
        for at in sorted(range(len(parts)), key=lambda at: (parts[at].optional, places[at].bit_count())):  # the rarest first
            places[at] = self._where(parts[at], places[at] & (together | (together & links) << 1))
            if not parts[at].optional:
                if not places[at]:
                    return
                if near:
                    together &= places[at] | places[at] >> 1 & links
        found: list[list[Found]] = []
        for part, where in zip(parts, places, strict=True):
            whole = [one for place in bits(where & (together | (together & links) << 1)) for one in self._of(part, place)]
            found.append(list(_gathered(whole)) if part.gathered else whole)
            if not found[-1] and not part.optional:
                return
        if over == JOINED:
            for place in bits(together):
                yield from _joined(parts, found, place, place + (links >> place & 1))
        else:
            yield from self._combined(parts, found, over)

    def _where(self, part: Part, places: int) -> int:
        """The sentences of some in which a template of a part may match."""
        known = self._matching.get(part.number)
        if known is None:
            known = self._matching[part.number] = {}
        found = 0
        for place in bits(places):
            matching = known.get(place)
            if matching is None:
                matching = known[place] = [
                    (self._templates[number], row)
                    for number, where in self._standing.templates(part).items()
                    if where >> place & 1
                    for row in self._rows_of(number, place)
                ]
            if matching:
                found |= 1 << place
        return found

    def _rows_of(self, number: int, place: int) -> list[Row]:
        """The views of a sentence in which a template may match."""
        found = self._rows.get((number, place))
        if found is None:
            template, views = self._templates[number], self._views[place]
            found = [row for row in (views.bracketed if template.brackets else views.plain) if template.starts(row)]
            self._rows[number, place] = found
        return found

    def _of(self, part: Part, place: int) -> list[Found]:
        """What a part is found by in a sentence in which it may match."""
        found = self._found.get((part.number, place))
        if found is None:
            found = self._found[part.number, place] = _read(self._matching[part.number][place], place)
        return found

    def _combined(self, parts: Sequence[Part], found: Sequence[list[Found]], over: str) -> Iterator[Binding]:
        """The bindings of a way: in one sentence, in neighbours, or anywhere."""
        if over in ("article", "story"):
            yield from _bindings(found)
            return
        if over == PASSAGE:
            for anchor in found[0]:
                yield from _bindings([[anchor], *([one for one in each if self._is_around(anchor, one)] for each in found[1:])])
            return
        near = _NEAR if over == "neighbours" else 0
        for place in sorted({one.place for each in found for one in each}):
            role = self._views[place].sentence.block.role
            here = [
                [
                    one
                    for one in each
                    if place - near * part.optional <= one.place
                    and one.final <= place + near
                    and self._views[one.place].sentence.block.role == role
                ]
                for each, part in zip(found, parts, strict=True)
            ]
            if all(each or part.optional for each, part in zip(here, parts, strict=True)) and any(
                one.place == place for each in here for one in each
            ):
                yield from (b for b in _bindings(here) if min(b.sentences) == place)

    def _is_around(self, anchor: Found, one: Found) -> bool:
        """Whether what was found stands in the passage of another: so far before it, or in the sentence behind."""
        role = self._views[anchor.place].sentence.block.role
        return (
            anchor.place - _BEFORE <= one.place
            and one.final <= anchor.place + _BEHIND
            and self._views[one.place].sentence.block.role == role
        )


def _joined(parts: Sequence[Part], found: Sequence[list[Found]], first: int, last: int) -> Iterator[Binding]:
    """The bindings in one sentence, and those in it and the next, where that is joined with it."""
    for end in range(first, last + 1):
        here = [[one for one in each if first <= one.place and one.final <= end] for each in found]
        if all(each or part.optional for each, part in zip(here, parts, strict=True)):
            yield from (b for b in _bindings(here) if min(b.sentences) == first and max(b.sentences) == end)


def _read(matching: Iterable[Match], place: int) -> list[Found]:
    """What templates find in the views of a sentence, the first there first; of the same mentions only the strongest."""
    found: dict[tuple[int, ...], Found] = {}
    for template, items in matching:
        for reading in template.readings(items):
            one = _found(reading.slots, place, reading.strength, items[reading.low : reading.high + 1])
            key = tuple(_key(item) for name in sorted(one.slots) for item in one.slots[name])
            if key not in found or found[key].strength < one.strength:
                found[key] = one
    lists = [one for one in found.values() if any(len(items) > 1 for items in one.slots.values())]
    whole = [evolve(one, outer=tuple(_longer(one, lists))) if one in lists else one for one in found.values()]
    return sorted(whole, key=lambda one: (one.start, -one.strength))


def _found(slots: Mapping[str, tuple[Item, ...]], place: int, strength: float, items: Sequence[Item]) -> Found:
    mentions = [item.mention for item in items if item.mention is not None] if slots else []
    start, end = (min((m.start for m in mentions), default=_FAR), max((m.end for m in mentions), default=0))
    return Found(slots, place, strength, start, end)


def _gathered(found: Sequence[Found]) -> Iterator[Found]:
    """All that was found in one, two or three sentences in a row as one list, from each sentence on."""
    for first in sorted({one.place for one in found}):
        for last in range(first, first + _NEAR + 1):
            row = [one for one in found if first <= one.place <= last and not one.outer]
            if len(row) > 1 and row[-1].place == last:
                at = {
                    item.mention.start: one.place for one in row for items in one.slots.values() for item in items if item.mention
                }
                names = frozenset.intersection(*(frozenset(one.slots) for one in row))
                slots = {name: tuple(item for one in row for item in one.slots[name]) for name in sorted(names)}
                yield Found(
                    slots, first, sum(one.strength for one in row), row[0].start, max(one.end for one in row), last=last, at=at
                )


def _longer(one: Found, lists: Sequence[Found]) -> Iterator[frozenset[int]]:
    """What the lists that end in one and begin before it have before it."""
    for other in lists:
        if one is other or one.place != other.place or one.slots.keys() != other.slots.keys():
            continue
        for name, items in one.slots.items():
            keys, others = list(map(_key, items)), list(map(_key, other.slots[name]))
            if 1 < len(keys) < len(others) and others[-len(keys) :] == keys:
                counting = any(COUNTING in item.kinds for item in items)  # "36, 23 and 21" are of one row
                yield frozenset(others[: -len(keys)]) if counting else frozenset()


def _bindings(found: Sequence[list[Found]]) -> Iterator[Binding]:
    """Every choice of one finding for each part in which no mention stands for two operands and names agree."""
    choices: list[list[Found | None]] = [[*each] or [None] for each in found]
    size = 1
    for choice in choices:
        size *= len(choice)
    if size > _MOST:
        return
    for chosen in product(*choices):
        binding = _binding([one for one in chosen if one is not None])
        if binding is not None:
            yield binding


def _binding(chosen: Sequence[Found]) -> Binding | None:
    slots: dict[str, tuple[Item, ...]] = {}
    places: dict[str, int] = {}
    at: dict[int, int] = {}
    taken: list[tuple[int, int]] = []
    for one in sorted(chosen, key=lambda each: bool(each.at)):
        for name, found in one.slots.items():
            if name in slots:
                if not same(slots[name], found):
                    return None
                continue
            items = found
            if one.at:  # of what was gathered, what stands for no other operand
                items = _unannounced(tuple(item for item in found if not any(_overlap(item, span) for span in taken)))
                if len(items) < _LEAST:
                    return None
                at.update({item.mention.start: one.at[item.mention.start] for item in items if item.mention is not None})
            slots[name], places[name] = items, at.get(_key(items[0]), one.place)
            taken += [(item.mention.start, item.mention.end) for item in items if item.mention is not None]
    taken.sort()
    if any(after[0] < before[1] for before, after in pairwise(taken)):
        return None
    spans = [(one.start, one.end) for one in chosen if not one.at] + [span for span in taken if span[0] in at]
    return Binding(
        slots,
        places,
        sum(one.strength for one in chosen),
        min(start for start, _ in spans),
        max(end for _, end in spans),
        len(chosen),
        at,
        any(longer.isdisjoint(start for start, _ in taken) for one in chosen for longer in one.outer),
    )


def _unannounced(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Some items without the first where it only says how many are to come: "three yards, with 40 in Ulm, 31 in ..."."""
    first, *rest = items or (None,)
    if first is None or first.mention is None or COUNTING not in first.kinds or len(rest) < _LEAST:
        return items
    others_count = any(COUNTING in item.kinds for item in rest)
    return items if others_count or first.mention.value.stated != len(rest) else tuple(rest)


def _overlap(item: Item, span: tuple[int, int]) -> bool:
    return item.mention is not None and item.mention.start < span[1] and span[0] < item.mention.end


def _key(item: Item) -> int:
    return item.mention.start if item.mention is not None else -1 - item.at
