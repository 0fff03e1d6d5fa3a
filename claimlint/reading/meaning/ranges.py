"""What the names of ranges, bounds on both sides, tallies and changes in amounts.lark mean."""

import math
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from claimlint.reading.meaning.fractions import Fractions
from claimlint.reading.meaning.numbers import Refused
from claimlint.values.sets import tidy
from claimlint.values.units import Units
from claimlint.values.value import SCORE, Number, Value

_HUNDRED, _THOUSAND = 100, 1000
_GROUPED = 10  # 5 to 6 million: the first number is of the same size as the second
_APART = 100  # two numbers that differ more are no ends of a range where the second is told in millions


class Ranges(Fractions):
    """The meanings of two numbers that belong together."""

    def __init__(self, units: Units, limits: Mapping[str, float]) -> None:
        super().__init__(limits)
        self.units = units

    def joined(self, *words: Any) -> Any:
        """What stands between two ends: the words that make the second approximate, if any."""
        return words[-1]

    dashed = till = udashed = utill = joined

    def range(self, a: Any, between: Any, b: Any) -> Any:
        """Two ends of a range; two falling numbers are a score."""
        return self._ends(a, b, "range", between)

    def either(self, a: Number, _or: str, b: Number) -> Number:
        """Five or six."""
        size = b.scale if a.scale == 1 else 1.0  # "five or six million"
        if not (a.is_point and b.is_point) or not a.low * size < b.low <= 2 * max(a.low, 1) * size:
            raise Refused
        found = self._ends(a, b, "either", "")
        if not isinstance(found, Number):
            raise Refused
        return found

    def between(self, _between: str, a: Any, and_: Any, b: Any) -> Any:
        """Between the two."""
        return self._ends(a, b, "between", and_)

    def from_to(self, _from: str, a: Any, to: Any, b: Any) -> Any:
        """From the one to the other: a range, or a change."""
        return self._ends(a, b, "from_to", to)

    def plus_minus(self, a: Any, _sign: str, b: Any) -> Any:
        """So much, give or take."""
        if isinstance(a, Value):
            if a.form not in _WHOLE or b.form not in _WHOLE or a.unit != b.unit or not 0 < _point(b) < abs(_point(a)):
                raise Refused
            ends = tidy(_point(a) - _point(b)), tidy(_point(a) + _point(b))
            return evolve(a, stated=ends, low=ends[0], high=ends[1], high_open=False, step=0.0, form="plus_minus")
        if not (a.is_point and b.is_point):
            raise Refused
        return Number(tidy(a.low - b.low), tidy(a.low + b.low), 0.0, "plus_minus")

    def tally(self, a: Number, *rest: Any) -> Number:
        """66 votes to 58: the two sides in the order of the text."""
        b = rest[-1]
        if not (a.is_point and b.is_point) or (a.low % 1 and b.low != 1) or b.low % 1:
            raise Refused  # of a ratio to one the first may have decimals: "1.4-to-1"
        return Number(a.low, b.low, 0.0, SCORE)

    def ratio_sides(self, token: str) -> Number:
        """3:1, the two sides of a ratio or a game."""
        a, _, b = token.partition(":")
        return Number(float(a), float(b), 0.0, SCORE)

    def _ends(self, a: Any, b: Any, form: str, between: Any) -> Any:
        loose = isinstance(between, dict)
        if loose and "bound" in between:
            raise Refused
        if isinstance(a, Number) and isinstance(b, Number):
            return self._numbers(a, b, form, loose=loose)
        return self._amounts(a, b, form, between, loose=loose)

    def _numbers(self, a: Number, b: Number, form: str, *, loose: bool) -> Number:
        if not (a.is_point and b.is_point) or "odds" in (a.form, b.form):
            raise Refused
        short = b.short
        if b.low == _HUNDRED and not (a.written or b.written) and a.low * _GROUPED < _HUNDRED:
            raise Refused  # "five-hundred"
        if a.form == "part" and b.form != "part" and b.low > 1:
            raise Refused  # "by a quarter to 300"
        if a.short and not b.short:
            raise Refused  # "5m to 6" says no unit for the six
        if a.scale >= _THOUSAND > b.low and b.scale == 1:
            raise Refused  # "gave 9 billion to three people"
        if b.scale > a.scale == 1 and a.low < b.low / b.scale * _GROUPED and b.scale >= _THOUSAND:
            a = a.times(b.scale)  # "5 to 6 million"
        if form == "range" and b.scale > a.scale == 1 and _THOUSAND <= a.low < b.low / _APART:
            raise Refused  # "fell by 18,400 to 4.6 million"
        if form == "range" and b.written and 0 < a.step < 1 <= b.step:
            b = _last_digits(a, b)
        if form == "range" and b.low <= a.low and not loose and _are_sides(a, b):
            return Number(a.low, b.low, 0.0, SCORE)
        if form == "range" and b.low < a.low and self.is_year(a):
            raise Refused  # "in 1989 to four dollars"
        return Number(a.low, b.low, min(a.step, b.step) if a.step and b.step else 0.0, form, loose=loose, short=short)

    def _amounts(self, a: Value, b: Any, form: str, between: Any, *, loose: bool) -> Value:
        if isinstance(b, Number):
            if not b.is_point or (form == "range" and a.kind != "money" and between == "dash"):
                raise Refused
            if b.scale == 1 and a.step >= _THOUSAND and b.low < _THOUSAND <= _point(a):
                raise Refused
            b = self.with_unit(b, a.unit)
        if " / " in b.unit and b.unit.startswith(f"{a.unit} / "):
            a = evolve(a, unit=b.unit)  # "$3 to $5 a share"
        if a.form not in _WHOLE or b.form not in _WHOLE or not self._same(a.unit, b.unit):
            raise Refused
        if a.unit != b.unit:
            if self.units[a.unit].offset or self.units[b.unit].offset:
                raise Refused
            a = scaled(a, self.units[a.unit].factor / self.units[b.unit].factor, b.unit)
        if b.kind == "money" and b.scale > a.scale == 1 and _point(a) < min(_THOUSAND, _point(b) / b.scale * _GROUPED):
            a = scaled(a, b.scale)  # "$5-$10 million"
        one, other = _point(a), _point(b)
        if form == "range" and a.unit == "percent" and other < one:
            return Value("percent", (one, other), unit=a.unit, form=SCORE)
        low, high = (a, b) if one <= other else (b, a)
        return evolve(
            a, stated=(one, other), low=low.low, high=high.high, low_open=False, high_open=False, form=form,
            step=min(a.step, b.step), approximate=loose,
        )  # fmt: skip

    def _same(self, a: str, b: str) -> bool:
        return a == b or self.units.dimension(a) == self.units.dimension(b)

    def with_unit(self, number: Number, unit: str) -> Value:
        """A number in a unit."""
        raise NotImplementedError


