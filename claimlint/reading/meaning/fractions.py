"""What the names of fractions, mixed numbers, odds and powers in numbers.lark mean."""

from typing import Any

from attrs import evolve

from claimlint.reading.meaning.numbers import Numbers, Refused, as_number, digits, numbers_of, room
from claimlint.values.sets import tidy
from claimlint.values.value import Number

_STEP = 0.1  # "a third" is said of anything within a twentieth of it
_MOST_PARTS = 1_000_000
_HUNDRED = 100
_LARGEST_EXPONENT = 400
_THOUSAND = 1000
_QUARTER = 0.25


class Fractions(Numbers):
    """The meanings of parts of a whole."""

    def parts(self, *parts: Any) -> Number:
        """So many of the parts of a whole: "two thirds"."""
        count, part = numbers_of(parts)
        whole = round(1 / part.low)
        if not count.is_point or count.low <= 1 or count.low % 1 or count.low >= _MOST_PARTS:
            raise Refused
        if count.low > _HUNDRED and 0 < count.low % _HUNDRED < whole:  # "two hundred and three quarters"
            raise Refused
        return _part(count.low, whole)

    def parts_one(self, *parts: Any) -> Number:
        """One of them: "one-third". "Twenty-third" is a rank; "two-third" and "three quarter" are said of two parts."""
        count, part = numbers_of(parts)
        whole = round(1 / part.low)
        joined = len(parts) > 2
        several = count.low in (2, 3) and count.low < whole and (whole == 4 or (whole == 3 and joined))
        if not count.is_point or (count.low != 1 and not several):
            raise Refused
        return _part(count.low, whole)

    def parts_tens(self, count: Any, tens: float, last: float) -> Number:
        """One thirty-second, three twenty-fifths: the last word is a place or a part."""
        number = as_number(count)
        ones = last if last >= 1 else round(1 / last)
        if not number.is_point or number.low % 1 or number.low > _HUNDRED or ones >= room(Number(tens, tens, tens)):
            raise Refused
        if number.low != 1 and last in range(3, 10):
            raise Refused  # "three twenty-fifth" are none
        part = _part(number.low, round(tens + ones))
        return evolve(part, form="odds") if number.low == 1 else part  # no "twenty-first century"

    def part_of(self, *parts: Any) -> Number:
        """A third, a half."""
        return _part(1, round(1 / numbers_of(parts)[-1].low))

    def vulgar(self, value: float) -> Number:
        """A fraction that is one sign."""
        return _of(value)

    def ratio(self, above: str, _slash: str, below: str) -> Number:
        """A fraction in digits."""
        a, b = digits(above)[0], digits(below)[0]
        if not b or a >= b:
            raise Refused
        return Number(tidy(a / b), tidy(a / b), 0.0, "part")

    def ratio_th(self, above: str, slash: str, below: str) -> Number:
        """1/10th."""
        return self.ratio(above, slash, below[:-2])

    def quarter_of(self, part: float, *rest: Any) -> Number:
        """Quarter of a million, without its words: "quarter-million"; no other fraction is used so."""
        if part != _QUARTER:
            raise Refused
        return self.times(part, rest[-1])

    def odds(self, part: Number, _word: str, whole: Number) -> Number:
        """One in five."""
        if not (part.is_point and whole.is_point) or not 0 < part.low < whole.low or part.low % 1 or whole.low % 1:
            raise Refused
        if whole.low > self.limits["first_year"] or (whole.low > self.limits["longest_odds"] and whole.low % 10):
            raise Refused  # "12 in 2019"
        value = tidy(part.low / whole.low)
        return Number(value, value, tidy(value * _STEP), "odds")

    def restated(self, number: Any, _open: str, again: Any, _close: str) -> Number:
        """A number in words and once more in digits: "forty-five (45) days"."""
        a, b = as_number(number), as_number(again)
        if not (a.is_point and b.is_point) or a.low != b.low or a.written == b.written:
            raise Refused
        return a if a.written else b

    def mixed(self, whole: Any, *rest: Any) -> Number:
        """A whole and a fraction: "two and a half", "3 million and a half"."""
        if len(rest) == 2 and isinstance(rest[-1], float | int) and rest[-1] != _QUARTER:
            raise Refused  # "the hundred and fifth" is a rank
        whole, part = as_number(whole), as_number(rest[-1])
        if not whole.is_point or part.form == "odds" or part.low >= 1:
            raise Refused
        if whole.low % 1:
            return _of_last_digit(whole, part, rest)
        unit = whole.scale if whole.scale >= _THOUSAND else 1.0
        value = tidy(whole.low + part.low * unit)
        return Number(value, value, tidy(part.low * unit), scale=unit)

    def power(self, base: str, _caret: str, *exponent: Any) -> Number:
        """2^10."""
        return _power(1.0, 0, base, exponent)

    def scientific(self, factor: str, _by: str, base: str, _caret: str, *exponent: Any) -> Number:
        """1.3 x 10^6."""
        number, decimals = digits(factor)
        return _power(number, decimals, base, exponent)


def _of_last_digit(whole: Number, part: Number, between: tuple[Any, ...]) -> Number:
    """2.88-1/4 dollars are 288 and a quarter cents: the fraction is of the last digit."""
    if not whole.written or whole.scale > 1 or between[0] != "join":
        raise Refused
    value = tidy(whole.low + part.low * whole.step)
    return Number(value, value, tidy(part.low * whole.step))


def _part(count: float, whole: int) -> Number:
    return _of(tidy(count / whole))


def _of(value: float) -> Number:
    return Number(value, value, tidy(value * _STEP), "part")


def _power(factor: float, decimals: int, base: str, exponent: tuple[Any, ...]) -> Number:
    power = digits(exponent[-1])[0] * (exponent[0] if len(exponent) > 1 else 1)
    root = digits(base)[0]
    if abs(power) > _LARGEST_EXPONENT or not root:
        raise Refused
    try:
        one = root**power
    except OverflowError:
        raise Refused from None
    value = tidy(factor * one)
    if not 1e-300 < value < 1e300:
        raise Refused
    return Number(value, value, tidy(10.0**-decimals * one) if factor != 1 or decimals else tidy(value * _STEP))
