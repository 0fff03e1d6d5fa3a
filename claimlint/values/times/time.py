"""Spans of days with their TIMEX3 values, and the anchors from which times are told."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from claimlint.values.value import When

_HISTORY = 2
_DAY = len("2020-01-31")
FIRST, LAST = date.min.toordinal(), date.max.toordinal()
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "semester": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


class Time(NamedTuple):
    """A span of whole days, both ends included, as ordinals (None where it cannot be told), and its TIMEX3 value."""

    start: int | None
    end: int | None
    timex: str

    @property
    def days(self) -> int:
        """How many days it spans; 0 where they are not known."""
        return 0 if self.start is None or self.end is None else self.end - self.start + 1

    @property
    def is_of_day(self) -> bool:
        """Whether its value is that of a day or of an hour, not of a month or more."""
        return len(self.timex) >= _DAY

    def distance(self, day: int) -> int:
        """How many days lie between it and a day; 0 inside it, and where its days are not known."""
        return 0 if self.start is None or self.end is None else max(self.start - day, day - self.end, 0)


class Told(NamedTuple):
    """The times told before, the latest of each size: of any size, a day, a month or less, a quarter, a year or less.

    `year` is the year told last with its number, and `old` how often such a year was told, of two years before the
    publication and more, since a time that counts from the day of publication: what tells old years only is history.
    `late` is true where the day told last was told with its evening or night.
    """

    last: Time
    day: Time | None = None
    month: Time | None = None
    quarter: Time | None = None
    span: Time | None = None
    year: int | None = None
    old: int = 0
    late: bool = False

    @property
    def history(self) -> int | None:
        """The year of which the story tells, where it tells of history."""
        return self.year if self.old >= _HISTORY else None


class Anchor(NamedTuple):
    """From where times are told: the day of publication, what was told before, and whether the tense is the future's.

    `over` is true where the words say that the time is past.
    """

    day: int | None
    context: Told | None = None
    future: bool | None = None
    over: bool = False


Tell: TypeAlias = Callable[[When, Anchor], Time]


def unknown(timex: str) -> Time:
    """A time whose days are not known."""
    return Time(None, None, timex)


def ordinal(year: int, month: int, day: int) -> int | None:
    """The day's number; None where the calendar has no such day."""
    try:
        return date(year, month, day).toordinal()
    except (ValueError, OverflowError):
        return None


def one_day(day: int) -> Time:
    """A single day."""
    return Time(day, day, date.fromordinal(day).isoformat()) if FIRST <= day <= LAST else unknown("XXXX-XX-XX")


def known_day(anchor: Anchor) -> int | None:
    """The day of publication, if the calendar has it."""
    return anchor.day if anchor.day is not None and FIRST <= anchor.day <= LAST else None


def day_span(start: int, end: int, timex: str) -> Time:
    """The days from one to another, as far as the calendar goes."""
    return Time(start, end, timex) if FIRST <= start <= end <= LAST else unknown(timex)


def month_span(year: int, month: int, count: int, timex: str) -> Time:
    """So many months from one on; a month beyond 12 is of a later year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = month + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    start, end = ordinal(year, month, 1), ordinal(end_year, end_month, month_length(end_year, end_month))
    return Time(start, end, timex) if start is not None and end is not None else unknown(timex)


def month_length(year: int, month: int) -> int:
    """How many days a month has; 31 outside the calendar."""
    if not 1 <= year <= 9999:
        return 31
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def months_later(day: int, months: float) -> int | None:
    """The day so many months after another; the last of the month where it has no such day, None off the calendar."""
    at = date.fromordinal(day)
    whole = int(months)
    year, month = divmod(at.year * 12 + at.month - 1 + whole, 12)
    found = ordinal(year, month + 1, min(at.day, month_length(year, month + 1)))
    if found is None:
        return None
    found += round((months - whole) * 30.4)
    return found if FIRST <= found <= LAST else None


# Days within which a time told without its year is the nearest one, though the tense says the past or the future.
_LESS_LIKELY = 2  # how much nearer a coming time must be than a past one to be meant in no tense
_NEAR = {False: 30, True: 61}
_NEAR_DAY = {False: 75, True: 61}  # a single day of long ago has its year with it


def nearest(years: list[Time], anchor: Anchor) -> Time:
    """Of one span in several years the one that is meant.

    The nearest, if it is no further than a few months; otherwise the last one in the past's tense, the next one in the
    future's, and the nearest where the tense is not known: the past by preference. Raises IndexError for none at all.
    """
    day = anchor.day
    known = [span for span in years if span.start is not None and span.end is not None]
    if day is None or not known:
        return years[0]
    if anchor.over:
        return next((span for span in reversed(known) if not _is_after(span, day)), known[0])
    near = min(known, key=lambda span: (span.distance(day) * (_LESS_LIKELY if _is_after(span, day) else 1), span.timex))
    if anchor.future is None or near.distance(day) < (_NEAR_DAY if near.days == 1 else _NEAR)[anchor.future]:
        return near
    if anchor.future:
        return next((span for span in known if span.end is not None and span.end >= day), near)
    return next((span for span in reversed(known) if not _is_after(span, day)), near)


def _is_after(span: Time, day: int) -> bool:
    return span.start is not None and span.start > day