_WHOLE = ("", "part", "compound")
_SHORTEST, _LONG = 2, 3  # digits that are given of the second rate, decimals by which a rate is known


def scaled(value: Value, factor: float, unit: str | None = None) -> Value:
    """The value in a unit that is so many times smaller."""

    def times(number: float | None) -> float | None:
        return None if number is None else tidy(number * factor)

    told = value.stated
    return evolve(
        value,
        stated=(times(told[0]), times(told[1])) if isinstance(told, tuple) else times(told),
        low=times(value.low),
        high=times(value.high),
        step=tidy(value.step * factor),
        unit=unit or value.unit,
    )


def _point(value: Value) -> float:
    if isinstance(value.stated, tuple) or value.stated is None:
        raise Refused
    return value.stated


def _last_digits(a: Number, b: Number) -> Number:
    """The second of two rates of exchange, of which only the last digits are given: 1.7770-80. Else the number itself."""
    decimals, size = round(-math.log10(a.step)), len(str(int(b.low)))
    if b.low % 1 or not _SHORTEST <= size <= decimals or b.scale > 1:
        return b
    scale = 10.0**decimals
    whole = round(a.low * scale)
    last = whole - whole % 10**size + int(b.low)
    if last <= whole or (b.low > a.low and decimals < _LONG):
        return b
    return Number(last / scale, last / scale, a.step, written=True)


def _are_sides(a: Number, b: Number) -> bool:
    """Whether two numbers can be the sides of a score: whole, and no year with a second one (2019-21)."""
    if a.low % 1 or b.low % 1 or b.low < 0 or a.scale > 1 or b.scale > 1:
        return False
    return a.low < _THOUSAND or b.low * _GROUPED >= a.low
