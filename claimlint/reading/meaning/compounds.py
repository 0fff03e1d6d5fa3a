"""What the names of amounts made of several parts in amounts.lark mean: two hours and ten minutes, 5 feet 10."""

from typing import Any

from attrs import evolve

from claimlint.reading.meaning.numbers import Refused, as_number
from claimlint.reading.meaning.ranges import Ranges, scaled
from claimlint.values.sets import close, tidy
from claimlint.values.value import Number, Value, exact

_SIXTY, _HUNDRED, _THOUSAND = 60, 100, 1000
_QUARTER = 0.25
_NEXT_LOWER = {"day": "hour", "hour": "minute", "minute": "second", "foot": "inch", "lb": "ounce", "year": "month"}
_CLOCK = ("day", "hour", "minute")  # a clock counts no tenths: half an hour is 30 minutes


class Compounds(Ranges):
    """The meanings of parts that are one amount."""

    def compound(self, a: Value, *rest: Any) -> Value:
        """Parts of falling size that are one amount: "2 hours, 1 minute and 19 seconds", told in the smallest unit.

        Where the larger unit is no whole number of the smaller ("3 years and 2 days") it is told in the larger.
        """
        b = next(r for r in rest if isinstance(r, Value))
        if a.form not in ("", "compound") or b.form or a.unit == b.unit or a.kind == "percent":
            raise Refused
        if a.kind == "money" == b.kind:
            return self._money(a, b)
        big, small = self.units[a.unit], self.units[b.unit]
        if big.dimension != small.dimension or small.factor >= big.factor or big.offset or small.offset:
            raise Refused
        ratio = big.factor / small.factor
        if point(b) < 0 or (point(b) >= ratio and len(rest) > 1):
            raise Refused  # "2 yards and 7 feet" are two lengths, "2 yards 7 feet" one
        if not close(ratio, round(ratio)):
            return self._sum(a, scaled(b, 1 / ratio, a.unit))
        return self._sum(scaled(a, round(ratio), b.unit), b)

    def tail(self, a: Value, *rest: Any) -> Value:
        """A last number that leaves its unit out: "20 dollars 43", "2 hours ten"."""
        number = rest[-1]
        if point(a) % 1 and a.kind != "money":
            raise Refused  # "19.99 pounds one way"
        if a.form not in ("", "compound") or not 0 < number.low < _HUNDRED or number.low % 1:
            raise Refused
        if a.kind == "money":
            if not close(point(a) % 1, 0) or a.step >= _THOUSAND or (len(rest) == 1 and number.low < 10):
                raise Refused
            return exact(evolve(a, stated=tidy(point(a) + number.low / _HUNDRED), step=0.01))
        unit = _NEXT_LOWER.get(a.unit)
        if unit is None or a.unit in ("day", "year") or (len(rest) > 1 and a.kind != "duration"):
            raise Refused
        if number.low >= self.units[a.unit].factor / self.units[unit].factor:
            raise Refused
        return self.compound(a, self.with_unit(number, unit))

    def fraction_more(self, a: Value, _and: str, part: Any) -> Value:
        """An hour and a half."""
        more = part.low if isinstance(part, Number) else float(part)
        bare = not isinstance(part, Number)  # "an hour and quarter", not "2 million dollars and third quarter"
        if a.form or more >= 1 or (bare and (more != _QUARTER or a.step > 1)) or a.kind not in ("duration", "quantity", "money"):
            raise Refused
        stated = tidy(point(a) + more)
        return self._clocked(evolve(a, stated=stated, low=tidy(stated - more / 2), high=tidy(stated + more / 2), step=more))

    def stones(self, token: str) -> Value:
        """17st: so many stones."""
        return self.with_unit(self.digits(token[:-2]), "stone")

    def feet_inches(self, feet: str, _foot: str, inches: str, *_rest: str) -> Value:
        """5' 10", 6'02"."""
        told = self.digits(inches.strip().removeprefix("0") or inches)
        return self.compound(self.with_unit(self.digits(feet), "foot"), self.with_unit(told, "inch"))

    def feet_inches_long(self, feet: Any, _link: str, unit: str, _bar: str, inches: Any, *rest: str) -> Value:
        """5-foot-10, 6-foot-4-inch."""
        small = _NEXT_LOWER.get(unit)
        if small is None or unit not in ("foot", "lb") or (rest and rest[-1] != small):
            raise Refused
        return self.compound(self.with_unit(as_number(feet), unit), self.with_unit(as_number(inches), small))

    def lap(self, told: str) -> Value:
        """The time of a race: 3:21.4, 2:06:40."""
        seconds = tidy(sum(float(part) * _SIXTY**place for place, part in enumerate(reversed(told.split(":")))))
        return evolve(self.with_unit(Number(seconds, seconds, 0.1 ** len(told.partition(".")[2])), "second"), form="compound")

    def _clocked(self, value: Value) -> Value:
        """A part of an hour, told in words, in minutes."""
        smaller = _NEXT_LOWER.get(value.unit)
        if value.unit not in _CLOCK or smaller is None or value.form not in ("", "part"):
            return value
        ratio = round(self.units[value.unit].factor / self.units[smaller].factor)
        number = tidy(point(value) * ratio)
        if point(value) % 1 == 0 or not close(number, round(number)):
            return value
        return evolve(scaled(value, ratio, smaller), stated=float(round(number)), form="compound" if number > ratio else "")

    def _money(self, a: Value, b: Value) -> Value:
        big, small = self.units[a.unit], self.units[b.unit]
        if small.factor >= big.factor or not (small.base == big.base or self.units.alike(a.unit, b.unit) or b.unit == "cent"):
            raise Refused
        if point(b) * small.factor >= 1:
            raise Refused
        return exact(evolve(a, stated=tidy(point(a) + point(b) * small.factor), step=small.factor))

    def _sum(self, a: Value, b: Value) -> Value:
        stated = tidy(point(a) + point(b))
        stated = float(round(stated)) if close(stated, round(stated)) else stated
        width = half_width(b)
        return evolve(a, stated=stated, low=tidy(stated - width), high=tidy(stated + width), step=b.step, form="compound")


def point(value: Value) -> float:
    """The one number of a value. Raises Refused for one with two ends or none."""
    if isinstance(value.stated, tuple) or value.stated is None:
        raise Refused
    return value.stated


def half_width(value: Value) -> float:
    """How far the value may lie from its number."""
    return 0.0 if value.high is None or value.low is None else (value.high - value.low) / 2
