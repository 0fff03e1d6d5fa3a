"""Text -> mentions: where a value stands, and what it says."""

from typing import Any

from attrs import evolve, frozen

from claimlint.reading.automaton import Automaton
from claimlint.reading.grammar import restore
from claimlint.reading.lexicon import Lexicon
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.times import Times
from claimlint.reading.placing import Placing
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.times import Anchor, Time, Told, remember, resolve
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
        self.placing = Placing(data["placing"])
        self.counted = frozenset(context["counted"])
        self.articles = frozenset(data["placing"]["articles"])
        self.ago = frozenset(data["placing"]["ago"])
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
                found.append(Mention(start, begin + offsets[after], value, place, after))
        return [self._placed(tokens, found, i) for i in range(len(found))]

    def _placed(self, tokens: list[str], found: list[Mention], at: int) -> Mention:
        """A time or a length of time with what the words around say of it."""
        mention = found[at]
        value = mention.value
        if value.when is None and value.kind != "duration":
            return mention
        relation, begin = self.placing.relation(tokens, mention.first)
        if at and begin < found[at - 1].last:
            relation = ""
        anchor = ""
        if value.kind == "duration":
            anchor = self.placing.anchor(tokens, mention.last, found[at + 1].first if at + 1 < len(found) else len(tokens))
            if anchor.startswith("of ") and relation != "within":
                anchor = ""
        if not relation and not anchor:
            return mention
        if relation == "within" and value.when is None and not value.bound:
            value = self.meaning["hedged"]({"bound": "<="}, value)
        return evolve(mention, value=evolve(value, relation=relation, anchor=anchor))

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
            if value is None or (value.when is None and value.kind == "count" and self._is_year(tokens, place, end)):
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
        if value.when is not None and value.form and not self.placing.allow(value.form, tokens, first, end):
            return False
        if end < count:
            after = tokens[end]
            if after[0].isalnum() or after[0] == "_":
                return False
            if after == "-" and end + 1 < count and tokens[end + 1][0].isalpha() and (
                tokens[first].lstrip().lower() in self.articles or (value.when is not None and value.when[0] == "year" and end > first + 1)
            ):
                return False  # "a year-long trial", "sixteen eleven-year-olds"
            if "/" in value.unit and tokens[end].strip().lower() in self.ago:
                return False  # "$3 million a year earlier"
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

    def _is_year(self, tokens: list[str], first: int, end: int) -> bool:
        """Whether a number, or a range of two, is of years: four digits without a comma that do not count what follows."""
        told = [place for place in range(first, end) if tokens[place].lstrip()[0].isdigit()]
        if not told or len(told) > 2 or (end > first + 1 and len(told) == 1):
            return False
        for place in told:
            if "YEAR" not in self.lexicon[tokens[place]].terminals:
                short = len(told) == 2 and place == told[1] and len(tokens[place].strip()) == 2
                if not short or tokens[place - 1] not in ("-", "\u2013"):
                    return False
            elif not self.first_year <= int(tokens[place]) <= self.last_year:
                return False
        after = tokens[end].strip().lower() if end < len(tokens) else ""
        before = tokens[first - 1].strip().lower() if first else ""
        return after not in self.counted or before in self.year_before

    def dated(
        self, mentions: list[Mention], tokens: list[str], day: int | None, context: Told | None = None
    ) -> tuple[list[Mention], Told | None]:
        """The mentions of a paragraph with their times resolved as told on a day (an ordinal; None where it is not known).

        `context` is what was told before them; given back is what has been told with them.
        """
        found = []
        if context is not None:
            context = context._replace(year=None)
        for mention in mentions:
            when = mention.value.when
            if when is None:
                found.append(mention)
                continue
            time = resolve(when, Anchor(day, context, self._tense(tokens, mention)))
            context = remember(context, when, time)
            found.append(evolve(mention, time=time))
        return found, context

    def ahead(self, tokens: list[str], mention: Mention) -> bool:
        """Whether the words around put a time into the future."""
        return self._tense(tokens, mention) is True

    def _tense(self, tokens: list[str], mention: Mention) -> bool | None:
        return self.placing.future(tokens, mention.first, mention.last)


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
