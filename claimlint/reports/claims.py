"""A document's claims -> JSON lines, or text that says what each is about."""

from collections.abc import Iterator, Sequence

from claimlint.claims.claim import Claim
from claimlint.reports import records
from claimlint.reports.escape import line_of, quoted, visible
from claimlint.values.units import Units


def lines(claims: Sequence[Claim], units: Units, shape: str) -> Iterator[str]:
    """Gives a line for each claim: "jsonl" records, or "text" for people."""
    for claim in claims:
        yield records.dump(records.claim(claim, units)) if shape == "jsonl" else _line(claim)


def _line(claim: Claim) -> str:
    line, column = claim.document.place(claim.start)
    place = visible(f"{claim.document.path}:{line}:{column}")
    return f"{place}: {topic(claim)}: {quoted(claim.text)} ({claim.stance}{voice(claim)})"


def topic(claim: Claim) -> str:
    """What a claim is about, in words."""
    measure = claim.measure.name if claim.measure else " ".join(sorted(claim.head)) or claim.value.kind
    return line_of(f"{measure} of {claim.subject}" if claim.subject else measure)


def voice(claim: Claim) -> str:
    """Who says it, in words; "" for the outlet itself."""
    side = f" for {claim.voice.side}" if claim.voice.side and claim.voice.side != claim.voice.name else ""
    return (
        line_of(f", says {claim.voice.name or claim.voice.side}{side if claim.voice.name else ''}")
        if claim.voice.name or claim.voice.side
        else ""
    )
