"""Tokens -> the references to treaties and their parts: "Article 15(2)(b)", "paragraph 3 of Article IV of this Treaty"."""

from collections.abc import Iterator, Sequence
from typing import Any

from claimlint.nouns import frozen
from claimlint.reading.automaton import restore
from claimlint.reading.lexicon import Lexicon, Spelling
from claimlint.reading.walker import DEEPEST, Leaf, Reading, Step, Walker

_HEAD, _SIGNS, _INSTRUMENT = "PART", ("NUMERAL", "BIS", "ROMAN", "LETTER", "POINT"), "INSTRUMENT"


@frozen
class Reference:
    """A reference: tokens[first:last], and its parts, each as "article 15 2 b", in the order of the text.

    `instrument` is the sort of document that it names: "treaty" of "Article VI of this Treaty".
    """

    first: int
    last: int
    parts: tuple[str, ...]
    instrument: str = ""


class References:
    """Finds references. Built once from the knowledge, used for any number of texts."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._lexicon = Lexicon(data["lexicon"])
        self._not_behind = frozenset(data["not_behind"])
        self._walker = Walker(restore(data["tables"]), self._lexicon)

    def find(self, tokens: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[Reference]:
        """Gives the references in tokens[first:last], the longest from each place, none overlapping."""
        end = len(tokens) if last is None else last
        place = first
        while place < end:
            found = self._at(tokens, place, end) if self._begins(tokens, place) else None
            if found is None:
                place += 1
            else:
                yield found
                place = found.last

    def _begins(self, tokens: Sequence[str], place: int) -> bool:
        return _HEAD in self._lexicon[tokens[place]].terminals and (
            not place or tokens[place - 1].strip().lower() not in self._not_behind
        )

    def _at(self, tokens: Sequence[str], place: int, end: int) -> Reference | None:
        if self._walker.is_full:
            self._walker.begin()
        state = self._walker.root
        path: list[Step] = []
        last = 0
        for token in tokens[place : min(end, place + DEEPEST)]:
            step = self._walker.follow(state, self._lexicon[token].kind)
            if step is None:
                break
            path.append(step)
            state = step.state
            if state.accepts:
                last = len(path)
        return self._reference(tokens, place, place + last, self._walker.readings(path[:last])[0]) if last else None

    def _reference(self, tokens: Sequence[str], place: int, last: int, reading: Reading) -> Reference:
        """The parts by their heads, each with its numbers."""
        parts: list[str] = []
        instrument = ""
        for leaf in reading.leaves:
            said = str(self._said(tokens[place + leaf.at : place + leaf.end], leaf))
            if leaf.terminal == _HEAD:
                parts.append(said)
            elif leaf.terminal in _SIGNS:
                parts[-1] += f" {said}"
            elif leaf.terminal == _INSTRUMENT:
                instrument = said
        return Reference(place, last, tuple(parts), instrument)

    def _said(self, tokens: Sequence[str], leaf: Leaf) -> Any:
        """The value of a leaf, of one token or more."""
        spelling: Spelling = self._lexicon[tokens[0]]
        for token in tokens[1:]:
            spelling = spelling.further[token.strip().lower()]
        return spelling.values[leaf.terminal][leaf.nth]
