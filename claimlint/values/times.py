"""A time as it is told -> the span of days it names, and its TIMEX3 value.

The kinds of `When` (claimlint.reading.meaning.times makes them):

    ("day", year, month, day)      ("month", year, month)     ("year", year)       ("decade", first year)
    ("century", number)            ("season", year, code)     ("fiscal", year)     ("nth", unit, number, outer)
    ("weekday", number, relation)  ("dated", weekday, date)   ("named", relation, date)
    ("unit", unit, relation)       ("units", unit, relation, count)
    ("ago", word, low, high, unit, date, vague)               ("in", outer, date)  ("part", mod, date)
    ("range", first, last)         ("deictic", days)          ("holiday", code, year)
    ("clock", hour, minute, minutes given, zone)              ("clocks", first, last)
    ("at", clock, date)            ("daypart", code, date)    ("ref", code)        ("set", timex)

A year, month or day that is not told is None. A relation is -1 (last), 0 (this), 1 (next), "that", "the", "first".

The policy for what is not told, from how news is written: a bare weekday in a report of the past is the last one,
on the day of publication that day; in a report of what is to come, the next one. A day or month without its year is
the nearest one on the side that the tense says. "This" and "last" count calendar weeks from Monday. "The following
day", "that day" and "two days later" count from the time told last.
"""

import calendar
from datetime import date
from typing import NamedTuple

from claimlint.values.value import When


class Time(NamedTuple):
    """A span of whole days, both ends included, as ordinals (None where it cannot be told), and its TIMEX3 value."""

    start: int | None
    end: int | None
    timex: str


class Anchor(NamedTuple):
    """From where times are told: the day of publication, the time told last, and whether the tense is the future's."""

    day: int | None
    context: Time | None = None
    future: bool | None = None


_NOWHERE = Anchor(None)
_QUARTERS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_MONTHS = {"quarter": 3, "half": 6, "semester": 6, "month": 1}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7, "workday": 1}
_LETTER = {"day": "D", "night": "D", "workday": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M", "quarter": "Q",
           "quarteryear": "Q", "half": "6M", "semester": "6M", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
           "hour": "TH", "minute": "TM", "second": "TS", "period": "X", "time": "X", "term": "X", "session": "X", "season": "X"}  # fmt: skip
_AVERAGE = {"second": 0, "minute": 0, "hour": 0}


def resolve(when: When, anchor: Anchor = _NOWHERE) -> Time:
    """Gives the days that a time names, as told from an anchor. What cannot be resolved has no days."""
    return _RESOLVE[when[0]](when, anchor)


def exists(when: When) -> bool:
    """Whether the calendar has the day that a time names; a day without its year may be in a leap year."""
    if when[0] != "day" or when[2] is None:
        return True
    _, year, month, day = when
    return 1 <= day <= _month_length(2000 if year is None else year, month)


def duration(low: float | None, high: float | None, unit: str) -> str:
    """The TIMEX3 value of a length of time."""
    count = "X" if low is None or low != high else _whole(low)
    letter = _LETTER.get(unit, "X")
    if count != "X" and "." in count:
        count, letter = _mixed(float(count), letter)
        if letter == "":
            return f"P{count}" if not count.startswith("T") else f"P{count}"
    if letter == "6M":
        return f"P{_whole(float(count) * 6)}M" if count != "X" else "PXM"
    if unit == "fortnight" and count != "X":
        count = _whole(float(count) * 2)
    return f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}"


def _mixed(count: float, letter: str) -> tuple[str, str]:
    """A length with a fraction, as whole numbers of two units where that is exact: 2 1/2 years are P2Y6M."""
    parts = {"Y": (12, "Y", "M"), "TH": (60, "H", "M"), "TM": (60, "M", "S"), "W": (7, "W", "D"), "D": (24, "D", "TH")}.get(letter)
    whole, rest = int(count), count - int(count)
    if parts is None or abs(rest * parts[0] - round(rest * parts[0])) > 1e-6:
        return _whole(count), letter
    small = round(rest * parts[0])
    head = f"{whole}{parts[1]}" if whole else ""
    if letter == "D":
        return f"{head}T{small}H", ""
    return ("T" if letter.startswith("T") else "") + f"{head}{small}{parts[2]}", ""


