"""Bindings of which a relation holds -> the figures among which one comes out as written from the others."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimlint.checks.arithmetic import STATED, Operands, holds
from claimlint.checks.bindings import Binding
from claimlint.checks.known import Given, Reckoner, known
from claimlint.checks.relation import Relation
from claimlint.values.amounts import MOMENT, Amount, Unfit

FEW = 3  # figures of which one follows from the others
_POINT = 0.0101  # percentages are told in whole points


def agreed(bindings: Iterable[Binding], relation: Relation, reckoner: Reckoner) -> Iterator[frozenset[int]]:
    """Gives where the figures of each binding stand that come out without any tolerance."""
    formula = _strict(relation.expect)
    if formula is None:
        return
    for binding in bindings:
        starts = binding.starts()
        found = known(binding, relation, reckoner) if len(starts) >= FEW else None
        try:
            if found is not None and holds(formula, _Written(found)):
                yield starts
        except (Unfit, KeyError):
            continue


def _strict(formula: list[Any]) -> list[Any] | None:
    """What a formula says some figures come to, to the digit; None where it only sets bounds."""
    kind = formula[0]
    if kind in ("and", "or"):
        parts = [part for part in map(_strict, formula[1]) if part is not None]
        return [kind, parts] if parts else None
    return [*formula[:3], None] if kind == "=" else None


class _Written(Mapping[str, Given]):
    """Operands as they are written, but percentages with their rounding."""

    def __init__(self, known: Operands) -> None:
        self._known = known

    def __getitem__(self, key: str) -> Given:
        """Raises Unfit where it is no single number."""
        given = self._known[key]
        span = given.span if isinstance(given, Amount) else None
        if span is not None and span.low is not None and span.high is not None and isinstance(given, Amount):
            is_percentage = given.sort == "percent" and span.high - span.low <= _POINT
            if given.dimensions == MOMENT or is_percentage:
                return given
        given = given if " " in key else self._known[STATED + key]
        for each in given if isinstance(given, tuple) else (given,):
            if each.span.low is None or each.span.low != each.span.high:
                raise Unfit
        return given

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
