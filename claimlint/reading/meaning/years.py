"""What the names of years, parts of years and longer times in calendar.lark mean."""

from typing import Any

from claimlint.reading.meaning.days import Days
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.told import Weak
from claimlint.values.value import Number, When

_CENTURY = 100
_TENS = 10  # "nineteen six" is no year, "nineteen sixty" is one
_SEASONS = frozenset({"SP", "SU", "FA", "WI"})


class Years(Days):
    """The meanings of years and what is made of them."""

    def month_of_year(self, month: When, *rest: Any) -> When:
        """April 2010, April '10, April 480 BC."""
        if rest[-1] in ("BC", "AD"):
            return ("month", _era(rest[-2], rest[-1]), month[2])
        if isinstance(rest[-1], str):
            return ("month", self.full_year(int(rest[-1])), month[2])
        return ("month", rest[-1], month[2])

    def months_joined(self, first: When, _bar: str, last: When, *year: int) -> When | Weak:
        """January/March, Oct/Dec 1986."""
        if first[2] == last[2] or not (first[3] or last[3]):
            raise Refused
        when = ("range", first[:3], ("month", *year, last[2]) if year else last[:3])
        return when if first[3] and last[3] else Weak(when, "capital")

    def anno(self, digits: str) -> int:
        """A year in digits."""
        return int(digits)

    def anno_worded(self, hundreds: int, *rest: Any) -> int:
        """Nineteen ninety-six, nineteen oh five."""
        years = rest[-1].low if isinstance(rest[-1], Number) else rest[-1]
        if years % 1 or not 0 < years < _CENTURY or (years < _TENS) != (len(rest) == 2):
            raise Refused
        return int(hundreds * _CENTURY + years)

    def year(self, *parts: Any) -> When | Weak:
        """A year, the year 1996."""
        return ("year", parts[-1]) if len(parts) > 1 else Weak(("year", parts[-1]), "year")

    def year_era(self, *parts: Any) -> When:
        """480 BC, AD 79."""
        era = next(part for part in parts if part in ("BC", "AD"))
        return ("year", _era(next(part for part in parts if part != era), era))

    def year_number(self, _the: str, _year: str, number: Number) -> When:
        """The year two thousand."""
        first, last = self.limits["first_year_in_words"], self.limits["last_year_in_words"]
        if not number.is_point or not first <= number.low <= last or number.low % 1:
            raise Refused
        return ("year", int(number.low))

    def year_short(self, _apostrophe: str, digits: str) -> When:
        """'98."""
        return ("year", self.full_year(int(digits)))

    def yearspan(self, first: str, dash: str, last: str) -> When:
        """2012-13, 1955-1963, 2018/19."""
        start, end = int(first), int(last)
        if len(last) == 2:
            end += start // _CENTURY * _CENTURY + (_CENTURY if end < start % _CENTURY and end == (start + 1) % _CENTURY else 0)
        if not start < end <= start + self.limits["longest_years"] or (dash == "over" and end != start + 1):
            raise Refused
        return ("range", ("year", start), ("year", end))

    def years_named(self, *parts: Any) -> When:
        """The years 1955-1963."""
        when: When = parts[-1]
        return when

    def decade(self, *parts: str) -> When:
        """The 1990s."""
        return ("decade", int(parts[-1][:-1]))

    def decade_short(self, *parts: str) -> When:
        """The '90s."""
        return ("decade", self.full_year(int(parts[-1][:-1])))

    def decade_poss(self, *parts: str) -> When:
        """The 1990's."""
        if not parts[-2].endswith("0"):
            raise Refused
        return ("decade", int(parts[-2]))

    def decade_word(self, _the: str, first: int) -> Weak:
        """The nineties."""
        return Weak(("decade", first), "decade")

    # parts of years

    def season(self, *parts: Any) -> When | Weak:
        """The summer of 1998."""
        if len(parts) == 1:
            return Weak(("season", None, parts[0]), "season")
        code = next(part for part in parts if isinstance(part, str) and part in _SEASONS)
        last = parts[-1]
        if isinstance(last, tuple):
            last = last[1][1] if code == "WI" else last[2][1]
        if last in ("BC", "AD"):
            return ("season", _era(parts[-2], last), code)
        if isinstance(last, str) and last.isdigit():
            return ("season", self.full_year(int(last)), code)
        return ("season", last if isinstance(last, int) else None, code)

    def season_maybe(self, *parts: str) -> Weak:
        """Spring, the fall."""
        return Weak(("season", None, parts[-1]), "season")

    def quarter(self, *parts: Any) -> When:
        """Q3 2019, H1 2020."""
        code = next(part for part in parts if isinstance(part, int) or part in ("H1", "H2"))
        digits = next((part for part in parts if isinstance(part, str) and part.isdigit()), None)
        outer = None if digits is None else ("year", self.full_year(int(digits)))
        return ("nth", "half", int(code[1]), outer) if isinstance(code, str) else ("nth", "quarter", code, outer)

    def fiscal(self, *parts: Any) -> When:
        """Fiscal 1989, the 2019 fiscal year, the 2018-19 financial year, FY19."""
        told = next(part for part in reversed(parts) if isinstance(part, tuple | int) or part.isdigit())
        if isinstance(told, tuple):
            return ("fiscal", told[2][1])
        return ("fiscal", self.full_year(int(told)))

    def fiscal_now(self, *_parts: str) -> When:
        """The fiscal year: the one that runs."""
        return ("unit", "year", "the")

    def fiscal_bare(self, word: str) -> Weak:
        """(Its) fiscal year ended March 31."""
        return Weak(self.fiscal_now(word), "the half")


def _era(year: int | str, era: str) -> int:
    return -int(year) if era == "BC" else int(year)
