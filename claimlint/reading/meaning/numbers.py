"""What the names of whole numbers, decimals and ranks in numbers.lark mean: each takes what its parts mean.

A combination that the grammar allows and nobody writes ("two thousand and 5 hundred thousand") is refused with
Refused; the next shorter reading is then taken.
"""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from claimlint.values.sets import close, tidy
from claimlint.values.value import Number, Rank

_ARTICLED = 2  # an article and a magnitude
_HUNDRED, _MILLION = 100, 1_000_000
_EXACT = 1e15  # whole numbers below this have all their digits
_KNOWN = 20_000  # numbers in digits that are remembered
_LARGEST = 1e40  # a number of more than 40 digits is none that news writes


class Refused(Exception):
    """A reading that nobody means."""


class Numbers:
    """The meanings of numbers in digits and words. `limits` are those of grammars/words/context.yaml."""

    def __init__(self, limits: Mapping[str, float]) -> None:
        self.limits = limits
        self._known: dict[str, Number] = {}  # numbers in digits

    def is_year(self, number: Number) -> bool:
        """Whether a number in digits may be that of a year."""
        return number.written and self.limits["first_year"] <= number.low <= self.limits["last_year"]

    def word(self, value: float) -> Number:
        """A number word: its step is its last digit that is not zero."""
        return Number(value, value, step_of(value))

    def digits(self, token: str) -> Number:
        """A number in digits, with its group and decimal signs."""
        known = self._known.get(token)
        if known is None:
            number, decimals = digits(token)
            known = Number(number, number, 10.0**-decimals if decimals > 0 else step_of(number), written=True)
            if len(self._known) < _KNOWN:
                self._known[token] = known
        return known

    def spaced_decimal(self, whole: str, _point: str, decimals: str) -> Number:
        """6 . 2, as a text prints it that parts every mark by blanks."""
        if not (whole.isdecimal() and decimals.isdecimal()):
            raise Refused
        return self.digits(f"{whole}.{decimals}")

    def spaced_groups(self, *parts: str) -> Number:
        """10 , 000."""
        return self.digits("".join(part.removeprefix("spaced ") for part in parts))

    def plus(self, *parts: Any) -> Number:
        """Two parts side by side: "two thousand" and "three hundred"."""
        a, b = numbers_of(parts)
        if not (a.is_point and b.is_point) or a.short or b.low >= room(a) or (a.written and not b.written and len(parts) == 2):
            raise Refused
        if b.written and b.scale == 1 and a.scale >= _MILLION:
            raise Refused  # "1.2 million 60-kg bags"
        return Number(tidy(a.low + b.low), tidy(a.low + b.low), b.step, scale=b.scale, written=a.written)

    def plus_and(self, *parts: Any) -> Number:
        """Two parts joined by "and": digits only behind a hundred ("3 hundred and 21"), else they are a number of their own."""
        first, last = as_number(parts[0]), as_number(parts[-1])
        if last.written and last.scale == 1 and (last.low % 1 or not (first.scale == _HUNDRED and first.written)):
            raise Refused
        return self.plus(*parts)

    def times(self, *parts: Any) -> Number:
        """A number of something: "two" and "million", "half" and "dozen"."""
        short = ""
        if isinstance(parts[-1], list):
            factor, short = parts[-1]
            if len(parts) == _ARTICLED and not isinstance(parts[0], Number):
                raise Refused  # "a B"
            parts = (*parts[:-1], factor)
        told = [part for part in parts if not isinstance(part, str)]
        a = as_number(told[0])
        if len(told) > 1:
            factor = told[-1]  # "half a million": the article in between is a one
            if (
                not a.is_point
                or a.scale > max(factor, _HUNDRED)
                or (a.scale > _HUNDRED and a.low % 1)
                or tidy(a.high * factor) >= _LARGEST
            ):
                raise Refused
            a = a.times(factor)
        return evolve(a, short=short) if short else a

    def signed(self, sign: int, number: Number) -> Number:
        """A number with its sign."""
        if sign > 0:
            return number
        return evolve(number, low=-number.high, high=-number.low, stated=None if number.stated is None else -number.stated)

    def decimal(self, *parts: Any) -> Number:
        """A number spoken digit by digit after the point: "two point seven five"."""
        whole = as_number(parts[0]).low if len(parts) == 3 else 0
        if whole % 1:
            raise Refused
        decimals = str(parts[-1])
        number = float(f"{int(whole)}.{decimals}")
        return Number(number, number, 10.0 ** -len(decimals))

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
        digit = str(value)
        if not digit.isdecimal():
            raise Refused
        return digit

    def vague(self, *parts: Any) -> Number:
        """A word that leaves a span: dozens, tens of thousands."""
        spans = [p for p in parts if not isinstance(p, str)]
        if len(spans) == 1:
            span = spans[0]
            return span if isinstance(span, Number) else Number(span[0], span[1], 0.0, "vague", span[2])
        (low, high, stated), second = spans
        unit = second[2] / 2 if second[2] >= 200 else 0  # thousands begin at two of them
        if not unit or low >= unit:
            raise Refused
        return Number(low * unit, (high + 1) * unit - 1, 0.0, "vague", stated * unit)

    def few(self, span: list[float]) -> Number:
        """A few, several, a couple of."""
        return Number(span[0], span[1], 0.0, "few", span[2])

    def times_vague(self, span: list[float], *factors: float | list[float]) -> Number:
        """Several hundred, a few hundred thousand."""
        factor = 1.0
        for part in factors:
            factor *= part[0] if isinstance(part, list) else part
        return Number(span[0] * factor, span[1] * factor, 0.0, "vague", span[2] * factor)

    def rank(self, value: float) -> Rank:
        """First, second."""
        return Rank(int(value))

    def rank_digits(self, token: str) -> Rank:
        """21st."""
        bare = token[:-2].replace(",", "")
        if bare[0] == "0" or _ENDINGS.get(bare[-2:] if bare[-2:-1] == "1" else bare[-1], "th") != token[-2:].lower():
            raise Refused
        return Rank(int(bare))

    def rank_sum(self, whole: Number, *rest: Any) -> Rank:
        """Twenty-first, two hundredth."""
        last = int(rest[-1])
        if not whole.is_point or whole.low % 1 or whole.written:
            raise Refused
        if last >= 100:
            return Rank(int(whole.low) * last)
        if last >= room(whole) or whole.low < 20:
            raise Refused
        return Rank(int(whole.low) + last)


