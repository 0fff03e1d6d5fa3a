"""What the names in amounts.lark and value.lark mean: each gives a Value."""

from typing import Any

from attrs import evolve

from claimlint.reading.meaning.numbers import Numbers, Refused
from claimlint.values.sets import close, tidy
from claimlint.values.units import Units
from claimlint.values.value import Number, Rank, Value, from_number

_MONEY_FROM = 1_000_000  # pounds from here on are money, below they weigh
_OLDEST = 130
_KINDS = {"[time]": "duration", "share": "percent", "[points]": "percent"}
_NEXT_LOWER = {"hour": "minute", "minute": "second", "foot": "inch", "pound": "ounce", "degree": "arcminute"}


class Amounts(Numbers):
    """The meanings of amounts.lark."""

    def __init__(self, units: Units) -> None:
        self.units = units

    def united(self, *parts: Any) -> Value:
        """A number and its unit, whatever stands between them: "5 km", "a mile", "half an hour"."""
        number, unit = parts[0], parts[-1]
        if not isinstance(number, Number):
            number = Number(1, 1, 1) if number == 1 else self.digits(number)
        elif number.form == "part" and len(parts) == 2 and self.units.dimension(unit) != "share":
            raise Refused
        return self._value(number, unit)

    def vague_united(self, *parts: Any) -> Value:
        """Millions of dollars."""
        return self._value(self.vague(*(p for p in parts[:-1] if not isinstance(p, str))), parts[-1])

    def money(self, unit: str, number: Number) -> Value:
        """A currency before its number."""
        return self._value(number, unit)

    def feet_inches(self, feet: str, _foot: str, inches: str, *_rest: str) -> Value:
        """5' 10"."""
        return self.compound(self._value(self.digits(feet), "foot"), self._value(self.digits(inches), "inch"))

    def rate(self, amount: Value, _per: str, unit: str) -> Value:
        """So much for each unit."""
        return evolve(amount, kind=self._rated(amount), unit=f"{amount.unit} / {unit}")

    rate_head = rate

    def rate_many(self, amount: Value, _per: str, number: Number, unit: str) -> Value:
        """So much for so many units."""
        if not number.is_point or not number.low:
            raise Refused
        return _scaled(self.rate(amount, _per, unit), 1 / number.low)

    def united_rate(self, number: Number, unit: str, _per: str, per: str) -> Value:
        """A range of rates."""
        return self.rate(self._value(number, unit), _per, per)

    united_rate_head = united_rate

    def _rated(self, amount: Value) -> str:
        return "money" if amount.kind == "money" else "quantity"

    def compound(self, a: Value, *rest: Any) -> Value:
        """Parts of falling size that are one amount: "2 hours, 1 minute and 19 seconds"."""
        b = next(r for r in rest if isinstance(r, Value))
        if a.form or b.form or a.unit == b.unit or not self.units.alike(a.unit, b.unit):
            raise Refused
        big, small = self.units[a.unit], self.units[b.unit]
        if small.factor >= big.factor or big.offset or small.offset:
            raise Refused
        ratio = small.factor / big.factor
        if _stated(b) * ratio >= 1:
            raise Refused
        stated = tidy(_stated(a) + _stated(b) * ratio)
        width = _half_width(b) * ratio
        return evolve(
            a, stated=stated, low=tidy(stated - width), high=tidy(stated + width), step=tidy(b.step * ratio), form="",
        )  # fmt: skip

    def tail(self, a: Value, *rest: Any) -> Value:
        """A last number that leaves its unit out: "20 dollars 43", "2 hours ten"."""
        number = rest[-1]
        if a.form or not number.low < 100:
            raise Refused
        if a.kind == "money":
            if not close(_stated(a) % 1, 0) or len(rest) == 1 and number.step != 1:
                raise Refused
            return _exact(evolve(a, stated=tidy(_stated(a) + number.low / 100), step=0.01))
        unit = _NEXT_LOWER.get(a.unit)
        if unit is None or len(rest) > 1 and a.kind != "duration":
            raise Refused
        return self.compound(a, self._value(number, unit))

    def fraction_more(self, a: Value, _and: str, part: Any) -> Value:
        """An hour and a half."""
        more = part.low if isinstance(part, Number) else float(part)
        if a.form or more >= 1 or a.kind not in ("duration", "quantity", "money"):
            raise Refused
        stated = tidy(_stated(a) + more)
        return evolve(a, stated=stated, low=tidy(stated - more / 2), high=tidy(stated + more / 2), step=more)

    def range(self, a: Any, *rest: Any) -> Any:
        """Two ends of a range."""
        return self._ends(a, rest[-1], "range")

    def either(self, a: Number, _or: str, b: Number) -> Number:
        """Five or six."""
        if not b.low > a.low or b.low > 2 * max(a.low, 1):
            raise Refused
        return self._ends(a, b, "either")

    def between(self, *parts: Any) -> Any:
        """Between the two."""
        a, b = _two(parts)
        return self._ends(a, b, "between")

    def from_to(self, *parts: Any) -> Any:
        """From the one to the other: a range, or a change."""
        a, b = _two(parts)
        return self._ends(a, b, "from_to")

    def plus_minus(self, a: Number, _sign: str, b: Number) -> Number:
        """So much, give or take."""
        if not (a.is_point and b.is_point):
            raise Refused
        return Number(tidy(a.low - b.low), tidy(a.low + b.low), 0.0, "plus_minus")

    def _ends(self, a: Any, b: Any, form: str) -> Any:
        if isinstance(a, Number) and isinstance(b, Number):
            if not (a.is_point and b.is_point):
                raise Refused
            if b.scale > a.scale == 1 and a.low < b.low / b.scale * 10 and b.scale > 100:
                a = a.times(b.scale)  # "5 to 6 million"
            return Number(a.low, b.low, min(a.step, b.step) if a.step and b.step else 0.0, form)
        if isinstance(b, Number):
            first = a
            number = b
            if number.scale == 1 and first.step >= 1000 and number.low < 1000 <= _stated(first):
                raise Refused
            b = self._value(number, first.unit)
        if a.form or b.form or self.units.dimension(a.unit) != self.units.dimension(b.unit):
            raise Refused
        if a.unit != b.unit:
            a = _converted(a, b.unit, self.units)
        if b.kind == "money" and b.step >= 1000 > _stated(a) and form != "from_to":
            a = _scaled(a, 10 ** (len(str(int(b.step))) - 1))  # "$5-$10 million"
        low, high = sorted((_stated(a), _stated(b)))
        wide = [_half_width(a), _half_width(b)]
        if _stated(a) > _stated(b):
            wide.reverse()
        return evolve(
            a, stated=(_stated(a), _stated(b)), low=tidy(low - wide[0]), high=tidy(high + wide[1]), form=form,
            step=min(a.step, b.step),
        )  # fmt: skip

    def span(self, number: Number) -> Number:
        """A range of plain numbers."""
        return number

    def aged(self, amount: Value, *_rest: str) -> Value:
        """A length of life."""
        if amount.kind != "duration":
            raise Refused
        return _exact(evolve(amount, kind="age"))

    def aged_span(self, number: Number, unit: str, _old: str) -> Value:
        """A range of ages."""
        return self.aged(self._value(number, unit))

    def aged_number(self, _aged: str, number: Number) -> Value:
        """Aged 34."""
        if not 0 <= number.low <= _OLDEST:
            raise Refused
        return from_number("age", number, "year")

    def aged_quantity(self, _aged: str, amount: Value) -> Value:
        """Aged 34 years."""
        return self.aged(amount)

    def age(self, value: Value) -> Value:
        """Any age."""
        return value

    def amount(self, value: Any) -> Value:
        """Any amount; a range of plain numbers counts something."""
        return value if isinstance(value, Value) else self.plain(value)

    def plain(self, number: Number) -> Value:
        """A number without a unit: a count, or a part of something."""
        if number.form == "few":
            raise Refused
        if number.form == "part" or (number.is_point and number.low % 1):
            return from_number("quantity", number, "")
        return from_number("count", number, "")

    def ranked(self, rank: Rank) -> Value:
        """A place in an order."""
        place = float(rank.place)
        return Value("rank", place, place, place, step=1.0)

    def the_quantity(self, _the: str, amount: Value) -> Value:
        """The nine months: a known length of time."""
        if amount.kind != "duration":
            raise Refused
        return amount

    def hedged(self, hedge: dict[str, Any], value: Any) -> Value:
        """A value with words before it that open or widen it."""
        if value.kind in ("rank", "set"):
            raise Refused
        if value.when is not None and value.kind != "duration":
            return evolve(value, bound=hedge.get("bound"), approximate="bound" not in hedge)
        if value.stated is None:
            raise Refused
        if value.bound:
            if "bound" in hedge:
                raise Refused
            return evolve(value, approximate=True)
        return _hedged(hedge, value)

    def posthedged(self, value: Any, hedge: dict[str, Any]) -> Value:
        """A value with such words behind it."""
        return self.hedged(hedge, value)

    def start(self, value: Any) -> Value:
        """The whole reading."""
        return value

    def _value(self, number: Number, unit: str) -> Value:
        if number.form == "few":
            number = evolve(number, form="vague")
        if unit == "pound" and number.is_point and max(number.step, number.scale) >= _MONEY_FROM:
            unit = "GBP"
        dimension = self.units.dimension(unit)
        kind = "money" if dimension.startswith("money:") else _KINDS.get(dimension, "quantity")
        return from_number(kind, number, unit)


