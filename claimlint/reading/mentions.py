"""Text -> mentions: where a value stands, and what it says."""

from typing import Any

from attrs import evolve

from claimlint.reading.automaton import Automaton
from claimlint.reading.grammar import restore
from claimlint.reading.lexicon import Lexicon
from claimlint.reading.lists import shared
from claimlint.reading.meaning.hedges import Hedges
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.mention import Mention
from claimlint.reading.neighbours import Neighbours
from claimlint.reading.placing import Placing
from claimlint.reading.tokens import end as ending
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.times import Anchor, Time, Told, remember, resolve
from claimlint.values.units import Units
from claimlint.values.value import Value


_OPENS, _READS = 1, 2
_REMEMBERED = 2000  # values kept for one way of saying them


class Reader:
    """Reads the mentions of texts. Built once from the knowledge, used for any number of texts."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.units = Units(data["lexicon"]["units"], data["lexicon"]["families"])
        self.lexicon = Lexicon(data["lexicon"])
        self.automaton = Automaton(restore(data["tables"]))
        meaning = Hedges(self.units)
        names = {rule.name for rule in self.automaton.tables.rules if not rule.name.startswith("$")}
        self.meaning = {name: getattr(meaning, name) for name in names if hasattr(meaning, name)}
        self._begins = _Begins(self.lexicon, self.automaton)
        context = data["context"]
        self._placing = Placing(data["placing"])
        self._neighbours = Neighbours(context, self.lexicon)
        self._apart = frozenset(context["aging"])

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
                if value.kind == "name":
                    continue
                start = begin + offsets[place] + (tokens[place][0] in " \u00a0")
                found.append(Mention(start, begin + ending(tokens, offsets, after), value, place, after))
        if len(found) > 1:
            found = shared(found, tokens, lexicon, self._apart)
        return [self._placed(tokens, offsets, begin, found, i) for i in range(len(found))]

    def _placed(self, tokens: list[str], offsets: list[int], begin: int, found: list[Mention], at: int) -> Mention:
        """A time or a length of time with what the words around say of it."""
        mention = found[at]
        value = mention.value
        if value.when is None and value.kind != "duration":
            return mention
        before, after = found[at - 1].last if at else 0, found[at + 1].first if at + 1 < len(found) else len(tokens)
        relation, anchor, first = self._placing.place(tokens, mention.first, mention.last, before, after, value)
        if first == mention.first and not relation and not anchor:
            return mention
        if relation == "during" and first > mention.first:
            reading = self._longest(tokens, first, {})
            if reading is not None and reading[0] == mention.last:
                value = reading[1]
        start = begin + offsets[first] + (tokens[first][0] in " \u00a0")
        return evolve(mention, value=evolve(value, relation=relation, anchor=anchor), first=first, start=start)

    def _longest(self, tokens: list[str], place: int, seen: dict[int, list[tuple[str, Any, int]]]) -> tuple[int, Value] | None:
        """The longest reading from a place that means something and stands free. `seen` keeps what can be read where."""
        lexicon = self.lexicon

        def alternatives(at: int) -> list[tuple[str, Any, int]]:
            known = seen.get(at)
            if known is None:
                known = seen[at] = lexicon.at(tokens, at)
            return known

        for end, node, leaves in self.automaton.readings(place, alternatives):
            key = tuple([leaf if leaf.__class__ is str else id(leaf) for leaf, _ in leaves])
            try:
                value = node.memory[key]
            except KeyError:
                value = self._evaluate(node.tree, leaves)
                if len(node.memory) < _REMEMBERED:
                    node.memory[key] = value
            if value is None or _broken(tokens, place, leaves):
                continue
            if value.when is not None and value.form and not self._placing.allow(value.form, tokens, place, end):
                continue
            value = self._neighbours.judge(tokens, place, end, value)
            if value is not None:
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
            time = resolve(when, Anchor(day, context, self._tense(tokens, mention)))
            context = remember(context, when, time, day)
            found.append(evolve(mention, time=time))
        return found, context

    def ahead(self, tokens: list[str], mention: Mention) -> bool:
        """Whether the words around put a time into the future."""
        return self._tense(tokens, mention) is True

    def _tense(self, tokens: list[str], mention: Mention) -> bool | None:
        return self._placing.future(tokens, mention.first, mention.last)


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
    """Whether the blanks are not where the reading needs them.

    Digits may not stand right behind letters, as in 9M729, unless those are a currency; a point between two numbers
    is one decimal sign only where the text parts all its marks by blanks.
    """
    before = ""
    for value, at in leaves:
        token = tokens[at]
        if at > first + 1 and token[0].isdigit() and tokens[at - 1][-1].isalpha() and before != "times":
            return True
        before = value
        if value.__class__ is str and value.startswith("spaced ") and not token[0] == tokens[at + 1][0] == " ":
            return True
    return False
