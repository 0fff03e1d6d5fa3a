"""Times of day -> the minutes of the day and the instants that they leave open.

A time of day is a When that is, or holds, ("clock", hour, minute, whether minutes are told, zone, turn, second).

`zone` is None where none is told, "local" for local time, the hours ahead of Greenwich, or the least and most of them where
the name stands for summer and winter time ("Eastern"). `turn` is "either" where the words do not say which half of the day
is meant, "" where they do.
"""

from datetime import date
from itertools import product

from claimlint.values.times.time import Anchor, Tell, Time, known_day, one_day, unknown
from claimlint.values.value import When

Minutes = tuple[float, float]  # from the one to the other, both included

_DAY = 24 * 60
_PARTS = {  # the parts of a day, as widely as news uses them; a night reaches into the next day
    "MO": (0, 12 * 60), "MI": (11 * 60, 14 * 60), "AF": (12 * 60, 18 * 60), "EV": (16 * 60, 24 * 60),
    "NI": (18 * 60, 30 * 60), "DT": (5 * 60, 21 * 60),
}  # fmt: skip
_AT = 4  # parts of an "at" that is told on its own day
_AHEAD, _BEHIND = 12 * 60, 14 * 60  # minutes by which Greenwich leads no local clock, and lags behind one at most
_SMALL_HOURS = 5
_SOON = 30  # minutes that "shortly after" spans
_ROUGH = 20  # minutes to either side that "about" spans


def midst(code: str) -> float:
    """The hour in the middle of a part of the day: 15 for the afternoon."""
    low, high = _PARTS[code]
    return (low + high) / 2 / 60


