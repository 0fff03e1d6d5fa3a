"""The text of a formula -> its tree, as nested plain lists.

["=", left, right, tolerance] and the like, ["and", [...]], ["or", [...]], ["+", a, b] and the like, ["call", name, [...]],
["operand", name], ["number", n], ["share", n], ["measure", n, unit]; a tolerance is one of the last three or None.
"""

from collections.abc import Iterator
from typing import Any

from claimlint.checks.arithmetic import FUNCTIONS, UNITS
from claimlint.reading.grammar import Notation, Parsed, Unreadable

Formula = list[Any]


def compiled(text: str, notation: Notation) -> Formula:
    """Gives the tree of a formula. Raises ValueError saying what is wrong with the text."""
    try:
        found = _formula(notation.parse(text))
    except Unreadable as error:
        shown = error.rest[:20]
        raise ValueError(f"the formula breaks off at {shown!r}; it reads `change = after / before - 1 within 1%`") from None
    for kind, name in _used(found):
        known = FUNCTIONS if kind == "call" else UNITS
        if kind != "operand" and name not in known:
            import difflib  # only where something is wrong

            near = difflib.get_close_matches(name, list(known), 1)
            raise ValueError(f"no {'function' if kind == 'call' else 'unit'} {name}{f'; {near[0]} is meant?' if near else ''}")
    return found


def operands(formula: Formula) -> set[str]:
    """The names of the operands that a formula speaks of."""
    return {name for kind, name in _used(formula) if kind == "operand"}


def products(formula: Formula) -> Iterator[tuple[set[str], set[str]]]:
    """The operands of the two sides of each product in a formula."""
    if formula[0] == "*":
        yield operands(formula[1]), operands(formula[2])
    for part in formula:
        if isinstance(part, list) and part:
            yield from products(part)


def _formula(tree: Parsed) -> Formula:
    children = tree.children
    if tree.data in ("any_of", "all_of"):
        return ["or" if tree.data == "any_of" else "and", [_formula(child) for child in children]]
    if tree.data == "comparison":
        return [
            str(children[1]),
            _formula(children[0]),
            _formula(children[2]),
            _formula(children[3]) if len(children) > 3 else None,
        ]
    if tree.data == "call":
        return ["call", str(children[0]), [_formula(child) for child in children[1:]]]
    if tree.data == "operand":
        return ["operand", str(children[0])]
    if tree.data in ("number", "share"):
        return [tree.data, float(str(children[0]))]
    if tree.data == "measure":
        return ["measure", float(str(children[0])), str(children[1]).removesuffix("s")]
    return [{"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}[tree.data], *map(_formula, children)]


def _used(formula: Any) -> Iterator[tuple[str, str]]:
    """The operands, functions and units of a formula by kind and name."""
    if not isinstance(formula, list):
        return
    if formula and formula[0] in ("operand", "call"):
        yield formula[0], formula[1]
    if formula and formula[0] == "measure":
        yield "measure", formula[2]
    for part in formula:
        yield from _used(part)
