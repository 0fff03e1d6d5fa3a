"""A time as it is told -> the days it names and its TIMEX3 value, from an anchor."""

from datetime import date

from claimlint.values.times import ago, clocks, inside, named, ranges, relative
from claimlint.values.times.time import FIRST, LAST, Anchor, Tell, Time, Told, unknown
from claimlint.values.value import When

_NOWHERE = Anchor(None)
_POINTING = frozenset({None, -1, 0, 1})  # relations that count from the day of publication
_PASSING = frozenset({"ref", "set", "units", "several", "same", "clock", "clocks"})
_OVERNIGHT = ("daypart", "NI", ("deictic", "night"))
_COMPARED = frozenset({"year", "quarter", "quarteryear"})
_LATELY = -2  # who tells of this week needs more old years to tell history
_WEEKS = 100  # days
_LATE = frozenset({"EV", "NI", "18", "19", "20", "21", "22", "23"})  # parts of a day and hours behind which a night comes
_OLD = 2  # years before the publication from which on one is history


def resolve(when: When, anchor: Anchor = _NOWHERE) -> Time:
    """Gives the days that a time names, as told from an anchor. What cannot be resolved has no days."""
    try:
        return _KINDS[when[0]](when, anchor, resolve)
    except (ValueError, OverflowError):  # beyond the years 1 to 9999
        return unknown("XXXX")


def remember(told: Told | None, when: When, time: Time, day: int | None) -> Told | None:
    """Gives what has been told in an article of a day, with one more time. What only compares is not remembered."""
    if (
        time.start is None
        or time.end is None
        or when[0] in _PASSING
        or when == _OVERNIGHT
        or (when[0] == "ago" and when[4] in _COMPARED and when[1] != "later")
    ):
        return told
    before = told if told is not None else Told(time)
    year = _year(when)
    old = year is not None and (day is None or not FIRST <= day <= LAST or year <= date.fromordinal(day).year - _OLD)
    return Told(
        time,
        Time(time.start, time.end, time.timex.partition("T")[0]) if time.days == 1 else before.day,
        time if time.days <= 31 else before.month,
        time if "Q" in time.timex and time.days <= 92 else before.quarter,
        time if time.days <= 366 else before.span,
        before.year if year is None else year,
        _LATELY if _reported(when) or _recent(when, time, before, day) else before.old + old,
        time.timex.partition("T")[2][:2] in _LATE if time.days == 1 else before.late,
    )


def _year(when: When) -> int | None:
    """The year told with its number; None where there is none, or it is before Christ."""
    if when[0] in ("part", "at", "daypart", "dated", "range", "week_of", "nth", "several", "nth_weekday"):
        inner = when[-1] if when[0] in ("nth", "several", "nth_weekday") else when[1 if when[0] == "range" else 2]
        return _year(inner) if inner is not None else None
    if when[0] in ("day", "month", "season", "year") and when[1] is not None and when[1] > 0:
        return int(when[1])
    return None


def _reported(when: When) -> bool:
    """Whether a time counts from the day of publication."""
    if when[0] in ("at", "daypart", "part") and when[2] is not None:
        return _reported(when[2])
    if when[0] == "deictic":
        return not isinstance(when[1], str)
    return when[0] in ("weekday", "unit", "named") and when[1 if when[0] == "named" else 2] in _POINTING


def _recent(when: When, time: Time, before: Told, day: int | None) -> bool:
    """Whether a month or a day told without its year is one of the weeks around the publication: no history."""
    if before.history is not None or day is None or when[0] not in ("day", "month", "dated") or _year(when) is not None:
        return False
    return time.distance(day) < _WEEKS


def _ref(when: When, _anchor: Anchor, _tell: Tell) -> Time:
    """What names no days: a vague word, or what recurs, by its TIMEX3 value."""
    return unknown(when[1])


_KINDS = {
    "day": named.day, "slashed": named.slashed, "month": named.month, "year": named.year, "decade": named.decade,
    "century": named.century, "season": named.season, "fiscal": named.fiscal, "holiday": named.holiday, "nth": inside.nth,
    "nth_weekday": inside.nth_weekday, "several": inside.several, "in": inside.within, "week_of": inside.week_of,
    "part": inside.part, "dated": inside.dated, "beside": inside.beside, "range": ranges.from_to, "deictic": relative.deictic,
    "weekday": relative.weekday, "named": relative.named, "unit": relative.unit, "units": relative.units, "ago": ago.ago,
    "same": ago.same, "clock": clocks.clock, "clocks": clocks.clocks, "at": clocks.at, "daypart": clocks.daypart, "ref": _ref,
    "set": _ref, "ended": inside.ended,
}  # fmt: skip
