"""Wordings -> what they mean: the tokens of a reading, the tree that the grammar gives of them, a value."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve

from claimlint.reading.automaton import Tree
from claimlint.reading.meaning.hedges import Hedges
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.tokens import SMALL
from claimlint.reading.walker import Leaf, Step, Walker
from claimlint.values.units import Units
from claimlint.values.value import Value

if TYPE_CHECKING:
    from claimlint.reading.lexicon import Spelling

_SHORT = 2  # tokens of a reading in which the blanks cannot matter
_REMEMBERED = 100_000

Wording = tuple[str, ...]


class Meaning(NamedTuple):
    """What a wording says, and the guard that asks its neighbours whether it says so here ("" for none)."""

    value: Value
    guard: str


class _Way(NamedTuple):
    """A way to read some kinds of token: its leaves, and what is made of them."""

    program: list[tuple[Callable[..., Any] | None, int]]
    leaves: tuple[Leaf, ...]


class Wordings(dict[Wording, list[Meaning]]):
    """Tokens that the grammar takes as a whole -> their meanings, preferred ones first, without what nobody means so.

    What a wording means depends on nothing around it, and texts say the same things over and over: it is remembered.
    """

    def __init__(self, walker: Walker, units: Units) -> None:
        super().__init__()
        self._walker = walker
        self._lexicon = walker.lexicon
        self._meaning = Hedges(units)
        self._ways: dict[tuple[Step, ...], list[_Way]] = {}

    def learn(self, tokens: Wording, path: Sequence[Step]) -> list[Meaning]:
        """Gives the meanings of tokens that led along a path, and remembers them."""
        if max(len(self), len(self._ways)) >= _REMEMBERED:
            self.clear()
            self._ways.clear()
        key = tuple(path)
        ways = self._ways.get(key)
        if ways is None:
            ways = self._ways[key] = [_Way(self._program(tree), leaves) for tree, leaves in self._walker.readings(path)]
        self[tokens] = meanings = [meaning for way in ways if (meaning := self._mean(way, tokens)) is not None]
        return meanings

    def _program(self, tree: Tree) -> list[tuple[Callable[..., Any] | None, int]]:
        """A tree -> what to do one after another: take the value of a leaf, or make something of the last so many."""
        if isinstance(tree, int):
            return [(None, tree)]
        parts = [part for child in tree[1:] for part in self._program(child)]
        return [*parts, (getattr(self._meaning, tree[0]), len(tree) - 1)]

    def _mean(self, way: _Way, tokens: Wording) -> Meaning | None:
        """What tokens mean if they are read in a way; None for what nobody means so."""
        said = []
        for at, end, terminal, nth in way.leaves:
            spelling: Spelling = self._lexicon[tokens[at]]
            for token in tokens[at + 1 : end]:
                spelling = spelling.further[SMALL[token]]
            said.append(spelling.values[terminal][nth])
        if len(tokens) > _SHORT and _is_broken(tokens, way.leaves, said):
            return None
        made: list[Any] = []
        try:
            for method, number in way.program:
                if method is None:
                    made.append(said[number])
                else:
                    first = len(made) - number
                    made[first:] = [method(*made[first:])]
        except Refused:
            return None
        value = made[0]
        if not isinstance(value, Value):
            return None
        return Meaning(value, "") if value.when is None or not value.form else Meaning(evolve(value, form=""), value.form)


def _is_broken(tokens: Wording, leaves: Sequence[Leaf], said: list[Any]) -> bool:
    """Whether the blanks are not where the reading needs them.

    Digits may not stand right behind letters, as in 9M729, unless those are a currency; a point between two numbers
    is one decimal sign only where the text parts all its marks by blanks.
    """
    before, sign = "", False
    for (at, _, terminal, _), value in zip(leaves, said, strict=True):
        token = tokens[at]
        if at > 1 and token[0].isdigit() and tokens[at - 1][-1].isalpha() and before != "times" and not sign:
            return True
        before, sign = value, terminal == "CUR"
        if value.__class__ is str and value.startswith("spaced ") and not token[0] == tokens[at + 1][0] == " ":
            return True
    return False
