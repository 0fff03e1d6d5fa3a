"""Of which kind of event a time is."""

import pytest

from claimlint.claims.claim import Claim
from claimlint.documents.document import Block, Document
from claimlint.line import Claimlint


def time(lint: Claimlint, text: str) -> Claim:
    """The claim on the only time of a text."""
    document = Document("a.txt", text, (Block(0, len(text)),))
    claims = lint.extractor.claims(lint.extractor.parser.parse(document))
    return next(claim for claim in claims if claim.value.when is not None)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The minister condemned the attack on Monday.", {"attack", "condemnation", "offensive"}),
        ("A man was arrested Monday in connection with the shooting.", {"arrest"}),
        ("A man was arrested in connection with a shooting Monday.", {"shooting"}),
        ("A man was arrested in connection with the shooting on Monday.", set()),
        ("Officers were investigating a shooting early Monday in Ulm.", {"investigation"}),
        ("Officers are investigating a shooting Monday in Ulm.", {"investigation", "shooting"}),
        ("Officers have arrested a man and were looking Monday for another.", set()),
    ],
)
def test_a_time_is_of_what_its_words_belong_to(text: str, events: set[str], lint: Claimlint) -> None:
    """What comes after a deed has a day of its own; where nobody can tell whose day it is, it is of nothing."""
    assert time(lint, text).events == events


def test_noon_with_a_capital_is_a_name(lint: Claimlint) -> None:
    """A reporter called Noon tells no hour; at the start of a sentence it may be one."""
    document = Document("a.txt", text := "Kelsey Noon reports. Noon came.", (Block(0, len(text)),))
    claims = lint.extractor.claims(lint.extractor.parser.parse(document))
    assert [claim.start for claim in claims] == [text.index("Noon came")]
