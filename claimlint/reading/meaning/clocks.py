"""What the names of times of day and parts of days in times.lark mean."""

from typing import Any

from claimlint.reading.meaning.agos import Agos
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.told import Told, Weak, again, bare
from claimlint.values.times import midst
from claimlint.values.value import Number, When

_SORTS = {
    "day": "day", "slashed": "day", "dated": "day", "deictic": "day", "weekday": "day", "holiday": "day", "month": "month",
    "year": "year", "fiscal": "year", "decade": "year", "century": "year", "season": "season", "nth": "nth", "clock": "time",
    "at": "time", "face": "time",
}  # fmt: skip
_TIMED = frozenset({"day", "night", "nth_weekday", "beside", "same", "ago", "daypart"})  # sorts that have times of day
_LATE = frozenset({"AF", "EV", "NI"})
_NOON = 12
_SMALL_HOURS = 5
_OFF, _ROUND = 7.6, 24  # hours from the middle of a part of the day that are of another; hours of a clock


class Clocks(Agos):
    """The meanings of times of day."""

    # times of day

    def clock(self, digits: Any, half: Any = None) -> Told:
        """8:30 a.m., 20:30, nine o'clock."""
        parts: list[int | None] = [int(part) for part in str(digits).replace(".", ":").split(":")]
        hour, minute, second = (*parts, None, None)[:3]
        clock = clock_at(hour or 0, minute, half, second=second or 0, leading=str(digits).startswith("0"))
        return Weak(clock, "clock") if half is None else clock

    def clock_dotted(self, digits: str, zone: Any) -> When:
        """15.30 GMT."""
        return self.zoned(self.clock(digits), zone)

    def clock_worded(self, hour: Any, minute: Number, half: str) -> When:
        """Nine thirty a.m."""
        if not 0 < minute.low < 60 or minute.low % 1:
            raise Refused
        return clock_at(int(hour), int(minute.low), half)

    def noon(self, _word: int) -> Told:
        """Noon; with a capital it is a name: "Kelsey Noon", "News at Noon"."""
        return Weak(("clock", 12, 0, True, None, "", 0), "noon")

    def midnight(self, _word: int) -> When:
        """Midnight: the end of the day."""
        return ("clock", 24, 0, True, None, "", 0)

    def face(self, value: Any) -> When:
        """An hour on the clock's face."""
        return ("face", int(value))

    def half_past(self, _half: int, face: When, half: str | None = None) -> When:
        """Half past nine."""
        return clock_at(face[1], 30, half)

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
        total = clock_at(hour[1], 0, half)[1] * 60 + sign * int(minutes)
        turn = "" if half else "either"
        return ("clock", total // 60 % 24, total % 60, True, None, turn, 0)

    def clock_part(self, told: Told, *rest: Any) -> When:
        """Five in the afternoon."""
        clock = bare(told)
        if clock[0] == "face":
            clock = clock_at(clock[1], None, None)
        return turned(clock, rest[-1])

    def zoned(self, told: Told, zone: Any) -> When:
        """A time with its zone: without a.m. and p.m. it is on the clock of 24 hours."""
        clock = bare(told)
        return (*clock[:4], tuple(zone) if isinstance(zone, list) else zone, "", clock[6])

    def zoned_by(self, clock: Told, zone: Any, sign: int, hours: str) -> When:
        """20:00 GMT+2."""
        if not isinstance(zone, int | float):
            raise Refused
        return self.zoned(clock, zone + sign * float(hours))

    def military(self, digits: str, *rest: Any) -> When:
        """0500 GMT, 0630 hours."""
        hour, minute = int(digits[:2]), int(digits[2:])
        clock = clock_at(hour, minute, None, leading=True)
        return clock if rest[-1] == "hours" else self.zoned(clock, rest[-1])

    def at(self, clock: Told, *rest: Any) -> Told:
        """10 p.m. Wednesday."""
        return self._at(bare(clock), rest[-1], "")

    def on(self, date: Any, *rest: Any) -> Told:
        """Wednesday at 10 p.m."""
        return self._at(bare(rest[-1]), date, next((part for part in rest[:-1] if part != "comma"), "") if len(rest) > 1 else "")

    def _at(self, clock: When, date: Any, relation: str) -> Told:
        day = bare(date)
        if sort(day) not in _TIMED:
            raise Refused
        if isinstance(date, int) and date < 0 and clock[3] is False:
            raise Refused
        if day[0] == "daypart":
            either = clock[0] == "clock" and clock[5] == "either"
            clock = turned(clock, day[1]) if clock[0] == "clock" else clock
            if either:
                return Weak(("at", clock, day_of(date), "" if relation == "at" else relation), "half untold")
        return again(("at", clock, day_of(date), "" if relation == "at" else relation), date)

    # parts of days

    def daypart(self, *parts: Any) -> tuple[str, str, str]:
        """Evening, the early morning."""
        return ("daypart", parts[-1], "the daypart" if "the" in parts else "daypart")

    def daytime(self, part: tuple[str, str, str]) -> Told:
        """The morning; "at night" is no night of its own."""
        if part[1] == "NI" and part[2] == "daypart":
            return Weak(("ref", "XXXX-XX-XXTNI"), "daypart")
        return Weak(("daypart", part[1], None), part[2])

    def daypart_on(self, date: Any, *rest: Any) -> Told:
        """Friday evening, late Sunday night."""
        inner = bare(date)
        if inner[0] == "range" and rest[-1] == "NI" and sort(inner[1]) == "day":
            return again(("daypart", "NI", inner), date)
        if sort(inner) not in _TIMED or inner[0] == "daypart":
            raise Refused
        return again(("daypart", rest[-1], inner), date)

    def daypart_of(self, part: tuple[str, str, str], *rest: Any) -> Told:
        """The evening of June 3."""
        return self.daypart_on(rest[-1], part[1])

    def daypart_in(self, date: Any, code: str, *rest: Any) -> Told:
        """Wednesday evening next week, Tuesday morning of last week."""
        outer, inner = bare(self.rel_period(*rest[-2:])), bare(date)
        if outer[:2] != ("unit", "week") or inner[0] != "weekday" or inner[2] is not None:
            raise Refused
        return ("daypart", code, ("in", outer, inner))

    def on_face(self, part: Any, _at: str, face: When) -> Told:
        """Last night at 8."""
        when = bare(part)
        if when[0] != "daypart" or when[2] is None:
            raise Refused
        return Weak(_in_part(face, when), "stop")

    def face_on(self, face: When, *rest: Any) -> Told:
        """(At) 8 last night."""
        when = bare(self.tonight(rest[0]) if len(rest) == 1 else self.rel_daypart(*rest))
        return Weak(_in_part(face, when), "hour of a part")

    def rel_daypart(self, *parts: Any) -> Told:
        """That morning, the following night."""
        rel, code = parts[-2:]
        if parts[0] == "following":
            raise Refused
        day = {0: 0, "that": "D+0", "following": "D+1", "previous": "D-1", -1: -1, 1: "D+1"}.get(rel)
        if day is None:
            raise Refused
        return ("daypart", code, ("deictic", day))

    def same_daypart(self, _the: str, _same: str, code: str) -> Told:
        """The same evening."""
        return ("daypart", code, ("deictic", "D+0"))

    def the_daypart_ago(self, _the: str, code: str, word: str) -> Told:
        """The evening before, the morning after."""
        if word not in ("before", "after"):
            raise Refused
        return Weak(("daypart", code, ("deictic", "D-1" if word == "before" else "D+1")), "stop")

    def tonight(self, *parts: str) -> Told:
        """Tonight, overnight, late last night."""
        code, _, days = parts[-1].partition(":")
        return ("daypart", code, ("deictic", days if days.isalpha() else int(days or 0)))

    def tonight_on(self, word: str, date: Any) -> Told:
        """Overnight Friday."""
        code, _, days = word.partition(":")
        if days != "night":
            raise Refused
        return self.daypart_on(date, code)


def sort(when: When) -> str:
    """What ranges are made of: both ends are of one sort, unless a word opens the range."""
    if when[0] in ("part", "daypart", "in") and when[2] is not None:
        return sort(when[2])
    if when[0] == "unit":
        return str(when[1])
    return _SORTS.get(when[0]) or str(when[0])


def day_of(date: Any) -> When:
    """The day of a time that may tell a part of the day too."""
    when = bare(date)
    if when[0] == "daypart":
        return when[2] if when[2] is not None else ("deictic", 0)
    return when


def clock_at(hour: int, minute: int | None, half: Any, *, second: int = 0, leading: bool = False) -> When:
    """A time of day; `minute` is None where none is told; `half` is am or pm, 0 for o'clock, None where it is not said."""
    told = minute is not None
    minute = minute or 0
    if half in ("am", "pm"):
        if not 0 <= hour <= 24 or (hour == 0 and half == "pm"):
            raise Refused
        hour = hour if hour > _NOON else hour % _NOON + (_NOON if half == "pm" else 0)
        return ("clock", hour, minute, told, None, "", second)
    if hour > 24 or (hour == 24 and minute):
        raise Refused
    either = 1 <= hour <= _NOON and not leading
    return ("clock", hour, minute, told, None, "either" if either else "", second)


def _in_part(face: When, part: When) -> When:
    """An hour on the clock's face in a part of a day."""
    if not 1 <= face[1] <= _NOON:
        raise Refused
    return ("at", turned(clock_at(face[1], None, None), part[1]), part[2], "")


def turned(clock: When, code: str) -> When:
    """A time of day in a part of the day: five in the afternoon. Raises Refused for 4 p.m. in the morning."""
    hour = clock[1]
    if clock[5] != "either" and _OFF < abs(hour - midst(code)) < _ROUND - _OFF:
        raise Refused
    if clock[5] == "either" and hour <= _NOON:
        if code in _LATE and not (code == "NI" and (hour < _SMALL_HOURS or hour == _NOON)):
            hour = hour % _NOON + _NOON
        elif code in ("MO", "NI"):
            hour %= _NOON
    return ("clock", hour, *clock[2:5], "", clock[6])
