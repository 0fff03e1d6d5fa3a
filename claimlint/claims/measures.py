"""A mention in its sentence -> the measure that it is of, as the files of rules/measures/ tell what is measured."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field

from claimlint.claims.cues import Cue, Match
from claimlint.claims.items import ASIDES, Item, skeleton, without_brackets
from claimlint.claims.search import Index, Search, View
from claimlint.knowledge.tables import Kept
from claimlint.nouns import frozen
from claimlint.reading.mentions import Mention
from claimlint.values.value import SCORE

_PART = "part"
_NEAR = 6  # items to either side in which a refused word counts
_TIE = 0.05  # matches whose strengths differ by less are equally good


@frozen(slots=False, eq=False)
class Measure:
    """What is measured.

    `kinds` are the kinds of mention that can say it, `dimensions` those of its units ("none" for numbers without one,
    "money / *" for an amount of money for each of something). `of` is the kind of its subject. `moves` is "up", "down",
    "both", "slowly" (over months) or "" for what stays. `exact` measures are told without rounding. `events` are the kinds
    of event whose times it tells where no cue matches, "any" stands for all others. `own` is one that a user added. One
    that `implies` another adds a claim of that one: "the range exceeds the 500 km limit" says more than the limit. A date
    tells by `since` which measure is told of the time since: when one was born, how old one is. One that `changes` tells by how
    much something else does.
    """

    name: str
    title: str
    kinds: frozenset[str]
    dimensions: frozenset[str]
    of: str
    moves: str
    exact: bool
    quiet: bool
    events: frozenset[str] = field(repr=False)
    own: bool = False
    implies: tuple[str, ...] = ()  # the measure and the bound
    since: str = ""
    changes: bool = False

    def holds(self, kind: str, dimension: str) -> bool:
        """Whether a mention of that kind and dimension can say it."""
        if kind not in self.kinds:
            return False
        return dimension in self.dimensions or (dimension.startswith(_RATE) and f"{_RATE}*" in self.dimensions)


@frozen
class Binding:
    """Why a mention has its measure: the template that matched, and where."""

    measure: Measure
    match: Match
    cue: str


class Measures:
    """Finds the measure of a mention."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._rows: dict[str, Any] = data["measures"]
        self._cues, self._sets = Kept(data["cues"], self._cue), Kept(data["sets"], frozenset)
        self._refused = Kept(data["refused"], frozenset)
        self._who = Kept(data["who"], dict)
        self._dimensions: dict[str, list[str]] = data["dimensions"]
        self._search = Search(data)
        self._indexes: dict[tuple[str, str], Index] = {}
        self._last: View | None = None
        self.by_name = {
            name: Measure(
                name, row["title"], frozenset(row["kinds"]), frozenset(row["dimensions"]), row["of"], row["moves"],
                row["exact"], row["quiet"], frozenset(row["events"]), row["own"], tuple(row["implies"]), row["since"],
                row["changes"],
            )
            for name, row in self._rows.items()
        }  # fmt: skip
        self._implying = None if data["implying"] is None else frozenset(data["implying"])
        self._of_events = [measure for measure in self.by_name.values() if measure.events]

    def bind(self, mention: Mention, items: Sequence[Item], dimension: str) -> tuple[Binding | None, Binding | None]:
        """The measure whose cue matches best around a mention, and the one that implies another so.

        Each is None where none does or two do equally. A user's own measure comes before those that are there for everybody.
        """
        found = list(self.bindings(mention, items, dimension))
        if not found:
            return None, None
        said = [binding for binding in found if not binding.measure.implies]
        return _best([b for b in said if b.measure.own] or said), _best([b for b in found if b.measure.implies])

    def counted(self, measure: Measure, form: str) -> str | None:
        """The name of the line of a counted noun; None for a noun that the measure does not count."""
        return self._who[self._rows[measure.name]["who"]].get(form)

    def may_imply(self, items: Sequence[Item]) -> bool:
        """Whether a cue of a measure that implies another may match in a sentence."""
        return self._implying is None or not self._implying.isdisjoint(self._view(items).words)

    def of_events(self, mention: Mention, events: frozenset[str]) -> Measure | None:
        """The measure that tells the times of some kinds of event; None where there is none or nothing happened."""
        if not events or mention.value.stated is not None or _is_vague(mention):
            return None
        kind = mention.value.kind
        told = [measure for measure in self._of_events if measure.holds(kind, "none")]
        return next((m for m in told if events <= m.events), next((m for m in told if "any" in m.events), None))

    def bindings(self, mention: Mention, items: Sequence[Item], dimension: str) -> Iterator[Binding]:
        """Every measure and cue that matches around a mention."""
        if _is_vague(mention):
            return
        kind, form = mention.value.kind, mention.value.form
        index = self._index(form if form == SCORE else kind, kind, dimension or ("share" if form == _PART else ""))
        tried: set[int] = set()
        seen: list[str] = []
        for view in self._views(mention, items):
            at = view.places.get(id(mention))
            if at is None:
                continue
            words = view.words[max(0, at - _NEAR) : at + _NEAR + 1]
            seen = seen or words
            for number in self._search.around(view, at, index) - tried:
                measure, cue, told = self._cues[number]
                match = cue.match(view.items, at)
                if match is None:
                    continue
                refused = self._refused[measure.name]
                if refused.isdisjoint(words) and refused.isdisjoint(seen):
                    tried.add(number)
                    yield Binding(measure, match, told)

    def _views(self, mention: Mention, items: Sequence[Item]) -> Iterator[View]:
        """The sentence without what stands in brackets, and without asides too where it has any."""
        view = self._view(items)
        if not _BRACKETS.isdisjoint(view.words):
            view = View(without_brackets(items, mention), self._search)
        yield view
        if sum(map(view.words.count, ASIDES)) > 1:
            bones = skeleton(view.items, mention)
            if bones is not None:
                yield View(bones, self._search)

    def _view(self, items: Sequence[Item]) -> View:
        """The view of some items; the last one is kept, since a sentence is asked about for each of its mentions."""
        if self._last is None or self._last.items is not items:
            self._last = View(items, self._search)
        return self._last

    def _cue(self, row: Sequence[Any]) -> tuple[Measure, Cue, str]:
        """A cue with its measure and its template."""
        name, elements, told = row
        return self.by_name[name], Cue(elements, self._sets), told

    def _index(self, asked: str, kind: str, dimension: str) -> Index:
        """The cues of a kind of value; of a score those alone that ask for one."""
        plain = _MONEY.sub("money", dimension) or "none"
        found = self._indexes.get((asked, plain))
        if found is None:
            wanted = (asked,) if asked == SCORE else ("", asked)
            held = (
                number
                for name, measure in self.by_name.items() if measure.holds(kind, plain)
                for asking, numbers in self._rows[name]["cues"].items()
                if asking in wanted or plain in self._dimensions.get(asking, ())
                for number in numbers
            )  # fmt: skip
            found = self._indexes[asked, plain] = Index(self._search, frozenset(held))
        return found


def _best(found: Sequence[Binding]) -> Binding | None:
    best = max(found, key=lambda binding: binding.match.strength, default=None)
    if best is None or any(b.measure is not best.measure and b.match.strength >= best.match.strength - _TIE for b in found):
        return None
    return best


def _is_vague(mention: Mention) -> bool:
    """Whether a time names no day: "now", "recently", "at the same time"."""
    when = mention.value.when
    return when is not None and (when[0] == "ref" or when[:2] == ("unit", "time"))


_RATE = "money / "
_BRACKETS = frozenset("()[]")
_MONEY = re.compile(r"money:\w+")
