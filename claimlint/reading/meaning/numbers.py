"""What the names in numbers.lark mean: each takes what its parts mean and gives a Number.

A combination that the grammar allows and nobody writes ("two twelve thirds") is refused with Refused; the next
shorter reading is then taken.
"""

from typing import Any

from attrs import evolve

from claimlint.values.sets import close, tidy
from claimlint.values.value import Number, Rank

_FRACTION_STEP = 0.1  # "a third" is said of anything within a twentieth of it
_LONGEST_ODDS = 1000  # "one in 1,000" is a ratio; "12 in 2019" is none
_LOWEST_YEAR = 1500


class Refused(Exception):
    """A reading that nobody means."""


class Numbers:
    """The meanings of numbers.lark."""

    def word(self, value: float) -> Number:
        """A number word: its step is its last digit that is not zero."""
        return Number(value, value, _step(value))

    def digits(self, token: str) -> Number:
        """A number in digits, with its group and decimal signs."""
        number, decimals = _digits(token)
        return Number(number, number, 10.0**-decimals if decimals else _step(number))

    def plus(self, *parts: Any) -> Number:
        """Two parts side by side: "two thousand" and "three hundred"."""
        a, b = (_number(p) for p in parts if not isinstance(p, str))
        if not (a.is_point and b.is_point) or b.low >= _room(a):
            raise Refused
        return Number(tidy(a.low + b.low), tidy(a.low + b.low), b.step, scale=b.scale)

    def times(self, *parts: Any) -> Number:
        """A number of something: "two" and "million", "half" and "dozen"."""
        numbers = [_number(p) for p in parts if not isinstance(p, str)]
        if len(numbers) == 3:  # "half a million": the article in between is a one
            numbers = [numbers[0], numbers[2]]
        if len(numbers) == 1:
            return numbers[0]
        a, b = numbers
        return a.times(b.low)

    dozens = times

    def negative(self, sign: int, number: Number) -> Number:
        """Below zero."""
        return evolve(number, low=-number.high, high=-number.low, stated=None if number.stated is None else -number.stated)

    def decimal(self, *parts: Any) -> Number:
        """A number spoken digit by digit after the point: "two point seven five"."""
        whole = _number(parts[0]).low if len(parts) == 3 else 0
        digits = str(parts[-1])
        number = float(f"{int(whole)}.{digits}")
        return Number(number, number, 10.0 ** -len(digits))

    def spoken(self, *digits: str) -> str:
        """The digits after the point."""
        text = ""
        for digit in digits:
            if len(digit) == 1 and len(text) == 2 and text[1] == "0" and text[0] != "0":
                text = text[0] + digit  # seventy, one
            else:
                text += digit
        return text

    def digit(self, value: Any) -> str:
        """One word of them."""
        return str(value)

    def parts(self, *parts: Any) -> Number:
        """So many of the parts of a whole: "two thirds". "Two quarters" are no half but half a year."""
        numbers = [_number(p) for p in parts if not isinstance(p, str)]
        count, part = numbers if len(numbers) == 2 else (Number(1, 1, 1), numbers[0])
        whole = round(1 / part.low)
        if not count.is_point or (whole in (2, 4) and count.low % 2 == 0 and count.low < whole * 2):
            raise Refused
        value = tidy(count.low / whole)
        return Number(value, value, tidy(value * _FRACTION_STEP), "part")

    def fraction(self, part: Any) -> Number:
        """A single fraction."""
        return _number(part)

    def ratio(self, above: str, _slash: str, below: str) -> Number:
        """A fraction in digits."""
        a, b = _digits(above)[0], _digits(below)[0]
        if not b:
            raise Refused
        return Number(tidy(a / b), tidy(a / b), 0.0)

    def odds(self, part: Number, _word: str, whole: Number) -> Number:
        """One in five."""
        if not (part.is_point and whole.is_point) or not 0 < part.low < whole.low:
            raise Refused
        if whole.low > _LOWEST_YEAR or (whole.low > _LONGEST_ODDS and whole.low % 10):
            raise Refused
        value = tidy(part.low / whole.low)
        return Number(value, value, tidy(value * _FRACTION_STEP), "part")

    def mixed(self, whole: Any, *rest: Any) -> Number:
        """A whole and a fraction: "two and a half", "3 million and a half"."""
        whole, part = _number(whole), _number(rest[-1])
        if not whole.is_point or part.low >= 1 or whole.low % 1:
            raise Refused
        value = tidy(whole.low + part.low * whole.scale)
        return Number(value, value, tidy(part.low * whole.scale), scale=1.0)

    def number(self, value: Any) -> Number:
        """Any number."""
        return _number(value)

    def vague(self, *parts: Any) -> Number:
        """A word that leaves a span: dozens, tens of thousands."""
        spans = [p for p in parts if not isinstance(p, str)]
        if len(spans) == 1 and isinstance(spans[0], Number):
            return spans[0]
        low = high = stated = 1.0
        for span in spans:
            low, high, stated = low * span[0], high * span[1], stated * span[2]
        if len(spans) == 2:  # tens of thousands: the second word stands for its unit
            unit = spans[1][0] / 2
            low, high, stated = spans[0][0] * unit, (spans[0][1] + 1) * unit - 1, spans[0][2] * unit
        return Number(low, high, 0.0, "vague", stated)

    def few(self, span: list[float]) -> Number:
        """A few, several, a couple of."""
        return Number(span[0], span[1], 0.0, "few" if span[0] != span[1] else "", span[2] if span[0] != span[1] else None)

    def times_vague(self, span: list[float], factor: float) -> Number:
        """Several hundred."""
        return Number(span[0] * factor, span[1] * factor, 0.0, "vague", span[2] * factor)

    def rank(self, value: float) -> Rank:
        """First, second."""
        return Rank(int(value))

    def rank_digits(self, token: str) -> Rank:
        """21st."""
        return Rank(int(token[:-2].replace(",", "")))

    def rank_sum(self, whole: Number, *rest: Any) -> Rank:
        """Twenty-first, two hundredth."""
        last = int(rest[-1])
        if not whole.is_point or whole.low % 1:
            raise Refused
        if last >= 100:
            return Rank(int(whole.low) * last)
        if last >= _room(whole) or whole.low < 20:
            raise Refused
        return Rank(int(whole.low) + last)

    def ordinal(self, rank: Rank) -> Rank:
        """Any rank."""
        return rank


