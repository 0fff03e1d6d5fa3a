"""Two numbers -> whether the one is the other miswritten: one digit is another, or two neighbours are swapped."""

from collections.abc import Iterator
from itertools import pairwise

_LEAST = 2  # digits before the noughts at the end: any round number is but one digit from the next


def miswritten(one: float, other: float) -> bool:
    """Whether a slip of one digit, or of two neighbours, makes the one number the other."""
    a, b = _written(one), _written(other)
    if a == b or len(a) != len(b) or one * other <= 0 or min(_matter(a), _matter(b)) < _LEAST:
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if any(not (a[i] + b[i]).isdigit() for i in apart):
        return False
    return len(apart) == 1 or (len(apart) == 2 and _swap(a, *apart) == b and not set(a[apart[0] + 1 : apart[1]]) - {"."})


def slips(number: float) -> Iterator[str]:
    """Gives keys of which two numbers share one where they may be each other miswritten."""
    text = _written(number)
    for i in range(len(text)):
        yield f"{text[:i]}*{text[i + 1 :]}"
    for i, j in pairwise(i for i, mark in enumerate(text) if mark.isdigit()):
        yield f"{text[:i]}{''.join(sorted(text[i] + text[j]))}{text[i + 1 : j]}~{text[j + 1 :]}"


def _written(number: float) -> str:
    return f"{abs(number):.6f}".rstrip("0").rstrip(".")


def _matter(text: str) -> int:
    return len(text.replace(".", "").strip("0"))


def _swap(text: str, i: int, j: int) -> str:
    return text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]
