"""Bytes become text, or the place of the first byte that is none is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.documents.decode import decode
from claimlint.errors import UnreadableError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_say_what_they_are_are_read(encoding: str) -> None:
    """UTF-8, and UTF-16 and UTF-32 with their mark, give the same words."""
    assert decode("Größe: 5 km\r\n".encode(encoding), "a.txt").lstrip("\ufeff") == "Größe: 5 km\r\n"


def test_a_byte_order_mark_stays() -> None:
    """Positions count the mark that lies on disk."""
    assert decode(b"\xef\xbb\xbf5 km", "a.txt") == "\ufeff5 km"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"one\ntwo \xff", "a.txt:2:5"),
        (b"one\r\rtwo\xe9", "a.txt:3:4"),
        (b"\xff\xfea\x00\xff\xdb", "a.txt:1:3"),
        (b"a\x00b", "a.txt:1:2"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data: bytes, place: str) -> None:
    """Latin-1 bytes, halves of UTF-16 characters and NUL end the file with line and column."""
    with pytest.raises(UnreadableError) as error:
        decode(data, "a.txt")
    assert str(error.value).startswith(f"{place}: ")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_an_error_of_ours(data: bytes) -> None:
    """Nothing but UnreadableError comes of bytes."""
    try:
        text = decode(data, "a.txt")
    except UnreadableError as error:
        assert error.problem.line >= 1
    else:
        assert "\0" not in text
