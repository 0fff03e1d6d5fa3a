"""Items of a sentence -> the stretches around a mention: its comma segment and its clause."""

from collections.abc import Sequence

from claimlint.claims.items import Item
from claimlint.nouns import frozen

_CLAUSE = frozenset({";", ":", "—", "–", "(", ")", "[", "]"})
_SEGMENT = _CLAUSE | {","}


@frozen
class Around:
    """Where a mention stands in its items, and how far its segment and its clause reach (half open)."""

    at: int
    low: int
    high: int
    first: int
    last: int

    def holds(self, place: int) -> bool:
        """Whether a place is in the mention's own segment."""
        return self.low <= place < self.high


def around(items: Sequence[Item], at: int) -> Around:
    """Gives the stretches around items[at].

    A comma inside a list of adjectives or before "and" does not part what it stands in: the segment goes on where the
    other side has no verb and no name of its own.
    """
    low, high = _reach(items, at, _SEGMENT)
    first, last = _reach(items, at, _CLAUSE)
    return Around(at, low, high, first, last)


def _reach(items: Sequence[Item], at: int, marks: frozenset[str]) -> tuple[int, int]:
    low, high = at, at + 1
    while low > 0 and items[low - 1].lower not in marks:
        low -= 1
    while high < len(items) and items[high].lower not in marks:
        high += 1
    return low, high


_FIRST = 2  # content words next to a mention on either side
_WEIGHTS = {"next": 1.0, "segment": 0.6, "clause": 0.45, "sentence": 0.25}


def nearness(items: Sequence[Item], where: Around) -> list[float]:
    """How near each item is to the mention, from 1 for the words next to it to a quarter elsewhere in the sentence.

    Words of grammar are stepped over; behind another mention nothing is next to this one.
    """
    segment, clause, sentence = (_WEIGHTS[name] for name in ("segment", "clause", "sentence"))
    found = [sentence] * where.first + [clause] * (where.low - where.first) + [segment] * (where.high - where.low)
    found += [clause] * (where.last - where.high) + [sentence] * (len(items) - where.last)
    for step in (-1, 1):
        place, met = where.at + step, 0
        while where.first <= place < where.last and met < _FIRST:
            item = items[place]
            if item.mention is not None and item.mention.value.kind not in ("rank", "set"):
                break
            if item.name is not None or not item.word.role:
                found[place] = _WEIGHTS["next"]
                met += "light" not in item.word.marks
            place += step
    return found
