"""Measures: what is measured, as the files of rules/measures/ tell it, and which one a mention belongs to."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from claimlint.claims.cues import Cue, Match, kind_asked
from claimlint.claims.items import Item, skeleton, without_brackets
from claimlint.claims.search import Index, Search, View
from claimlint.reading.mentions import Mention

_NEAR = 6  # items to either side in which a refused word counts
_TIE = 0.05  # matches whose strengths differ by less are equally good


@frozen(slots=False, eq=False)
class Measure:
    """What is measured.

    `kinds` are the kinds of mention that can say it, `dimensions` the units' where that is asked for ("none" for
    numbers without one). `of` is the kind of its subject. `moves` is "up", "down", "both" or "" for what stays.
    `exact` measures are told without rounding. `who` gives for each form of a counted noun the name of its line.
    """

    name: str
    title: str
    kinds: frozenset[str]
    dimensions: frozenset[str]
    of: str
    moves: str
    exact: bool
    quiet: bool
    who: dict[str, str] = field(repr=False)
    refused: frozenset[str] = field(repr=False)

    def holds(self, kind: str, dimension: str) -> bool:
        """Whether a mention of that kind and dimension can say it."""
        return kind in self.kinds and (not self.dimensions or dimension in self.dimensions)


@frozen
class Binding:
    """Why a mention has its measure: the template that matched, and where."""

    measure: Measure
    match: Match
    cue: str


class Measures:
    """Finds the measure of a mention."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._sets = [frozenset(row) for row in data["sets"]]
        self._rows = data["cues"]
        self._cues: dict[int, Cue] = {}
        self._search = Search(data["sets"], data["people"], data["needs"])
        self._indexes: dict[tuple[str, str], Index] = {}
        self._views: tuple[Sequence[Item], View] | None = None
        self.by_name = {
            name: Measure(
                name, row["title"], frozenset(row["kinds"]), frozenset(row["dimensions"]), row["of"], row["moves"],
                row["exact"], row["quiet"], row["who"], frozenset(row["refused"]),
            )
            for name, row in data["measures"].items()
        }  # fmt: skip

    def bind(self, mention: Mention, items: Sequence[Item], dimension: str) -> Binding | None:
        """The measure whose cue matches best around a mention; None where none does or two do equally."""
        found = list(self.bindings(mention, items, dimension))
        if not found:
            return None
        best = max(found, key=lambda binding: binding.match.strength)
        least = best.match.strength - _TIE
        return best if all(b.measure is best.measure for b in found if b.match.strength >= least) else None

    def bindings(self, mention: Mention, items: Sequence[Item], dimension: str) -> Iterator[Binding]:
        """Every measure and cue that matches around a mention."""
        if _is_vague(mention):
            return
        index = self._index(mention.value.kind, dimension)
        plain = without_brackets(items, mention)
        tried: set[int] = set()
        for view in (plain, skeleton(plain, mention)):
            at = -1 if view is None else next((i for i, item in enumerate(view) if item.mention is mention), -1)
            if view is None or at < 0:
                continue
            for number in self._search.around(self._view(view), at, index) - tried:
                measure = self.by_name[self._rows[number][0]]
                match = self._cue(number).match(view, at)
                if match is not None and not _refused(measure, view, at):
                    tried.add(number)
                    yield Binding(measure, match, self._rows[number][2])

    def _view(self, items: Sequence[Item]) -> View:
        """The view of some items; that of the last ones is kept, since a sentence is asked about for each mention."""
        if self._views is None or self._views[0] is not items:
            self._views = (items, View(items, self._search))
        return self._views[1]

    def _cue(self, number: int) -> Cue:
        found = self._cues.get(number)
        if found is None:
            found = self._cues[number] = Cue(self._rows[number][1], self._sets)
        return found

    def _index(self, kind: str, dimension: str) -> Index:
        """The cues of a kind of value."""
        plain = _MONEY.sub("money", dimension) or "none"
        found = self._indexes.get((kind, plain))
        if found is None:
            names = {name for name, measure in self.by_name.items() if measure.holds(kind, plain)}
            held = (number for number, (name, elements, _) in enumerate(self._rows) if name in names and kind_asked(elements) in ("", kind))
            found = self._indexes[kind, plain] = Index(self._search, frozenset(held))
        return found


def _is_vague(mention: Mention) -> bool:
    """Whether a time names no day: "now", "recently", "at the same time"."""
    when = mention.value.when
    return when is not None and (when[0] == "ref" or when[:2] == ("unit", "time"))


_MONEY = re.compile(r"money:\w+")


def _refused(measure: Measure, items: Sequence[Item], at: int) -> bool:
    near = items[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(item.lower in measure.refused and item.mention is None for item in near)
