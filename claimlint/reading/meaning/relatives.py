"""What the names of times told from another day in dates.lark mean: this, last and next, and weekdays with dates."""

from typing import Any

from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.told import Told, Weak, again, bare
from claimlint.reading.meaning.years import Years
from claimlint.values.times import duration
from claimlint.values.value import Number, When

_WHOLE = frozenset({"week", "weekend", "month", "quarter", "year"})  # "the week" is a time, "the decade" a part of a phrase
_SHORT = frozenset({"second", "minute", "hour"})
_AROUND: dict[Any, int] = {"previous": -1, "following": 1, "latest": -1}  # as of the day of publication
_ROLLING = frozenset({"hour", "day", "week", "month", "year", "decade", "century"})  # "the last week": the seven days until now


class Relatives(Years):
    """The meanings of this, last and next."""

    # weekdays with dates

    def weekday_of(self, weekday: int, *rest: Any) -> Told:
        """Monday, February 3, 2026."""
        return again(("dated", abs(weekday), bare(rest[-1])), rest[-1])

    def weekday_of_rel(self, _rel: Any, weekday: int, *rest: Any) -> Told:
        """This Monday, February 3."""
        return self.weekday_of(weekday, rest[-1])

    def weekday_the(self, weekday: int, *rest: Any) -> Told:
        """Friday the 13th; behind a comma a rank in words counts something else."""
        when = ("dated", abs(weekday), ("day", None, None, self.day(rest[-1])))
        return Weak(when, "stop") if rest[0] == "comma" else when

    def the_day(self, _the: str, digits: str) -> Told:
        """(On) the 18th."""
        return Weak(("day", None, None, self.day(digits)), "day of month")

    def weekday_in(self, weekday: int, *rest: Any) -> Told:
        """Tuesday of last week."""
        outer = bare(rest[-1])
        if outer[0] != "unit" or outer[1] not in ("week", "weekend"):
            raise Refused
        return ("in", outer, ("weekday", abs(weekday), None))

    def in_weekday(self, relative: Told, *rest: Any) -> Told:
        """Next week on Tuesday, next week Tuesday; "the week" and a weekday are two times."""
        if len(rest) == 1 and bare(relative)[-1] == "the":
            raise Refused
        return self.weekday_in(rest[-1], relative)

    def the_day_in(self, _the: str, digits: str, *rest: Any) -> Told:
        """The 21st of this month."""
        outer = bare(rest[-1])
        if outer[0] != "unit" or outer[1] != "month":
            raise Refused
        return ("in", outer, ("day", None, None, self.day(digits)))

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
        if unit in ("second", "minute") or rel in ("recent", "those", "following") or (unit == "day" and rel == -1):
            raise Refused
        if rel == "past" or unit in ("hour", "fortnight"):
            return ("units", unit, _sign(rel), 1, 1)
        return ("unit", unit, rel)

    def the_rel_period(self, _the: str, rel: Any, unit: str) -> Told:
        """The last week: the seven days until now; the next month: the one that follows."""
        if rel in (-1, "past") and unit in _ROLLING:
            return Weak(("units", unit, -1, 1, 1), "no of") if unit == "day" else ("units", unit, -1, 1, 1)
        if rel == 1 and unit in ("decade", "century"):
            return ("units", unit, 1, 1, 1)
        if rel == "following" and unit not in ("second", "minute"):
            return ("unit", unit, rel)
        return self.rel_period("next" if rel == 1 and unit in _ROLLING else rel, unit)

    def rel_fiscal(self, *parts: Any) -> Told:
        """The current fiscal year."""
        if parts[-2] in ("that", "those"):
            raise Refused
        return ("unit", "year", parts[-2])

    def rel_periods(self, *parts: Any) -> Told:
        """Recent weeks: no days can be told."""
        if parts[0] in ("following", "that"):
            raise Refused
        return ("ref", "PAST_REF" if parts[-2] == "those" else duration(None, None, parts[-1]))

    def many(self, *parts: Any) -> tuple[Any, ...]:
        """So many units of time; "year or so" is one."""
        unit = next(part for part in parts if isinstance(part, str))
        number = parts[0] if isinstance(parts[0], Number) else Number(1, 1, 1)
        low, high = (None, None) if number.form in ("vague", "few") else (number.low, number.high)
        return (unit, low, high)

    def many_more(self, unit: str, _and: str, part: Number) -> tuple[Any, ...]:
        """Year and a half."""
        if part.form != "part" or not 0 < part.low < 1:
            raise Refused
        return (unit, 1 + part.low, 1 + part.low)

    def rel_many(self, *parts: Any) -> Told:
        """The past two years."""
        if parts[0] in ("following", "that"):
            raise Refused
        unit, low, high = parts[-1]
        when = ("units", unit, _sign(parts[-2]), low, high)
        return Weak(when, "last") if parts[0] == -1 else when

    def many_rel(self, *parts: Any) -> Told:
        """The four previous weeks."""
        number, rel, unit = parts[-3:]
        if rel in ("that", "those", 0) or not number.low > 1:
            raise Refused
        return self.rel_many(rel, self.many(number, unit))

    def rel_named(self, *parts: Any) -> Told:
        """Last Friday, last June, this third quarter."""
        rel, inner = parts[-2], bare(parts[-1])
        if rel in ("recent", "those") or parts[0] == "following":
            raise Refused
        rel = -1 if rel == "past" else rel
        if inner[0] == "nth":
            return parts[-1] if rel in (0, "that", "latest") else again((*inner[:3], ("unit", "year", rel)), parts[-1])
        if inner[0] != "weekday":
            when: When = ("named", _AROUND.get(rel, rel), inner)
        else:
            when = ("weekday", inner[1], -1 if rel == "latest" else rel)
        if rel == "that" and len(parts) == 2:  # "he said that Friday would do"
            if isinstance(parts[-1], Weak):
                raise Refused
            return Weak(when, "that")
        if isinstance(parts[-1], Weak) and rel not in (-1, 0, 1):
            raise Refused
        return again(when, parts[-1])

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
        return ("holiday", code.partition("/")[0], None)

    def the_period(self, _the: str, unit: str) -> Told:
        """The quarter: the one that is spoken of."""
        if unit in _SHORT:
            raise Refused
        when = ("unit", unit, "the")
        if unit == "half":
            return Weak(when, "the half")
        return Weak(when, "the period" if unit in _WHOLE else "inside")

    def the_ahead(self, _the: str, unit: str, _ahead: str) -> Told:
        """The weeks ahead."""
        return ("ref", duration(None, None, unit))

    def the_ahead_many(self, _the: str, *parts: Any) -> Told:
        """The two years ahead, the week ahead."""
        return self.rel_many(1, self.many(*parts[:-1]) if len(parts) == 3 else (parts[0], 1, 1))

    def the_opening(self, _the: str, _word: str, unit: str) -> Told:
        """The early years."""
        return ("ref", duration(None, None, unit))

    def year_relative(self, *parts: Any) -> Told:
        """June 3 last year, January this year."""
        outer = bare(parts[-1])
        if outer[0] == "units" or (outer[0] == "unit" and outer[1] != "year") or outer[0] not in ("unit", "same"):
            raise Refused
        when = parts[0]
        told = ("in", outer, when if when[0] == "day" else when[:3])
        return told if when[0] == "day" or when[3] else Weak(told, "capital")

    def deictic(self, value: Any) -> Told:
        """Yesterday, the following day; "past" and "future" by themselves."""
        return ("deictic", value)

    def holiday(self, code: str, *rest: Any) -> Told:
        """Christmas Day 2010, (at) Christmas."""
        day, _, guard = code.partition("/")
        return Weak(("holiday", day, None), guard) if guard and not rest else ("holiday", day, rest[-1] if rest else None)

    def holiday_weekend(self, code: str, *rest: Any) -> Told:
        """Memorial Day weekend, Memorial Day 2019 weekend: the days off around it."""
        return ("week_of", rest[-1], ("holiday", code.partition("/")[0], rest[0] if len(rest) > 1 else None))

    def holiday_relative(self, code: str, *rest: Any) -> Told:
        """Christmas last year."""
        outer = bare(self.rel_period(*rest[-2:]))
        if outer[:2] != ("unit", "year"):
            raise Refused
        return ("in", outer, ("holiday", code.partition("/")[0], None))

    def vague_time(self, code: str) -> Told:
        """Now, recently; a guard stands behind a stroke."""
        timex, _, guard = code.partition("/")
        return Weak(("ref", timex), guard) if guard else ("ref", timex)


def _sign(rel: Any) -> int | None:
    return {"past": -1, "previous": -1, "recent": -1, "latest": -1, "next": 1, "following": 1, -1: -1, 1: 1}.get(rel)
