"""Text -> mentions: where a value stands, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import compress
from operator import itemgetter
from typing import Any, NamedTuple

from attrs import evolve

from claimlint.reading.automaton import Tree, restore
from claimlint.reading.changes import Changes
from claimlint.reading.lending import Lending
from claimlint.reading.lexicon import Lexicon, Senses, Spelling, named
from claimlint.reading.lists import shared
from claimlint.reading.meaning.hedges import Hedges
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.mention import Mention
from claimlint.reading.neighbours import Neighbours
from claimlint.reading.placing import Placing
from claimlint.reading.tokens import end as ending
from claimlint.reading.tokens import fold, tokenize
from claimlint.reading.walker import Leaf, Reading, State, Walker
from claimlint.values.times import Anchor, Told, remember, resolve
from claimlint.values.units import Units
from claimlint.values.value import Value

__all__ = ["Mention", "Reader"]

_NOTHING = Senses()
_SHORT = 2  # tokens of a reading in which the blanks cannot matter
_REMEMBERED = 4000  # values kept for one way of saying them


class Reader:
    """Reads the mentions of texts. Built once from the knowledge, used for any number of texts."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.units = Units(data["lexicon"]["units"], data["lexicon"]["families"])
        self.lexicon = Lexicon(data["lexicon"])
        self._walker = Walker(restore(data["tables"]), self.lexicon)
        self._begins = _Begins(self._walker)
        self._meaning = Hedges(self.units)
        self._placing = Placing(data["placing"])
        self._lending = Lending(data["placing"])
        self._neighbours = Neighbours(data["context"], self.lexicon)
        self._changes = Changes(data["context"], self.lexicon)
        self._apart, self._ends = frozenset(data["context"]["aging"]), frozenset(data["context"]["change_ends"])

    def read(self, text: str, begin: int = 0, end: int | None = None) -> list[Mention]:
        """Gives the mentions of text[begin:end], in order, none overlapping."""
        tokens, offsets = tokenize(fold(text[begin:end]))
        return self.read_tokens(tokens, offsets, begin)

    def read_tokens(self, tokens: list[str], offsets: list[int], begin: int = 0) -> list[Mention]:
        """Gives the mentions of a stretch that is cut into tokens already."""
        if self._walker.is_full:
            self._walker.begin()
            self._begins.clear()
        found = []
        after = 0
        begins, lexicon = self._begins, self.lexicon
        last = len(tokens) - 1
        for place in compress(range(len(tokens)), map(begins.__getitem__, tokens)):
            begun = begins[tokens[place]]
            if begun is None or place < after:
                continue
            state, names = begun
            if state is None or not state.readings:  # what follows decides: most often it is nothing to read
                senses = lexicon[tokens[place + 1]] if place < last else _NOTHING
                if not names and (
                    state is None or state.edges.get(senses.inner if state.is_inside else senses.kind, state) is None
                ):
                    continue
            name = named(names, tokens, place) if names else 0
            reading = self._longest(tokens, place, name)
            if reading is not None:
                after, value = reading
                start = begin + offsets[place] + (tokens[place][0] in " \u00a0")
                found.append(Mention(start, begin + ending(tokens, offsets, after), value, place, after))
            elif name:
                after = name
        if len(found) > 1:
            found = shared(found, tokens, lexicon, self._apart, self._ends)
        for i, mention in enumerate(found):
            value = mention.value
            timed = value.when is not None or value.kind == "duration"
            placed = self._placed(tokens, offsets, begin, found, i) if timed else mention
            change = self._changes.find(tokens, placed.first, placed.last, value)
            found[i] = placed if change is None else evolve(placed, change=change)
        return found

    def readings(self, tokens: list[str], place: int) -> Iterator[tuple[int, Reading]]:
        """Gives every way to read tokens from a place, the longest first, each with the place behind it."""
        for end, state in reversed(self._walk(tokens, place)):
            for reading in state.readings:
                yield end, reading

    def _walk(self, tokens: list[str], place: int) -> list[tuple[int, State]]:
        """The states from a place that the grammar takes as a whole, each with the place behind it."""
        lexicon, follow = self.lexicon, self._walker.follow
        begun = self._begins[tokens[place]]
        state = None if begun is None else begun.state
        ends = []
        count = len(tokens)
        while state is not None:
            place += 1
            if state.readings:
                ends.append((place, state))
            if place == count:
                break
            token = tokens[place]
            senses = lexicon[token]
            kind = senses.inner if state.is_inside else senses.kind
            state = state.edges[kind] if kind in state.edges else follow(state, token)
        return ends

    def _longest(self, tokens: list[str], place: int, behind: int = 0) -> tuple[int, Value] | None:
        """The longest reading from a place that means something and stands free, and ends behind a place."""
        ends = self._walk(tokens, place)
        while ends and ends[-1][0] > behind:
            end, state = ends.pop()
            key = tuple(tokens[place:end])
            for reading in state.readings:
                try:
                    value = reading.memory[key]
                except KeyError:
                    value = self._mean(reading, key)
                    if len(reading.memory) < _REMEMBERED:
                        reading.memory[key] = value
                if value is None:
                    continue
                if value.when is not None and value.form:
                    if not self._placing.allow(value.form, tokens, place, end):
                        continue
                    value = evolve(value, form="")
                judged = self._neighbours.judge(tokens, place, end, value)
                if judged is not None:
                    return end, judged
        return None

    def _mean(self, reading: Reading, tokens: tuple[str, ...]) -> Value | None:
        """What a reading of tokens means; None for what nobody means so."""
        leaves = [self._said(tokens, leaf) for leaf in reading.leaves]
        if len(tokens) > _SHORT and _is_broken(tokens, [leaf.at for leaf in reading.leaves], leaves):
            return None
        if reading.means is None:
            reading.means = self._means(reading.tree)
        try:
            value = reading.means(leaves)
        except Refused:
            return None
        return value if isinstance(value, Value) else None

    def _said(self, tokens: tuple[str, ...], leaf: Leaf) -> Any:
        """The value of a leaf, in the word lists or in digits."""
        spelling: Spelling = self.lexicon[tokens[leaf.at]]
        for place in range(leaf.at + 1, leaf.end):
            spelling = spelling.further[tokens[place].lstrip(" \u00a0").lower()]
        return spelling.values[leaf.terminal][leaf.nth]

    def _means(self, tree: Tree) -> Callable[[list[Any]], Any]:
        """A tree -> the function that gives what it means, from what its leaves say."""
        if isinstance(tree, int):
            return itemgetter(tree)
        method, children = getattr(self._meaning, tree[0]), tree[1:]
        if len(children) == 1:
            only = self._means(children[0])
            return lambda leaves: method(only(leaves))
        if all(isinstance(child, int) for child in children):
            those = itemgetter(*children)
            return lambda leaves: method(*those(leaves))
        parts = [self._means(child) for child in children]
        return lambda leaves: method(*[part(leaves) for part in parts])

    def _placed(self, tokens: list[str], offsets: list[int], begin: int, found: list[Mention], at: int) -> Mention:
        """A time or a length of time with what the words around say of it."""
        mention = found[at]
        value = mention.value
        before, after = found[at - 1].last if at else 0, found[at + 1].first if at + 1 < len(found) else len(tokens)
        relation, anchor, first = self._placing.place(tokens, slice(mention.first, mention.last), slice(before, after), value)
        if first == mention.first and not relation and not anchor:
            return mention
        if relation == "during" and first > mention.first:
            reading = self._longest(tokens, first)
            if reading is not None and reading[0] == mention.last:
                value = reading[1]
        start = begin + offsets[first] + (tokens[first][0] in " \u00a0")
        return evolve(mention, value=evolve(value, relation=value.relation or relation, anchor=anchor), first=first, start=start)

    def dated(
        self, mentions: list[Mention], tokens: list[str], day: int | None, context: Told | None = None
    ) -> tuple[list[Mention], Told | None]:
        """The mentions of a paragraph with their times resolved as told on a day (an ordinal; None where it is not known).

        `context` is what was told before them; given back is what has been told with them.
        """
        found = []
        for at, mention in enumerate(mentions):
            when = mention.value.when
            if when is None:
                found.append(mention)
                continue
            first, last = mention.first, mention.last
            lent, place = self._lending.lend(mentions, tokens, at)
            tense = partial(self._placing.future, tokens, place.first, place.last)
            anchor: Anchor = _Asked(day, context, tense, self._lending.over(tokens, place))  # type: ignore[arg-type]
            if when[0] == "day" and when[1] is None and self._placing.of_event(tokens, first, last):
                anchor = Anchor(None)
            time = resolve(lent, anchor)
            if when[0] not in ("year", "month", "day") or not self._lending.base(tokens, mention):
                context = remember(context, when, time, day)
            found.append(Mention(mention.start, mention.end, mention.value, first, last, time))
        return found, context

    def ahead(self, tokens: list[str], mention: Mention) -> bool:
        """Whether the words around put a time into the future."""
        return self._placing.future(tokens, mention.first, mention.last) is True


