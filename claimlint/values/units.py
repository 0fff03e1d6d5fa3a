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
        """The unit of a name; one of two with a slash is a rate: "each / 1000 person". Raises KeyError."""
        try:
            return self._known[name]
        except KeyError:
            over, slash, under = name.rpartition(" / ")
            many, _, one = name.partition(" ")
            if slash:
                a, b = self[over], self[under]
                unit = Unit(f"{a.dimension} / {b.dimension}", a.factor / b.factor, 0.0, f"{a.base} / {b.base}")
            elif many.isdecimal() and one:
                unit = self[one]._replace(factor=self[one].factor * int(many))
            else:
                raise
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


class UnitError(ValueError):
    """A unit, or the definition of one, that pint does not know: `name` is how it is written."""

    def __init__(self, name: str, said: str) -> None:
        self.name = name
        super().__init__(said)


def measure(names: list[str], definitions: list[str]) -> dict[str, list[Any]]:
    """Asks pint for dimension, factor, offset and base unit of each name.

    `definitions` are units that pint does not know, in its own notation; one that is a dimension of its own
    ("fold = [multiples]") is taken as it stands, and a rate of two known units ("barrel / day") is left to Units.
    Raises UnitError for what pint does not know either.
    """
    if not names:
        return {}
    import pint  # half a second: only when the knowledge is built

    registry: Any = pint.UnitRegistry()
    own = {}
    for definition in definitions:
        try:
            registry.define(definition)
        except Exception as error:
            raise UnitError(definition, f"pint does not understand the definition {definition}") from error
        name, _, meaning = (part.strip() for part in definition.partition("="))
        own[name] = meaning
    table = {}
    for name in names:
        meaning = own.get(name, name)
        if meaning.startswith("["):
            table[name] = [meaning, 1.0, 0.0, name]
        elif " / " not in name or "**" in name:
            table[name] = _measured(registry, name, meaning)
    return table


def _measured(registry: Any, name: str, meaning: str) -> list[Any]:
    try:
        if meaning != name:  # pint may have another unit of the name, as its decade
            one, zero, unit = registry.parse_expression(meaning).to_base_units(), None, name
        else:
            unit = str(registry.Unit(name))
            one, zero = (registry.Quantity(n, unit).to_base_units() for n in (1.0, 0.0))
    except Exception as error:
        raise UnitError(name, f"pint does not know the unit {name}; define it in definitions.yaml") from error
    offset = 0.0 if zero is None else zero.magnitude
    dimension = _dimension(dict(one.units.dimensionality), str(one.units))
    if unit.startswith("delta_"):
        dimension = f"{dimension[:-1]}_difference]"
    return [dimension, _clean(one.magnitude - offset), _clean(offset), str(one.units)]


def _clean(number: float) -> float:
    return float(f"{number:.12g}")


def _dimension(powers: dict[str, float], base: str) -> str:
    """The dimension in one spelling. A share has none; pint gives angles and bits none either, but they are told apart here."""
    over = [_power(name, power) for name, power in sorted(powers.items()) if power > 0]
    under = [_power(name, -power) for name, power in sorted(powers.items()) if power < 0]
    if over or under:
        return " / ".join([" * ".join(over) or "1", *under])
    return "share" if base == "dimensionless" else f"[{base}]"


def _power(name: str, power: float) -> str:
    return name if power == 1 else f"{name} ** {power:g}"
