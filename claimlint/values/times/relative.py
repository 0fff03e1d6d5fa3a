"""Times told from another day -> their days: "yesterday", "last week", "that month", "the past two years"."""

from datetime import date

from claimlint.values.times.lengths import CLOCK, duration, moved
from claimlint.values.times.time import MONTHS_OF, Anchor, Tell, Time, Told, day_span, month_span, one_day, unknown
from claimlint.values.value import When

VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
OPEN_ENDED = frozenset({"period", "season", "term", "session"})
_TOLD: dict[object, int] = {"next": 1, "following": 1, "previous": -1}  # relations that count from the time told last
_LONGEST = {"day": 1, "week": 7, "month": 31, "year": 366}  # days of what such a unit may point back to
_TUESDAY, _FRIDAY = 2, 5  # until Tuesday "this weekend" may be the last one


def deictic(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """Yesterday; the following day ("D+1"), counted from the day told last; "night", the one before but in the future's tense."""
    days = when[1]
    if days == "night":
        base, days = anchor.day, 0 if anchor.future else -1
    elif isinstance(days, str):
        told = anchor.context.day or anchor.context.last if anchor.context is not None else None
        base = told.start if told is not None and told.start is not None else anchor.day
        days = int(days[1:])
    else:
        base = anchor.day
    return unknown("XXXX-XX-XX") if base is None else one_day(base + days)


def weekday(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """A weekday: the last one (today's, on its own day) in a report, the next one where the tense is the future's."""
    _, number, relation = when
    base = anchor.day
    if relation in ("that", "previous", "following") and anchor.context is not None:
        told = anchor.context.day if anchor.context.day is not None else anchor.context.last
        base = told.start
    if base is None:
        return unknown(f"XXXX-WXX-{number}")
    here = base - date.fromordinal(base).isoweekday() + number
    if relation in (None, "the", "that"):
        found = here + 7 * (here < base) if anchor.future else here - 7 * (here > base)
    elif relation in (-1, "previous"):
        found = here - 7 * (here >= base)
    elif relation in (1, "following", "next"):
        found = here + 7 * (here <= base)
    else:
        found = here
    return one_day(found)


def named(when: When, anchor: Anchor, tell: Tell) -> Time:
    """Last June, next summer, that Christmas: the last or next that does not hold the day itself; else that of the year."""
    _, relation, inner = when
    if relation == "that" or anchor.day is None:
        return tell(inner, anchor)
    here = date.fromordinal(anchor.day).year
    place = {"month": 1, "season": 1, "holiday": 2}[inner[0]]
    spans = [
        tell((*inner[:place], year, *inner[place + 1 :]), Anchor(None)) for year in (here - 2, here - 1, here, here + 1, here + 2)
    ]
    if relation == -1:
        return next((span for span in reversed(spans) if span.end is not None and span.end < anchor.day), spans[1])
    if relation == 1:
        return next((span for span in spans if span.start is not None and span.start > anchor.day), spans[3])
    return spans[2]


def unit(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """Last week, this month, that year; "the quarter" is the one spoken of."""
    _, name, relation = when
    told = _told(name, relation, anchor)
    if told is not None:
        return told
    if name in OPEN_ENDED or name in CLOCK:
        return unknown("PXX" if not isinstance(relation, int) else VAGUE[max(-1, min(1, relation))])
    base = _from(name, relation, anchor)
    return unknown("XXXX") if base is None else around(name, base, _steps(name, relation, base, anchor))


def around(name: str, base: int, step: int) -> Time:
    """The unit of the calendar that holds a day, or the one so many units from it."""
    here = date.fromordinal(base)
    if name in ("day", "night", "workday"):
        return one_day(base + step)
    if name in ("week", "fortnight", "weekend"):
        monday = base - here.isoweekday() + 1 + 7 * step * (2 if name == "fortnight" else 1)
        year, week, _ = date.fromordinal(monday).isocalendar()
        first, last, mark = (5, 6, "-WE") if name == "weekend" else (0, 6, "")
        return day_span(monday + first, monday + last, f"{year:04}-W{week:02}{mark}")
    if name in ("month", "quarter", "half", "semester"):
        length = MONTHS_OF[name]
        index = (here.year * 12 + here.month - 1) // length + step
        year, first = index * length // 12, index * length % 12 + 1
        part = f"{first:02}" if length == 1 else f"{'Q' if length == 3 else 'H'}{(first - 1) // length + 1}"
        return month_span(year, first, length, f"{year:04}-{part}")
    if name == "decade":
        first = here.year // 10 * 10 + 10 * step
        return month_span(first, 1, 120, f"{first // 10:03}")
    if name == "century":
        first = (here.year - 1) // 100 + step
        return month_span(first * 100 + 1, 1, 1200, f"{first:02}")
    return month_span(here.year + step, 1, 12, f"{here.year + step:04}") if name == "year" else unknown("PXX")


def units(when: When, anchor: Anchor, _tell: Tell) -> Time:
    """The past two years: a length of time, and the days it covers."""
    _, name, relation, low, high = when
    timex = duration(low, high, name)
    count = high if high is not None else low
    if anchor.day is None or count is None or relation not in (-1, 1):
        return unknown(timex)
    other = moved(anchor.day, relation * count, name)
    return unknown(timex) if other is None else day_span(min(anchor.day, other), max(anchor.day, other), timex)


def _told(name: str, relation: object, anchor: Anchor) -> Time | None:
    """The unit spoken of, where the words point back to it."""
    context = anchor.context
    if context is None or relation not in ("that", "the", "latest", 0):
        return None
    if name == "quarter" and relation != 0:
        return context.quarter if relation != "latest" or _is_over(context.quarter, anchor) else None
    if name in OPEN_ENDED:
        return context.quarter if relation == "latest" and context.quarter is not None else context.last
    if context.last.start is None or not (relation == "that" or (relation == "the" and context.history is not None)):
        return None
    if context.last.days > _LONGEST.get(name, context.last.days) and (name != "day" or context.day is None):
        return unknown("XXXX-XX-XX" if name == "day" else "XXXX")
    return around(name, latest(name, context), 0)


def _is_over(time: Time | None, anchor: Anchor) -> bool:
    return time is not None and time.end is not None and (anchor.day is None or time.end < anchor.day)


def latest(name: str, context: Told) -> int:
    """The start of the time told last that is no longer than a unit; 0 where nothing told has days."""
    held = {"day": context.day, "night": context.day, "month": context.month}.get(name)
    start = held.start if held is not None else context.last.start
    return 0 if start is None else start


def _from(name: str, relation: object, anchor: Anchor) -> int | None:
    """The day from which a unit is counted: the publication's, or that of the story told."""
    context = anchor.context
    if context is None or context.last.start is None or relation not in _TOLD or (relation == "next" and anchor.future is True):
        return anchor.day
    return latest(name, context)


def _steps(name: str, relation: object, base: int, anchor: Anchor) -> int:
    """How many units lie between the one that holds the day and the one meant."""
    if relation in _TOLD:
        return _TOLD[relation]
    if isinstance(relation, int):
        early = name == "weekend" and relation == 0 and date.fromordinal(base).isoweekday() <= _TUESDAY and anchor.future is False
        return -1 if early else relation
    if name == "weekend" and relation == "the":
        return 0 if anchor.future or date.fromordinal(base).isoweekday() > _FRIDAY else -1
    if relation == "latest":
        return -1
    if relation == "the" and name in ("quarter", "half"):
        return 0 if anchor.future else -1
    return 0
