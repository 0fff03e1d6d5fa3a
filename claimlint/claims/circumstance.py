"""Items around a mention -> what parts its claim from others: stance, scope, shifters, the day told of."""

import itertools
from collections.abc import Container, Sequence

from claimlint.claims.items import Item
from claimlint.claims.segments import Around
from claimlint.claims.vocabulary import Phrases
from claimlint.reading.mentions import Mention
from claimlint.values.times import Time
from claimlint.values.value import When

_BEFORE, _BEHIND = 7, 3
_STANCES = ("hypothetical", "forecast", "demanded", "planned", "limit", "denied")


def stance(items: Sequence[Item], where: Around, phrases: Phrases) -> str:
    """How the value is told: as a fact, or as planned, forecast, demanded, possible, a limit, denied.

    `phrases` are the marks of several words together: "is to" plans, "to" alone does not.
    """
    found: set[str] = set()
    for place in range(max(where.first, where.at - _BEFORE), where.at):
        if items[place].mention is None:
            found |= items[place].word.marks
            found |= _of_two(items, place, phrases)
    for before, item in itertools.pairwise(items[where.at : min(where.last, where.at + 1 + _BEHIND)]):
        if item.word.role == "conjunction":
            break
        if before.word.role != "determiner":  # "voted for the plan"
            found |= item.word.marks & {"planned", "forecast", "limit"}
    return next((stance for stance in _STANCES if stance in found), "asserted")


def marked(items: Sequence[Item], where: Around, mark: str, before: int, behind: int) -> frozenset[str]:
    """The words of a kind that stand near."""
    near = [*items[max(where.first, where.at - before) : where.at], *items[where.at + 1 : min(where.last, where.at + 1 + behind)]]
    return frozenset(item.word.stem for item in near if mark in item.word.marks and item.name is None and not _is_figure(item))


def own_hand(items: Sequence[Item], where: Around, phrases: Phrases) -> frozenset[str]:
    """The word by which it is told behind a number that who did it died too: "killed three and then himself", "his own life".

    Where the number counts him in ("seven people, including the gunman"), that is told.
    """
    for place in range(where.at + 1, len(items)):
        marks = items[place].word.marks
        if "counting_in" in marks and any(_DOER in item.word.nouns for item in items[place + 1 : place + 1 + _NEAR]):
            return frozenset({COUNTED_IN})
        if "selves" in marks or "selves" in _of_two(items, place, phrases):
            return frozenset({SELF})
    return frozenset()


SELF = "himself"
COUNTED_IN = "who did it"
_DOER, _NEAR = "attacker", 3
ELSEWHEN = "earlier"  # what `elsewhen` gives
_PERIODS = frozenset({"year", "quarter", "month", "season"})
OF_SEVERAL = frozenset({"several", "since", "weekend"})  # what `several` and `since` give


def _of_two(items: Sequence[Item], place: int, phrases: Phrases) -> frozenset[str]:
    """What a word tells together with the one before it."""
    return phrases.get(f"{items[place - 1].lower} {items[place].lower}", _NO_MARKS) if place else _NO_MARKS


_NO_MARKS: frozenset[str] = frozenset()


def since(items: Sequence[Item], where: Around) -> frozenset[str]:
    """The word by which a number is told of some days or hours, not of one event.

    "Since Monday", "over the weekend", "in a violent weekend", "in less than 24 hours".
    """
    for place in range(where.first, where.last):
        mention = items[place].mention
        if mention is None:
            if items[place].lower == _WEEKEND and (place + 1 == len(items) or items[place + 1].word.role):
                return frozenset({_WEEKEND})
            continue
        if mention.value.unit in _SPANS and where.holds(place) and place and "spanning" in items[place - 1].word.marks:
            return frozenset({"since"})
        if mention.value.when is not None and _is_weekend(mention.value.when):
            return frozenset({_WEEKEND})
        if mention.time is None or not mention.time.is_of_day:
            continue
        if mention.value.relation == "since" or (place and items[place - 1].lower == "since"):
            return frozenset({"since"})
    return frozenset()


def elsewhen(items: Sequence[Item], where: Around) -> frozenset[str]:
    """The word by which a number is told of a time counted from another: "the year before", "a month earlier"."""
    for place in range(where.first, where.last):
        mention = items[place].mention
        if mention is not None and mention.value.when is not None and where.holds(place) and _is_counted_back(mention.value.when):
            return frozenset({ELSEWHEN})
    return frozenset()


def _is_counted_back(when: When) -> bool:
    return when[0] == "unit" and when[2] == "previous" and when[1] in _PERIODS


_WEEKEND = "weekend"
_SPANS = frozenset({"hour", "day"})


def _is_weekend(when: When) -> bool:
    return when[0] in ("unit", "week_of") and str(when[1]).startswith(_WEEKEND)


