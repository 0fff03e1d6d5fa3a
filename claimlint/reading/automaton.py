"""LALR tables -> stacks: what can be read after what, and the trees of what has been read.

The tables that lark computed are walked lazily. What may follow depends on the parser's stack alone, so a stack keeps
its edges and whether the grammar takes what led to it, and the trees are left to `tree`, which is asked for the
few ways of reading that matter. A few hundred stacks read any number of articles.
"""

from collections.abc import KeysView, Mapping
from typing import Any, NamedTuple, TypeAlias

from claimlint.knowledge.tables import Kept

Tree: TypeAlias = tuple[Any, ...] | int  # (name, child, ...), or the number of a leaf

_END = "$END"


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


class Stack:
    """The states of the parser after some terminals."""

    __slots__ = ("accepts", "edges", "may_follow", "states")

    def __init__(self, states: tuple[int, ...], may_follow: KeysView[str], *, accepts: bool) -> None:
        self.states = states
        self.may_follow = may_follow  # all terminals of which the tables do not say at once that none can follow
        self.accepts = accepts  # whether the grammar takes what was read as a whole
        self.edges: dict[str, Stack | None] = {}


class Automaton:
    """Walks LALR tables, remembering every way it went."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.forget()

    def forget(self) -> None:
        """Begins anew, without the ways gone."""
        self.size = 0
        self._stacks: dict[tuple[int, ...], Stack] = {}
        self._trees: dict[tuple[str, ...], Tree] = {}
        self.root = self._stack((self.tables.start,))

    def follow(self, stack: Stack, terminal: str) -> Stack | None:
        """The stack after one more terminal; None where the grammar allows none."""
        if terminal not in stack.may_follow:
            return None
        try:
            return stack.edges[terminal]
        except KeyError:
            states = self._after(stack.states, terminal)
            found = stack.edges[terminal] = None if states is None else self._stack(states)
            return found

    def tree(self, terminals: tuple[str, ...]) -> Tree:
        """The tree that lark gives of terminals that the grammar takes; its leaves are their numbers."""
        tree = self._trees.get(terminals)
        if tree is None:
            tree = self._trees[terminals] = self._parsed(terminals)
            self.size += 1
        return tree

    def _stack(self, states: tuple[int, ...]) -> Stack:
        known = self._stacks.get(states)
        if known is None:
            known = self._stacks[states] = Stack(states, self.tables.actions[states[-1]].keys(), accepts=self._accepts(states))
            self.size += 1
        return known

    def _after(self, states: tuple[int, ...], terminal: str) -> tuple[int, ...] | None:
        """The states after a terminal: reduces as far as it asks, then shifts it."""
        actions = self.tables.actions
        while (action := actions[states[-1]].get(terminal)) is not None:
            if action >= 0:
                return (*states, action)
            states = self._reduced(states, self.tables.rules[~action])
        return None

    def _accepts(self, states: tuple[int, ...]) -> bool:
        """Whether the text may end here: it can be reduced to the whole."""
        while states[-1] != self.tables.end:
            action = self.tables.actions[states[-1]].get(_END)
            if action is None:
                return False
            states = self._reduced(states, self.tables.rules[~action])
        return True

    def _reduced(self, states: tuple[int, ...], rule: Rule) -> tuple[int, ...]:
        """The states after a production: those of its symbols make way for that of what they make."""
        states = states[: len(states) - rule.size]
        return (*states, self.tables.actions[states[-1]][rule.origin])

    def _parsed(self, terminals: tuple[str, ...]) -> Tree:
        actions, rules = self.tables.actions, self.tables.rules
        states: tuple[int, ...] = (self.tables.start,)
        forest: list[Any] = []
        for number, terminal in enumerate(terminals):
            while (action := actions[states[-1]][terminal]) < 0:
                states = self._made(states, forest, rules[~action])
            states = (*states, action)
            forest.append(number)
        while states[-1] != self.tables.end:
            states = self._made(states, forest, rules[~actions[states[-1]][_END]])
        tree: Tree = forest[0]
        return tree

    def _made(self, states: tuple[int, ...], forest: list[Any], rule: Rule) -> tuple[int, ...]:
        """The states after a production, whose tree takes the place of its parts."""
        first = len(forest) - rule.size
        forest[first:] = [_shape(rule, forest[first:])]
        return self._reduced(states, rule)


class _Inline(tuple[Any, ...]):
    """Children that stand in for their node."""

    __slots__ = ()


def _shape(rule: Rule, children: list[Any]) -> Any:
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
