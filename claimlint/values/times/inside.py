"""Times told by a larger one -> their days: "the third quarter of 2019", "the first Monday in May", "late June"."""

from datetime import date

from claimlint.values.times.lengths import duration, moved
from claimlint.values.times.named import in_years, seen
from claimlint.values.times.relative import around
from claimlint.values.times.time import MONTHS_OF, Anchor, Tell, Time, day_span, month_span, nearest, one_day, unknown
from claimlint.values.value import When

_YEAR = 366
_TUESDAY = 2  # days from Monday up to which the weekend before is nearer
_LETTERS = {"quarter": "Q", "half": "H", "semester": "H"}


def nth(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The so-manieth unit of a larger time; -1 is the last. A quarter without its year is the nearest."""
    _, unit, number, outer = when
    if outer is None:
        years = in_years(anchor) if unit in _LETTERS else []
        return (
            nearest([_part_of_year(unit, number, y) for y in years], seen(anchor)) if years else unknown(_unplaced(unit, number))
        )
    span = tell(outer, anchor)
    if span.start is None or span.end is None:
        return unknown(_unplaced(unit, number))
    if unit in _LETTERS and outer[0] == "fiscal":
        place = number if number > 0 else 12 // MONTHS_OF[unit] + 1 + number
        return Time(span.start, span.end, f"{span.timex}-{_LETTERS[unit]}{place}")
    if unit in _LETTERS and 360 < span.days < 370:
        return _part_of_year(unit, number, date.fromordinal(span.start).year)
    if unit == "half":
        middle = (span.start + span.end) // 2
        return Time(span.start, middle, span.timex) if number == 1 else Time(middle, span.end, span.timex)
    return _counted(unit, number, span)


def nth_weekday(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The first Monday of May; -1 is the last."""
    _, weekday, number, outer = when
    span = tell(outer, anchor) if outer is not None else unknown("")
    if span.start is None or span.end is None:
        return unknown(f"XXXX-WXX-{weekday}")
    days = [
        day for day in range(span.start, min(span.end, span.start + 400) + 1) if date.fromordinal(day).isoweekday() == weekday
    ]
    at = number - 1 if number > 0 else number
    return one_day(days[at]) if -len(days) <= at < len(days) else unknown(f"XXXX-WXX-{weekday}")


def several(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The first nine months, the last two weeks of May: so many units from one end of a larger time."""
    _, unit, side, count, outer = when
    timex = duration(count, count, unit)
    years = in_years(anchor) if outer is None and unit in ("month", "quarter") else []
    if years:
        outer = ("year", years[len(years) // 2])
    span = tell(outer, anchor) if outer is not None else unknown("")
    if span.start is None or span.end is None or count is None:
        return unknown(timex)
    if side > 0:
        end = moved(span.start, count, unit)
        return unknown(timex) if end is None else day_span(span.start, max(span.start, min(end - 1, span.end)), timex)
    start = moved(span.end + 1, -count, unit)
    return unknown(timex) if start is None else day_span(min(span.end, max(start, span.start)), span.end, timex)


def within(when: When, anchor: Anchor, tell: Tell) -> Time:
    """A date inside another: "January this year", "Tuesday of last week"."""
    _, outer, inner = when
    span = tell(outer, anchor)
    if span.start is None or span.end is None:
        return tell(inner, anchor)
    if inner[0] == "weekday":
        return nth_weekday(("nth_weekday", inner[1], 1, outer), anchor, tell)
    if inner[0] == "day" and inner[2] is None:
        at = date.fromordinal(span.start)
        return tell((*inner[:1], at.year, at.month, inner[3]), anchor)
    if inner[0] == "nth":
        return nth((*inner[:3], outer), anchor, tell)
    if inner[0] == "holiday":
        return tell((*inner[:2], date.fromordinal(span.start).year), anchor)
    if inner[0] == "daypart":
        return tell((*inner[:2], ("in", outer, inner[2])), anchor)
    year = date.fromordinal((span.start + span.end) // 2).year
    return (
        tell((inner[0], year, *inner[2:]), anchor) if inner[0] in ("day", "month", "season") else tell(inner, Anchor(span.start))
    )


def dated(when: When, anchor: Anchor, tell: Tell) -> Time:
    """A day with its weekday: the day counts; "Friday the 13th" is the nearest such day."""
    _, weekday, inner = when
    if inner[0] != "day" or inner[2] is not None or anchor.day is None:
        return tell(inner, anchor)
    days = [day for day in range(anchor.day - _YEAR, anchor.day + _YEAR) if _falls(day, inner[3], weekday)]
    return nearest([one_day(day) for day in days], anchor) if days else tell(inner, anchor)


def _falls(day: int, number: int, weekday: int) -> bool:
    at = date.fromordinal(day)
    return at.day == number and at.isoweekday() == weekday


def beside(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The Friday before Christmas, the Monday after the 3rd."""
    _, side, weekday, inner = when
    span = tell(inner, anchor)
    if span.start is None or span.end is None:
        return unknown(f"XXXX-WXX-{weekday}")
    if side < 0:
        return one_day(span.start - 1 - (date.fromordinal(span.start - 1).isoweekday() - weekday) % 7)
    return one_day(span.end + 1 + (weekday - date.fromordinal(span.end + 1).isoweekday()) % 7)


def week_of(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The week that holds, begins with or ends on a day; the month of a name is the month itself."""
    _, side, inner = when
    span = tell(inner, anchor)
    if span.start is None or span.end is None or side == "same":
        return span
    if side == "from":
        return day_span(span.start, span.start + 6, span.timex)
    if side == "to":
        return day_span(span.end - 6, span.end, span.timex)
    if side == "weekend":  # a long one, so far as can be told
        return day_span(span.start - 3, span.end + 3, span.timex)
    monday = span.start - date.fromordinal(span.start).isoweekday() + 1
    if side == "weekend of":  # the one nearest to the day
        saturday = monday + 5 - 7 * (span.start - monday < _TUESDAY)
        year, week, _ = date.fromordinal(saturday).isocalendar()
        return day_span(saturday, saturday + 1, f"{year:04}-W{week:02}-WE")
    year, week, _ = date.fromordinal(span.start).isocalendar()
    return day_span(monday, monday + 6, f"{year:04}-W{week:02}")


def ended(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The quarter ended Sept. 30, the year to March: the days up to there; a year that ends so is a length of time."""
    _, unit, date_told, period = when
    last = tell(date_told, anchor)
    own = tell(period, anchor)
    if last.end is None:
        return own
    start = moved(last.end + 1, -1, unit)
    if start is None:
        return own
    if unit == "year":
        return day_span(start, last.end, duration(1, 1, unit))
    if period[0] == "nth":
        known = unit in _LETTERS and period[2] > 0
        timex = f"{date.fromordinal(last.end).year:04}-{_LETTERS[unit]}{period[2]}" if known else own.timex
        return day_span(start, last.end, timex)
    told = anchor.context is not None and anchor.context.quarter is not None and unit == "quarter"  # it may be a fiscal one
    return day_span(start, last.end, own.timex if told else around(unit, (start + last.end) // 2, 0).timex)


def part(when: When, anchor: Anchor, tell: Tell) -> Time:
    """Early, mid, late, the start and the end of a time; earlier and later than the day of publication, where that is in it.

    Early and late reach to the middle: "late June" may be the 16th.
    """
    _, side, inner = when
    span = tell(inner, anchor)
    if span.start is None or span.end is None:
        return span
    if side in ("EARLIER", "LATER") and anchor.day is not None and span.start <= anchor.day <= span.end:
        return Time(span.start, anchor.day, span.timex) if side == "EARLIER" else Time(anchor.day, span.end, span.timex)
    if side == "TURN":
        return day_span(span.start - span.days // 10, span.start + span.days // 10, span.timex)
    if side == "EVE":
        return one_day(span.start - 1)
    if span.days < 5 or side in ("EARLIER", "LATER"):
        return span
    half, quarter = span.days // 2, span.days // 4
    if side == "START":
        return Time(span.start, span.start + half, span.timex)
    if side == "MID":
        return Time(span.start + quarter, span.end - quarter, span.timex)
    return Time(span.end - half, span.end, span.timex)


def _part_of_year(unit: str, number: int, year: int) -> Time:
    count = MONTHS_OF[unit]
    if number < 0:
        number += 12 // count + 1
    return month_span(year, (number - 1) * count + 1, count, f"{year:04}-{_LETTERS[unit]}{number}")


def _unplaced(unit: str, number: int) -> str:
    return f"XXXX-{_LETTERS[unit]}{number}" if unit in _LETTERS else "XXXX"


def _counted(unit: str, number: int, span: Time) -> Time:
    """Days, weeks, months and years counted from the start of a span, or from its end."""
    if span.start is None or span.end is None or unit in ("hour", "minute", "second"):
        return span
    step = {"weekend": "week", "workday": "day", "night": "day"}.get(unit, unit)
    if number > 0:
        start, after = moved(span.start, number - 1, step), moved(span.start, number, step)
    else:
        start, after = moved(span.end + 1, number, step), moved(span.end + 1, number + 1, step)
    if start is None or after is None:
        return unknown("XXXX")
    if unit == "weekend":
        start += 6 - date.fromordinal(start).isoweekday()
        after = start + 2
    if start > span.end or after <= span.start:
        return unknown("XXXX")
    at = date.fromordinal(start)
    timex = {
        "year": f"{at.year:04}", "month": f"{at.year:04}-{at.month:02}", "decade": f"{at.year // 10:03}",
        "quarter": f"{at.year:04}-Q{(at.month + 2) // 3}",
    }.get(step)  # fmt: skip
    if step == "week":
        year, week, _ = date.fromordinal(min(start + 3, after)).isocalendar()
        timex = f"{year:04}-W{week:02}"
    return day_span(start, min(after - 1, max(span.end, start)), timex or at.isoformat())
