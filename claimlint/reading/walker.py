"""Tokens -> the readings from a place: the automaton walked for all senses of each token at once.

A state holds every stack of the parser to which the kinds of token read so far may lead, so that a text is followed by
one look-up a token and texts that go on alike share their states. Which senses led there is asked only of the
tokens that the grammar takes as a whole: the steps gone are followed back from the stacks that accept. States are made as
texts need them and forgotten when there are too many.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from claimlint.reading.automaton import Automaton, Stack, Tables, Tree
from claimlint.reading.lexicon import Lexicon, Senses, Spelling

DEEPEST = 40  # tokens of a reading
_MOST_WAYS = 64  # ways to read the same tokens
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


class Reading(NamedTuple):
    """A way to read a stretch of tokens that the grammar takes as a whole."""

    tree: Tree
    leaves: tuple[Leaf, ...]

    @property
    def terminals(self) -> list[str]:
        """The terminals that were read."""
        return [leaf.terminal for leaf in self.leaves]


_Inside: TypeAlias = tuple[Stack, Spelling]
_Link: TypeAlias = tuple[int, int, str, int]  # from which spot, to which, by which sense of a token; "" is into a spelling
_NO_SPELLING = Spelling()


class State:
    """The kinds of token read so far: the stacks to which they may lead, and those that wait for the end of a longer spelling.

    The spots of a state are these stacks and the spellings begun on stacks, numbered on end.
    """

    __slots__ = ("accepts", "classes", "inside", "outer", "stacks", "steps", "words")

    def __init__(self, stacks: tuple[Stack, ...], inside: tuple[_Inside, ...], outer: "State | None") -> None:
        self.stacks = stacks
        self.inside = inside
        self.accepts = any(stack.accepts for stack in stacks)  # whether the grammar takes the tokens so far
        self.steps: dict[int, Step | None] = {}  # by the kind of the next token
        self.words = frozenset(word for _, spelling in inside for word in spelling.further)  # which go on with a spelling
        self.outer = self if outer is None else outer  # the state for all other words
        self.classes: dict[int, Step | None] = {}  # the steps by the class of such a word


class Step:
    """How the spots of a state lead to those of the next by a kind of token."""

    __slots__ = ("accepts", "links", "state", "steps")

    def __init__(self, state: State, links: list[_Link]) -> None:
        self.state = state
        self.links = links
        self.accepts = state.accepts
        self.steps = state.steps


class Walker:
    """Follows tokens through the grammar."""

    def __init__(self, tables: Tables, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.automaton = Automaton(tables)
        self.begin()

    def begin(self) -> None:
        """Forgets every state."""
        self.automaton.forget()
        self.size = 0
        self._states: dict[tuple[tuple[Stack, ...], tuple[_Inside, ...]], State] = {}
        self._readings: dict[tuple[tuple[_Link, ...], ...], tuple[Reading, ...]] = {}  # by the links, the last first
        self.root = self._state((self.automaton.root,))
        self.nowhere = Step(self._state(()), [])  # which leads to no reading

    def follow(self, state: State, kind: int) -> Step | None:
        """The step from a state by one more token of a kind; None where nothing can be read on."""
        try:
            return state.steps[kind]
        except KeyError:
            found = state.steps[kind] = self._following(state, self.lexicon.of_kind[kind])
            return found

    def _following(self, state: State, senses: Senses) -> Step | None:
        """The step by a token; outside of longer spellings it is one for all tokens of a class."""
        if senses.word in state.words:
            return self._step(state, senses)
        outer, class_ = state.outer, senses.class_
        if class_ not in outer.classes:
            outer.classes[class_] = self._step(outer, senses) if class_ else None
        return outer.classes[class_]

    def readings(self, path: Sequence[Step]) -> tuple[Reading, ...]:
        """Every way to read the tokens that led along a path from the root, in the order of their senses.

        The links are followed back from the stacks that accept: paths of which the same links are left are read alike.
        """
        reached = {number for number, stack in enumerate(path[-1].state.stacks) if stack.accepts}
        trail: list[tuple[_Link, ...]] = []
        for step in reversed(path):
            links = tuple([link for link in step.links if link[1] in reached])
            trail.append(links)
            reached = {link[0] for link in links}
        key = tuple(trail)
        known = self._readings.get(key)
        if known is None:
            known = self._readings[key] = self._read(trail)
            self.size += 1
        return known

    def _read(self, trail: Sequence[Sequence[_Link]]) -> tuple[Reading, ...]:
        """The leaves read forward along the links that lead to a reading."""
        ways: list[tuple[int, int, tuple[Leaf, ...]]] = [(0, 0, ())]  # the spot, the first token of its spelling, the leaves
        for end, links in enumerate(reversed(trail), 1):
            ways = [
                (after, end, (*leaves, Leaf(at, end, terminal, nth))) if terminal else (after, at, leaves)
                for spot, at, leaves in ways
                for before, after, terminal, nth in links
                if before == spot
            ][:_MOST_WAYS]
        tree = self.automaton.tree
        return tuple([Reading(tree(tuple([leaf.terminal for leaf in leaves])), leaves) for _, _, leaves in ways])

    def _step(self, state: State, senses: Senses) -> Step | None:
        """The step by a token with these senses, in the order of the spellings: the longer ones first."""
        follow = self.automaton.follow
        opened: dict[_Inside, int] = {}
        reached: dict[Stack, int] = {}
        begun: list[_Link] = []
        links: list[_Link] = []
        ways: list[tuple[Stack, Spelling]] = [(stack, senses) for stack in state.stacks]
        ways += [(stack, spelling.further.get(senses.word, _NO_SPELLING)) for stack, spelling in state.inside]
        for before, (stack, spelling) in enumerate(ways):
            may_follow = stack.may_follow
            if may_follow.isdisjoint(spelling.terminals):
                continue
            if spelling.opens and any(follow(stack, terminal) for terminal in spelling.opens):
                begun.append((before, opened.setdefault((stack, spelling), len(opened)), "", 0))
            for terminal, nth in spelling.order:
                if terminal in may_follow and (after := follow(stack, terminal)) is not None:
                    links.append((before, reached.setdefault(after, len(reached)), terminal, nth))
        if not (begun or links):
            return None
        if begun:
            links[:0] = [(before, len(reached) + number, terminal, nth) for before, number, terminal, nth in begun]
        return Step(self._state(tuple(reached), tuple(opened)), links)

    def _state(self, stacks: tuple[Stack, ...], inside: tuple[_Inside, ...] = ()) -> State:
        """The state of these spots: one for all tokens that lead to them."""
        known = self._states.get((stacks, inside))
        if known is None:
            known = self._states[stacks, inside] = State(stacks, inside, self._state(stacks) if inside else None)
            self.size += 1
        return known

    @property
    def is_full(self) -> bool:
        """Whether there is so much remembered that it is better to begin anew."""
        return self.size + self.automaton.size > _MOST_STATES
