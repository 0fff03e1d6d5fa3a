"""Laws of times: what holds for every day, every anchor and every text."""

import calendar
import random
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.line import Claimlint
from claimlint.reading.mention import Mention
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.times import Anchor, Time, Told, bounds, instants, minutes, remember, resolve
from claimlint.values.times.lengths import duration, moved
from claimlint.values.value import When

READER = Claimlint().reader
MONTHS = list(calendar.month_name)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SHORT = ["", "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
NEWS = st.dates(date(1950, 1, 10), date(2090, 12, 20))
FAST = settings(deadline=None, max_examples=60, derandomize=True)


def rank(day: int) -> str:
    """A day of a month as a rank: 1st, 22nd, 13th."""
    return f"{day}{'th' if 10 < day % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


STYLES: dict[str, Callable[[date], str]] = {
    "American": lambda d: f"{MONTHS[d.month]} {d.day}, {d.year}",
    "American, short": lambda d: f"{SHORT[d.month]} {d.day}, {d.year}",
    "American, no comma": lambda d: f"{MONTHS[d.month]} {d.day} {d.year}",
    "American, weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {SHORT[d.month]} {d.day}, {d.year}",
    "American, rank": lambda d: f"{MONTHS[d.month]} {rank(d.day)}, {d.year}",
    "British": lambda d: f"{d.day} {MONTHS[d.month]} {d.year}",
    "British, short": lambda d: f"{d.day} {SHORT[d.month].rstrip('.')} {d.year}",
    "British, weekday": lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month]} {d.year}",
    "British, rank": lambda d: f"{rank(d.day)} {MONTHS[d.month]} {d.year}",
    "the British, rank": lambda d: f"the {rank(d.day)} of {MONTHS[d.month]} {d.year}",
    "ISO": lambda d: d.isoformat(),
    "with slashes, year first": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "with hyphens": lambda d: f"{d.day}-{calendar.month_abbr[d.month]}-{d.year}",
}


def told(text: str, day: date | None = None, context: Told | None = None) -> list[Mention]:
    """The mentions of a text that came out on a day."""
    tokens, offsets = tokenize(fold(text))
    return READER.dated(READER.read_tokens(tokens, offsets), tokens, day.toordinal() if day else None, context)[0]


@pytest.mark.parametrize("style", STYLES)
@FAST
@given(day=DAYS)
def test_every_day_reads_back_in_every_style(style: str, day: date) -> None:
    """A day written with its year is that day and nothing else, whatever the style."""
    said = STYLES[style](day)
    found = told(f"It was signed on {said} in Osterby.")
    assert [(m.time, m.end - m.start) for m in found] == [(Time(day.toordinal(), day.toordinal(), day.isoformat()), len(said))]


@FAST
@given(day=NEWS, ago=st.integers(0, 6))
def test_a_bare_weekday_in_a_report_is_the_last_one(day: date, ago: int) -> None:
    """A weekday in a report of the past lies in the seven days up to that of publication."""
    there = day - timedelta(ago)
    [found] = told(f"The dam broke on {WEEKDAYS[there.weekday()]}, killing sheep.", day)
    assert found.time == Time(there.toordinal(), there.toordinal(), there.isoformat())


@FAST
@given(day=NEWS, ahead=st.integers(0, 6))
def test_a_bare_weekday_to_come_is_the_next_one(day: date, ahead: int) -> None:
    """A weekday that the verb puts into the future lies in the seven days from that of publication on."""
    there = day + timedelta(ahead)
    [found] = told(f"The court will hear him on {WEEKDAYS[there.weekday()]}.", day)
    assert found.time is not None
    assert found.time.start == there.toordinal()


@FAST
@given(day=NEWS, other=st.integers(-30, 30))
def test_a_day_without_its_year_is_the_near_one(day: date, other: int) -> None:
    """A day within a month of publication is never taken for that of another year."""
    there = day + timedelta(other)
    verb = "will meet" if other > 0 else "met"
    [found] = told(f"The board {verb} on {MONTHS[there.month]} {there.day}.", day)
    assert found.time is not None
    assert found.time.start == there.toordinal()


