"""A compiled cue -> what it cannot do without: on which side of the value, how deep, one of which words.

Worked out when the knowledge is built. The depth of a word is how many words that matter stand between it and the
value, itself counted; it is told up to `DEPTHS`, from there on it is the whole clause.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from claimlint.claims.elements import DEPTHS, MARKED, NOUN, Element
from claimlint.claims.templates import Sets

_OF_SLOT = 0.5  # how telling a slot is among the words of an option

Need = tuple[int, int, int]  # side (0 before the value, 1 behind), depth, number of the set


def needs(elements: Sequence[Element], sets: Sets) -> list[Need]:
    """Gives what a cue needs."""
    at = next(i for i, e in enumerate(elements) if e[:2] == ["slot", "value"])
    return [*_side(elements[:at][::-1], 0, sets), *_side(elements[at + 1 :], 1, sets)]


def rarest(found: Sequence[Need], sets: Sets, common: dict[str, int]) -> Need | None:
    """Gives the need by which a cue is looked up: the one whose words stand in the fewest sets; None where there is none."""
    by_word = [need for need in found if need[2] >= len(set(MARKED.values()))]
    return min(by_word, key=lambda need: (sum(common[word] for word in sets.rows[need[2]]), *need), default=None)


def _side(elements: Sequence[Element], side: int, sets: Sets) -> Iterator[Need]:
    depth = 0
    for element in elements:
        depth = min(depth + _reach(element), DEPTHS)
        if element[0] == "slot" and element[1] in MARKED:
            yield side, depth, MARKED[element[1]]
        elif (words := _needed(element, sets)) is not None:
            yield side, depth, words


def _needed(element: Element, sets: Sets) -> int | None:
    """The set of which an element needs a word; None where it can do without."""
    kind, arg = element[0], element[1]
    if kind == "word":
        return int(arg)
    if kind == "slot":
        return int(element[2]) if element[2] >= 0 else None
    if kind == "any":
        options = [_surest(option, sets) for option in arg]
        if all(option is not None for option in options):
            return sets.number({word for option in options if option is not None for word in sets.rows[option]})
    return None


def _surest(option: Sequence[Element], sets: Sets) -> int | None:
    """The set of the element of an option that says the most: "power" of "come to power"."""
    needed = [(element[2] if element[0] == "word" else _OF_SLOT, _needed(element, sets)) for element in option]
    return max(((worth, found) for worth, found in needed if found is not None), default=(0.0, None))[1]


def _reach(element: Element) -> int:
    """How many words that matter an element may take in."""
    kind: str = element[0]
    arg: Any = element[1]
    if kind == "word":
        return 1
    if kind == "slot":
        return 1 + NOUN if arg in ("who", "subject", "any") else 1
    if kind == "gap":
        return int(arg)
    if kind == "optional":
        return sum(map(_reach, arg))
    if kind == "any":
        return max(sum(map(_reach, option)) for option in arg)
    return 0
