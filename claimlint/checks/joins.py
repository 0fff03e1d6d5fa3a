"""A comparison of two operands, and what each may be -> the choices that may meet it, without trying every two.

It may give too many, never too few. What one side comes to is looked up among what the other does, in order of size.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from claimlint.checks.arithmetic import MISWRITTEN, SWAPPED, value
from claimlint.checks.conditions import operands
from claimlint.values.amounts import Amount, Unfit
from claimlint.values.miswriting import slips

Formula = list[Any]
Choices = Sequence[Mapping[str, Amount]]
Pairs = set[tuple[int, int]]
_SLACK = 1e-6  # more than the width within which numbers count as the same


def joined(formula: Formula, ones: Choices, others: Choices) -> Pairs | None:
    """Gives the numbers of the choices of a and of b that may meet a comparison of the two; None where any may."""
    if formula[0] == "or":
        found: Pairs = set()
        for part in formula[1]:
            pairs = joined(part, ones, others)
            if pairs is None:
                return None
            found |= pairs
        return found
    if formula[0] != "=":
        return None
    left, right, tolerance = formula[1:4]
    if left[0] == "call" and left[1] in _SLIPS and right == ["number", 1.0]:
        first, second = left[2]
        keys = _SLIPS[left[1]]
        return _sides(first, second, ones, others, lambda a, b: _of_same_key(a, b, keys))
    share = _share(tolerance)
    return None if share is None else _sides(left, right, ones, others, lambda a, b: _near(a, b, share))


def _share(tolerance: Formula | None) -> float | None:
    """The share of the larger that two numbers may differ by; None for another tolerance."""
    if tolerance is None:
        return 0.0
    return tolerance[1] / 100 if tolerance[0] == "share" and 0 <= tolerance[1] < 100 else None


def _sides(left: Formula, right: Formula, ones: Choices, others: Choices, match: Callable[..., Pairs]) -> Pairs | None:
    """Matches what the two sides come to, each of one operand; None where a side speaks of both or is no single number."""
    names = operands(left), operands(right)
    if names == ({"b"}, {"a"}):
        left, right = right, left
    elif names != ({"a"}, {"b"}):
        return None
    firsts, seconds = _numbers(left, ones), _numbers(right, others)
    return None if firsts is None or seconds is None else match(firsts, seconds)


def _numbers(side: Formula, choices: Choices) -> list[tuple[float, int]] | None:
    """What a side comes to for each choice for which it comes to anything; None where that is no single number."""
    found = []
    for place, known in enumerate(choices):
        try:
            span = value(side, known).span
        except Unfit:
            continue
        if span.low is None or span.low != span.high:
            return None
        found.append((span.low, place))
    return found


def _near(firsts: Sequence[tuple[float, int]], seconds: Sequence[tuple[float, int]], share: float) -> Pairs:
    """The numbers that differ by no more than a share of the larger, their signs aside."""
    order = sorted((abs(number), place) for number, place in seconds)
    sizes = [size for size, _ in order]
    found: Pairs = set()
    for number, place in firsts:
        size = abs(number)
        low, high = size * (1 - share) * (1 - _SLACK), size / (1 - share) * (1 + _SLACK)
        found.update((place, order[i][1]) for i in range(bisect_left(sizes, low), bisect_right(sizes, high)))
    return found


def _of_same_key(
    firsts: Sequence[tuple[float, int]], seconds: Sequence[tuple[float, int]], keys: Callable[[float], Iterable[str]]
) -> Pairs:
    """The numbers that share a key."""
    keys_of = {number: tuple(keys(number)) for number in {number for number, _ in (*firsts, *seconds)}}
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, place in seconds:
        for key in keys_of[number]:
            by_key[key].append(place)
    return {(place, other) for number, place in firsts for key in keys_of[number] for other in by_key.get(key, ())}


def _same_digits(number: float) -> tuple[str]:
    """The digits that a number is written with, in order."""
    return ("".join(sorted(f"{number:g}")),)


_SLIPS: dict[str, Callable[[float], Iterable[str]]] = {SWAPPED: _same_digits, MISWRITTEN: slips}
