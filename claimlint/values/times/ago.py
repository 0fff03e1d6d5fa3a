"""Times counted from another time -> their days: "two years ago", "a week later", "the same period last year"."""

from datetime import date

from claimlint.values.times.lengths import CLOCK, DAYS, duration, moved
from claimlint.values.times.relative import OPEN_ENDED, VAGUE, around, latest
from claimlint.values.times.time import Anchor, Tell, Time, day_span, one_day, unknown
from claimlint.values.value import When

_SLACK = {">": (0, 1), ">=": (0, 1), "<": (1, 0), "<=": (1, 0), "~": (0.5, 0.5)}  # units by which a hedge widens a count
_MONTH, _WEEK = 31, 7
_QUARTER = 100  # days, and some
_YEAR = range(360, 370)  # days of a year, or of a fiscal one
_WIDTHS = {
    "month": 15,
    "quarter": 45,
    "quarteryear": 45,
    "half": 90,
    "semester": 90,
    "year": 183,
    "decade": 1826,
    "century": 18262,
}


def ago(when: When, anchor: Anchor, tell: Tell) -> Time:
    """Two years ago; a week earlier, counted from the time told last; two days before a date.

    "More than two years ago" reaches a unit further, "less than" a unit less far, "about" half a unit both ways.
    """
    _, word, low, high, name, told, vague, hedge = when
    sign = -1 if word in ("ago", "earlier") else 1
    base = _base(word, name, told, anchor, tell)
    if base is None or base.start is None:
        return unknown(VAGUE[sign] if vague or low is None else duration(low, high, name))
    if low is None or high is None:
        return unknown(VAGUE[sign])
    if hedge == "exact":
        return _to_the_day(base, sign * low, name)
    if name in CLOCK:
        return day_span(base.start - (sign < 0), base.start + (sign > 0), duration(low, high, name))
    if name == "year" and low == high == int(low) and base.days < _QUARTER and ("Q" in base.timex or _is_month(base)):
        return _shifted(base, sign * int(low))
    at = moved(base.start, sign * low, name)
    less, more = _SLACK.get(hedge, (0, 0))
    near, far = moved(base.start, sign * max(0, low - less), name), moved(base.start, sign * (high + more), name)
    if at is None or near is None or far is None:
        return unknown(VAGUE[sign])
    if told is not None and told[0] in ("weekday", "deictic") and name in DAYS:
        return day_span(min(near, far), max(near, far), date.fromordinal(at).isoformat())  # "two weeks from Monday"
    span = _coarse(min(near, far), max(near, far), at, low, name)
    return span._replace(timex=VAGUE[sign]) if vague else span


def same(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The same period last year: what was told last, in that year; the year-ago quarter."""
    _, name, outer = when
    context = anchor.context
    told = (
        None
        if context is None
        else {"day": context.day, "month": context.month, "quarter": context.quarter}.get(name, context.last)
    )
    if name == "period" and context is not None and context.quarter is not None:
        told = context.quarter
    if outer is None:
        if context is None or context.last.start is None:
            return unknown("PXX")
        return context.last if name in OPEN_ENDED else around(name, latest(name, context), 0)
    span = tell(outer, anchor)
    if told is None or told.start is None or span.start is None or span.days not in _YEAR:
        return span
    if name in ("period", "quarter", "half", "month", "season", "day") and told.days < 300:
        year = int(span.timex[:4]) if span.timex[:4].isdigit() else date.fromordinal(span.start).year
        return _shifted(told, year - date.fromordinal(told.start).year)
    return span


def _base(word: str, name: str, told: When | None, anchor: Anchor, tell: Tell) -> Time | None:
    context = anchor.context
    if told is not None:
        span = tell(
            told,
            anchor if word in ("ago", "earlier") or told[0] != "weekday" else Anchor(anchor.day, anchor.context, future=True),
        )
        return span if word in ("ago", "earlier") or span.end is None else Time(span.end, span.end, span.timex)
    if context is not None and name == "year" and context.quarter is not None and context.quarter == context.last:
        return context.quarter
    if word not in ("ago", "hence") and context is not None and context.last.start is not None:
        return context.day if name in ("day", "night", "week", "fortnight") and context.day is not None else context.last
    return None if anchor.day is None else one_day(anchor.day)


def _is_month(time: Time) -> bool:
    """Whether a time is a month of the calendar."""
    return len(time.timex) == len("2000-01") and time.timex[5:].isdigit()


def _to_the_day(base: Time, count: float, name: str) -> Time:
    """The same days so many units away: "three years ago this month"."""
    start, end = (None if day is None else moved(day, count, name) for day in (base.start, base.end))
    if start is None or end is None or name in CLOCK:
        return unknown(VAGUE[-1])
    if base.days == 1:
        return day_span(start, start, date.fromordinal(start).isoformat())
    unit = "year" if base.days > _MONTH else "month" if base.days > _WEEK else "week"
    return around(unit, (start + end) // 2, 0)


def _shifted(told: Time, years: int) -> Time:
    """A time of less than a year, so many years on."""
    if told.start is None or told.end is None:
        return told
    start, end = moved(told.start, years, "year"), moved(told.end, years, "year")
    year = date.fromordinal(told.start).year
    timex = told.timex.replace(f"{year:04}", f"{year + years:04}") if told.timex.startswith(f"{year:04}") else told.timex
    return unknown(timex) if start is None or end is None else Time(start, end, timex)


def _coarse(first: int, last: int, told: int, count: float, name: str) -> Time:
    """A day told in years is known to the half year, in months to half a month: the TIMEX3 value is no finer."""
    at = date.fromordinal(told)
    if name in ("week", "fortnight"):
        year, week, _ = at.isocalendar()
        return day_span(first - 3, last + 3, f"{year:04}-W{week:02}")
    width = round(_WIDTHS.get(name, 0) * (count / 2 if count < 1 else 1))  # half a century is told in tens of years
    if count < 1:
        name = {"century": "decade", "decade": "year"}.get(name, name)
    timex = {
        "month": f"{at.year:04}-{at.month:02}", "quarter": f"{at.year:04}-Q{(at.month + 2) // 3}", "year": f"{at.year:04}",
        "quarteryear": f"{at.year:04}-Q{(at.month + 2) // 3}", "half": f"{at.year:04}-H{(at.month + 5) // 6}",
        "semester": f"{at.year:04}-H{(at.month + 5) // 6}", "decade": f"{at.year // 10:03}", "century": f"{at.year // 100:02}",
        "millennium": f"{at.year // 1000}",
    }.get(name, at.isoformat())  # fmt: skip
    return day_span(first - width, last + width, timex)
