"""The operands of a relation -> whether they belong together: of one topic, of one kind, alone in their sentences."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import combinations
from typing import Any

from claimlint.checks.arithmetic import STATED, holds
from claimlint.checks.bindings import Binding
from claimlint.checks.known import Known
from claimlint.checks.operands import measured
from claimlint.checks.relation import JOINED, Relation
from claimlint.checks.taking import is_beside, is_then
from claimlint.checks.told import Told, operands
from claimlint.claims.claim import Claim
from claimlint.claims.items import Item
from claimlint.reading.mention import Mention
from claimlint.values.amounts import Amount, Unfit
from claimlint.values.value import Value

_FIGURES = ("count", "money", "quantity", "percent")
_FEW = 2  # hardly a figure of its own
_FAR_BELOW = 10  # times smaller than what it might be taken for
_THOUSAND = 1000.0
_LEAD = 2  # words before a number


class Belonging:
    """Judges the bindings of one relation in one article."""

    def __init__(self, relation: Relation, told: Told) -> None:
        self._relation, self._told = relation, told

    def holds(self, binding: Binding, known: Known) -> bool:
        """Whether nothing keeps the operands from being those of one reckoning."""
        return (
            not binding.inner
            and self._is_alone(binding)
            and self._is_lone(binding)
            and self._is_joined(binding)
            and not self._is_crowded(binding)
            and self._is_alike(binding)
            and self.is_beside(binding)
            and is_then(binding, self._relation.then, self._told)
            and self.is_of_one_topic(binding, known)
        )

    def is_beside(self, binding: Binding) -> bool:
        """Whether the operands that must take up the others do, and none of these is only the end of a span."""
        names = frozenset(binding.slots) if self._relation.beside and len(binding.sentences) > 1 else frozenset()
        if self._ends_span(binding, list(operands(binding, names))):
            return False
        return is_beside(binding, self._relation.beside, self._told)

    def has_others(self, binding: Binding) -> bool:
        """Whether the article tells other figures of the kind and unit of an operand."""
        found = [item.mention for _, item in operands(binding, frozenset(binding.slots)) if _is_figure(item.mention)]
        taken, told = binding.starts(), {mention.value.stated for mention in found}  # type: ignore[union-attr]
        sorts = {(mention.value.kind, mention.value.unit) for mention in found}  # type: ignore[union-attr]
        return any(
            (mention.value.kind, mention.value.unit) in sorts
            and mention.value.stated not in told
            and not _is_taken(mention, taken)
            for view in self._told.views
            for mention in view.sentence.mentions
        )

    def others(self, binding: Binding) -> Iterator[Amount]:
        """Gives the other figures of the kind and unit of the operands in their sentences, as they are written."""
        found = [item.mention.value for _, item in operands(binding, frozenset(binding.slots)) if item.mention is not None]
        sorts, taken = {(value.kind, value.unit) for value in found}, binding.starts()
        for place in sorted(binding.sentences) if len(sorts) == 1 else ():
            for mention in self._told.views[place].sentence.mentions:
                if (mention.value.kind, mention.value.unit) in sorts and _is_figure(mention) and not _is_taken(mention, taken):
                    with suppress(Unfit):
                        yield measured(mention.value, self._told.extractor.reader.units, STATED)

    def is_of_one_topic(self, binding: Binding, known: Known) -> bool:
        """Whether the operands that must be of one topic are, where they stand in several sentences."""
        relation = self._relation
        if len(binding.sentences) == 1 or not (relation.topic or relation.apart):
            return True
        if not _hold(relation.apart, known) or (not relation.beside and self._has_rivals(binding)):
            return False
        told: dict[int, list[Claim]] = {}
        for name, item in operands(binding, relation.topic):
            told.setdefault(binding.place(name, item), []).append(self._told.of(binding, name, item))
        told = {place: [claim for claim in claims if claim.head] or claims for place, claims in told.items()}
        return all(
            any(self._told.linked(one, each, place) for one in _before(told, place) for each in told[place])
            for place in sorted(told)[1:]
        )

    def _is_alone(self, binding: Binding) -> bool:
        """Whether no other figure of its kind stands in the sentence of an operand that must stand alone."""
        return not any(
            self._is_rival(mention, place, binding, ((name, item),))
            for name, item in operands(binding, self._relation.alone)
            for place in (binding.place(name, item),)
            for mention in self._told.views[place].sentence.mentions
        )

    def _ends_span(self, binding: Binding, found: Sequence[tuple[str, Item]]) -> bool:
        """Whether one of some operands is only the end of a span: no mention of its sentence by itself."""
        return any(item.mention not in self._told.views[binding.place(name, item)].sentence.mentions for name, item in found)

    def _is_lone(self, binding: Binding) -> bool:
        """Whether no other figure of its kind and unit stands in the sentence of an operand that must be the only one.

        Nor may that be the end of a span.
        """
        taken = binding.starts()
        found = list(operands(binding, self._relation.lone))
        if self._ends_span(binding, found) or _is_parted(binding, self._relation.lone):
            return False
        return not any(
            (mention.value.kind, mention.value.unit) == (item.mention.value.kind, item.mention.value.unit)
            and not _is_taken(mention, taken)
            and not self._is_one_such(mention, binding.place(name, item))
            and not _is_announced(mention.value, binding)
            and not _is_far_below(mention.value, item.mention.value)
            for name, item in found
            if item.mention is not None
            for mention in self._told.views[binding.place(name, item)].sentence.mentions
        )

    def _is_joined(self, binding: Binding) -> bool:
        """Whether operands in two joined sentences are the only figures of their kind and unit there, and no ends of spans."""
        if self._relation.over != JOINED or len(binding.sentences) == 1:
            return True
        found = list(operands(binding, frozenset(binding.slots)))
        if self._ends_span(binding, found):
            return False
        taken, sorts = binding.starts(), [item.mention for _, item in found if item.mention is not None]
        return not any(
            (mention.value.kind, mention.value.unit) == (other.value.kind, other.value.unit)
            and not _is_taken(mention, taken)
            and not self._is_one_such(mention, place)
            and not _is_announced(mention.value, binding)
            and not _is_far_below(mention.value, other.value)
            for other in sorts
            for place in binding.sentences
            for mention in self._told.views[place].sentence.mentions
        )

    def _is_one_such(self, mention: Mention, place: int) -> bool:
        """Whether a mention only says "in one night", "the older one"."""
        if mention.value.stated != 1 or mention.value.unit:
            return False
        words, tokens = self._told.extractor.vocabulary, self._told.views[place].sentence.tokens
        before = [words[tokens[at]] for at in range(max(0, mention.first - _LEAD), mention.first)]
        return before[-1:] != [] and (before[-1].lower in self._told.guards.lonely or "known_already" in before[0].marks)

    def _is_crowded(self, binding: Binding) -> bool:
        """Whether operands that must stand alone are told in sentences that tell more figures of their kind, or shares.

        So it is where they stand in several sentences; nor may one be the end of a span there.
        """
        if len(binding.sentences) == 1 or not self._relation.alone:
            return False
        found = [each for each in operands(binding, frozenset(binding.slots)) if _is_figure(each[1].mention)]
        if self._ends_span(binding, found):
            return True
        places = {binding.place(name, item) for name, item in found}
        return any(
            self._is_further(mention, place, binding, found)
            for place in places
            for mention in self._told.views[place].sentence.mentions
        )

    def _is_further(self, mention: Mention, place: int, binding: Binding, found: Sequence[tuple[str, Item]]) -> bool:
        """Whether a figure is told besides some operands: a share, or one of the kind and unit of one, and counting the same."""
        value = mention.value
        if not _is_figure(mention) or _is_few(value) or _is_taken(mention, binding.starts()):
            return False
        if value.kind == "percent":
            return True
        near = [
            (name, item)
            for name, item in found
            if item.mention is not None and (value.kind, value.unit) == (item.mention.value.kind, item.mention.value.unit)
        ]
        if not near or value.kind != "count":
            return bool(near)
        head = self._told.claim(mention, place).head
        return any(self._told.count_alike(head, self._told.of(binding, name, item).head) for name, item in near)

    def _is_alike(self, binding: Binding) -> bool:
        """Whether the operands that must count the same do, where it is said what they count."""
        found = list(operands(binding, self._relation.alike))
        values = [item.mention.value for _, item in found if item.mention is not None]
        with_unit = [value for value in values if value.unit]
        if with_unit and any(not _may_have_unit(value, with_unit[0]) for value in values):
            return False
        counts = [each for each in found if each[1].mention is not None and each[1].mention.value.kind == "count"]
        heads = [self._told.of(binding, name, item).head for name, item in counts]
        return all(self._told.count_alike(one, other) for one, other in combinations(heads, 2))

    def _has_rivals(self, binding: Binding) -> bool:
        """Whether another figure of the kind of an operand stands between the operands."""
        found = list(operands(binding, frozenset(binding.slots)))
        return any(
            binding.start < mention.start < binding.end and self._is_rival(mention, place, binding, found)
            for place in range(min(binding.sentences), max(binding.sentences) + 1)
            for mention in self._told.views[place].sentence.mentions
        )

    def _is_rival(self, mention: Mention, place: int, binding: Binding, found: Iterable[tuple[str, Item]]) -> bool:
        """Whether another figure might be taken for one of some operands: of its kind and unit, and counting the same."""
        if _is_few(mention.value) or _is_taken(mention, binding.starts()):
            return False
        near = [each for each in found if each[1].mention is not None and _may_replace(mention.value, each[1].mention.value)]
        if not near or mention.value.kind != "count":
            return bool(near)
        head = self._told.claim(mention, place).head
        return any(self._told.count_alike(head, self._told.of(binding, name, item).head) for name, item in near)


def _is_parted(binding: Binding, names: frozenset[str]) -> bool:
    """Whether another operand stands in the middle of what was gathered of some: no total stands among its parts."""
    starts = binding.at.keys() & {item.mention.start for _, item in operands(binding, names) if item.mention is not None}
    return any(min(starts) < start < max(starts) for start in binding.starts() - starts) if starts else False


def _is_taken(mention: Mention, taken: Collection[int]) -> bool:
    """Whether an operand that begins at one of some places stands in a mention."""
    return any(mention.start <= start < mention.end for start in taken)


def _is_figure(mention: Mention | None) -> bool:
    """Whether a mention tells an amount."""
    return mention is not None and mention.value.stated is not None and mention.value.kind in _FIGURES


def _may_replace(value: Value, other: Value) -> bool:
    """Whether a value is of the kind and unit of another, and not far below it."""
    if (value.kind, value.unit) != (other.kind, other.unit):
        return False
    if not isinstance(value.stated, float | int) or not isinstance(other.stated, float | int):
        return True
    return abs(value.stated) * _FAR_BELOW >= abs(other.stated)


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


def _is_far_below(value: Value, other: Value) -> bool:
    """Whether a number is so much smaller than another that it cannot be taken for it."""
    one, large = value.stated, other.stated
    return isinstance(one, float | int) and isinstance(large, float | int) and abs(one) * _THOUSAND < abs(large)


def _is_announced(value: Value, binding: Binding) -> bool:
    """Whether a number only says how many operands are to come: "two days, eleven on Monday and nine on Tuesday"."""
    return not value.unit and any(len(items) > 1 and value.stated == len(items) for items in binding.slots.values())


def _is_few(value: Value) -> bool:
    return isinstance(value.stated, float | int) and abs(value.stated) <= _FEW
