"""Paths of templates: where they lead, against a matcher that tries everything."""

from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimlint.claims.items import Item
from claimlint.claims.paths import path
from claimlint.claims.rows import Row, bits
from claimlint.claims.vocabulary import Word
from claimlint.claims.walk import ways

_WORDS = ("a", "b", "c", ";")
_NONE: frozenset[str] = frozenset()

word = st.builds(lambda words: ("word", words, 1.0), st.frozensets(st.sampled_from(_WORDS[:3]), min_size=1, max_size=2))
gap = st.builds(lambda most: ("gap", most), st.integers(0, 3))


def _grouped(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        several.map(lambda elements: ("optional", elements)),
        st.lists(several, min_size=1, max_size=2).map(lambda options: ("any", tuple(options))),
    )


elements = st.lists(st.one_of(word, gap, _grouped(word | gap)), max_size=4)
texts = st.lists(st.sampled_from(_WORDS), max_size=7)


def _row(words: Sequence[str]) -> Row:
    return Row(Item(word, Word(word, word, _NONE, _NONE, "", _NONE), at) for at, word in enumerate(words))


def _ends(told: Sequence[Any], words: Sequence[str], at: int, step: int) -> Iterator[int]:
    """Every place where the elements may end that begin at one."""
    if not told:
        yield at
        return
    (kind, what, *_), inside = told[0], 0 <= at < len(words)
    if kind == "word":
        if inside and words[at] in what:
            yield from _ends(told[1:], words, at + step, step)
    elif kind == "gap":
        yield from _ends(told[1:], words, at, step)
        if what and inside and words[at] != ";":
            yield from _ends([("gap", what - 1), *told[1:]], words, at + step, step)
    else:
        options = [what, ()] if kind == "optional" else what
        for option in options:
            for end in _ends(option[::step], words, at, step):
                yield from _ends(told[1:], words, end, step)


@given(elements, texts, st.booleans())
def test_a_path_ends_where_its_elements_do(told: list[Any], words: list[str], forward: bool) -> None:
    """From each place the walk finds every end that trying everything finds, each once, and it begins where one may be found."""
    items, step = _row(words), 1 if forward else -1
    taken = path(told, _NONE, forward=forward)
    reach = taken.reach(items)
    for at in range(len(words)):
        found = [end for end, _, _ in ways(taken, items, at, 0.0, {})]
        expected = set(_ends(told[::step], words, at, step))
        assert sorted(found) == sorted(expected)
        assert (at + 1 in bits(reach[-1] if reach else 0)) == bool(expected)
