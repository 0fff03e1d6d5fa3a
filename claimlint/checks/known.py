"""A binding -> what its operands say, each reckoned when a formula first asks for it: most bindings fall at the first one."""

import contextlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from claimlint.checks.arithmetic import EXACT, FIGURE, STATED
from claimlint.checks.bindings import Binding
from claimlint.checks.operands import amount, nearest, today, worded
from claimlint.checks.relation import TODAY, Relation
from claimlint.checks.united import Uniting
from claimlint.claims.items import Item
from claimlint.claims.parse import Sentence
from claimlint.reading.mentions import Reader
from claimlint.values.amounts import MOMENT, Amount, Unfit, number

if TYPE_CHECKING:
    from claimlint.reading.mention import Mention

_READINGS = ("", EXACT, STATED, FIGURE)  # with rounding, without it, whatever words open it, and whatever its unit
_LOOSE = frozenset({"yearless", "monthly"})
Given = Amount | tuple[Amount, ...]


class Reckoner:
    """Reckons what single items of one article say, each once for all relations and bindings that it is of."""

    def __init__(self, sentences: Sequence[Sentence], reader: Reader) -> None:
        self.sentences, self.reader = sentences, reader
        self._found: dict[tuple[int, str, str], tuple[Mention | None, Amount]] = {}
        self._united: dict[tuple[object, ...], dict[str, tuple[Item, ...]]] = {}
        self._uniting = Uniting(reader.units)

    def amount(self, item: Item, kind: str, place: int, reading: str) -> Amount:
        """Gives what an item in a sentence says. Raises Unfit."""
        key = id(item.mention), kind, reading
        mention, found = self._found.get(key, (None, None))
        if found is None or mention is not item.mention:
            found = amount(item, kind, self.sentences[place], self.reader.units, reading)
            self._found[key] = item.mention, found
        return found

    def united(self, slots: Mapping[str, tuple[Item, ...]], relation: Relation) -> dict[str, tuple[Item, ...]]:
        """Gives the items of some operands as told in the same unit."""
        names = sorted(relation.same_unit & slots.keys())
        key = tuple((name, name in relation.multiplied, *map(id, slots[name])) for name in names)
        found = self._united.get(key)
        if found is None:
            found = self._united[key] = self._uniting.united({name: slots[name] for name in names}, relation.multiplied)
        return found


class Known(dict[str, Given]):
    """The operands of a binding by their names, behind the reading that is asked for, and the day of the article.

    One that is not known raises Unfit where it is asked for, and KeyError where it is no amount. A missing one is nothing.
    """

    def __init__(self, binding: Binding, relation: Relation, reckoner: Reckoner) -> None:
        super().__init__()
        self._binding, self._relation, self._reckoner = binding, relation, reckoner
        self.is_placed = any(not _LOOSE.isdisjoint(item.kinds) for items in binding.slots.values() for item in items)
        if self.is_placed:
            self._place_years()

    def __missing__(self, key: str) -> Given:
        reading, space, name = key.rpartition(" ")
        found = self[key] = today(self._first) if key == TODAY else self._reckoned(name, reading + space)
        return found

    def ask(self, readings: Sequence[str] = ("",)) -> None:
        """Has every operand reckoned. Raises Unfit where one is not known."""
        for name, kind in self._relation.kinds.items():
            if kind not in ("name", "noun"):
                for reading in readings:
                    self[reading + name]

    def ask_all(self) -> None:
        """Has every operand reckoned in every reading, and the day of the article. Raises Unfit where an operand is not known."""
        self.ask(_READINGS)
        with contextlib.suppress(Unfit):
            self[TODAY]

    @property
    def slots(self) -> dict[str, tuple[Item, ...]]:
        """The items of the operands, those that are told in the same unit with it."""
        return {**self._binding.slots, **self._united}

    @cached_property
    def _united(self) -> dict[str, tuple[Item, ...]]:
        """The items of the operands that are told in the same unit."""
        return self._reckoner.united(self._binding.slots, self._relation)

    @property
    def _first(self) -> Sentence:
        return self._reckoner.sentences[next(iter(self._binding.places.values()))]

    def _reckoned(self, name: str, reading: str) -> Given:
        """What an operand says in a reading."""
        binding, relation, reckoner = self._binding, self._relation, self._reckoner
        kind, items = relation.kinds[name], binding.slots.get(name)
        if kind in ("name", "noun"):
            raise KeyError(name)
        if not items:
            return number(0)
        if name in relation.numbers:
            return worded(items[0], relation.numbers[name], reckoner.sentences[binding.places[name]], reckoner.reader)
        if kind in ("list", "names", "row"):
            return number(len(items))
        items = self._united.get(name, items)
        each = tuple(reckoner.amount(item, kind, binding.place(name, item), reading) for item in items)
        return each if len(each) > 1 else each[0]

    def _place_years(self) -> None:
        """Puts days that are told without their year into the year that the other days are in."""
        self.ask()
        slots = self._binding.slots
        loose = [name for name, items in slots.items() if any(map(_is_loose, items))]
        sure = [given for name, given in self.items() if name not in loose and isinstance(given, Amount)]
        for name in loose if any(given.dimensions == MOMENT for given in sure) else loose[1:]:
            given = self.get(name)
            if isinstance(given, Amount):
                anchors = [other for other in sure if other.dimensions == MOMENT] or [
                    a for a in (self[loose[0]],) if isinstance(a, Amount)
                ]
                with contextlib.suppress(Unfit):
                    self.update(dict.fromkeys((reading + name for reading in _READINGS), nearest(given, anchors)))


def _is_loose(item: Item) -> bool:
    """Whether it is a day or month told without its year."""
    return not _LOOSE.isdisjoint(item.kinds)


def known(binding: Binding, relation: Relation, reckoner: Reckoner) -> Known | None:
    """Gives what the operands of a binding say; None where the year of a day among them cannot be known."""
    try:
        return Known(binding, relation, reckoner)
    except Unfit:
        return None
