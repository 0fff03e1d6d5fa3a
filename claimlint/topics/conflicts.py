"""The claims of a story -> the topics on which they leave nothing in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from claimlint.claims.claim import OUTLET, Claim
from claimlint.claims.happening import STATEMENT
from claimlint.topics.compare import comparable, disjoint, normal
from claimlint.topics.evidence import Evidence, Weigher
from claimlint.topics.meanings import Meanings
from claimlint.topics.weights import Weights, is_general
from claimlint.values.sets import close
from claimlint.values.units import Units

_LOOK_ALIKES = 5  # of a story
_CONVERTED = 1e-5  # of a number: so far another unit, with the digits of a conversion, may miss it
_LITTLE = 4  # pairs of figures of a kind in two articles
_SMALL = 12
_SLOW = 25  # days in which a price or a debt may have become another
_MOST = 400  # claims of one sort in a story that are compared each with each


@frozen(eq=False)
class Pair:
    """Two claims on one topic that leave nothing in common."""

    a: Claim
    b: Claim
    evidence: Evidence
    kind: str  # "contradiction", "dispute", "update", "bound" or "apart"


def pairs(claims: Sequence[Claim], units: Units, weights: Weights, meanings: Meanings) -> list[Pair]:
    """Gives the conflicts between the articles of a story, the best supported first.

    Each claim is set against its nearest kin in each other article. Where that one agrees, nothing is reported; where
    the article also has another claim that is as near and agrees, neither.
    """
    if len({claim.document.path for claim in claims}) == 1:
        if not _has_sides(claims):
            return []
        claims = _told_twice(claims)
        if not _has_sides(claims):
            return []
    weigher = Weigher(claims, weights, meanings, units)
    matches, parted = _matches(leading(claims), units, weigher)
    matches = _ranked(_kin(matches), weights)
    best: dict[tuple[int, str], Match] = {}
    agreed: dict[tuple[int, str], float] = defaultdict(lambda: float("-inf"))
    for match in matches:
        for key in match.keys:
            best.setdefault(key, match)
            if not match.conflict:
                agreed[key] = max(agreed[key], match.evidence.points + _same(match, weights))
    found = [
        Pair(match.a, match.b, match.evidence, _kind(match, units))
        for match in matches
        if match.conflict
        and match.evidence.points >= weights.shown
        and all(best[key] is match and agreed[key] < match.evidence.points for key in match.keys)
    ]
    return found + _closest([match for match in parted if match.conflict and _is_alike(match, weights)])


@frozen(eq=False)
class Match:
    """Two claims that may be of one thing, and whether their values conflict."""

    a: Claim
    b: Claim
    evidence: Evidence
    conflict: bool

    @property
    def keys(self) -> tuple[tuple[int, str], tuple[int, str]]:
        """Each claim with the article that it is set against."""
        return (id(self.a), self.b.document.path), (id(self.b), self.a.document.path)


def _matches(claims: Sequence[Claim], units: Units, weigher: Weigher) -> tuple[list[Match], list[Match]]:
    """Every two claims of one sort: those that may be of one thing, and those that something parts."""
    matches: list[Match] = []
    parted: list[Match] = []
    for group in _sorts(claims, units):
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if _apart_enough(a, b) and comparable(a, b, units):
                    evidence = weigher.weigh(a, b)
                    if not evidence.parted:
                        matches.append(Match(a, b, evidence, _conflict(a, b, units)))
                    elif evidence.points and not _sides_differ(a, b):
                        parted.append(Match(a, b, evidence, _conflict(a, b, units)))
    return matches, parted


def _same(match: Match, weights: Weights) -> float:
    """How much it says that two figures are the same: a small number is the same by chance."""
    stated = match.a.value.stated
    return weights.points[
        "same_small" if isinstance(stated, float | int) and abs(stated) <= _SMALL and not match.a.value.unit else "same"
    ]


def _kin(matches: Sequence[Match]) -> list[Match]:
    """The matches without those of a claim whose measure the other article tells elsewhere."""
    told = {
        key for match in matches if not is_general(match.a.measure) and match.a.measure is match.b.measure for key in match.keys
    }
    return [m for m in matches if m.a.measure is m.b.measure or not any(key in told for key in m.keys)]


def _ranked(matches: Sequence[Match], weights: Weights) -> list[Match]:
    """The matches, best first, with more points where nothing else in the articles could be meant."""
    rivals: dict[tuple[int, str], set[object]] = defaultdict(set)
    for match in matches:
        one, other = match.keys
        rivals[one].add(_said(match.b))
        rivals[other].add(_said(match.a))
    found = []
    for match in matches:
        evidence = match.evidence
        if is_general(match.a.measure):
            one, other = match.keys
            evidence = _with_rivals(evidence, len(rivals[one]), len(rivals[other]), weights)
        found.append(Match(match.a, match.b, evidence, match.conflict))
    return sorted(found, key=lambda m: (-m.evidence.points, m.a.document.path, m.a.start, m.b.document.path, m.b.start))


def _said(claim: Claim) -> object:
    return claim.value.stated if claim.value.stated is not None else claim.time.timex if claim.time else claim.text


def _closest(parted: Sequence[Match]) -> list[Pair]:
    """The look-alikes that were kept apart, each claim at most once, the likest first."""
    seen: set[int] = set()
    found: list[Pair] = []
    for match in sorted(parted, key=_likeness):
        if id(match.a) not in seen and id(match.b) not in seen and len(found) < _LOOK_ALIKES:
            seen |= {id(match.a), id(match.b)}
            found.append(Pair(match.a, match.b, match.evidence, "apart"))
    return found


def _is_alike(match: Match, weights: Weights) -> bool:
    """Whether two claims look alike: by what speaks for one topic, or because they tell the same measure."""
    if STATEMENT & (match.a.events | match.b.events):
        return False  # articles are full of days on which somebody said something
    return match.evidence.points >= weights.shown or _shares_measure(match)


def _shares_measure(match: Match) -> bool:
    return not is_general(match.a.measure) and match.a.measure is match.b.measure and match.evidence.points > 0


def _likeness(match: Match) -> tuple[object, ...]:
    a, b = match.a, match.b
    return (not _shares_measure(match), -match.evidence.points, a.document.path, a.start, b.document.path, b.start)


def _has_sides(claims: Sequence[Claim]) -> bool:
    """Whether the claims are those of more than one side."""
    return len({claim.voice.side for claim in claims} - {""}) > 1


def _told_twice(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article on what it tells more than once: two sides may differ on it."""
    key = {id(claim): (claim.measure.name if claim.measure else "", claim.noun or claim.head) for claim in claims}
    held = Counter(key.values())
    return [claim for claim in claims if held[key[id(claim)]] > 1 and key[id(claim)] != ("", frozenset())]


