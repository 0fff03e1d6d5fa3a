"""How the reasons of a finding are written: in the words of the articles."""

import pytest

from claimlint.documents.document import Document
from claimlint.line import Claimlint


@pytest.fixture(scope="module")
def lint() -> Claimlint:
    """The checker with its own knowledge."""
    return Claimlint()


def steps(lint: Claimlint, *texts: str) -> list[str]:
    """The steps of the first finding on articles of one story."""
    found = lint.check([Document(f"{number}.txt", text, story="one") for number, text in enumerate(texts)]).findings
    return list(found[0].explanation)


def test_countries_are_called_by_their_names(lint: Claimlint) -> None:
    """What the knowledge knows by a code is told by its first name."""
    told = steps(
        lint, "TARN, June 1 (Wire) - Norway sent 400 rescuers to Tarn, the ministry said.",
        "TARN, June 1 (Press) - Norway sent 900 rescuers to Tarn, the ministry said.",
    )  # fmt: skip
    assert any("Norway" in step for step in told)
    assert not any(step.endswith((" no", " no, tarn")) for step in told)


def test_words_are_told_as_they_are_written(lint: Claimlint) -> None:
    """Not cut to their stems, in the order of the text in a message, names with their capitals."""
    told = [
        Document(f"{name}.txt", f"TARN, June 1 ({name}) - The Tarn choir sang {number} folk songs, Vera Holt said.", story="one")
        for name, number in (("Press", "4,900"), ("Wire", "6,200"))
    ]
    (finding,) = lint.check(told).findings
    assert finding.message == "folk songs: 4,900 (Press.txt) but 6,200 (Wire.txt)"
    assert {"one thing: both count folk, songs", "one thing: both next to choir, sang", "one thing: both beside Tarn"} <= {
        *finding.explanation
    }
