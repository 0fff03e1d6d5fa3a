"""What the sentences of an article have -> the ways to find operands that may be there, by the rules that ask for them.

Sentences with values of the same kinds ask for the words of the same templates.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimlint.checks.relation import Way
from claimlint.checks.rules import Rule
from claimlint.claims.prospects import Has

Values = tuple[int, int]  # the bits of their kinds, and how many
Standing = dict[int, list[int]]  # templates, by their numbers -> the numbers of the sentences in which each may stand


class _Asked(NamedTuple):
    """A way, with the rule that asks for it."""

    rule: str
    way: Way


class Ways:
    """The ways of rules. Built once, used for any number of articles."""

    def __init__(self, rules: Sequence[Rule], ways: Mapping[int, Way]) -> None:
        self._asked: dict[int, _Asked] = {}
        self._of: dict[int, int] = {}  # the way of each template
        self._needing: dict[Values, dict[int, list[int]]] = {}  # templates, by the values and then the words that they need
        self._fitting: dict[Values, list[tuple[int, list[int]]]] = {}
        for rule in rules:
            for number in rule.relation.ways if rule.relation is not None else ():
                self._add(number, _Asked(rule.name, ways[number]))
        self._most = max((many for _, many in self._needing), default=0)

    def _add(self, number: int, asked: _Asked) -> None:
        self._asked[number] = asked
        for part in asked.way.parts:
            for template, need in zip(part.templates, part.needs, strict=True):
                self._of[template] = number
                self._needing.setdefault(need[1:], {}).setdefault(need.words, []).append(template)

    def standing(self, sentences: Sequence[Has]) -> Standing:
        """Gives the templates that may stand in sentences which have so much."""
        found: Standing = {}
        for place, has in enumerate(sentences):
            words = has.words
            for need, templates in self._fit((has.kinds, min(has.values, self._most))):
                if need & words == need:
                    for template in templates:
                        found.setdefault(template, []).append(place)
        return found

    def likely(self, standing: Standing) -> dict[str, list[Way]]:
        """Gives the ways of which each part that they cannot do without may stand in some sentence, by their rules, in order."""
        ways: dict[str, list[Way]] = {}
        for number in sorted({self._of[template] for template in standing}):
            rule, way = self._asked[number]
            if not any(standing.keys().isdisjoint(part.templates) for part in way.parts if not part.optional):
                ways.setdefault(rule, []).append(way)
        return ways

    def _fit(self, values: Values) -> list[tuple[int, list[int]]]:
        """The templates for which some values are enough, by the words that they need besides."""
        found = self._fitting.get(values)
        if found is None:
            kinds, many = values
            found = self._fitting[values] = [
                asked for needed, by_words in self._needing.items() if needed[0] & kinds == needed[0] and needed[1] <= many
                for asked in by_words.items()
            ]  # fmt: skip
        return found
