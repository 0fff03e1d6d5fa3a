"""Tokens -> the readings from a place: the automaton walked for all senses of each token at once.

A state stands for the kinds of token read so far and holds every way to read them, so that a text is followed by one
look-up a token. States and nodes are made as texts need them and forgotten when there are too many.
"""

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from claimlint.reading.automaton import Automaton, Node, Tables, Tree
from claimlint.reading.lexicon import Lexicon, Spelling

if TYPE_CHECKING:
    from collections.abc import Callable

_DEEPEST = 40  # tokens of a reading
_MOST_WAYS = 64  # ways to read the same tokens that are followed side by side
_MOST_STATES = 100_000


class Leaf(NamedTuple):
    """A terminal of a reading.

    It has the tokens it was read from, counted from the first, and which sense of its name it is ("pounds" are a weight
    and money).
    """

    at: int
    end: int
    terminal: str
    nth: int


Leaves: TypeAlias = tuple[Leaf, ...]


class Reading:
    """A way to read a stretch of tokens that the grammar takes as a whole."""

    __slots__ = ("leaves", "means", "memory", "tree")

    def __init__(self, tree: Tree, leaves: Leaves) -> None:
        self.tree = tree
        self.leaves = leaves
        self.means: Callable[[list[Any]], Any] | None = None  # what its tree means of its leaves' values, once it was asked
        self.memory: dict[Any, Any] = {}  # what it was found to mean, by its tokens

    @property
    def terminals(self) -> list[str]:
        """The terminals that were read."""
        return [leaf.terminal for leaf in self.leaves]


class _Way(NamedTuple):
    """One way to read the tokens so far. Inside a longer spelling, `opened` are its words so far and `at` is its first."""

    node: Node
    leaves: Leaves
    opened: Spelling | None = None
    at: int = 0


class State:
    """The kinds of token read so far."""

    __slots__ = ("depth", "edges", "is_inside", "readings", "ways")

    def __init__(self, ways: list[_Way], depth: int) -> None:
        self.ways = ways
        self.depth = depth
        self.edges: dict[int, State | None] = {}
        self.is_inside = any(way.opened is not None for way in ways)  # of a longer spelling
        self.readings = [Reading(way.node.tree, way.leaves) for way in ways if way.opened is None and way.node.tree is not None]


class Walker:
    """Follows tokens through the grammar."""

    def __init__(self, tables: Tables, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.automaton = Automaton(tables)
        self.begin()

    def begin(self) -> None:
        """Forgets every state."""
        self.automaton.forget()
        self._states: dict[Any, State] = {}
        self._leaves: dict[Leaf, Leaf] = {}
        self.root = State([_Way(self.automaton.root, ())], 0)
        self.size = 1

    def follow(self, state: State, token: str) -> State | None:
        """The state after one more token; None where nothing can be read on."""
        senses = self.lexicon[token]
        kind = senses.inner if state.is_inside else senses.kind
        try:
            return state.edges[kind]
        except KeyError:
            found = self._step(state, token) if kind and state.depth < _DEEPEST else None
            state.edges[kind] = found
            return found

    def _step(self, state: State, token: str) -> State | None:
        senses = self.lexicon[token]
        lower = token.lstrip(" \u00a0").lower()
        follow = self.automaton.follow
        depth = state.depth
        ways: list[_Way] = []
        for node, leaves, opened, begun in state.ways:
            at = depth if opened is None else begun
            spelling: Spelling | None = senses if opened is None else opened.further.get(lower)
            if spelling is None:
                continue
            if any(follow(node, terminal) is not None for terminal in spelling.opens):
                ways.append(_Way(node, leaves, spelling, at))
            for terminal, nth in spelling.order:
                after = follow(node, terminal)
                if after is not None:
                    ways.append(_Way(after, (*leaves, self._leaf(at, depth + 1, terminal, nth))))
        if not ways:
            return None
        return self._state(ways[:_MOST_WAYS], depth + 1)

    def _state(self, ways: list[_Way], depth: int) -> State:
        """The state of these ways: one for all tokens that lead to them."""
        key = tuple([(id(way.node), way.leaves, id(way.opened)) for way in ways])
        known = self._states.get(key)
        if known is None:
            known = self._states[key] = State(ways, depth)
            self.size += 1
        return known

    def _leaf(self, at: int, end: int, terminal: str, nth: int) -> Leaf:
        """The leaf, of which there is one only, so that leaves compare fast."""
        leaf = Leaf(at, end, terminal, nth)
        return self._leaves.setdefault(leaf, leaf)

    @property
    def is_full(self) -> bool:
        """Whether there are so many states that it is better to begin anew."""
        return self.size > _MOST_STATES or self.automaton.size > _MOST_STATES
