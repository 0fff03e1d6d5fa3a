"""LALR tables -> nodes: what can be read after what, and the trees of what has been read.

The tables that lark computed are walked lazily: a node stands for the terminals read so far and keeps the parser's
stack, its edges and, where the grammar accepts, the tree that lark would give. Texts say the same things over and
over, so a few thousand nodes read any number of articles.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from claimlint.knowledge.tables import Kept

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
    """LALR tables: in each state, what follows a symbol. A number is a state, ~ a number the rule to reduce by."""

    actions: Mapping[int, Mapping[str, int]]
    rules: Mapping[int, Rule]
    start: int
    end: int


def restore(data: dict[str, Any]) -> Tables:
    """Gives the tables that claimlint.reading.grammar wrote as plain data."""
    return Tables(Kept(data["actions"], dict), Kept(data["rules"], _rule), data["start"], data["end"])


def _rule(row: list[Any]) -> Rule:
    origin, size, name, inline, expand, keep = row
    return Rule(origin, size, name, inline, expand, tuple(keep))


class Node:
    """The terminals read so far."""

    __slots__ = ("depth", "edges", "forest", "states", "tree")

    def __init__(self, states: tuple[int, ...], forest: tuple[Any, ...], depth: int) -> None:
        self.states = states
        self.forest = forest
        self.depth = depth
        self.edges: dict[str, Node | None] = {}
        self.tree: Tree | None = None


class Automaton:
    """Walks LALR tables, remembering every way it went."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.root = Node((tables.start,), (), 0)
        self.size = 1

    def forget(self) -> None:
        """Begins anew, without the ways gone."""
        self.root = Node((self.tables.start,), (), 0)
        self.size = 1

    def follow(self, node: Node, terminal: str) -> Node | None:
        """The node after one more terminal; None where the grammar allows none."""
        try:
            return node.edges[terminal]
        except KeyError:
            found = self._step(node, terminal) if terminal in self.tables.actions[node.states[-1]] else None
            node.edges[terminal] = found
            return found

    def _step(self, node: Node, terminal: str) -> Node | None:
        """The node after a terminal: reduces as far as it asks, then shifts it."""
        actions, rules = self.tables.actions, self.tables.rules
        states, forest = node.states, node.forest
        while True:
            action = actions[states[-1]].get(terminal)
            if action is None:
                return None
            if action >= 0:
                break
            states, forest = self._reduce(states, forest, rules[~action])
        found = Node((*states, action), (*forest, node.depth), node.depth + 1)
        if "$END" in actions[action]:
            found.tree = self._accept(found.states, found.forest)
        self.size += 1
        return found

    def _accept(self, states: tuple[int, ...], forest: tuple[Any, ...]) -> Tree | None:
        """The tree of what has been read, if the grammar takes it as a whole."""
        while states[-1] != self.tables.end:
            action = self.tables.actions[states[-1]].get("$END")
            if action is None:
                return None
            states, forest = self._reduce(states, forest, self.tables.rules[~action])
        tree: Tree = forest[-1]
        return tree

    def _reduce(self, states: tuple[int, ...], forest: tuple[Any, ...], rule: Rule) -> tuple[tuple[int, ...], tuple[Any, ...]]:
        """The stacks after a production: its symbols make way for what they make."""
        size = len(states) - rule.size
        states, children = states[:size], forest[size - 1 :]
        target = self.tables.actions[states[-1]][rule.origin]
        return (*states, target), (*forest[: size - 1], _shape(rule, children))


class _Inline(tuple[Any, ...]):
    """Children that stand in for their node."""

    __slots__ = ()


def _shape(rule: Rule, children: tuple[Any, ...]) -> Any:
    """The tree of a production, shaped as lark shapes it."""
    if rule.expand and len(rule.keep) == 1 and not isinstance(children[rule.keep[0]], _Inline):
        return children[rule.keep[0]]
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
