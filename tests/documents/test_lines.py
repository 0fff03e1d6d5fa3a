"""Lines and positions are those of the file."""

from hypothesis import given
from hypothesis import strategies as st

from claimlint.documents import lines
from claimlint.documents.document import Document

TEXTS = st.text(alphabet=st.sampled_from("a b\n\r\u2028\x0b\x85é\u0301\ufeff"), max_size=40)


@given(TEXTS)
def test_lines_are_those_that_end_at_three_marks(text: str) -> None:
    """A line ends at a line feed, a carriage return or both, at nothing that other tools also take for an end."""
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [text[start:end] for start, end in lines.spans(text)] == expected


@given(TEXTS, st.integers(0, 40))
def test_a_position_has_the_line_and_column_that_lead_back_to_it(text: str, at: int) -> None:
    """Line and column of a position give the position again."""
    at = min(at, len(text))
    document = Document("a.txt", text)
    line, column = document.place(at)
    assert lines.starts(text)[line - 1] + column - 1 == at
    assert lines.place(text, at) == (line, column)


@given(TEXTS)
def test_a_line_is_given_without_its_end(text: str) -> None:
    """The text of each line is the line itself."""
    document = Document("a.txt", text)
    found = [document.line_text(number) for number in range(1, len(lines.starts(text)) + 1)]
    assert found == [text[start:end] for start, end in lines.spans(text)]
