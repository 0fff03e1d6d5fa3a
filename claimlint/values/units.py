"""Units: names, dimensions and factors.

The factors come from pint when the knowledge is built (`measure`), and from that table ever after. pint sees
the unit names of our own files and never a word of an article.
"""

from typing import Any, NamedTuple


class Unit(NamedTuple):
    """A unit: its dimension, and how its numbers become numbers of the base unit (number * factor + offset)."""

    dimension: str
    factor: float
    offset: float
    base: str


class Units:
    """The units that are known, and those made of them ("USD / oil_barrel")."""

    def __init__(self, table: dict[str, list[Any]], families: dict[str, list[str]]) -> None:
        self._known = {name: Unit(*row) for name, row in table.items()}
        self._families = {name: frozenset(members) for name, members in families.items()}

    def __getitem__(self, name: str) -> Unit:
        """The unit of a name; a name of two parts with a slash is a rate. Raises KeyError for an unknown one."""
        try:
            return self._known[name]
        except KeyError:
            over, sep, under = name.rpartition(" / ")
            if not sep:
                raise
            a, b = self[over], self[under]
            unit = Unit(f"{a.dimension} / {b.dimension}", a.factor / b.factor, 0.0, f"{a.base} / {b.base}")
            self._known[name] = unit
            return unit

    def dimension(self, name: str) -> str:
        """What the unit measures: units of one dimension turn into each other."""
        return self[name].dimension if name else "count"

    def alike(self, a: str, b: str) -> bool:
        """Whether amounts in the two units can be compared.

        A currency by its bare name ("francs") compares with each currency of the name.
        """
        if a == b:
            return True
        one, other = self.dimension(a), self.dimension(b)
        if one == other:
            return True
        one, _, per = one.partition(" / ")
        other, _, per_other = other.partition(" / ")
        return per == per_other and (other in self._families.get(one, ()) or one in self._families.get(other, ()))


def measure(names: list[str], definitions: list[str]) -> dict[str, list[Any]]:
    """Asks pint for dimension, factor, offset and base unit of each name.

    `definitions` are units that pint does not know, in its own notation. Raises ValueError naming what pint does
    not know either.
    """
    import pint  # half a second: only when the knowledge is built

    registry = pint.UnitRegistry()
    for definition in definitions:
        registry.define(definition)
    table = {}
    for name in names:
        try:
            unit = registry.Unit(name)
            one, zero = (registry.Quantity(n, unit).to_base_units() for n in (1.0, 0.0))
        except Exception as error:
            raise ValueError(f"pint does not know the unit {name}: {error}") from error
        factor, offset = one.magnitude - zero.magnitude, zero.magnitude
        table[name] = [_dimension(str(unit.dimensionality), str(one.units)), _clean(factor), _clean(offset), str(one.units)]
    return table


def _clean(number: float) -> float:
    return float(f"{number:.12g}")


def _dimension(dimensionality: str, base: str) -> str:
    """A share has no dimension; pint gives angles and bits none either, but they are told apart here."""
    if dimensionality != "dimensionless":
        return dimensionality
    return "share" if base in ("dimensionless", "") else f"[{base}]"