def _number(value: Any) -> Number:
    if isinstance(value, Number):
        return value
    if isinstance(value, str):
        return Numbers().digits(value)
    return Number(value, value, _step(value))


def _digits(token: str) -> tuple[float, int]:
    """The number of a token and how many decimals it has.

    A single comma or point before three digits parts groups where the other sign or more groups say so, and for
    a comma always; a comma before one or two digits is a decimal sign.
    """
    token = token.replace(" ", "").replace("\u00a0", "")
    points, commas = token.count("."), token.count(",")
    if points > 1 or (points and commas and token.rfind(",") > token.rfind(".")):
        token = token.replace(".", "")
        token = token.replace(",", ".")
    elif commas == 1 and not points and len(token) - token.index(",") - 1 < 3:
        token = token.replace(",", ".")
    token = token.replace(",", "")
    decimals = len(token) - token.index(".") - 1 if "." in token else 0
    return float(token), decimals


def _step(number: float) -> float:
    """The unit of the last digit that is not zero: 10 for 480, 0.1 for 3.5."""
    if number == 0:
        return 1.0
    step = 1.0
    while step < 1e300 and number % (step * 10) == 0:
        step *= 10
    while step > 1e-12 and not close(number / step, round(number / step)):
        step /= 10
    return step


def _room(number: Number) -> float:
    """How much may be added: below the last magnitude word or the zeros of the number."""
    return max(_step(number.low), number.scale)
