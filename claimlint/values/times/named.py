"""Times that the calendar names -> their days: days, months, years, decades, centuries, seasons, fiscal years, holidays."""

from datetime import date

from claimlint.values.times import holidays
from claimlint.values.times.time import Anchor, Tell, Time, month_length, month_span, nearest, one_day, ordinal, unknown
from claimlint.values.value import When

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the first month, as the weather services of the north count


def day(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A day of a month; without its year the nearest that the tense allows, without its month one of the month spoken of."""
    _, year, month, number = when
    if month is None:
        return _day_of_month(number, anchor)
    if year is not None:
        return _exact(year, month, number)
    years = _years(anchor)
    if not years:
        return unknown(f"XXXX-{month:02}-{number:02}")
    return nearest([_exact(y, month, number) for y in years], seen(anchor))


def exists(when: When) -> bool:
    """Whether the calendar has the day that a time names; a day without its year may be in a leap year."""
    if when[0] != "day" or when[2] is None:
        return True
    _, year, month, number = when
    return bool(1 <= number <= month_length(2000 if year is None else year, month))


def slashed(when: When, _anchor: Anchor, _tell: Tell) -> Time:
    """4/8/2010, which may be in April or in August: the days from the one to the other."""
    _, year, one, other = when
    days = [_exact(year, one, other), _exact(year, other, one)]
    known = sorted(span.start for span in days if span.start is not None)
    return Time(known[0], known[-1], days[0].timex) if known else days[0]


def month(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A month."""
    year, number = when[1:3]
    if year is not None:
        return _month(year, number)
    years = _years(anchor)
    return nearest([_month(y, number) for y in years], seen(anchor)) if years else unknown(f"XXXX-{number:02}")


def year(when: When, _anchor: Anchor, _tell: Tell) -> Time:
    """A year; below zero before Christ, where no days are counted."""
    return month_span(when[1], 1, 12, f"{when[1]:04}") if when[1] > 0 else unknown(f"BC{-when[1]:04}")


def decade(when: When, _anchor: Anchor, _tell: Tell) -> Time:
    """Ten years."""
    return month_span(when[1], 1, 120, f"{when[1] // 10:03}")


def century(when: When, _anchor: Anchor, _tell: Tell) -> Time:
    """A hundred years: the first began in the year 1. Below zero before Christ."""
    number = when[1]
    if number < 0:
        return unknown(f"BC{-number - 1:02}")
    return month_span((number - 1) * 100 + 1, 1, 1200, f"{number - 1:02}")


def season(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A season; a winter is named after the year in which it begins."""
    year, code = when[1:3]
    if year is not None:
        return month_span(year, _SEASONS[code], 3, f"{year:04}-{code}") if year > 0 else unknown(f"BC{-year:04}-{code}")
    years = _years(anchor)
    return (
        nearest([month_span(y, _SEASONS[code], 3, f"{y:04}-{code}") for y in years], seen(anchor))
        if years
        else unknown(f"XXXX-{code}")
    )


def fiscal(when: When, _anchor: Anchor, _tell: Tell) -> Time:
    """A fiscal year: it may begin in any month from the April before the year to the April in it."""
    number = when[1]
    start, end = ordinal(number - 1, 4, 1), ordinal(number + 1, 3, 31)
    return Time(start, end, f"{number:04}") if start is not None and end is not None else unknown(f"{number:04}")


def holiday(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A holiday, in its year or the nearest one."""
    _, code, number = when
    if number is not None:
        return _holiday(code, number)
    years = _years(anchor)
    return nearest([_holiday(code, y) for y in years], seen(anchor)) if years else unknown(holidays.timex(code))


def seen(anchor: Anchor) -> Anchor:
    """The anchor from which the nearest year is taken: history goes on from the time told last."""
    if anchor.context is None or anchor.context.history is None or anchor.future is True:
        return anchor
    return Anchor(anchor.context.last.start)


def in_years(anchor: Anchor) -> list[int]:
    """The years from which one that is not told is taken: that of the story told, or those around the publication."""
    return _years(anchor)


def _years(anchor: Anchor) -> list[int]:
    if anchor.context is not None and anchor.context.history is not None and anchor.future is not True:
        return [anchor.context.history, anchor.context.history + 1]
    if anchor.day is None:
        return []
    here = date.fromordinal(anchor.day).year
    return [here - 1, here, here + 1]


def _exact(year: int, month: int, number: int) -> Time:
    found = ordinal(year, month, number)
    return Time(found, found, f"{year:04}-{month:02}-{number:02}")


def _month(year: int, number: int) -> Time:
    return month_span(year, number, 1, f"{year:04}-{number:02}") if year > 0 else unknown(f"BC{-year:04}-{number:02}")


def _holiday(code: str, number: int) -> Time:
    found = holidays.day(code, number)
    return one_day(found) if found is not None else unknown(f"{number:04}")


def _day_of_month(number: int, anchor: Anchor) -> Time:
    """Such a day ("the 13th") of the month spoken of, or the nearest."""
    told = anchor.context.month if anchor.context is not None else None
    base = told.start if told is not None else anchor.day
    if base is None:
        return unknown(f"XXXX-XX-{number:02}")
    at = date.fromordinal(base)
    if told is not None:
        return _exact(at.year, at.month, number)
    around = [(at.year + (at.month + step - 1) // 12, (at.month + step - 1) % 12 + 1) for step in (-1, 0, 1)]
    return nearest([_exact(y, m, number) for y, m in around], anchor)
