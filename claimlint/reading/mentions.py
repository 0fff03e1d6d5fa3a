"""Text -> mentions: where a value stands, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import compress
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
from claimlint.reading.walker import DEEPEST, Leaf, Reading, Step, Walker
from claimlint.values.times import Anchor, Told, remember, resolve
from claimlint.values.units import Units
from claimlint.values.value import Value

__all__ = ["Mention", "Reader"]

_NOTHING = Senses()
_SHORT = 2  # tokens of a reading in which the blanks cannot matter
_REMEMBERED = 100_000  # wordings of which the meanings are kept


class _Meaning(NamedTuple):
    """What a wording says, and the guard that asks its neighbours whether it says so here ("" for none)."""

    value: Value
    guard: str


class Reader:
    """Reads the mentions of texts. Built once from the knowledge, used for any number of texts."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.units = Units(data["lexicon"]["units"], data["lexicon"]["families"])
        self.lexicon = Lexicon(data["lexicon"])
        self._walker = Walker(restore(data["tables"]), self.lexicon)
        self._begins = _Begins(self._walker)
        self._meaning = Hedges(self.units)
        self._known: dict[tuple[str, ...], list[Reading | _Meaning | None]] = {}
        self._placing = Placing(data["placing"])
        self._lending = Lending(data["placing"])
        self._neighbours = Neighbours(data["context"], self.lexicon)
        self._changes = Changes(data["context"], self.lexicon)
        self._apart = frozenset(data["context"]["aging"])

    def read(self, text: str, begin: int = 0, end: int | None = None) -> list[Mention]:
        """Gives the mentions of text[begin:end], in order, none overlapping."""
        tokens, offsets = tokenize(fold(text[begin:end]))
        return self.read_tokens(tokens, offsets, begin)

    def read_tokens(self, tokens: list[str], offsets: list[int], begin: int = 0) -> list[Mention]:
        """Gives the mentions of a stretch that is cut into tokens already."""
        if self._walker.is_full or len(self._known) > _REMEMBERED:
            self._walker.begin()
            self._begins.clear()
            self._known.clear()
        found = []
        after = 0
        begins, lexicon = self._begins, self.lexicon
        last = len(tokens) - 1
        for place in compress(range(len(tokens)), map(begins.__getitem__, tokens)):
            begun = begins[tokens[place]]
            if begun is None or place < after:
                continue
            step, names = begun
            if step is None or not step.state.accepts:  # what follows decides: most often it is nothing to read
                senses = lexicon[tokens[place + 1]] if place < last else _NOTHING
                if not (
                    names
                    or (step and (senses.word in step.state.words or step.state.outer.steps.get(senses.kind, step)))
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
            found = shared(found, tokens, lexicon, self._apart)
        for i, mention in enumerate(found):
            value = mention.value
            timed = value.when is not None or value.kind == "duration"
            placed = self._placed(tokens, offsets, begin, found, i) if timed else mention
            change = self._changes.find(tokens, placed.first, placed.last, value)
            found[i] = placed if change is None else evolve(placed, change=change)
        return found

    def readings(self, tokens: list[str], place: int) -> Iterator[tuple[int, Reading]]:
        """Gives every way to read tokens from a place, the longest first, each with the place behind it."""
        path, ends = self._path(tokens, place)
        for end in reversed(ends):
            for reading in self._walker.readings(path[: end - place]):
                yield end, reading

    def _path(self, tokens: list[str], place: int) -> tuple[list[Step], list[int]]:
        """The way of the walk from a place, and the places up to which the grammar takes the tokens as a whole."""
        lexicon, follow = self.lexicon, self._walker.follow
        begun = self._begins[tokens[place]]
        step = None if begun is None else begun.step
        path: list[Step] = []
        ends: list[int] = []
        last = min(len(tokens), place + DEEPEST)
        while step is not None:
            path.append(step)
            state = step.state
            place += 1
            if state.accepts:
                ends.append(place)
            if place == last:
                break
            token = tokens[place]
            senses = lexicon[token]
            if senses.word in state.words:
                step = follow(state, token)
                continue
            kind = senses.kind
            steps = state.outer.steps
            step = steps[kind] if kind in steps else follow(state, token)
        return path, ends

    def _longest(self, tokens: list[str], place: int, behind: int = 0) -> tuple[int, Value] | None:
        """The longest reading from a place that means something and stands free, and ends behind a place."""
        path, ends = self._path(tokens, place)
        while ends and ends[-1] > behind:
            end = ends.pop()
            wording = tuple(tokens[place:end])
            known = self._known.get(wording)
            if known is None:
                known = self._known[wording] = list(self._walker.readings(path[: end - place]))
            for nth, meaning in enumerate(known):
                if meaning.__class__ is Reading:
                    meaning = known[nth] = self._mean(meaning, wording)
                if meaning is None:
                    continue
                if meaning.guard and not self._placing.allow(meaning.guard, tokens, place, end):
                    continue
                judged = self._neighbours.judge(tokens, place, end, meaning.value)
                if judged is not None:
                    return end, judged
        return None

    def _mean(self, reading: Reading, tokens: tuple[str, ...]) -> _Meaning | None:
        """What a reading of tokens means; None for what nobody means so."""
        leaves = [self._said(tokens, leaf) for leaf in reading.leaves]
        if len(tokens) > _SHORT and _is_broken(tokens, [leaf.at for leaf in reading.leaves], leaves):
            return None
        try:
            value = self._value(reading.tree, leaves)
        except Refused:
            return None
        if not isinstance(value, Value):
            return None
        return _Meaning(value, "") if value.when is None or not value.form else _Meaning(evolve(value, form=""), value.form)

    def _said(self, tokens: tuple[str, ...], leaf: Leaf) -> Any:
        """The value of a leaf, in the word lists or in digits."""
        spelling: Spelling = self.lexicon[tokens[leaf.at]]
        for place in range(leaf.at + 1, leaf.end):
            spelling = spelling.further[tokens[place].lstrip(" \u00a0").lower()]
        return spelling.values[leaf.terminal][leaf.nth]

    def _value(self, tree: Tree, leaves: list[Any]) -> Any:
        """What a tree means whose leaves say so."""
        if isinstance(tree, int):
            return leaves[tree]
        return getattr(self._meaning, tree[0])(*[self._value(child, leaves) for child in tree[1:]])

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

    step: Step | None
    names: dict[str, list[list[str]]] | None


class _Begins(dict[str, _Begin | None]):
    """Token -> what can begin there; None where nothing can."""

    def __init__(self, walker: Walker) -> None:
        super().__init__()
        self._walker = walker

    def __missing__(self, token: str) -> _Begin | None:
        step, names = self._walker.follow(self._walker.root, token), self._walker.lexicon.names(token)
        self[token] = begin = _Begin(step, names) if step is not None or names else None
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
