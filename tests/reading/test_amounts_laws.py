"""Laws of amounts: what is written reads back, other spellings and units say the same set, and no text is too odd."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.line import Claimlint
from claimlint.reading.mention import Mention
from claimlint.values.sets import Interval

READER = Claimlint().reader
ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PAIRS = [
    ("kilometer", "meter"),
    ("mile", "foot"),
    ("pound", "ounce"),
    ("tonne", "kilogram"),
    ("hour", "minute"),
    ("dollar", "cent"),
]
WHOLE = st.integers(2, 999_999_999).filter(lambda number: not 1000 <= number <= 2200)  # four digits may be a year
PLACE = "The hut lost {} in May."


def only(text: str) -> Mention:
    """The one mention of a text before its month."""
    first, *rest = READER.read(text)
    assert [mention.value.when is not None for mention in rest] == [True]
    return first


def words(number: int) -> str:
    """A whole number below a billion in words, as English writes it."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{words(number // size)} {name}" + (f" {words(rest)}" if rest else "")
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{ONES[ones]}" if ones else "")


@settings(max_examples=150, deadline=None)
@given(WHOLE)
def test_a_number_reads_back_from_digits_groups_and_words(number: int) -> None:
    """Plain digits, groups of three and words say one number."""
    for written in (f"{number}", f"{number:,}", words(number)):
        mention = only(PLACE.format(f"{written} sheep"))
        assert mention.value.stated == number, written


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 9999), st.integers(0, 2), st.sampled_from(["million", "billion", "mln", "bn"]))
def test_a_magnitude_multiplies(number: int, decimals: int, magnitude: str) -> None:
    """$1.25 million is 1,250,000 dollars, before and behind the number."""
    factor = {"million": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9}[magnitude]
    written = f"{number / 10**decimals:.{decimals}f}"
    before, behind = only(PLACE.format(f"${written} {magnitude}")), only(PLACE.format(f"{written} {magnitude} dollars"))
    assert before.value == behind.value
    assert before.value.stated == pytest.approx(float(written) * factor)


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 90), st.integers(100, 900), st.sampled_from([("{} to {}", "{}-{}"), ("{}–{}", "between {} and {}")]))
def test_a_range_holds_its_ends_however_it_is_written(low: int, high: int, ways: tuple[str, str]) -> None:
    """Two ends with one unit are one set."""
    one, other = (only(PLACE.format(f"{way.format(low, high)} kg")).value for way in ways)
    assert [one.stated, one.interval] == [(low, high), other.interval]
    assert one.interval.contains(Interval(low, high))


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 99), st.sampled_from(PAIRS))
def test_another_unit_says_the_same_amount(number: int, pair: tuple[str, str]) -> None:
    """Five kilometers are 5,000 meters in the base unit."""
    large, small = pair
    one = only(PLACE.format(f"{number} {large}s")).value
    ratio = READER.units[one.unit].factor / READER.units[only(PLACE.format(f"7 {small}s")).value.unit].factor
    other = only(PLACE.format(f"{round(number * ratio)} {small}s")).value if ratio % 1 < 1e-9 else one
    assert isinstance(one.stated, float)
    assert isinstance(other.stated, float)
    assert one.stated * READER.units[one.unit].factor == pytest.approx(other.stated * READER.units[other.unit].factor)
    assert READER.units.alike(one.unit, other.unit)


@settings(max_examples=100, deadline=None)
@given(WHOLE, st.sampled_from([("at least", ">="), ("more than", ">"), ("up to", "<="), ("fewer than", "<")]))
def test_a_bound_opens_one_end_and_keeps_the_other(number: int, hedge: tuple[str, str]) -> None:
    """The number itself is in the set of "at least" and "up to" alone."""
    said, bound = hedge
    value = only(PLACE.format(f"{said} {number} sheep")).value
    assert value.bound == bound
    assert (value.high is None) == (bound in (">", ">="))
    ends = (value.low, value.low_open) if value.high is None else (value.high, value.high_open)
    assert ends == (number, bound in (">", "<"))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """Mentions stand in order, do not overlap, and lie within the text."""
    at = 0
    for mention in READER.read(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end


TOKENS = ["5", "$", "%", "1.5", "million", "to", "-", "–", "and", "kg", "a", "half", "dozen", "of", "per", "hundred", "third", "about",
          "than", "more", "(", ")", "'", '"', ",", ".", "3:1", "1/2", "½", "years", "old", "U.S.", "points"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=14), st.sampled_from(["", " "]))
def test_any_row_of_the_grammars_own_words_is_read_without_a_fault(row: list[str], blank: str) -> None:
    """What the grammar knows may stand in any order."""
    text = blank.join(row)
    for mention in READER.read(text):
        value = mention.value
        assert value.low is None or value.high is None or value.low <= value.high, text
