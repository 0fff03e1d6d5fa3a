"""Items around a length of time or a rank -> the words whose event it is of.

What a time is of says claimlint.claims.happening.
"""

from collections.abc import Mapping, Sequence

from claimlint.claims.circumstance import is_saying
from claimlint.claims.items import Item
from claimlint.claims.segments import Around

_BACK, _ON = 9, 4  # items to the word that a value belongs to: "the strike of the crews lasted two days", "a two-day strike"


def governing(items: Sequence[Item], where: Around, events: Mapping[int, frozenset[str]]) -> frozenset[str]:
    """Gives the kinds of event that the mention is of: those of the nearest such word before it and behind it.

    `events` are the places of words that tell of events. Nothing where a verb of saying is nearer. In "For two days, the
    plant was shut" what stands behind the comma is told of the length.
    """
    if where.at + 1 < where.high and is_saying(items[where.at + 1]):
        return frozenset()
    before = _back(items, where, events)
    if before is None:
        return frozenset()
    behind = _first(items, range(where.at + 1, min(where.high, where.at + 1 + _ON)), events)
    if not before and not behind and where.at - where.low <= 1:
        behind = _first(items, range(where.high + 1, min(where.last, where.high + 1 + _BACK)), events)
    return before | behind


def _back(items: Sequence[Item], where: Around, events: Mapping[int, frozenset[str]]) -> frozenset[str] | None:
    """The event of the nearest word before; None where a verb of saying is nearer."""
    for place in range(where.at - 1, max(where.low, where.at - _BACK) - 1, -1):
        if is_saying(items[place]):
            return None
        if place in events:
            return events[place]
        if items[place].mention is not None and items[place].mention.value.when is not None:  # type: ignore[union-attr]
            return frozenset()
    return frozenset()


def _first(items: Sequence[Item], places: range, events: Mapping[int, frozenset[str]]) -> frozenset[str]:
    for place in places:
        if place in events:
            return events[place]
        if items[place].mention is not None:
            break
    return frozenset()
