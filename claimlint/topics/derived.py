"""Claims on when something began -> claims on how old that is by the day of the article.

Born in April 1998, read on 19 October 2025: 27 years old. Such a claim can be set against an age that another article
tells.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from attrs import evolve

from claimlint.claims.claim import Claim
from claimlint.claims.measures import Measure
from claimlint.values.value import Value

_YEAR = 365.2425  # days


def derived(claims: Sequence[Claim], measures: Mapping[str, Measure]) -> list[Claim]:
    """Gives the claims that follow from dates whose measure implies another one, on articles whose day is known.

    An age is told as one ("the 27-year-old ship") or as a length of time ("for 27 years"): each sort that the implied
    measure takes gives a claim.
    """
    found = []
    for claim in claims:
        implied = measures.get(claim.measure.since) if claim.measure is not None else None
        day, time = claim.document.date, claim.time
        if implied is None or day is None or time is None or time.start is None or time.end is None:
            continue
        for sort, value_of in _SORTS.items():
            value = value_of(time.start, time.end, day.start, day.end) if sort in implied.kinds else None
            if value is not None:
                reckoned = f"to {date.fromordinal(day.end).isoformat()} is {_said(value)} years"
                topic = partial(evolve, claim.topic, measure=implied)
                found.append(evolve(claim, value=value, time=None, ask=topic, reckoned=reckoned))
    return found


def _age(first: int, last: int, start: int, end: int) -> Value | None:
    """The whole years from a day in the one span to a day in the other."""
    low, high = float(_years(last, start)), float(_years(first, end))
    if low < 0:
        return None
    return Value("age", low if low == high else (low, high), low, high, unit="year")


def _length(first: int, last: int, start: int, end: int) -> Value | None:
    low, high = (start - last) / _YEAR, (end - first) / _YEAR
    if low < 1:
        return None
    return Value("duration", (round(low, 1), round(high, 1)), low, high, unit="year")


_SORTS = {"age": _age, "duration": _length}  # by the kind of value


def _years(first: int, last: int) -> int:
    one, other = date.fromordinal(first), date.fromordinal(last)
    return other.year - one.year - ((other.month, other.day) < (one.month, one.day))


def _said(value: Value) -> str:
    ends = value.stated if isinstance(value.stated, tuple) else (value.stated,)
    return " to ".join(f"{end:g}" for end in ends if end is not None)
