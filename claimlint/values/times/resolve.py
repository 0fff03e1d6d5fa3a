"""A time as it is told -> the days it names and its TIMEX3 value, from an anchor."""

from claimlint.values.times import clocks, counted, inside, named, ranges
from claimlint.values.times.time import Anchor, Tell, Time, Told, unknown
from claimlint.values.value import When

_NOWHERE = Anchor(None)
_REPORTED = frozenset({"deictic", "weekday", "unit", "named", "units"})  # kinds that count from the day of publication


def resolve(when: When, anchor: Anchor = _NOWHERE) -> Time:
    """Gives the days that a time names, as told from an anchor. What cannot be resolved has no days."""
    try:
        return _KINDS[when[0]](when, anchor, resolve)
    except (ValueError, OverflowError):  # beyond the years 1 to 9999
        return unknown("XXXX")


def remember(told: Told | None, when: When, time: Time) -> Told | None:
    """Gives what has been told, with one more time."""
    if time.start is None or time.end is None or when[0] in ("ref", "set", "units", "several", "clock", "clocks"):
        return told
    before = told if told is not None else Told(time)
    return Told(
        time,
        Time(time.start, time.end, time.timex.partition("T")[0]) if time.days == 1 else before.day,
        time if time.days <= 31 else before.month,
        time if "Q" in time.timex and time.days <= 92 else before.quarter,
        time if time.days <= 366 else before.span,
        _year(when, before.year),
    )


def _year(when: When, before: int | None) -> int | None:
    """The year told with its number, until a time counted from the day of publication is told."""
    if when[0] in ("part", "at", "daypart", "dated") and when[2] is not None:
        return _year(when[2], before)
    if when[0] == "range":
        return _year(when[2], before)
    if when[0] in ("day", "month", "season", "year") and when[1] is not None:
        return int(when[1]) if when[1] > 0 else None
    if when[0] in ("nth", "several", "nth_weekday") and when[-1] is not None:
        return _year(when[-1], before)
    return None if when[0] in _REPORTED else before


def _ref(when: When, _anchor: Anchor, _tell: Tell) -> Time:
    """What names no days: a vague word, or what recurs, by its TIMEX3 value."""
    return unknown(when[1])


_KINDS = {
    "day": named.day, "month": named.month, "year": named.year, "decade": named.decade, "century": named.century,
    "season": named.season, "fiscal": named.fiscal, "holiday": named.holiday, "nth": inside.nth, "nth_weekday": inside.nth_weekday,
    "several": inside.several, "in": inside.within, "week_of": inside.week_of, "part": inside.part, "dated": inside.dated,
    "beside": inside.beside,
    "range": ranges.from_to, "deictic": counted.deictic, "weekday": counted.weekday, "named": counted.named, "unit": counted.unit,
    "units": counted.units, "ago": counted.ago, "same": counted.same, "clock": clocks.clock, "clocks": clocks.clocks,
    "at": clocks.at, "daypart": clocks.daypart, "ref": _ref, "set": _ref,
}  # fmt: skip
