"""Which kinds of event the words of a sentence tell of."""

import pytest

from claimlint.claims.vocabulary import Vocabulary
from claimlint.line import Claimlint


@pytest.fixture(scope="session")
def vocabulary(lint: Claimlint) -> Vocabulary:
    """The vocabulary of the word lists that are shipped."""
    return lint.extractor.vocabulary


def told(vocabulary: Vocabulary, text: str) -> dict[int, frozenset[str]]:
    """The kinds of event by the places of their words."""
    return dict(vocabulary.events(text.lower().replace("-", "").split()))


@pytest.mark.parametrize(
    ("texts", "event"),
    [
        (
            ["a train derailed", "two coaches came off the tracks", "the engine had jumped the rails", "the derailment"],
            "derailment",
        ),
        (["miners walked out", "they laid down their tools", "the walkout", "industrial action", "dockers struck"], "strike"),
        (["the ferry capsized", "the boat keeled over", "the capsizing"], "capsizing"),
        (["she stepped down", "he quit", "his resignation", "they handed in their resignation"], "resignation"),
        (["talks adjourned", "the meeting broke up", "an adjournment"], "adjournment"),
        (["it takes effect", "the pact entered into force", "came into effect", "its entry into force"], "entry-into-force"),
        (["the board meeting", "board meetings"], "board-meeting"),
        (["they lifted the warning", "the warnings were lifted", "an all-clear was given"], "end-of-warning"),
        (["the study was published", "a report appeared", "they issued", "the release"], "publication"),
    ],
)
def test_words_of_one_kind_of_event_share_its_name(texts: list[str], event: str, vocabulary: Vocabulary) -> None:
    """Verbs, phrases and nouns of one kind of event all tell its name."""
    for text in texts:
        assert any(event in names for names in told(vocabulary, text).values()), text


def test_a_phrase_is_no_walk(vocabulary: Vocabulary) -> None:
    """A phrase is told for what it means as a whole, at the place of its first word."""
    whole = told(vocabulary, "the plan was called off")
    assert "cancellation" in whole[3]
    assert "emergency-call" not in whole[3]


def test_words_that_tell_of_nothing_are_left_out(vocabulary: Vocabulary) -> None:
    """Words of no event and empty words have no place in the answer."""
    assert not told(vocabulary, "the green hill and its old oak")
    assert not list(vocabulary.events(["", "the", ""]))
