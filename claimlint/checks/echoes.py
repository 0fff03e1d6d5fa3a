"""Claims of one article -> findings: one thing that it tells twice, and not the same way."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from claimlint.checks import steps, words
from claimlint.checks.arithmetic import holds
from claimlint.checks.conditions import Conditions, conditions
from claimlint.checks.finding import Finding
from claimlint.checks.headlines import Headline
from claimlint.checks.joins import joined
from claimlint.checks.relation import Pairing, Relation
from claimlint.checks.retelling import Known, Retelling, alike
from claimlint.checks.rules import Rule
from claimlint.checks.wording import Wording
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.matching import Template
from claimlint.claims.parse import Sentence
from claimlint.nouns import frozen
from claimlint.topics.compare import comparable
from claimlint.topics.evidence import Evidence
from claimlint.topics.meanings import Meanings
from claimlint.topics.weights import Weights
from claimlint.values.amounts import Amount, Unfit

Weigh = Callable[[Claim, Claim], Evidence]
_TITLE, _ANY = "title", "any"
# Doubts that figures of a kind beside each other are of one thing.
_OTHERS = ("several", "shifters", "scope", "part", "part_whole")
_MOST = 150  # claims of one article that are set against each other


class Echoes:
    """Finds what an article tells twice. Built once from the rules, used for any number of articles."""

    def __init__(
        self, rules: Sequence[Rule], extractor: Extractor, weights: Weights, meanings: Meanings, templates: Mapping[int, Template]
    ) -> None:
        self._extractor, self._weights, self._meanings, self._templates = extractor, weights, meanings, templates
        self._headline = Headline(extractor, weights, meanings)
        paired = {rule.name: rule.relation for rule in rules if rule.relation is not None and rule.relation.pair is not None}
        self._conditions = {name: conditions(relation.where) for name, relation in paired.items()}

    def findings(self, claims: Sequence[Claim], sentences: Sequence[Sentence], rules: Sequence[Rule]) -> list[Finding]:
        """Gives what those of the rules that have a pair find among the claims of one article."""
        told = [claim for claim in claims if _stated(claim) is not None][:_MOST]
        if len(told) < 2:
            return []
        article = Retelling(claims, sentences, self._extractor, self._weights, self._meanings, self._templates)
        wording = Wording(self._extractor.vocabulary, self._extractor.names.titles)
        found: list[Finding] = []
        for rule in rules:
            if rule.name in self._conditions and rule.relation is not None and rule.relation.pair is not None:
                pair = rule.relation.pair
                weigh = self._headline.weigh if pair.first == _TITLE else article.weigh_again if pair.told else article.weigh
                pairing = _Pairing(rule, rule.relation, pair, self._conditions[rule.name], article, wording, self._weights)
                found += pairing.findings(told, weigh)
        return found


@frozen
class _Pairing:
    """One rule over one article."""

    rule: Rule
    relation: Relation
    pair: Pairing
    conditions: Conditions
    article: Retelling
    wording: Wording
    weights: Weights

    def findings(self, told: Sequence[Claim], weigh: Weigh) -> Iterator[Finding]:
        """The pairs of one thing of which the rule cannot hold; none whose first claim something else bears out."""
        pair, rule = self.pair, self.rule
        least = pair.points or (self.weights.loud if pair.sure else self.weights.shown)
        fails: dict[int, list[tuple[Evidence, Claim, Claim, dict[str, Amount]]]] = defaultdict(list)
        borne_out: set[int] = set()
        firsts = self._fit("a", pair.first, told)
        seconds = self._fit("b", pair.second, told) if firsts else []
        for a, others in self._choices(firsts, seconds):
            for b in others:
                if a.sentence == b.sentence or (pair.first == pair.second and b.start < a.start):
                    continue
                if pair.told and (not self.article.is_told_so(b, pair.told) or self._told_before(b, told)):
                    continue
                verdict = self._verdict(a, b)
                if verdict is None:
                    continue
                known, can_be = verdict
                if can_be:
                    borne_out.add(id(a))
                elif pair.alone and (_of_other_times(a, b) or _comes_in_parts(a) or self.article.is_among(a, b, _OTHERS)):
                    continue
                elif a.stance == b.stance or pair.told or pair.alone:
                    evidence = weigh(a, b)
                    if not evidence.parted and evidence.points >= least and not (pair.alone and any(map(evidence.has, _OTHERS))):
                        fails[id(a)].append((evidence, a, b, known))
        for first, rows in fails.items():
            if first in borne_out and pair.first != pair.second:
                continue
            rows.sort(key=lambda row: (-row[0].points, row[2].start))
            if len(rows) > 1 and rows[0][0].points == rows[1][0].points and _stated(rows[0][2]) != _stated(rows[1][2]):
                continue
            evidence, a, b, known = rows[0]
            written = self.wording.of((a, b))
            explanation = (
                *(
                    f"{words.place(claim)}: {claim.text!r} is {steps.interval(known[name])}"
                    for name, claim in (("a", a), ("b", b))
                ),
                *(f"one thing: {reason}" for reason in evidence.reasons(written.word, written.name)),
            )
            claims = tuple(sorted((a, b), key=lambda claim: claim.start))
            yield Finding(
                rule.name, "inconsistency", rule.severity, rule.say.format(a=a.text, b=b.text, right=""), explanation, claims
            )

    def _told_before(self, b: Claim, told: Sequence[Claim]) -> bool:
        """Whether another sentence tells the figure of the second claim, so that it is that one again."""
        return any(
            other.sentence != b.sentence and _stated(other) == _stated(b) and other.value.unit == b.value.unit
            and (not other.head or not b.head or alike(other, b))
            for other in told
        )  # fmt: skip

    def _fit(self, name: str, role: str, told: Sequence[Claim]) -> list[Claim]:
        """The claims that may be the operand of a name."""
        return [
            claim
            for claim in told
            if role in (_ANY, claim.role)
            and claim.value.kind in self.pair.kinds
            and self.conditions.allow(name, self.article.operand(name, claim))
            and not self.article.is_silenced(claim, self.relation.unless)
        ]

    def _choices(self, firsts: Sequence[Claim], seconds: Sequence[Claim]) -> Iterator[tuple[Claim, Sequence[Claim]]]:
        """Each claim that may be the first with those that may be the second beside it."""
        if not firsts or not seconds:
            return
        ones, others = (
            [self.article.operand(name, claim) for claim in claims] for name, claims in (("a", firsts), ("b", seconds))
        )
        for formula in self.conditions.of.get("", ()):
            pairs = joined(formula, ones, others)
            if pairs is not None:
                beside: dict[int, list[int]] = {}
                for first, second in sorted(pairs):
                    beside.setdefault(first, []).append(second)
                yield from ((firsts[first], [seconds[i] for i in found]) for first, found in beside.items())
                return
        yield from ((first, seconds) for first in firsts)

    def _verdict(self, a: Claim, b: Claim) -> tuple[dict[str, Amount], bool] | None:
        """The amounts of two claims and whether the relation can hold of them; None where it does not apply."""
        article = self.article
        if self.pair.units == "same" and not comparable(a, b, article.units):
            return None
        if self.pair.units == "different" and not _differ(a, b):
            return None
        known = Known(article, a=a, b=b)
        try:
            return (known, holds(self.relation.expect, known)) if self.conditions.allow("", known) else None
        except Unfit:
            return None


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two are told in two units, but not the one for each of what the other leaves out: 18 dollars a barrel, 18."""
    one, other = a.value, b.value
    if not one.unit or not other.unit or one.unit == other.unit or one.kind != other.kind:
        return False
    return one.unit.partition(_PER)[0] != other.unit.partition(_PER)[0] or (_PER in one.unit) == (_PER in other.unit)


_PER = " / "


def _of_other_times(a: Claim, b: Claim) -> bool:
    """Whether an article tells the one of this time, the other of that."""
    one, other = a.context.when, b.context.when
    return one is not None and other is not None and one.timex != other.timex


def _comes_in_parts(claim: Claim) -> bool:
    """Whether an article tells the parts of such a figure too, as it grew: two killed by the fire, three in the house."""
    return claim.measure is not None and claim.measure.moves == "up"


def _stated(claim: Claim) -> float | None:
    stated = claim.value.stated
    return float(stated) if isinstance(stated, float | int) and claim.value.form in ("", "part") else None
