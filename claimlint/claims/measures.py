"""Measures: what is measured, as the files of rules/measures/ tell it, and which one a mention belongs to."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from attrs import field, frozen

from claimlint.claims.cues import Cue, Match
from claimlint.claims.items import Item, skeleton, without_brackets
from claimlint.claims.search import Groups, Search
from claimlint.reading.mentions import Mention

_NEAR = 4  # items to either side in which a refused word counts
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
    """Why a mention has its measure."""

    measure: Measure
    match: Match


class Measures:
    """Finds the measure of a mention."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._sets = [frozenset(row) for row in data["sets"]]
        self._rows = data["measures"]
        self._searches: dict[tuple[str, str], _Cues] = {}
        self.by_name = {
            name: Measure(
                name, row["title"], frozenset(row["kinds"]), frozenset(row["dimensions"]), row["of"], row["moves"],
                row["exact"], row["quiet"], row["who"], frozenset(row["refused"]),
            )
            for name, row in self._rows.items()
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
        cues, search = self._cues(mention.value.kind, dimension)
        plain = without_brackets(items, mention)
        tried: set[int] = set()
        for view in (plain, skeleton(plain, mention)):
            if view is None:
                continue
            at = next((i for i, item in enumerate(view) if item.mention is mention), None)
            if at is None:
                continue
            for number in search.around([self._groups.sort(item) for item in view], at) - tried:
                measure, cue = cues[number]
                match = cue.match(view, at)
                if match is not None and not _refused(measure, view, at):
                    tried.add(number)
                    yield Binding(measure, match)

    @cached_property
    def _groups(self) -> Groups:
        return Groups(self._sets)

    def _cues(self, kind: str, dimension: str) -> tuple[list[tuple[Measure, Cue]], Search]:
        """The cues of a kind of value, and the automaton over them."""
        plain = _MONEY.sub("money", dimension) or "none"
        found = self._searches.get((kind, plain))
        if found is None:
            held = (
                (measure, Cue(elements, self._sets))
                for name, measure in self.by_name.items()
                if measure.holds(kind, plain)
                for elements in self._rows[name]["cues"]
            )
            cues = [(measure, cue) for measure, cue in held if cue.kind in ("", kind)]
            found = self._searches[kind, plain] = (cues, Search([cue for _, cue in cues], self._groups))
        return found


_MONEY = re.compile(r"money:\w+")
_Cues = tuple[list[tuple[Measure, Cue]], Search]


def _refused(measure: Measure, items: Sequence[Item], at: int) -> bool:
    near = items[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(item.lower in measure.refused and item.mention is None for item in near)
