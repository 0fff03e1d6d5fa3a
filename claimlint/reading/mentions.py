"""Text -> mentions: where a value stands, and what it says."""

from typing import Any

from attrs import evolve, frozen

from claimlint.reading.automaton import Automaton
from claimlint.reading.grammar import restore
from claimlint.reading.lexicon import Lexicon
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.times import Times
from claimlint.reading.tokens import end as ending
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.times import Anchor, Time, resolve
from claimlint.values.units import Units
from claimlint.values.value import Value


_OPENS, _READS = 1, 2
_REMEMBERED = 2000  # values kept for one way of saying them


@frozen
class Mention:
    """A value in a text: text[start:end] says it. `first` and `last` are its tokens, half open."""

    start: int
    end: int
    value: Value
    first: int = 0
    last: int = 0
    time: Time | None = None


class Reader:
    """Reads the mentions of texts. Built once from the knowledge, used for any number of texts."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.units = Units(data["lexicon"]["units"], data["lexicon"]["families"])
        self.lexicon = Lexicon(data["lexicon"])
        self.automaton = Automaton(restore(data["tables"]))
        meaning = Times(self.units)
        names = {rule.name for rule in self.automaton.tables.rules if not rule.name.startswith("$")}
        self.meaning = {name: getattr(meaning, name) for name in names if hasattr(meaning, name)}
        self._begins = _Begins(self.lexicon, self.automaton)
        context = data["context"]
        self.name_words = frozenset(context["names"])
        self.prefixes = frozenset(context["prefixes"])
        self.future = frozenset(context["future"])
        self.past = frozenset(context["past"])
        self.counted = frozenset(context["counted"])
        self.year_before = frozenset(context["year_before"])
        self.first_year, self.last_year = context["years"]

    def read(self, text: str, begin: int = 0, end: int | None = None) -> list[Mention]:
        """Gives the mentions of text[begin:end], in order, none overlapping."""
        tokens, offsets = tokenize(fold(text[begin:end]))
        return self.read_tokens(tokens, offsets, begin)

    def read_tokens(self, tokens: list[str], offsets: list[int], begin: int = 0) -> list[Mention]:
        """Gives the mentions of a stretch that is cut into tokens already."""
        lexicon = self.lexicon
        found = []
        after = 0
        seen: dict[int, list[tuple[str, Any, int]]] = {}
        last = len(tokens) - 1
        for place, begins in enumerate(map(self._begins.__getitem__, tokens)):
            if not begins or place < after:
                continue
            if begins == _OPENS and not (place < last and lexicon.goes_on(tokens, place)):
                continue
            reading = self._longest(tokens, place, seen)
            if reading is not None:
                after, value = reading
                start = begin + offsets[place] + (tokens[place][0] in " \u00a0")
                found.append(Mention(start, begin + ending(tokens, offsets, after), value, place, after))
        return found

    def _longest(self, tokens: list[str], place: int, seen: dict[int, list[tuple[str, Any, int]]]) -> tuple[int, Value] | None:
        """The longest reading from a place that means something and stands free. `seen` keeps what can be read where."""
        lexicon = self.lexicon

        def alternatives(at: int) -> list[tuple[str, Any, int]]:
            known = seen.get(at)
            if known is None:
                known = seen[at] = lexicon.at(tokens, at)
            return known

        count = len(tokens)
        for end, node, leaves in self.automaton.readings(place, alternatives):
            key = tuple([leaf if leaf.__class__ is str else id(leaf) for leaf, _ in leaves])
            try:
                value = node.memory[key]
            except KeyError:
                value = self._evaluate(node.tree, leaves)
                if len(node.memory) < _REMEMBERED:
                    node.memory[key] = value
            if value is None or (value.when is None and end == place + 1 and self._is_year(tokens, place, count)):
                continue
            if self._free(tokens, place, end, count, value) and not _broken(tokens, place, leaves):
                return end, value
        return None

    def _evaluate(self, tree: Any, leaves: tuple[Any, ...]) -> Value | None:
        try:
            value = self._mean(tree, leaves)
        except Refused:
            return None
        return value if isinstance(value, Value) else None

    def _mean(self, tree: Any, leaves: tuple[Any, ...]) -> Any:
        if isinstance(tree, int):
            return leaves[tree][0]
        return self.meaning[tree[0]](*[self._mean(child, leaves) for child in tree[1:]])

    def _free(self, tokens: list[str], first: int, end: int, count: int, value: Value) -> bool:
        """Whether the words stand by themselves and are no part of a name, a number of a thing, or a longer token."""
        if end < count:
            after = tokens[end]
            if after[0].isalnum() or after[0] == "_":
                return False
            if after == "-" and end + 1 < count and tokens[end + 1][0].isdigit() and value.kind != "date":
                return False
            if after in (".", ":", "/", ",") and end + 1 < count and tokens[end + 1][0].isdigit():
                return False
        if first and tokens[first][0] not in " \u00a0":
            before = tokens[first - 1]
            if before[-1].isalnum() or before[-1] in "_@#":
                return False
            if before in ("-", ".", "/", ":") and first > 1 and before[0] != " " and tokens[first - 2][-1].isalnum():
                prefix = tokens[first - 2].lstrip().lower()
                if before != "-" or prefix not in self.prefixes:
                    return False
        if value.kind == "count" and first and value.form == "" and tokens[first][-1].isdigit():
            before = tokens[first - 1].lstrip()
            if before == "." and first > 1:
                before = tokens[first - 2].lstrip()
            if before.lower() in self.name_words and before not in ("a", "an"):
                return False
        return True

    def _is_year(self, tokens: list[str], place: int, count: int) -> bool:
        """Whether four digits without a comma are a year: they are, unless they count what follows."""
        if "YEAR" not in self.lexicon[tokens[place]].terminals:
            return False
        if not self.first_year <= int(tokens[place]) <= self.last_year:
            return False
        after = tokens[place + 1].strip().lower() if place + 1 < count else ""
        before = tokens[place - 1].strip().lower() if place else ""
        return after not in self.counted or before in self.year_before

    def dated(
        self, mentions: list[Mention], tokens: list[str], day: int | None, context: Time | None = None
    ) -> tuple[list[Mention], Time | None]:
        """The mentions with their times resolved as told on a day (an ordinal; None where it is not known).

        `context` is the time told last before them; given back is the last one told with them.
        """
        found = []
        for mention in mentions:
            when = mention.value.when
            if when is None:
                found.append(mention)
                continue
            time = resolve(when, Anchor(day, context, self._tense(tokens, mention)))
            if time.start is not None and when[0] not in ("unit", "ref"):
                context = time
            found.append(evolve(mention, time=time))
        return found, context

    def ahead(self, tokens: list[str], mention: Mention) -> bool:
        """Whether the words around put a time into the future."""
        return self._tense(tokens, mention) is True

    def _tense(self, tokens: list[str], mention: Mention) -> bool | None:
        """Whether the words around put the time into the future; None where they do not say."""
        for places in (range(mention.first - 1, max(-1, mention.first - 16), -1), range(mention.last, min(len(tokens), mention.last + 10))):
            for place in places:
                word = tokens[place].lstrip().lower()
                if word in (".", ";", "?", "!"):
                    break
                if word in self.future:
                    return True
                if word in self.past or (len(word) > 4 and word.endswith("ed")):
                    return False
        return None


class _Begins(dict[str, int]):
    """Token -> whether a value can begin there: not at all, with what the next token adds, or with the token alone."""

    def __init__(self, lexicon: Lexicon, automaton: Automaton) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._automaton = automaton
        self._starts = automaton.starts()

    def __missing__(self, token: str) -> int:
        senses = self._lexicon[token]
        begins = 0
        if not senses.terminals.isdisjoint(self._starts):
            begins = _OPENS
            for terminal, _ in senses.alone:
                node = self._automaton.follow(self._automaton.root, terminal)
                if node is not None and node.tree is not None:
                    begins = _READS
        if len(self) < len(self._lexicon) + 1:
            self[token] = begins
        return begins


def _broken(tokens: list[str], first: int, leaves: tuple[Any, ...]) -> bool:
    """Whether digits stand right behind letters inside the reading, as in 9M729; a currency may lead them."""
    return any(at > first + 1 and tokens[at][0].isdigit() and tokens[at - 1][-1].isalpha() for _, at in leaves)
