"""Claims of one article -> findings: one thing that it tells twice, and not the same way."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimlint.checks import steps, words
from claimlint.checks.arithmetic import EXACT, FIGURE, STATED, holds
from claimlint.checks.finding import Finding
from claimlint.checks.operands import measured
from claimlint.checks.relation import Pairing
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.topics.compare import comparable
from claimlint.topics.evidence import Evidence, Setting, Weights
from claimlint.values.amounts import Amount, Unfit, number
from claimlint.values.units import Units

_MOST = 150  # claims of one article that are set against each other


def findings(
    claims: Sequence[Claim], rules: Sequence[Rule], units: Units, weights: Weights, classes: dict[str, frozenset[str]]
) -> list[Finding]:
    """Gives what the rules with a pair find among the claims of one article."""
    asked = [(rule, rule.relation.pair) for rule in rules if rule.relation is not None and rule.relation.pair is not None]
    told = [claim for claim in claims if _stated(claim) is not None][:_MOST]
    if not asked or len(told) < 2:  # noqa: PLR2004
        return []
    setting = Setting(claims, weights, classes)
    found = []
    for rule, pair in asked:
        found += _judged(rule, pair, told, setting, units, weights)
    return found


def _judged(rule: Rule, pair: Pairing, told: Sequence[Claim], setting: Setting, units: Units, weights: Weights) -> Iterator[Finding]:
    """The pairs of one thing of which the rule cannot hold; none whose first claim something else in the article bears out."""
    fails: dict[int, list[tuple[Evidence, Claim, Claim, dict[str, Amount]]]] = defaultdict(list)
    borne_out: set[int] = set()
    for a in told:
        for b in told:
            if a is b or not pair.fits(a, b) or (pair.first == pair.second and b.start < a.start):
                continue
            verdict = _verdict(rule, pair, a, b, units)
            if verdict is None:
                continue
            known, can_be = verdict
            if can_be:
                borne_out.add(id(a))
            elif a.stance == b.stance:
                evidence = setting.weigh(a, b)
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
        yield Finding(rule.name, "inconsistency", rule.severity, rule.say.format(a=a.text, b=b.text, right=""), explanation, claims)


def _verdict(rule: Rule, pair: Pairing, a: Claim, b: Claim, units: Units) -> tuple[dict[str, Amount], bool] | None:
    """The amounts of two claims and whether the relation can hold of them; None where it does not apply."""
    assert rule.relation is not None
    if (pair.units == "same" and not comparable(a, b, units)) or (pair.units == "different" and not _differ(a, b)):
        return None
    known: dict[str, Amount] = {}
    for name, claim in (("a", a), ("b", b)):
        stated = _stated(claim)
        assert stated is not None
        known |= {
            name: measured(claim.value, units), EXACT + name: measured(claim.value, units, exact=True),
            STATED + name: measured(claim.value, units, as_stated=True), FIGURE + name: number(stated),
        }  # fmt: skip
    try:
        if all(holds(formula, known) for formula in rule.relation.where):
            return known, holds(rule.relation.expect, known)
    except Unfit:
        pass
    return None


def _differ(a: Claim, b: Claim) -> bool:
    one, other = a.value, b.value
    return bool(one.unit and other.unit) and one.unit != other.unit and one.kind == other.kind


def _stated(claim: Claim) -> float | None:
    stated = claim.value.stated
    return float(stated) if isinstance(stated, float | int) and claim.value.form in ("", "part") else None


__all__ = ["Mapping", "findings"]
