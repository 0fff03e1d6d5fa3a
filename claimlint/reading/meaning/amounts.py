"""What the names of amounts with their unit in amounts.lark mean: each gives a Value."""

from typing import Any

from attrs import evolve

from claimlint.reading.meaning.ages import Ages
from claimlint.reading.meaning.compounds import point
from claimlint.reading.meaning.numbers import Refused, as_number
from claimlint.values.value import SCORE, Number, Rank, Value, from_number

_KINDS = {"[time]": "duration", "share": "percent", "[points]": "percent"}
# Longer times are told in years: "the 1988 quarter" and a table's "292,000 week ago" are none.
_LONGEST = {"quarteryear": 40, "week": 10_000, "month": 20_000, "day": 400_000}
# What is not counted in millions: "5m" before these is five metres, or nothing.
_SINGLE = ("[length]", "[time]", "share", "[points]", "[multiples]", "[indexpoints]", "[magnitudes]", "[counts]")
_BARE, _QUARTER, _HALF = 2, 0.25, 0.5  # a number and its unit; halves and quarters of a time are said without "of"
_FROZEN = ("", "degree", "°C", "°F")


class Amounts(Ages):
    """The meanings of amounts.lark."""

    def united(self, *parts: Any) -> Value:
        """A number and its unit, whatever stands between them: "5 km", "half an hour", "10-15 miles"."""
        number, unit = parts[0], parts[-1]
        if not isinstance(number, Number):
            number = as_number(number)
        if number.form == "odds" or (number.form == "part" and (unit in ("quarteryear", "degree") or "straight" in parts)):
            raise Refused  # "a third straight month" is a rank
        if number.form == "part" and len(parts) == _BARE and number.low % _QUARTER and self.units.dimension(unit) == "[time]":
            raise Refused  # "a ninth month" is one more
        if number.form == "part" and parts[1] == 1 and number.low != _HALF:
            raise Refused  # "a fourth a year later" is one more
        if number.form == SCORE and unit != "percent":
            number = evolve(number, form="range")
        value = self.with_unit(number, unit)
        return self._clocked(value) if number.form == "part" or (number.is_point and not number.written) else value

    def one(self, _a: str, unit: str) -> Value:
        """A mile."""
        return self.with_unit(Number(1, 1, 1), unit)

    def one_long(self, unit: str) -> Value:
        """Year-long."""
        return self.with_unit(Number(1, 1, 1), unit)

    def part_united(self, *parts: Any) -> Value:
        """A tenth of a gallon, a quarter-litre: the article may be missing."""
        return self.united(self.part_of(parts[0]), parts[-1])

    def decimal_of(self, number: str, *rest: str) -> Value:
        """0.5 of a percentage point."""
        part = self.digits(number)
        if part.low >= 1:
            raise Refused
        return self.with_unit(part, rest[-1])

    def in_brackets(self, number: Number, _open: str, unit: str, _close: str) -> Value:
        """20 (kg)."""
        return self.united(number, unit)

    def vague_united(self, *parts: Any) -> Value:
        """Millions of dollars."""
        return self.with_unit(self.vague(*(p for p in parts[:-1] if not isinstance(p, str))), parts[-1])

    def money(self, unit: str, number: Number) -> Value:
        """A currency before its number."""
        return self.united(number, unit)

    def money_times(self, unit: str, factor: Any, number: Number) -> Value:
        """EUR million 5.2."""
        return self.united(self.times(number, factor), unit)

    def times_money(self, number: Number, unit: str, factor: Any) -> Value:
        """5.2 EUR million."""
        return self.money_times(unit, factor, number)

    def money_signed(self, sign: int, unit: str, number: Number) -> Value:
        """-$5."""
        return self.united(self.signed(sign, number), unit)

    def money_many(self, unit: list[Any], number: Number) -> Value:
        """MEUR 60: millions of a currency."""
        if not number.is_point or number.scale > 1:
            raise Refused
        return self.with_unit(number.times(unit[1]), unit[0])

    def many_united(self, number: Number, unit: list[Any]) -> Value:
        """60 MEUR."""
        return self.money_many(unit, number)

    def unit_before(self, unit: str, *rest: Any) -> Value:
        """Magnitude 6.5."""
        return self.with_unit(rest[-1], unit)

    def hanging(self, a: Number, _hang: str, between: str, b: Number, *rest: str) -> Value:
        """8- to 16-meter."""
        number = self.either(a, between, b) if between == "or" else self.range(a, between, b)
        if not isinstance(number, Number):
            raise Refused
        return self.united(number, rest[-1])

    def multiple(self, factor: float) -> Value:
        """Doubled, fivefold."""
        return self.with_unit(as_number(factor), "fold")

    def below_zero(self, amount: Any, _below: str) -> Value:
        """5 degrees below zero."""
        value = amount if isinstance(amount, Value) else self.with_unit(amount, "degree")
        if value.unit not in _FROZEN or point(value) <= 0:
            raise Refused
        return evolve(value, stated=-point(value), low=_minus(value.high), high=_minus(value.low), high_open=False)

    # rates

    def rate(self, amount: Value, _per: str, unit: str) -> Value:
        """So much for each unit."""
        if " / " in amount.unit or amount.unit == "fold":
            raise Refused  # "barrels per day each month" are barrels per day, "three times a year" is no multiple
        kind = "money" if amount.kind == "money" else "quantity"
        return evolve(amount, kind=kind, unit=f"{amount.unit or 'each'} / {unit}")

    rate_head = rate

    def rate_many(self, amount: Value, _per: str, number: Number, unit: str) -> Value:
        """So much for so many units: 4.5 litres per 100 km is 4.5 in the unit "liter / 100 kilometer"."""
        if not number.is_point or number.low <= 0 or number.low % 1:
            raise Refused
        return self.rate(amount, _per, unit if number.low == 1 else f"{int(number.low)} {unit}")

    def rate_linked(self, amount: Value, *rest: str) -> Value:
        """$12-a-share."""
        return self.rate(amount, "", rest[-1])

    def united_tally(self, a: Number, _to: str, b: Number, *rest: str) -> Value:
        """500-to-5,500 km."""
        number = self.range(a, "", b)
        return self.united(number, rest[-1])

    def united_rate(self, number: Number, unit: str, _per: str, per: str) -> Value:
        """A range of rates."""
        return self.rate(self.with_unit(number, unit), _per, per)

    united_rate_head = united_rate

    def count_head(self, number: Number, *rest: Any) -> Value:
        """52 per 100,000 people."""
        value = self.plain(number)
        return self.rate(value, *rest) if len(rest) == 2 else self.rate_many(value, *rest)

    # what stands alone

    def plain(self, number: Number) -> Value:
        """A number without a unit: a count, or a part of something."""
        if number.form == "few" or (number.form == "range" and number.low >= number.high):
            raise Refused
        if number.form == "part" and number.low >= 1:  # half a million
            return from_number("count", evolve(number, form=""), "")
        if number.form in ("part", "odds") or (number.is_point and number.low % 1):
            return from_number("quantity", number, "")
        return from_number("count", number, "")

    def counted(self, number: Number) -> Value:
        """A range or a score of plain numbers."""
        return self.plain(number)

    def ranked(self, rank: Rank) -> Value:
        """A place in an order."""
        place = float(rank.place)
        return Value("rank", place, place, place, step=1.0)

    def the_quantity(self, _the: str, amount: Value) -> Value:
        """The nine months: a known length of time."""
        if amount.kind != "duration":
            raise Refused
        return amount

    def with_unit(self, number: Number, unit: str) -> Value:
        """A number in a unit. Raises Refused where the two do not go together."""
        if number.form == SCORE and unit != "percent":
            raise Refused
        dimension = self.units.dimension(unit)
        if unit == "lb" and number.is_point and max(number.step, number.scale) >= self.limits["pounds_of_money"]:
            raise Refused
        if number.short and not dimension.startswith("money:") and (number.short == "money" or dimension in _SINGLE):
            raise Refused
        if number.low > _LONGEST.get(unit, number.low) or (unit == "year" and number.step == 1 and self.is_year(number)):
            raise Refused  # "1985 year" lasts no 1,985 years
        if dimension == "[time]" and number.low < 0:
            raise Refused  # in "until Friday - 12 days in all" the sign is a dash
        return from_number("money" if dimension.startswith("money:") else _KINDS.get(dimension, "quantity"), number, unit)


def _minus(number: float | None) -> float | None:
    return None if number is None else -number
