"""Nothing from a text or a file name is obeyed or hidden by who shows it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.reports.escape import line_of, quoted, visible, width

HOSTILE = st.text(
    alphabet=st.sampled_from("a :#[]\t\n\r\x00\x07\x1b\x7f\x85\x9b\u200b\u202e\u2066\ufeff\U000e0041\ud800é中"), max_size=40
)


@given(HOSTILE)
def test_what_is_shown_has_no_control_and_no_hidden_character(text: str) -> None:
    """C0 but for the tab, C1, DEL, direction, no width, tags and halves of characters are written out."""
    shown = visible(text)
    categories = {unicodedata.category(c) for c in shown.replace("\t", "")}
    assert categories.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    shown.encode("utf-8")


@given(st.characters())
def test_every_character_of_format_or_control_is_written_out(character: str) -> None:
    """No letter of any script is lost, and none that only directs is left."""
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\t"
    if hidden:
        assert visible(character) == f"\\u{{{ord(character):x}}}"


@given(HOSTILE)
def test_a_runner_of_github_finds_no_command(text: str) -> None:
    """Neither ##[...] anywhere nor ::...:: where a line begins."""
    shown = visible(text)
    assert "##[" not in shown
    assert not re.match(r"\s*::", shown)


@given(HOSTILE)
def test_a_quotation_is_one_line(text: str) -> None:
    """However long and broken, a quotation is one line of at most so many characters."""
    assert "\n" not in line_of(text)
    assert len(quoted(text, 20)) <= 20


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("\uff21", 2)])
def test_columns_are_those_of_a_terminal(text: str, columns: int) -> None:
    """Wide letters take two columns, combining marks none."""
    assert width(text) == columns
