"""Text that was taken from a file knows where each of its characters stands there."""

from hypothesis import given
from hypothesis import strategies as st

from claimlint.documents.taken import Draft, Taken

# A text as pieces: what is taken, and how it is written in the file, with what is left out behind it.
PIECES = st.lists(
    st.tuples(st.sampled_from(["a", "bc ", " \n ", "é", "480 km", "  "]), st.booleans(), st.sampled_from(["", "<b>", "\\"])),
    max_size=12,
)


def draft(rows: list[tuple[str, bool, str]]) -> tuple[Taken, str]:
    """A taken text, and its file: a piece stands there as it is, or as its characters in brackets."""
    taking, file = Draft(), ""
    for text, plain, left_out in rows:
        written = text if plain else f"[{text}]"
        taking.add(text, len(file), len(file) + len(written))
        file += written + left_out
    return taking.taken(), file


def bare(text: str) -> str:
    """A text without what is left out of it, and without blanks."""
    return "".join(text.replace("<b>", "").replace("\\", "").replace("[", "").replace("]", "").split())


@given(PIECES)
def test_each_character_stands_where_it_is_said_to(rows: list[tuple[str, bool, str]]) -> None:
    """One character alone is quoted by its piece; all of the text by the file from its first to its last character."""
    taken, file = draft(rows)
    for i, character in enumerate(taken.text):
        start, end = taken.spot(i, i + 1)
        assert character in file[start:end]
    start, end = taken.spot(0, len(taken.text))
    assert bare(file[start:end]) == bare(taken.text)


@given(PIECES, st.integers(0, 30), st.integers(0, 30))
def test_a_cut_keeps_its_places(rows: list[tuple[str, bool, str]], start: int, length: int) -> None:
    """What is cut out of a text, or has its blanks joined, stands in the file where it stood."""
    taken, _ = draft(rows)
    end = min(len(taken.text), start + length)
    start = min(start, end)
    cut = taken.cut(start, end)
    assert cut.text == taken.text[start:end]
    assert [cut.spot(i, i + 1) for i in range(len(cut.text))] == [
        taken.spot(start + i, start + i + 1) for i in range(len(cut.text))
    ]
    joined = taken.joined()
    assert joined.text.split() == taken.text.split()
    assert "\n" not in joined.text
    places = [taken.spot(i, i + 1) for i, character in enumerate(taken.text) if not character.isspace()]
    assert [joined.spot(i, i + 1) for i, character in enumerate(joined.text) if not character.isspace()] == places


@given(PIECES, st.data())
def test_a_text_in_a_text_stands_in_the_file(rows: list[tuple[str, bool, str]], data: st.DataObject) -> None:
    """What was taken from a text that was itself taken from a file stands in that file."""
    outer, _ = draft(rows)
    ends = sorted(data.draw(st.lists(st.integers(0, len(outer.text)), min_size=2, max_size=6)))
    taking = Draft()
    for start, end in zip(ends[::2], ends[1::2], strict=False):
        taking.add(outer.text[start:end], start, end)
    inner = taking.taken()
    placed = inner.inside(outer)
    assert placed.text == inner.text
    assert [placed.spot(i, i + 1) for i in range(len(inner.text))] == [
        outer.spot(*inner.spot(i, i + 1)) for i in range(len(inner.text))
    ]


def test_a_text_without_pieces_is_its_file() -> None:
    """It stands there as it is."""
    assert Taken("abc").spot(1, 3) == (1, 3)
    assert Taken("a b\nc").joined() == Taken("a b c", ((0, 0, 3), (3, 3, 4), (4, 4, 5)))
    assert Draft().taken().spot(0, 0) == (0, 0)
