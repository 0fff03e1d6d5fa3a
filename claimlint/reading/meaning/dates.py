"""What the names in dates.lark mean: times told from another day, and parts of times."""

from typing import Any

from claimlint.reading.meaning.calendar import Calendar, Weak
from claimlint.reading.meaning.numbers import Refused
from claimlint.values.times import duration
from claimlint.values.value import Number, Rank, Value, When

Told = When | Weak

_PARTS = {"quarter": 4, "half": 2}
_WHOLE = frozenset({"week", "weekend", "month", "quarter", "year"})  # "the week" is a time, "the decade" a part of a phrase
_SHORT = frozenset({"second", "minute", "hour"})
_ROLLING = frozenset({"hour", "day", "week", "month", "year", "decade", "century"})  # "the last week": the seven days until now
_SECOND = "second"
_KEPT = frozenset({"month", "capital"})  # guards that a word needs inside a phrase too


class Dates(Calendar):
    """The meanings of dates.lark."""

    # weekdays with dates

    def weekday_of(self, weekday: int, *rest: Any) -> Told:
        """Monday, February 3, 2026."""
        return again(("dated", abs(weekday), bare(rest[-1])), rest[-1])

    def weekday_of_rel(self, _rel: Any, weekday: int, *rest: Any) -> Told:
        """This Monday, February 3."""
        return self.weekday_of(weekday, rest[-1])

    def weekday_the(self, weekday: int, *rest: Any) -> Told:
        """Friday the 13th."""
        return ("dated", abs(weekday), ("day", None, None, rest[-1]))

    def weekday_in(self, weekday: int, *rest: Any) -> Told:
        """Tuesday of last week."""
        outer = bare(rest[-1])
        if outer[0] != "unit" or outer[1] not in ("week", "weekend"):
            raise Refused
        return ("in", outer, ("weekday", abs(weekday), None))

    # this, last and next

    def rel(self, value: Any) -> Any:
        """This, last, next."""
        return value

    def rel_past(self, *_parts: Any) -> int:
        """This past."""
        return -1

    def rel_coming(self, *_parts: Any) -> int:
        """This coming."""
        return 1

    def rel_period(self, rel: Any, unit: str) -> Told:
        """Last week; "past month" is a length of time that ends now."""
        if unit in (_SECOND, "minute") or rel == "recent":
            raise Refused
        if rel == "past" or unit == "hour":
            return ("units", unit, _sign(rel), 1, 1)
        return ("unit", unit, rel)

    def the_rel_period(self, _the: str, rel: Any, unit: str) -> Told:
        """The last week: the seven days until now; the next month: the one that follows."""
        if rel in (-1, "past") and unit in _ROLLING:
            return ("units", unit, -1, 1, 1)
        return self.rel_period("next" if rel == 1 and unit in _ROLLING else rel, unit)

    def rel_fiscal(self, *parts: Any) -> Told:
        """The current fiscal year."""
        return ("unit", "year", parts[-2])

    def rel_periods(self, *parts: Any) -> Told:
        """Recent weeks: no days can be told."""
        return ("ref", "PAST_REF" if parts[-2] == "that" else duration(None, None, parts[-1]))

    def many(self, *parts: Any) -> tuple[Any, ...]:
        """So many units of time; "year or so" is one."""
        unit = next(part for part in parts if isinstance(part, str))
        number = parts[0] if isinstance(parts[0], Number) else Number(1, 1, 1)
        low, high = (None, None) if number.form == "vague" or number.form == "few" else (number.low, number.high)
        return (unit, low, high)

    def rel_many(self, *parts: Any) -> Told:
        """The past two years."""
        unit, low, high = parts[-1]
        return ("units", unit, _sign(parts[-2]), low, high)

    def many_rel(self, *parts: Any) -> Told:
        """The four previous weeks."""
        number, rel, unit = parts[-3:]
        if rel in ("that", 0) or not number.low > 1:
            raise Refused
        return self.rel_many(rel, self.many(number, unit))

    def rel_named(self, *parts: Any) -> Told:
        """Last Friday, last June, this third quarter."""
        rel, inner = parts[-2], bare(parts[-1])
        if rel == "recent":
            raise Refused
        rel = -1 if rel == "past" else rel
        if inner[0] == "nth":
            return parts[-1] if rel in (0, "that", "latest") else again((*inner[:3], ("unit", "year", rel)), parts[-1])
        if inner[0] != "weekday":
            rel = {"previous": -1, "following": 1, "latest": -1}.get(rel, rel)
            return again(("named", rel, inner), parts[-1])
        if isinstance(parts[-1], Weak) and rel not in (-1, 0, 1):
            raise Refused
        return again(("weekday", inner[1], -1 if rel == "latest" else rel), parts[-1])

    def rel_weekday(self, weekday: int) -> Told:
        """The Friday of "last Friday"."""
        return Weak(("weekday", -weekday), "capital") if weekday < 0 else ("weekday", weekday)

    def rel_month(self, month: When) -> Told:
        """The June of "last June"."""
        return month[:3] if month[3] else Weak(month[:3], "capital")

    def rel_season(self, code: str) -> Told:
        """The summer of "last summer"."""
        return ("season", None, code)

    def rel_holiday(self, code: str) -> Told:
        """The Christmas of "last Christmas"."""
        return ("holiday", code, None)

    def rel_nth(self, *parts: Any) -> Told:
        """The third quarter of "this third quarter"."""
        nth = self.nth_unit(*parts)
        if bare(nth)[0] != "nth" or bare(nth)[1] not in _PARTS:
            raise Refused
        return bare(nth)

    def the_period(self, _the: str, unit: str) -> Told:
        """The quarter: the one that is spoken of."""
        if unit in _SHORT or unit == "half":
            raise Refused
        when = ("unit", unit, "the")
        return when if unit in _WHOLE else Weak(when, "inside")

    def the_ahead(self, _the: str, unit: str, _ahead: str) -> Told:
        """The weeks ahead."""
        return ("ref", duration(None, None, unit))

    def the_ahead_many(self, _the: str, *parts: Any) -> Told:
        """The two years ahead, the week ahead."""
        return self.rel_many(1, self.many(*parts[:-1]) if len(parts) == 3 else (parts[0], 1, 1))

    def the_opening(self, _the: str, _word: str, unit: str) -> Told:
        """The early years."""
        return ("ref", duration(None, None, unit))

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

    def same_ago(self, same: When, amount: Value, word: str) -> Told:
        """The same quarter a year ago."""
        told = self.ago(amount, word)
        return ("same", same[1], bare(told))

    def year_ago(self, *parts: Any) -> Told:
        """The year-ago quarter; a year-earlier loss."""
        code, unit = (parts[0], "period") if len(parts) == 1 else parts[-2:]
        return ("same", unit, ("unit", code, -1))

    def year_ago_nth(self, *parts: Any) -> Told:
        """The year-ago third quarter."""
        nth = bare(self.nth_unit(*(part for part in parts if isinstance(part, Rank)), parts[-1]))
        return (*nth[:3], ("unit", "year", -1))

    def year_ago_many(self, *parts: Any) -> Told:
        """The year-earlier nine months."""
        unit, low, high = self.many(*parts[-2:])
        return ("units", unit, None, low, high)

    def year_relative(self, *parts: Any) -> Told:
        """June 3 last year, January this year."""
        outer = bare(parts[-1])
        if outer[0] == "units" or (outer[0] == "unit" and outer[1] != "year") or outer[0] not in ("unit", "same"):
            raise Refused
        when = parts[0]
        told = ("in", outer, when if when[0] == "day" else when[:3])
        return told if when[0] == "day" or when[3] else Weak(told, "capital")

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

    def the_nth(self, _the: str, nth: Told) -> Told:
        """The third quarter."""
        return nth

    def final(self, value: int) -> int:
        """Last: counted from the end."""
        return value

    def nth_many(self, rank: Any, number: Number, unit: str) -> Told:
        """The first nine months, the last two weeks."""
        side = rank.place if isinstance(rank, Rank) else rank
        if side not in (1, -1):
            raise Refused
        _, low, high = self.many(number, unit)
        return ("several", unit, side, low if low == high else None, None)

    def nth_plural(self, rank: Any, unit: str) -> Told:
        """The first days; "fourth quarters" are one quarter each of several years."""
        side = rank.place if isinstance(rank, Rank) else rank
        if unit in _PARTS:
            return ("ref", f"XXXX-{unit[0].upper()}{side}") if 0 < side <= _PARTS[unit] else ("ref", duration(None, None, unit))
        if side not in (1, -1) or unit in (_SECOND, "minute"):
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
        if inner[0] in ("ref", "units"):
            raise Refused
        return ("week_of", parts[-2], inner)

    # parts

    def part(self, *parts: Any) -> Told:
        """Early June, late last year."""
        mod = next(part for part in parts if isinstance(part, str) and part.isupper())
        inner = bare(parts[-1])
        if inner[0] in ("ref", "part") or (len(parts) == 3 and parts[0] == "the" and inner[0] in ("weekday", "deictic")):
            raise Refused
        return again(("part", mod, inner), parts[-1])

    def edge(self, *parts: Any) -> Told:
        """The end of June."""
        inner = bare(parts[-1])
        if inner[0] == "ref":
            raise Refused
        return again(("part", parts[-2], inner), parts[-1])

    def edge_period(self, mod: str, unit: str) -> Told:
        """The end of week."""
        if unit not in _WHOLE:
            raise Refused
        return ("part", mod, ("unit", unit, "the"))

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

    def deictic(self, value: Any) -> Told:
        """Yesterday, the following day; "past" and "future" by themselves."""
        return ("deictic", value)

    def holiday(self, code: str, *rest: Any) -> Told:
        """Christmas Day 2010."""
        return ("holiday", code, rest[-1] if rest else None)

    def vague_time(self, code: str) -> Told:
        """Now, recently; a guard stands behind a stroke."""
        timex, _, guard = code.partition("/")
        return Weak(("ref", timex), guard) if guard else ("ref", timex)

    # ago and later

    def ago(self, amount: Value, *rest: Any) -> Told:
        """Two years ago, a week later; a week or so ago."""
        return self._ago(amount, rest[-1], None)

    def ago_span(self, number: Number, unit: str, word: str) -> Told:
        """Two to three weeks ago."""
        return self._ago(self.with_unit(number, unit), word, None)

    def ago_or(self, _a: Any, unit: str, _or: str, number: Number, word: str) -> Told:
        """A year or two ago."""
        return self._ago(self.with_unit(self.either(Number(1, 1, 1), "or", number), unit), word, None)

    def ago_from(self, amount: Value, word: str, date: Any) -> Told:
        """Two days before Christmas."""
        if word not in ("before", "after", "on"):
            raise Refused
        inner = bare(date)
        if inner[0] == "ref" or (word == "on" and not (inner[0] == "weekday" and amount.unit in ("week", "fortnight"))):
            raise Refused
        return Weak(bare(self._ago(amount, {"before": "earlier"}.get(word, "later"), inner)), "whole")

    def later_from(self, amount: Value, _from: str, date: Any) -> Told:
        """60 days from 4 December."""
        if bare(date)[0] == "ref":
            raise Refused
        return Weak(bare(self._ago(amount, "later", bare(date))), "no range")

    def ago_vague(self, unit: str, word: str) -> Told:
        """Months ago."""
        if unit in ("half", "quarter"):
            raise Refused
        when = ("ref", "PAST_REF" if word in ("ago", "earlier", "before") else "FUTURE_REF")
        return Weak(when, "stop") if word in ("before", "after", "on") else when

    def ago_the(self, _the: str, unit: str, word: str) -> Told:
        """The week before, the day after."""
        if word not in ("before", "after", "earlier", "later") or unit in _SHORT:
            raise Refused
        side = "previous" if word in ("before", "earlier") else "following"
        return Weak(("unit", unit, side), "stop")

    def ago_weekday(self, _the: str, weekday: int, word: str) -> Told:
        """The Friday before."""
        if weekday < 0 or word not in ("before", "after"):
            raise Refused
        return Weak(("weekday", weekday, "previous" if word == "before" else "following"), "stop")

    def ago_the_from(self, _the: str, unit: str, word: str, date: Any) -> Told:
        """The day before Christmas."""
        if word not in ("before", "after") or unit in _SHORT or bare(date)[0] == "ref":
            raise Refused
        return Weak(("ago", "earlier" if word == "before" else "later", 1.0, 1.0, unit, bare(date), False), "whole")

    def ago_weekday_from(self, _the: str, weekday: int, word: str, date: Any) -> Told:
        """The Friday before Christmas."""
        if weekday < 0 or word not in ("before", "after") or bare(date)[0] == "ref":
            raise Refused
        return Weak(("beside", -1 if word == "before" else 1, weekday, bare(date)), "whole")

    def before_last(self, _the: str, unit: str, steps: int) -> Told:
        """The week before last."""
        return ("unit", unit, steps)

    def _ago(self, amount: Value, word: str, date: When | None) -> Told:
        if amount.kind != "duration":
            raise Refused
        low, high = amount.stated if isinstance(amount.stated, tuple) else (amount.stated, amount.stated)
        side = {"before": "earlier", "after": "later", "on": "later"}.get(word, word)
        when = ("ago", side, low, high, amount.unit, date, amount.form == "vague")
        return Weak(when, "stop") if word in ("before", "after", "on") else when


def bare(value: Any) -> When:
    """A time without its guard; a number is a weekday."""
    if isinstance(value, Weak):
        return value.when
    if isinstance(value, int):
        return ("weekday", abs(value), None)
    return value[:3] if value[0] == "month" else value


def again(when: When, told: Any) -> Told:
    """A phrase around a time: what its words need, a phrase releases them from, but for a capital letter."""
    if isinstance(told, Weak) and told.guard in _KEPT:
        return Weak(when, "capital")
    if isinstance(told, tuple) and told[0] == "month" and len(told) > 3 and not told[3]:
        return Weak(when, "capital")
    return when


def _sign(rel: Any) -> int | None:
    return {"past": -1, "previous": -1, "recent": -1, "latest": -1, "next": 1, "following": 1, -1: -1, 1: 1}.get(rel)
