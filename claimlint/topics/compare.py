"""Two claims -> whether their values can be compared, and whether they leave anything in common."""

from datetime import date

from claimlint.claims.claim import Claim
from claimlint.values.sets import Interval, close
from claimlint.values.times import Time, instants, meet, minutes, zones
from claimlint.values.units import Units
from claimlint.values.value import Value

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


def disjoint(a: Claim, b: Claim, units: Units, *, exact: bool = False) -> bool:
    """Whether the sets that the two leave open have nothing in common.

    `exact` takes numbers as they are written, without rounding: what a law or a vote says.
    """
    if a.value.when is not None and b.value.when is not None:
        return _times_differ(a, b)
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


def same_days(a: Time, b: Time) -> bool:
    """Whether two times have a day in common, or may have one where a year is not known."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return _same_partial(a, b)
    return a.start <= b.end and b.start <= a.end


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


def _times_differ(a: Claim, b: Claim) -> bool:
    """Two times differ when their days do; times of day of one day when their minutes do, in one zone or in none."""
    if a.time is None or b.time is None or a.value.when is None or b.value.when is None:
        return False
    one, other = (minutes(c.value.when, c.value.relation, approximate=c.value.approximate) for c in (a, b))  # type: ignore[arg-type]
    zoned = [bool(zones(c.value.when)) for c in (a, b)]  # type: ignore[arg-type]
    if all(zoned) and one and other:
        told = [instants(c.value.when, c.time, c.value.relation, approximate=c.value.approximate) for c in (a, b)]  # type: ignore[arg-type]
        return bool(told[0] and told[1]) and not meet(told[0], told[1])
    if any(zoned) and ((one and other) or _neighbours(a.time, b.time)):
        return False  # the local zone of the other is not known
    if not same_days(a.time, b.time) and not (_is_bare_clock(a) or _is_bare_clock(b)):
        return True
    return bool(one and other) and not meet(one, other)


def _neighbours(a: Time, b: Time) -> bool:
    """Whether two days are the same or follow each other."""
    return None not in (a.start, a.end, b.start, b.end) and a.start <= b.end + 1 and b.start <= a.end + 1  # type: ignore[operator]


def _is_bare_clock(claim: Claim) -> bool:
    """Whether a time of day leaves its day to what was said before."""
    return claim.value.when is not None and (
        claim.value.when[0] in ("clock", "clocks") or claim.value.when[0::2] == ("daypart", None)
    )


def _same_partial(a: Time, b: Time) -> bool:
    """Whether a day without a year may be a day of the other."""
    one, other = _month_days(a), _month_days(b)
    return one is None or other is None or bool(one & other)


def _month_days(time: Time) -> frozenset[tuple[int, int]] | None:
    if time.start is not None and time.end is not None:
        if time.end - time.start > 62:
            return None
        days = (date.fromordinal(day) for day in range(time.start, time.end + 1))
        return frozenset((day.month, day.day) for day in days)
    parts = time.timex.split("-")
    if parts[0] == "XXXX" and len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        return frozenset({(int(parts[1]), int(parts[2]))})
    if parts[0] == "XXXX" and len(parts) == 2 and parts[1].isdigit():
        return frozenset((int(parts[1]), day) for day in range(1, 32))
    return None
