"""What the names of days in calendar.lark mean. claimlint.values.times lists the kinds of times."""

from typing import Any

from claimlint.reading.meaning.amounts import Amounts
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.told import Told, Weak
from claimlint.values.value import Rank, When

_CENTURY = 100
_MONTHS, _DAYS = 12, 31


class Days(Amounts):
    """The meanings of months, days and weekdays."""

    # names: a text stands for a word that has another meaning too

    def month(self, number: int | str) -> When:
        """A month; alone only by a name that is nothing else."""
        return ("month", None, int(number), isinstance(number, int))

    def day(self, value: Any) -> int:
        """A day of a month, in digits or as a rank."""
        if isinstance(value, int):
            return value
        number = value.place if isinstance(value, Rank) else int(str(value).rstrip("stndrhSTNDRH"))
        if number > 31:
            raise Refused
        return int(number)

    def weekday(self, number: int | str) -> int:
        """A weekday: 1 for Monday; below zero where the word has another meaning too."""
        return number if isinstance(number, int) else -int(number)

    # days

    def month_day(self, *parts: Any) -> When:
        """April 8, the 8th of April."""
        month = next(part for part in parts if isinstance(part, tuple))
        return ("day", None, month[2], next(part for part in parts if isinstance(part, int)))

    def day_in_year(self, day: When, *rest: Any) -> When:
        """April 8, 2010."""
        return ("day", rest[-1], *day[2:])

    def day_in_short(self, day: When, _apostrophe: str, digits: str) -> When:
        """8 April '10."""
        return ("day", self.full_year(int(digits)), *day[2:])

    def day_worded(self, month: When, day: int, *rest: Any) -> Told:
        """January one, 1987."""
        when = ("day", rest[-1] if rest else None, month[2], day)
        return when if rest else Weak(when, "worded day")

    def day_joined(self, *parts: Any) -> When:
        """8-Apr-2010, Apr-8-2010, 2010-Apr-8."""
        month = next(part for part in parts if isinstance(part, tuple))
        digits = next(part for part in parts if isinstance(part, str) and part.isdigit())
        return ("day", self.full_year(int(digits)), month[2], next(part for part in parts if isinstance(part, int)))

    def slashed(self, first: str, _a: str, second: str, _b: str, digits: str) -> When:
        """4/8/2010: the month first or the day first, whatever can be one; where both can, either."""
        year, one, other = self.full_year(int(digits)), int(first), int(second)
        if one > _MONTHS and other > _MONTHS:
            raise Refused
        if one == other or max(one, other) > _MONTHS:
            return ("day", year, min(one, other), max(one, other)) if one <= _MONTHS else ("day", year, other, one)
        return ("slashed", year, one, other)

    def iso(self, year: str, _a: str, month: str, _b: str, day: str) -> When:
        """2010-04-08."""
        return ("day", int(year), int(month), int(day))

    def iso_month(self, year: str, _a: str, month: str) -> When:
        """2010-04."""
        if len(month) != 2:
            raise Refused
        return ("month", int(year), int(month))

    def numeric(self, token: str) -> When:
        """8.4.2010: the day first, unless it can only be the month."""
        day, month, year = map(int, token.split("."))
        return ("day", year, month, day) if month <= _MONTHS else ("day", year, day, month)

    def full_year(self, year: int) -> int:
        """A year of two digits in its century."""
        return year if year >= _CENTURY else 2000 + year if year < self.limits["last_century"] else 1900 + year
