"""The figures of a reckoning that fails -> whether they come out in another way: 73 less 66 is 7, so nothing is a sum of them."""

import math
from collections.abc import Iterator, Sequence

from claimlint.values.amounts import CLOCK, MOMENT, Amount

_CLOSE = 0.003  # of the result: figures of one sentence that come so near were reckoned from each other
_FEW, _MANY = 3, 8


def reconciled(amounts: Sequence[Amount]) -> bool:
    """Gives whether one of three or more numbers is the sum or the product of the others."""
    if any(amount.dimensions in (MOMENT, CLOCK) for amount in amounts):
        return False
    numbers = [span.low for span in (amount.span for amount in amounts) if span.low is not None and span.low == span.high]
    if not _FEW <= len(numbers) <= _MANY or len(numbers) != len(amounts) or not all(numbers):
        return False
    return any(
        math.isclose(result, way, rel_tol=_CLOSE)
        for at, result in enumerate(numbers)
        for way in _ways(numbers[:at] + numbers[at + 1 :])
    )


def _ways(others: Sequence[float]) -> Iterator[float]:
    """What some numbers come to."""
    yield sum(others)
    if len(others) == 2:
        a, b = others
        yield a * b
