"""The nouns of the end of the line."""

from claimlint.claims.claim import Claim
from claimlint.nouns import frozen


@frozen(eq=False)
class Finding:
    """What cannot be, or may not be: the rule that says so, its claims in order, and each step of how it is known.

    `kind` is contradiction, inconsistency, dispute, update, apart or copy.
    """

    rule: str
    kind: str
    severity: str
    message: str
    explanation: tuple[str, ...]
    claims: tuple[Claim, ...]
    measure: str = ""
    subject: str = ""
    circumstance: str = ""

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Path, position, rule: the order of a report."""
        first = self.claims[0]
        return first.document.path, first.start, self.rule, self.message

    @property
    def fingerprint(self) -> str:
        """What stays the same when articles are moved or text before the claims changes."""
        import hashlib  # a report that is read asks for none

        parts = [self.rule, *(f"{claim.text}\0{claim.document.words(*claim.sentence)}" for claim in self.claims)]
        return hashlib.sha256("\0".join(sorted(parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
