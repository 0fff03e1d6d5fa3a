"""Wordings -> what they mean: the tokens of a reading, the tree that the grammar gives of them, a value."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

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

_TWO = 2
_REMEMBERED = 100_000

Wording = tuple[str, ...]
_Making: TypeAlias = Callable[[Sequence[Any]], Any]


class Meaning(NamedTuple):
    """What a wording says, and the guard that asks its neighbours whether it says so here ("" for none)."""

    value: Value
    guard: str


class _Way(NamedTuple):
    """A way to read some kinds of token: its leaves, and what is made of them."""

    making: _Making
    leaves: tuple[Leaf, ...]


class Wordings(dict[Wording, list[Meaning]]):
    """Tokens that the grammar takes as a whole -> their meanings, preferred ones first, without what nobody means so.

    What a wording means depends on nothing around it, and texts say the same things over and over: it is remembered.
    """

    def __init__(self, walker: Walker, units: Units, limits: Mapping[str, float]) -> None:
        super().__init__()
        self._walker = walker
        self._lexicon = walker.lexicon
        self._meaning = Hedges(units, limits)
        self._ways: dict[tuple[Step, ...], list[_Way]] = {}
        self._makings: dict[Tree, _Making] = {}

    def learn(self, tokens: Wording, path: Sequence[Step]) -> list[Meaning]:
        """Gives the meanings of tokens that led along a path, and remembers them."""
        if max(len(self), len(self._ways)) >= _REMEMBERED:
            self.clear()
            self._ways.clear()
            self._makings.clear()
        key = tuple(path)
        ways = self._ways.get(key)
        if ways is None:
            ways = self._ways[key] = [_Way(self._making(tree), leaves) for tree, leaves in self._walker.readings(path)]
        self[tokens] = meanings = [meaning for way in ways if (meaning := self._mean(way, tokens)) is not None]
        return meanings

    def _making(self, tree: Tree) -> _Making:
        """A tree -> what it makes of the values of its leaves."""
        if isinstance(tree, int):
            return itemgetter(tree)
        making = self._makings.get(tree)
        if making is None:
            making = self._makings[tree] = _applied(getattr(self._meaning, tree[0]), [self._making(child) for child in tree[1:]])
        return making

    def _mean(self, way: _Way, tokens: Wording) -> Meaning | None:
        """What tokens mean if they are read in a way; None for what nobody means so."""
        said = self._said(way.leaves, tokens)
        if said is None:
            return None
        try:
            value = way.making(said)
        except Refused:
            return None
        if not isinstance(value, Value):
            return None
        return Meaning(value, "") if value.when is None or not value.form else Meaning(evolve(value, form=""), value.form)

    def _said(self, leaves: Sequence[Leaf], tokens: Wording) -> list[Any] | None:
        """The values of the leaves; None where the blanks are not where the reading needs them.

        Digits may not stand right behind letters, as in 9M729, unless those are a currency; a point between two numbers
        is one decimal sign only where the text parts all its marks by blanks.
        """
        said: list[Any] = []
        lexicon, before = self._lexicon, ""
        for at, end, terminal, nth in leaves:
            token = tokens[at]
            spelling: Spelling = lexicon[token]
            if end - at > 1:
                for further in tokens[at + 1 : end]:
                    spelling = spelling.further[SMALL[further]]
            value = spelling.values[terminal][nth]
            if at > 1 and token[0].isdigit() and tokens[at - 1][-1].isalpha() and said[-1] != "times" and before != "CUR":
                return None
            if value.__class__ is str and value.startswith("spaced ") and not token[0] == tokens[at + 1][0] == " ":
                return None
            said.append(value)
            before = terminal
        return said


def _applied(method: Callable[..., Any], parts: Sequence[_Making]) -> _Making:
    """A method -> what it makes of the values of its parts. Most have one or two."""
    if len(parts) == 1:
        (only,) = parts
        return lambda said: method(only(said))
    if len(parts) == _TWO:
        one, other = parts
        return lambda said: method(one(said), other(said))
    return lambda said: method(*[part(said) for part in parts])
