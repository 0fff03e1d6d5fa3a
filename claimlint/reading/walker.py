"""Tokens -> the readings from a place: the automaton walked for all senses of each token at once.

A state stands for the kinds of token read so far and holds every way to read them, so that a text is followed by one
look-up a token. States and nodes are made as texts need them and forgotten when there are too many.
"""

from typing import Any, NamedTuple, TypeAlias

from claimlint.reading.automaton import Automaton, Node, Tables, Tree
from claimlint.reading.lexicon import Entry, Lexicon

_DEEPEST = 40  # tokens of a reading
_MOST_WAYS = 64  # ways to read the same tokens that are followed side by side
_MOST_STATES = 100_000


class Leaf(NamedTuple):
    """Where a terminal of a reading stands, counted from its first token, and what it says.

    `sense` is the place in the token's own senses; -1 for a longer spelling, which has its value here.
    """

    at: int
    terminal: str
    sense: int
    value: Any = None


Leaves: TypeAlias = tuple[Leaf, ...]


class Reading:
    """A way to read a stretch of tokens that the grammar takes as a whole."""

    __slots__ = ("leaves", "memory", "tree")

    def __init__(self, tree: Tree, leaves: Leaves) -> None:
        self.tree = tree
        self.leaves = leaves
        self.memory: dict[Any, Any] = {}  # what it was found to mean, by its tokens

    @property
    def terminals(self) -> list[str]:
        """The terminals that were read."""
        return [leaf.terminal for leaf in self.leaves]


class _Way(NamedTuple):
    """One way to read the tokens so far. Inside a longer spelling, `opened` are its forms by the word that must come next."""

    node: Node
    leaves: Leaves
    opened: dict[str, tuple[Entry, ...]] | None = None
    at: int = 0


class State:
    """The kinds of token read so far."""

    __slots__ = ("depth", "edges", "readings", "ways")

    def __init__(self, ways: list[_Way], depth: int) -> None:
        self.ways = ways
        self.depth = depth
        self.edges: dict[int, State | None] = {}
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
        self.root = State([_Way(self.automaton.root, ())], 0)
        self.size = 1

    def follow(self, state: State, token: str) -> State | None:
        """The state after one more token; None where nothing can be read on."""
        kind = self.lexicon[token].kind
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
        for node, leaves, opened, at in state.ways:
            if opened is not None:
                for entry in opened.get(lower, ()):
                    after = follow(node, entry.terminal)
                    if after is None:
                        continue
                    if len(entry.rest) == 1:
                        ways.append(_Way(after, (*leaves, Leaf(at, entry.terminal, -1, entry.value))))
                    else:
                        shorter = entry._replace(rest=entry.rest[1:])
                        ways.append(_Way(node, leaves, {shorter.rest[0].lower(): (shorter,)}, at))
                continue
            if senses.longer:
                ways.append(_Way(node, leaves, senses.longer, depth))
            for sense, (terminal, _) in enumerate(senses.alone):
                after = follow(node, terminal)
                if after is not None:
                    ways.append(_Way(after, (*leaves, Leaf(depth, terminal, sense))))
        if not ways:
            return None
        self.size += 1
        return State(ways[:_MOST_WAYS], depth + 1)

    @property
    def is_full(self) -> bool:
        """Whether there are so many states that it is better to begin anew."""
        return self.size > _MOST_STATES or self.automaton.size > _MOST_STATES
