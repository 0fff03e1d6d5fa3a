"""Items -> where their words and kinds stand: a number with a bit for each place, so that many places are asked about at once.

The lowest bit stands for the place before the first item, and there is one more behind the last: whoever walks along the
items may end there.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from claimlint.claims.items import Item
from claimlint.claims.needed import NAME, NOUN, WORDS

STOP = "stop"
_STOPS = frozenset(";:—–?")  # marks that no gap steps over
Source = frozenset[str] | str  # some words, or a kind


class Row(list[Item]):
    """Items with the places of what stands in them; `kept` is what else has been found out about them.

    The places of all items are `inside`; `everywhere` those before and behind them, too.
    """

    __slots__ = ("everywhere", "inside", "kept", "open", "places")

    def __init__(self, items: Iterable[Item]) -> None:
        super().__init__(items)
        self.everywhere, self.inside = (1 << len(self) + 2) - 1, (1 << len(self) + 1) - 2
        self.places, self.open = Places(self), Open(self)
        self.kept: dict[Hashable, Any] = {}


class Places(dict[Source, int]):
    """Some words, or a kind -> the places of the items that are one of them; found when they are first asked for."""

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self._items = items

    def __missing__(self, source: Source) -> int:
        if not isinstance(source, str):
            found = 0
            for word in self._single.keys() & source:
                found |= self._single[word]
        elif source in _OF:
            is_so = _OF[source]
            found = sum(2 << place for place, item in enumerate(self._items) if is_so(item))
        else:
            found = self._kinds.get(source, 0)
        self[source] = found
        return found

    @cached_property
    def _single(self) -> dict[str, int]:
        """The places of each word."""
        found: dict[str, int] = {}
        for place, item in enumerate(self._items):
            if item.mention is None:
                found[item.lower] = found.get(item.lower, 0) | 2 << place
        return found

    @cached_property
    def _kinds(self) -> dict[str, int]:
        """The places of each kind of value."""
        found: dict[str, int] = {}
        for place, item in enumerate(self._items):
            for kind in item.kinds:
                found[kind] = found.get(kind, 0) | 2 << place
        return found


class Open(dict[frozenset[str], int]):
    """Some kinds -> the places that a gap may step over: no value of one of them, no mark that parts what is said."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self._row = row

    def __missing__(self, closed: frozenset[str]) -> int:
        row = self._row
        found = row.inside & ~row.places[STOP]
        for kind in closed - _OF.keys():
            found &= ~row.places[kind]
        self[closed] = found
        return found


def bits(number: int) -> Iterator[int]:
    """Gives the places of the bits of a number."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _is_content(item: Item) -> bool:
    """Whether an item is a word that says what is spoken of."""
    return item.mention is None and not item.word.role and not item.word.thin and item.lower[:1].isalpha() and len(item.lower) > 1


_OF: dict[str, Callable[[Item], bool]] = {
    STOP: lambda item: item.mention is None and item.name is None and item.lower in _STOPS,
    NAME: lambda item: item.name is not None,
    NOUN: _is_content,
    WORDS: lambda item: item.mention is None and not item.is_mark,
}
