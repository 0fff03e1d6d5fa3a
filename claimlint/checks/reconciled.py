"""The figures of a reckoning that fails -> whether they come out in another way: 73 less 66 is 7, so nothing is a sum of them."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimlint.values.amounts import CLOCK, MOMENT, Amount

_CLOSE = 0.003  # of the result: figures of one sentence that come so near were reckoned from each other
_FEW, _MANY = 3, 8


def reconciled(amounts: Sequence[Amount], *, some: bool = False) -> bool:
    """Gives whether one of three or more numbers is the sum or the product of the others.

    With `some` it may be so of three or more among them.
    """
    if any(amount.dimensions in (MOMENT, CLOCK) for amount in amounts):
        return False
    numbers = [span.low for span in (amount.span for amount in amounts) if span.low is not None and span.low == span.high]
    if not _FEW <= len(numbers) <= _MANY or len(numbers) != len(amounts) or not all(numbers):
        return False
    sizes = range(_FEW, len(numbers)) if some else ()
    rows = [numbers, *(list(row) for size in sizes for row in combinations(numbers, size))]
    return any(
        math.isclose(result, way, rel_tol=_CLOSE)
        for row in rows
        for at, result in enumerate(row)
        for way in _ways(row[:at] + row[at + 1 :])
    )


def summed(amounts: Sequence[Amount]) -> bool:
    """Gives whether the greatest of some numbers, the last of which is told besides, is the sum of all the others."""
    if len({amount.dimensions for amount in amounts}) > 1 or amounts[0].dimensions in (MOMENT, CLOCK):
        return False
    numbers = [amount.span.low for amount in amounts if amount.span.low is not None and amount.span.low == amount.span.high]
    if len(numbers) != len(amounts) or len(numbers) <= _FEW:
        return False
    return math.isclose(2 * max(numbers), sum(numbers), rel_tol=_CLOSE)


def _ways(others: Sequence[float]) -> Iterator[float]:
    """What some numbers come to."""
    yield sum(others)
    if len(others) == 2:
        a, b = others
        yield a * b
