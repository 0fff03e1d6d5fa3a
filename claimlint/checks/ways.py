"""What the sentences of an article have -> the ways to find operands that may be there, by the rules that ask for them.

Sentences with values of the same kinds ask for the words of the same templates.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_

from claimlint.checks.relation import SENTENCE, Way
from claimlint.checks.rules import Rule
from claimlint.claims.prospects import Has
from claimlint.nouns import frozen

Values = tuple[int, int]  # the bits of their kinds, and how many
Standing = dict[int, int]  # templates, by their numbers -> the sentences in which each may stand, as bits
Asked = tuple[int, list[int]]  # the words that some templates need, and their numbers


@frozen(eq=False)
class Likely:
    """A way, with the sentences in which each of its parts may stand."""

    way: Way
    places: tuple[int, ...]

    def together(self, is_open: Callable[[int], bool]) -> "Likely":
        """The same in the sentences in which every part may stand that it cannot do without, and that are open."""
        needed = (where for part, where in zip(self.way.parts, self.places, strict=True) if not part.optional)
        least = reduce(and_, needed, reduce(or_, self.places))
        where = sum(1 << place for place in bits(least) if is_open(place))
        return Likely(self.way, tuple(each & where for each in self.places))


class Ways:
    """The ways of rules. Built once, used for any number of articles."""

    def __init__(self, rules: Sequence[Rule], ways: Sequence[Way], needs: Mapping[int, Has]) -> None:
        self._ways = ways
        self._rules: dict[int, tuple[str, bool]] = {}  # of each way, and whether all its parts stand in one sentence
        self._led: dict[int, list[int]] = {}  # ways, by their first part that they cannot do without
        self._of: dict[int, list[int]] = {}  # the parts of each template
        parts: dict[int, tuple[int, ...]] = {}
        for rule in rules:
            if rule.relation is None:
                continue
            for number in rule.relation.ways:
                self._rules[number] = rule.name, rule.relation.over == SENTENCE
                parts.update((part.number, part.templates) for part in ways[number].parts)
                leading = min(ways[number].parts, key=lambda part: part.optional)
                self._led.setdefault(leading.number, []).append(number)
        for part, templates in parts.items():
            for template in templates:
                self._of.setdefault(template, []).append(part)
        self._fitting: dict[Values, list[Asked]] = {}
        self._needing: dict[Values, dict[int, list[int]]] = {}  # templates, by the values and then the words that they need
        for template in self._of:
            words, *values = needs[template]
            self._needing.setdefault((values[0], values[1]), {}).setdefault(words, []).append(template)
        self._most = max((many for _, many in self._needing), default=0)
        self._words = reduce(or_, (words for by_words in self._needing.values() for words in by_words), 0)

    def standing(self, sentences: Sequence[Has]) -> Standing:
        """Gives the templates that may stand in sentences which have so much."""
        found: Standing = {}
        for place, has in enumerate(sentences):
            missing = self._words & ~has.words
            for templates in [each for words, each in self._fit(has) if not words & missing]:
                for template in templates:
                    found[template] = found.get(template, 0) | 1 << place
        return found

    def likely(self, standing: Standing) -> dict[str, list[Likely]]:
        """Gives the ways of which each part that they cannot do without may stand in some sentence, by their rules, in order.

        Over a single sentence all those parts may stand in that one.
        """
        places: dict[int, int] = {}
        for template, where in standing.items():
            for part in self._of[template]:
                places[part] = places.get(part, 0) | where
        found: dict[str, list[Likely]] = {}
        for number in sorted(way for part in places for way in self._led.get(part, ())):
            way, (rule, together) = self._ways[number], self._rules[number]
            least = [places.get(part.number, 0) for part in way.parts if not part.optional]
            if all(least) and (not together or reduce(and_, least, -1)):
                found.setdefault(rule, []).append(Likely(way, tuple(places.get(part.number, 0) for part in way.parts)))
        return found

    def _fit(self, has: Has) -> list[Asked]:
        """The templates for which the values of a sentence are enough, by the words that they need besides."""
        values = has.kinds, min(has.values, self._most)
        found = self._fitting.get(values)
        if found is None:
            found = self._fitting[values] = []
            for (kinds, many), by_words in self._needing.items():
                if not kinds & ~values[0] and many <= values[1]:
                    found += by_words.items()
        return found


def bits(number: int) -> Iterator[int]:
    """Gives the places of the bits of a number."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