@FAST
@given(day=NEWS, count=st.integers(2, 90), unit=st.sampled_from(["day", "week", "month", "year"]))
def test_so_long_ago_holds_the_day_counted(day: date, count: int, unit: str) -> None:
    """The span of "N units ago" holds the day exactly so long ago, lies in the past and is no wider than a unit and a half."""
    [found] = told(f"The dam broke {count} {unit}s ago.", day)
    exact = moved(day.toordinal(), -count, unit)
    assert exact is not None
    assert found.time is not None
    assert found.time.start is not None
    assert found.time.end is not None
    assert found.time.start <= exact <= found.time.end <= day.toordinal()
    assert found.time.days <= {"day": 1, "week": 10, "month": 46, "year": 549}[unit]


@FAST
@given(day=NEWS, count=st.integers(1, 400))
def test_days_from_a_day_are_counted_exactly(day: date, count: int) -> None:
    """So many days from a day that is told with its year is one day."""
    [found] = told(f"The term ends {count} days from {day.day} {MONTHS[day.month]} {day.year}.")
    there = day + timedelta(count)
    assert found.time is not None
    assert (found.time.start, found.time.end) == (there.toordinal(), there.toordinal())


@FAST
@given(day=NEWS, rel=st.sampled_from(["last", "this", "next"]), unit=st.sampled_from(["week", "month", "quarter", "year"]))
def test_last_this_and_next_stand_side_by_side(day: date, rel: str, unit: str) -> None:
    """This unit holds the day of publication; the last one ends the day before it begins, the next one follows it."""
    spans = [told(f"It was sold {word} {unit}.", day)[0].time for word in ("last", "this", "next")]
    last, this, coming = (span for span in spans if span is not None)
    assert this.start is not None
    assert this.end is not None
    assert this.start <= day.toordinal() <= this.end
    assert last.end == this.start - 1
    assert coming.start == this.end + 1


@FAST
@given(first=NEWS, length=st.integers(1, 27))
def test_a_range_holds_its_ends(first: date, length: int) -> None:
    """A range of days begins with the first and ends with the last, in both orders of day and month."""
    last = first + timedelta(length)
    american = f"from {MONTHS[first.month]} {first.day} to {MONTHS[last.month]} {last.day}, {last.year}"
    british = f"from {first.day} {MONTHS[first.month]} to {last.day} {MONTHS[last.month]} {last.year}"
    for said in (american, british):
        [found] = told(f"The fair ran {said}.")
        assert found.time is not None
        assert (found.time.start, found.time.end) == (first.toordinal(), last.toordinal())


@FAST
@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_every_time_of_day_reads_back(hour: int, minute: int) -> None:
    """A time of day is the same on a clock of 24 hours and on one of twelve."""
    half = "a.m." if hour < 12 else "p.m."
    twelve = f"{(hour - 1) % 12 + 1}:{minute:02} {half}"
    spans = []
    for said in (
        f"{hour:02}:{minute:02} GMT",
        f"{twelve} GMT",
        f"{twelve.replace(' ', '').replace('.', '')} GMT",
        f"{hour:02}{minute:02} GMT",
    ):
        [found] = told(f"It left at {said} and was late.", date(2024, 5, 15))
        assert found.value.when is not None
        assert found.time is not None
        spans.append((minutes(found.value.when), instants(found.value.when, found.time)))
    assert all(span == spans[0] for span in spans)
    assert any(low <= hour * 60 + minute <= high for low, high in spans[0][0])


ZONES = st.sampled_from(
    [("GMT", 0.0), ("Moscow time", 3.0), ("IST+", 5.5), ("JST", 9.0), ("EST", -5.0), ("Kathmandu time", 5.75)]
)


