"""What the sentences of an article have -> the ways to find operands that may be there, by the rules that ask for them."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_, or_

from claimlint.checks.relation import JOINED, SENTENCE, Part, Way
from claimlint.checks.rules import Rule
from claimlint.claims.rows import bits
from claimlint.nouns import frozen

ANYWHERE = -1


@frozen(eq=False)
class Likely:
    """A way, with the sentences in which each of its parts may stand, and of which one must hold all that it cannot do without.

    `together` has every bit where these may stand in several sentences.
    """

    way: Way
    places: tuple[int, ...]
    together: int


@frozen(eq=False)
class _Known:
    """A way as it is looked for: its rule, what it needs, and how far apart its parts may stand."""

    way: Way
    rule: str
    needs: int
    over: str


class Standing:
    """The sentences of an article in which templates and parts may stand, as bits; found when they are asked for.

    `missing` are the bits of what each of its sentences has not, `joined` of what those have not together that are joined with
    the next, which are the `links`, and `lacking` those of what none has. `needs` are what the templates of each part need.
    """

    def __init__(self, needs: Mapping[int, Sequence[tuple[int, int]]], missing: Sequence[int], joined: Mapping[int, int]) -> None:
        self.lacking, self.links = reduce(and_, (*missing, *joined.values()), -1), sum(1 << place for place in joined)
        self._joined = [(1 << place, bits) for place, bits in joined.items()]
        self._needs, self._missing = needs, [(1 << place, bits) for place, bits in enumerate(missing)]
        self._parts: dict[int, tuple[int, dict[int, int]]] = {}

    def having(self, needs: int) -> int:
        """The sentences that have all that is needed."""
        found = 0
        for place, missing in self._missing:
            if not needs & missing:
                found |= place
        return found

    def joined(self, needs: int) -> int:
        """The sentences that have all that is needed, by themselves or with the next where they are joined with it."""
        return self.having(needs) | sum(place for place, missing in self._joined if not needs & missing)

    def of(self, part: Part) -> int:
        """The sentences in which one of the templates of a part may stand."""
        return self._known(part)[0]

    def templates(self, part: Part) -> dict[int, int]:
        """Those of the templates of a part that may stand anywhere, with the sentences in which each may."""
        return self._known(part)[1]

    def _known(self, part: Part) -> tuple[int, dict[int, int]]:
        found = self._parts.get(part.number)
        if found is None:
            lacking = self.lacking
            templates = {template: self.having(needs) for template, needs in self._needs[part.number] if not needs & lacking}
            found = self._parts[part.number] = reduce(or_, templates.values(), 0), templates
        return found


class Ways:
    """The ways of rules. Built once, used for any number of articles.

    `needs` are the bits of what each template needs, `values` of how many values the parts of each way need together.
    """

    def __init__(self, rules: Sequence[Rule], ways: Sequence[Way], needs: Mapping[int, int], values: Sequence[int]) -> None:
        self._known: dict[int, _Known] = {}
        self._led: dict[int, list[int]] = {}  # ways by the rarest of what they need
        self._needs: dict[int, list[tuple[int, int]]] = {}  # what the templates of each part need
        for rule in rules:
            if rule.relation is None:
                continue
            for number in rule.relation.ways:
                for part in ways[number].parts:
                    self._needs[part.number] = [(template, needs[template]) for template in part.templates]
                over = rule.relation.over
                least = self._least(ways[number]) | (values[number] if over in (SENTENCE, JOINED) else 0)
                self._known[number] = _Known(ways[number], rule.name, least, over)
                self._led.setdefault(least.bit_length() - 1, []).append(number)
        self._everything = reduce(or_, needs.values(), 0)
        self._leading = sum(1 << bit for bit in self._led if bit >= 0)

    def _least(self, way: Way) -> int:
        """The bits of what is needed by every choice of templates for the parts that a way cannot do without."""
        parts = (self._needs[part.number] for part in way.parts if not part.optional)
        return reduce(or_, (reduce(and_, (needs for _, needs in part)) for part in parts), 0)

    def standing(self, sentences: Sequence[int], joined: Mapping[int, int]) -> Standing:
        """Gives where templates may stand in sentences which have the bits of so much, or of so much joined with the next."""
        everything = self._everything
        missing = [everything & ~has for has in sentences]
        return Standing(self._needs, missing, {place: everything & ~has for place, has in joined.items()})

    def likely(self, standing: Standing) -> dict[str, list[Likely]]:
        """Gives the ways of which each part that they cannot do without may stand in some sentence, by their rules, in order.

        Over a single sentence all those parts may stand in that one; over joined ones in it and the next.
        """
        known, lacking = self._known, standing.lacking
        leading = (way for bit in (-1, *bits(self._leading & ~lacking)) for way in self._led.get(bit, ()))
        found: dict[str, list[Likely]] = {}
        for number in sorted(way for way in leading if not known[way].needs & lacking):
            way = known[number].way
            together = self._together(known[number], standing)
            if together:
                found.setdefault(known[number].rule, []).append(Likely(way, tuple(map(standing.of, way.parts)), together))
        return found

    def _together(self, known: _Known, standing: Standing) -> int:
        """The sentences in which each part that a way cannot do without may stand; every bit where they may be several."""
        near, links = known.over in (SENTENCE, JOINED), standing.links if known.over == JOINED else 0
        found = ANYWHERE if not near else standing.joined(known.needs) if links else standing.having(known.needs)
        for part in known.way.parts:
            if found and not part.optional:
                where = standing.of(part)
                found = found & (where | where >> 1 & links) if near else found if where else 0
        return found