def _two(parts: tuple[Any, ...]) -> tuple[Any, Any]:
    a, b = (p for p in parts if not isinstance(p, str))
    return a, b


def _stated(value: Value) -> float:
    if isinstance(value.stated, tuple) or value.stated is None:
        raise Refused
    return value.stated


def _half_width(value: Value) -> float:
    return 0.0 if value.high is None or value.low is None else (value.high - value.low) / 2


def _scaled(value: Value, factor: float, unit: str | None = None) -> Value:
    def times(number: float | None) -> float | None:
        return None if number is None else tidy(number * factor)

    stated = tuple(map(times, value.stated)) if isinstance(value.stated, tuple) else times(value.stated)
    return evolve(
        value, stated=stated, low=times(value.low), high=times(value.high), step=value.step * factor, unit=unit or value.unit,
    )  # fmt: skip


def _converted(value: Value, unit: str, units: Units) -> Value:
    a, b = units[value.unit], units[unit]
    if a.offset or b.offset:
        raise Refused
    return _scaled(value, a.factor / b.factor, unit)


def _exact(value: Value) -> Value:
    if isinstance(value.stated, tuple) or value.stated is None:
        return value
    return evolve(value, low=value.stated, high=value.stated)


def _hedged(hedge: dict[str, Any], value: Value) -> Value:
    low, high = value.stated if isinstance(value.stated, tuple) else (value.stated, value.stated)
    if low is None or high is None:
        raise Refused
    if low > high:
        low, high = high, low
    bound = hedge.get("bound")
    if bound in (">", ">="):
        return evolve(value, low=low, high=None, low_open=bound == ">", high_open=False, bound=bound)
    if bound:
        floor = 0.0 if high > 0 and not value.unit.startswith("°") else None
        return evolve(value, low=floor, high=high, low_open=floor is not None and bound == "<", high_open=bound == "<", bound=bound)
    if hedge.get("exact"):
        return evolve(value, low=low, high=high)
    spread = (tidy(low * hedge["low"]), tidy(high * hedge["high"]))
    if low < 0:
        spread = (tidy(low * hedge["high"]), tidy(high * hedge["low"]))
    return evolve(
        value, low=min(spread), high=max(spread), low_open=hedge.get("low_open", False),
        high_open=hedge.get("high_open", False), approximate=True,
    )  # fmt: skip
