"""What the names of ranges in times.lark mean: from 3 May to 5 June, 9 to 11 a.m., Monday-Friday."""

from typing import Any

from claimlint.reading.meaning.clocks import Clocks, clock_at, day_of, sort, turned
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.told import Told, Weak, again, bare
from claimlint.values.value import When

_ENDLESS = frozenset({"units", "several", "set", "range"})  # kinds that end no range
_NOON = 12


class Stretches(Clocks):
    """The meanings of two times that belong together."""

    def stretch(self, *parts: Any) -> Told:
        """From 3 May to 5 June, 9 to 11 a.m., Monday-Friday."""
        opened = parts[0] in ("from", "between")
        first, mark, last = parts[-3:]
        a, b = bare(first), bare(last)
        for end in (a, b):
            if end[0] in _ENDLESS or (end[0] == "ref" and end[1] != "PRESENT_REF"):
                raise Refused
        for end in (first, last):
            if isinstance(end, int) and end < 0:
                raise Refused
        if all(end[0] == "clock" and end[5] == "either" and end[6] for end in (a, b)):
            raise Refused  # "from 2:04:30 to 2:02:58" are the times of a race
        one, other = sort(a), sort(b)
        if mark == "slash" and one not in ("day", "month"):
            raise Refused
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
        """Friday from 9 to 11 a.m., tonight from 7 to 9:30."""
        day, told = bare(date), rest[-1]
        if day[0] == "daypart" and told[0] == "clocks":
            told = ("clocks", *(turned(clock, day[1]) for clock in told[1:]))
        return ("at", told, day_of(date), "")

    def days_and_month(self, *parts: Any) -> tuple[Any, ...]:
        """February 3-5, 3 and 4 May."""
        month = next(part for part in parts if isinstance(part, tuple))
        days = [part for part in parts if isinstance(part, int)]
        first, last = days[0], days[-1]
        listed = "and" in parts and "between" not in parts
        if sorted(set(days)) != days:
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


def _clock_range(a: When, b: When) -> When:
    """Two times of day: the first takes its half of the day, its zone and its day from the second."""
    last = b[1] if b[0] == "at" else b
    first = a[1] if a[0] == "at" else a
    if last[0] != "clock" or first[0] not in ("clock", "face"):
        return ("range", a, b)
    if first[0] == "face":
        if last[5] == "either" and not last[3]:
            raise Refused
        first = clock_at(first[1], None, None)
    if first[5] == "either" and not last[5]:
        late = first[1] % _NOON + _NOON
        hour = late if late <= last[1] else first[1] if last[1] >= _NOON else first[1] % _NOON
        first = (first[0], hour, *first[2:5], "", first[6])
    if first[4] is None and last[4] is not None:
        first = (*first[:4], last[4], *first[5:])
    if b[0] == "at" and a[0] != "at":
        return ("at", ("clocks", first, last), *b[2:])
    if a[0] == "at" and b[0] != "at":
        return ("at", ("clocks", first, last), *a[2:])
    return ("range", a, b) if a[0] == "at" else ("clocks", first, last)
