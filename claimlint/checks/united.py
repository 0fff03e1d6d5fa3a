"""Operands that are told in the same unit -> the same with the unit, and the digits, that one takes over from another."""

from collections.abc import Collection, Mapping

from attrs import evolve

from claimlint.claims.items import Item
from claimlint.claims.kinds import COUNTING
from claimlint.values.units import Units
from claimlint.values.value import Number, Value, from_number

Items = tuple[Item, ...]

_PERCENT = "percent"
_THOUSAND = 1000.0
_TENS, _TEN = 100.0, 10.0
_DEGREES, _SIGN, _PER = "degree", "°", " / "  # of the scale that was told before


class Uniting:
    """Tells the operands of one article in the same unit: each item once for all that it stands beside.

    The items must live as long as it does.
    """

    def __init__(self, units: Units) -> None:
        self._units = units
        self._in_unit: dict[tuple[int, int], Item] = {}  # by the item and the value whose unit it takes over
        self._as_fine: dict[tuple[int, float], Item] = {}  # by the item and the step of its last digit

    def united(self, alike: Mapping[str, Items], multiplied: Collection[str]) -> dict[str, Items]:
        """Gives the items of operands that are told in the same unit, a bare number among them in the unit of the others.

        "To 2.4 million tonnes from 1.8": the unit goes over, and the magnitude where the number would be a thousandth. A rate
        goes over to an amount ("$31.40 a kilo, up $1.10") unless it is of the operands that are `multiplied`.
        """
        told = [(name, item.mention.value) for name, items in alike.items() for item in items if item.mention is not None]
        known = [value for name, value in told if value.unit and (_PER not in value.unit or name not in multiplied)]
        like = min(known, key=lambda value: _PER not in value.unit and not value.unit.startswith(_SIGN), default=None)
        given = {name: [self._like(item, like) if like else item for item in items] for name, items in alike.items()}
        steps = [item.mention.value.step for items in given.values() for item in items if item.mention is not None]
        finest = min(filter(None, steps), default=0.0)
        return {name: tuple(self._fine(item, finest) for item in items) for name, items in given.items()}

    def _like(self, item: Item, like: Value) -> Item:
        key = id(item), id(like)
        found = self._in_unit.get(key)
        if found is None:
            found = self._in_unit[key] = _in_unit(item, like, self._units)
        return found

    def _fine(self, item: Item, step: float) -> Item:
        key = id(item), step
        found = self._as_fine.get(key)
        if found is None:
            found = self._as_fine[key] = _as_fine(item, step)
        return found


def _as_fine(item: Item, step: float) -> Item:
    """A number with as many digits as the others have: beside 4.5 percent, 4 percent is 4.0, beside 25 million 90 is 90.

    Of zeros at the end one more tells: beside 4,600, 5,000 is not 5,100.
    """
    mention = item.mention
    if mention is None or not step or step >= mention.value.step:
        return item
    value = mention.value
    if value.unit != _PERCENT:
        ones = _magnitude(value.stated) if isinstance(value.stated, float | int) and abs(value.stated) >= _THOUSAND else 1.0
        if not isinstance(value.stated, float | int):
            return item
        fine = ones < value.step < _TENS * ones and step <= ones
        if not fine and value.scale > 1:
            return item
        step = ones if fine else max(step, value.step / _TEN)
    if value.bound or value.approximate or not isinstance(value.stated, float | int):
        return item
    finer = evolve(value, low=value.stated - step / 2, high=value.stated + step / 2, step=step)
    return evolve(item, mention=mention._replace(value=finer))


def _in_unit(item: Item, like: Value, units: Units) -> Item:
    mention = item.mention
    if mention is None or mention.value.unit == like.unit:
        return item
    value = mention.value
    if (value.unit == _DEGREES and like.unit.startswith(_SIGN)) or like.unit.startswith(value.unit + _PER):
        return evolve(item, mention=mention._replace(value=evolve(value, unit=like.unit)))
    if value.unit:
        currency, per, rest = like.unit.partition(_PER)
        if per and _PER not in value.unit and units.alike(value.unit, currency):
            return evolve(item, mention=mention._replace(value=evolve(value, unit=f"{value.unit}{_PER}{rest}")))
        is_money = units.dimension(value.unit).startswith("money:") and units.alike(value.unit, like.unit)
        is_money = is_money and units[value.unit].factor == units[like.unit].factor
        return evolve(item, mention=mention._replace(value=evolve(value, unit=like.unit))) if is_money else item
    if (
        value.kind not in ("count", "quantity")
        or COUNTING in item.kinds
        or value.form == "part"
        or not isinstance(value.stated, float | int)
        or not isinstance(like.stated, float | int)
    ):
        return item
    scale = _magnitude(like.stated) if 0 < value.stated < _THOUSAND <= abs(like.stated) / _THOUSAND else 1.0
    found = from_number(like.kind, Number(value.stated, value.stated, value.step or 1.0), like.unit)
    if value.bound or value.approximate:
        found = evolve(value, kind=like.kind, unit=like.unit)
    if scale != 1:
        low, high = (None if end is None else end * scale for end in (found.low, found.high))
        found = evolve(found, stated=value.stated * scale, step=found.step * scale, low=low, high=high)
    return evolve(item, mention=mention._replace(value=found), kinds=item.kinds)


def _magnitude(number_: float) -> float:
    scale = _THOUSAND
    while abs(number_) / scale >= _THOUSAND:
        scale *= _THOUSAND
    return scale
