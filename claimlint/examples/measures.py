"""A measure's own examples -> whether they hold: the value marked «so» is told as the measure, or is left to others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimlint.claims.claim import Claim
from claimlint.documents.document import Block, Document
from claimlint.examples.outcome import Outcome
from claimlint.line import Claimlint


def outcomes(lint: Claimlint, name: str, row: Mapping[str, Any]) -> Iterator[Outcome]:
    """Tries what a measure `binds`, and what it `leaves` to others."""
    for kind, fault in (("binds", binds_not), ("leaves", leaves_not)):
        for number, example in enumerate(row.get(kind, ()), 1):
            yield Outcome(name, kind, number, fault(name, row, marked(lint, example)))


def marked(lint: Claimlint, example: str) -> list[Claim]:
    """Gives the claims of the value that is marked in an example."""
    start = example.index("«")
    text = example.replace("«", "").replace("»", "")
    document = Document("example.txt", text, (Block(0, len(text)),))
    found = lint.extractor.claims(lint.extractor.parser.parse(document))
    return [claim for claim in found if claim.start <= start + 1 < claim.end]


def binds_not(name: str, row: Mapping[str, Any], claims: Sequence[Claim]) -> str:
    """Gives why claims of a value are not told as a measure, or as what it implies; "" where they are."""
    if not claims:
        return "no value is read where it is marked"
    implies = row.get("implies")
    if implies is not None:
        told = [(claim.measure.name if claim.measure else "", claim.value.bound) for claim in claims[1:]]
        return "" if (implies["measure"], implies["bound"]) in told else "the value implies nothing"
    found = claims[0].measure
    return "" if found is not None and found.name == name else f"the value is told as {found.name if found else 'no measure'}"


def leaves_not(name: str, row: Mapping[str, Any], claims: Sequence[Claim]) -> str:
    """Gives why claims of a value are told as a measure that should leave it; "" where they are not."""
    if not claims:
        return "no value is read where it is marked"
    if len(claims) > 1 and "implies" in row:
        return f"the value implies one of {row['implies']['measure']}"
    return "the value is told as this measure" if claims[0].measure and claims[0].measure.name == name else ""
