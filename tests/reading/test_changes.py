"""A mention knows which way its amount goes, and its role in the change."""

import pytest

from claimlint.line import Claimlint

READER = Claimlint().reader
TOLD = {
    "Wool rose [12 percent] to 45.": ("up", "by"),
    "Wool rose 12 percent to [$45].": ("up", "to"),
    "Wool rose 12 percent, or $5 a share, to [$45].": ("up", "to"),
    "Wool fell to [$40] from $45.": ("down", "to"),
    "Wool fell to $40 from [$45].": ("down", "from"),
    "Wool fell by [a third].": ("down", "by"),
    "Wool was up [3 to 5 percent].": ("up", "by"),
    "A rise of [12 percent] was seen.": ("up", "by"),
    "A [3-percent] drop was seen.": ("down", "by"),
    "Rates are [25 basis points] higher.": ("up", "by"),
    "The mill cut its staff from [900] to 700.": ("down", "from"),
    "The mill cut its staff from 900 to [700].": ("down", "to"),
    "The mill raised [$5 million] from banks.": None,
    "The mill cut [5 percent] of its staff.": ("down", "by"),
    "The mill employs [700] people.": None,
    "Wool rose. It sold for [$45].": None,
    "It rose in May; buyers went to [12] mills.": None,
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_the_change_of_an_amount(text: str, told: tuple[str, str] | None) -> None:
    """Up or down, and by, to or from."""
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    end = text.index("]") - 1
    found = [mention for mention in READER.read(plain) if (mention.start, mention.end) == (start, end)]
    assert [mention.change for mention in found] == [told]
