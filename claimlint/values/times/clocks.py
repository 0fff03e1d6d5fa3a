"""Times of day -> the minutes of the day and the instants that they leave open.

A time of day is a When that is, or holds, ("clock", hour, minute, whether minutes are told, zone, turn, second).

`zone` is None where none is told, "local" for local time, the hours ahead of Greenwich, or the least and most of them where
the name stands for summer and winter time ("Eastern"). `turn` is "either" where the words do not say which half of the day
is meant, "" where they do.
"""

from datetime import date
from itertools import product

from claimlint.values.times.time import Anchor, Tell, Time, one_day, unknown
from claimlint.values.value import When

Minutes = tuple[float, float]  # from the one to the other, both included

_DAY = 24 * 60
_PARTS = {  # the parts of a day, as widely as news uses them; a night reaches into the next day
    "MO": (4 * 60, 12 * 60), "MI": (11 * 60, 14 * 60), "AF": (12 * 60, 18 * 60), "EV": (16 * 60, 24 * 60),
    "NI": (18 * 60, 30 * 60), "DT": (5 * 60, 21 * 60),
}  # fmt: skip
_SOON = 30  # minutes that "shortly after" spans
_ROUGH = 20  # minutes to either side that "about" spans


def clock(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A time of the day of publication."""
    return Time(anchor.day, anchor.day, _stamp(when, anchor.day))


def clocks(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A stretch of the day of publication."""
    return Time(anchor.day, anchor.day, f"{_stamp(when[1], anchor.day)}/{_stamp(when[2], anchor.day)}")


def at(when: When, anchor: Anchor, tell: Tell) -> Time:
    """A time of a day that is told."""
    _, told, inner = when[:3]
    span = tell(inner, anchor)
    if span.start is None or span.start != span.end:
        span = Time(span.start, span.end, "")
    day = span.start if span.start == span.end else None
    stamp = "/".join(_stamp(end, day) for end in told[1:]) if told[0] == "clocks" else _stamp(told, day)
    return Time(span.start, span.end, stamp)


def daypart(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The morning or evening of a day: of the one told last, or of the publication's."""
    _, code, inner = when
    if inner is not None:
        span = tell(inner, anchor)
    elif anchor.context is not None and anchor.context.day is not None:
        span = anchor.context.day
    else:
        span = one_day(anchor.day) if anchor.day is not None else unknown("XXXX-XX-XX")
    return Time(span.start, span.end, f"{span.timex.partition('T')[0]}T{code}")


def minutes(when: When, relation: str = "", *, approximate: bool = False) -> tuple[Minutes, ...]:
    """Gives the minutes of the local day that a time of day leaves open, in whatever zone it is told.

    Several stretches where the words do not say which half of the day is meant; none where no time of day is told. A time
    told to the hour may be off by ten minutes, one told to the quarter or to five minutes by five, another is exact. A night
    goes on beyond 1440. `relation` is that of the value ("by", "after", "soon after" ...), `approximate` whether it is hedged.
    """
    if when[0] == "at":
        return minutes(when[1], when[3] if len(when) > 3 and when[3] else relation, approximate=approximate)
    if when[0] == "daypart":
        return (_PARTS[when[1]],) if when[1] in _PARTS else ()
    if when[0] == "clocks":
        pairs = product(minutes(when[1]), minutes(when[2]))
        return tuple((low[0], high[1] if high[1] >= low[0] else high[1] + _DAY) for low, high in pairs)
    if when[0] != "clock":
        return ()
    exact = when[1] * 60 + when[2] + when[6] / 60
    turns = (exact, (exact + _DAY / 2) % _DAY) if when[5] == "either" else (exact,)
    return tuple(_open(turn, _width(when), relation, approximate=approximate) for turn in turns)


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
    return tuple((start + low - ahead, end + high - behind) for low, high in minutes(when, relation, approximate=approximate))


def zones(when: When) -> tuple[float, ...]:
    """Gives the least and the most hours ahead of Greenwich that the zone of a time of day stands for; none for no zone."""
    if when[0] in ("at", "clocks"):
        return zones(when[-1] if when[0] == "clocks" else when[1])
    if when[0] != "clock" or when[4] is None or isinstance(when[4], str):
        return ()
    return tuple(when[4]) if isinstance(when[4], tuple | list) else (when[4], when[4])


def meet(one: tuple[Minutes, ...], other: tuple[Minutes, ...]) -> bool:
    """Whether two sets of minutes have one in common."""
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in product(one, other))


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
