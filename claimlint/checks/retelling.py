"""Two claims of one article -> how much speaks for their being about one thing, and what each amounts to."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from claimlint.checks.operands import measured
from claimlint.checks.views import Views
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.matching import Template
from claimlint.claims.parse import Sentence
from claimlint.topics.evidence import Evidence
from claimlint.topics.likeness import likeness
from claimlint.topics.meanings import Meanings
from claimlint.topics.weigher import Weigher
from claimlint.topics.weights import Weights
from claimlint.values.amounts import Amount

SECOND = "b"  # the operand that a template of what was told before speaks of


class Retelling:
    """The claims of an article with what is asked of them time and again: their amounts, and how they are weighed."""

    def __init__(
        self, claims: Sequence[Claim], sentences: Sequence[Sentence], extractor: Extractor, weights: Weights,
        meanings: Meanings, templates: Mapping[int, Template],
    ) -> None:  # fmt: skip
        self.units = extractor.reader.units
        self._claims, self._weights, self._meanings, self._templates = claims, weights, meanings, templates
        self._operands: dict[tuple[str, int], Known] = {}
        self._amounts: dict[tuple[str, int], Amount] = {}
        self._views = {sentence.span: Views(sentence, extractor) for sentence in sentences}

    @cached_property
    def _weigher(self) -> Weigher:
        return Weigher(self._claims, self._weights, self._meanings, self.units)

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """How much speaks for two claims of the body being about one thing."""
        return self._weigher.weigh(a, b)

    def is_among(self, a: Claim, b: Claim, doubts: Collection[str]) -> bool:
        """Whether one of some doubts is that two claims are told among others, or as parts."""
        return self._weigher.is_among(a, b, doubts)

    def weigh_again(self, a: Claim, b: Claim) -> Evidence:
        """The same where the second is told as what was told before: "the 27 passengers".

        What an article tells of a thing again it may tell as another measure: those who survived, those who were brought home.
        """
        found = self._weigher.weigh(a, b)
        told = self._weights.points["again"]
        if not found.parted:
            return found.with_part("again", told, "told as known already")
        if _apart(a, b) or found.parted not in _otherwise(a, b) or (a.value.kind == "count" and not alike(a, b)):
            return found
        both = Evidence().with_part("again", told, "told as known already")
        if alike(a, b):
            return both.with_part("noun", self._weights.points["noun"], "both count the same")
        like, reason = likeness(a, b, self.units, self._weights.near)
        return both.with_part(like, self._weights.points[like], reason) if like else found

    def is_told_so(self, claim: Claim, templates: Sequence[int]) -> bool:
        """Whether any of some templates finds a claim as its second operand."""
        views = self._views.get(claim.sentence)
        if views is None:
            return False
        return any(
            mention.start == claim.start
            for template in map(self._templates.__getitem__, templates)
            if not template.anchors.isdisjoint(views.words)
            for items in views.plain
            for reading in template.readings(items)
            if (mention := reading.slots[SECOND][0].mention) is not None
        )

    def is_silenced(self, claim: Claim, templates: Sequence[int]) -> bool:
        """Whether any of some templates without slots stands in the sentence of a claim."""
        views = self._views.get(claim.sentence)
        return views is not None and any(
            not template.anchors.isdisjoint(views.words) and any(True for _ in template.readings(views.raw))
            for template in map(self._templates.__getitem__, templates)
        )

    def operand(self, name: str, claim: Claim) -> "Known":
        """The amounts of a claim as the operand of a name."""
        found = self._operands.get((name, id(claim)))
        if found is None:
            found = self._operands[name, id(claim)] = Known(self, **{name: claim})
        return found

    def amount(self, claim: Claim, reading: str) -> Amount:
        """What a claim says in a reading."""
        found = self._amounts.get((reading, id(claim)))
        if found is None:
            found = self._amounts[reading, id(claim)] = measured(claim.value, self.units, reading)
        return found


class Known(dict[str, Amount]):
    """The amounts of operands by reading and name, each worked out when it is asked for."""

    def __init__(self, article: Retelling, **claims: Claim) -> None:
        super().__init__()
        self._article, self._claims = article, claims

    def __missing__(self, key: str) -> Amount:
        name = key[-1:]
        found = self[key] = self._article.amount(self._claims[name], key.removesuffix(name))
        return found


def alike(a: Claim, b: Claim) -> bool:
    """Whether two numbers count the same."""
    return bool(a.head & b.head) or (a.noun != "" and a.noun == b.noun)


def _otherwise(a: Claim, b: Claim) -> tuple[str, str]:
    """What parts two claims where only what is measured, or how it is told, is another."""
    return f"{a.measure.title if a.measure else ''} / {b.measure.title if b.measure else ''}", f"{a.stance} / {b.stance}"


def _apart(a: Claim, b: Claim) -> bool:
    """Whether one of the two is a part, a change or what may be."""
    one, other = a.context, b.context
    return one.part != other.part or one.passing != other.passing or "hypothetical" in (a.stance, b.stance)
