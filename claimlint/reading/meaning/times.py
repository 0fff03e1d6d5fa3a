"""What the names of lengths and of what recurs in times.lark mean, and the value of any time."""

from typing import Any

from attrs import evolve

from claimlint.reading.meaning.clocks import sort
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.stretches import Stretches
from claimlint.reading.meaning.told import Told, Weak, again, bare
from claimlint.values.times import duration
from claimlint.values.value import Number, Rank, Value, When

_KINDS = {
    "clock": "time", "at": "time", "daypart": "time", "clocks": "time", "set": "set", "units": "duration", "several": "duration",
}  # fmt: skip
_TWO, _FIFTH = 2, 5
_AMOUNTS = {"quarter": "quarteryear", "half": "semester"}  # how units.yaml calls a length that calendar.yaml calls otherwise


class Times(Stretches):
    """The meanings of times.lark, and with those it builds on of all times and amounts."""

    def time(self, value: Any) -> Value:
        """Any time, as a value."""
        if isinstance(value, Value):
            return value
        guard = value.guard if isinstance(value, Weak) else "weekday" if isinstance(value, int) else ""
        if isinstance(value, int) and value < 0:
            raise Refused
        if isinstance(value, tuple) and value[0] == "month" and len(value) > 3:
            guard = "first name" if value[3] else "month"
        when = bare(value)
        kind = "duration" if when[0] == "ref" and when[1].startswith("P") and "_" not in when[1] else _KINDS.get(when[0], "date")
        if when[0] == "range" and "time" in (sort(when[1]), sort(when[2])):
            kind = "time"
        return Value(kind, when=when, form=guard)

    def about(self, scope: str, value: Any) -> Value:
        """Around noon, circa 1910."""
        told = self.time(value)
        kind = told.when[0] if told.when is not None else ""
        if told.kind not in ("date", "time") or kind == "ref" or (scope == "close" and kind not in ("clock", "at", "year")):
            raise Refused
        return evolve(told, approximate=True)

    def or_later(self, date: Any, relation: str) -> Value:
        """2018 or later, May 3 onward."""
        told = self.time(date)
        if told.kind != "date" or told.when is None or told.when[0] == "ref":
            raise Refused
        return evolve(told, relation=relation)

    # lengths

    def length_word(self, unit: str) -> Value:
        """Year-long."""
        return self.with_unit(Number(1, 1, 1), unit)

    def length_long(self, unit: str, _long: str) -> Told:
        """Months-long."""
        return ("ref", duration(None, None, unit))

    def running(self, _its: str, place: Rank, unit: str) -> Told:
        """(In) its 12th day: so many have begun."""
        if place.place < _TWO or unit in ("second", "minute", "quarter", "half"):
            raise Refused
        return Weak(("units", unit, None, place.place, place.place), "running")

    def length_another(self, count: int, *rest: str) -> Value:
        """Another week, a full year."""
        value = self.with_unit(Number(count, count, 1), rest[-1])
        if value.kind != "duration":
            raise Refused
        return value

    def length_many(self, *parts: str) -> Told:
        """(For) weeks, weeks or months."""
        return Weak(("ref", duration(None, None, parts[0])), "length")

    def length_or(self, _a: Any, unit: str, _or: str, number: Number) -> Value:
        """A year or two."""
        value = self.with_unit(self.either(Number(1, 1, 1), "or", number), unit)
        if value.kind != "duration" or number.low not in (2, 3):
            raise Refused
        return value

    def the_many(self, _the: str, number: Number, unit: str) -> Value:
        """The nine months."""
        return self.with_unit(number, _AMOUNTS.get(unit, unit))

    # what recurs

    def each(self, every: int, *rest: Any) -> Told:
        """Every week, every two years, every third day."""
        count: float | None = every
        if len(rest) == 2:
            count = rest[0].place if isinstance(rest[0], Rank) else None if rest[0].form else rest[0].low
        if rest == ("night",):
            return ("set", "XXXX-XX-XXTNI")
        return ("set", duration(count, count, rest[-1]))

    def each_nth(self, every: int, rank: Rank, weekday: int) -> Told:
        """Every second Tuesday."""
        if every != 1 or rank.place > _FIFTH:
            raise Refused
        return self.each_weekday(every, abs(weekday))

    def nth_each(self, *parts: Any) -> Told:
        """The first Tuesday of every month: as often as the month."""
        return self.each(parts[-2], parts[-1])

    def each_weekday(self, _every: int, weekday: int, code: str = "") -> Told:
        """Every Monday, every Monday morning."""
        if weekday < 0:
            raise Refused
        return ("set", f"XXXX-WXX-{weekday}{'T' + code if code else ''}")

    def each_at(self, every: Told, _at: str, clock: Told) -> Told:
        """Every Monday at 4 p.m."""
        when, at = bare(every), bare(clock)
        days = "XXXX-XX-XX" if when[1] == "P1D" else when[1]
        if days[0] == "P" or "T" in days or at[0] != "clock" or at[5]:
            raise Refused
        return ("set", f"{days}T{at[1]:02}:{at[2]:02}")

    def each_month(self, _every: int, month: When) -> Told:
        """Every July."""
        return again(("set", f"XXXX-{month[2]:02}"), month)

    def each_daypart(self, _every: int, code: str) -> Told:
        """Every morning."""
        return ("set", f"XXXX-XX-XXT{code}")

    def each_season(self, _every: int, code: str) -> Told:
        """Every summer."""
        return ("set", f"XXXX-{code}")

    def weekdays(self, day: Any) -> Told:
        """Mondays."""
        return ("set", f"XXXX-WXX-{day}")

    def weekday_dayparts(self, weekday: int, code: str) -> Told:
        """Tuesday nights."""
        return ("set", f"XXXX-WXX-{abs(weekday)}T{code}")

    def set_word(self, timex: str) -> Told:
        """Daily."""
        return Weak(("set", timex), "set")

    def times_per(self, *parts: Any) -> Told:
        """Twice a week, three times each year."""
        unit = parts[-1]
        if unit in _AMOUNTS.values() or self.units.dimension(unit) == "[time]":
            return ("set", duration(1, 1, unit))
        raise Refused

    def times_set(self, *parts: Any) -> Told:
        """Twice daily."""
        return ("set", parts[-1])
