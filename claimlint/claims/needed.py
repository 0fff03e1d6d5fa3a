"""A template's elements -> what a sentence must have for it to match: words, kinds of value, how many values."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimlint.nouns import frozen

Element = tuple[Any, ...]
ROWS = ("list", "names", "row")  # kinds of slot that take in a row of words
NAME, NOUN = "name", "noun"
WORDS = "words"  # the kind of a slot that takes in a stretch of words
_LEAST_OF_LIST = 2


@frozen
class Needed:
    """Sets of words of each of which one must stand in the sentence, the kinds of its values, how many values at least."""

    words: tuple[frozenset[str], ...]
    kinds: frozenset[str]
    mentions: int

    @property
    def anchor(self) -> frozenset[str]:
        """The set of which a sentence is the least likely to have a word; empty where there is none."""
        return _rarest(self.words)


def needed(elements: Sequence[Element]) -> Needed:
    """Gives what a compiled template cannot do without; what may be missing in one way to match it is left out."""
    slots = [element for element in elements if element[0] == "slot"]
    kinds = frozenset(NAME if kind in ("names", "row") else kind for kind in map(_kind, slots) if kind not in ("", "list"))
    mentions = sum(_LEAST_OF_LIST if slot[4] else 1 for slot in slots if _kind(slot) not in ("", NAME, *ROWS))
    return Needed(tuple(_words(elements)), kinds, mentions)


def _kind(slot: Element) -> str:
    """The kind that a slot asks of a mention or name; "" where words fill it."""
    _, _, forms, kind, many, _ = slot
    if kind in (NOUN, WORDS):
        return ""
    return "" if forms is not None and not many and kind not in (*ROWS, NAME) else kind


def _words(elements: Sequence[Element]) -> Iterator[frozenset[str]]:
    for element in elements:
        words = _one_of(element)
        if words:
            yield words


def _one_of(element: Element) -> frozenset[str]:
    """The words of which an element needs one; none where it can do without."""
    if element[0] == "word":
        return element[1]  # type: ignore[no-any-return]
    if element[0] == "slot":
        return element[2] or element[5] or frozenset()
    if element[0] == "any":
        options = [_rarest(_words(option)) for option in element[1]]
        return frozenset().union(*options) if all(options) else frozenset()
    return frozenset()


def rarity(words: frozenset[str]) -> tuple[int, int]:
    """Gives how rarely one of some words is met: short words are the common ones, and of many words one is soon met."""
    return min(map(len, words)), -len(words)


def _rarest(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return max(sets, key=rarity, default=frozenset())
