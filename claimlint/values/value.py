"""A value: what the words of a mention say, and the set of numbers or the time that they leave open."""

from typing import Any

from attrs import evolve, field

from claimlint.nouns import define, frozen
from claimlint.values.sets import Interval, tidy

SCORE = "score"  # the form of the two sides of a vote, a game or a ratio
When = tuple[Any, ...]  # a time as it is told, before it is known from which day: see claimlint.values.times


@frozen
class Value:
    """What the words say.

    `stated` is the number as written, or the two ends as written (None where one is not given); the two numbers of
    a score or a ratio stand in the order of the text. `low` to `high` is the set that the words allow, in `unit`.
    `step` is the unit of the last digit that was given, so far as the writing tells. `form` says how it was put:
    "" for one number, "part" for a fraction, "compound" for one made of two units, "vague" for a word such as
    dozens, "score" for the two sides of a vote, a game or a ratio, and the kind of range otherwise. `when` is the time,
    where the value is one. `relation` is how the words before a time or a length of time place it (by, until, since,
    from, after, before, within, for ...), `anchor` the words behind a length of time that tell what it is counted from:
    "after entry into force". `scale` is the last magnitude word of the number: a million for "$5 million".
    """

    kind: str
    stated: float | tuple[float | None, float | None] | None = None
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    bound: str | None = None
    approximate: bool = False
    step: float = 0.0
    form: str = ""
    when: When | None = field(default=None)
    relation: str = ""
    anchor: str = ""
    scale: float = 1.0

    @property
    def interval(self) -> Interval:
        """The set that the words allow, in the value's own unit."""
        return Interval(self.low, self.high, self.low_open, self.high_open)


# A round number may stand for any that rounds to it, but no further than this share of it to either side:
# 500 is no word for 540.
_ROUND = 0.05


def bounded(value: Value, bound: str, low: float, high: float) -> Value:
    """The value opened to one side of its ends: "<", "<=", ">" or ">="; what counts up from nothing is at least nothing."""
    if bound in (">", ">="):
        return evolve(value, low=low, high=None, low_open=bound == ">", high_open=False, bound=bound)
    floor = 0.0 if high > 0 and not value.unit.startswith("°") else None
    return evolve(value, low=floor, high=high, low_open=floor is not None and bound == "<", high_open=bound == "<", bound=bound)


def denied(bound: str) -> str:
    """What a bound says behind "not". One that takes in its own number is what a denial has left already: "no more than"."""
    return {">": "<=", "<": ">="}.get(bound, bound)


def rounding(number: float, step: float, *, ones_exact: bool = False) -> float:
    """How far a written number may lie from what it stands for.

    `step` is the unit of its last digit that is not zero. Half of it; for a number in round tens and more never
    over a twentieth of the number. With `ones_exact` whole numbers that are not round are exact.
    """
    if step == 1 and ones_exact:
        return 0.0
    half = step / 2
    return half if step <= 1 else min(half, abs(number) * _ROUND)


def exact(value: Value) -> Value:
    """The value with its ends as they are written; one that words open to a side stays open."""
    if isinstance(value.stated, tuple) or value.stated is None or value.bound:
        return value
    return evolve(value, low=value.stated, high=value.stated, high_open=False)


def from_number(kind: str, number: "Number", unit: str) -> Value:
    """The value of a plain number with its unit."""
    exact = kind in ("count", "rank")
    if number.form == SCORE:
        return Value(kind, (number.low, number.high), unit=unit, form=SCORE)
    if number.form in ("vague", "few"):
        return Value(kind, number.stated, number.low, number.high, unit=unit, approximate=True, form="vague")
    if not number.is_point:
        low, high = sorted((number.low, number.high))
        wide = (
            (0.0, 0.0)
            if kind == "age"
            else (rounding(low, number.step, ones_exact=exact), rounding(high, number.step, ones_exact=exact))
        )
        return Value(
            kind, (number.low, number.high),
            tidy(low - wide[0]), tidy(high + wide[1]),
            unit=unit, step=number.step, form=number.form, approximate=number.loose,
        )  # fmt: skip
    width = 0.0 if kind == "age" else rounding(number.low, number.step, ones_exact=exact)
    return Value(
        kind, float(number.low), tidy(number.low - width), tidy(number.low + width), high_open=width > 0, unit=unit,
        step=number.step, form="part" if number.form else "", scale=number.scale,
    )  # fmt: skip


@define
class Number:
    """A number as it is read, before it has a unit: the ends as written, and the unit of the last digit given.

    `form` is "" for one number, "part" for a fraction, "odds" for one of so many, "vague" or "few" for a word that
    leaves a span (then `stated` is what it stands for), "score" for two sides, and the kind of range otherwise.
    `scale` is the last magnitude word ("3 million and a half"); `short` says what a magnitude of one letter may count;
    `written` where the number is in digits; `loose` where an end is called approximate.
    """

    low: float
    high: float
    step: float
    form: str = ""
    stated: float | None = None
    scale: float = 1.0
    short: str = ""
    written: bool = False
    loose: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.form in _POINTS

    def times(self, factor: float) -> "Number":
        """The number, so many times."""
        low = tidy(self.low * factor)
        high = low if self.high == self.low else tidy(self.high * factor)
        stated = None if self.stated is None else tidy(self.stated * factor)
        return Number(low, high, tidy(self.step * factor), self.form, stated, factor, self.short, self.written, self.loose)


_POINTS = ("", "part", "odds")


@define
class Rank:
    """A place in an order: 1 for the first."""

    place: int
