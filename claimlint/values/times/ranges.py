"""Two ends of a range -> its days: "3 May to 5 June", "from October to March", "between Monday and Friday"."""

from datetime import date

from claimlint.values.times.time import Anchor, Tell, Time, one_day, unknown
from claimlint.values.value import When

_MONTHS = 12
_NOW = ("ref", "PRESENT_REF")
_OPEN = frozenset({"day", "month", "season"})  # kinds whose second part is their year


def from_to(when: When, anchor: Anchor, tell: Tell) -> Time:
    """The days from the first end to the last.

    A year, or a day, told with one end only is the other's too. The first end of a range without years is the last one
    before the second end: "November to February".
    """
    first, last = _monthed(*_dated(when[1], when[2]))
    year_told = _year(last)
    if year_told is None and _year(first) is not None:
        last, later = _placed(last, _year(first)), _placed(last, _year(first), 1)
        start, end = tell(first, anchor), tell(last, anchor)
        if start.start is not None and end.end is not None and end.end < start.start:
            end = tell(later, anchor)
    else:
        end = tell(last, anchor)
        start = _start(first, year_told, end, anchor, tell)
    start, end = _today(first, start, anchor), _today(last, end, anchor)
    if last[0] == "weekday" and last[2] is None and start.start is not None and end.end is not None and end.end < start.start:
        end = one_day(start.start + 1 + (last[1] - 1 - date.fromordinal(start.start).isoweekday()) % 7)
    timex = f"{start.timex}/{end.timex}"
    if start.start is None or end.end is None or start.start <= end.end:
        return Time(start.start, end.end, timex) if (start.start is None) == (end.end is None) else unknown(timex)
    return unknown(timex)


def _today(when: When, time: Time, anchor: Anchor) -> Time:
    """The day of publication, where an end is "now"."""
    return one_day(anchor.day) if when == _NOW and anchor.day is not None else time


def _dated(first: When, last: When) -> tuple[When, When]:
    """A time of day without its day, on the day of the other."""
    if first[0] == "clock" and last[0] == "at":
        return ("at", first, *last[2:]), last
    if first[0] == "at" and last[0] == "clock":
        return first, ("at", last, *first[2:])
    return first, last


def _monthed(first: When, last: When) -> tuple[When, When]:
    """A day of a month that only the other end names: "from the 9th to the 17th of April", "from April 27 to the 3rd"."""
    if first[0] != "day" or last[0] != "day":
        return first, last
    falls = last[3] < first[3]
    if first[2] is None and last[2] is not None:
        month = last[2] - falls
        first = ("day", last[1] if month or last[1] is None else last[1] - 1, month or _MONTHS, first[3])
    elif last[2] is None and first[2] is not None:
        month = first[2] % _MONTHS + 1 if falls else first[2]
        last = ("day", first[1] if month >= first[2] or first[1] is None else first[1] + 1, month, last[3])
    return first, last


def _start(first: When, year: int | None, end: Time, anchor: Anchor, tell: Tell) -> Time:
    if end.start is None:
        return tell(_placed(first, year), anchor)
    if first[0] == "weekday" and first[2] is None:
        return one_day(end.start - (date.fromordinal(end.start).isoweekday() - first[1]) % 7)
    if not _is_open(first):
        return tell(first, anchor)
    year = date.fromordinal(end.start).year
    found = tell(_placed(first, year), anchor)
    if found.start is not None and found.start > end.start:
        found = tell(_placed(first, year, -1), anchor)
    return found


def _is_open(when: When) -> bool:
    return _is_open(when[2]) if when[0] == "part" else when[0] in _OPEN and when[1] is None


def _year(when: When) -> int | None:
    if when[0] in ("part", "dated"):
        return _year(when[2])
    return when[1] if when[0] in _OPEN else None


def _placed(when: When, year: int | None, step: int = 0) -> When:
    """A time without its year, in that year or so many years on."""
    if when[0] == "part":
        return (*when[:2], _placed(when[2], year, step))
    return (when[0], None if year is None else year + step, *when[2:]) if _is_open(when) else when
