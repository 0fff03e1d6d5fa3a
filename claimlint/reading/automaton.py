"""Grammar tables -> the longest reading at a place.

The LALR tables that lark computed are walked lazily: a node stands for the terminals read so far and keeps
the parser's stack, its edges and, where the grammar accepts, the tree that lark would give. Texts say the
same things over and over, so a few thousand nodes read any number of articles.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

Tree: TypeAlias = tuple[Any, ...] | int  # (name, child, ...), or the number of a leaf


class Rule(NamedTuple):
    """One production: what it makes, of how many symbols, and how its tree is shaped."""

    origin: str
    size: int
    name: str  # what the tree is called: the alias, or the origin
    inline: bool  # the children stand in for the node (a rule named _x)
    expand: bool  # a node with one child is that child (a rule named ?x)
    keep: tuple[int, ...]  # which of its symbols stand in the tree


class Tables(NamedTuple):
    """LALR tables: what to do in a state on a terminal. Actions are ("shift", state) or ("reduce", rule)."""

    actions: list[dict[str, tuple[str, int]]]
    rules: list[Rule]
    start: int
    end: int


class Node:
    """The terminals read so far."""

    __slots__ = ("depth", "edges", "forest", "memory", "states", "tree")

    def __init__(self, states: tuple[int, ...], forest: tuple[Any, ...], depth: int) -> None:
        self.states = states
        self.forest = forest
        self.depth = depth
        self.edges: dict[str, Node | None] = {}
        self.tree: Tree | None = None
        self.memory: dict[Any, Any] = {}  # what its tree was found to mean, by the leaves' values


class Automaton:
    """Walks LALR tables, remembering every way it went."""

    def __init__(self, tables: Tables, limit: int = 200_000, depth: int = 40) -> None:
        self.tables = tables
        self.limit = limit
        self.depth = depth
        self._grow_root()

    def _grow_root(self) -> None:
        self.root = Node((self.tables.start,), (), 0)
        self.size = 1

    def starts(self) -> set[str]:
        """The terminals a reading can begin with."""
        return {symbol for symbol in self.tables.actions[self.tables.start] if symbol.isupper()}

    def follow(self, node: Node, terminal: str) -> Node | None:
        """The node after one more terminal; None where the grammar allows none."""
        try:
            return node.edges[terminal]
        except KeyError:
            found = self._step(node, terminal)
            node.edges[terminal] = found
            return found

    def readings(
        self, place: int, alternatives: Callable[[int], Sequence[tuple[str, Any, int]]]
    ) -> list[tuple[int, Node, tuple[Any, ...]]]:
        """Every accepted reading from a place, best first: (end, node with its tree, the leaves' values and places).

        `alternatives` gives for a place the (terminal, value, next place) that can be read there, preferred
        ones first. A longer reading is better, then one made of preferred alternatives.
        """
        if self.size > self.limit:
            self._grow_root()
        found: list[tuple[int, Node, tuple[Any, ...]]] = []
        stack: list[tuple[Node, int, tuple[Any, ...]]] = [(self.root, place, ())]
        while stack:
            node, at, leaves = stack.pop()
            if node.tree is not None:
                found.append((at, node, leaves))
            if node.depth >= self.depth:
                continue
            edges = node.edges
            for terminal, value, after in reversed(alternatives(at)):
                nxt = edges[terminal] if terminal in edges else self.follow(node, terminal)
                if nxt is not None:
                    stack.append((nxt, after, (*leaves, (value, at))))
        if len(found) > 1:
            found.sort(key=lambda reading: -reading[0])
        return found

    def _step(self, node: Node, terminal: str) -> Node | None:
        """The node after a terminal: reduces as far as it asks, then shifts it."""
        states, forest = node.states, node.forest
        while True:
            action = self.tables.actions[states[-1]].get(terminal)
            if action is None:
                return None
            kind, arg = action
            if kind == "shift":
                break
            states, forest = self._reduce(states, forest, self.tables.rules[arg])
        found = Node((*states, arg), (*forest, node.depth), node.depth + 1)
        found.tree = self._accept(found.states, found.forest)
        self.size += 1
        return found

    def _accept(self, states: tuple[int, ...], forest: tuple[Any, ...]) -> Tree | None:
        """The tree of what has been read, if the grammar takes it as a whole."""
        while states[-1] != self.tables.end:
            action = self.tables.actions[states[-1]].get("$END")
            if action is None:
                return None
            states, forest = self._reduce(states, forest, self.tables.rules[action[1]])
        tree: Tree = forest[-1]
        return tree

    def _reduce(self, states: tuple[int, ...], forest: tuple[Any, ...], rule: Rule) -> tuple[tuple[int, ...], tuple[Any, ...]]:
        """The stacks after a production: its symbols make way for what they make."""
        states = states[: len(states) - rule.size]
        children = forest[len(forest) - rule.size :]
        target = self.tables.actions[states[-1]][rule.origin][1]
        return (*states, target), (*forest[: len(forest) - rule.size], _shape(rule, children))


class _Inline(tuple[Any, ...]):
    """Children that stand in for their node."""

    __slots__ = ()


def _shape(rule: Rule, children: tuple[Any, ...]) -> Any:
    """The tree of a production, shaped as lark shapes it."""
    kept: list[Any] = []
    for i in rule.keep:
        child = children[i]
        if isinstance(child, _Inline):
            kept.extend(child)
        else:
            kept.append(child)
    if rule.inline:
        return _Inline(kept)
    if rule.expand and len(kept) == 1:
        return kept[0]
    return (rule.name, *kept)


def leaves(tree: Tree) -> Iterator[int]:
    """The leaves of a tree, left to right."""
    if isinstance(tree, int):
        yield tree
    else:
        for child in tree[1:]:
            yield from leaves(child)
