"""Claims of one article -> findings: one thing that it tells twice, and not the same way."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from claimlint.checks import steps, words
from claimlint.checks.arithmetic import holds
from claimlint.checks.conditions import Conditions, conditions
from claimlint.checks.finding import Finding
from claimlint.checks.joins import joined
from claimlint.checks.operands import measured
from claimlint.checks.relation import Pairing, Relation
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.reading.tokens import fold, tokenize
from claimlint.topics.compare import comparable
from claimlint.topics.evidence import Evidence, Weigher
from claimlint.topics.meanings import Meanings
from claimlint.topics.weights import Weights
from claimlint.values.amounts import Amount, Unfit
from claimlint.values.units import Units

Weigh = Callable[[Claim, Claim], Evidence]
_TITLE = "title"
_HEADLINE = "headline"
_WIDE, _CLOSE = 12, 6  # words to either side
_ENOUGH = 3  # words that a headline and a sentence share when they tell the same
_OPENING = 1500  # characters in which a story tells what its headline says
_MOST = 150  # claims of one article that are set against each other


class Echoes:
    """Finds what an article tells twice. Built once from the rules, used for any number of articles."""

    def __init__(self, rules: Sequence[Rule], extractor: Extractor, weights: Weights, meanings: Meanings) -> None:
        self._extractor, self._weights, self._meanings = extractor, weights, meanings
        self._headline = _Headline(extractor, weights, meanings)
        paired = {rule.name: rule.relation for rule in rules if rule.relation is not None and rule.relation.pair is not None}
        self._conditions = {name: conditions(relation.where) for name, relation in paired.items()}

    def findings(self, claims: Sequence[Claim], rules: Sequence[Rule]) -> list[Finding]:
        """Gives what those of the rules that have a pair find among the claims of one article."""
        told = [claim for claim in claims if _stated(claim) is not None][:_MOST]
        if len(told) < 2:
            return []
        article = _Article(claims, self._extractor.reader.units, self._weights, self._meanings)
        found: list[Finding] = []
        for rule in rules:
            if rule.name in self._conditions and rule.relation is not None and rule.relation.pair is not None:
                weigh = self._headline.weigh if rule.relation.pair.first == _TITLE else article.weigh
                pairing = _Pairing(rule, rule.relation, rule.relation.pair, self._conditions[rule.name], article, self._weights)
                found += pairing.findings(told, weigh)
        return found


class _Article:
    """The claims of an article with what is asked of them time and again: their amounts, and how they are weighed."""

    def __init__(self, claims: Sequence[Claim], units: Units, weights: Weights, meanings: Meanings) -> None:
        self.units = units
        self._claims, self._weights, self._meanings = claims, weights, meanings
        self._amounts: dict[tuple[str, int], Amount] = {}

    @cached_property
    def _weigher(self) -> Weigher:
        return Weigher(self._claims, self._weights, self._meanings, self.units)

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """How much speaks for two claims of the body being about one thing."""
        return self._weigher.weigh(a, b)

    def amount(self, claim: Claim, reading: str) -> Amount:
        """What a claim says in a reading."""
        found = self._amounts.get((reading, id(claim)))
        if found is None:
            found = self._amounts[reading, id(claim)] = measured(claim.value, self.units, reading)
        return found


class _Known(dict[str, Amount]):
    """The amounts of operands by reading and name, each worked out when it is asked for."""

    def __init__(self, article: _Article, **claims: Claim) -> None:
        super().__init__()
        self._article, self._claims = article, claims

    def __missing__(self, key: str) -> Amount:
        name = key[-1:]
        found = self[key] = self._article.amount(self._claims[name], key.removesuffix(name))
        return found


class _Headline:
    """Weighs a claim of the headline, where every word has a capital and few words stand around, against one of the text."""

    def __init__(self, extractor: Extractor, weights: Weights, meanings: Meanings) -> None:
        self._words = extractor.vocabulary
        self._weights = weights
        self._meanings = meanings

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """As surely of one thing as for a loud conflict where both count the same and three more words tell the same."""
        if not 0 < b.start - a.end < _OPENING:
            return Evidence()
        title, noun = self._around(a, _WIDE)
        text, other = self._around(b, _WIDE)
        if a.value.kind == "count" and not (
            noun and other and (noun == other or self._meanings.of((noun,)) & self._meanings.of((other,)))
        ):
            return Evidence()
        near, _ = self._around(b, _CLOSE)
        meant = self._meanings.of(near)
        told = {word for word in title if word in text or not meant.isdisjoint(self._meanings.of((word,)))}
        enough = _ENOUGH if a.value.kind == "count" else _ENOUGH + 1
        return Evidence(tuple((_HEADLINE, self._weights.loud / enough, "both speak of {}", ((word,),)) for word in sorted(told)))

    def _around(self, claim: Claim, most: int) -> tuple[list[str], str]:
        """The stems of the words around a claim, and of the first one behind it."""
        text, (start, end) = claim.document.text, claim.sentence
        before, behind = (
            [word for word in map(self._words.__getitem__, tokenize(fold(part))[0]) if not word.role and word.lower.isalpha()]
            for part in (text[start : claim.start], text[claim.end : end])
        )
        near = [word.stem for word in before[-most:] + behind[:most]]
        return near, behind[0].stem if behind and text[claim.end : claim.end + 1] in (" ", "-") else ""


@frozen
class _Pairing:
    """One rule over one article."""

    rule: Rule
    relation: Relation
    pair: Pairing
    conditions: Conditions
    article: _Article
    weights: Weights

    def findings(self, told: Sequence[Claim], weigh: Weigh) -> Iterator[Finding]:
        """The pairs of one thing of which the rule cannot hold; none whose first claim something else bears out."""
        pair, rule, least = self.pair, self.rule, self.weights.loud if self.pair.sure else self.weights.shown
        fails: dict[int, list[tuple[Evidence, Claim, Claim, dict[str, Amount]]]] = defaultdict(list)
        borne_out: set[int] = set()
        firsts, seconds = self._fit("a", pair.first, told), self._fit("b", pair.second, told)
        for a, others in self._choices(firsts, seconds):
            for b in others:
                if a.sentence == b.sentence or (pair.first == pair.second and b.start < a.start):
                    continue
                verdict = self._verdict(a, b)
                if verdict is None:
                    continue
                known, can_be = verdict
                if can_be:
                    borne_out.add(id(a))
                elif a.stance == b.stance:
                    evidence = weigh(a, b)
                    if not evidence.parted and evidence.points >= least:
                        fails[id(a)].append((evidence, a, b, known))
        for first, rows in fails.items():
            if first in borne_out and pair.first != pair.second:
                continue
            rows.sort(key=lambda row: (-row[0].points, row[2].start))
            if len(rows) > 1 and rows[0][0].points == rows[1][0].points and _stated(rows[0][2]) != _stated(rows[1][2]):
                continue
            evidence, a, b, known = rows[0]
            explanation = (
                *(
                    f"{words.place(claim)}: {claim.text!r} is {steps.interval(known[name])}"
                    for name, claim in (("a", a), ("b", b))
                ),
                *(f"one thing: {reason}" for reason in evidence.reasons),
            )
            claims = tuple(sorted((a, b), key=lambda claim: claim.start))
            yield Finding(
                rule.name, "inconsistency", rule.severity, rule.say.format(a=a.text, b=b.text, right=""), explanation, claims
            )

    def _fit(self, name: str, role: str, told: Sequence[Claim]) -> list[Claim]:
        """The claims that may be the operand of a name."""
        return [
            claim
            for claim in told
            if claim.role == role
            and claim.value.kind in self.pair.kinds
            and self.conditions.allow(name, _Known(self.article, **{name: claim}))
        ]

    def _choices(self, firsts: Sequence[Claim], seconds: Sequence[Claim]) -> Iterator[tuple[Claim, Sequence[Claim]]]:
        """Each claim that may be the first with those that may be the second beside it."""
        if not firsts or not seconds:
            return
        ones, others = (
            [_Known(self.article, **{name: claim}) for claim in claims] for name, claims in (("a", firsts), ("b", seconds))
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
        known = _Known(article, a=a, b=b)
        try:
            return (known, holds(self.relation.expect, known)) if self.conditions.allow("", known) else None
        except Unfit:
            return None


def _differ(a: Claim, b: Claim) -> bool:
    one, other = a.value, b.value
    return bool(one.unit and other.unit) and one.unit != other.unit and one.kind == other.kind


def _stated(claim: Claim) -> float | None:
    stated = claim.value.stated
    return float(stated) if isinstance(stated, float | int) and claim.value.form in ("", "part") else None
