"""The documents of one story -> what they say, and what the rules find in it."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from attrs import evolve

from claimlint.checks import across, conversions, people, reference, terms, within
from claimlint.checks import kinship as akin
from claimlint.checks.echoes import Echoes
from claimlint.checks.finding import Finding
from claimlint.checks.relations import Relations
from claimlint.checks.rules import Rule
from claimlint.checks.wording import Wording
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.parse import SILENT, Article
from claimlint.configuration.limits import Limits
from claimlint.documents import oversize
from claimlint.documents.document import Document
from claimlint.errors import Problem
from claimlint.guard import Guard
from claimlint.nouns import frozen
from claimlint.reading.mentions import Reader
from claimlint.report import Seen
from claimlint.topics import conflicts, dating, kinship, meanings
from claimlint.topics.derived import derived
from claimlint.topics.kinship import NONE, Kin
from claimlint.topics.referents import referred
from claimlint.topics.weights import Weights


@frozen
class Told:
    """What a document says, and which of it is over a limit."""

    document: Document
    article: Article | None
    claims: tuple[Claim, ...]
    limits: tuple[Problem, ...]

    @property
    def seen(self) -> Seen:
        """What is kept of it for the report."""
        paragraphs = self.article.paragraphs if self.article else ()
        counts = {
            "sentences": len(self.article.sentences) if self.article else 0,
            "mentions": sum(len(paragraph.mentions) for paragraph in paragraphs),
            "claims": len(self.claims),
            "left_out": sum(block.role in SILENT for block in self.document.blocks),
        }
        return Seen(self.document, counts, self.limits)


class Checker:
    """Knows what it takes to read the articles of a story and to hold them against each other."""

    def __init__(self, data: Mapping[str, Any], rules: Sequence[Rule], limits: Limits, reader: Reader) -> None:
        self._data, self._rules, self._limits = data, rules, limits
        self.reader = reader
        self.extractor = Extractor(self.reader, data, limits.sentence_tokens)
        self.weights = Weights(data["evidence"])

    def story(self, documents: Sequence[Document], guard: Guard) -> tuple[list[Finding], list[Seen]]:
        """Gives what the rules find in the prepared documents of one story, and what is kept of each for the report."""
        told = self.telling(documents, guard)
        copying = partial(kinship.kin, [each.document for each in told], self._data["copies"])
        kin = guard.run(documents[0].path, "telling copies", copying, NONE)
        found = self._found([each for each in told if each.article is not None], kin, guard)
        self.forget()
        return found, [evolve(each.seen, kin=kin) for each in told]

    def forget(self) -> None:
        """Lets go of what was read in a story."""
        self.extractor.parser.blocks.forget()

    def telling(self, documents: Sequence[Document], guard: Guard) -> list[Told]:
        """Gives what the documents of a story say, dated."""
        dated = guard.run(documents[0].path, "dating", partial(dating.dated, documents, self.extractor.parser.blocks), documents)
        return [self.told(document, guard) for document in dated]

    def told(self, document: Document, guard: Guard) -> Told:
        """Gives what a dated document says: its article and its claims, as far as the limits go."""
        article = guard.run(document.path, "reading", partial(self.extractor.parser.parse, document), None)
        claims = (guard.run(document.path, "reading", partial(self.extractor.claims, article), None) if article else None) or []
        most = self._limits.file_claims
        limits = list(oversize.numbers(document, self._limits))
        limits += oversize.sentences(document, article.sentences if article else (), self._limits)
        if len(claims) > most:
            said = f"{len(claims)} claims; the first {most} are compared (`file-claims`)"
            limits.append(Problem(document.path, *document.place(claims[most].start), said))
        return Told(document, article, tuple(claims[:most]), tuple(limits))

    def _found(self, told: Sequence[Told], kin: Kin, guard: Guard) -> list[Finding]:
        """What the rules find in one story. A version that is superseded is held against nothing but the latest."""
        if not told:
            return []
        path = told[0].document.path
        latest = [each for each in told if each.document.path not in kin.later]
        articles = [each.article for each in latest if each.article]
        every = self._every(latest)
        found = self._across(every, path, guard)
        for each in told:
            found += [akin.quieted(finding, kin) for finding in self._alone(each, guard)]
        found += guard.rules(path, self._rules, partial(people.findings, articles, self.extractor))
        found += guard.rules(path, self._rules, partial(terms.findings, articles)) if len(articles) > 1 else []
        found += guard.rules(path, self._rules, partial(reference.findings, articles, every, self._data["facts"], self.reader))
        if kin.later:
            by_path = {each.document.path: each for each in told}
            found += guard.rules(path, self._rules, partial(self._revised, by_path, kin, guard))
        if kin.copies:
            found += guard.rules(path, self._rules, partial(akin.copies, [each.document for each in told], kin))
            claims = {each.document.path: each.claims for each in latest}
            from claimlint.checks import edited  # few stories hold copies

            work = partial(edited.findings, articles, claims, kin, units=self.reader.units)
            found += akin.others(guard.rules(path, self._rules, lambda rules: work(rules=rules)), found)
            found = [akin.counted(finding, kin) for finding in found]
        return found

    def _every(self, told: Sequence[Told]) -> list[Claim]:
        """All that articles say, and what follows from it."""
        every = [claim for each in told for claim in each.claims]
        if len(told) == 1:
            return every
        articles = [each.article for each in told if each.article]
        every = referred(every, articles, self.extractor.vocabulary, self._is_anybody)
        return every + derived(every, self.extractor.measures.by_name)

    def _across(self, every: Sequence[Claim], path: str, guard: Guard) -> list[Finding]:
        """What the rules find between articles."""
        units = self.reader.units
        work = partial(conflicts.pairs, every, units, self.weights, self._meanings)
        pairs = guard.run(path, "comparing claims", work, None) or []
        guard.counts["conflicts"] += len(pairs)
        wording = Wording(self.extractor.vocabulary, self.extractor.names.titles)
        return guard.rules(path, self._rules, lambda rules: across.findings(pairs, every, rules, units, self.weights, wording))

    def _revised(self, told: Mapping[str, Told], kin: Kin, guard: Guard, rules: Sequence[Rule]) -> list[Finding]:
        """What later versions of articles tell otherwise."""

        def compare(early: str, late: str) -> list[Finding]:
            return self._across(self._every([told[path] for path in (early, late) if path in told]), early, guard)

        return akin.versions(kin, rules, compare)

    def _alone(self, told: Told, guard: Guard) -> list[Finding]:
        """What the rules find in one article by itself."""
        path, sentences = told.document.path, told.article.sentences if told.article else ()
        checks = (
            lambda rules: within.findings(sentences, self.extractor, rules),
            lambda rules: conversions.findings(sentences, self.extractor, rules),
            partial(self._relations.findings, sentences),
            partial(self._echoes.findings, told.claims, sentences),
        )
        return [finding for check in checks for finding in guard.rules(path, self._rules, check)]

    def _is_anybody(self, stems: frozenset[str]) -> bool:
        return not self.weights.anybody.isdisjoint(self._meanings.nouns_of(stems))

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self._rules, self.extractor, self._data["relations"])

    @cached_property
    def _echoes(self) -> Echoes:
        return Echoes(self._rules, self.extractor, self.weights, self._meanings, self._relations.templates)

    @cached_property
    def _meanings(self) -> meanings.Meanings:
        return meanings.Meanings(self._data["meanings"])
