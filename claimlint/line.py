"""The whole line: paths -> documents -> sentences -> mentions -> claims -> topics -> findings -> report."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from claimlint.checks import across, conversions, echoes, people, reference, relations, rules, terms, within
from claimlint.checks.finding import Finding
from claimlint.checks.relation import Compiler
from claimlint.checks.relations import Guards
from claimlint.checks.rules import Rule
from claimlint.claims import catalogue, names, vocabulary, voices
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.matching import Template
from claimlint.claims.parse import Article
from claimlint.claims.templates import Sets, WordLists
from claimlint.documents import discover, formats
from claimlint.documents.datelines import Datelines
from claimlint.documents.decode import decode
from claimlint.documents.discover import Fate
from claimlint.documents.document import Block, Document
from claimlint.documents.furniture import Furniture
from claimlint.errors import KnowledgeError, Problem, UnreadableError
from claimlint.knowledge import cache, folders, strict_yaml
from claimlint.knowledge.knowledge import digest, texts
from claimlint.reading import spellings
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
        """The rules, by name."""
        return rules.rules(self.data["rules"], self._sets)

    @cached_property
    def _sets(self) -> list[frozenset[str]]:
        return [frozenset(row) for row in self.data["sets"]]

    @cached_property
    def _guards(self) -> Guards:
        phrases, breaks = self.data["guards"]
        return Guards(tuple(Template(elements, self._sets) for elements in phrases), frozenset(breaks))

    def check(self, paths: Iterable[str]) -> Report:
        """Checks the articles below the paths."""
        documents, fates = self.read(paths)
        return self.judge(documents, fates)

    def read(self, paths: Iterable[str], *, roles: bool = True) -> tuple[list[Document], list[Fate]]:
        """Gives the articles below the paths, and the fate of every path that was met.

        Without `roles` what is furniture and where the dateline stands is not looked for.
        """
        files, fates = discover.discover(paths)
        documents: list[Document] = []
        for path in files:
            try:
                found = list(self.parse(decode(discover.read(path), path), path, roles=roles))
            except UnreadableError as error:
                fates.append(Fate(path, "failed", str(error)))
            except (OSError, ValueError) as error:
                fates.append(Fate(path, "failed", f"{path}: {getattr(error, 'strerror', None) or error}"))
            else:
                documents += found
                fates.append(Fate(path, "checked"))
        return documents, sorted(fates, key=lambda fate: fate.path)

    def parse(self, text: str, path: str, *, roles: bool = True) -> Iterable[Document]:
        """Gives the articles of a decoded file, with their paragraphs and datelines. Raises UnreadableError."""
        for document, spans in formats.READERS[Path(path).suffix.lower()](text, path):
            if not roles:
                yield evolve(document, blocks=document.blocks + tuple(Block(start, end) for start, end in spans))
                continue
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
            found += conversions.findings(article.sentences, self.extractor, self.rules)
            found += relations.findings(article.sentences, self.extractor, self.rules, self._guards)
            found += echoes.findings(claims[article.document.path], self.rules, self.extractor, self.weights, self._classes)
        found += people.findings(articles, self.extractor, self.rules)
        found += terms.findings(articles, self.rules) if len(articles) > 1 else []
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
        from claimlint.reading import grammar  # lark is slow to import and only needed to build

        place = folders.folder("grammars")
        built = vocabulary.build(word_files)
        sets = Sets()
        classes_of = {name: members for data in word_files.values() for name, members in data.get("classes", {}).items()}
        compiler = Compiler(WordLists(word_files).joined_by(classes_of), grammar.parser(place / "cues.lark"), grammar.parser(place / "relations.lark"), sets)
        rule_files = {name: text for name, text in self._rules.items() if name.rpartition("/")[0].rpartition("/")[2] == "checks" and name.endswith(".yaml")}
        return {
            "rules": rules.build(rule_files, compiler),
            "guards": [compiler.templates(_joined(word_files, "guards")), _joined(word_files, "breaks")],
            "sets": sets.rows,
            "lexicon": spellings.build(spelled),
            "tables": grammar.tables(place / "value.lark"),
            "context": spelled["words/context.yaml"]["context"],
            "placing": spelled["words/placing.yaml"]["placing"],
            "vocabulary": built,
            "classes": {stem: sorted(found) for stem, found in classes(built).items()},
            "names": names.build(name_files),
            "common": name_files["names/common.yaml"]["common"],
            "measures": catalogue.build(measure_files, word_files, place / "cues.lark"),
            "abbreviations": word_files["words/grammar.yaml"]["abbreviations"],
            "sides": voices.build(word_files),
            "furniture": furniture["boilerplate/furniture.yaml"],
            "datelines": furniture["boilerplate/datelines.yaml"],
            "facts": reference.build(facts),
            "evidence": evidence,
        }


def _joined(files: dict[str, dict[str, Any]], key: str) -> list[str]:
    """The lists that files have under a key, as one."""
    return [word for data in files.values() for word in data.get(key, ())]
