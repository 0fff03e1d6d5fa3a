"""Sentences of one article -> findings: stated results that do not follow from their stated parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimlint.checks import corrections, steps
from claimlint.checks.agreement import FEW, agreed
from claimlint.checks.arithmetic import STATED, holds
from claimlint.checks.belonging import Belonging
from claimlint.checks.bindings import Binding, Finder
from claimlint.checks.conditions import Condition, together
from claimlint.checks.finding import Finding
from claimlint.checks.guards import Guards
from claimlint.checks.joining import joined
from claimlint.checks.known import Known, Reckoner
from claimlint.checks.known import known as known_of
from claimlint.checks.reconciled import reconciled, summed
from claimlint.checks.relation import Relation, ways
from claimlint.checks.rules import Rule
from claimlint.checks.told import Told
from claimlint.checks.views import Views
from claimlint.checks.ways import Likely, Standing, Ways
from claimlint.claims import prospects
from claimlint.claims.extract import Extractor
from claimlint.claims.matching import Template
from claimlint.claims.parse import Sentence
from claimlint.claims.prospects import Prospects
from claimlint.claims.rows import bits
from claimlint.knowledge.tables import Kept
from claimlint.values.amounts import Unfit

_BOUNDS = ("<", "<=", ">", ">=")  # what is under a bound is so without what is more


class Relations:
    """Finds what relations have to say. Built once from the rules, used for any number of articles."""

    def __init__(self, rules: Sequence[Rule], extractor: Extractor, data: Mapping[str, Any]) -> None:
        self._extractor, self._sets = extractor, Kept(data["sets"], frozenset)
        self.templates = Kept(data["templates"], lambda elements: Template(elements, self._sets))
        lists = ("breaks", "takes_up", "joins", "anybody", "before", "lonely")
        parted, takes_up, joins, anybody, before, lonely = (frozenset(data[key]) for key in lists)
        self._guards = Guards(tuple(data["guards"]), parted, takes_up, joins, anybody, before, lonely, self.templates)
        self._prospects = Prospects(data["prospects"], extractor.vocabulary)
        needs = {number: int(bits, 16) for number, bits in data["needs"]}
        self._conditions = Kept({rule.name: rule.relation for rule in rules if rule.relation is not None}, together)
        values = [prospects.many(count, data["prospects"]) for count in data["values"]]
        self._ways = Ways(rules, ways(data["ways"], data["parts"]), needs, values)

    def standing(self, views: Sequence[Views]) -> Standing:
        """Gives where templates may stand in the sentences of one article."""
        has = [self._prospects.of(each.sentence, each.kinds) for each in views]
        links = joined(views, self._guards)
        return self._ways.standing(has, {place: self._prospects.joined(*has[place : place + 2]) for place in bits(links)})

    def findings(self, sentences: Sequence[Sentence], rules: Sequence[Rule]) -> list[Finding]:
        """Gives what the relations of some of the rules find in the sentences of one article."""
        views = [Views(sentence, self._extractor) for sentence in sentences]
        standing = self.standing(views)
        likely, finder = self._ways.likely(standing), Finder(views, self.templates, standing)
        told, reckoner = Told(views, self._extractor, self._guards), Reckoner(sentences, self._extractor.reader)
        found: list[tuple[Binding, Finding]] = []
        judges: list[_Judge] = []
        for rule in rules:
            if rule.relation is not None and rule.name in likely:
                judge = _Judge(rule, rule.relation, self._conditions[rule.name], told, reckoner)
                found += judge.findings(judge.bindings(likely[rule.name], finder))
                judges.append(judge)
        told_right = {starts for judge in judges for starts in judge.agreed()} if found else set()
        return [finding for binding, finding in found if not _is_explained(binding, finding.severity, told_right)]


class _Judge:
    """One rule over one article."""

    def __init__(self, rule: Rule, relation: Relation, conditions: Sequence[Condition], told: Told, reckoner: Reckoner) -> None:
        self._rule, self._relation, self._told, self._reckoner = rule, relation, told, reckoner
        self._conditions, self._met = conditions, dict[tuple[Any, ...], bool]()
        self._sentences, self._extractor = reckoner.sentences, told.extractor
        self._belonging = Belonging(relation, told)
        self._fits: list[Binding] = []

    def agreed(self) -> Iterator[frozenset[int]]:
        """Where the figures stand that come out as they must, three or more of them."""
        yield from agreed(self._fits, self._relation, self._reckoner)

    def bindings(self, ways: Iterable[Likely], finder: Finder) -> Iterator[Binding]:
        """The ways to bind the operands; over single sentences only in those that may speak."""
        for way in ways:
            yield from finder.bindings(way, self._relation.over, self._loud)

    def findings(self, bindings: Iterable[Binding]) -> Iterator[tuple[Binding, Finding]]:
        """The bindings of which the relation cannot hold, where no other way to bind the same mentions makes it hold."""
        fails: list[tuple[Binding, Known]] = []
        fits = self._fits
        for binding in bindings:
            known = known_of(binding, self._relation, self._reckoner)
            verdict = None if known is None else self._holds(binding, known)
            if verdict:
                fits.append(binding)
            elif known is not None and verdict is False and self._belonging.holds(binding, known):
                fails.append((binding, known))
        if not fails:
            return
        used: set[int] = set()
        for binding, known in self._chosen(fails, fits):
            if not binding.starts() & used and not self._silenced(binding) and not self._is_reconciled(binding, known):
                used |= binding.starts()
                yield binding, self._finding(binding, known)

    def _is_reconciled(self, binding: Binding, known: Known) -> bool:
        """Whether the figures, all of which are told, come out in another way than the rule's, or with one more of a sentence."""
        if self._relation.only:
            return False
        try:
            told = [known[STATED + name] for name, kind in self._relation.kinds.items() if kind not in ("name", "noun")]
        except (Unfit, KeyError):
            return False
        amounts = [amount for each in told for amount in (each if isinstance(each, tuple) else (each,))]
        if any(isinstance(each, tuple) and len(each) > FEW and summed(each) for each in told):
            return True  # a row that ends in its own sum
        others = () if self._relation.lone else self._belonging.others(binding)
        return reconciled(amounts, some=bool(self._relation.lone)) or any(summed([*amounts, other]) for other in others)

    def _chosen(self, fails: list[tuple[Binding, Known]], fits: Sequence[Binding]) -> Iterator[tuple[Binding, Known]]:
        """The failing bindings that nothing speaks against, the closest first.

        None that shares a mention with a binding that fits, and none with a rival mention among its own. Over a whole
        article all operands must be told once only.
        """
        excused = () if self._relation.every else list(filter(self._may_excuse, fits))
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
            together = self._relation.beside or self._relation.alone
            if not wide and (inside - binding.starts() or (not together and self._parted(binding))):
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
        breaks = self._told.guards.breaks | self._relation.breaks
        low, high = (position - sentence.block.start for position in (binding.start, binding.end))
        return any(
            item.mention is None and item.lower in breaks and low <= sentence.offsets[item.at] < high for item in sentence.items
        )

    def _is_near(self, binding: Binding) -> bool:
        """Whether a binding that fits is so near that it excuses those of one sentence."""
        known = known_of(binding, self._relation, self._reckoner)
        return known is not None and self._belonging.is_of_one_topic(binding, known)

    def _holds(self, binding: Binding, known: Known) -> bool | None:
        """Whether the relation can hold; None where it does not apply."""
        if not all(self._is_met(condition, binding, known) for condition in self._conditions):
            return None
        try:
            known.ask()
            return holds(self._relation.expect, known)
        except (Unfit, KeyError):
            return None

    def _is_met(self, condition: Condition, binding: Binding, known: Known) -> bool:
        """Whether a condition can be true; it is asked once of the same operands, with whatever others they are bound."""
        names = sorted(binding.slots) if known.is_placed else condition.names
        key = id(condition), *(tuple(map(id, binding.slots.get(name, ()))) for name in names)
        found = self._met.get(key)
        if found is None:
            found = self._met[key] = condition.is_met(known)
        return found

    def _silenced(self, binding: Binding) -> bool:
        places = sum(1 << place for place in binding.sentences)
        return self._loud(places) != places

    def _loud(self, places: int) -> int:
        """Those of some sentences, as bits, in which the rule may speak."""
        return self._told.loud(places, self._relation.unless)

    def _finding(self, binding: Binding, known: Known) -> Finding:
        rule, relation = self._rule, self._relation
        known.ask_all()
        claims = steps.claims(binding, self._sentences, self._extractor)
        told = steps.told(binding, self._sentences)
        right = corrections.right(relation.expect, known, known.slots, relation.kinds, self._extractor.reader.units)
        explanation = [
            *steps.operands(binding, known, self._sentences),
            *steps.reckoned(relation.expect, known),
            *corrections.either(relation.expect, known, binding, relation.kinds, self._extractor.reader.units),
        ]
        message = rule.say.format(**told, right=right)
        severity = relation.crowded if relation.crowded and self._belonging.has_others(binding) else rule.severity
        return Finding(rule.name, "inconsistency", severity, message, tuple(explanation), tuple(claims))


def _is_explained(binding: Binding, severity: str, told_right: Iterable[frozenset[int]]) -> bool:
    """Whether figures that come out together account for those of a finding.

    They are all among more of them; or, where the rule is not strict, all but one in its sentence, which stands for itself.
    """
    starts = binding.starts()
    loose = severity != "error" and len(starts) >= FEW and len(binding.sentences) == 1
    return any(starts < others or (loose and len(starts & others) == len(starts) - 1) for others in told_right)


def _said_by(binding: Binding) -> tuple[tuple[Any, ...], ...]:
    return tuple(
        (name, item.mention.value.stated, item.mention.time.timex if item.mention.time else "")
        for name, items in sorted(binding.slots.items()) for item in items if item.mention is not None
    )  # fmt: skip