def _set_apart(claim: Claim) -> bool:
    return bool(claim.context.shifters or claim.context.scope)


def _apart_enough(a: Claim, b: Claim) -> bool:
    """Whether two claims are worth comparing: of two articles, or of two sides in one."""
    return a.document.path != b.document.path or (a.sentence != b.sentence and _sides_differ(a, b))


def _sides_differ(a: Claim, b: Claim) -> bool:
    return (
        a.voice is not OUTLET and b.voice is not OUTLET and bool(a.voice.side and b.voice.side) and a.voice.side != b.voice.side
    )


def leading(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those on parts and forerunners of an event.

    An article tells the event's own figure first; where it gives another one later, that is of a part of it, another
    day or another event.
    """
    first: dict[tuple[str, str, str], Claim] = {}
    found = []
    for claim in sorted(claims, key=lambda c: (c.document.path, _set_apart(c), c.start)):
        if claim.measure is None or is_general(claim.measure) or claim.measure.of != "event":
            found.append(claim)
            continue
        main = first.setdefault((claim.document.path, claim.measure.name, claim.noun), claim)
        if main is claim or main.value.stated == claim.value.stated:
            found.append(claim)
    return found


def _conflict(a: Claim, b: Claim, units: Units) -> bool:
    exact = any(claim.measure is not None and claim.measure.exact for claim in (a, b))
    return disjoint(a, b, units, exact=exact) or _at_bound(a, b, units)


def _at_bound(a: Claim, b: Claim, units: Units) -> bool:
    """Whether one says less (or more) than a number and the other just that number, in whatever unit."""
    one, other = _number(a, units), _number(b, units)
    if one is None or other is None:
        return False
    if not close(one, other) and (a.value.unit == b.value.unit or abs(one - other) > _CONVERTED * max(abs(one), abs(other))):
        return False
    return any(x.value.bound in ("<", ">") and not y.value.bound for x, y in ((a, b), (b, a)))


def _number(claim: Claim, units: Units) -> float | None:
    """The number of a claim in its base unit."""
    stated = claim.value.stated
    if not isinstance(stated, float | int) or not claim.value.unit:
        return stated if isinstance(stated, float | int) else None
    unit = units[claim.value.unit]
    return stated * unit.factor + unit.offset


def _kind(match: Match, units: Units) -> str:
    a, b = match.a, match.b
    if _sides_differ(a, b) or "reviewed" in (a.role, b.role):
        return "dispute"
    moves = next((claim.measure.moves for claim in (a, b) if claim.measure is not None and claim.measure.moves), "")
    if moves and a.document.date and b.document.date and a.value.when is None and not match.evidence.has("slip"):
        one, other = a.document.date.start, b.document.date.start
        if abs(one - other) > (_SLOW if moves == "slowly" else 0):
            early, late = (a, b) if one < other else (b, a)
            first, last = normal(early.value, units), normal(late.value, units)
            if moves in ("both", "slowly") or (first.below(last) if moves == "up" else last.below(first)):
                return "update"
    return "bound" if _at_bound(a, b, units) else "contradiction"


def _with_rivals(evidence: Evidence, one: int, other: int, weights: Weights) -> Evidence:
    """More points where nothing else in the articles could be meant."""
    if one * other == 1:
        return evidence.with_part("only", weights.points["only"], "nothing else of the kind in either article")
    if one * other <= _LITTLE:
        return evidence.with_part("few", weights.points["few"], "little else of the kind in the articles")
    return evidence


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
