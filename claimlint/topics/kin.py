"""The claims of one sort in a story -> those of other articles that may be of one thing with each, and the best matches.

Little is asked of most pairs: only those that may reach what is shown are weighed, and what else an article tells of the
sort is looked at where it may speak against a match.
"""

from collections.abc import Sequence

from claimlint.claims.claim import Claim
from claimlint.nouns import frozen
from claimlint.topics.compare import comparable, conflict
from claimlint.topics.disputes import opposed
from claimlint.topics.evidence import Evidence
from claimlint.topics.times import is_date_of
from claimlint.topics.weigher import Weigher
from claimlint.topics.weights import Weights, is_general
from claimlint.values.units import Units

_LITTLE = 4  # pairs of figures of a kind in two articles
_SMALL = 12

Key = tuple[int, str]  # a claim with the article that it is set against


@frozen(eq=False)
class Match:
    """Two claims that may be of one thing, or that something parts."""

    a: Claim
    b: Claim
    evidence: Evidence

    @property
    def keys(self) -> tuple[Key, Key]:
        """Each claim with the article that it is set against."""
        return _keys(self.a, self.b)

    @property
    def order(self) -> tuple[float, str, int, str, int]:
        """The best comes first."""
        a, b = self.a, self.b
        return -self.evidence.points, a.document.path, a.start, b.document.path, b.start


class Kin:
    """The claims of one sort, each with its kin in the other articles."""

    def __init__(self, claims: Sequence[Claim], units: Units, weigher: Weigher, weights: Weights) -> None:
        self._claims, self._units, self._weigher, self._weights = claims, units, weigher, weights
        self._place = {id(claim): place for place, claim in enumerate(claims)}
        self._of: dict[str, list[Claim]] = {}
        for claim in claims:
            self._of.setdefault(claim.document.path, []).append(claim)
        self._met: dict[Key, list[Claim]] = {}
        self._kin: dict[Key, list[Claim]] = {}

    def matches(self) -> tuple[list[Match], list[Match]]:
        """Gives the conflicts that nothing speaks against, and the conflicts between claims that something parts."""
        matches: list[Match] = []
        parted: list[Match] = []
        for a, b, evidence in self._weigher.likely(self._claims, self._may_meet):
            if evidence.parted:
                if evidence.points and conflict(a, b, self._units) and not opposed(a.voice, b.voice):
                    parted.append(Match(a, b, evidence))
            elif evidence.points >= self._weights.likely and self._are_kin(a, b):
                matches.append(Match(a, b, self._with_rivals(a, b, evidence)))
        shown = sorted(
            (match for match in matches if match.evidence.points >= self._weights.shown), key=lambda match: match.order
        )
        best: dict[Key, Match] = {}
        for match in shown:
            for key in _keys(match.a, match.b):
                best.setdefault(key, match)
        return [match for match in shown if self._stands(match, best)], parted

    def _stands(self, match: Match, best: dict[Key, Match]) -> bool:
        """Whether two claims conflict and are the best match of each other, without another that agrees as well."""
        a, b = match.a, match.b
        return (
            all(best[key] is match for key in _keys(a, b))
            and conflict(a, b, self._units)
            and not self._is_settled(a, b)
            and not self._is_settled(b, a)
            and not self._agrees(a, b.document.path, match.evidence.points)
            and not self._agrees(b, a.document.path, match.evidence.points)
        )

    def _is_settled(self, claim: Claim, against: Claim) -> bool:
        """Whether the article of a bare weekday tells the date of such a day, which agrees: "Monday night ... Monday, May 23"."""
        return any(
            is_date_of(other, claim) and other.measure is claim.measure and not conflict(other, against, self._units)
            for other in self._of[claim.document.path]
        )

    def _agrees(self, claim: Claim, path: str, points: float) -> bool:
        """Whether an article has a claim that agrees with a claim, and for whose being of one thing as much speaks."""
        for other in self._kin_of(claim, path):
            a, b = self._in_order(claim, other)
            if not conflict(a, b, self._units):
                evidence = self._with_rivals(a, b, self._weigher.weigh(a, b))
                if evidence.points + self._same(a) >= points:
                    return True
        return False

    def _same(self, claim: Claim) -> float:
        """How much it says that two figures are the same: a small number is the same by chance."""
        stated = claim.value.stated
        small = isinstance(stated, float | int) and abs(stated) <= _SMALL and not claim.value.unit
        return self._weights.points["same_small" if small else "same"]

    def _with_rivals(self, a: Claim, b: Claim, evidence: Evidence) -> Evidence:
        """More points where nothing else in the articles could be meant."""
        general = is_general(a.measure)
        if not general and (a.measure is not b.measure or a.value.kind not in self._weights.measured):
            return evidence
        others = [len({_said(other) for other in self._kin_of(*key)}) for key in ((a, b.document.path), (b, a.document.path))]
        if not general:
            if others[0] * others[1] == 1 and not evidence.has("elsewhere", "shifters", "several"):
                points = self._weights.points["alone"] * self._weights.measured[a.value.kind]
                return evidence.with_part("alone", points, "neither article tells another of the sort")
            return evidence
        if others[0] * others[1] == 1:
            return evidence.with_part("only", self._weights.points["only"], "nothing else of the kind in either article")
        if others[0] * others[1] <= _LITTLE:
            return evidence.with_part("few", self._weights.points["few"], "little else of the kind in the articles")
        return evidence

    def _kin_of(self, claim: Claim, path: str) -> list[Claim]:
        """The claims of an article that may be of one thing with a claim.

        Where the article tells the measure of the claim itself, only those of that measure.
        """
        key = id(claim), path
        found = self._kin.get(key)
        if found is None:
            own = claim.document.path
            told = self._tells(claim, path)
            found = self._kin[key] = [
                other
                for other in self._met_by(claim, path)
                if other.measure is claim.measure or not (told or self._tells(other, own))
            ]
        return found

    def _tells(self, claim: Claim, path: str) -> bool:
        """Whether an article tells the measure of a claim, of what may be the same thing."""
        return not is_general(claim.measure) and any(other.measure is claim.measure for other in self._met_by(claim, path))

    def _met_by(self, claim: Claim, path: str) -> list[Claim]:
        """The claims of an article that are compared with a claim, and that nothing parts from it."""
        key = id(claim), path
        found = self._met.get(key)
        if found is None:
            found = self._met[key] = [
                other
                for other in self._of[path]
                if other is not claim and self._may_meet(claim, other) and not self._weigher.parts(*self._in_order(claim, other))
            ]
        return found

    def _may_meet(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are worth comparing."""
        return a.document.path != b.document.path and comparable(a, b, self._units)

    def _are_kin(self, a: Claim, b: Claim) -> bool:
        """Whether two claims may be of one thing and are no dispute: what two sides say differently."""
        is_dispute = conflict(a, b, self._units) and opposed(a.voice, b.voice)
        return not is_dispute and any(claim is b for claim in self._kin_of(a, b.document.path))

    def _in_order(self, a: Claim, b: Claim) -> tuple[Claim, Claim]:
        return (a, b) if self._place[id(a)] < self._place[id(b)] else (b, a)


def _keys(a: Claim, b: Claim) -> tuple[Key, Key]:
    return (id(a), b.document.path), (id(b), a.document.path)


def _said(claim: Claim) -> object:
    return claim.value.stated if claim.value.stated is not None else claim.time.timex if claim.time else claim.text
