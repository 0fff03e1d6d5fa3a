"""Which pairs of claims are weighed at all."""

from itertools import combinations
from pathlib import Path

import pytest

from claimlint.claims.claim import Claim
from claimlint.guard import Guard
from claimlint.line import Claimlint
from claimlint.topics import meanings
from claimlint.topics.weigher import Weigher

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def lint() -> Claimlint:
    """The checker with its own knowledge."""
    return Claimlint()


@pytest.fixture(scope="module")
def claims(lint: Claimlint) -> list[Claim]:
    """The claims of the seeds."""
    documents, _, _ = lint.read([str(SEEDS)])
    return [claim for story in lint.stories(documents, Guard(debug=True)) for told in story for claim in told.claims]


def test_no_pair_that_may_be_shown_is_passed_over(lint: Claimlint, claims: list[Claim]) -> None:
    """Every pair for which enough speaks is among the likely ones, with the same evidence."""
    weigher = Weigher(claims, lint.weights, meanings.Meanings(lint.data["meanings"]), lint.reader.units)
    for sort in {claim.value.kind for claim in claims}:
        alike = [claim for claim in claims if claim.value.kind == sort]
        likely = {(id(a), id(b)): evidence for a, b, evidence in weigher.likely(alike, lambda _one, _other: True)}
        for a, b in combinations(alike, 2):
            evidence = weigher.weigh(a, b)
            if evidence.points >= lint.weights.likely:
                assert likely[id(a), id(b)] == evidence


def test_few_pairs_are_weighed(lint: Claimlint, claims: list[Claim]) -> None:
    """Two claims that share nothing are passed over, so that a story of many articles does not weigh every two of them."""
    weigher = Weigher(claims, lint.weights, meanings.Meanings(lint.data["meanings"]), lint.reader.units)
    times = [claim for claim in claims if claim.value.kind in ("date", "time")]
    weighed: list[tuple[Claim, Claim]] = []

    def may_meet(one: Claim, other: Claim) -> bool:
        weighed.append((one, other))
        return False

    assert not list(weigher.likely(times, may_meet))
    assert len(weighed) < sum(1 for _ in combinations(times, 2)) / 2