class _Asked(Anchor):
    """An anchor that looks at the words around a time only when it is asked for the tense."""

    __slots__ = ()

    @property
    def future(self) -> bool | None:
        """Whether the tense is the future's; None where the words do not say."""
        asked: bool | Callable[[], bool | None] | None = self[2]
        return asked() if callable(asked) else asked


class _Begin(NamedTuple):
    """What begins at a token: the readings that a state leads to, or a name that holds a number."""

    state: State | None
    names: dict[str, list[list[str]]] | None


class _Begins(dict[str, _Begin | None]):
    """Token -> what can begin there; None where nothing can."""

    def __init__(self, walker: Walker) -> None:
        super().__init__()
        self._walker = walker

    def __missing__(self, token: str) -> _Begin | None:
        state, names = self._walker.follow(self._walker.root, token), self._walker.lexicon.names(token)
        self[token] = begin = _Begin(state, names) if state is not None or names else None
        return begin


def _is_broken(tokens: tuple[str, ...], places: list[int], leaves: list[Any]) -> bool:
    """Whether the blanks are not where the reading needs them.

    Digits may not stand right behind letters, as in 9M729, unless those are a currency; a point between two numbers
    is one decimal sign only where the text parts all its marks by blanks.
    """
    before = ""
    for at, value in zip(places, leaves, strict=True):
        token = tokens[at]
        if at > 1 and token[0].isdigit() and tokens[at - 1][-1].isalpha() and before != "times":
            return True
        before = value
        if value.__class__ is str and value.startswith("spaced ") and not token[0] == tokens[at + 1][0] == " ":
            return True
    return False
