"""Text -> mentions: where a value stands, and what it says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import Any

from claimlint.reading.automaton import restore
from claimlint.reading.beside import listed
from claimlint.reading.changes import Changes
from claimlint.reading.lending import Lending
from claimlint.reading.lexicon import Kinds, Lexicon, Senses, named
from claimlint.reading.lists import shared
from claimlint.reading.mention import Mention
from claimlint.reading.neighbours import Neighbours
from claimlint.reading.parted import joined
from claimlint.reading.placing import Placing
from claimlint.reading.tokens import SMALL, fold, tokenize
from claimlint.reading.walker import DEEPEST, Reading, Step, Walker
from claimlint.reading.wordings import Wordings
from claimlint.values.times import Anchor, Told, remember, resolve
from claimlint.values.units import Units
from claimlint.values.value import Value

__all__ = ["Mention", "Reader"]


class Reader:
    """Reads the mentions of texts. Built once from the knowledge, used for any number of texts."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        lexicon, placing, context = data["lexicon"], data["placing"], data["context"]
        self.units = Units(lexicon["units"], lexicon["families"])
        self.lexicon = Lexicon(lexicon)
        self._kinds = Kinds(self.lexicon)
        self._walker = Walker(restore(data["tables"]), self.lexicon)
        self._openings = _Openings(self._walker)
        self._wordings = Wordings(self._walker, self.units, context["limits"])
        self._placing = Placing(placing)
        self._lending = Lending(placing)
        self._neighbours = Neighbours(context, self.lexicon)
        self._changes = Changes(context, self.lexicon)
        self._lists = listed(context)

    def read(self, text: str, begin: int = 0, end: int | None = None) -> list[Mention]:
        """Gives the mentions of text[begin:end], in order, none overlapping."""
        tokens, offsets = tokenize(fold(text[begin:end]))
        return self.read_tokens(tokens, offsets, begin)

    def read_tokens(self, tokens: list[str], offsets: list[int], begin: int = 0) -> list[Mention]:
        """Gives the mentions of a stretch that is cut into tokens already."""
        if self._walker.is_full:
            self._walker.begin()
            self._openings.clear()
        kinds = [*map(self._kinds.__getitem__, tokens), 0]
        openings = self._openings
        found = []
        after, last = 0, len(tokens) - 1
        for place in compress(range(len(tokens)), map(openings.__getitem__, kinds)):
            opening = openings[kinds[place]]
            if opening is None or place < after:
                continue
            rests = opening.names.get(SMALL[tokens[place + 1]]) if opening.names and place < last else None
            name = named(rests, tokens, place) if rests else 0
            if opening.waits and not name and opening.steps.get(kinds[place + 1], opening) is None:
                continue  # what follows decides: most often it is nothing to read
            reading = self._longest(tokens, kinds, place, name)
            if reading is not None:
                after, value = reading
                start = begin + offsets[place] + (tokens[place][0] in " \u00a0")
                end = begin + offsets[after - 1] + len(tokens[after - 1])
                found.append(Mention(start, end, value, place, after))
            elif name:
                after = name
        if len(found) > 1:
            found = shared(found, tokens, self.lexicon, self._lists)
            found = joined(found, tokens, self._lists)
        for i, mention in enumerate(found):
            value = mention.value
            is_timed = value.when is not None or value.kind == "duration"
            placed = self._placed(tokens, kinds, offsets, begin, found, i) if is_timed else mention
            change = self._changes.find(tokens, placed.first, placed.last, value)
            found[i] = placed if change is None else placed._replace(change=change)
        return found

    def readings(self, tokens: list[str], place: int) -> Iterator[tuple[int, Reading]]:
        """Gives every way to read tokens from a place, the longest first, each with the place behind it."""
        path, ends = self._path([*map(self._kinds.__getitem__, tokens), 0], place)
        for end in reversed(ends):
            for reading in self._walker.readings(path[: end - place]):
                yield end, reading

    def _path(self, kinds: Sequence[int], place: int) -> tuple[list[Step], list[int]]:
        """The way of the walk from a place, and the places up to which the grammar takes the tokens as a whole.

        `kinds` are those of the tokens and 0 behind the last.
        """
        path: list[Step] = []
        ends: list[int] = []
        last = place + DEEPEST
        opening = self._openings[kinds[place]]
        step = None if opening is None else opening.step
        while step is not None:
            path.append(step)
            place += 1
            if step.accepts:
                ends.append(place)
            if place == last:
                break
            kind, steps = kinds[place], step.steps
            step = steps[kind] if kind in steps else self._walker.follow(step.state, kind)
        return path, ends

    def _longest(self, tokens: list[str], kinds: Sequence[int], place: int, behind: int = 0) -> tuple[int, Value] | None:
        """The longest reading from a place that means something and stands free, and ends behind a place.

        The full stop of the sentence is none of an abbreviation that means the same without it: "a load of 12 kg."
        """
        path, ends = self._path(kinds, place)
        while ends and ends[-1] > behind:
            end = ends.pop()
            value = self._meant(tokens, path, place, end)
            if value is not None:
                bare = end - 1
                if ends and ends[-1] == bare and _is_full_stop(tokens, bare) and self._meant(tokens, path, place, bare) == value:
                    return bare, value
                return end, value
        return None

    def _meant(self, tokens: list[str], path: list[Step], place: int, end: int) -> Value | None:
        """What tokens[place:end] mean where they stand; None where they mean nothing. `path` is the walk over them."""
        wording = tuple(tokens[place:end])
        meanings = self._wordings.get(wording)
        if meanings is None:
            meanings = self._wordings.learn(wording, path[: end - place])
        for value, guard in meanings:
            if guard and not self._placing.allow(guard, tokens, place, end):
                continue
            judged = self._neighbours.judge(tokens, place, end, value)
            if judged is not None:
                return judged
        return None

    def _placed(
        self, tokens: list[str], kinds: Sequence[int], offsets: list[int], begin: int, found: list[Mention], at: int
    ) -> Mention:
        """A time or a length of time with what the words around say of it."""
        mention = found[at]
        value = mention.value
        before, after = found[at - 1].last if at else 0, found[at + 1].first if at + 1 < len(found) else len(tokens)
        relation, anchor, first = self._placing.place(tokens, slice(mention.first, mention.last), slice(before, after), value)
        if first == mention.first and not relation and not anchor:
            return mention
        if relation == "during" and first > mention.first:
            reading = self._longest(tokens, kinds, first)
            if reading is not None and reading[0] == mention.last:
                value = reading[1]
        start = begin + offsets[first] + (tokens[first][0] in " \u00a0")
        return mention._replace(value=self._placing.told(value, relation, anchor), first=first, start=start)

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


