"""The claims of a story -> the topics on which they leave nothing in common."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimlint.claims.claim import Claim
from claimlint.claims.happening import STATEMENT
from claimlint.nouns import frozen
from claimlint.topics import opponents
from claimlint.topics.compare import at_bound, normal
from claimlint.topics.evidence import Evidence
from claimlint.topics.kin import Kin, Match
from claimlint.topics.likeness import SLIPS
from claimlint.topics.meanings import Meanings
from claimlint.topics.times import is_relative
from claimlint.topics.weigher import Weigher
from claimlint.topics.weights import Weights, is_general
from claimlint.values.units import Units

_LOOK_ALIKES = 5  # of a story
_DAY_BEFORE = 1  # a night belongs to two days
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
    differing = [pair for group in _sorts(claims, units) for pair in opponents.differing(group, units)]
    alone = len({claim.document.path for claim in claims}) == 1
    if alone and not differing:
        return []
    weigher = Weigher(claims, weights, meanings, units)
    found: list[Match] = []
    apart: list[Match] = []
    for group in () if alone else _sorts(leading(claims), units):
        matches, parted = Kin(group, units, weigher, weights).matches()
        found += matches
        apart += [match for match in parted if _is_alike(match, weights)]
    found.sort(key=lambda match: match.order)
    disputed = [Pair(match.a, match.b, match.evidence, "dispute") for match in opponents.disputes(differing, weigher, weights)]
    return [Pair(match.a, match.b, match.evidence, _kind(match, units)) for match in found] + disputed + _closest(apart)


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
    times: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.time is not None and claim.value.stated is None:
            times[claim.document.path].append(claim)
    for claim in sorted(claims, key=lambda c: (c.document.path, _set_apart(c), c.start)):
        if claim.measure is None or is_general(claim.measure) or claim.measure.of != "event":
            found.append(claim)
            continue
        main = first.setdefault((claim.document.path, claim.measure.name, claim.noun), claim)
        if main is claim and claim.time is not None:
            main = next((each for each in times.get(claim.document.path, ()) if each.events & claim.events), claim)
        if main is claim or (main.value.stated == claim.value.stated and not _of_other_days(main, claim)):
            found.append(claim)
    return found


def _of_other_days(main: Claim, claim: Claim) -> bool:
    """Whether a time is of days before those of the main event: the shooting of the week before, the first of the raids."""
    one, other = main.time, claim.time
    if one is None or other is None or None in (one.start, other.end):
        return False
    return is_relative(claim.value.when or ()) and other.end < one.start - _DAY_BEFORE  # type: ignore[operator]


def _kind(match: Match, units: Units) -> str:
    a, b = match.a, match.b
    if "reviewed" in (a.role, b.role):
        return "dispute"
    moves = next((claim.measure.moves for claim in (a, b) if claim.measure is not None and claim.measure.moves), "")
    if moves and a.document.date and b.document.date and a.value.when is None and not match.evidence.has(*SLIPS):
        one, other = a.document.date.start, b.document.date.start
        if abs(one - other) > (_SLOW if moves == "slowly" else 0):
            early, late = (a, b) if one < other else (b, a)
            first, last = normal(early.value, units), normal(late.value, units)
            if moves in ("both", "slowly") or (first.below(last) if moves == "up" else last.below(first)):
                return "update"
    return "bound" if at_bound(a, b, units) else "contradiction"


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
