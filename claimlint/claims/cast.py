"""An article's paragraphs -> those whom it names: for which side they speak, and what was said before a sentence."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from claimlint.claims.claim import OUTLET, Voice
from claimlint.claims.items import Item
from claimlint.claims.names import Name
from claimlint.claims.sides import Sides, Term
from claimlint.claims.vocabulary import Vocabulary

if TYPE_CHECKING:
    from claimlint.claims.parse import Paragraph

_BESIDE = 8  # words of what somebody is, before the name or behind it
_BACK = 3  # sentences before one in which its speaker may be named
_FULL = 2  # words of a person's full name
_BREAKS = frozenset({"conjunction", "pronoun", "auxiliary", "mark"})


class Cast:
    """Those whom an article names; each question is answered when it is asked."""

    def __init__(
        self, paragraphs: Sequence["Paragraph"], vocabulary: Vocabulary, sides: Sides,
        cut: Callable[["Paragraph"], list[tuple[int, int]]], items: Callable[["Paragraph", int, int], list[Item]],
    ) -> None:  # fmt: skip
        self._paragraphs, self._vocabulary, self._sides = paragraphs, vocabulary, sides
        self._cut, self._items = cut, items

    def voice(self, name: Sequence[str]) -> Voice:
        """As whose voice a name in lower case speaks; the outlet where the article does not tell it, or tells two sides."""
        found = self._told.get(name[-1], {})
        return next(iter(found.values())) if len(found) == 1 else OUTLET

    def is_person(self, name: Sequence[str]) -> bool:
        """Whether a name in lower case is a person's: told with a title, or in full beside what he is."""
        return name[-1] in self._persons

    def around(self, start: int, first: int, step: int) -> Iterator[list[Item]]:
        """Gives the sentences behind (step 1) or before (step -1) the one at tokens[first] of the paragraph at a character.

        Behind it only those of its own paragraph.
        """
        at = next((i for i, paragraph in enumerate(self._paragraphs) if paragraph.block.start == start), None)
        if at is None:
            return
        spans = self._cut(self._paragraphs[at])
        place = next((i for i, (low, high) in enumerate(spans) if low <= first < high), 0)
        for count in range(_BACK):
            place += step
            if place < 0 and at > 0 and not count:
                at -= 1
                spans = self._cut(self._paragraphs[at])
                place = len(spans) - 1
            if not 0 <= place < len(spans):
                return
            yield self._items(self._paragraphs[at], *spans[place])

    @cached_property
    def _names(self) -> list[tuple[str, Voice, bool]]:
        """The last word of each name, as whose voice it speaks by what stands beside it, and whether it is a person's."""
        found = []
        for paragraph in self._paragraphs:
            at = {name.first: name for name in paragraph.names}
            for name in paragraph.names:
                words = [word.lower() for word in name.words]
                own = [word for word in words if not self._sides.is_role(word)]
                if name.kind or not own:
                    continue
                terms = self._beside(paragraph, name, at)
                side = self._sides.of(terms) if terms else OUTLET
                titled = any(self._vocabulary[term.lower].role == "title" or "office" in self._vocabulary[term.lower].marks
                             for term in terms if term.name is None or term.name is name)  # fmt: skip
                found.append((own[-1], side, titled and (len(own) >= _FULL or len(own) < len(words))))
        return found

    @cached_property
    def _told(self) -> dict[str, dict[str, Voice]]:
        told: dict[str, dict[str, Voice]] = {}
        for key, voice, _ in self._names:
            if voice.side:
                told.setdefault(key, {})[voice.side] = voice
        return told

    @cached_property
    def _persons(self) -> frozenset[str]:
        return frozenset(key for key, _, is_person in self._names if is_person)

    def _beside(self, paragraph: "Paragraph", name: Name, at: dict[int, Name]) -> list[Term]:
        """What stands beside a name: before it, in its titles, between commas behind it."""
        tokens = paragraph.tokens
        own = [Term(word.lower()) for word in name.words if self._sides.is_role(word.lower())]
        behind = name.last < len(tokens) and tokens[name.last] == ","
        before = name.first > 0 and tokens[name.first - 1] == ","
        left = list(self._before(paragraph, name.first - 1 - before)) if not before or behind else []
        right = list(self._behind(paragraph, name.last + 1, at)) if behind and not before else []
        return [*left, *own, *right]

    def _before(self, paragraph: "Paragraph", place: int) -> list[Term]:
        """The words of the phrase that ends at a place."""
        ends = {name.last - 1: name for name in paragraph.names}
        found: list[Term] = []
        while place >= 0 and len(found) < _BESIDE:
            name = ends.get(place)
            if name is not None:
                found[:0] = _of_name(name)
                place = name.first - 1
                continue
            word = self._vocabulary[paragraph.tokens[place]]
            if word.lower not in _JOINS and (word.role in _BREAKS or (word.verbs and not word.nouns)):
                break
            found.insert(0, Term(word.lower))
            place -= 1
        return [term for term in found if term.lower not in _JOINS]

    def _behind(self, paragraph: "Paragraph", place: int, at: dict[int, Name]) -> list[Term]:
        """The words up to the next mark."""
        found: list[Term] = []
        while place < len(paragraph.tokens) and len(found) < _BESIDE:
            name = at.get(place)
            if name is not None:
                found += _of_name(name)
                place = name.last
                continue
            word = self._vocabulary[paragraph.tokens[place]]
            if word.lower not in _JOINS and (word.role in _BREAKS or (word.verbs and not word.nouns)):
                break
            found.append(Term(word.lower))
            place += 1
        return [term for term in found if term.lower not in _JOINS]


_JOINS = frozenset({"'", "’", "s", "-"})


def _of_name(name: Name) -> list[Term]:
    if name.entity:
        return [Term(name.words[-1].lower(), name)]
    return [Term(word.lower(), name) for word in name.words]
