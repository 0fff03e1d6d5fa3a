"""What the names of ages in amounts.lark mean."""

from typing import Any

from attrs import evolve

from claimlint.reading.meaning.compounds import Compounds
from claimlint.reading.meaning.numbers import Refused
from claimlint.values.value import SCORE, Number, Value, exact, from_number

_DECADE = {"": (0, 9), "early": (0, 4), "mid": (4, 6), "late": (6, 9)}


class Ages(Compounds):
    """The meanings of lengths of life."""

    def aged(self, amount: Value, *_rest: str) -> Value:
        """A length of life."""
        if amount.kind != "duration":
            raise Refused
        return exact(evolve(amount, kind="age"))

    def aged_span(self, number: Number, unit: str, _old: str) -> Value:
        """A range of ages."""
        return self.aged(self.with_unit(number, unit))

    def hanging_aged(self, a: Number, hang: str, between: str, b: Number, *rest: str) -> Value:
        """25- to 34-year-olds."""
        return self.aged(self.hanging(a, hang, between, b, *rest[:2]))

    def hanging(self, a: Number, _hang: str, between: str, b: Number, *rest: str) -> Value:
        """8- to 16-meter."""
        raise NotImplementedError

    def aged_years(self, number: Number, _word: str) -> Value:
        """87 yo."""
        return self.aged_number("", number)

    def aged_number(self, _aged: str, number: Number) -> Value:
        """Aged 34."""
        oldest = self.limits["oldest_told"]
        if not (0 <= number.low <= oldest and 0 <= number.high <= oldest) or number.form in (SCORE, "odds"):
            raise Refused
        return from_number("age", number, "year")

    def aged_quantity(self, _aged: str, amount: Value) -> Value:
        """Aged 34 years."""
        return self.aged(amount)

    def aged_decade(self, part: Any, decade: Any) -> Value:
        """In her late forties."""
        return _decades(part, decade, decade)

    def aged_decades(self, part: Any, decade: Any, _and: str, later: Any) -> Value:
        """In their seventies or eighties."""
        if part or _first(later) <= _first(decade):
            raise Refused
        return _decades(part, decade, later)


def _first(decade: Any) -> int:
    return int(str(decade).rstrip("s"))


def _decades(part: str, first: Any, last: Any) -> Value:
    """The years of life from a decade to another."""
    low, high = _first(first) + _DECADE[part][0], _first(last) + _DECADE[part][1]
    return Value("age", (low, high), low, high, unit="year", form="range", approximate=True)
