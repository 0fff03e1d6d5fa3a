"""Sentences of one article -> findings: stated results that do not follow from their stated parts."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimlint.checks import corrections, steps
from claimlint.checks.arithmetic import EXACT, FIGURE, STATED, holds
from claimlint.checks.belonging import Belonging, Known
from claimlint.checks.bindings import Binding, Finder
from claimlint.checks.conditions import operands as asked
from claimlint.checks.finding import Finding
from claimlint.checks.guards import Guards
from claimlint.checks.operands import amount, nearest, today, united, worded
from claimlint.checks.reconciled import reconciled
from claimlint.checks.relation import TODAY, Relation, way
from claimlint.checks.rules import Rule
from claimlint.checks.told import Told
from claimlint.checks.views import Views
from claimlint.checks.ways import Ways
from claimlint.claims.extract import Extractor
from claimlint.claims.items import Item
from claimlint.claims.matching import Template
from claimlint.claims.parse import Sentence
from claimlint.claims.prospects import Prospects
from claimlint.knowledge.tables import Kept
from claimlint.values.amounts import MOMENT, Amount, Unfit, number

if TYPE_CHECKING:
    from claimlint.reading.mention import Mention

_READINGS = ("", EXACT, STATED, FIGURE)
_BOUNDS = ("<", "<=", ">", ">=")  # what is under a bound is so without what is more


class Relations:
    """Finds what relations have to say. Built once from the rules, used for any number of articles."""

    def __init__(self, rules: Sequence[Rule], extractor: Extractor, data: Mapping[str, Any]) -> None:
        self._extractor, self._sets = extractor, Kept(data["sets"], frozenset)
        self.templates = Kept(data["templates"], lambda elements: Template(elements, self._sets))
        parted, takes_up, anybody, before = (frozenset(data[key]) for key in ("breaks", "takes_up", "anybody", "before"))
        self._guards = Guards(tuple(data["guards"]), parted, takes_up, anybody, before, self.templates)
        self._prospects = Prospects(data["prospects"], extractor.vocabulary)
        self._ways = Ways(rules, Kept(data["ways"], way))

    def findings(self, sentences: Sequence[Sentence], rules: Sequence[Rule]) -> list[Finding]:
        """Gives what the relations of some of the rules find in the sentences of one article."""
        views = [Views(sentence, self._extractor) for sentence in sentences]
        finder = Finder(views, self._prospects, self.templates)
        standing = self._ways.standing(finder.has)
        ways = self._ways.likely(standing)
        found: list[Finding] = []
        for rule in rules:
            if rule.relation is not None and rule.name in ways:
                judge = _Judge(rule, rule.relation, views, self._extractor, self._guards)
                found += judge.findings(
                    binding for way in ways[rule.name] for binding in finder.bindings(way, rule.relation.over, standing)
                )
        return found


class _Judge:
    """One rule over one article."""

    def __init__(self, rule: Rule, relation: Relation, views: Sequence[Views], extractor: Extractor, guards: Guards) -> None:
        self._rule, self._relation = rule, relation
        self._sentences, self._views = [view.sentence for view in views], views
        self._extractor, self._guards = extractor, guards
        self._belonging = Belonging(relation, Told(views, extractor, guards))
        formulas = (relation.expect, *relation.where, *relation.apart)
        self._asked = {name for formula in formulas if formula for name in asked(formula)}
        self._reckoned: dict[tuple[int, str, str], tuple[Mention | None, Amount]] = {}

    def findings(self, bindings: Iterable[Binding]) -> Iterator[Finding]:
        """The bindings of which the relation cannot hold, where no other way to bind the same mentions makes it hold."""
        fails: list[tuple[Binding, Known]] = []
        fits: list[Binding] = []
        for binding in bindings:
            known = self._known(binding)
            verdict = None if known is None else self._holds(known)
            if verdict and self._may_excuse(binding):
                fits.append(binding)
            elif known is not None and verdict is False and self._belonging.holds(binding, known):
                fails.append((binding, known))
        used: set[int] = set()
        for binding, known in self._chosen(fails, fits):
            if not binding.starts() & used and not self._silenced(binding) and not self._reconciled(known):
                used |= binding.starts()
                yield self._finding(binding, known)

    def _reconciled(self, known: Known) -> bool:
        """Whether the figures come out in another way than the rule's."""
        if self._relation.only:
            return False
        told = [known[STATED + name] for name in self._relation.kinds if STATED + name in known]
        amounts = [amount for each in told for amount in (each if isinstance(each, tuple) else (each,))]
        return reconciled(amounts, some=bool(self._relation.lone))

    def _chosen(self, fails: list[tuple[Binding, Known]], fits: Sequence[Binding]) -> Iterator[tuple[Binding, Known]]:
        """The failing bindings that nothing speaks against, the closest first.

        None that shares a mention with a binding that fits, and none with a rival mention among its own. Over a whole
        article all operands must be told once only.
        """
        excused = () if self._relation.every else fits
        agreed = {start for binding in excused for start in binding.starts()}
        near = {start for binding in excused if self._is_near(binding) for start in binding.starts()}
        everyone = {start for binding, _ in fails for start in binding.starts()} | near
        wide = self._relation.over in ("article", "story")
        if wide and not self._relation.every and len({_said_by(binding) for binding, _ in fails}) > 1:
            return
        fails.sort(key=lambda row: (-row[0].strength, row[0].end - row[0].start, row[0].start))
        for binding, known in fails:
            if binding.starts() & (near if len(binding.sentences) == 1 else agreed):
                continue
            inside = {start for start in everyone if binding.start <= start < binding.end}
            if not wide and (
                inside - binding.starts() or (not self._relation.beside and not self._relation.alone and self._parted(binding))
            ):
                continue
            yield binding, known

    def _may_excuse(self, binding: Binding) -> bool:
        """Whether a binding that fits speaks for others of its mentions."""
        if binding.inner and self._relation.expect[0] in _BOUNDS:
            return False
        return self._belonging.is_beside(binding)

    def _parted(self, binding: Binding) -> bool:
        """Whether a word that sets one statement against another stands between the mentions of one sentence."""
        places = binding.sentences
        if len(places) > 1 or binding.parts == 1:
            return False
        sentence = self._sentences[next(iter(places))]
        breaks = self._guards.breaks | self._relation.breaks
        low, high = (position - sentence.block.start for position in (binding.start, binding.end))
        return any(
            item.mention is None and item.lower in breaks and low <= sentence.offsets[item.at] < high for item in sentence.items
        )

    def _is_near(self, binding: Binding) -> bool:
        """Whether a binding that fits is so near that it excuses those of one sentence."""
        known = self._known(binding)
        return known is not None and self._belonging.is_of_one_topic(binding, known)

    def _known(self, binding: Binding) -> Known | None:
        """The operands' amounts; None where one of them is not known."""
        known: Known = {}
        for name, kind in self._relation.kinds.items():
            if kind not in ("name", "noun"):
                try:
                    found = self._amounts(name, kind, binding)
                except Unfit:
                    if name in self._asked:
                        return None
                    continue
                known |= zip((reading + name for reading in _READINGS), found, strict=True)
        self._place_years(binding, known)
        with contextlib.suppress(Unfit):
            known[TODAY] = today(self._sentences[next(iter(binding.places.values()))])
        return known

    def _amounts(self, name: str, kind: str, binding: Binding) -> list[Amount | tuple[Amount, ...]]:
        """What an operand says: with rounding, without it, whatever words open it, and whatever its unit.

        A missing one is nothing.
        """
        relation, reader = self._relation, self._extractor.reader
        items = binding.slots.get(name)
        if not items:
            return [number(0)] * len(_READINGS)
        sentence = self._sentences[binding.places[name]]
        if name in relation.numbers:
            return [worded(items[0], relation.numbers[name], sentence, reader)] * len(_READINGS)
        if kind in ("list", "names"):
            return [number(len(items))] * len(_READINGS)
        items = united(name, items, binding.slots, relation.same_unit, reader.units)
        found: list[Amount | tuple[Amount, ...]] = []
        for reading in _READINGS:
            each = tuple(self._amount(item, kind, self._sentences[binding.place(name, item)], reading) for item in items)
            found.append(each if len(each) > 1 else each[0])
        return found

    def _amount(self, item: Item, kind: str, sentence: Sentence, reading: str) -> Amount:
        """What one item says, reckoned once for all bindings that it is of."""
        key = id(item.mention), kind, reading
        mention, found = self._reckoned.get(key, (None, None))
        if found is None or mention is not item.mention:
            found = amount(item, kind, sentence, self._extractor.reader.units, reading)
            self._reckoned[key] = item.mention, found
        return found

    def _place_years(self, binding: Binding, known: Known) -> None:
        """Puts days that are told without their year into the year that the other days are in."""
        loose = [name for name, items in binding.slots.items() if any("yearless" in item.kinds for item in items)]
        sure = [
            given
            for name, given in known.items()
            if name not in loose and isinstance(given, Amount) and not name.startswith(_READINGS[1:])
        ]
        for name in loose if any(given.dimensions == MOMENT for given in sure) else loose[1:]:
            given = known.get(name)
            if isinstance(given, Amount):
                anchors = [other for other in sure if other.dimensions == MOMENT] or [
                    a for a in (known[loose[0]],) if isinstance(a, Amount)
                ]
                with contextlib.suppress(Unfit):
                    known |= dict.fromkeys((reading + name for reading in _READINGS), nearest(given, anchors))

    def _holds(self, known: Mapping[str, Amount | tuple[Amount, ...]]) -> bool | None:
        """Whether the relation can hold; None where it does not apply."""
        try:
            if all(holds(formula, known) for formula in self._relation.where):
                return holds(self._relation.expect, known)
        except (Unfit, KeyError):
            pass
        return None

    def _silenced(self, binding: Binding) -> bool:
        places = sorted(binding.sentences)
        return any(self._guards.silence(self._views[place], self._relation.unless) for place in places)

    def _finding(self, binding: Binding, known: Known) -> Finding:
        rule, relation = self._rule, self._relation
        claims = steps.claims(binding, self._sentences, self._extractor)
        told = steps.told(binding, self._sentences)
        right = corrections.right(relation.expect, known, binding, relation.kinds, self._extractor.reader.units)
        explanation = [
            *steps.operands(binding, known, self._sentences),
            *steps.reckoned(relation.expect, known),
            *corrections.either(relation.expect, known, binding, relation.kinds, self._extractor.reader.units),
        ]
        message = rule.say.format(**told, right=right)
        return Finding(rule.name, "inconsistency", rule.severity, message, tuple(explanation), tuple(claims))


def _said_by(binding: Binding) -> tuple[tuple[Any, ...], ...]:
    return tuple(
        (name, item.mention.value.stated, item.mention.time.timex if item.mention.time else "")
        for name, items in sorted(binding.slots.items()) for item in items if item.mention is not None
    )  # fmt: skip
