"""The conditions of a rule -> each with the operands that it takes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimlint.checks.arithmetic import Operands, holds
from claimlint.checks.relation import Relation
from claimlint.nouns import frozen
from claimlint.values.amounts import Amount, Unfit

Formula = list[Any]


@frozen(eq=False)
class Condition:
    """A comparison with the names of the operands on which it depends."""

    formula: Formula
    names: tuple[str, ...]

    def is_met(self, known: Operands) -> bool:
        """Whether it can be true; not where nothing follows from it."""
        try:
            return holds(self.formula, known)
        except (Unfit, KeyError):
            return False


def together(relation: Relation) -> tuple[Condition, ...]:
    """Gives the conditions of a relation. What one operand that is told in the same unit as others comes to, depends on them."""
    names = [operands(formula) for formula in relation.where]
    return tuple(
        Condition(formula, tuple(sorted(each if relation.same_unit.isdisjoint(each) else each | relation.same_unit)))
        for formula, each in zip(relation.where, names, strict=True)
    )


@frozen
class Conditions:
    """Comparisons joined by "and", by the operand that they speak of alone; "" for those of both."""

    of: Mapping[str, tuple[Formula, ...]]

    def allow(self, name: str, known: Mapping[str, Amount]) -> bool:
        """Whether all comparisons of an operand alone, or with "" of both, can be true; not where nothing follows from one."""
        try:
            return all(holds(formula, known) for formula in self.of.get(name, ()))
        except Unfit:
            return False


def conditions(formulas: Sequence[Formula]) -> Conditions:
    """Gives the conditions of some formulas, all of which must hold."""
    found: dict[str, list[Formula]] = {}
    for formula in (part for whole in formulas for part in _joined(whole)):
        names = operands(formula)
        found.setdefault(names.pop() if len(names) == 1 else "", []).append(formula)
    return Conditions({name: tuple(parts) for name, parts in found.items()})


def operands(formula: Formula) -> set[str]:
    """The names of the operands that a formula speaks of."""
    if formula[:1] == ["operand"]:
        return {formula[1]}
    return {name for part in formula if isinstance(part, list) for name in operands(part)}


def _joined(formula: Formula) -> Iterator[Formula]:
    if formula[0] == "and":
        for part in formula[1]:
            yield from _joined(part)
    else:
        yield formula
