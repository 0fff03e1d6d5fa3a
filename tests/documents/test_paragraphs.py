"""Paragraphs are what an editor would call so."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.documents.paragraphs import paragraphs


def cut(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [text[start:end] for start, end in paragraphs(text)]


WRAPPED = "The talks in the capital broke up without a result on Monday,\nand nobody could say whether the two sides would meet again\nbefore the end of the month."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs_whatever_ends_a_line(end: str) -> None:
    """An empty line, or one of blanks, parts paragraphs."""
    assert cut(f"one{end}{end}two{end}  \t{end}three{end}") == ["one", "two", "three"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_broken_at_a_width_are_one_paragraph(end: str) -> None:
    """Lines that a program broke belong together."""
    text = WRAPPED.replace("\n", end)
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "All news\nSecond round of talks ends\nSergei Example/TASS",
        "Ferry sinks off northern coast with fourteen people on board\nMinister resigns over contract for the new bridge to Halden",
        "The first sentence is a paragraph of its own, as some sites write it.\nThe second sentence is one too, and it is long enough to look wrapped.",
    ],
)
def test_lines_of_their_own_are_paragraphs_of_their_own(text: str) -> None:
    """Headlines, captions and whole sentences on a line each are not joined."""
    assert cut(text) == text.split("\n")


@given(st.text(alphabet=st.sampled_from("aB .\n\r\t\u00a0\ufeff\u2028"), max_size=60))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    """What stands outside the paragraphs is blank; they stand in order and do not overlap."""
    spans = list(paragraphs(text))
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    outside = "".join(c for i, c in enumerate(text) if not any(start <= i < end for start, end in spans))
    assert not outside.replace("\ufeff", "").strip()


@pytest.mark.parametrize("unit", ["\n", " \n", "word ", "word\n", "\r", "\n \t"])
def test_long_texts_take_time_in_proportion(unit: str) -> None:
    """A megabyte of one thing is cut in a moment."""
    text = unit * (1_000_000 // len(unit))
    begun = time.process_time()
    list(paragraphs(text))
    assert time.process_time() - begun < 4
