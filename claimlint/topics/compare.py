"""Two claims -> whether their values can be compared, and whether they leave anything in common."""

from math import ceil, floor

from claimlint.claims.claim import Claim
from claimlint.topics.times import times_differ
from claimlint.values.sets import Interval, close
from claimlint.values.units import Units
from claimlint.values.value import SCORE, Value

_YEAR = 365.2425  # days
_BIRTHDAY = 20 / _YEAR  # years between two articles in which a birthday is not to be expected
_CONVERTED = 1e-5  # of a number: so far another unit, with the digits of a conversion, may miss it
_PLAIN_KINDS = frozenset({"rank", "age"})


def comparable(a: Claim, b: Claim, units: Units) -> bool:
    """Whether the values of the two are of one sort."""
    one, other = a.value, b.value
    if one.when is not None or other.when is not None:
        return _timed(one) == _timed(other) == "time" and a.time is not None and b.time is not None
    if one.stated is None or other.stated is None:
        return False
    if one.kind in _PLAIN_KINDS or other.kind in _PLAIN_KINDS:
        return one.kind == other.kind
    if one.form == "part" or other.form == "part":
        return all(v.unit == "percent" or (v.form == "part" and not v.unit) for v in (one, other))
    return units.alike(one.unit, other.unit)


def conflict(a: Claim, b: Claim, units: Units) -> bool:
    """Whether two claims cannot both be true, or one tells as a bound what the other tells as the figure itself."""
    exact = any(claim.measure is not None and claim.measure.exact for claim in (a, b))
    return disjoint(a, b, units, exact=exact) or at_bound(a, b, units)


def at_bound(a: Claim, b: Claim, units: Units) -> bool:
    """Whether one says less (or more) than a number and the other just that number, in whatever unit."""
    one, other = _number(a, units), _number(b, units)
    if one is None or other is None:
        return False
    if not close(one, other) and (a.value.unit == b.value.unit or abs(one - other) > _CONVERTED * max(abs(one), abs(other))):
        return False
    return any(x.value.bound in ("<", ">") and not y.value.bound for x, y in ((a, b), (b, a)))


def disjoint(a: Claim, b: Claim, units: Units, *, exact: bool = False) -> bool:
    """Whether the sets that the two leave open have nothing in common.

    `exact` takes numbers as they are written, without rounding: what a law or a vote says.
    """
    if a.value.when is not None and b.value.when is not None:
        return times_differ(a, b)
    if a.value.kind == "age":
        return _ages_differ(a, b) if a.value.unit == b.value.unit else _ages_in_units_differ(a, b, units)
    if a.value.form == b.value.form == SCORE:
        return sorted(a.value.stated) != sorted(b.value.stated)  # type: ignore[arg-type, type-var]
    one, other = normal(a.value, units, exact=exact), normal(b.value, units, exact=exact)
    if _is_span(a.value) and _is_span(b.value):
        return _spans_differ(one, other)
    return not one.meets(other)


def normal(value: Value, units: Units, *, exact: bool = False) -> Interval:
    """The set of a value in base units; with `exact` as written, unless the words themselves leave it open."""
    interval = value.interval
    if exact and not value.bound and not value.approximate and isinstance(value.stated, float):
        interval = Interval(value.stated, value.stated)
    elif exact and not value.bound and not value.approximate and isinstance(value.stated, tuple):
        low, high = sorted(n for n in value.stated if n is not None)
        interval = Interval(low, high)
    if not value.unit:
        return interval
    unit = units[value.unit]
    return interval.scaled(unit.factor, unit.offset)


def _number(claim: Claim, units: Units) -> float | None:
    """The number of a claim in its base unit."""
    stated = claim.value.stated
    if not isinstance(stated, float | int) or not claim.value.unit:
        return stated if isinstance(stated, float | int) else None
    unit = units[claim.value.unit]
    return stated * unit.factor + unit.offset


def _timed(value: Value) -> str:
    return "time" if value.when is not None and value.stated is None else value.kind


def _is_span(value: Value) -> bool:
    return value.form in ("range", "between", "from_to") and isinstance(value.stated, tuple) and not value.bound


def _spans_differ(one: Interval, other: Interval) -> bool:
    """Two ranges told as such differ when an end does, by more than rounding allows."""
    if not one.meets(other):
        return True
    ends = []
    for low, high in ((one.low, other.low), (one.high, other.high)):
        if low is None or high is None:
            continue
        tolerance = 0.03 * max(abs(low), abs(high))
        ends.append(abs(low - high) <= max(tolerance, 1e-9) or close(low, high))
    return not all(ends)


def _ages_differ(a: Claim, b: Claim) -> bool:
    """Whether two ages told on the days of their articles are not one person's: between them he may have a birthday.

    A later article may also tell the age of the day that it looks back to: the same age never differs.
    """
    days = (a.document.date, b.document.date)
    apart = (days[1].start - days[0].start) / _YEAR if days[0] and days[1] else 0.0
    least, most = (floor(apart), ceil(apart)) if abs(apart) > _BIRTHDAY else (0, 0)
    one, other = a.value.interval, b.value.interval
    if one.low is None or one.high is None or other.low is None or other.high is None or one == other:
        return False
    return other.low - one.high > most or other.high - one.low < least


def _ages_in_units_differ(a: Claim, b: Claim, units: Units) -> bool:
    """Whether ages in months and in years, say, are more than a year apart; in decades and centuries nobody tells them so."""
    one, other = (in_years(claim.value, units) for claim in (a, b))
    if one is None or other is None:
        return False
    apart = abs(one - other)
    return apart > 1 and apart * 2 > min(one, other)


def in_years(value: Value, units: Units) -> float | None:
    """An age in years; None where it is no single number, or one of decades or centuries."""
    if not isinstance(value.stated, float | int) or not value.unit or units[value.unit].factor > units["year"].factor:
        return None
    return float(value.stated) * units[value.unit].factor / units["year"].factor
