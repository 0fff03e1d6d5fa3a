"""Tables give what was written, a member at a time."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from claimlint.knowledge.tables import Apart, Kept, Rows, Table, read, written

PLAIN = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False) | some.text(),
    lambda inner: (
        some.lists(inner, max_size=4) | some.dictionaries(some.text().filter(lambda key: "\0" not in key), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(some.dictionaries(some.text(), PLAIN, max_size=4), some.lists(PLAIN, max_size=4))
def test_what_is_set_apart_is_given_back(named: dict[str, Any], listed: list[Any]) -> None:
    """Any plain data, at any depth, with any text in it: lines, quotes, lone surrogates."""
    found = read(written({"named": Apart({**named, "deeper": [Apart(listed)]}), "plain": named.get("plain")}).encode())
    assert {key: found["named"][key] for key in named if key != "deeper"} == {k: v for k, v in named.items() if k != "deeper"}
    assert list(found["named"]) == list({**named, "deeper": None})
    assert list(found["named"]["deeper"][0]) == listed


def test_a_table_is_a_mapping() -> None:
    """Its keys, how many they are, and what is told of a key that it does not have."""
    table = read(written(Apart({"a": [1], "b": {}})).encode())
    assert isinstance(table, Table)
    assert (len(table), list(table), "a" in table, "c" in table) == (2, ["a", "b"], True, False)
    assert (table["a"], table.get("b"), table.get("c"), table.get("c", 5)) == ([1], {}, None, 5)
    with pytest.raises(KeyError):
        table["c"]


def test_rows_are_a_sequence() -> None:
    """By number, from the end, and a stretch of them."""
    rows = read(written(Apart(["x", {"y": 1}, None])).encode())
    assert isinstance(rows, Rows)
    assert (len(rows), rows[0], rows[-1], rows[1:]) == (3, "x", None, [{"y": 1}, None])
    with pytest.raises(IndexError):
        rows[3]


def test_what_is_made_of_a_member_is_made_once() -> None:
    """A member that is not there is none, and nothing is made of it."""
    kept = Kept({"a": [1, 2]}, frozenset)
    assert kept["a"] is kept["a"] is kept.get("a")
    assert kept.get("b") is None
    with pytest.raises(KeyError):
        kept["b"]


@pytest.mark.parametrize("data", [float("nan"), {"a": float("inf")}, {1, 2}, b"x", object()])
def test_what_is_no_json_is_refused(data: object) -> None:
    """Numbers that are none, and what is no plain data."""
    with pytest.raises((TypeError, ValueError)):
        written({"a": Apart([data])})
