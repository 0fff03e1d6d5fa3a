"""Values, days and places -> the words for them in messages."""

from datetime import date

from claimlint.claims.claim import Claim
from claimlint.values.sets import Interval
from claimlint.values.times import Time
from claimlint.values.units import Units
from claimlint.values.value import SCORE

WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # by their ISO numbers


def number(value: float) -> str:
    """A number as people write it."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}"


def interval(span: Interval, unit: str = "") -> str:
    """A set: [475, 485] meter, (0, 60) minute, at least 12."""
    suffix = f" {unit}" if unit else ""
    if span.high is None:
        if span.low is None:
            return f"any{suffix}"
        return f"{'more than' if span.low_open else 'at least'} {number(span.low)}{suffix}"
    if span.low is None:
        return f"{'less than' if span.high_open else 'at most'} {number(span.high)}{suffix}"
    if span.low == span.high:
        return f"{number(span.low)}{suffix}"
    return f"{'(' if span.low_open else '['}{number(span.low)}, {number(span.high)}{')' if span.high_open else ']'}{suffix}"


def time(span: Time) -> str:
    """Days, as they are written in reports."""
    if span.start is None or span.end is None:
        return span.timex
    first = date.fromordinal(span.start).isoformat()
    if "T" in span.timex:
        return span.timex
    return first if span.start == span.end else f"{first} to {date.fromordinal(span.end).isoformat()}"


def value(claim: Claim, units: Units) -> str:
    """The set that the words of a claim allow."""
    if claim.value.when is not None and claim.value.stated is None:
        return time(claim.time) if claim.time is not None else claim.text
    if claim.value.form == SCORE:
        return " : ".join(f"{side:g}" for side in claim.value.stated)  # type: ignore[union-attr]
    said = interval(claim.value.interval, claim.value.unit)
    if not claim.value.unit:
        return said
    unit = units[claim.value.unit]
    if unit.base == claim.value.unit or claim.value.kind in ("money", "percent", "age"):
        return said
    return f"{said} = {interval(claim.value.interval.scaled(unit.factor, unit.offset), unit.base)}"


def place(claim: Claim) -> str:
    """Where a claim stands."""
    line, column = claim.document.place(claim.start)
    return f"{claim.document.path}:{line}:{column}"