@FAST
@given(hour=st.integers(0, 23), minute=st.integers(0, 59), zone=ZONES)
def test_one_instant_is_the_same_in_every_zone(hour: int, minute: int, zone: tuple[str, float]) -> None:
    """A local time with its zone and the Greenwich time of the same instant leave open the same minutes."""
    name, ahead = zone
    name = "Delhi time" if name == "IST+" else name
    there = date(2024, 5, 15).toordinal() * 1440 + hour * 60 + minute - int(ahead * 60)
    day, rest = date.fromordinal(there // 1440), there % 1440
    spans = []
    greenwich = f"{rest // 60:02}:{rest % 60:02} GMT on {day.day} {MONTHS[day.month]} 2024"
    for said in (f"{hour:02}:{minute:02} {name} on 15 May 2024", greenwich):
        [found] = told(f"It left at {said}.")
        assert found.value.when is not None
        assert found.time is not None
        [(low, high)] = instants(found.value.when, found.time)
        spans.append((low + high) / 2)
    assert spans[0] == spans[1]


PIECES = st.sampled_from(
    re.findall(
        r"\S+",
        """
    the last next this that of in on at to from and or a week weeks month year years quarter third first early late mid - , . :
    ' s ago before after later May March Monday Sat Sun 12 1999 31 30 0 24 8:30 p.m. GMT noon midnight day days two ten nineteen
    ninety summer fall Christmas century BC fiscal same period year-ago so within until every twice now /
    """,
    )
)
ANCHORS = st.one_of(st.none(), st.integers(-5, 10), st.integers(3652050, 3652065), st.integers(600000, 800000), st.just(10**12))


@settings(deadline=None, max_examples=400, derandomize=True)
@given(words=st.lists(PIECES, max_size=14), day=ANCHORS, future=st.sampled_from([True, False, None]))
def test_no_text_and_no_anchor_raises(words: list[str], day: int | None, *, future: bool | None) -> None:
    """Whatever words stand side by side, reading and resolving give mentions whose spans have two ends or none."""
    text = " ".join(words)
    tokens, offsets = tokenize(fold(text))
    mentions, context = READER.dated(READER.read_tokens(tokens, offsets), tokens, day)
    for mention in mentions:
        when = mention.value.when
        if when is None:
            continue
        time = resolve(when, Anchor(day, context, future))
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or 1 <= time.start <= time.end
        assert time.timex
        remember(context, when, time, day)
        instants(when, time, zone=1.0)
        bounds(time, mention.value.relation)


@settings(deadline=None, max_examples=100, derandomize=True)
@given(text=st.text(max_size=60))
def test_no_string_raises(text: str) -> None:
    """Any string of any script can be read."""
    told(text, date(2024, 5, 15))


def test_the_order_of_calls_changes_nothing() -> None:
    """What a text says does not depend on what was read before it."""
    texts = [
        f"The {word} met on {day} May and {rel} {unit}, two {unit}s ago, at {day}:30 p.m. on {weekday}."
        for day in range(1, 21)
        for word in ("board", "crew")
        for rel, unit in (("last", "week"), ("next", "month"), ("last", "decade"))
        for weekday in (WEEKDAYS[day % 7],)
    ]
    day = date(2024, 5, 15)
    first = [told(text, day) for text in texts]
    order = list(range(len(texts)))
    random.Random(7).shuffle(order)  # noqa: S311
    again = {i: told(texts[i], day) for i in order}
    fresh = Claimlint().reader
    for i, text in enumerate(texts):
        assert again[i] == first[i]
        tokens, offsets = tokenize(fold(text))
        assert fresh.dated(fresh.read_tokens(tokens, offsets), tokens, day.toordinal())[0] == first[i]


@pytest.mark.parametrize(
    "day",
    [
        "1818-03-22",
        "1943-04-25",
        "1961-04-02",
        "1999-04-04",
        "2000-04-23",
        "2008-03-23",
        "2019-04-21",
        "2024-03-31",
        "2038-04-25",
    ],
)
def test_easter_is_where_the_tables_put_it(day: str) -> None:
    """Easter falls on the days that the tables of the churches give, the earliest and the latest among them."""
    there = date.fromisoformat(day)
    assert resolve(("holiday", "easter", there.year), Anchor(None)).start == there.toordinal()
    assert resolve(("holiday", "easter-2", there.year), Anchor(None)).start == there.toordinal() - 2


@FAST
@given(
    year=st.integers(1900, 2100), month=st.integers(1, 12), weekday=st.integers(1, 7), number=st.sampled_from([1, 2, 3, 4, -1])
)
def test_a_weekday_of_a_month_is_found_in_the_calendar(year: int, month: int, weekday: int, number: int) -> None:
    """The first, second or last Monday of a month is what a calendar shows."""
    weeks = calendar.monthcalendar(year, month)
    days = [week[weekday - 1] for week in weeks if week[weekday - 1]]
    there = date(year, month, days[number - 1 if number > 0 else number]).toordinal()
    assert resolve(("nth_weekday", weekday, number, ("month", year, month)), Anchor(None)).start == there
    assert resolve(("holiday", f"{month:02}:{weekday}:{number}", year), Anchor(None)).start == there


@FAST
@given(count=st.integers(1, 5000), unit=st.sampled_from(["day", "week", "month", "year", "hour", "minute"]))
def test_a_length_in_whole_units_keeps_its_number(count: int, unit: str) -> None:
    """The TIMEX3 value of a whole number of units is that number."""
    letter = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H", "minute": "PT{}M"}[unit]
    assert duration(count, count, unit) == letter.format(count)


@pytest.mark.parametrize(
    ("when", "timex"),
    [
        (("day", 2023, 2, 29), "2023-02-29"),
        (("year", 0), "BC0000"),
        (("year", 99999), "99999"),
        (("ago", "ago", 1e30, 1e30, "year", None, False, ""), "PAST_REF"),
    ],
)  # fmt: skip
def test_what_the_calendar_lacks_has_no_days(when: When, timex: str) -> None:
    """A day that does not exist and a year beyond all calendars are read and have no days."""
    assert resolve(when, Anchor(738000)) == Time(None, None, timex)


@FAST
@given(day=NEWS, hour=st.integers(1, 11), minute=st.integers(0, 59), shift=st.integers(-11, 12))
def test_a_clock_lends_its_day_to_the_other_zone_so_that_both_are_one_moment(
    day: date, hour: int, minute: int, shift: int
) -> None:
    """The Greenwich time in brackets behind a local one, in front of the day, is of the day that makes them one moment."""
    greenwich = (hour * 60 + minute - shift * 60) % (24 * 60)
    text = f"It began at {hour}:{minute:02} a.m. ({greenwich // 60:02}{greenwich % 60:02} GMT) on {day.day} {MONTHS[day.month]} {day.year}."
    local, other = told(text, day)[:2]
    assert local.time is not None
    assert other.time is not None
    assert local.time.start == day.toordinal()
    assert other.time.start is not None
    moved = (other.time.start - day.toordinal()) * 24 * 60 + greenwich + shift * 60
    assert moved == hour * 60 + minute


@FAST
@given(day=st.dates(date(1950, 1, 10), date(2090, 12, 20)), end=st.dates(date(1960, 2, 1), date(2080, 12, 20)))
def test_a_quarter_and_a_year_end_with_the_day_that_they_are_said_to_end_on(day: date, end: date) -> None:
    """Whatever the calendar says, the period runs up to that day and is as long as it is called."""
    quarter, *_ = told(f"Sales fell in the quarter ended {MONTHS[end.month]} {end.day}, {end.year}.", day)
    year, *_ = told(f"Sales fell in the year to {MONTHS[end.month]} {end.day}, {end.year}.", day)
    assert quarter.time is not None
    assert year.time is not None
    assert (quarter.time.end, year.time.end) == (end.toordinal(), end.toordinal())
    assert 88 <= quarter.time.days <= 93
    assert 364 <= year.time.days <= 367
