"""The relations of rules: plain data -> what is matched and reckoned with."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimlint.nouns import frozen

SENTENCE = "sentence"
JOINED = "joined"
PASSAGE = "passage"
OVER = (SENTENCE, JOINED, "neighbours", PASSAGE, "article", "story")
TODAY = "today"
NAMES = ("same_unit", "topic", "alone", "lone", "alike", "beside", "then", "breaks")  # keys that list operands, or words


@frozen(eq=False)
class Part:
    """What one or more operands are found by: any of some templates, by their numbers.

    Parts of the same templates have the same number. An optional part counts nothing where it is missing. Of a gathered one
    all that is found in a stretch of sentences is one list.
    """

    number: int
    templates: tuple[int, ...]
    optional: bool
    gathered: bool = False


@frozen(eq=False)
class Way:
    """One way to find all operands: by its parts together."""

    parts: tuple[Part, ...]


@frozen
class Pairing:
    """Two claims of one article that are about one thing.

    The parts of the article that they stand in, their kinds, and whether their units are the same or different. With
    `sure` they must be as surely of one thing as for a loud conflict, or have so many `points` of evidence; with `alone` neither
    sentence may tell several figures of the kind. `told` are templates, by their numbers, of which one must find the second,
    as what was told before.
    """

    first: str
    second: str
    kinds: frozenset[str]
    units: str
    sure: bool
    points: float = 0.0
    alone: bool = False
    told: tuple[int, ...] = ()


@frozen(eq=False)
class Relation:
    """What a rule looks for, and what must hold of it.

    Each of the `ways`, told by their numbers, finds all operands. With `every` one binding that holds excuses no other of the
    same mentions. Where the operands stand in several sentences, those of `topic` are told of one thing, and `apart` must hold
    for the rule to apply. In the sentences of those of `alone` no other figure of their kind stands, in those of `lone` none
    that counts anything else either; those of `alike` count the same where it is said what they count; the figure nearest to
    one of `beside` is an operand too, and in several sentences those of `then` are told of different times. `kinds` are those of
    the slots, `numbers` the words that stand for numbers in a slot. Those of `same_unit` are told in one unit; what one of
    `multiplied` is told per goes over to no other: so much a night is no part of a sum a night. `breaks` are words that no two
    parts may have between them. With `only` it excuses nothing that the figures come out in another way. `crowded` is how
    severe a finding is where the article tells further figures of the sort; "" for as severe as elsewhere.
    """

    ways: tuple[int, ...]
    over: str
    expect: Any
    where: tuple[Any, ...]
    unless: tuple[int, ...]
    same_unit: frozenset[str]
    multiplied: frozenset[str]
    every: bool
    breaks: frozenset[str]
    kinds: Mapping[str, str]
    numbers: Mapping[str, Mapping[str, float]]
    topic: frozenset[str] = frozenset()
    apart: tuple[Any, ...] = ()
    alone: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    only: bool = False
    crowded: str = ""
    pair: Pairing | None = None


def restored(row: Mapping[str, Any]) -> Relation:
    """Gives the relation that `Compiler` wrote as plain data."""
    pair = None
    if row["pair"]:
        first, second, kinds, units, sure, points, alone, told = row["pair"]
        pair = Pairing(first, second, frozenset(kinds), units, sure, points, alone, tuple(told))
    named = {key: frozenset(row[key]) for key in (*NAMES, "multiplied")}
    listed = {key: tuple(row[key]) for key in ("ways", "where", "unless", "apart")}
    return Relation(**{**row, **named, **listed, "pair": pair})


def ways(rows: Iterable[Sequence[Any]], parts: Sequence[Sequence[int]]) -> list[Way]:
    """Gives the ways that `Compiler` wrote as plain data, with the templates of their parts."""
    return [
        Way(tuple(Part(number, tuple(parts[number]), optional, gathered) for number, optional, gathered in row)) for row in rows
    ]
