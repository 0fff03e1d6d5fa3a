"""What times leave open: minutes, instants and days, so that two tellings can be compared."""

from datetime import date

import pytest

from claimlint.line import Claimlint
from claimlint.reading.mention import Mention
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.times import Time, bounds, instants, meet, minutes

READER = Claimlint().reader
TOLD = date(2024, 5, 15)


def told(text: str) -> list[Mention]:
    """The mentions of a text that came out on a Wednesday."""
    tokens, offsets = tokenize(fold(text))
    return READER.dated(READER.read_tokens(tokens, offsets), tokens, TOLD.toordinal())[0]


def open_minutes(mention: Mention) -> tuple[tuple[float, float], ...]:
    """The minutes of the day that a mention leaves open."""
    assert mention.value.when is not None
    return minutes(mention.value.when, mention.value.relation, approximate=mention.value.approximate)


def open_instants(mention: Mention, zone: float | None = None) -> tuple[tuple[float, float], ...]:
    """The instants that a mention leaves open."""
    assert mention.value.when is not None
    assert mention.time is not None
    return instants(mention.value.when, mention.time, mention.value.relation, approximate=mention.value.approximate, zone=zone)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("at 8:47 p.m.", "at 20:47", True),
        ("at 8:47 p.m.", "at 8:52 p.m.", False),
        ("at 8:47 p.m.", "shortly before 9 p.m.", True),
        ("at 8:47 p.m.", "shortly after 8 p.m.", False),
        ("at 8:47 p.m.", "around 9 p.m.", True),
        ("at 8:47 p.m.", "at 9 p.m.", False),
        ("at 8:47 p.m.", "by 9 p.m.", True),
        ("at 8:47 p.m.", "after 9 p.m.", False),
        ("at 8:47 p.m.", "on Wednesday evening", True),
        ("at 8:47 p.m.", "on Wednesday morning", False),
        ("at 8:47 p.m.", "at 8:47", True),
        ("at 8:47 p.m.", "between 8 p.m. and 9 p.m.", True),
        ("at 1 a.m.", "between 11 p.m. and 2 a.m.", True),
        ("at 3 a.m.", "between 11 p.m. and 2 a.m.", False),
        ("at 12:03 a.m.", "at midnight", True),
    ],
)
def test_two_times_of_day_meet_where_the_words_allow(one: str, other: str, *, same: bool) -> None:
    """Rounding, hedges and prepositions widen a time of day, and no further."""
    [a] = told(f"It fell {one} and broke.")
    [b] = told(f"It fell {other} and broke.")
    assert meet(open_minutes(a), open_minutes(b)) is same


def test_a_local_time_and_greenwich_are_one_instant() -> None:
    """With the zone of the place known, a local time is the Greenwich time in brackets behind it."""
    local, greenwich = told("The train left at 8:47 p.m. (1947 GMT) and was late.")
    assert open_instants(local, zone=1.0) == open_instants(greenwich)
    assert not meet(open_instants(local, zone=2.0), open_instants(greenwich))


def test_a_time_without_a_zone_is_no_instant() -> None:
    """Where the words give no zone and none is known, nothing is said of the instant."""
    [local] = told("The train left at 8:47 p.m. and was late.")
    assert open_instants(local) == ()


def test_a_zone_of_two_seasons_leaves_an_hour_open() -> None:
    """Eastern time is four or five hours behind Greenwich: both are left open."""
    [eastern] = told("Markets open at 9:31 a.m. Eastern on 3 May 2024.")
    [summer] = told("Markets open at 13:31 GMT on 3 May 2024.")
    [winter] = told("Markets open at 14:31 GMT on 3 May 2024.")
    [never] = told("Markets open at 15:31 GMT on 3 May 2024.")
    assert meet(open_instants(eastern), open_instants(summer))
    assert meet(open_instants(eastern), open_instants(winter))
    assert not meet(open_instants(eastern), open_instants(never))


def test_two_zones_far_apart_give_one_instant_on_two_days() -> None:
    """An evening in New York and a morning in Tokyo of the next day are the same moment."""
    [west] = told("The call began at 8:12 p.m. EST on 3 January 2024.")
    [east] = told("The call began at 10:12 a.m. JST on 4 January 2024.")
    assert open_instants(west) == open_instants(east)


@pytest.mark.parametrize(
    ("relation", "days"),
    [
        ("by", (None, 12)),
        ("until", (None, 12)),
        ("before", (None, 9)),
        ("since", (10, None)),
        ("from", (10, None)),
        ("after", (13, None)),
        ("", (10, 12)),
    ],
)
def test_a_preposition_opens_a_span(relation: str, days: tuple[int | None, int | None]) -> None:
    """By and until end with the span, since and from begin with it, before and after leave it out."""
    assert bounds(Time(10, 12, "x"), relation) == days


def test_bounds_of_an_unknown_time_are_unknown() -> None:
    """What has no days opens none."""
    assert bounds(Time(None, None, "x"), "after") == (None, None)