def _whole(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def _day(when: When, anchor: Anchor) -> Time:
    _, year, month, day = when
    if month is None:
        return _day_of_month(day, anchor)
    if year is None:
        year = _year_of(month, day, anchor)
    if year is None:
        return Time(None, None, f"XXXX-{month:02}-{day:02}")
    timex = f"{year:04}-{month:02}-{day:02}"
    ordinal = _ordinal(year, month, day)
    return Time(ordinal, ordinal, timex)


def _day_of_month(day: int, anchor: Anchor) -> Time:
    base = anchor.context.start if anchor.context and anchor.context.start else anchor.day
    if base is None:
        return Time(None, None, f"XXXX-XX-{day:02}")
    at = date.fromordinal(base)
    found = _ordinal(at.year, at.month, day)
    return Time(found, found, f"{at.year:04}-{at.month:02}-{day:02}")


def _year_of(month: int, day: int, anchor: Anchor) -> int | None:
    """The year of a day told without it: the nearest, on the side that the tense says."""
    if anchor.day is None:
        return None
    here = date.fromordinal(anchor.day)
    near = []
    for year in (here.year - 1, here.year, here.year + 1):
        ordinal = _ordinal(year, month, min(day, _month_length(year, month)))
        if ordinal is not None:
            near.append((ordinal - anchor.day, year))
    if anchor.future is True:
        ahead = [item for item in near if item[0] >= 0]
        return min(ahead)[1]
    if anchor.future is False:
        behind = [item for item in near if item[0] <= 0]
        gone = max(behind)
        soon = min((item for item in near if item[0] > 0), default=gone)
        return soon[1] if soon[0] < 45 < -gone[0] - 120 else gone[1]
    return min(near, key=lambda item: abs(item[0]))[1]


def _month(when: When, anchor: Anchor) -> Time:
    _, year, month = when
    if year is None:
        if anchor.day is None:
            return Time(None, None, f"XXXX-{month:02}")
        here = date.fromordinal(anchor.day)
        year = here.year
        if anchor.future is True and month < here.month:
            year += 1
        elif anchor.future is not True and month > here.month:
            ahead = month - here.month
            year -= 1 if anchor.future is False or ahead > 6 else 0
    return _months(year, month, 1, f"{year:04}-{month:02}")


def _months(year: int, month: int, count: int, timex: str) -> Time:
    start = _ordinal(year, month, 1)
    last = month + count - 1
    year_end, month_end = year + (last - 1) // 12, (last - 1) % 12 + 1
    end = _ordinal(year_end, month_end, _month_length(year_end, month_end))
    return Time(start, end, timex)


def _year(when: When, anchor: Anchor) -> Time:
    year = when[1]
    if year < 0:
        return Time(None, None, f"BC{-year:04}")
    return _months(year, 1, 12, f"{year:04}")


def _decade(when: When, anchor: Anchor) -> Time:
    return _months(when[1], 1, 120, f"{when[1] // 10}")


def _century(when: When, anchor: Anchor) -> Time:
    first = (when[1] - 1) * 100
    return _months(first + 1, 1, 1200, f"{first // 100:02}") if 0 < when[1] < 90 else Time(None, None, "XX")


def _season(when: When, anchor: Anchor) -> Time:
    _, year, code = when
    if year is None:
        if anchor.day is None:
            return Time(None, None, f"XXXX-{code}")
        here = date.fromordinal(anchor.day)
        year = here.year
        first = _QUARTERS[code][0]
        if anchor.future is not True and first > here.month:
            year -= 1
        elif anchor.future is True and first + 2 < here.month:
            year += 1
    return _months(year, _QUARTERS[code][0], 3, f"{year:04}-{code}")


def _fiscal(when: When, anchor: Anchor) -> Time:
    """A fiscal year may begin in any month of the year before and end in any of the next."""
    year = when[1]
    return Time(_ordinal(year - 1, 4, 1), _ordinal(year + 1, 3, 31), f"{year:04}")


def _nth(when: When, anchor: Anchor) -> Time:
    _, unit, number, outer = when
    if outer is not None:
        span = resolve(outer, anchor)
        year = date.fromordinal(span.start).year if span.start else None
        if unit in ("day", "week", "month", "weekend", "hour", "minute", "year", "decade"):
            return _nth_inside(unit, number, span)
    elif unit in ("quarter", "half") and anchor.day is not None:
        year = _nearest_part(unit, number, anchor)
    else:
        return Time(None, None, f"XXXX-{'Q' if unit == 'quarter' else 'H' if unit == 'half' else 'X'}{number}")
    letter = "Q" if unit == "quarter" else "H"
    if year is None:
        return Time(None, None, f"XXXX-{letter}{number}")
    length = _MONTHS[unit] if unit in _MONTHS else 1
    if outer is not None and outer[0] == "fiscal":
        return Time(None, None, f"{year:04}-{letter}{number}")
    if outer is not None and span.end is not None and span.start is not None and span.end - span.start < 200:
        middle = (span.start + span.end) // 2  # the second half of February
        return Time(span.start, middle, span.timex) if number == 1 else Time(middle, span.end, span.timex)
    return _months(year, (number - 1) * length + 1, length, f"{year:04}-{letter}{number}")


def _nth_inside(unit: str, number: int, span: Time) -> Time:
    if span.start is None:
        return Time(None, None, "XXXX")
    if unit == "month":
        first = date.fromordinal(span.start)
        return _months(first.year + (number - 1) // 12, (number - 1) % 12 + 1, 1, f"{first.year:04}-{number:02}")
    length = {"day": 1, "week": 7, "weekend": 7}.get(unit)
    if length is None:
        return Time(span.start, span.end, span.timex)
    start = span.start + (number - 1) * length
    return _days(start, start + length - 1)


def _nearest_part(unit: str, number: int, anchor: Anchor) -> int:
    assert anchor.day is not None
    here = date.fromordinal(anchor.day)
    first = (number - 1) * _MONTHS[unit] + 1
    if anchor.future is True:
        return here.year if first + _MONTHS[unit] - 1 >= here.month else here.year + 1
    return here.year if first <= here.month else here.year - 1


def _weekday(when: When, anchor: Anchor) -> Time:
    _, weekday, relation = when
    base = anchor.day
    if relation in ("that", 1) and relation == "that" and anchor.context and anchor.context.start:
        base = anchor.context.start
    if base is None:
        return Time(None, None, f"XXXX-WXX-{weekday}")
    monday = base - (date.fromordinal(base).isoweekday() - 1)
    here = monday + weekday - 1
    if relation in (None, "the", "that"):
        if anchor.future:
            found = here if here >= base else here + 7
        else:
            found = here if here <= base else here - 7
    elif relation == -1:
        found = here if here < base else here - 7
    elif relation == 1:
        found = here if here > base else here + 7
    else:
        found = here
    return _days(found, found)


def _dated(when: When, anchor: Anchor) -> Time:
    return resolve(when[2], anchor)


def _named(when: When, anchor: Anchor) -> Time:
    """Last June, next summer: the last or next one that does not hold the day itself."""
    _, relation, inner = when
    if anchor.day is None:
        return resolve(inner, anchor)
    if relation == -1:
        found = resolve(inner, anchor._replace(future=False))
        if found.end is not None and found.end >= anchor.day:
            found = resolve(inner, Anchor(anchor.day - 366, None, False)) if found.end - anchor.day > 0 else found
        return found
    if relation == 1:
        found = resolve(inner, anchor._replace(future=True))
        if found.start is not None and found.start <= anchor.day:
            found = resolve(inner, Anchor(anchor.day + 366, None, False))
        return found
    here = date.fromordinal(anchor.day).year
    return resolve(("month", here, inner[2]) if inner[0] == "month" else ("season", here, inner[2]), anchor)


def _unit(when: When, anchor: Anchor) -> Time:
    _, unit, relation = when
    base = anchor.day
    if relation in ("that", "the") and anchor.context and anchor.context.start and relation == "that":
        base = anchor.context.start
    step = relation if isinstance(relation, int) else 0
    if unit in ("period", "time", "term", "session", "season"):
        if anchor.context is not None and relation in ("that", 0):
            return anchor.context
        return Time(None, None, "PXX" if relation != 0 else "PRESENT_REF")
    if base is None:
        return Time(None, None, "XXXX")
    here = date.fromordinal(base)
    if unit in ("day", "night", "workday"):
        return _days(base + step, base + step)
    if unit in ("week", "fortnight"):
        monday = base - here.isoweekday() + 1 + 7 * step
        year, week, _ = date.fromordinal(monday).isocalendar()
        return Time(monday, monday + 6, f"{year:04}-W{week:02}")
    if unit == "weekend":
        saturday = base - here.isoweekday() + 6 + 7 * step
        if relation == -1 and here.isoweekday() == 7:
            saturday = base - 8
        elif relation == "the" and not anchor.future and here.isoweekday() < 6:
            saturday -= 7
        year, week, _ = date.fromordinal(saturday).isocalendar()
        return Time(saturday, saturday + 1, f"{year:04}-W{week:02}-WE")
    if unit in ("month", "quarter", "half", "semester"):
        length = _MONTHS[unit]
        index = (here.year * 12 + here.month - 1) // length + step
        year, first = index * length // 12, index * length % 12 + 1
        letter = {"month": f"{first:02}", "quarter": f"Q{first // 3 + 1}"}.get(unit, f"H{first // 6 + 1}")
        return _months(year, first, length, f"{year:04}-{letter}")
    if unit == "year":
        return _year(("year", here.year + step), anchor)
    if unit == "decade":
        return _decade(("decade", here.year // 10 * 10 + 10 * step), anchor)
    if unit == "century":
        return _century(("century", here.year // 100 + 1 + step), anchor)
    return Time(None, None, "PXX")


def _units(when: When, anchor: Anchor) -> Time:
    """The past two years: a length of time, and the days it covers."""
    _, unit, relation, count = when
    timex = duration(count, count, unit)
    if anchor.day is None or count is None or not isinstance(relation, int):
        return Time(None, None, timex)
    if relation < 0:
        return Time(_moved(anchor.day, -count, unit), anchor.day, timex)
    if relation > 0:
        return Time(anchor.day, _moved(anchor.day, count, unit), timex)
    return Time(None, None, timex)


def _ago(when: When, anchor: Anchor) -> Time:
    _, word, low, high, unit, told, vague = when
    sign = -1 if word in ("ago", "earlier") else 1
    base = anchor.day
    if told is not None:
        base = resolve(told, anchor).start
    elif word != "ago" and anchor.context is not None and anchor.context.start is not None:
        base = anchor.context.start
    if vague or low is None:
        return Time(None, None, "PAST_REF" if sign < 0 else "FUTURE_REF")
    if base is None:
        return Time(None, None, duration(low, high, unit))
    if unit in _AVERAGE:
        return Time(base - (sign < 0), base + (sign > 0), duration(low, high, unit))
    low, high = min(low, high or low), max(low, high or low)
    near, far = _moved(base, sign * low, unit), _moved(base, sign * high, unit)
    if near is None or far is None:
        return Time(None, None, "PAST_REF" if sign < 0 else "FUTURE_REF")
    first, last = sorted((near, far))
    return _coarse(first, last, unit)


def _coarse(first: int, last: int, unit: str) -> Time:
    """A day told in years is known to the year or so, in months to the month: the TIMEX3 value says so."""
    at = date.fromordinal(first)
    if unit in ("day", "night", "workday", "weekend"):
        return Time(first, last, at.isoformat())
    if unit in ("week", "fortnight"):
        year, week, _ = at.isocalendar()
        return Time(first - 3, last + 3, f"{year:04}-W{week:02}")
    if unit == "month":
        return Time(first - 15, last + 15, f"{at.year:04}-{at.month:02}")
    if unit in ("quarter", "quarteryear", "semester", "half"):
        return Time(first - 45, last + 45, f"{at.year:04}-Q{(at.month + 2) // 3}")
    if unit == "year":
        return Time(first - 183, last + 183, f"{at.year:04}")
    if unit == "decade":
        return Time(first - 1826, last + 1826, f"{at.year // 10}")
    return Time(None, None, f"{at.year // 100:02}")


def _moved(base: int, count: float, unit: str) -> int | None:
    """The day so many units away."""
    try:
        if unit in _DAYS:
            return base + round(count * _DAYS[unit])
        months = count * {"year": 12, "decade": 120, "century": 1200, "quarteryear": 3, "millennium": 12000}.get(unit, _MONTHS.get(unit, 0))
        at = date.fromordinal(base)
        whole = int(months)
        index = at.year * 12 + at.month - 1 + whole
        year, month = divmod(index, 12)
        ordinal = date(year, month + 1, min(at.day, calendar.monthrange(year, month + 1)[1])).toordinal()
        return ordinal + round((months - whole) * 30.4)
    except (ValueError, OverflowError):
        return None


def _in(when: When, anchor: Anchor) -> Time:
    """A date inside another: "January this year", "Tuesday of last week"."""
    _, outer, inner = when
    span = resolve(outer, anchor)
    if span.start is None or span.end is None:
        return resolve(inner, anchor)
    if inner[0] == "weekday":
        for day in range(span.start, min(span.end, span.start + 6) + 1):
            if date.fromordinal(day).isoweekday() == inner[1]:
                return _days(day, day)
    middle = (span.start + span.end) // 2
    return resolve(inner, Anchor(middle, None, None))


def _part(when: When, anchor: Anchor) -> Time:
    _, mod, inner = when
    span = resolve(inner, anchor)
    if span.start is None or span.end is None:
        return span
    length = span.end - span.start + 1
    if mod == "EARLIER" and anchor.day is not None and span.start <= anchor.day <= span.end:
        return Time(span.start, anchor.day, span.timex)
    if mod == "LATER" and anchor.day is not None and span.start <= anchor.day <= span.end:
        return Time(anchor.day, span.end, span.timex)
    if length < 5 or mod in ("ANY", "EARLIER", "LATER"):
        return span
    third = length // 3
    if mod == "START":
        return Time(span.start, span.start + max(third, length // 2), span.timex)
    if mod == "MID":
        return Time(span.start + length // 4, span.end - length // 4, span.timex)
    return Time(span.end - max(third, length // 2), span.end, span.timex)


def _range(when: When, anchor: Anchor) -> Time:
    _, first, last = when
    if first[:2] == ("day", None) and last[0] == "day" and last[1] is not None:
        first = ("day", last[1], *first[2:])
    if first[:2] == ("month", None) and last[0] == "month" and last[1] is not None:
        first = ("month", last[1], *first[2:])
    end = resolve(last, anchor)
    start = resolve(first, anchor)
    return Time(start.start, end.end, f"{start.timex}/{end.timex}")


def _deictic(when: When, anchor: Anchor) -> Time:
    days = when[1]
    if isinstance(days, str):  # D-1: from the time told last
        base = anchor.context.start if anchor.context and anchor.context.start else anchor.day
        step = int(days[1:])
    else:
        base, step = anchor.day, days
    return Time(None, None, "XXXX-XX-XX") if base is None else _days(base + step, base + step)


def _holiday(when: When, anchor: Anchor) -> Time:
    _, code, year = when
    if not code[0].isdigit():
        if year is None:
            year = date.fromordinal(anchor.day).year if anchor.day else None
        if year is None:
            return Time(None, None, "XXXX")
        found = _moving(code, year)
        return _days(found, found)
    month, day = map(int, code.split("-"))
    return _day(("day", year, month, day), anchor)


def _moving(code: str, year: int) -> int:
    if code == "thanksgiving":
        first = date(year, 11, 1).isoweekday()
        return date(year, 11, 1 + (4 - first) % 7 + 21).toordinal()
    base, sign, days = code.partition("+") if "+" in code else code.partition("-")
    return _easter(year) + (int(sign + days) if days else 0)


def _easter(year: int) -> int:
    """Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1).toordinal()


def _clock(when: When, anchor: Anchor) -> Time:
    return Time(anchor.day, anchor.day, _stamp(when, anchor.day))


def _clocks(when: When, anchor: Anchor) -> Time:
    return Time(anchor.day, anchor.day, f"{_stamp(when[1], anchor.day)}/{_stamp(when[2], anchor.day)}")


def _at(when: When, anchor: Anchor) -> Time:
    span = resolve(when[2], anchor)
    if when[1][0] != "clock":
        return span
    return Time(span.start, span.end, _stamp(when[1], span.start))


def _stamp(clock: When, day: int | None) -> str:
    _, hour, minute, minutes, zone = clock
    head = date.fromordinal(day).isoformat() if day else "XXXX-XX-XX"
    text = f"{head}T{hour:02}:{minute:02}" if minutes or minute else f"{head}T{hour:02}:00"
    return text + "Z" if zone == 0 else text


def _daypart(when: When, anchor: Anchor) -> Time:
    _, code, inner = when
    span = resolve(inner, anchor) if inner else Time(anchor.day, anchor.day, "")
    if not inner and anchor.day is not None:
        return Time(anchor.day, anchor.day, f"{date.fromordinal(anchor.day).isoformat()}T{code}")
    return Time(span.start, span.end, f"{span.timex or 'XXXX-XX-XX'}T{code}")


def _ref(when: When, anchor: Anchor) -> Time:
    return Time(None, None, when[1])


def _days(start: int, end: int) -> Time:
    try:
        return Time(start, end, date.fromordinal(start).isoformat())
    except (ValueError, OverflowError):
        return Time(None, None, "XXXX")


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 and 1 <= month <= 12 else 31


_RESOLVE = {
    "day": _day, "month": _month, "year": _year, "decade": _decade, "century": _century, "season": _season,
    "fiscal": _fiscal, "nth": _nth, "weekday": _weekday, "dated": _dated, "named": _named, "unit": _unit, "units": _units,
    "ago": _ago, "in": _in, "part": _part, "range": _range, "deictic": _deictic, "holiday": _holiday, "clock": _clock,
    "clocks": _clocks, "at": _at, "daypart": _daypart, "ref": _ref, "set": _ref,
}  # fmt: skip