_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def as_number(value: Any) -> Number:
    """What a leaf or a part says, as a number."""
    if isinstance(value, Number):
        return value
    if isinstance(value, str):
        return _WRITTEN.digits(value)
    return Number(value, value, step_of(value))


_WRITTEN = Numbers({})


def numbers_of(parts: tuple[Any, ...]) -> list[Number]:
    """The numbers among the parts; joining words and marks are left out."""
    return [as_number(part) for part in parts if not isinstance(part, str)]


def digits(token: str) -> tuple[float, int]:
    """The number of a token and how many decimals it has. Raises Refused where no number is written so.

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
    if token[0] == "0" and token[1:2].isdigit():
        raise Refused
    number = float(token)
    if number >= _LARGEST:
        raise Refused
    mantissa, _, exponent = token.lower().partition("e")
    return number, (len(mantissa) - mantissa.index(".") - 1 if "." in mantissa else 0) - int(exponent or 0)


def step_of(number: float) -> float:
    """The unit of the last digit that is not zero: 10 for 480, 0.1 for 3.5."""
    if number == 0:
        return 1.0
    if number % 1 == 0 and abs(number) < _EXACT:
        digits = str(int(number))
        return 10.0 ** (len(digits) - len(digits.rstrip("0")))
    step = 1.0
    while step < 1e300 and number % (step * 10) == 0:
        step *= 10
    while step > 1e-12 and not close(number / step, round(number / step)):
        step /= 10
    return step


def room(number: Number) -> float:
    """How much may be added: below the last magnitude word or the zeros of the number."""
    return max(step_of(number.low), number.scale)
