"""The claims of a story -> the topics on which they leave nothing in common."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from claimlint.claims.claim import Claim
from claimlint.claims.happening import STATEMENT
from claimlint.topics import disputes, opponents
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
    answers = list(_answers(claims, units))
    if not answers and len({claim.document.path for claim in claims}) == 1:
        return []
    weigher = Weigher(claims, weights, meanings, units)
    matches, parted = _matches(leading(claims), units, weigher)
    matches = _ranked(_kin(matches), weights)
    plain, sided = [match for match in matches if not match.sides], [match for match in matches if match.sides]
    found = _settled(plain, units, weights) + _settled(sided, units, weights)
    found += _disputes(answers, weigher, weights)
    return found + _closest([match for match in parted if match.conflict and _is_alike(match, weights)])


def _settled(matches: Sequence["Match"], units: Units, weights: Weights) -> list[Pair]:
    """The conflicts among matches, best first, that nothing as near speaks against."""
    best: dict[tuple[int, str], Match] = {}
    agreed: dict[tuple[int, str], float] = defaultdict(lambda: float("-inf"))
    for match in matches:
        for key in match.keys:
            best.setdefault(key, match)
            if not match.conflict:
                agreed[key] = max(agreed[key], match.evidence.points + _same(match, weights))
    return [
        Pair(match.a, match.b, match.evidence, _kind(match, units))
        for match in matches
        if match.conflict
        and match.evidence.points >= weights.shown
        and all(best[key] is match and agreed[key] < match.evidence.points for key in match.keys)
    ]


@frozen(eq=False)
class Match:
    """Two claims that may be of one thing, whether their values conflict, and whether two sides tell them."""

    a: Claim
    b: Claim
    evidence: Evidence
    conflict: bool
    sides: bool

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
                if a.document.path != b.document.path and comparable(a, b, units):
                    conflict = _conflict(a, b, units)
                    sides = conflict and disputes.opposed(a.voice, b.voice)
                    evidence = opponents.weighed(weigher, a, b, answer=False) if sides else weigher.weigh(a, b)
                    if not evidence.parted:
                        matches.append(Match(a, b, evidence, conflict, sides))
                    elif evidence.points and not sides:
                        parted.append(Match(a, b, evidence, conflict, sides))
    return matches, parted


def _answers(claims: Sequence[Claim], units: Units) -> Iterator[tuple[Claim, Claim]]:
    """Every two claims of one article in which two sides differ."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.document.path].append(claim)
    for told in by_article.values():
        for a, b in disputes.told_twice(told):
            if comparable(a, b, units) and _conflict(a, b, units):
                yield a, b


def _disputes(answers: Sequence[tuple[Claim, Claim]], weigher: Weigher, weights: Weights) -> list[Pair]:
    """The answers that are of one thing, each claim in the best supported one alone."""
    weighed = [(a, b, opponents.weighed(weigher, a, b, answer=disputes.answering(a, b))) for a, b in answers]
    weighed = [row for row in weighed if not row[2].parted and row[2].points >= weights.shown]
    weighed.sort(key=lambda row: (-row[2].points, row[0].document.path, row[0].start, row[1].start))
    seen: set[int] = set()
    found = []
    for a, b, evidence in weighed:
        if id(a) not in seen and id(b) not in seen:
            seen |= {id(a), id(b)}
            found.append(Pair(a, b, evidence, "dispute"))
    return found


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
        found.append(Match(match.a, match.b, evidence, match.conflict, match.sides))
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


def _set_apart(claim: Claim) -> bool:
    return bool(claim.context.shifters or claim.context.scope)


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
    if match.sides or "reviewed" in (a.role, b.role):
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
