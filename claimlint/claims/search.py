"""The cues of many measures -> one automaton that tells which of them can match around a mention.

A cue is tried only where the automaton lets it through. It reads the items from the mention outwards, once to either
side, and keeps for each state the next one by the sort of item; states are made as texts ask for them (lazy subset
construction, Aho, Sethi and Ullman 1986, section 3.7). It may let through too much, never too little: gaps go on to
the end of the clause, words of grammar are skipped without end, and what a cue refuses is not looked at.
"""

from collections.abc import Iterable, Sequence

from claimlint.claims.cues import Cue
from claimlint.claims.items import Item
from claimlint.claims.templates import STRETCH, Element

_MOST = 20_000  # states that are kept; a text that asks for more starts anew
_NOUN_SLOTS = ("who", "subject", "any")
_STOPS = frozenset(";:—–")

Sort = tuple[int, str]  # the number of the item's group of sets, and one letter for what it is to slots and gaps


class _State:
    """Where all cues stand after some items, and which of them are complete."""

    __slots__ = ("alone", "next", "nodes", "paired")

    def __init__(self, nodes: frozenset[int], alone: frozenset[int], paired: frozenset[int]) -> None:
        self.nodes = nodes
        self.alone = alone
        self.paired = paired
        self.next: dict[Sort, _State | None] = {}


class Search:
    """Finds the cues that can match. Cues are known by their places in `cues`."""

    def __init__(self, cues: Sequence[Cue], groups: "Groups") -> None:
        self._groups = groups
        self._kinds: list[tuple[str, int, int, int]] = []  # kind, set, how many more words, node behind
        self._number: dict[tuple[str, int, int, int], int] = {}
        self._splits: dict[int, tuple[int, ...]] = {}
        self._states: dict[frozenset[int], _State] = {}
        before, behind, always = [], [], []
        for number, cue in enumerate(cues):
            both = bool(cue.before) and bool(cue.behind)
            end = self._node("paired" if both else "alone", number, 0, -1)
            if not cue.before and not cue.behind:
                always.append(number)
            if cue.before:
                before.append(self._chain(cue.before, end))
            if cue.behind:
                behind.append(self._chain(cue.behind, end))
        self._always = frozenset(always)
        self._starts = (self._state(before), self._state(behind))

    def around(self, sorts: Sequence[Sort], at: int) -> frozenset[int]:
        """The cues that can match around the item at a place; `sorts` are the sorts of all items."""
        alone_before, paired_before = self._walk(self._starts[0], sorts, at - 1, -1)
        alone_behind, paired_behind = self._walk(self._starts[1], sorts, at + 1, 1)
        return self._always | alone_before | alone_behind | (paired_before & paired_behind)

    def _walk(self, state: _State, sorts: Sequence[Sort], at: int, step: int) -> tuple[frozenset[int], frozenset[int]]:
        alone, paired = state.alone, state.paired
        last = len(sorts)
        while 0 <= at < last:
            sort = sorts[at]
            try:
                following = state.next[sort]
            except KeyError:
                following = self._follow(state, sort)
            if following is None:
                break
            state = following
            if state.alone:
                alone |= state.alone
            if state.paired:
                paired |= state.paired
            at += step
        return alone, paired

    def _follow(self, state: _State, sort: Sort) -> _State | None:
        """The state behind an item of some sort; None where no cue goes on."""
        sets, letter = self._groups.sets[sort[0]], sort[1]
        found: list[int] = []
        for node in state.nodes:
            kind, words, left, behind = self._kinds[node]
            if kind == "gap":
                if letter != "s":
                    found.append(node if left >= STRETCH else self._node("gap", -1, left - 1, behind) if left else behind)
            elif kind == "word":
                if words in sets:
                    found.append(behind)
                if letter in "ta":
                    found.append(node)
            elif kind == "noun":
                if words in sets or (letter == "n" and words >= 0) or (words < 0 and letter == "p"):
                    found.append(behind)
                if letter in "ta":
                    found.append(node)
                elif left and letter in "wpnNo":
                    found.append(self._node("noun", words, left - 1, behind))
            else:
                if letter in kind:
                    found.append(behind)
                if letter in "ta":
                    found.append(node)
        state.next[sort] = following = self._state(found) if found else None
        return following

    def _state(self, nodes: Iterable[int]) -> _State:
        """The state of some nodes and of all that follow from them without an item."""
        live: set[int] = set()
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node in live:
                continue
            live.add(node)
            if self._kinds[node][0] == "split":
                waiting += self._splits[node]
            elif self._kinds[node][0] == "gap":
                waiting.append(self._kinds[node][3])
        kinds = self._kinds
        alone = frozenset(kinds[n][1] for n in live if kinds[n][0] == "alone")
        paired = frozenset(kinds[n][1] for n in live if kinds[n][0] == "paired")
        key = frozenset(n for n in live if kinds[n][0] not in ("split", "alone", "paired")) | frozenset(~n for n in alone | paired)
        state = self._states.get(key)
        if state is None:
            if len(self._states) > _MOST:
                self._forget()
            state = self._states[key] = _State(frozenset(n for n in key if n >= 0), alone, paired)
        return state

    def _forget(self) -> None:
        self._states.clear()
        for start in self._starts:
            start.next.clear()

    def _chain(self, elements: Sequence[Element], node: int) -> int:
        """The first node of the elements, from which they lead to a node."""
        for element in reversed(elements):
            kind, arg = element[0], element[1]
            if kind == "word":
                node = self._node("word", arg, 0, node)
            elif kind == "gap":
                node = self._node("gap", -1, arg, node)
            elif kind == "slot" and arg in _NOUN_SLOTS:
                node = self._node("noun", element[2], 3, node)
            elif kind == "slot":
                node = self._node({"date": "T", "figure": "M"}.get(arg, "nN"), -1, 0, node)
            elif kind == "optional":
                node = self._split((self._chain(arg, node), node))
            elif kind == "any":
                node = self._split(tuple(self._chain(option, node) for option in arg))
        return node

    def _node(self, kind: str, words: int, left: int, behind: int) -> int:
        key = (kind, words, left, behind)
        number = self._number.get(key)
        if number is None:
            number = self._number[key] = len(self._kinds)
            self._kinds.append(key)
        return number

    def _split(self, ways: tuple[int, ...]) -> int:
        node = len(self._kinds)
        self._kinds.append(("split", -1, 0, -1))
        self._splits[node] = ways
        return node


