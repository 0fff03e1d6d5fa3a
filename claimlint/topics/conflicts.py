"""The claims of a story -> the topics on which they leave nothing in common."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from claimlint.claims.claim import NOTHING, OUTLET, Claim
from claimlint.topics.compare import comparable, disjoint, normal
from claimlint.topics.evidence import Evidence, Setting, Weights
from claimlint.values.units import Units

_LOOK_ALIKES = 5  # of a story
_MOST = 400  # claims of one sort in a story that are compared each with each


@frozen(eq=False)
class Pair:
    """Two claims on one topic that leave nothing in common."""

    a: Claim
    b: Claim
    evidence: Evidence
    kind: str  # "contradiction", "dispute", "update", "bound" or "apart"


def pairs(claims: Sequence[Claim], units: Units, weights: Weights, classes: dict[str, frozenset[str]]) -> list[Pair]:
    """Gives the conflicts between the articles of a story, the best supported first.

    Each claim is set against its nearest kin in each other article. Where that one agrees, nothing is reported; where
    the article also has another claim that is as near and agrees, neither.
    """
    setting = Setting(claims, weights, classes)
    claims = leading(claims)
    weighed: list[tuple[Claim, Claim, Evidence]] = []
    parted: list[Pair] = []
    rivals: dict[tuple[int, str], int] = defaultdict(int)
    for group in _sorts(claims, units):
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if _apart_enough(a, b) and comparable(a, b, units):
                    evidence = setting.weigh(a, b)
                    if evidence.parted:
                        if evidence.points >= weights.shown and _conflict(a, b, units) and not _sides_differ(a, b):
                            parted.append(Pair(a, b, evidence, "apart"))
                    else:
                        weighed.append((a, b, evidence))
                        rivals[id(a), b.document.path] += 1
                        rivals[id(b), a.document.path] += 1
    scored = [(_with_rivals(e, rivals[id(a), b.document.path], rivals[id(b), a.document.path], weights), a, b) for a, b, e in weighed]
    scored.sort(key=lambda row: (-row[0].points, row[1].document.path, row[1].start, row[2].document.path, row[2].start))
    best: dict[tuple[int, str], tuple[Claim, Claim]] = {}
    agreed: dict[tuple[int, str], float] = defaultdict(lambda: float("-inf"))
    for evidence, a, b in scored:
        best.setdefault((id(a), b.document.path), (a, b))
        best.setdefault((id(b), a.document.path), (a, b))
        if not _conflict(a, b, units):
            for key in ((id(a), b.document.path), (id(b), a.document.path)):
                agreed[key] = max(agreed[key], evidence.points)
    found = []
    for evidence, a, b in scored:
        keys = ((id(a), b.document.path), (id(b), a.document.path))
        if evidence.points < weights.shown or any(best[key] != (a, b) for key in keys):
            continue
        if max(agreed[key] for key in keys) >= evidence.points:
            continue
        if _conflict(a, b, units):
            found.append(Pair(a, b, evidence, _kind(a, b, units)))
    return found + _closest(parted)


def _closest(parted: list[Pair]) -> list[Pair]:
    """The look-alikes that were kept apart, each claim at most once, the likest first."""
    parted.sort(key=lambda pair: (-pair.evidence.points, pair.a.document.path, pair.a.start, pair.b.document.path, pair.b.start))
    seen: set[int] = set()
    found = []
    for pair in parted:
        if id(pair.a) not in seen and id(pair.b) not in seen and len(found) < _LOOK_ALIKES:
            seen |= {id(pair.a), id(pair.b)}
            found.append(pair)
    return found


def _apart_enough(a: Claim, b: Claim) -> bool:
    """Whether two claims are worth comparing: of two articles, or of two sides in one."""
    return a.document.path != b.document.path or (a.sentence != b.sentence and _sides_differ(a, b))


def _sides_differ(a: Claim, b: Claim) -> bool:
    return a.voice is not OUTLET and b.voice is not OUTLET and bool(a.voice.side and b.voice.side) and a.voice.side != b.voice.side


def leading(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those on parts and forerunners of an event.

    An article tells the event's own figure first; where it gives another one later, that is of a part of it, another
    day or another event.
    """
    first: dict[tuple[str, str, str], Claim] = {}
    found = []
    for claim in sorted(claims, key=lambda c: (c.document.path, c.shifters != NOTHING or c.scope != NOTHING, c.start)):
        if claim.measure is None or claim.measure.of != "event":
            found.append(claim)
            continue
        main = first.setdefault((claim.document.path, claim.measure.name, claim.noun), claim)
        if main is claim or main.value.stated == claim.value.stated:
            found.append(claim)
    return found


def _conflict(a: Claim, b: Claim, units: Units) -> bool:
    exact = any(claim.measure is not None and claim.measure.exact for claim in (a, b))
    return disjoint(a, b, units, exact=exact) or _at_bound(a, b)


def _at_bound(a: Claim, b: Claim) -> bool:
    """Whether one says less (or more) than a number and the other just that number."""
    return any(
        x.value.bound in ("<", ">") and not y.value.bound and x.value.unit == y.value.unit
        and isinstance(x.value.stated, float) and x.value.stated == y.value.stated
        for x, y in ((a, b), (b, a))
    )  # fmt: skip


def _kind(a: Claim, b: Claim, units: Units) -> str:
    if _sides_differ(a, b):
        return "dispute"
    moves = a.measure.moves if a.measure else ""
    if moves and a.document.date and b.document.date and a.value.when is None:
        early, late = sorted((a, b), key=lambda claim: claim.document.date.start if claim.document.date else 0)
        if early.document.date.start < late.document.date.start:
            first, last = normal(early.value, units), normal(late.value, units)
            if first.below(last) if moves == "up" else last.below(first):
                return "update"
    return "bound" if _at_bound(a, b) else "contradiction"


def _with_rivals(evidence: Evidence, one: int, other: int, weights: Weights) -> Evidence:
    """More points where nothing else in the articles could be meant."""
    if one * other == 1:
        extra, why = weights.given["only"], "nothing else of the kind in either article"
    elif one * other <= 4:
        extra, why = weights.given["few"], "little else of the kind in the articles"
    else:
        return evidence
    return Evidence(evidence.points + extra, (*evidence.reasons, why), evidence.doubts)


def _sorts(claims: Sequence[Claim], units: Units) -> Iterable[list[Claim]]:
    """The claims by what they can be compared with."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = claim.value
        if value.when is not None and value.stated is None:
            groups["time"].append(claim)
        elif value.kind in ("rank", "age"):
            groups[value.kind].append(claim)
        elif value.form == "part" or value.unit == "percent":
            groups["share"].append(claim)
        else:
            dimension = units.dimension(value.unit)
            groups["money" if dimension.startswith("money:") else dimension].append(claim)
    for group in groups.values():
        yield group[:_MOST]
