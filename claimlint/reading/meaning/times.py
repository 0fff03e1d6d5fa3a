"""What the names in times.lark mean: times of day, ranges, what recurs; and the value of any time."""

from typing import Any

from attrs import evolve

from claimlint.reading.meaning.calendar import Weak
from claimlint.reading.meaning.dates import Dates, Told, again, bare
from claimlint.reading.meaning.numbers import Refused
from claimlint.values.times import duration
from claimlint.values.value import Number, Rank, Value, When

_KINDS = {"clock": "time", "at": "time", "daypart": "time", "clocks": "time", "set": "set", "units": "duration", "several": "duration"}
_AMOUNTS = {"quarter": "quarteryear", "half": "semester"}  # how units.yaml calls a length that calendar.yaml calls otherwise
_SORTS = {
    "day": "day", "dated": "day", "deictic": "day", "weekday": "day", "holiday": "day", "month": "month", "year": "year",
    "fiscal": "year", "decade": "year", "century": "year", "season": "season", "nth": "nth", "clock": "time", "at": "time", "face": "time",
}  # fmt: skip
_HALVES = {"AF": 12, "EV": 12, "NI": 12}
_SMALL_HOURS = 5


class Times(Dates):
    """The meanings of times.lark, and with those it builds on of all values."""

    def time(self, value: Any) -> Value:
        """Any time, as a value."""
        if isinstance(value, Value):
            return value
        guard = value.guard if isinstance(value, Weak) else ""
        if isinstance(value, int) and value < 0:
            raise Refused
        if isinstance(value, tuple) and value[0] == "month" and len(value) > 3 and not value[3]:
            guard = "month"
        when = bare(value)
        kind = "duration" if when[0] == "ref" and when[1].startswith("P") and "_" not in when[1] else _KINDS.get(when[0], "date")
        if when[0] == "range" and "time" in (_sort(when[1]), _sort(when[2])):
            kind = "time"
        return Value(kind, when=when, form=guard)

    def about(self, scope: str, value: Any) -> Value:
        """Around noon, circa 1910."""
        told = self.time(value)
        assert told.when is not None
        if told.kind not in ("date", "time") or told.when[0] == "ref" or scope == "close" and told.when[0] not in ("clock", "at", "year"):
            raise Refused
        return evolve(told, approximate=True)

    # ranges

    def stretch(self, *parts: Any) -> Told:
        """From 3 May to 5 June, 9 to 11 a.m., Monday-Friday."""
        opened = parts[0] in ("from", "between")
        first, mark, last = parts[-3:]
        a, b = bare(first), bare(last)
        for end in (a, b):
            if end[0] in ("units", "several", "set", "range") or (end[0] == "ref" and end[1] != "PRESENT_REF"):
                raise Refused
        for end in (first, last):
            if isinstance(end, int) and end < 0:
                raise Refused
        one, other = _sort(a), _sort(b)
        if not opened and one != other and mark != "through":
            raise Refused
        if "time" in (one, other) and (a[0] in ("clock", "face") or b[0] in ("clock", "at")):
            when = _clock_range(a, b)
            return Weak(when, "clock") if not opened and isinstance(first, Weak) and isinstance(last, Weak) else when
        if a == b or a[0] == "face":
            raise Refused
        when = ("range", a, b)
        kept = next((end for end in (first, last) if again(when, end) is not when), None)
        return Weak(when, "capital") if kept is not None else when

    def hours(self, *parts: Any) -> When:
        """From 9 to 11 a.m."""
        return _clock_range(*(bare(part) for part in parts if not isinstance(part, str)))

    def stretch_on(self, date: Any, *rest: Any) -> Told:
        """Friday from 9 to 11 a.m."""
        return ("at", rest[-1], _day_of(date), "")

    def days_and_month(self, *parts: Any) -> tuple[Any, ...]:
        """February 3-5, 3 and 4 May."""
        month = next(part for part in parts if isinstance(part, tuple))
        first, last = (part for part in parts if isinstance(part, int))
        listed = "and" in parts and "between" not in parts
        if not first < last or (listed and last != first + 1):
            raise Refused
        return (month, first, last, "stop" if listed and isinstance(parts[-1], int) else "" if month[3] else "capital")

    def month_days(self, days: tuple[Any, ...], *rest: Any) -> Told:
        """February 3-5, 2019."""
        month, first, last, guard = days
        ends = [("day", rest[-1] if rest and isinstance(rest[-1], int) else None, month[2], day) for day in (first, last)]
        if rest and isinstance(rest[-1], tuple | Weak):
            ends = [bare(self.year_relative(end, rest[-1])) for end in ends]
        when = ("range", *ends)
        return Weak(when, guard) if guard and not (guard == "stop" and rest) else when

    # times of day

    def clock(self, digits: Any, half: Any = None) -> Told:
        """8:30 a.m., 20:30, nine o'clock."""
        hour, minute, second = ([int(part) for part in str(digits).replace(".", ":").split(":")] + [0, 0])[:3]
        told = ":" in str(digits) or "." in str(digits)
        clock = _clock(hour, minute, told, half, second=second, leading=str(digits).startswith("0"))
        return Weak(clock, "clock") if half is None else clock

    def clock_dotted(self, digits: str, zone: Any) -> When:
        """15.30 GMT."""
        return self.zoned(self.clock(digits), zone)

    def clock_worded(self, hour: Any, minute: Number, half: str) -> When:
        """Nine thirty a.m."""
        if not 0 < minute.low < 60 or minute.low % 1:
            raise Refused
        return _clock(int(hour), int(minute.low), True, half)

    def noon(self, _word: int) -> When:
        """Noon."""
        return ("clock", 12, 0, True, None, "", 0)

    def midnight(self, _word: int) -> When:
        """Midnight: the end of the day."""
        return ("clock", 24, 0, True, None, "", 0)

    def face(self, value: Any) -> When:
        """An hour on the clock's face."""
        return ("face", int(value))

    def half_past(self, _half: int, face: When, half: str | None = None) -> When:
        """Half past nine."""
        return _clock(face[1], 30, True, half)

    def past(self, minutes: Any, *rest: Any) -> When:
        """Quarter to five, 17 minutes past midnight."""
        counted = "minutes" in rest
        sign = next(part for part in rest if part in (1, -1))
        hour = next(part for part in reversed(rest) if part not in ("am", "pm"))
        half = rest[-1] if rest[-1] in ("am", "pm") else None
        if not counted and (isinstance(minutes, str) or (sign < 0 and half is None and int(minutes) != 15)):
            raise Refused
        if isinstance(hour, int):
            total = hour % 24 * 60 + sign * int(minutes)
            return ("clock", total // 60 % 24, total % 60, True, None, "", 0)
        total = _clock(hour[1], 0, True, half)[1] * 60 + sign * int(minutes)
        turn = "" if half else "either"
        return ("clock", total // 60 % 24, total % 60, True, None, turn, 0)

    def clock_part(self, told: Told, *rest: Any) -> When:
        """Five in the afternoon."""
        clock = bare(told)
        if clock[0] == "face":
            clock = _clock(clock[1], 0, False, None)
        return _turned(clock, rest[-1])

    def zoned(self, told: Told, zone: Any) -> When:
        """A time with its zone."""
        clock = bare(told)
        return (*clock[:4], tuple(zone) if isinstance(zone, list) else zone, "" if clock[1] > 12 else clock[5], clock[6])

    def zoned_by(self, clock: Told, zone: Any, sign: int, hours: str) -> When:
        """20:00 GMT+2."""
        if not isinstance(zone, int | float):
            raise Refused
        return self.zoned(clock, zone + sign * float(hours))

    def military(self, digits: str, *rest: Any) -> When:
        """0500 GMT, 0630 hours."""
        hour, minute = int(digits[:2]), int(digits[2:])
        clock = _clock(hour, minute, True, None, leading=True)
        return clock if rest[-1] == "hours" else self.zoned(clock, rest[-1])

    def at(self, clock: Told, *rest: Any) -> Told:
        """10 p.m. Wednesday."""
        return self._at(bare(clock), rest[-1], "")

    def on(self, date: Any, *rest: Any) -> Told:
        """Wednesday at 10 p.m."""
        return self._at(bare(rest[-1]), date, next((part for part in rest[:-1] if part != "comma"), "") if len(rest) > 1 else "")

    def _at(self, clock: When, date: Any, relation: str) -> Told:
        day = bare(date)
        if day[0] in ("ref", "units", "several", "year", "decade", "century", "month", "season", "fiscal", "nth", "range"):
            raise Refused
        if isinstance(date, int) and date < 0 and clock[3] is False:
            raise Refused
        if day[0] == "daypart":
            clock = _turned(clock, day[1]) if clock[0] == "clock" else clock
        return again(("at", clock, _day_of(date), "" if relation == "at" else relation), date)

    # parts of days

    def daypart(self, *parts: Any) -> tuple[str, str, str]:
        """Evening, the early morning."""
        return ("daypart", parts[-1], "the daypart" if "the" in parts else "daypart")

    def daytime(self, part: tuple[str, str, str]) -> Told:
        """The morning."""
        return Weak(("daypart", part[1], None), part[2])

    def daypart_on(self, date: Any, *rest: Any) -> Told:
        """Friday evening, late Sunday night."""
        inner = bare(date)
        if _sort(inner) != "day" and inner[0] not in ("part", "in", "unit", "nth_weekday", "ago", "same"):
            raise Refused
        return again(("daypart", rest[-1], inner), date)

    def daypart_of(self, part: tuple[str, str, str], *rest: Any) -> Told:
        """The evening of June 3."""
        return self.daypart_on(rest[-1], part[1])

    def rel_daypart(self, *parts: Any) -> Told:
        """That morning, the following night."""
        rel, code = parts[-2:]
        day = {0: 0, "that": "D+0", "following": "D+1", "previous": "D-1", -1: -1, 1: "D+1"}.get(rel)
        if day is None:
            raise Refused
        return ("daypart", code, ("deictic", day))

    def tonight(self, *parts: str) -> Told:
        """Tonight, overnight, late last night."""
        code, _, days = parts[-1].partition(":")
        return ("daypart", code, ("deictic", int(days or 0)))

    # lengths

    def length_word(self, unit: str) -> Value:
        """Year-long."""
        return self.with_unit(Number(1, 1, 1), unit)

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
        return ("set", duration(count, count, rest[-1]))

    def each_weekday(self, _every: int, weekday: int, code: str = "") -> Told:
        """Every Monday, every Monday morning."""
        if weekday < 0:
            raise Refused
        return ("set", f"XXXX-WXX-{weekday}{'T' + code if code else ''}")

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


def _sort(when: When) -> str:
    """What ranges are made of: both ends are of one sort, unless a word opens the range."""
    if when[0] in ("part", "daypart", "in") and when[2] is not None:
        return _sort(when[2])
    if when[0] == "unit":
        return str(when[1])
    return _SORTS.get(when[0], when[0])


def _day_of(date: Any) -> When:
    """The day of a time that may tell a part of the day too."""
    when = bare(date)
    if when[0] == "daypart":
        return when[2] if when[2] is not None else ("deictic", 0)
    return when


def _clock(hour: int, minute: int, told: bool, half: Any, *, second: int = 0, leading: bool = False) -> When:
    """A time of day; `half` is am or pm, 0 for o'clock, None where the words do not say."""
    if half in ("am", "pm"):
        if not 0 <= hour <= 24 or (hour == 0 and half == "pm"):
            raise Refused
        hour = hour if hour > 12 else hour % 12 + (12 if half == "pm" else 0)
        return ("clock", hour, minute, told, None, "", second)
    if hour > 24 or (hour == 24 and minute):
        raise Refused
    either = 1 <= hour <= 12 and not leading
    return ("clock", hour, minute, told, None, "either" if either else "", second)


def _turned(clock: When, code: str) -> When:
    """A time of day in a part of the day: five in the afternoon."""
    hour = clock[1]
    late = _HALVES.get(code, 0)
    if clock[5] == "either" and hour <= 12:
        if late and not (code == "NI" and (hour < _SMALL_HOURS or hour == 12)):
            hour = hour % 12 + late
        elif code in ("MO", "NI"):
            hour %= 12
    return ("clock", hour, *clock[2:5], "", clock[6])


def _clock_range(a: When, b: When) -> When:
    """Two times of day: the first takes its half of the day, its zone and its day from the second."""
    last = b[1] if b[0] == "at" else b
    first = a[1] if a[0] == "at" else a
    if last[0] != "clock" or first[0] not in ("clock", "face"):
        return ("range", a, b)
    if first[0] == "face":
        if last[5] == "either" and not last[3]:
            raise Refused
        first = _clock(first[1], 0, False, None)
    if first[5] == "either" and last[5] == "":
        late = first[1] % 12 + 12
        first = (*first[:1], late if last[1] >= 12 and late <= last[1] else first[1] % 12 if last[1] < 12 or first[1] < 12 else first[1], *first[2:5], "", first[6])
    if first[4] is None and last[4] is not None:
        first = (*first[:4], last[4], *first[5:])
    if b[0] == "at" and a[0] != "at":
        return ("at", ("clocks", first, last), *b[2:])
    if a[0] == "at" and b[0] != "at":
        return ("at", ("clocks", first, last), *a[2:])
    return ("range", a, b) if a[0] == "at" else ("clocks", first, last)

