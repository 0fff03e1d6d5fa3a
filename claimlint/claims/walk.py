"""A path, a row of items and a place -> every way in which the path leads on from there, the nearest first."""

from collections.abc import Iterator, Sequence

from attrs import field

from claimlint.claims.elements import SHORT, STRETCH
from claimlint.claims.items import Item
from claimlint.claims.lists import row, things, united
from claimlint.claims.needed import NAME, NOUN, ROWS, WORDS, Element
from claimlint.claims.paths import Path, Step
from claimlint.claims.rows import Row
from claimlint.nouns import define

Filled = tuple[Item, ...]
Slots = dict[str, Filled]
_State = tuple[int, int, float, Slots, set[tuple[int, int]]]  # step, place, strength, slots, steps and places they led to

_WIDER = 0.1  # what a word in between takes from the strength of a match


@define
class Reading:
    """One way a template matched: its slots, how much of it was said in words, and the items it reaches over."""

    strength: float = 0.0
    slots: Slots = field(factory=dict)
    low: int = 0
    high: int = 0


def ways(path: Path, items: Row, at: int, strength: float, slots: Slots) -> Iterator[tuple[int, float, Slots]]:
    """Gives where each way ends that leads from a place to the end of a path, its strength and its slots.

    Of the ways that lead to one place with the same slots only the nearest is given.
    """
    reach = path.reach(items)
    if not reach or not reach[-1] >> at + 1 & 1:
        return
    states: list[_State] = [(len(reach) - 1, at, strength, slots, set())]  # the next one last
    while states:
        number, at, strength, slots, been = states.pop()
        if (number, at) in been:
            continue
        been.add((number, at))
        if not number:
            yield at, strength, slots
            continue
        onward = _onward(path, path.steps[number], items, at, strength, slots, been)
        states += [state for state in reversed(onward) if reach[state[0]] >> state[1] + 1 & 1]


def _onward(
    path: Path, step: Step, items: Row, at: int, strength: float, slots: Slots, been: set[tuple[int, int]]
) -> list[_State]:
    """Where a step leads from a place, the nearest first."""
    kind, follow, one_on = step.element[0], step.behind[0], 1 if path.forward else -1
    if kind == "word":
        return [(follow, at + one_on, strength + step.element[2], slots, been)]
    if kind == "gap":
        over, most = items.open[path.closed], step.element[1]
        wide = next((skipped for skipped in range(most) if not over >> at + one_on * skipped + 1 & 1), most)
        return [(follow, at + one_on * skipped, strength - _WIDER * skipped, slots, been) for skipped in range(wide + 1)]
    if kind == "slot":
        found = []
        for end, filled, more in _filled(step.element, items, at, one_on):
            known = slots.get(step.element[1])
            if known is None or same(known, filled):
                found.append((follow, end, strength + more, {**slots, step.element[1]: filled}, set[tuple[int, int]]()))
        return found
    if step.refused and _beside(step, items, at if path.forward else at + 1):
        return []
    return [(follow, at, strength, slots, been) for follow in step.behind]


def _beside(step: Step, items: Row, place: int) -> bool:
    """Whether what must not stand here stands right behind the place or right before it."""
    return any(
        True for path in step.refused for _ in ways(path, items, place if path.forward else place - 1, 0.0, {})
    )  # fmt: skip


def _filled(element: Element, items: Sequence[Item], at: int, step: int) -> Iterator[tuple[int, Filled, float]]:
    """The ways to fill a slot from a place: where each ends, with what, and what it adds to the strength."""
    if not 0 <= at < len(items):
        return
    _, _, forms, kind, many, nouns = element
    if kind == "row":
        yield from ((end, filled, 0.0) for end, filled in row(items, at, step))
    elif kind in ROWS:
        yield from ((end, filled, 0.0) for end, filled in things(items, at, step, named=kind == "names"))
    elif kind == WORDS:
        yield from _stretches(items, at, step)
    elif many:
        yield from ((end, filled, 0.0) for end, filled in united(items, at, step, kind, nouns))
    elif nouns is not None and kind not in (NAME, NOUN) and forms is None:
        end = counted(items, at, nouns) if step > 0 else at + step
        if end is not None:
            yield end, (items[at],), 0.5 if step > 0 else 0.0
    else:
        yield at + step, (items[at],), 0.0 if forms is None or kind in (NAME, NOUN) else 1.0


def _stretches(items: Sequence[Item], at: int, step: int) -> Iterator[tuple[int, Filled, float]]:
    """The stretches of words from a place on that no mention and no mark breaks, the shortest first."""
    taken: list[Item] = []
    while 0 <= at < len(items) and len(taken) < STRETCH and items[at].mention is None and not items[at].is_mark:
        taken.append(items[at])
        at += step
        yield at, tuple(taken[::step]), -_WIDER * len(taken)


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
