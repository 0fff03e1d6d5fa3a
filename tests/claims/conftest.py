"""What the tests of claims share: the checker with its knowledge, and how an example is read."""

from collections.abc import Callable

import pytest

from claimlint.claims.claim import Claim
from claimlint.documents.document import Block, Document
from claimlint.line import Claimlint


@pytest.fixture(scope="session")
def lint() -> Claimlint:
    """The checker with the knowledge that is shipped."""
    return Claimlint()


@pytest.fixture(scope="session")
def marked_claim(lint: Claimlint) -> Callable[[str], Claim | None]:
    """Gives a function from a sentence with a value marked «so» to the claim of that value, None where it has none."""

    def claim(example: str) -> Claim | None:
        start = example.index("«")
        text = example.replace("«", "").replace("»", "")
        document = Document("example.txt", text, (Block(0, len(text)),))
        found = (claim for claim in lint.extractor.claims(lint.extractor.parser.parse(document)) if claim.start <= start + 1 < claim.end)
        return next(found, None)

    return claim