def several(items: Sequence[Item], where: Around, events: Container[int]) -> frozenset[str]:
    """The word by which a number is told of several events together: "in separate attacks", "a series of raids".

    `events` are the places of the words that tell of events.
    """
    for place in range(where.first, where.last):
        if (
            place in events
            and items[place].is_plural
            and any("several" in item.word.marks for item in items[max(where.first, place - 3) : place])
        ):
            return frozenset({"several"})
    return frozenset()


def _is_figure(item: Item) -> bool:
    """Whether an item is a mention that is no rank: "the second quake" is another one."""
    return item.mention is not None and item.mention.value.kind != "rank"


def told_of(items: Sequence[Item], where: Around, mention: Mention) -> Time | None:
    """The day of what is told: the nearest time in the value's own segment, or before it in the clause.

    Not a time that stands behind another value, beside a verb of saying, or as the end of a span ("since 1997"). In
    "in January 2018, when a quake killed two" it is the time that "when" takes up. None, too, where the days of that time are
    not known.
    """
    taken_up = _taken_up(items, where)
    if taken_up is not None:
        return taken_up
    best: tuple[int, Time | None] | None = None
    for place in range(where.first, where.last):
        other = items[place].mention
        if other is None or other is mention or other.time is None or not _names_day(other):
            continue
        if place > where.at and not where.holds(place):
            continue
        if _is_edge(items, place, where) or _said(items, place) or _parted(items, place, where.at):
            continue
        far = abs(place - where.at)
        if best is None or far < best[0]:
            best = (far, other.time if other.time.start is not None else None)
    return best[1] if best else None


def is_change(items: Sequence[Item], where: Around) -> bool:
    """Whether the value is by how much something changes, not what it comes to: "prolonged by 10 days", "a rise of 2 tons"."""
    before = items[where.at - 1].lower if where.at else ""
    reach = {"by": _BEFORE, "of": 2}.get(before, 0)
    return any("changing" in item.word.marks for item in items[max(where.first, where.at - reach) : where.at])


def is_past_age(items: Sequence[Item], where: Around) -> bool:
    """Whether somebody was so old then: "until he was 18"."""
    return any("aged_then" in item.word.marks for item in items[max(0, where.at - 4) : where.at])


def _names_day(mention: Mention) -> bool:
    """Whether a time says on which days: "the night" and "the quarter" leave it to what was said before."""
    return mention.value.when is not None and mention.value.kind != "duration" and not _leans(mention.value.when)


def _leans(when: When) -> bool:
    """Whether a time has its days from elsewhere: a bare hour, "the night", "the quarter", "two days later"."""
    if when[0] in ("clock", "clocks", "units") or (when[0] == "daypart" and when[2] is None):
        return True
    if (when[0] in ("unit", "same") and when[2] in ("the", "that", "same")) or (
        when[0] == "ago" and when[1] != "ago" and when[5] is None
    ):
        return True
    return any(
        isinstance(part, tuple) and part and isinstance(part[0], str) and part[0] != "clock" and _leans(part) for part in when[1:]
    )


def _taken_up(items: Sequence[Item], where: Around) -> Time | None:
    """The time before the comma when the segment begins with "when" or "in which"."""
    first = [item.lower for item in items[where.low : where.low + 2]]
    if not first or (first[0] != "when" and first != ["in", "which"]) or where.low < 2:
        return None
    before = items[where.low - 2].mention if items[where.low - 1].lower == "," else None
    return before.time if before is not None and before.time is not None and before.time.start is not None else None


def _is_edge(items: Sequence[Item], place: int, where: Around) -> bool:
    """Whether a time is where something begins or ends: a word for that stands before it in its segment."""
    if place and "edges_beside" in items[place - 1].word.marks:
        return True
    for before in reversed(items[max(where.first, place - _REACH) : place]):
        if before.lower == "," or before.mention is not None:
            return False
        if "edges" in before.word.marks:
            return True
    return False


_REACH = 7


def _parted(items: Sequence[Item], place: int, at: int) -> bool:
    """Whether another value stands between a time and the mention."""
    low, high = min(place, at) + 1, max(place, at)
    return any(
        item.mention is not None and item.mention.value.stated is not None and item.mention.value.kind != "rank"
        for item in items[low:high]
    )


def _said(items: Sequence[Item], place: int) -> bool:
    """Whether a verb of saying stands right before a time, or behind it: "said on Thursday", "on Thursday said"."""
    near = [*items[max(0, place - 3) : place], *items[place + 1 : place + 2]]
    return any(is_saying(item) for item in near)


def is_saying(item: Item) -> bool:
    """Whether an item is a verb of saying; "state" and "report" without an ending are nouns as a rule."""
    return (
        item.name is None
        and item.mention is None
        and "saying" in item.word.marks
        and (item.lower != item.word.stem or "plainly_saying" in item.word.marks)
    )
