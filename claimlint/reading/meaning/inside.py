"""What the names of times told by a larger one in dates.lark mean: the third quarter, the first Monday, early June."""

from typing import Any

from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.relatives import Relatives
from claimlint.reading.meaning.told import Told, Weak, again, bare
from claimlint.values.times import duration
from claimlint.values.value import Number, Rank, When

_PARTS = {"quarter": 4, "half": 2}
_PERIODS = frozenset({"week", "weekend", "month", "quarter", "year"})
_LAST_WEEK = 53
_SHORT = frozenset({"second", "minute", "hour"})


class Inside(Relatives):
    """The meanings of parts of times."""

    # the same of another year

    def same(self, _the: str, _same: str, unit: str) -> Told:
        """The same week."""
        if unit in _SHORT:
            raise Refused
        return ("same", unit, None)

    def same_of(self, same: When, *rest: Any) -> Told:
        """The same period last year, the same month of 2018."""
        outer = bare(rest[-1])
        if outer[0] not in ("unit", "year", "fiscal", "month", "units"):
            raise Refused
        return ("same", same[1], outer)

    def year_ago(self, *parts: Any) -> Told:
        """The year-ago quarter; a year-earlier loss."""
        code, unit = (parts[0], "period") if len(parts) == 1 else parts[-2:]
        return ("same", unit, ("unit", code, "previous"))

    def year_ago_nth(self, *parts: Any) -> Told:
        """The year-ago third quarter."""
        nth = bare(self.nth_unit(*(part for part in parts if isinstance(part, Rank)), parts[-1]))
        return (*nth[:3], ("unit", "year", "previous"))

    def year_ago_many(self, *parts: Any) -> Told:
        """The year-earlier nine months."""
        unit, low, high = self.many(*parts[-2:])
        return ("units", unit, None, low, high)

    # the so-manieth of a larger time

    def nth_unit(self, *parts: Any) -> Told:
        """Third quarter, second week: alone only a quarter and a half of a year are times."""
        rank, unit = parts[0], parts[-1]
        number = rank.place if isinstance(rank, Rank) else rank
        if unit == "century" and number > 0:
            return ("century", number)
        if unit in _SHORT or number > _PARTS.get(unit, 400):
            raise Refused
        return Weak(("nth", unit, number, None), unit if unit in _PARTS else "inside")

    def numbered(self, unit: str, number: str) -> Told:
        """Week 27 (of 2019)."""
        if unit != "week" or not number.isdecimal() or not 0 < int(number) <= _LAST_WEEK:
            raise Refused
        return Weak(("nth", unit, int(number), None), "inside")

    def the_nth(self, _the: str, nth: Told) -> Told:
        """The third quarter."""
        return bare(nth) if bare(nth)[0] == "several" else nth

    def rel_nth(self, *parts: Any) -> Told:
        """The third quarter of "this third quarter"."""
        nth = self.nth_unit(*parts)
        if bare(nth)[0] != "nth" or bare(nth)[1] not in _PARTS:
            raise Refused
        return bare(nth)

    def final(self, value: int) -> int:
        """Last: counted from the end."""
        return value

    def nth_many(self, rank: Any, number: Number, unit: str) -> Told:
        """The first nine months, the last two weeks."""
        side = rank.place if isinstance(rank, Rank) else rank
        if side not in (1, -1):
            raise Refused
        _, low, high = self.many(number, unit)
        when = ("several", unit, side, low if low == high else None, None)
        return Weak(when, "last") if side < 0 else when

    def nth_plural(self, rank: Any, unit: str) -> Told:
        """The first days; "fourth quarters" are one quarter each of several years."""
        side = rank.place if isinstance(rank, Rank) else rank
        if unit in _PARTS:
            return ("ref", f"XXXX-{unit[0].upper()}{side}") if 0 < side <= _PARTS[unit] else ("ref", duration(None, None, unit))
        if side not in (1, -1) or unit in ("second", "minute"):
            raise Refused
        return ("several", unit, side, None, None)

    def nth_weekday(self, rank: Any, weekday: int) -> Told:
        """The first Monday (of May)."""
        number = rank.place if isinstance(rank, Rank) else rank
        if number > 53:
            raise Refused
        return Weak(("nth_weekday", abs(weekday), number, None), "inside")

    def nth_fiscal(self, *parts: Any) -> Told:
        """The fiscal first quarter."""
        nth = self.nth_unit(*(part for part in parts if part not in ("fiscal", "bar")))
        return bare(nth)

    def nth_of(self, nth: Told, _of: str, outer: Any) -> Told:
        """The third quarter of 1990, the first Monday in May."""
        when, of = bare(nth), bare(outer)
        if of[0] == "ref" or when[0] == "ref":
            raise Refused
        if when[0] == "century":
            return again(("in", of, when), outer)
        if when[0] == "several" and when[3] is None:
            return again(("part", "START" if when[2] > 0 else "END", of), outer)
        return again((*when[:-1], of), outer)

    def nth_year(self, nth: Told, year: int) -> Told:
        """Third quarter 2019."""
        if bare(nth)[0] != "nth" or bare(nth)[1] not in _PARTS:
            raise Refused
        return self.nth_of(nth, "of", ("year", year))

    def nth_relative(self, nth: Told, relative: Any) -> Told:
        """The third quarter this year."""
        outer = bare(relative)
        if bare(nth)[0] != "nth" or bare(nth)[1] not in _PARTS or outer[:2] != ("unit", "year") or outer[2] == "the":
            raise Refused
        return self.nth_of(nth, "of", relative)

    def same_time(self, _time: int, relative: Any) -> Told:
        """This time last year: that day, or near it."""
        outer = bare(relative)
        steps = outer[2] if outer[0] == "unit" and outer[1] in ("year", "month", "week") else None
        if not isinstance(steps, int) or steps == 0:
            raise Refused
        return ("ago", "ago" if steps < 0 else "hence", float(abs(steps)), float(abs(steps)), outer[1], None, False, "")

    def nth_bc(self, nth: Told, era: str) -> Told:
        """The fifth century BC."""
        when = bare(nth)
        if when[0] != "century":
            raise Refused
        return ("century", -when[1] if era == "BC" else when[1])

    def year_nth(self, *parts: Any) -> Told:
        """The 1988 third quarter, this year's third quarter."""
        outer = next(part for part in parts if part not in ("the", "s"))
        return self.nth_of(parts[-1], "of", ("year", int(outer)) if isinstance(outer, str) else outer)

    def year_named(self, relative: Told, _s: str, inner: When) -> Told:
        """Last year's summer."""
        outer = bare(relative)
        if outer[:2] != ("unit", "year"):
            raise Refused
        return ("in", outer, inner[:3])

    def season_inside(self, code: str) -> When:
        """The summer of "last year's summer"."""
        return ("season", None, code)

    def year_period(self, *parts: Any) -> Told:
        """The 1988 period, last year's quarter."""
        outer = next(part for part in parts if part not in ("the", "s"))
        when = ("year", int(outer)) if isinstance(outer, str) else bare(outer)
        if parts[-1] not in ("period", "season", "quarter", "half", "year", "month") or when[0] not in ("year", "unit"):
            raise Refused
        return when if parts[-1] == "year" else ("same", parts[-1], when)

    def week_of(self, *parts: Any) -> Told:
        """The week of 3 May, the week ending Friday, the month of May."""
        inner = bare(parts[-1])
        if inner[0] in ("ref", "units") or (parts[-2] == "same" and inner[0] == "unit"):
            raise Refused  # "the busiest day of the season"
        when = ("week_of", parts[-2], inner)
        return Weak(when, "stop") if isinstance(parts[-1], Weak) and parts[-1].guard == "stop" else when

    # parts

    def part(self, *parts: Any) -> Told:
        """Early June, late last year."""
        mod = next(part for part in parts if isinstance(part, str) and part.isupper())
        inner = bare(parts[-1])
        if inner[0] in ("ref", "part") or (len(parts) == 3 and parts[0] == "the" and inner[0] in ("weekday", "deictic")):
            raise Refused
        return again(("part", mod, inner), parts[-1])

    def part_decade(self, *parts: str) -> Told:
        """(The) early 1980's."""
        if parts[-3] not in ("START", "MID", "END"):
            raise Refused
        return ("part", parts[-3], self.decade_poss(*parts[-2:]))

    def edge(self, *parts: Any) -> Told:
        """The end of June; without "of" only of a month or a year: "end June"."""
        inner = bare(parts[-1])
        side, _, short = parts[-2].partition("/")
        if inner[0] == "ref" or (short and inner[0] not in ("month", "year")):
            raise Refused
        told = again(("part", side, inner), parts[-1])
        return Weak(bare(told), "last") if short == "month" and not isinstance(told, Weak) else told

    def edge_period(self, mod: str, unit: str) -> Told:
        """The end of week."""
        if unit not in _PERIODS:
            raise Refused
        return ("part", mod.partition("/")[0], ("unit", unit, "the"))

    def year_end(self, *parts: Any) -> Told:
        """Year-end."""
        if isinstance(parts[-1], int):
            return ("part", "END", ("year", parts[-1]))
        return ("part", "END", ("unit", parts[-1], 0))

    def part_period(self, mod: str, unit: str) -> Told:
        """Mid-week."""
        if mod not in ("MID", "LATER", "EARLIER") or unit not in ("week", "month", "year", "season"):
            raise Refused
        return ("part", mod, ("unit", unit, 0))