def clock(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A time of the day told last, or of the publication's; the small hours behind a night are of the day after."""
    day = known_day(anchor)
    told = anchor.context.day if anchor.context is not None else None
    if told is not None and told.start is not None:
        late = anchor.context is not None and anchor.context.late and when[1] < _SMALL_HOURS and when[5] != "either"
        late = late and (anchor.day is None or told.start < anchor.day)
        day = told.start + late
    return Time(day, day, _stamp(when, day))


def clocks(when: When, anchor: Anchor, tell: Tell) -> Time:
    """A stretch of the day told last, or of the publication's."""
    first = clock(when[1], anchor, tell)
    return Time(first.start, first.end, f"{_stamp(when[1], first.start)}/{_stamp(when[2], first.start)}")


def at(when: When, anchor: Anchor, tell: Tell) -> Time:
    """A time of a day that is told."""
    _, told, inner = when[:3]
    span = tell(inner, anchor)
    if span.start is None or span.start != span.end:
        span = Time(span.start, span.end, "")
    elif len(when) > _AT and when[4]:
        span = one_day(span.start + when[4])
    day = span.start if span.start == span.end else None
    stamp = "/".join(_stamp(end, day) for end in told[1:]) if told[0] == "clocks" else _stamp(told, day)
    return Time(span.start, span.end, stamp)


def daypart(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The morning or evening of a day: of the one told last, or of the publication's."""
    _, code, inner = when
    if inner is not None:
        span = tell(inner, anchor)
        if code == "NI" and inner[0] == "range" and span.start is not None:  # the night of 3-4 May
            span = Time(span.start, span.end, one_day(span.start).timex)
    elif anchor.context is not None and anchor.context.day is not None:
        span = anchor.context.day
    else:
        span = one_day(anchor.day) if anchor.day is not None else unknown("XXXX-XX-XX")
    return Time(span.start, span.end, f"{span.timex.partition('T')[0]}T{code}")


def minutes(when: When, relation: str = "", *, approximate: bool = False) -> tuple[Minutes, ...]:
    """Gives the minutes of the local day that a time of day leaves open, in whatever zone it is told: 0 to 1440.

    Several stretches where the words do not say which half of the day is meant, and where a stretch goes on beyond midnight;
    none where no time of day is told. A time told to the hour may be off by ten minutes, one told to the quarter or to five
    minutes by five, another is exact. `relation` is that of the value ("by", "after", "soon after" ...), `approximate`
    whether it is hedged.
    """
    found: list[Minutes] = []
    for low, high in _stretches(when, relation, approximate=approximate):
        found.append((max(0, low), min(high, _DAY)))
        if high > _DAY:
            found.append((max(0, low - _DAY), high - _DAY))
        if low < 0:
            found.append((low + _DAY, _DAY))
    return tuple(found)


def instants(
    when: When, time: Time, relation: str = "", *, approximate: bool = False, zone: float | None = None
) -> tuple[Minutes, ...]:
    """Gives the minutes since the start of the year 1 in Greenwich that a time of day on a known day leaves open.

    `time` is what the mention was resolved to; `zone` is the hours ahead of Greenwich to take where the words give none.
    None where the day, the time of day or the zone is not known.
    """
    if time.start is None or time.end is None:
        return ()
    offsets = zones(when)
    if not offsets:
        offsets = () if zone is None else (zone, zone)
    if not offsets:
        return ()
    start, end = (time.start - 1) * _DAY, (time.end - 1) * _DAY
    ahead, behind = max(offsets) * 60, min(offsets) * 60
    return tuple((start + low - ahead, end + high - behind) for low, high in _stretches(when, relation, approximate=approximate))


def zones(when: When) -> tuple[float, ...]:
    """Gives the least and the most hours ahead of Greenwich that the zone of a time of day stands for; none for no zone."""
    if when[0] in ("at", "clocks"):
        return zones(when[-1] if when[0] == "clocks" else when[1])
    if when[0] != "clock" or when[4] is None or isinstance(when[4], str):
        return ()
    return tuple(when[4]) if isinstance(when[4], tuple | list) else (when[4], when[4])


def apart(local: When, other: When) -> int:
    """Gives how many days the day of a clock in another zone lies from that of the first: 8 p.m. (0100 GMT) is one on."""
    if local is other or local[0] != "clock" or other[0] != "clock" or not zones(other) or max(zones(other)):
        return 0
    ahead = other[1] * 60 + other[2] - local[1] * 60 - local[2]
    return 1 if ahead < -_BEHIND else -1 if ahead >= _AHEAD else 0


def meet(one: tuple[Minutes, ...], other: tuple[Minutes, ...]) -> bool:
    """Whether two sets of minutes have one in common."""
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in product(one, other))


def _stretches(when: When, relation: str = "", *, approximate: bool = False) -> tuple[Minutes, ...]:
    """The minutes from the start of the day on; those of the next day go on counting."""
    if when[0] == "at":
        return _stretches(when[1], when[3] or relation, approximate=approximate)
    if when[0] == "daypart":
        if when[1] == "MO" and when[2] is not None and when[2][:2] == ("part", "START"):
            return ((0.0, _PARTS["MO"][1]),)  # "the early morning hours" begin at midnight
        return (_PARTS[when[1]],) if when[1] in _PARTS else ()
    if when[0] == "clocks":
        pairs = product(_stretches(when[1]), _stretches(when[2]))
        return tuple((low[0], high[1] if high[1] >= low[0] else high[1] + _DAY) for low, high in pairs)
    if when[0] != "clock":
        return ()
    exact = when[1] * 60 + when[2] + when[6] / 60
    turns = (exact, (exact + _DAY / 2) % _DAY) if when[5] == "either" else (exact,)
    return tuple(_open(turn, _width(when), relation, approximate=approximate) for turn in turns)


def _width(when: When) -> float:
    minute = when[2]
    if when[6]:
        return 0
    return 10 if not when[3] or not minute else 5 if minute % 5 == 0 else 0.5


def _open(exact: float, width: float, relation: str, *, approximate: bool) -> Minutes:
    low, high = exact - width, exact + width
    if relation in ("by", "until", "before"):
        return (0, high)
    if relation in ("since", "from", "after"):
        return (low, _DAY)
    if relation == "soon after":
        return (low, exact + _SOON)
    if relation == "soon before":
        return (exact - _SOON, high)
    return (exact - _ROUGH, exact + _ROUGH) if approximate or relation == "about" else (low, high)


def _stamp(told: When, day: int | None) -> str:
    _, hour, minute, _, zone, _, second = told
    head = date.fromordinal(day).isoformat() if day else "XXXX-XX-XX"
    return f"{head}T{hour:02}:{minute:02}" + (f":{second:02}" if second else "") + ("Z" if zone == 0 else "")
