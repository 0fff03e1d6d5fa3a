"""Two claims on when something was -> whether they leave no moment in common.

What is told as newsrooms tell it is taken as loosely as they do: "overnight" belongs to two days, "last week" begins and
ends with nobody's calendar, a bare weekday is told of the days around its article, and a local hour has no zone.
"""

from datetime import date

from claimlint.claims.claim import Claim
from claimlint.values.times import Time, instants, meet, minutes, zones
from claimlint.values.value import When

_LEAVES = 2  # days by which a span that is counted from the article's day may be wider
_WIDE = 62  # days of a span in which any day of the month may lie
_WEEKS = 14  # days back to what is no news
_NEWS = 6  # days between two articles that may tell of one day by its weekday alone
_ROUGH = 15  # minutes by which an hour that is told as near may be wider
_SMALL_HOURS, _LATE = 5, 22
_NIGHT = frozenset({"NI", "EV"})
_RELATIVE = frozenset({"deictic", "weekday", "unit", "units", "ago", "several", "named", "week_of", "same"})
_LOOSE = frozenset({"unit", "units", "ago", "several", "week_of"})
_OUTER = {"at": 2, "dated": 2, "daypart": 2, "part": 2}  # where the day of such a time stands
_LEANING = ("clock", "clocks")


def times_differ(a: Claim, b: Claim) -> bool:
    """Whether two times leave nothing in common: their days, or on one day their minutes, in one zone or in none."""
    one, other = a.value.when, b.value.when
    if one is None or other is None or a.time is None or b.time is None or one == other or _is_vague(a.time) or _is_vague(b.time):
        return False
    told = [minutes(when, _relation(claim), approximate=claim.value.approximate) for when, claim in ((one, a), (other, b))]
    if all(told) and zones(one) and zones(other):
        moments = [
            instants(when, claim.time, _relation(claim), approximate=claim.value.approximate)  # type: ignore[arg-type]
            for when, claim in ((one, a), (other, b))
        ]
        return all(moments) and not meet(*moments)
    if (zones(one) or zones(other)) and (all(told) or _neighbours(a.time, b.time, 1)):
        return False  # the local zone of the other is not known
    if _reaches(a, b) or _reaches(b, a):
        return False
    if not _leans(one) and not _leans(other) and not _same_days((one, a.time), (other, b.time)):
        return True
    rough = [_ROUGH if claim.value.approximate or "soon" in str(when) else 0 for when, claim in ((one, a), (other, b))]
    wider = [tuple((low - more, high + more) for low, high in spans) for spans, more in zip(told, rough, strict=True)]
    return all(told) and not meet(*wider)


def _reaches(claim: Claim, other: Claim) -> bool:
    """Whether what goes on since some day may be of the day that the other tells: "since Friday", "on Sunday"."""
    if claim.value.relation != "since" or claim.time is None or other.time is None or not claim.time.is_of_day:
        return False
    return claim.time.start is not None and other.time.end is not None and claim.time.start <= other.time.end


def _relation(claim: Claim) -> str:
    """How a time bounds what is told; a deadline is no bound: "until noon", "by noon" tell noon itself."""
    relation = claim.value.relation
    is_end = relation == "until" or (relation == "by" and claim.measure is not None and claim.measure.of == "obligation")
    return "" if is_end else relation


def told_of_other_weeks(a: Claim, b: Claim) -> bool:
    """Whether two times are told from the days of two articles that are too far apart to mean one day.

    So are two hours without a day, and "Sunday" where it is not the same one.
    """
    one, other = a.value.when, b.value.when
    if one is None or other is None or a.document.date is None or b.document.date is None or a.time is None or b.time is None:
        return False
    apart = max(a.document.date.start - b.document.date.end, b.document.date.start - a.document.date.end)
    if apart > _NEWS and (is_relative(one) or is_relative(other)):
        return True
    if apart > _WEEKS and _leans(one) and _leans(other):
        return True
    return _inner(one) == _inner(other) and is_relative(one) and apart > 0 and not same_days(a.time, b.time)


def is_looked_back_to(claim: Claim) -> bool:
    """Whether a time is counted back from the day of its article to what was weeks before: "last month", "a month ago"."""
    when, dating, time = claim.value.when, claim.document.date, claim.time
    if when is None or dating is None or time is None or time.end is None:
        return False
    return is_relative(when) and dating.start - time.end >= _WEEKS


