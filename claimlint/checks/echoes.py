"""Claims of one article -> findings: one thing that it tells twice, and not the same way."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from claimlint.checks import steps, words
from claimlint.checks.arithmetic import EXACT, FIGURE, STATED, holds
from claimlint.checks.finding import Finding
from claimlint.checks.operands import measured
from claimlint.checks.relation import Pairing
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.reading.tokens import fold, tokenize
from claimlint.topics.compare import comparable
from claimlint.topics.evidence import Evidence, Setting, Weights
from claimlint.values.amounts import Amount, Unfit
from claimlint.values.units import Units

Weigh = Callable[[Claim, Claim], Evidence]
_TITLE = "title"
_WIDE, _CLOSE = 12, 6  # words to either side
_ENOUGH = 3  # words that a headline and a sentence share when they tell the same
_OPENING = 1500  # characters in which a story tells what its headline says
_MOST = 150  # claims of one article that are set against each other


def findings(
    claims: Sequence[Claim], rules: Sequence[Rule], extractor: Extractor, weights: Weights, classes: dict[str, frozenset[str]]
) -> list[Finding]:
    """Gives what the rules with a pair find among the claims of one article."""
    units = extractor.reader.units
    asked = [(rule, rule.relation.pair) for rule in rules if rule.relation is not None and rule.relation.pair is not None]
    told = [claim for claim in claims if _stated(claim) is not None][:_MOST]
    if not asked or len(told) < 2:
        return []
    setting = Setting(claims, weights, classes, units)
    found: list[Finding] = []
    for rule, pair in asked:
        weigh = _Headline(extractor, weights, classes).weigh if pair.first == _TITLE else setting.weigh
        found += _judged(rule, pair, told, weigh, units, weights)
    return found


class _Headline:
    """Weighs a claim of the headline, where every word has a capital and few words stand around, against one of the text."""

    def __init__(self, extractor: Extractor, weights: Weights, classes: dict[str, frozenset[str]]) -> None:
        self._words = extractor.vocabulary
        self._weights = weights
        self._classes = classes

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """As surely of one thing as for a loud conflict where both count the same and three more words tell the same."""
        if not 0 < b.start - a.end < _OPENING:
            return Evidence()
        title, noun = self._around(a, _WIDE)
        text, other = self._around(b, _WIDE)
        if a.value.kind == "count" and not (noun and other and (noun == other or self._told(noun) & self._told(other))):
            return Evidence()
        near, _ = self._around(b, _CLOSE)
        told = [word for word in title if word in text or self._told(word) & {c for w in near for c in self._told(w)}]
        enough = _ENOUGH if a.value.kind == "count" else _ENOUGH + 1
        return Evidence(tuple(("headline", self._weights.loud / enough, f"both speak of {word}") for word in sorted(set(told))))

    def _told(self, word: str) -> frozenset[str]:
        return self._classes.get(word, frozenset()) - {"light"}

    def _around(self, claim: Claim, most: int) -> tuple[list[str], str]:
        """The stems of the words around a claim, and of the first one behind it."""
        text, (start, end) = claim.document.text, claim.sentence
        before, behind = (
            [word for word in map(self._words.__getitem__, tokenize(fold(part))[0]) if not word.role and word.lower.isalpha()]
            for part in (text[start : claim.start], text[claim.end : end])
        )
        near = [word.stem for word in before[-most:] + behind[:most]]
        return near, behind[0].stem if behind and text[claim.end : claim.end + 1] in (" ", "-") else ""


def _judged(rule: Rule, pair: Pairing, told: Sequence[Claim], weigh: Weigh, units: Units, weights: Weights) -> Iterator[Finding]:
    """The pairs of one thing of which the rule cannot hold; none whose first claim something else in the article bears out."""
    fails: dict[int, list[tuple[Evidence, Claim, Claim, dict[str, Amount]]]] = defaultdict(list)
    borne_out: set[int] = set()
    for a in told:
        for b in told:
            if a.sentence == b.sentence or not pair.fits(a, b) or (pair.first == pair.second and b.start < a.start):
                continue
            verdict = _verdict(rule, pair, a, b, units)
            if verdict is None:
                continue
            known, can_be = verdict
            if can_be:
                borne_out.add(id(a))
            elif a.stance == b.stance:
                evidence = weigh(a, b)
                if not evidence.parted and evidence.points >= (weights.loud if pair.sure else weights.shown):
                    fails[id(a)].append((evidence, a, b, known))
    for first, rows in fails.items():
        if first in borne_out and pair.first != pair.second:
            continue
        rows.sort(key=lambda row: (-row[0].points, row[2].start))
        if len(rows) > 1 and rows[0][0].points == rows[1][0].points and _stated(rows[0][2]) != _stated(rows[1][2]):
            continue
        evidence, a, b, known = rows[0]
        explanation = (
            *(f"{words.place(claim)}: {claim.text!r} is {steps.interval(known[name])}" for name, claim in (("a", a), ("b", b))),
            *(f"one thing: {reason}" for reason in evidence.reasons),
        )
        claims = tuple(sorted((a, b), key=lambda claim: claim.start))
        yield Finding(
            rule.name, "inconsistency", rule.severity, rule.say.format(a=a.text, b=b.text, right=""), explanation, claims
        )


def _verdict(rule: Rule, pair: Pairing, a: Claim, b: Claim, units: Units) -> tuple[dict[str, Amount], bool] | None:
    """The amounts of two claims and whether the relation can hold of them; None where it does not apply."""
    relation = rule.relation
    if relation is None or (pair.units == "same" and not comparable(a, b, units)):
        return None
    if pair.units == "different" and not _differ(a, b):
        return None
    known: dict[str, Amount] = {}
    for name, claim in (("a", a), ("b", b)):
        known |= {
            reading + name: measured(claim.value, units, reading) for reading in ("", EXACT, STATED, FIGURE)
        }  # fmt: skip
    try:
        if all(holds(formula, known) for formula in relation.where):
            return known, holds(relation.expect, known)
    except Unfit:
        pass
    return None


def _differ(a: Claim, b: Claim) -> bool:
    one, other = a.value, b.value
    return bool(one.unit and other.unit) and one.unit != other.unit and one.kind == other.kind


def _stated(claim: Claim) -> float | None:
    stated = claim.value.stated
    return float(stated) if isinstance(stated, float | int) and claim.value.form in ("", "part") else None
