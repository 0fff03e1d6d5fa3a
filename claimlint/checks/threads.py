"""Two claims of neighbouring sentences -> whether the second goes on about what the first tells of."""

from claimlint.claims.claim import Claim
from claimlint.topics.weights import is_general

_CLAUSE = 0.45  # how near a word of the same clause is


def goes_on(a: Claim, b: Claim) -> bool:
    """Whether two claims are told of one measure, said of one thing, or have a word of their clauses in common."""
    if a.measure is not None and a.measure is b.measure and not is_general(a.measure):
        return True
    if b.value.kind == "count" and not b.head and not b.noun:
        return True  # "nine were caught": of those of whom the text spoke
    if a.context.about & b.context.about or a.head & b.head:
        return True
    if a.context.about and b.context.about:
        return False
    one, other = ({word for word, near in claim.context.words.items() if near >= _CLAUSE} for claim in (a, b))
    return bool(one & other)
