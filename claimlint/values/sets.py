"""Sets of numbers that words leave open: intervals with open and closed ends, and their arithmetic."""

import math

from claimlint.nouns import frozen

_TINY = 1e-9  # differences below this share of a number come from binary fractions, not from the text


@frozen
class Interval:
    """All numbers from low to high; None is no end at all. An open end is not part of the set itself."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether both ends are part of the set itself."""
        return not (self.low_open or self.high_open or self.low is None or self.high is None)

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        return not (_before(self, other) or _before(other, self))

    def contains(self, other: "Interval") -> bool:
        """Whether every number of the other is in this one."""
        return _reaches(self.low, other.low, -1, is_open=self.low_open, other_open=other.low_open) and _reaches(
            self.high, other.high, 1, is_open=self.high_open, other_open=other.high_open
        )

    def below(self, other: "Interval") -> bool:
        """Whether every number here is smaller than every number there."""
        return _before(self, other)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            _sum(self.low, other.low), _sum(self.high, other.high),
            self.low_open or other.low_open, self.high_open or other.high_open,
        )  # fmt: skip

    def __neg__(self) -> "Interval":
        return Interval(_minus(self.high), _minus(self.low), self.high_open, self.low_open)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(
            _sum(self.low, _minus(other.high)), _sum(self.high, _minus(other.low)),
            self.low_open or other.high_open, self.high_open or other.low_open,
        )  # fmt: skip

    def __mul__(self, other: "Interval") -> "Interval":
        """The products of the numbers of the one and the other."""
        if self.is_closed and other.is_closed:
            numbers = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]  # type: ignore[operator]
            return Interval(_finite(tidy(min(numbers))), _finite(tidy(max(numbers))))
        products = [_product(a, b) for a in _ends(self) for b in _ends(other)]
        (low, low_open), (high, high_open) = min(products), max(products, key=lambda end: (end[0], not end[1]))
        return Interval(_finite(low), _finite(high), low_open, high_open)

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients; any number at all where the divisor may be zero."""
        (low, low_open), (high, high_open) = _ends(other)
        if low < 0 < high or (low == 0 and high == 0):
            return Interval(None, None)
        upper = math.inf if low == 0 else 1 / low
        lower = -math.inf if high == 0 else 1 / high
        return self * Interval(_finite(lower), _finite(upper), high_open, low_open)

    def scaled(self, factor: float, offset: float = 0.0) -> "Interval":
        """The set in another unit: every number times a positive factor, plus an offset."""
        return Interval(
            None if self.low is None else tidy(self.low * factor + offset),
            None if self.high is None else tidy(self.high * factor + offset),
            self.low_open, self.high_open,
        )  # fmt: skip


def point(number: float) -> Interval:
    """The set of one number."""
    return Interval(number, number)


def tidy(number: float) -> float:
    """The number without the noise of binary fractions: 15 significant digits."""
    if number % 1 == 0:
        return number or 0.0
    return float(f"{number:.14g}")


def close(a: float, b: float) -> bool:
    """Whether two numbers are the same but for binary fractions."""
    return a == b or abs(a - b) <= _TINY * max(abs(a), abs(b))


def _before(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    if close(a.high, b.low):
        return a.high_open or b.low_open
    return a.high < b.low


def _reaches(end: float | None, other: float | None, side: int, *, is_open: bool, other_open: bool) -> bool:
    if end is None:
        return True
    if other is None:
        return False
    if close(end, other):
        return other_open or not is_open
    return (end - other) * side > 0


def _sum(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else tidy(a + b)


def _minus(a: float | None) -> float | None:
    return None if a is None else -a


def _ends(span: Interval) -> tuple[tuple[float, bool], tuple[float, bool]]:
    """Both ends, with infinity where there is none, and whether each is open."""
    return (
        (-math.inf if span.low is None else span.low, span.low_open or span.low is None),
        (math.inf if span.high is None else span.high, span.high_open or span.high is None),
    )


def _product(a: tuple[float, bool], b: tuple[float, bool]) -> tuple[float, bool]:
    if (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1]):
        return 0.0, False
    if a[0] == 0 or b[0] == 0:
        return 0.0, True
    return tidy(a[0] * b[0]), a[1] or b[1]


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None
