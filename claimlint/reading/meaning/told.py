"""Times as they are read: with a guard where their words mean something else too."""

from typing import Any

from claimlint.nouns import frozen
from claimlint.values.value import When

_KEPT = frozenset({"month", "capital"})  # guards that a word needs inside a phrase too


@frozen
class Weak:
    """A time whose words mean something else too: it needs the neighbours that a guard in placing.yaml names."""

    when: When
    guard: str


Told = When | Weak


def bare(value: Any) -> When:
    """A time without its guard; a number is a weekday."""
    if isinstance(value, Weak):
        return value.when
    if isinstance(value, int):
        return ("weekday", abs(value), None)
    when: When = value[:3] if value[0] == "month" else value
    return when


def again(when: When, told: Any) -> Told:
    """A phrase around a time: what its words need, a phrase releases them from, but for a capital letter."""
    if isinstance(told, Weak) and told.guard in _KEPT:
        return Weak(when, "capital")
    if isinstance(told, tuple) and told[0] == "month" and len(told) > 3 and not told[3]:
        return Weak(when, "capital")
    return when
