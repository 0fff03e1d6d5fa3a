"""A mention among the items of a sentence -> the cues that may match around it, found by what they cannot do without.

A cue is looked up under the needed set of words that is the rarest, and let through where all that it needs stands
deep enough on its side of the value. It may let through too much, never too little: `Cue.match` decides.
"""

from collections.abc import Sequence
from typing import Any

from claimlint.claims.items import Item
from claimlint.claims.needs import DEPTHS, MARKED

_FAR = 28  # items to either side that are looked at
_STOPS = frozenset(";:—–")
_STOP = -1
_NAME, _TIME, _FIGURE = 1 << MARKED["name"], 1 << MARKED["date"], 1 << MARKED["figure"]

_Entry = tuple[int, int, list[tuple[int, int]]]  # number of the cue, depth of the word it is found by, needs: row, bits


class View:
    """The items of a sentence with the bits of each: of the sets of words it is in, of the slots it can fill."""

    __slots__ = ("bits", "items", "thin")

    def __init__(self, items: Sequence[Item], search: "Search") -> None:
        self.items = items
        self.bits = [search.bits(item) for item in items]
        self.thin = [item.is_thin for item in items]


class Search:
    """Finds cues. Cues are known by their places in the data."""

    def __init__(self, sets: Sequence[Sequence[str]], people: Sequence[int], needs: Sequence[Any]) -> None:
        self._sets_of: dict[str, list[int]] = {}
        for number, row in enumerate(sets):
            for word in row:
                self._sets_of.setdefault(word, []).append(number)
        self._people = sum(1 << number for number in people)
        self._words: dict[str, int] = {}
        self._needs = needs
        self._anchored: dict[int, list[int]] = {}
        self.always = [number for number, (anchor, _) in enumerate(needs) if anchor is None]
        for number, (anchor, _) in enumerate(needs):
            if anchor is not None:
                self._anchored.setdefault(anchor[2], []).append(number)

    def bits(self, item: Item) -> int:
        """The bits of an item; -1 for a mark that ends the clause."""
        mention = item.mention
        if mention is not None and mention.value.kind != "rank":
            return _FIGURE if mention.value.when is None else _TIME
        lower = item.lower
        found = self._words.get(lower)
        if found is None:
            found = self._words[lower] = _STOP if lower in _STOPS else sum(1 << number for number in self._sets_of.get(lower, ()))
        if item.name is not None and found >= 0:
            found |= _NAME | (self._people if item.name.part == "people" else 0)
        return found

    def around(self, view: View, at: int, index: "Index") -> set[int]:
        """The cues of an index that may match around the item at a place."""
        masks: list[int] = []
        hits = self._read(view, range(at - 1, max(-1, at - 1 - _FAR), -1), masks, index.before)
        behind = self._read(view, range(at + 1, min(len(view.items), at + 1 + _FAR)), masks, index.behind)
        found = set(index.always)
        for entries, depth in (*hits, *behind):
            for number, most, needs in entries:
                if depth <= most and number not in found:
                    for row, bits in needs:
                        if masks[row] & bits != bits:
                            break
                    else:
                        found.add(number)
        return found

    def _read(self, view: View, places: range, masks: list[int], entries: "_Entries") -> list[tuple[list[_Entry], int]]:
        """The entries of the words at some places, with their depths; adds the bits of all words down to each depth."""
        bits, thin, items = view.bits, view.thin, view.items
        hits = []
        mask = depth = 0
        first = len(masks)
        masks.append(0)
        for place in places:
            more = bits[place]
            if more < 0:
                break
            held = entries[items[place].lower]
            if held:
                hits.append((held, min(depth + 1, DEPTHS)))
            mask |= more
            if not thin[place]:
                depth += 1
                if depth < DEPTHS:
                    masks.append(mask)
        while len(masks) <= first + DEPTHS:
            masks.append(mask)
        return hits

    def entries(self, word: str, side: int, held: frozenset[int]) -> list[_Entry]:
        """The cues among those held that are found by a word on a side."""
        found = []
        for number in self._sets_of.get(word, ()):
            for cue in self._anchored.get(number, ()):
                anchor, needs = self._needs[cue]
                if anchor[0] == side and cue in held:
                    rows: dict[int, int] = {}
                    for where, depth, words in needs:
                        row = where * (DEPTHS + 1) + depth
                        rows[row] = rows.get(row, 0) | 1 << words
                    found.append((cue, anchor[1], list(rows.items())))
        return found


class _Entries(dict[str, list[_Entry]]):
    """Word -> the cues found by it; filled as words are met."""

    _MOST = 100_000

    def __init__(self, search: Search, side: int, held: frozenset[int]) -> None:
        super().__init__()
        self._search = search
        self._side = side
        self._held = held

    def __missing__(self, word: str) -> list[_Entry]:
        if len(self) > self._MOST:
            self.clear()
        found = self[word] = self._search.entries(word, self._side, self._held)
        return found


class Index:
    """The cues that one kind of value asks for."""

    def __init__(self, search: Search, held: frozenset[int]) -> None:
        self.before = _Entries(search, 0, held)
        self.behind = _Entries(search, 1, held)
        self.always = [number for number in search.always if number in held]