class Groups:
    """The sort of each item: which sets of words it is in, and what it is to slots and gaps."""

    def __init__(self, rows: Sequence[Iterable[str]]) -> None:
        held: dict[str, list[int]] = {}
        for number, row in enumerate(rows):
            for word in row:
                held.setdefault(word, []).append(number)
        self.sets: list[frozenset[int]] = [frozenset()]
        numbers: dict[tuple[int, ...], int] = {}
        self._group: dict[str, int] = {}
        for word, sets in held.items():
            key = tuple(sets)
            if key not in numbers:
                numbers[key] = len(self.sets)
                self.sets.append(frozenset(key))
            self._group[word] = numbers[key]
        self._sorts: dict[str, Sort] = {}

    def sort(self, item: Item) -> Sort:
        """The sort of an item. Letters: T a time, M another value, n a people's name, N a name, s a mark that ends a

        clause, m another mark, t a word of grammar, a an auxiliary verb, o "of", r other small words, p a plural, w a word.
        """
        if item.mention is not None and item.mention.value.kind != "rank":
            return (0, "M" if item.mention.value.when is None else "T")
        if item.name is not None:
            return (self._group.get(item.lower, 0), "n" if item.name.part == "people" else "N")
        sort = self._sorts.get(item.lower)
        if sort is None:
            sort = self._sorts[item.lower] = (self._group.get(item.lower, 0), _letter(item))
        return sort


def _letter(item: Item) -> str:
    if item.lower == "-":
        return "t"
    if item.is_mark:
        return "s" if item.lower in _STOPS else "m"
    role = item.word.role
    if role == "auxiliary":
        return "a"
    if role in ("adverb", "determiner"):
        return "t"
    if item.lower == "of":
        return "o"
    if role in ("preposition", "conjunction", "pronoun"):
        return "r"
    return "p" if item.is_plural else "w"
