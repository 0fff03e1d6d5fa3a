"""A claim -> the sentence in which it stands, as it is quoted: without markup, in three pieces."""

from claimlint.claims.claim import Claim
from claimlint.reports.escape import line_of


def quotation(claim: Claim) -> tuple[str, str, str]:
    """Gives what stands before the words of a claim, its words, and what stands behind them, each on one line.

    Where nothing but the claim is its sentence, its line is quoted. A piece that stands apart has a blank there.
    """
    document, (start, end) = claim.document, claim.sentence
    if (start, end) == (claim.start, claim.end):
        start, end = document.line_around(claim.start)
        end = max(claim.end, end)
    text = document.masked
    return _piece(text[start : claim.start]), line_of(claim.text), _piece(text[claim.end : end])


def _piece(text: str) -> str:
    text = text.replace("\0", "")
    return f"{' ' * text[:1].isspace()}{line_of(text)}{' ' * text[-1:].isspace()}" if text.strip() else " " * bool(text)
