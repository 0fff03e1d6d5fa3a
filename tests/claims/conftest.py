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
def marked_claims(lint: Claimlint) -> Callable[[str], list[Claim]]:
    """Gives a function from a sentence with a value marked «so» to the claims of that value."""

    def claims(example: str) -> list[Claim]:
        start = example.index("«")
        text = example.replace("«", "").replace("»", "")
        document = Document("example.txt", text, (Block(0, len(text)),))
        found = lint.extractor.claims(lint.extractor.parser.parse(document))
        return [claim for claim in found if claim.start <= start + 1 < claim.end]

    return claims