def is_date_of(dated: Claim, named: Claim) -> bool:
    """Whether the one tells the date of a day of the week that the other tells bare, in the weeks before their article."""
    one, other, dating = dated.time, named.time, named.document.date
    if one is None or other is None or dating is None or not told_day(dated) or told_day(named):
        return False
    if one.start is None or other.start is None or one.start != one.end or other.start != other.end:
        return False
    return (one.start - other.start) % 7 == 0 and 0 <= dating.start - one.start <= _WEEKS


def told_day(claim: Claim) -> bool:
    """Whether a claim tells a day itself, not one counted from its article or from what was said before."""
    inner = _inner(claim.value.when)
    return inner is not None and inner[0] == "day"


def is_relative(when: When) -> bool:
    """Whether a time counts from the day of its article: "Monday", "today", "last week"."""
    inner = _inner(when)
    return inner is not None and inner[0] in _RELATIVE


def same_days(a: Time, b: Time) -> bool:
    """Whether two times have a day in common, or may have one where a year is not known."""
    if None in (a.start, a.end, b.start, b.end):
        return _same_partial(a, b)
    return _neighbours(a, b, 0)


def _same_days(a: tuple[When, Time], b: tuple[When, Time]) -> bool:
    """Whether the days of two times, as they are told and as they were resolved, may be the same."""
    (one, first), (other, second) = a, b
    days = _inner(one), _inner(other)
    if days[0] is not None and days[0] == days[1]:
        return True
    if one[0] == other[0] == "range":
        return first[:2] == second[:2]
    if _yearless(days[0]) and _yearless(days[1]):
        return all(x == y for x, y in zip(days[0][2:], days[1][2:], strict=False))  # type: ignore[index]
    if None in (*first[:2], *second[:2]):
        return _same_partial(first, second)
    loose = any(day is not None and day[0] in _LOOSE and not (day[0] == "ago" and day[4] == "day") for day in days)
    night = any(_is_night(when) for when in (one, other))
    return _neighbours(first, second, _LEAVES if loose else 1 if night else 0)


def _is_night(when: When) -> bool:
    """Whether a time is of a night, which belongs to two days: "overnight", "early on Sunday", "at 1 a.m."."""
    if when[0] == "at" and when[1][0] == "clock":
        return not _SMALL_HOURS <= when[1][1] < _LATE
    return when[0] == "part" or (when[0] == "daypart" and (when[1] in _NIGHT or (when[2] is not None and when[2][0] == "part")))


def _inner(when: When | None) -> When | None:
    """The day of a time: without its hour, its weekday, its part of the day."""
    while when is not None and when[0] in _OUTER:
        when = when[_OUTER[when[0]]]
    return when


def _yearless(when: When | None) -> bool:
    return when is not None and when[0] in ("day", "month") and when[1] is None


def _is_vague(time: Time) -> bool:
    return time.timex.endswith("_REF")


def _leans(when: When) -> bool:
    """Whether a time of day leaves its day to what was said before."""
    return when[0] in _LEANING or (when[0] == "daypart" and when[2] is None)


def _neighbours(a: Time, b: Time, days: int) -> bool:
    """Whether two spans meet, or lie so many days apart."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.start <= b.end + days and b.start <= a.end + days


def _same_partial(a: Time, b: Time) -> bool:
    """Whether a day without a year may be a day of the other."""
    one, other = _month_days(a), _month_days(b)
    return one is None or other is None or bool(one & other)


def _month_days(time: Time) -> frozenset[tuple[int, int]] | None:
    if time.start is not None and time.end is not None:
        if time.end - time.start > _WIDE:
            return None
        days = (date.fromordinal(day) for day in range(time.start, time.end + 1))
        return frozenset((day.month, day.day) for day in days)
    parts = time.timex.split("-")
    if parts[0] == "XXXX" and len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        return frozenset({(int(parts[1]), int(parts[2]))})
    if parts[0] == "XXXX" and len(parts) == 2 and parts[1].isdigit():
        return frozenset((int(parts[1]), day) for day in range(1, 32))
    return None
