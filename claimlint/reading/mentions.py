"""Text -> mentions: where a value stands, and what it says."""

from collections.abc import Iterator
from itertools import compress
from typing import Any

from attrs import evolve

from claimlint.reading.automaton import Tree, restore
from claimlint.reading.lexicon import Lexicon
from claimlint.reading.lists import shared
from claimlint.reading.meaning.hedges import Hedges
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.mention import Mention
from claimlint.reading.neighbours import Neighbours
from claimlint.reading.placing import Placing
from claimlint.reading.tokens import end as ending
from claimlint.reading.tokens import fold, tokenize
from claimlint.reading.walker import Reading, State, Walker
from claimlint.values.times import Anchor, Told, remember, resolve
from claimlint.values.units import Units
from claimlint.values.value import Value

__all__ = ["Mention", "Reader"]

_REMEMBERED = 4000  # values kept for one way of saying them


class Reader:
    """Reads the mentions of texts. Built once from the knowledge, used for any number of texts."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.units = Units(data["lexicon"]["units"], data["lexicon"]["families"])
        self.lexicon = Lexicon(data["lexicon"])
        self._walker = Walker(restore(data["tables"]), self.lexicon)
        self._begins = _Begins(self._walker)
        meaning = Hedges(self.units)
        names = {rule.name for rule in self._walker.automaton.tables.rules if not rule.name.startswith("$")}
        self._meaning = {name: getattr(meaning, name) for name in names if hasattr(meaning, name)}
        self._placing = Placing(data["placing"])
        self._neighbours = Neighbours(data["context"], self.lexicon)
        self._apart = frozenset(data["context"]["aging"])

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
        for place in compress(range(len(tokens)), map(self._begins.__getitem__, tokens)):
            if place < after:
                continue
            reading = self._longest(tokens, place)
            if reading is not None:
                after, value = reading
                if value.kind != "name":
                    start = begin + offsets[place] + (tokens[place][0] in " \u00a0")
                    found.append(Mention(start, begin + ending(tokens, offsets, after), value, place, after))
        if len(found) > 1:
            found = shared(found, tokens, self.lexicon, self._apart)
        return [self._placed(tokens, offsets, begin, found, i) for i in range(len(found))]

    def readings(self, tokens: list[str], place: int) -> Iterator[tuple[int, Reading]]:
        """Gives every way to read tokens from a place, the longest first, each with the place behind it."""
        for end, state in reversed(self._walk(tokens, place)):
            for reading in state.readings:
                yield end, reading

    def _walk(self, tokens: list[str], place: int) -> list[tuple[int, State]]:
        """The states from a place that the grammar takes as a whole, each with the place behind it."""
        lexicon, follow = self.lexicon, self._walker.follow
        state: State | None = self._begins[tokens[place]]
        ends = []
        count = len(tokens)
        while state is not None:
            place += 1
            if state.readings:
                ends.append((place, state))
            if place == count:
                break
            token = tokens[place]
            kind = lexicon[token].kind
            state = state.edges[kind] if kind in state.edges else follow(state, token)
        return ends

    def _longest(self, tokens: list[str], place: int) -> tuple[int, Value] | None:
        """The longest reading from a place that means something and stands free."""
        ends = self._walk(tokens, place)
        while ends:
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
        leaves = [self.lexicon[tokens[at]].alone[sense][1] if sense >= 0 else value for at, _, sense, value in reading.leaves]
        if _is_broken(tokens, [leaf.at for leaf in reading.leaves], leaves):
            return None
        try:
            value = self._value(reading.tree, leaves)
        except Refused:
            return None
        return value if isinstance(value, Value) else None

    def _value(self, tree: Tree, leaves: list[Any]) -> Any:
        if isinstance(tree, int):
            return leaves[tree]
        return self._meaning[tree[0]](*[self._value(child, leaves) for child in tree[1:]])

    def _placed(self, tokens: list[str], offsets: list[int], begin: int, found: list[Mention], at: int) -> Mention:
        """A time or a length of time with what the words around say of it."""
        mention = found[at]
        value = mention.value
        if value.when is None and value.kind != "duration":
            return mention
        before, after = found[at - 1].last if at else 0, found[at + 1].first if at + 1 < len(found) else len(tokens)
        relation, anchor, first = self._placing.place(tokens, slice(mention.first, mention.last), slice(before, after), value)
        if first == mention.first and not relation and not anchor:
            return mention
        if relation == "during" and first > mention.first:
            reading = self._longest(tokens, first)
            if reading is not None and reading[0] == mention.last:
                value = reading[1]
        start = begin + offsets[first] + (tokens[first][0] in " \u00a0")
        return evolve(mention, value=evolve(value, relation=relation, anchor=anchor), first=first, start=start)

    def dated(
        self, mentions: list[Mention], tokens: list[str], day: int | None, context: Told | None = None
    ) -> tuple[list[Mention], Told | None]:
        """The mentions of a paragraph with their times resolved as told on a day (an ordinal; None where it is not known).

        `context` is what was told before them; given back is what has been told with them.
        """
        found = []
        for mention in mentions:
            when = mention.value.when
            if when is None:
                found.append(mention)
                continue
            anchor = Anchor(day, context, self._tense(tokens, mention))
            if when[0] == "day" and when[1] is None and self._placing.of_event(tokens, mention.first, mention.last):
                anchor = Anchor(None)
            time = resolve(when, anchor)
            context = remember(context, when, time, day)
            found.append(evolve(mention, time=time))
        return found, context

    def ahead(self, tokens: list[str], mention: Mention) -> bool:
        """Whether the words around put a time into the future."""
        return self._tense(tokens, mention) is True

    def _tense(self, tokens: list[str], mention: Mention) -> bool | None:
        return self._placing.future(tokens, mention.first, mention.last)


class _Begins(dict[str, State | None]):
    """Token -> the state with which a reading can begin there; None where none can."""

    def __init__(self, walker: Walker) -> None:
        super().__init__()
        self._walker = walker

    def __missing__(self, token: str) -> State | None:
        self[token] = state = self._walker.follow(self._walker.root, token)
        return state


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
