"""The operands of a relation in one article -> what the text tells of them: their claims and what stands around them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimlint.checks import steps
from claimlint.checks.bindings import Binding
from claimlint.checks.guards import Guards
from claimlint.checks.threads import goes_on
from claimlint.checks.views import Views
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.items import Item
from claimlint.claims.rows import bits
from claimlint.reading.mention import Mention

OF = "of"
_PEOPLE = "people"
_OPENING = 5  # words of a sentence by which it takes up what was told


class Told:
    """What the sentences of an article tell."""

    def __init__(self, views: Sequence[Views], extractor: Extractor, guards: Guards) -> None:
        self.views, self.guards, self.extractor = views, guards, extractor
        self._silenced: dict[tuple[int, ...], tuple[int, int]] = {}  # by phrases: sentences asked about, those with one of them

    def loud(self, places: int, unless: tuple[int, ...]) -> int:
        """Those of some sentences, as bits, in which no phrase keeps all relations from speaking, nor one of these a relation."""
        return self._without(unless, self._without(self.guards.phrases, places))

    def _without(self, phrases: tuple[int, ...], places: int) -> int:
        """Those of some sentences in which none of some phrases stands."""
        asked, silenced = self._silenced.get(phrases, (0, 0))
        if places & ~asked:
            for place in bits(places & ~asked):
                silenced |= self.guards.silence(self.views[place], phrases) << place
            self._silenced[phrases] = asked | places, silenced
        return places & ~silenced

    def claim(self, mention: Mention, place: int) -> Claim:
        """The claim of a mention of a sentence."""
        return steps.claim(self.views[place].sentence, mention, self.extractor)

    def of(self, binding: Binding, name: str, item: Item) -> Claim:
        """The claim of an operand."""
        return self.claim(item.mention, binding.place(name, item))  # type: ignore[arg-type]

    def count_alike(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two numbers may count the same; they do not where each says what it counts and it is not that."""
        return not one or not other or bool(one & other) or self._are_people(one, other) or self._are_people(other, one)

    def _are_people(self, anybody: frozenset[str], others: frozenset[str]) -> bool:
        """Whether the one counts people of any kind and the other may be people: no houses."""
        words = (self.extractor.vocabulary[stem] for stem in others)
        return bool(self.guards.anybody & anybody) and any(_PEOPLE in word.marks or not word.nouns for word in words)

    def linked(self, a: Claim, b: Claim, place: int) -> bool:
        """Whether the second of two claims goes on about what the first tells of; "of them" takes it up as "it" does."""
        if goes_on(a, b):
            return True
        words = [item.lower for item in self.views[place].full]
        behind = [after for word, after in pairwise(words) if word == OF]
        return not self.guards.takes_up.isdisjoint((*words[:_OPENING], *behind))


def operands(binding: Binding, names: frozenset[str]) -> Iterator[tuple[str, Item]]:
    """The items of some operands that are mentions."""
    for name in sorted(names & binding.slots.keys()):
        yield from ((name, item) for item in binding.slots[name] if item.mention is not None)
