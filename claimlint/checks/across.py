"""Conflicts between articles -> findings, by the rules that compare claims."""

from collections import defaultdict
from collections.abc import Sequence

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.processes import spanned
from claimlint.checks.rules import Rule
from claimlint.checks.wording import Wording, Written
from claimlint.claims.claim import Claim
from claimlint.topics.conflicts import Pair
from claimlint.topics.weights import Weights
from claimlint.values.units import Units


def findings(
    conflicts: Sequence[Pair], told: Sequence[Claim], rules: Sequence[Rule], units: Units, weights: Weights, wording: Wording
) -> list[Finding]:
    """Gives a finding for each topic on which articles differ, by the first rule that asks for such claims.

    `told` is all that the story tells. Claims that say the same against the same other claims are one finding: 43 (a, c)
    but 34 (b).
    """
    found = []
    for group in _grouped(conflicts):
        rule = _rule_for(group[0], rules)
        if rule is not None:
            found.append(_finding(group, told, rule, units, weights, wording))
    return found


def _rule_for(pair: Pair, rules: Sequence[Rule]) -> Rule | None:
    """The most particular rule: one that names the measure before one that names the kind."""
    wanted = "at bound" if pair.kind == "bound" else "disjoint"
    named = pair.a.measure.name if pair.a.measure and pair.b.measure and pair.a.measure is pair.b.measure else ""
    kind = pair.a.value.kind if pair.a.value.form != "part" else "percent"
    for key, value in (("measure", named), ("kind", kind)):
        for rule in rules:
            if rule.when == wanted and value and value in rule.claims.get(key, ()):
                return rule
    return None


def _grouped(conflicts: Sequence[Pair]) -> list[list[Pair]]:
    """Conflicts of one kind that share a claim on the same side."""
    groups: list[list[Pair]] = []
    by_claim: dict[tuple[int, str], list[int]] = defaultdict(list)
    for pair in conflicts:
        near = [g for c in (pair.a, pair.b) for g in by_claim[id(c), pair.kind]]
        target = next((g for g in near if _fits(groups[g], pair)), None)
        if target is None:
            target = len(groups)
            groups.append([])
        groups[target].append(pair)
        for claim in (pair.a, pair.b):
            by_claim[id(claim), pair.kind].append(target)
    return groups


def _fits(group: Sequence[Pair], pair: Pair) -> bool:
    """Whether a conflict is the group's told by another article: its other claim says what one side already says."""
    sides = {(c.value.stated, c.time.timex if c.time else "") for p in group for c in (p.a, p.b)}
    return all((c.value.stated, c.time.timex if c.time else "") in sides for c in (pair.a, pair.b))


_KINDS = {"bound": "contradiction"}


def _finding(
    group: Sequence[Pair], told: Sequence[Claim], rule: Rule, units: Units, weights: Weights, wording: Wording
) -> Finding:
    best = group[0]
    claims = sorted({id(c): c for pair in group for c in (pair.a, pair.b)}.values(), key=lambda c: (c.document.path, c.start))
    first = next(pair for pair in group if claims[0] in (pair.a, pair.b))  # the message speaks of where the finding stands
    a, b = sorted((first.a, first.b), key=lambda c: (c.document.path, c.start))
    written = wording.of((a, b))
    severity = rule.severity
    loud = max([weights.loud, *(points for doubt, points in weights.loud_beside.items() if best.evidence.has(doubt))])
    if best.kind in ("dispute", "update", "apart") or best.evidence.points < loud or _is_rough(a, b, best.kind):
        severity = "note"
    measure = best.a.measure if best.a.measure is best.b.measure else None
    subject = measure.title if measure else _subject(a, b, written)
    message = rule.say.format(subject=subject, a=a, b=b)
    explanation = [
        *(f"{words.place(c)}: {c.text!r} {c.reckoned or f'allows {words.value(c, units)}'}" for c in claims),
        *(f"one thing: {reason}" for reason in best.evidence.reasons(written.word, written.name)),
        *(f"but: {reason}" for reason in best.evidence.doubts(written.word, written.name)),
        f"evidence {best.evidence.points:g} points; {loud:g} make it loud",
        _verdict(best, written),
        *spanned(a, b, told, units),
    ]
    return Finding(
        rule.name, _KINDS.get(best.kind, best.kind), severity, message, tuple(explanation), tuple(claims),
        measure.name if measure else "", a.subject or b.subject, "",
    )  # fmt: skip


def _is_rough(a: Claim, b: Claim, kind: str) -> bool:
    """Whether one of the two is told by a word such as hundreds, no figure to hold against another.

    A bound, too, where the other is a part, about so much, or what is measured is not known.
    """
    forms = a.value.form, b.value.form
    loose = a.value.approximate or b.value.approximate or a.measure is not b.measure or a.measure is None
    return "vague" in forms or (kind == "bound" and ("part" in forms or loose))


def _verdict(pair: Pair, written: Written) -> str:
    if pair.kind == "bound":
        return "the one gives as a bound what the other gives as the figure itself"
    if pair.kind == "dispute":
        sides = (written.name(claim.voice.side or claim.voice.name) or claim.source for claim in (pair.a, pair.b))
        return f"two sides say it: {' and '.join(sides)}"
    if pair.kind == "apart":
        return f"kept apart: {pair.evidence.parted}"
    if pair.kind == "update":
        return "the later article gives the further figure"
    return "they leave nothing in common"


def _subject(a: Claim, b: Claim, written: Written) -> str:
    return written.phrase(a.head & b.head) or a.value.kind