def _is_full_stop(tokens: Sequence[str], at: int) -> bool:
    """Whether a token is the stop behind the last word of a sentence; that of "p.m." is the word's own."""
    if tokens[at] != "." or tokens[at - 2] == ".":
        return False
    return at + 1 == len(tokens) or tokens[at + 1].lstrip(" \u00a0")[:1].isupper()


class _Asked(Anchor):
    """An anchor that looks at the words around a time only when it is asked for the tense."""

    __slots__ = ()

    @property
    def future(self) -> bool | None:
        """Whether the tense is the future's; None where the words do not say."""
        asked: bool | Callable[[], bool | None] | None = self[2]
        return asked() if callable(asked) else asked


class _Opening:
    """What begins with a kind of token: the steps that may follow, and names that hold a number."""

    __slots__ = ("names", "step", "steps", "waits")

    def __init__(self, step: Step, senses: Senses) -> None:
        self.names = senses.names
        self.step: Step | None = step
        self.steps = step.steps
        self.waits = not step.accepts  # for a second token


class _Openings(dict[int, _Opening | None]):
    """Kind of token -> what begins with it; None where nothing does."""

    def __init__(self, walker: Walker) -> None:
        super().__init__()
        self._walker = walker

    def __missing__(self, kind: int) -> _Opening | None:
        senses = self._walker.lexicon.of_kind[kind]
        step = self._walker.follow(self._walker.root, kind) or (self._walker.nowhere if senses.names else None)
        opening = self[kind] = None if step is None else _Opening(step, senses)
        return opening
