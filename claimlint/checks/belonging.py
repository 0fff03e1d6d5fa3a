"""The operands of a relation -> whether they belong together: of one topic, of one kind, alone in their sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

from claimlint.checks import steps
from claimlint.checks.arithmetic import holds
from claimlint.checks.bindings import Binding
from claimlint.checks.guards import Guards
from claimlint.checks.relation import Relation
from claimlint.checks.threads import goes_on
from claimlint.checks.views import Views
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.items import Item
from claimlint.reading.mention import Mention
from claimlint.values.amounts import Amount, Unfit
from claimlint.values.value import Value

Known = dict[str, Amount | tuple[Amount, ...]]
_FEW = 2  # hardly a figure of its own
_FIGURES = ("count", "money", "quantity", "percent")
_THOUSAND = 1000.0
_FAR_BELOW = 10
_OF = "of"
_LEAD = 1  # sentences of an article, besides its first, that what follows explains
_OPENING = 5  # words of a sentence by which it takes up what was told


class Belonging:
    """Judges the bindings of one relation in one article."""

    def __init__(self, relation: Relation, views: Sequence[Views], extractor: Extractor, guards: Guards) -> None:
        self._relation, self._views, self._extractor, self._guards = relation, views, extractor, guards

    def holds(self, binding: Binding, known: Known) -> bool:
        """Whether nothing keeps the operands from being those of one reckoning."""
        checks = (self._is_alone, self._is_alike, self.is_beside, self._is_then)
        return not binding.inner and all(check(binding) for check in checks) and self.is_of_one_topic(binding, known)

    def is_of_one_topic(self, binding: Binding, known: Known) -> bool:
        """Whether the operands that must be of one topic are, where they stand in several sentences."""
        relation = self._relation
        if len(binding.sentences) == 1 or not (relation.topic or relation.apart):
            return True
        if not _hold(relation.apart, known) or (not relation.beside and self._has_rivals(binding)):
            return False
        told: dict[int, list[Claim]] = {}
        for name, item in self._operands(binding, relation.topic):
            told.setdefault(binding.place(name, item), []).append(self._claim(binding, name, item))
        told = {place: [claim for claim in claims if claim.head] or claims for place, claims in told.items()}
        return all(
            any(self._linked(one, each, self._views[place]) for one in _before(told, place) for each in told[place])
            for place in sorted(told)[1:]
        )

    def _is_alone(self, binding: Binding) -> bool:
        """Whether no other figure of its kind stands in the sentence of an operand that must stand alone."""
        return not any(
            self._is_rival(mention, place, binding, ((name, item),))
            for name, item in self._operands(binding, self._relation.alone)
            for place in (binding.place(name, item),)
            for mention in self._views[place].sentence.mentions
        )

    def _is_then(self, binding: Binding) -> bool:
        """Whether operands that must be of different times are: by what is told of each, or by a word such as "earlier"."""
        if len(binding.sentences) == 1 or not self._relation.then:
            return True
        operands = list(self._operands(binding, self._relation.then))
        times = {self._claim(binding, name, item).context.when for name, item in operands}
        places = {binding.place(name, item) for name, item in operands}
        return (len(times) > 1 and len(places) > 1) or any(not self._guards.before.isdisjoint(self._views[place].words) for place in places)

    def _takes_up(self, binding: Binding, name: str, item: Item) -> bool:
        """Whether the sentence of an operand goes on about what those around it tell."""
        place, claim = binding.place(name, item), self._claim(binding, name, item)
        others = list(self._operands(binding, frozenset(binding.slots) - {name}))
        places = [binding.place(other, one) for other, one in others]
        if max(places) > place:
            behind = [self._claim(binding, other, one) for other, one in others if binding.place(other, one) > place]
            return place <= _LEAD and all(goes_on(claim, one) for one in behind)
        return place - 1 in places or any(
            self._linked(self._claim(binding, other, one), claim, self._views[place]) for other, one in others
        )

    def _is_said(self, binding: Binding, name: str, item: Item) -> bool:
        """Whether what an operand is said of is spoken of in the sentences of the others, or just before them."""
        claim, words = self._claim(binding, name, item), self._extractor.vocabulary
        said = claim.context.about | (claim.head if self._has_of(binding, name, item) else frozenset())
        of = {word for word in said if word not in self._guards.takes_up and not words[word].verbs}
        others = list(self._operands(binding, frozenset(binding.slots) - {name}))
        places = [binding.place(other, one) for other, one in others]
        if not of or binding.place(name, item) in places or self._guards.anybody & of:
            return True
        measures = (self._claim(binding, other, one).measure for other, one in others)
        told = {word for measure in measures if measure is not None for word in measure.name.split()}
        told |= self._views[min(places)].before.union(*(self._views[place].stems for place in range(min(places), max(places) + 1)))
        return sum(1 for word in of if word in told or words[word].nouns & told) * 2 >= len(of)

    def _has_of(self, binding: Binding, name: str, item: Item) -> bool:
        """Whether an operand is told as so much of something."""
        return any(
            one.mention is item.mention and other.lower == _OF for one, other in pairwise(self._views[binding.place(name, item)].full)
        )

    def _is_rival(self, mention: Mention, place: int, binding: Binding, operands: Iterable[tuple[str, Item]]) -> bool:
        """Whether another figure might be taken for one of some operands: of its kind and unit, and counting the same."""
        if _is_few(mention.value) or any(mention.start <= start < mention.end for start in binding.starts()):
            return False
        near = [each for each in operands if each[1].mention is not None and _may_replace(mention.value, each[1].mention.value)]
        if not near or mention.value.kind != "count":
            return bool(near)
        head = steps.claim(self._views[place].sentence, mention, self._extractor).head
        return any(self._count_alike(head, self._claim(binding, name, item).head) for name, item in near)

    def _count_alike(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two numbers may count the same; they do not where each says what it counts and it is not that."""
        return not one or not other or bool(one & other or self._guards.anybody & (one | other))

    def _is_alike(self, binding: Binding) -> bool:
        """Whether the operands that must count the same do, where it is said what they count."""
        operands = list(self._operands(binding, self._relation.alike))
        values = [item.mention.value for _, item in operands if item.mention is not None]
        with_unit = [value for value in values if value.unit]
        if with_unit and any(not _may_have_unit(value, with_unit[0]) for value in values):
            return False
        heads = [
            self._claim(binding, name, item).head
            for name, item in operands
            if item.mention is not None and item.mention.value.kind == "count"
        ]
        return all(self._count_alike(one, other) for one, other in combinations(heads, 2))

    def is_beside(self, binding: Binding) -> bool:
        """Whether the figure nearest to an operand that must stand beside another is one; where there is none, "that" must do."""
        taken = binding.starts()
        for name, item in self._operands(binding, self._relation.beside):
            place, mention = binding.place(name, item), item.mention
            figures = [m for m in self._views[place].sentence.mentions if m.value.stated is not None and m.value.kind in _FIGURES]
            figures = [m for m in figures if mention is not None and not m.start <= mention.start < m.end]
            if not self._is_said(binding, name, item):
                return False
            if mention is None or not figures or max(binding.sentences) > place:
                return self._takes_up(binding, name, item)
            nearest = min(figures, key=lambda m: (m.start > mention.start, abs(m.start - mention.start)))
            if not any(nearest.start <= start < nearest.end for start in taken):
                return False
        return True

    def _is_then(self, binding: Binding) -> bool:
        """Whether operands that must be of different times are: by what is told of each, or by a word such as "earlier"."""
        if len(binding.sentences) == 1 or not self._relation.then:
            return True
        operands = list(self._operands(binding, self._relation.then))
        times = {self._claim(binding, name, item).context.when for name, item in operands}
        places = {binding.place(name, item) for name, item in operands}
        return (len(times) > 1 and len(places) > 1) or any(not self._guards.before.isdisjoint(self._views[place].words) for place in places)

    def _takes_up(self, binding: Binding, name: str, item: Item) -> bool:
        """Whether the sentence of an operand goes on about what those around it tell."""
        place, claim = binding.place(name, item), self._claim(binding, name, item)
        others = list(self._operands(binding, frozenset(binding.slots) - {name}))
        places = [binding.place(other, one) for other, one in others]
        if max(places) > place:
            behind = [self._claim(binding, other, one) for other, one in others if binding.place(other, one) > place]
            return place <= _LEAD and all(goes_on(claim, one) for one in behind)
        return place - 1 in places or any(
            self._linked(self._claim(binding, other, one), claim, self._views[place]) for other, one in others
        )

    def _is_said(self, binding: Binding, name: str, item: Item) -> bool:
        """Whether what an operand is said of is spoken of in the sentences of the others, or just before them."""
        claim, words = self._claim(binding, name, item), self._extractor.vocabulary
        said = claim.context.about | (claim.head if self._has_of(binding, name, item) else frozenset())
        of = {word for word in said if word not in self._guards.takes_up and not words[word].verbs}
        others = list(self._operands(binding, frozenset(binding.slots) - {name}))
        places = [binding.place(other, one) for other, one in others]
        if not of or binding.place(name, item) in places or self._guards.anybody & of:
            return True
        measures = (self._claim(binding, other, one).measure for other, one in others)
        told = {word for measure in measures if measure is not None for word in measure.name.split()}
        told |= self._views[min(places)].before.union(*(self._views[place].stems for place in range(min(places), max(places) + 1)))
        return sum(1 for word in of if word in told or words[word].nouns & told) * 2 >= len(of)

    def _has_of(self, binding: Binding, name: str, item: Item) -> bool:
        """Whether an operand is told as so much of something."""
        return any(
            one.mention is item.mention and other.lower == _OF for one, other in pairwise(self._views[binding.place(name, item)].full)
        )

    def _is_rival(self, mention: Mention, place: int, binding: Binding, operands: Iterable[tuple[str, Item]]) -> bool:
        """Whether another figure might be taken for one of some operands: of its kind and unit, and counting the same."""
        if _is_few(mention.value) or any(mention.start <= start < mention.end for start in binding.starts()):
            return False
        near = [each for each in operands if each[1].mention is not None and _may_replace(mention.value, each[1].mention.value)]
        if not near or mention.value.kind != "count":
            return bool(near)
        head = steps.claim(self._views[place].sentence, mention, self._extractor).head
        return any(self._count_alike(head, self._claim(binding, name, item).head) for name, item in near)

    def _count_alike(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two numbers may count the same; they do not where each says what it counts and it is not that."""
        return not one or not other or bool(one & other or self._guards.anybody & (one | other))

    def _is_alike(self, binding: Binding) -> bool:
        """Whether the operands that must count the same do, where it is said what they count."""
        operands = list(self._operands(binding, self._relation.alike))
        values = [item.mention.value for _, item in operands if item.mention is not None]
        with_unit = [value for value in values if value.unit]
        if with_unit and any(not _may_have_unit(value, with_unit[0]) for value in values):
            return False
        heads = [
            self._claim(binding, name, item).head
            for name, item in operands
            if item.mention is not None and item.mention.value.kind == "count"
        ]
        return all(self._count_alike(one, other) for one, other in combinations(heads, 2))

    def is_beside(self, binding: Binding) -> bool:
        """Whether the figure nearest to an operand that must stand beside another is one; where there is none, "that" must do."""
        taken = binding.starts()
        for name, item in self._operands(binding, self._relation.beside):
            view, mention = self._views[binding.place(name, item)], item.mention
            if not self._is_said(binding, name, item):
                return False
            figures = [m for m in view.sentence.mentions if m.value.stated is not None and m.value.kind in _FIGURES]
            figures = [m for m in figures if mention is not None and not m.start <= mention.start < m.end]
            if mention is None or not figures:
                return self._takes_up(binding, name, item)
            nearest = min(figures, key=lambda m: (m.start > mention.start, abs(m.start - mention.start)))
            if not any(nearest.start <= start < nearest.end for start in taken):
                return False
        return True

    def _has_rivals(self, binding: Binding) -> bool:
        """Whether another figure of the kind of an operand stands between the operands."""
        operands = [(name, item) for name, items in binding.slots.items() for item in items if item.mention is not None]
        return any(
            binding.start < mention.start < binding.end and self._is_rival(mention, place, binding, operands)
            for place in range(min(binding.sentences), max(binding.sentences) + 1)
            for mention in self._views[place].sentence.mentions
        )

    def _linked(self, a: Claim, b: Claim, view: Views) -> bool:
        """Whether the second of two claims goes on about what the first tells of; "of them" takes it up as "it" does."""
        if goes_on(a, b):
            return True
        words = [item.lower for item in view.full]
        behind = [after for word, after in pairwise(words) if word == _OF]
        return not self._guards.takes_up.isdisjoint((*words[:_OPENING], *behind))

    @staticmethod
    def _operands(binding: Binding, names: frozenset[str]) -> Iterator[tuple[str, Item]]:
        """The items of some operands that are mentions."""
        for name in sorted(names & binding.slots.keys()):
            yield from ((name, item) for item in binding.slots[name] if item.mention is not None)

    def _claim(self, binding: Binding, name: str, item: Item) -> Claim:
        return steps.claim(self._views[binding.place(name, item)].sentence, item.mention, self._extractor)  # type: ignore[arg-type]


def _may_replace(value: Value, other: Value) -> bool:
    """Whether a value is of the kind and unit of another, and not far below it."""
    if (value.kind, value.unit) != (other.kind, other.unit):
        return False
    both = isinstance(value.stated, float | int) and isinstance(other.stated, float | int)
    return not both or abs(value.stated) * _FAR_BELOW >= abs(other.stated)  # type: ignore[arg-type]


def _may_have_unit(value: Value, like: Value) -> bool:
    """Whether a number may be told in the unit of another: not 20 in millions of dollars."""
    if value.unit or not isinstance(value.stated, float | int) or not isinstance(like.stated, float | int):
        return True
    return abs(value.stated) >= _THOUSAND or abs(like.stated) < _THOUSAND or value.stated % 1 != 0


def _hold(formulas: Sequence[Any], known: Known) -> bool:
    """Whether some formulas can all be true; not where nothing follows from one."""
    try:
        return all(holds(formula, known) for formula in formulas)
    except (Unfit, KeyError):
        return False


def _before(told: Mapping[int, list[Claim]], place: int) -> Iterator[Claim]:
    """The claims of the sentences before one."""
    return (claim for before, claims in told.items() if before < place for claim in claims)


def _is_few(value: Value) -> bool:
    return isinstance(value.stated, float | int) and abs(value.stated) <= _FEW
