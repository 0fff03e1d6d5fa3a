"""Numbers with what they measure, as sets, and their arithmetic.

A date is a set of moments: seconds since the first day of the year 1, a whole day from its start to the next one's.
"""

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from claimlint.nouns import frozen
from claimlint.values.sets import Interval, close, point
from claimlint.values.times.time import month_length

DAY = 86400.0
_MONTH = 30.436875  # days, on average
Dimensions = tuple[tuple[str, int], ...]
MOMENT: Dimensions = (("moment", 1),)
CLOCK: Dimensions = (("clock", 1),)  # a time of day, of no known day
LENGTH_OF_TIME: Dimensions = (("[time]", 1),)


_POINTS = (MOMENT, CLOCK)


class Unfit(Exception):
    """Amounts that do not go together: nothing follows from them."""


@frozen
class Amount:
    """A set of numbers in base units.

    `sort` is "count" or "percent" for a number that was told as such: the two are not added or compared with each other.
    `months` is the length in months of a time told in months or years, which the calendar counts, `ahead` how many hours the
    zone that is told with a time of day may be ahead of Greenwich.
    """

    span: Interval
    dimensions: Dimensions = ()
    sort: str = ""
    months: Interval | None = None
    ahead: Interval | None = None

    def __add__(self, other: "Amount") -> "Amount":
        if self.dimensions in _POINTS and other.dimensions == LENGTH_OF_TIME:
            return Amount(_later(self.span, other, 1), self.dimensions)
        if self.dimensions == LENGTH_OF_TIME and other.dimensions in _POINTS:
            return other + self
        if self.dimensions in _POINTS:
            raise Unfit
        months = self.months + other.months if self.months and other.months else None
        return Amount(self.span + other.span, _same(self, other), _sort(self, other), months)

    def __sub__(self, other: "Amount") -> "Amount":
        if self.dimensions in _POINTS and other.dimensions == LENGTH_OF_TIME:
            return Amount(_later(self.span, other, -1), self.dimensions)
        if self.dimensions in _POINTS and self.dimensions == other.dimensions:
            return Amount(self.span - other.span, LENGTH_OF_TIME)
        return Amount(self.span - other.span, _same(self, other), _sort(self, other))

    def __mul__(self, other: "Amount") -> "Amount":
        sort = "count" if "count" in (self.sort, other.sort) else ""
        return Amount(self.span * other.span, _product(self.dimensions, other.dimensions, 1), sort)

    def __truediv__(self, other: "Amount") -> "Amount":
        sort = self.sort if not other.sort and not other.dimensions else ""
        return Amount(self.span / other.span, _product(self.dimensions, other.dimensions, -1), sort)

    def __abs__(self) -> "Amount":
        low, high = self.span.low, self.span.high
        if low is not None and low >= 0:
            return self
        if high is not None and high <= 0:
            return evolve(self, span=-self.span)
        largest = None if low is None or high is None else max(-low, high)
        return evolve(self, span=Interval(0.0, largest))

    def widened(self, width: float) -> "Amount":
        """The set with so much more on both sides."""
        return Amount(self.span + Interval(-width, width), self.dimensions, self.sort, self.months)


def fits(left: Amount, right: Amount) -> None:
    """Raises Unfit where the two cannot be compared."""
    _same(left, right)
    _sort(left, right)


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of some amounts. Raises Unfit for none."""
    found: Amount | None = None
    for amount in amounts:
        found = amount if found is None else found + amount
    if found is None:
        raise Unfit
    return found


def shifted(moment: float, months: float) -> float:
    """A moment so many months later by the calendar; the part of a month by its average length. Raises Unfit."""
    days, rest = divmod(moment, DAY)
    whole = int(months // 1)
    try:
        at = date.fromordinal(int(days))
        year, month = divmod(at.year * 12 + at.month - 1 + whole, 12)
        last = month_length(year, month + 1)
        found = date(year, month + 1, min(at.day, last)).toordinal()
    except (ValueError, OverflowError):
        raise Unfit from None
    return found * DAY + rest + (months - whole) * _MONTH * DAY


def _later(span: Interval, length: Amount, sign: int) -> Interval:
    """The moments so much later, or earlier."""
    months = length.months
    if months is None or span.low is None or span.high is None or months.low is None or months.high is None:
        return span + (length.span if sign > 0 else -length.span)
    low, high = sorted((sign * months.low, sign * months.high))
    return Interval(shifted(span.low, low), shifted(span.high, high), span.low_open, span.high_open)


def _same(a: Amount, b: Amount) -> Dimensions:
    """The dimensions of both; bare dollars go with dollars of any country. Raises Unfit."""
    if a.dimensions == b.dimensions:
        return a.dimensions
    raise Unfit


def _sort(a: Amount, b: Amount) -> str:
    if a.sort and b.sort and a.sort != b.sort:
        raise Unfit
    return a.sort or b.sort


def _product(a: Dimensions, b: Dimensions, sign: int) -> Dimensions:
    if a in _POINTS or b in _POINTS:
        raise Unfit
    if not b:
        return a
    powers = dict(a)
    for name, power in b:
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def number(value: float) -> Amount:
    """A plain number."""
    return Amount(point(value))


__all__ = ["CLOCK", "DAY", "LENGTH_OF_TIME", "MOMENT", "Amount", "Unfit", "close", "fits", "number", "shifted", "total"]
