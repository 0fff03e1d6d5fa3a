"""The noun of the reading: a value, and where a text says it."""

from typing import NamedTuple

from claimlint.reading.changes import Change
from claimlint.values.times import Time
from claimlint.values.value import Value


class Mention(NamedTuple):
    """A value in a text: text[start:end] says it. `first` and `last` are its tokens, half open.

    `change` is which way the value goes and its role in that, where the words around tell of a change.
    """

    start: int
    end: int
    value: Value
    first: int = 0
    last: int = 0
    time: Time | None = None
    change: Change | None = None
