"""The code of a holiday -> its day in a year.

A code is a day ("12-25"), a day counted from Easter ("easter-2") or a weekday of a month: "11:4:4" is the fourth
Thursday of November, "05:1:-1" the last Monday of May; "11:2:1+1" the day after the first Tuesday of November.
"""

from datetime import date

from claimlint.values.times.time import month_length, ordinal


def day(code: str, year: int) -> int | None:
    """Gives the day as an ordinal; None where the year has none."""
    if not 1 <= year <= 9999:
        return None
    base, sign, rest = code.partition("+")
    if code.startswith("easter"):
        base, sign, rest = "easter", code[6:7], code[7:]
    shift = int(sign + rest) if rest else 0
    found = (
        _easter(year) if base == "easter" else _of_month(base, year) if ":" in base else ordinal(year, *map(int, base.split("-")))
    )
    return None if found is None else found + shift


def timex(code: str) -> str:
    """Gives the TIMEX3 value of the holiday in a year that is not known."""
    return f"XXXX-{code}" if len(code) == 5 and code[2] == "-" else f"XXXX-{code[:2]}" if code[:2].isdigit() else "XXXX"


def _of_month(code: str, year: int) -> int | None:
    month, weekday, number = map(int, code.split(":"))
    first = ordinal(year, month, 1)
    if first is None:
        return None
    if number > 0:
        return first + (weekday - date.fromordinal(first).isoweekday()) % 7 + 7 * (number - 1)
    last = first + month_length(year, month) - 1
    return last - (date.fromordinal(last).isoweekday() - weekday) % 7 + 7 * (number + 1)


def _easter(year: int) -> int | None:
    """Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, rest = divmod(h + k - 7 * m + 114, 31)
    return ordinal(year, month, rest + 1)
