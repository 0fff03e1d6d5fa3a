"""Two sentences are joined where the second takes up the first by its words."""

import pytest

from claimlint.documents.document import Document
from claimlint.line import Claimlint


@pytest.fixture(scope="module")
def lint() -> Claimlint:
    """The checker with its own knowledge."""
    return Claimlint()


def rules(lint: Claimlint, text: str) -> set[str]:
    """The rules that speak on an article."""
    return {finding.rule for finding in lint.check([Document("a.txt", text)]).findings if finding.severity != "note"}


@pytest.mark.parametrize(
    "text",
    [
        "The museum in Tarn owns 2,340 prints by the painter. It shows 310 of them and keeps the other 1,930 in a vault.",
        "The museum in Tarn owns 2,340 prints by the painter. Some 310 of the prints hang there and the other 1,930 lie in a vault.",
    ],
)
def test_a_pronoun_or_a_noun_told_before_joins(lint: Claimlint, text: str) -> None:
    """What the two sentences tell together cannot be."""
    assert rules(lint, text)


@pytest.mark.parametrize(
    "text",
    [
        "The museum in Tarn owns 2,340 prints by the painter. Ulm shows 310 vases and keeps the other 1,930 in a vault.",
        "The museum in Tarn owns 2,340 prints by the painter. A flood came. It spoilt 310 vases and the other 1,930 were moved.",
        "The museum in Tarn owns 2,340 prints and 1,800 vases. It shows 310 of them and keeps the other 1,930 in a vault.",
    ],
)
def test_what_goes_on_about_something_else_does_not(lint: Claimlint, text: str) -> None:
    """Nothing is joined without a word that takes up the sentence before, over another, or beside a figure of the kind."""
    assert not rules(lint, text)
