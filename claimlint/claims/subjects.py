"""Items around a mention -> the person or thing that its value is of."""

from collections.abc import Sequence

from claimlint.claims.items import Item
from claimlint.claims.names import Name
from claimlint.claims.segments import Around

_REACH = 9
_PLACING = frozenset({"in", "at", "from", "near", "to"})  # behind them a name is a place's
_BREAKS = frozenset({";", ":", "—", "–"})


def person(items: Sequence[Item], at: int) -> Name | None:
    """The person whose age or birth stands at a place.

    "Rui Castelo, 52,"; "Rui Castelo, a 52-year-old driver"; "a 52-year-old driver, Rui Castelo"; "52-year-old Rui
    Castelo"; "Rui Castelo was born in 1972"; "Born in 1972, Castelo ...". None where two could be meant.
    """
    before = _named(items, range(at - 1, max(-1, at - 4), -1))
    if before is not None:
        return before
    behind = _named(items, range(at + 1, min(len(items), at + _REACH)))
    if behind is not None:
        return behind
    return _named(items, range(at - 4, max(-1, at - _REACH - 6), -1))


def full_name(name: Name | None) -> str:
    """A person's name as it is compared: "emil sabo", or the surname alone where no more is told.

    What follows "of" is where somebody is from: "Emil Sabo of Istria Nova".
    """
    if name is None:
        return ""
    words = name.words[: name.words.index("of")] if "of" in name.words[1:] else name.words
    return " ".join(words[-2:]).lower()


def same_person(a: str, b: str) -> bool:
    """Whether two names as compared may be one person's: they share the surname, and the given name where both have it."""
    return a == b or ((" " not in a or " " not in b) and a.rpartition(" ")[2] == b.rpartition(" ")[2])


def _named(items: Sequence[Item], places: range) -> Name | None:
    """The first person's name over some places that nothing parts from the start."""
    for place in places:
        item = items[place]
        if item.lower in _BREAKS or (item.mention is not None and item.mention.value.kind == "age"):
            return None
        if item.name is not None and is_person(item.name) and not (place and items[place - 1].lower in _PLACING):
            return item.name
    return None


def is_person(name: Name) -> bool:
    """Whether a name may be a person's: known to be one, or capitals that no list knows."""
    return (not name.kind and len(name.words) >= 1 and name.words[-1][1:2].islower()) or name.kind == "person"


def entity(items: Sequence[Item], where: Around, kind: str) -> str:
    """The known entity of a kind that stands nearest in the sentence, before the value rather than behind it."""
    for place in (*range(where.at - 1, -1, -1), *range(where.at + 1, len(items))):
        name = items[place].name
        if name is not None and name.entity and name.kind == kind:
            return str(name.entity)
    return ""
