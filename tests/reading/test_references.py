"""References to treaties and their parts are found as whole phrases, and told part by part."""

from itertools import pairwise

import pytest

from claimlint.line import Claimlint
from claimlint.reading.tokens import fold, tokenize


@pytest.fixture(scope="module")
def lint() -> Claimlint:
    """The checker with the knowledge that is shipped."""
    return Claimlint()


@pytest.mark.parametrize(
    ("text", "said", "parts", "instrument"),
    [
        ("It broke Article VI.", "Article VI", ("article VI",), ""),
        ("as article 15(2)(b) says", "article 15(2)(b)", ("article 15 2 b",), ""),
        ("under Articles IV, V and VI of the Treaty,", "Articles IV, V and VI of the Treaty", ("article IV V VI",), "treaty"),
        ("paragraph 3 of Article 9 of this Convention", "paragraph 3 of Article 9 of this Convention", ("paragraph 3", "article 9"), "convention"),
        ("see Section VII, paragraph 11, sub-paragraph (B)", "Section VII, paragraph 11, sub-paragraph (B)", ("section VII", "paragraph 11", "subparagraph B"), ""),
        ("Protocol II bans them", "Protocol II", ("protocol II",), ""),
        ("Article 12 bis", "Article 12 bis", ("article 12 bis",), ""),
    ],
)  # fmt: skip
def test_a_reference_is_read_with_its_parts(
    lint: Claimlint, text: str, said: str, parts: tuple[str, ...], instrument: str
) -> None:
    """One reference: the words it takes in, each part with its numbers, the document it names."""
    tokens, _ = tokenize(fold(text))
    (found,) = lint.references.find(tokens)
    assert "".join(tokens[found.first : found.last]).strip() == said
    assert (found.parts, found.instrument) == (parts, instrument)


@pytest.mark.parametrize(
    "text",
    ["He liked the part I wrote.", "She wrote an article 3 pages long.", "The annex of 1998 burned.", "A section of the road closed.", "Articles of faith, (a) and (b)."],
)  # fmt: skip
def test_what_refers_to_no_treaty_is_left(lint: Claimlint, text: str) -> None:
    """Parts without a number, in small letters or behind "an" are parts of something else."""
    assert list(lint.references.find(tokenize(fold(text))[0])) == []


@pytest.mark.parametrize(
    "text", ["Article", "Article (", "Article 5(", "Article 5 of the", "(a)(b)", "Articles 1, 2, " * 400, "Article 1 (" * 400, ""]
)
def test_any_text_is_gone_through(lint: Claimlint, text: str) -> None:
    """Broken and endless references come to an end; those found lie in order and apart."""
    tokens, _ = tokenize(fold(text))
    found = list(lint.references.find(tokens))
    assert all(a.last <= b.first for a, b in pairwise(found))
