"""Cues: the templates of measures, and where they match a sentence.

A template is compiled once into nested plain lists (`compile_cue`), kept with the knowledge, and matched against the
items of a sentence around a mention (`Cue.match`).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, field

from claimlint.claims.items import Item

Element = list[Any]  # ["word", [forms]], ["optional", [sequence]], ["any", [sequence, ...]], ["gap", longest], ["slot", name]

_GAP = 3
_STRETCH = 12
_STOPS = frozenset(";:—–")


@define
class Match:
    """Where a cue matched: the items it filled its slots with, and how much of it was said in words."""

    words: int = 0
    skipped: int = 0
    slots: dict[str, Item] = field(factory=dict)

    @property
    def strength(self) -> float:
        """More words make a stronger match, words in between a weaker one."""
        return self.words - 0.1 * self.skipped


class Cue:
    """A compiled template, parted at the value: what stands before it (nearest first) and behind it."""

    def __init__(self, elements: list[Element]) -> None:
        at = next(i for i, e in enumerate(elements) if e[0] == "slot" and e[1] == "value")
        self._before = [_reversed(e) for e in reversed(elements[:at])]
        self._behind = elements[at + 1 :]
        self.anchors = frozenset(_anchors(elements))

    def match(self, items: Sequence[Item], at: int) -> Match | None:
        """The best match around the mention at items[at]; None where there is none."""
        best: Match | None = None
        for _, before in _matches(self._before, 0, items, at - 1, -1, Match()):
            for _, found in _matches(self._behind, 0, items, at + 1, 1, before):
                if best is None or found.strength > best.strength:
                    best = found
            if best is not None:
                return best
        return best


def _matches(
    elements: Sequence[Element], i: int, items: Sequence[Item], at: int, step: int, so_far: Match
) -> Iterator[tuple[int, Match]]:
    """Every way the elements from i on match the items from a place on, nearest first."""
    if i == len(elements):
        yield at, so_far
        return
    kind, arg = elements[i][0], elements[i][1]
    if kind == "word":
        if 0 <= at < len(items) and items[at].lower in arg:
            found = Match(so_far.words + 1, so_far.skipped, so_far.slots)
            yield from _matches(elements, i + 1, items, at + step, step, found)
    elif kind == "gap":
        for skipped in range(arg + 1):
            found = Match(so_far.words, so_far.skipped + skipped, so_far.slots)
            yield from _matches(elements, i + 1, items, at, step, found)
            if not 0 <= at < len(items) or items[at].lower in _STOPS:
                return
            at += step
    elif kind == "optional":
        for end, found in _matches(arg, 0, items, at, step, so_far):
            yield from _matches(elements, i + 1, items, end, step, found)
        yield from _matches(elements, i + 1, items, at, step, so_far)
    elif kind == "any":
        for option in arg:
            for end, found in _matches(option, 0, items, at, step, so_far):
                yield from _matches(elements, i + 1, items, end, step, found)
    elif kind == "slot":
        yield from _slot(elements, i, items, at, step, so_far)


def _slot(
    elements: Sequence[Element], i: int, items: Sequence[Item], at: int, step: int, so_far: Match
) -> Iterator[tuple[int, Match]]:
    """A slot takes one item; what is counted may have up to three words before its noun."""
    name, forms = elements[i][1], elements[i][2] if len(elements[i]) > 2 else None
    for skipped in range(_GAP + 1 if name in ("who", "subject") else 1):
        place = at + step * skipped
        if not 0 <= place < len(items):
            return
        item = items[place]
        if _fills(item, name, forms):
            found = Match(so_far.words + (forms is not None), so_far.skipped + skipped, {**so_far.slots, name: item})
            yield from _matches(elements, i + 1, items, place + step, step, found)
            return
        if item.mention is not None or item.is_mark or item.word.role in ("auxiliary", "conjunction"):
            return
        if item.word.role == "preposition" and not (item.lower == "of" and name == "who"):
            return


def _fills(item: Item, name: str, forms: Any) -> bool:
    if name == "name":
        return item.name is not None
    if name == "date":
        return item.mention is not None and item.mention.value.when is not None
    if name == "place":
        return item.name is not None
    return item.mention is None and forms is not None and item.lower in forms


def _reversed(element: Element) -> Element:
    if element[0] == "optional":
        return ["optional", [_reversed(e) for e in reversed(element[1])]]
    if element[0] == "any":
        return ["any", [[_reversed(e) for e in reversed(option)] for option in element[1]]]
    return element


def _anchors(elements: list[Element]) -> list[str]:
    """The words of which one must stand in a sentence for the cue to match: of the element with the fewest."""
    found: list[str] = []
    for element in elements:
        words = _needed(element)
        if words and (not found or len(words) < len(found)):
            found = words
    return found


def _needed(element: Element) -> list[str]:
    if element[0] == "word":
        return list(element[1])
    if element[0] == "slot" and len(element) > 2 and element[2]:
        return list(element[2])
    if element[0] == "any":
        options = [_anchors(option) for option in element[1]]
        return [word for option in options for word in option] if all(options) else []
    return []
