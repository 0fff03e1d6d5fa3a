"""Two days that differ, and the lengths of time that a story tells -> how the one may be the end of what the other begins."""

from collections.abc import Iterator, Sequence
from datetime import date

from claimlint.checks import words
from claimlint.checks.arithmetic import STATED
from claimlint.checks.operands import measured
from claimlint.claims.claim import Claim
from claimlint.values.amounts import DAY, MOMENT, Amount, Unfit
from claimlint.values.sets import point
from claimlint.values.units import Units

_SHORTEST = 7 * DAY  # shorter ones lie between any two days


def spanned(a: Claim, b: Claim, told: Sequence[Claim], units: Units) -> Iterator[str]:
    """Gives a step for the first length of time that leads from the one day to the other."""
    days = sorted(_day(claim) for claim in (a, b))
    early, late = days
    if not early:
        return
    for claim in told:
        if claim.value.kind == "duration" and _ends(early, claim, units) == late:
            first, last = (date.fromordinal(day).isoformat() for day in days)
            yield (
                f"{words.place(claim)}: {claim.text!r} from {first} ends on {last}: "
                "the two may be the start and the end of one process"
            )
            return


def _day(claim: Claim) -> int:
    """The day of a claim; 0 where it tells none."""
    time = claim.time
    return time.start if time is not None and time.start is not None and time.start == time.end else 0


def _ends(day: int, claim: Claim, units: Units) -> int | None:
    """The day on which a length of time that begins on a day is over; None for a short one and one without a number."""
    if not isinstance(claim.value.stated, float | int):
        return None
    length = measured(claim.value, units, STATED)
    if length.span.low is None or length.span.low < _SHORTEST:
        return None
    try:
        end = Amount(point(day * DAY), MOMENT) + length
    except Unfit:
        return None
    return None if end.span.low is None else round(end.span.low / DAY)
