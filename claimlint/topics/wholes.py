"""A number of people in its article -> what else the article tells of whom it counts: others, who did it, one more."""

from collections.abc import Iterator, Sequence

from claimlint.claims.claim import Claim

_MORE = 12  # a larger number is not gone on with "a thirteenth"
_ON = 2  # sentences behind in which a number is gone on with


def retold(claim: Claim, told: Sequence[Claim]) -> Iterator[Claim]:
    """Gives the claims of an article that tell the figure of a claim, of the same measure, itself among them."""
    return (other for other in told if other.measure is claim.measure and other.value.stated == claim.value.stated)


def scopes(claim: Claim, told: Sequence[Claim]) -> frozenset[str]:
    """Gives the scope of a number by all that its article tells of it."""
    return frozenset[str]().union(*(other.context.scope for other in retold(claim, told)))


def goes_on(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether the sentences behind go on with the next one: "found four victims. ... A fifth man was found later"."""
    stated = claim.value.stated
    if not isinstance(stated, float) or not 1 < stated <= _MORE:
        return False
    behind = sorted({other.sentence for other in told if other.sentence > claim.sentence})[:_ON]
    return any(other.sentence in behind and _is_next(other, stated) for other in told)


def _is_next(claim: Claim, number: float) -> bool:
    """Whether a claim is "a fifth" behind four: a rank, or what was read as a part of one."""
    stated = claim.value.stated
    if claim.value.kind == "rank":
        return stated == number + 1
    return claim.value.form == "part" and stated == 1 / (number + 1)
