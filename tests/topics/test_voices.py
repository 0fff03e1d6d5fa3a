"""Who says what."""

import pytest

from claimlint.claims.claim import Claim
from claimlint.documents.document import Block, Document
from claimlint.line import Claimlint


@pytest.fixture(scope="module")
def lint() -> Claimlint:
    """The checker with its own knowledge."""
    return Claimlint()


def claims(lint: Claimlint, text: str) -> dict[str, Claim]:
    """The claims of a sentence by their words."""
    document = Document("a.txt", text, (Block(0, len(text)),))
    return {claim.text: claim for claim in lint.extractor.claims(lint.extractor.parser.parse(document))}


@pytest.mark.parametrize(
    ("text", "value", "side"),
    [
        ("Police said that about 600 people took part, while the organisers said 2,500 had come.", "about 600", "police"),
        ("Police said that about 600 people took part, while the organisers said 2,500 had come.", "2,500", "organizers"),
        ("About 600 people took part, police said on Sunday.", "About 600", "police"),
        ("According to the health ministry, 17 civilians had been killed.", "17", "government"),
        ("Russia says the missile's range is 480 kilometers.", "480 kilometers", "ru"),
        ("The rebels' chief negotiator, Idris Hanno, insisted that five people had died there.", "five", "opposition"),
        ("The talks lasted three hours.", "three hours", ""),
    ],
)
def test_a_figure_has_the_voice_of_the_clause_that_reports_it(lint: Claimlint, text: str, value: str, side: str) -> None:
    """The speaker of a report, before or behind it, speaks for its figures; without one the outlet does."""
    assert claims(lint, text)[value].voice.side == side


def test_a_relative_clause_reports_only_itself(lint: Claimlint) -> None:
    """What stands outside "a missile that NATO says ..." is the outlet's own."""
    text = "Barring a change in a missile that NATO says breaks the pact, Norland will leave it on August 2, 2019."
    assert claims(lint, text)["August 2, 2019"].voice.side == ""
