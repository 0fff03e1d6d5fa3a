"""The whole line: paths -> documents -> sentences -> mentions -> claims -> topics -> findings -> report."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from claimlint.checks import across, people, reference, rules, terms, within
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims import measures, names, vocabulary, voices
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.parse import Article
from claimlint.documents import discover, formats
from claimlint.documents.datelines import Datelines
from claimlint.documents.decode import decode
from claimlint.documents.discover import Fate
from claimlint.documents.document import Document
from claimlint.documents.furniture import Furniture
from claimlint.errors import KnowledgeError, Problem, UnreadableError
from claimlint.knowledge import cache, folders, strict_yaml
from claimlint.knowledge.knowledge import digest, texts
from claimlint.reading import grammar, lexicon
from claimlint.reading.mentions import Reader
from claimlint.topics import conflicts, dating, stories
from claimlint.topics.evidence import Setting, Weights, classes

__all__ = ["Claimlint", "Report", "Setting"]


@frozen
class Report:
    """What a run found, and what became of every path."""

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    fates: tuple[Fate, ...]
    counts: dict[str, int] = field(factory=dict)
    per_document: dict[str, dict[str, int]] = field(factory=dict)

    @property
    def incomplete(self) -> bool:
        """Whether something that was to be checked was not."""
        return any(fate.fate == "failed" for fate in self.fates)


class Claimlint:
    """The checker with its knowledge. `extra` are folders of the user's own rules, measures, names and facts."""

    def __init__(self, extra: Sequence[Path] = ()) -> None:
        self._grammars = texts(folders.folder("grammars"))
        self._rules = texts(folders.folder("rules"))
        for place in extra:
            self._rules |= {f"{place}/{name}": text for name, text in texts(place).items()}
        self.data: dict[str, Any] = cache.remembered(digest(self._grammars, self._rules), self._build)
        self.reader = Reader(self.data)
        self.extractor = Extractor(self.reader, self.data)
        self.furniture = Furniture(self.data["furniture"])
        self.datelines = Datelines(self.data["datelines"])
        self.weights = Weights(self.data["evidence"])

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, by name. Raises KnowledgeError naming every fault of every file."""
        found, problems = [], []
        for name, text in sorted(self._rules.items()):
            folder, _, file = name.rpartition("/")
            if folder.rpartition("/")[2] == "checks" and file.endswith(".yaml"):
                try:
                    rule, wrong = rules.rule(file.removesuffix(".yaml"), strict_yaml.load(text, name), name)
                except KnowledgeError as error:
                    rule, wrong = None, error.problems
                problems += wrong
                found += [rule] if rule else []
        if problems:
            raise KnowledgeError(problems)
        return tuple(sorted(found, key=lambda rule: rule.name))

    def check(self, paths: Iterable[str]) -> Report:
        """Checks the articles below the paths."""
        documents, fates = self.read(paths)
        return self.judge(documents, fates)

    def read(self, paths: Iterable[str]) -> tuple[list[Document], list[Fate]]:
        """Gives the articles below the paths, and the fate of every path that was met."""
        files, fates = discover.discover(paths)
        documents: list[Document] = []
        for path in files:
            try:
                found = list(self.parse(decode(discover.read(path), path), path))
            except UnreadableError as error:
                fates.append(Fate(path, "failed", str(error)))
            except (OSError, ValueError) as error:
                fates.append(Fate(path, "failed", f"{path}: {getattr(error, 'strerror', None) or error}"))
            else:
                documents += found
                fates.append(Fate(path, "checked"))
        return documents, sorted(fates, key=lambda fate: fate.path)

    def parse(self, text: str, path: str) -> Iterable[Document]:
        """Gives the articles of a decoded file, with their paragraphs and datelines. Raises UnreadableError."""
        for document, spans in formats.READERS[Path(path).suffix.lower()](text, path):
            blocks = document.blocks + self.furniture.roles(document.text, spans)
            yield evolve(document, blocks=blocks, dateline=self.datelines.find(document.text, blocks))

    def judge(self, documents: Sequence[Document], fates: Sequence[Fate] = ()) -> Report:
        """Checks documents."""
        documents = sorted(documents, key=lambda document: document.path)
        found: list[Finding] = []
        counts = {"stories": 0, "mentions": 0, "claims": 0, "conflicts": 0}
        per_document: dict[str, dict[str, int]] = {}
        final: list[Document] = []
        for story in stories.stories(documents, frozenset(self.data["common"])):
            told = dating.dated([documents[i] for i in story], self.reader)
            articles = [self.extractor.parser.parse(document) for document in told]
            claims = {article.document.path: self.extractor.claims(article) for article in articles}
            found += self._story(articles, claims, counts)
            counts["stories"] += 1
            for article in articles:
                mentions = sum(len(paragraph.mentions) for paragraph in article.paragraphs)
                seen = {"sentences": len(article.sentences), "mentions": mentions, "claims": len(claims[article.document.path])}
                per_document[article.document.path] = seen
                counts["mentions"] += mentions
                counts["claims"] += seen["claims"]
            final += told
        found.sort(key=lambda finding: finding.order)
        return Report(tuple(found), tuple(sorted(final, key=lambda d: d.path)), tuple(fates), counts, per_document)

    def _story(self, articles: Sequence[Article], claims: dict[str, list[Claim]], counts: dict[str, int]) -> list[Finding]:
        """What the rules find in one story."""
        units = self.reader.units
        every = [claim for held in claims.values() for claim in held]
        pairs = conflicts.pairs(every, units, self.weights, self._classes)
        counts["conflicts"] += len(pairs)
        found = across.findings(pairs, self.rules, units, self.weights)
        for article in articles:
            found += within.findings(article.sentences, self.extractor, self.rules)
        found += people.findings(articles, self.extractor, self.rules)
        found += terms.findings(articles, self.rules)
        found += reference.findings(every, self.data["facts"], self.reader, self.rules)
        return found

    @cached_property
    def _classes(self) -> dict[str, frozenset[str]]:
        return {stem: frozenset(names) for stem, names in self.data["classes"].items()}

    def _build(self) -> dict[str, Any]:
        """The knowledge files as plain data: everything that takes long to make. Raises KnowledgeError."""
        problems: list[Problem] = []

        def load(files: dict[str, str], *folder: str) -> dict[str, Any]:
            found = {}
            for name, text in sorted(files.items()):
                if name.endswith(".yaml") and name.rpartition("/")[0].rpartition("/")[2] in folder:
                    try:
                        found[name] = strict_yaml.typed(strict_yaml.load(text, name))
                    except KnowledgeError as error:
                        problems.extend(error.problems)
            return found

        spelled = load(self._grammars, "words", "units")
        word_files = load(self._rules, "words")
        name_files = load(self._rules, "names")
        measure_files = load(self._rules, "measures")
        furniture = load(self._rules, "boilerplate")
        facts = load(self._rules, "facts")
        evidence = strict_yaml.typed(strict_yaml.load(self._rules["evidence.yaml"], "evidence.yaml"))
        if problems:
            raise KnowledgeError(problems)
        place = folders.folder("grammars")
        built = vocabulary.build(word_files)
        return {
            "lexicon": lexicon.build(spelled),
            "tables": grammar.tables(place / "value.lark"),
            "context": spelled["words/context.yaml"]["context"],
            "vocabulary": built,
            "classes": {stem: sorted(found) for stem, found in classes(built).items()},
            "names": names.build(name_files),
            "common": name_files["names/common.yaml"]["common"],
            "measures": measures.build(measure_files, word_files, place / "cues.lark"),
            "abbreviations": word_files["words/grammar.yaml"]["abbreviations"],
            "sides": voices.build(word_files),
            "furniture": furniture["boilerplate/furniture.yaml"],
            "datelines": furniture["boilerplate/datelines.yaml"],
            "facts": reference.build(facts),
            "evidence": evidence,
        }
