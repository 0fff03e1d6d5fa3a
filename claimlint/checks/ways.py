"""What the sentences of an article have -> the ways to find operands that may be there, by the rules that ask for them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimlint.checks.relation import SENTENCE, Way
from claimlint.checks.rules import Rule
from claimlint.claims.prospects import Has, every


class _Asked(NamedTuple):
    """A way that a rule asks for, with its number."""

    number: int
    rule: str
    way: Way


class Ways:
    """The ways of rules. Built once, used for any number of articles."""

    def __init__(self, rules: Sequence[Rule], ways: Mapping[int, Way]) -> None:
        self._narrow, self._wide = _Wanted(), _Wanted()
        for rule in rules:
            for number in rule.relation.ways if rule.relation is not None else ():
                wanted = self._narrow if rule.relation is not None and rule.relation.over == SENTENCE else self._wide
                wanted.add(_Asked(number, rule.name, ways[number]))

    def likely(self, sentences: Sequence[Has]) -> dict[str, list[tuple[Way, list[int]]]]:
        """Gives the ways that may be found in sentences that have so much, by their rules, each in order.

        With each of them the numbers of the sentences: for a wider one, whose parts may stand in different sentences, all.
        """
        found: dict[int, tuple[_Asked, list[int]]] = {}
        for place, has in enumerate(sentences):
            for asked in self._narrow.met(has):
                found.setdefault(asked.number, (asked, []))[1].append(place)
        places = list(range(len(sentences)))
        for asked in self._wide.met(every(sentences)):
            if all(part.optional or any(map(part.may_stand, sentences)) for part in asked.way.parts):
                found[asked.number] = asked, places
        ways: dict[str, list[tuple[Way, list[int]]]] = {}
        for _, (asked, at) in sorted(found.items()):
            ways.setdefault(asked.rule, []).append((asked.way, at))
        return ways


class _Wanted:
    """Ways by what they need: those for which there are values in a sentence are asked for their words."""

    def __init__(self) -> None:
        self._asked: list[_Asked] = []
        self._fitting: dict[tuple[int, int], list[_Fitting]] = {}

    def add(self, asked: _Asked) -> None:
        """Adds a way."""
        self._asked.append(asked)

    def met(self, has: Has) -> list[_Asked]:
        """Gives the ways of which all that they need is there."""
        fitting = self._fitting.get(has[1:])
        if fitting is None:
            values = Has(-1, *has[1:])
            fitting = self._fitting[has[1:]] = [_fitting(asked, values) for asked in self._asked if values.holds(asked.way.need)]
        words = has.words
        return [asked for need, one_of, asked in fitting if need & words == need and (not one_of or _stand(one_of, words))]


_Fitting = tuple[int, list[list[int]], _Asked]  # the words that a way needs, and of each open part those of which it needs some


def _fitting(asked: _Asked, values: Has) -> _Fitting:
    """A way with the words that it needs, besides values of some kinds."""
    return asked.way.need.words, [part.words(values) for part in asked.way.open], asked


def _stand(one_of: Sequence[Sequence[int]], words: int) -> bool:
    """Whether of each part the words of a template are there."""
    return all(any(each & words == each for each in needs) for needs in one_of)
