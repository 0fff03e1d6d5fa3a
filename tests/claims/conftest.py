"""What the tests of claims share: the checker with its knowledge, and how an example is read."""

from collections.abc import Callable
from functools import partial

import pytest

from claimlint.claims.claim import Claim
from claimlint.examples import measures
from claimlint.line import Claimlint


@pytest.fixture(scope="session")
def lint() -> Claimlint:
    """The checker with the knowledge that is shipped."""
    return Claimlint()


@pytest.fixture(scope="session")
def marked_claims(lint: Claimlint) -> Callable[[str], list[Claim]]:
    """Gives a function from a sentence with a value marked «so» to the claims of that value."""
    return partial(measures.marked, lint)
