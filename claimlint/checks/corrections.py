"""A relation that fails -> what would make it hold: each operand in turn, never one of them chosen."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from attrs import evolve

from claimlint.checks.arithmetic import EXACT, STATED, value
from claimlint.checks.bindings import Binding
from claimlint.checks.steps import middle, said
from claimlint.claims.items import Item
from claimlint.values.amounts import DAY, MOMENT, Amount, Unfit
from claimlint.values.sets import point
from claimlint.values.units import Units

Known = Mapping[str, Amount | tuple[Amount, ...]]
_UNSOLVED = frozenset({"weekday", "dayname", "daypart", "bc", "list", "names", "row", "name"})  # kinds that no sum comes to
_TRIES = 30
_ENOUGH = 1e-9


def right(formula: list[Any], known: Known, slots: Mapping[str, tuple[Item, ...]], kinds: Mapping[str, str], units: Units) -> str:
    """What the other side of a comparison comes to, in the unit of the operand that stands alone on one side."""
    comparison = _first(formula)
    for alone, other in ((comparison[1], comparison[2]), (comparison[2], comparison[1])):
        name = _name(alone)
        if name:
            try:
                items = slots.get(name)
                return said(value(other, _points(known)), items[0] if items else None, kinds.get(name, ""), units)
            except (Unfit, KeyError):
                break
    return ""


def either(formula: list[Any], known: Known, binding: Binding, kinds: Mapping[str, str], units: Units) -> Iterator[str]:
    """What each operand would have to be if the others stand."""
    comparison = _first(formula)
    if comparison[0] != "=":
        return
    points = _points(known)
    found = []
    for name, items in sorted(binding.slots.items()):
        if len(items) != 1 or items[0].mention is None or kinds.get(name) in _UNSOLVED:
            continue
        solved = _solved(comparison, points, name)
        if solved is not None:
            with suppress(Unfit):
                found.append(f"{name} {said(solved, items[0], kinds.get(name, ''), units)}")
    if found:
        yield f"it would hold with {' or '.join(found)}"


def _first(formula: list[Any]) -> list[Any]:
    return _first(formula[1][0]) if formula[0] in ("and", "or") else formula


def _name(formula: list[Any]) -> str:
    """The operand that a side of a comparison is."""
    if formula[0] == "operand":
        return str(formula[1])
    if formula[0] == "call" and formula[1] in ("exact", "stated", "plain", "figure") and formula[2][0][0] == "operand":
        return str(formula[2][0][1])
    return ""


def _points(known: Known) -> dict[str, Amount | tuple[Amount, ...]]:
    """Every operand as one number."""
    return {
        name: tuple(map(_point, given)) if isinstance(given, tuple) else _point(given)
        for name, given in ((name, known.get(STATED + _bare(name), known[name])) for name in known)
    }  # fmt: skip


def _bare(name: str) -> str:
    return name.removeprefix(EXACT).removeprefix(STATED)


def _point(amount: Amount) -> Amount:
    low, high = (None, None) if amount.months is None else (amount.months.low, amount.months.high)
    months = None if low is None or high is None else point((low + high) / 2)
    return evolve(amount, span=point(middle(amount)), months=months)


def _solved(comparison: list[Any], points: dict[str, Any], name: str) -> Amount | None:
    """The value of an operand at which both sides are equal, by the secant method; None where there is none near."""
    given = points[name]

    def apart(at: float) -> float:
        changed = evolve(given, span=point(at), months=None)
        here = {**points, name: changed, EXACT + name: changed, STATED + name: changed}
        return middle(value(comparison[1], here)) - middle(value(comparison[2], here))

    try:
        a = middle(given)
        b = a + (DAY if given.dimensions == MOMENT else abs(a) * 0.01 + 1e-6)
        at_a, at_b = apart(a), apart(b)
        scale = max(abs(at_a), 1e-12)
        for _ in range(_TRIES):
            if at_b == at_a:
                return None
            a, b = b, b - at_b * (b - a) / (at_b - at_a)
            at_a, at_b = at_b, apart(b)
            if abs(at_b) <= _ENOUGH * scale:
                return evolve(given, span=point(b)) if b > 0 else None
    except (Unfit, ZeroDivisionError, OverflowError, KeyError):
        pass
    return None
