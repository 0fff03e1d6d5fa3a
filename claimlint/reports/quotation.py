"""Claims -> the sentence in which they stand, as it is quoted: without markup, in pieces."""

from collections.abc import Iterator, Sequence

from claimlint.claims.claim import Claim
from claimlint.reports.escape import line_of


def quotation(claim: Claim) -> tuple[str, str, str]:
    """Gives what stands before the words of a claim, its words, and what stands behind them, each on one line.

    Where nothing but the claim is its sentence, its line is quoted. A piece that stands apart has a blank there.
    """
    (before, _), (words, _), (behind, _) = marked((claim,))
    return before, words, behind


def marked(claims: Sequence[Claim]) -> Iterator[tuple[str, bool]]:
    """Gives the sentence of some claims in pieces: what stands between their words (False), and the words of each (True).

    Of two claims that stand in each other the first has its words alone. Else it is as in `quotation`.
    """
    first = claims[0]
    document, (start, end) = first.document, first.sentence
    if (start, end) == (first.start, first.end):
        start, end = document.line_around(first.start)
        end = max(first.end, end)
    text = document.masked
    for claim in sorted(claims, key=lambda claim: claim.start):
        if claim.start >= start:
            yield _piece(text[start : claim.start]), False
            yield line_of(claim.text), True
            start = claim.end
    yield _piece(text[start:end]), False


def _piece(text: str) -> str:
    text = text.replace("\0", "")
    return f"{' ' * text[:1].isspace()}{line_of(text)}{' ' * text[-1:].isspace()}" if text.strip() else " " * bool(text)
