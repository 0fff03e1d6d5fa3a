"""What the sentences of an article have -> the ways to find operands that may be there, by the rules that ask for them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_

from claimlint.checks.relation import JOINED, SENTENCE, Part, Way
from claimlint.checks.rules import Rule
from claimlint.claims.prospects import NONE, Has, rarest
from claimlint.claims.rows import bits
from claimlint.nouns import frozen

ANYWHERE = -1
Standing = dict[int, int]  # templates, by their numbers -> the sentences in which each may stand, as bits


@frozen(eq=False)
class Likely:
    """A way, with the sentences in which each of its parts may stand, and of which one must hold all that it cannot do without.

    `together` has every bit where these may stand in any sentences.
    """

    way: Way
    places: tuple[int, ...]
    together: int


class Ways:
    """The ways of rules. Built once, used for any number of articles."""

    def __init__(self, rules: Sequence[Rule], ways: Sequence[Way], needs: Mapping[int, Has]) -> None:
        self._ways = ways
        self._rules: dict[int, tuple[str, str]] = {}  # of each way, and how far apart its parts may stand
        self._least: dict[int, frozenset[int]] = {}  # the parts that each way cannot do without
        self._led: dict[int, list[int]] = {}  # ways, by the rarest part that they cannot do without
        self._of: dict[int, list[int]] = {}  # the parts of each template
        parts: dict[int, tuple[int, ...]] = {}
        for rule in rules:
            if rule.relation is None:
                continue
            for number in rule.relation.ways:
                self._rules[number] = rule.name, rule.relation.over
                parts.update((part.number, part.templates) for part in ways[number].parts)
                self._least[number] = frozenset(part.number for part in ways[number].parts if not part.optional)
                leading = min(ways[number].parts, key=lambda part: (part.optional, _rarity(part, needs)))
                self._led.setdefault(leading.number, []).append(number)
        for part, templates in parts.items():
            for template in templates:
                self._of.setdefault(template, []).append(part)
        self._needs = {template: needs[template] for template in self._of}
        self._most = max((need.values for need in self._needs.values()), default=0)
        self._fitting: dict[tuple[int, int], _Fitting] = {}  # by the kinds of the values, and how many

    def standing(self, sentences: Sequence[Has]) -> Standing:
        """Gives the templates that may stand in sentences which have so much."""
        found: Standing = {}
        for place, has in enumerate(sentences):
            for template in self._fit(has).templates(has.words):
                found[template] = found.get(template, 0) | 1 << place
        return found

    def likely(self, standing: Standing, links: int) -> dict[str, list[Likely]]:
        """Gives the ways of which each part that they cannot do without may stand in some sentence, by their rules, in order.

        Over a single sentence all those parts may stand in that one, over joined ones in it or the next, where that is of `links`.
        """
        places: dict[int, int] = {}
        for template, where in standing.items():
            for part in self._of[template]:
                places[part] = places.get(part, 0) | where
        found: dict[str, list[Likely]] = {}
        leading = (way for part in places for way in self._led.get(part, ()))
        for number in sorted(way for way in leading if self._least[way] <= places.keys()):
            way, (rule, over) = self._ways[number], self._rules[number]
            each = tuple(places.get(part.number, 0) for part in way.parts)
            least = (where for part, where in zip(way.parts, each, strict=True) if not part.optional)
            if over == JOINED:
                least = (where | where >> 1 & links for where in least)
            together = reduce(and_, least, ANYWHERE) if over in (SENTENCE, JOINED) else ANYWHERE
            if together:
                found.setdefault(rule, []).append(Likely(way, each, together))
        return found

    def _fit(self, has: Has) -> "_Fitting":
        """The templates for which the values of a sentence are enough."""
        kinds, many = has.kinds, min(has.values, self._most)
        found = self._fitting.get((kinds, many))
        if found is None:
            fitting = {
                template: need.words for template, need in self._needs.items() if not need.kinds & ~kinds and need.values <= many
            }
            found = self._fitting[kinds, many] = _Fitting(fitting)
        return found


class _Fitting:
    """Some templates by the words that they need, and these by the rarest of them: few sentences have these."""

    def __init__(self, templates: Mapping[int, int]) -> None:
        self._of: dict[int, dict[int, list[int]]] = {}
        for template, words in templates.items():
            self._of.setdefault(rarest(words), {}).setdefault(words, []).append(template)
        self._rarest = sum(1 << bit for bit in self._of if bit >= 0)

    def templates(self, words: int) -> Iterator[int]:
        """Gives those for which the words of a sentence are enough."""
        yield from self._of.get(NONE, {}).get(0, ())
        missing = ~words
        for bit in bits(words & self._rarest):
            for needed, templates in self._of[bit].items():
                if not needed & missing:
                    yield from templates


def _rarity(part: Part, needs: Mapping[int, Has]) -> int:
    """Less for a part each of whose templates needs rarer words."""
    return -min(rarest(needs[template].words) for template in part.templates)
