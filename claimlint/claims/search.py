"""A mention among the items of a sentence -> the cues that may match around it, found by what they cannot do without.

A cue is looked up under the needed set of words that is the rarest, and let through where all that it needs stands
deep enough on its side of the value. It may let through too much, never too little: `Cue.match` decides.
"""

from collections.abc import Sequence
from typing import Any

from claimlint.claims.elements import DEPTHS, MARKED, PEOPLE
from claimlint.claims.items import Item
from claimlint.knowledge.tables import Kept

_FAR = 24  # items to either side that are looked at
_STOPS = frozenset(";—–")
_STOP = -1
_MOST = 100_000  # words that are remembered
_NAME, _TIME, _FIGURE, _PEOPLE = (1 << MARKED[slot] for slot in ("name", "date", "figure", "people"))
_UNASKED: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

_Step = tuple[str, int, bool]  # a word, its bits, whether it only carries grammar
_Entry = tuple[int, int, list[tuple[int, int]]]  # number of the cue, depth of the word it is found by, needs: row, bits


class View:
    """The items of a sentence as the search reads them: each as a step, and where each mention stands."""

    __slots__ = ("items", "places", "steps", "words")

    def __init__(self, items: Sequence[Item], search: "Search") -> None:
        self.items = items
        self.places: dict[int, int] = {}
        self.steps: list[_Step] = []
        known = search.known
        for place, item in enumerate(items):
            if item.mention is not None:
                self.places[id(item.mention)] = place
                self.steps.append(search.step(item))
            else:
                self.steps.append((known(item.lower) if item.name is None else None) or search.step(item))
        self.words = [step[0] for step in self.steps]


class Search:
    """Finds cues. Cues are known by their places in the data."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.always: list[int] = data["always"]
        self._words = Kept(data["words"], tuple)
        self._found, self._needs = Kept(data["found"], tuple), Kept(data["needs"], _need)
        self._people = self._mask(PEOPLE)
        self._steps: dict[str, _Step] = {}
        self.known = self._steps.get

    def step(self, item: Item) -> _Step:
        """The step of an item."""
        mention = item.mention
        if mention is not None and mention.value.kind != "rank":
            return (item.lower, _FIGURE if mention.value.when is None else _TIME, False)
        lower = item.lower
        step = self._steps.get(lower)
        if step is None:
            if len(self._steps) > _MOST:
                self._steps.clear()
            step = self._steps[lower] = (lower, _STOP if lower in _STOPS else self._mask(lower), item.word.thin)
        if item.name is None or step[1] < 0:
            return step
        return (lower, step[1] | _NAME | (_PEOPLE | self._people if item.is_people else 0), False)

    def _mask(self, word: str) -> int:
        return _mask(self._words.get(word, _UNASKED)[0])

    def around(self, view: View, at: int, index: "Index") -> set[int]:
        """The cues of an index that may match around the item at a place."""
        masks: list[int] = []
        steps = view.steps
        hits = self._read(steps[max(0, at - _FAR) : at][::-1], masks, index.before)
        behind = self._read(steps[at + 1 : at + 1 + _FAR], masks, index.behind)
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

    def _read(self, steps: Sequence[_Step], masks: list[int], entries: "_Entries") -> list[tuple[list[_Entry], int]]:
        """The entries of some words, with their depths; adds the bits of all words down to each depth."""
        hits = []
        mask = depth = 0
        first = len(masks)
        masks.append(0)
        for word, bits, thin in steps:
            if bits < 0:
                break
            held = entries[word]
            if bits & _PEOPLE:
                held = [*held, *entries[PEOPLE]]
            if held:
                hits.append((held, depth + 1 if depth < DEPTHS else DEPTHS))
            mask |= bits
            if not thin:
                depth += 1
                if depth < DEPTHS:
                    masks.append(mask)
        masks += [mask] * (first + DEPTHS + 1 - len(masks))
        return hits

    def entries(self, word: str, side: int, held: frozenset[int]) -> list[_Entry]:
        """The cues among those held that are found by a word on a side."""
        found = []
        for place in self._words.get(word, _UNASKED)[1]:
            for cue in held.intersection(self._found[place]):
                where, depth, needs = self._needs[cue]
                if where == side:
                    found.append((cue, depth, needs))
        return found


def _mask(bits: Sequence[int]) -> int:
    return sum(1 << bit for bit in bits)


def _need(row: Sequence[Any]) -> tuple[int, int, list[tuple[int, int]]]:
    """The side and the depth of the word that a cue is found by, and what it needs besides: row, bits."""
    (side, depth), needs = row
    return side, depth, [(place, _mask(bits)) for place, bits in needs]


class _Entries(dict[str, list[_Entry]]):
    """Word -> the cues found by it; filled as words are met."""

    def __init__(self, search: Search, side: int, held: frozenset[int]) -> None:
        super().__init__()
        self._search = search
        self._side = side
        self._held = held

    def __missing__(self, word: str) -> list[_Entry]:
        if len(self) > _MOST:
            self.clear()
        found = self[word] = self._search.entries(word, self._side, self._held)
        return found


class Index:
    """The cues that one kind of value asks for."""

    def __init__(self, search: Search, held: frozenset[int]) -> None:
        self.before = _Entries(search, 0, held)
        self.behind = _Entries(search, 1, held)
        self.always = [number for number in search.always if number in held]
