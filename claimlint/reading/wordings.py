"""Wordings -> what they mean: the tokens of a reading, the tree that the grammar gives of them, a value."""

from typing import Any, NamedTuple

from attrs import evolve

from claimlint.reading.automaton import Tree
from claimlint.reading.lexicon import Lexicon, Spelling
from claimlint.reading.meaning.hedges import Hedges
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.tokens import SMALL
from claimlint.reading.walker import Leaf, Path, Reading, Walker
from claimlint.values.units import Units
from claimlint.values.value import Value

_SHORT = 2  # tokens of a reading in which the blanks cannot matter
_REMEMBERED = 100_000

Wording = tuple[str, ...]


class Meaning(NamedTuple):
    """What a wording says, and the guard that asks its neighbours whether it says so here ("" for none)."""

    value: Value
    guard: str


class Wordings(dict[Wording, list[Meaning]]):
    """Tokens that the grammar takes as a whole -> their meanings, preferred ones first, without what nobody means so.

    What a wording means depends on nothing around it, and texts say the same things over and over: it is remembered.
    """

    def __init__(self, walker: Walker, units: Units) -> None:
        super().__init__()
        self._walker = walker
        self._lexicon: Lexicon = walker.lexicon
        self._meaning = Hedges(units)

    def learn(self, tokens: Wording, path: Path) -> list[Meaning]:
        """Gives the meanings of tokens that led along a path, and remembers them."""
        if len(self) >= _REMEMBERED:
            self.clear()
        found = [self._mean(reading, tokens) for reading in self._walker.readings(path)]
        self[tokens] = meanings = [meaning for meaning in found if meaning is not None]
        return meanings

    def _mean(self, reading: Reading, tokens: Wording) -> Meaning | None:
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
        return Meaning(value, "") if value.when is None or not value.form else Meaning(evolve(value, form=""), value.form)

    def _said(self, tokens: Wording, leaf: Leaf) -> Any:
        """The value of a leaf, in the word lists or in digits."""
        at, end, terminal, nth = leaf
        spelling: Spelling = self._lexicon[tokens[at]]
        for token in tokens[at + 1 : end]:
            spelling = spelling.further[SMALL[token]]
        return spelling.values[terminal][nth]

    def _value(self, tree: Tree, leaves: list[Any]) -> Any:
        """What a tree means whose leaves say so."""
        if isinstance(tree, int):
            return leaves[tree]
        return getattr(self._meaning, tree[0])(*[self._value(child, leaves) for child in tree[1:]])


def _is_broken(tokens: Wording, places: list[int], leaves: list[Any]) -> bool:
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
