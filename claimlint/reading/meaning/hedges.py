"""What the names in value.lark mean: a value with the words that open or widen it."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.times import Times
from claimlint.values.sets import tidy
from claimlint.values.value import SCORE, Number, Value, bounded

_LOWER = (">", ">=")


class Hedges(Times):
    """The meanings of value.lark."""

    def hedged(self, hedge: dict[str, Any], value: Value) -> Value:
        """A value with words before it that open or widen it."""
        if value.kind in ("rank", "set") or value.form == SCORE or ("compares" in hedge and value.kind == "duration"):
            raise Refused
        if value.when is not None:
            if value.when[0] != "ago" or "compares" in hedge:  # "over the weekend", "within the next year"
                raise Refused
            when = (*value.when[:7], hedge.get("bound", "~"))
            return evolve(value, bound=hedge.get("bound"), approximate="bound" not in hedge, when=when)
        if value.stated is None:
            raise Refused
        if value.bound:
            if "bound" in hedge:
                raise Refused
            return evolve(value, approximate=True)
        return hedged(hedge, value, self.limits)

    def posthedged(self, value: Any, hedge: dict[str, Any]) -> Value:
        """A value with such words behind it."""
        return self.hedged(hedge, value)

    def united_hedged(self, number: Number, hedge: dict[str, Any], *rest: str) -> Value:
        """40-plus miles, 60 or so miles: the words stand between the number and its unit."""
        return self.hedged(hedge, self.united(number, rest[-1]))

    def times_hedged(self, number: Number, hedge: dict[str, Any], factor: Any) -> Value:
        """20-odd million."""
        return self.hedged(hedge, self.plain(self.times(number, factor)))

    def times_united_hedged(self, number: Number, hedge: dict[str, Any], factor: Any, unit: str) -> Value:
        """20-odd million tons."""
        return self.united_hedged(self.times(number, factor), hedge, unit)

    def money_hedged(self, unit: str, number: Number, hedge: dict[str, Any], factor: Any) -> Value:
        """$5-plus billion."""
        return self.times_united_hedged(number, hedge, factor, unit)

    def both(self, a: Value, _and: str, b: Value) -> Value:
        """More than 10 but less than 40: the numbers between two bounds."""
        lower, upper = (a, b) if a.bound in _LOWER else (b, a)
        if lower.bound not in _LOWER or upper.bound not in ("<", "<=") or a.when is not None or b.when is not None:
            raise Refused
        if lower.unit != upper.unit:
            if b.unit == "" or a.unit != "":
                raise Refused
            lower, upper = (evolve(v, unit=b.unit, kind=b.kind) for v in (lower, upper))
        low, high = _end(lower), _end(upper)
        if low >= high:
            raise Refused
        return evolve(
            lower, stated=(low, high), low=low, high=high, low_open=lower.bound == ">", high_open=upper.bound == "<", bound=None,
            form="between", approximate=a.approximate or b.approximate,
        )  # fmt: skip


def _end(value: Value) -> float:
    if isinstance(value.stated, tuple) or value.stated is None:
        raise Refused
    return value.stated


def hedged(hedge: dict[str, Any], value: Value, limits: Mapping[str, float]) -> Value:
    """Opens or widens an amount as a word of hedges.yaml does. Raises Refused for one that has an open end.

    `limits` are those of grammars/words/context.yaml.
    """
    low, high = value.stated if isinstance(value.stated, tuple) else (value.stated, value.stated)
    if low is None or high is None:
        raise Refused
    if low > high:
        low, high = high, low
    bound = hedge.get("bound")
    if bound:
        opened = bounded(value, bound, low, high)
        if low <= 0 or not ("high" in hedge or "low" in hedge):
            return opened
        if bound in _LOWER:
            return evolve(opened, approximate=True, high=tidy(high * hedge["high"]))
        return evolve(opened, approximate=True, low=tidy(low * hedge["low"]), low_open=False)
    if hedge.get("exact"):
        return evolve(value, low=low, high=high, high_open=False)
    if value.form == "vague":  # "some hundreds": the word is wide enough
        return evolve(value, approximate=True)
    spread = (tidy(low * hedge["low"]), tidy(high * hedge["high"]))
    if low < 0:
        spread = (tidy(low * hedge["high"]), tidy(high * hedge["low"]))
    elif low >= limits["precise"] * value.step > 0:
        reach = max(limits["precise_steps"] * value.step, limits["precise_part"] * low)
        spread = (max(spread[0], tidy(low - reach)), min(spread[1], tidy(high + reach)))
    return evolve(
        value, low=min(spread), high=max(spread), low_open=hedge.get("low_open", False),
        high_open=hedge.get("high_open", False), approximate=True,
    )  # fmt: skip
