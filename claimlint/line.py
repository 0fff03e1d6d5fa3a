"""The whole line: paths -> documents -> sentences -> mentions -> claims -> topics -> findings -> report."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import evolve

from claimlint.configuration.settings import Settings
from claimlint.documents import formats
from claimlint.documents.datelines import Datelines
from claimlint.documents.discover import Fate, Found, Walker, read
from claimlint.documents.document import Document
from claimlint.documents.furniture import Furniture
from claimlint.errors import NoArticleError, Problem, UnreadableError, UsageError
from claimlint.guard import Guard, fault
from claimlint.knowledge import cache, folders
from claimlint.report import Report, Seen
from claimlint.suppressions import comments
from claimlint.topics import stories
from claimlint.topics.stories import Words

if TYPE_CHECKING:
    from claimlint.checks.finding import Finding
    from claimlint.checks.rules import Rule
    from claimlint.claims.clauses.read import Clauses
    from claimlint.claims.extract import Extractor
    from claimlint.reading.mentions import Reader
    from claimlint.reading.references import References
    from claimlint.story import Checker, Told
    from claimlint.topics.weights import Weights

Progress = Callable[[str, int, int], None]  # what is done, with how many of how many articles


class Claimlint:
    """The checker with its knowledge. With `debug` a fault of its own is raised, where else it is named in the report.

    `compiling` is called where the knowledge has to be compiled, which takes some seconds.
    """

    def __init__(
        self, settings: Settings | None = None, *, debug: bool = False, compiling: Callable[[], None] | None = None
    ) -> None:
        self.settings = settings or Settings()
        self.debug = debug
        self.progress: Progress = _silent
        self._grammars, self._rules = (folders.files(folders.folder(name)) for name in ("grammars", "rules"))
        self._added = [file for place in self.settings.rules for file in folders.files(place, inside=f"{place}/")]
        self.source = cache.source([*self._grammars, *self._rules, *self._added], self.settings.limits.knowledge_bytes)
        self.data = cache.remembered(self.source, partial(self._build, compiling))
        boilerplate = self.data["boilerplate"]
        self.furniture, self.datelines = Furniture(boilerplate["furniture"]), Datelines(boilerplate["datelines"])
        self._pages = boilerplate["pages"]
        self.walker = Walker(formats.ENDINGS, self.settings.limits, self.settings.exclude, self.settings.base)

    def _build(self, compiling: Callable[[], None] | None) -> dict[str, Any]:
        """The knowledge as plain data. Raises KnowledgeError."""
        from claimlint import building  # most runs find it built

        if compiling is not None:
            compiling()
        spelled = cache.remembered(cache.source(self._grammars), lambda: building.spelled(folders.texts(self._grammars)))
        return building.build(spelled, folders.texts(self._rules), self._added_texts, self._kept)

    def _kept(self, names: Iterable[str], more: object, make: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        """What is made of the grammars, of the knowledge files of some names and of what else counts, or has been kept of it."""
        made_from = frozenset(names)
        files = [file for file in (*self._rules, *self._added) if file.name in made_from]
        return cache.remembered(cache.source([*self._grammars, *files], more), make)

    @cached_property
    def checker(self) -> "Checker":
        """What checks a story."""
        from claimlint.story import Checker  # a run that finds every story as it was needs none

        return Checker(self.data, self.rules, self.settings.limits, self.reader)

    @cached_property
    def reader(self) -> "Reader":
        """The reader of mentions."""
        from claimlint.reading.mentions import Reader  # as for the checker

        return Reader(self.data)

    @property
    def extractor(self) -> "Extractor":
        """The reader of claims."""
        return self.checker.extractor

    @property
    def weights(self) -> "Weights":
        """The points of evidence."""
        return self.checker.weights

    @cached_property
    def references(self) -> "References":
        """The reader of references to treaties and their parts."""
        from claimlint.reading.references import References  # no check asks for them

        return References(self.data["references"])

    @cached_property
    def clauses(self) -> "Clauses":
        """The reader of treaty clauses."""
        from claimlint.claims.clauses.read import Clauses  # no check asks for them

        return Clauses(self.data["clauses"], self.reader, self.extractor.vocabulary, self.references)

    @cached_property
    def rules(self) -> "tuple[Rule, ...]":
        """The rules, by name."""
        from claimlint.checks import rules  # as for the checker

        return rules.rules(self.data["rules"])

    @property
    def rule_names(self) -> list[str]:
        """The names of the rules."""
        return [row["name"] for row in self.data["rules"]]

    @cached_property
    def rule_texts(self) -> dict[str, str]:
        """The texts of the files below rules/, ours and the user's, by where they stand. Raises KnowledgeError."""
        return folders.texts(self._rules) | self._added_texts

    @cached_property
    def _added_texts(self) -> dict[str, str]:
        return folders.texts(self._added, self.settings.limits.knowledge_bytes)

    @cached_property
    def rule_files(self) -> dict[str, str]:
        """Where each rule stands, by its name."""
        files = (*self._rules, *self._added)
        return {os.path.basename(file.name).removesuffix(".yaml"): file.name for file in files if file.folder == "checks"}

    def check(
        self, articles: Iterable[str | Document], buffers: Mapping[str, bytes | str] | None = None, today: int | None = None
    ) -> Report:
        """Checks articles: documents, and the files below paths. Raises UsageError where two have one name.

        `buffers` are contents by the absolute path of the file for which each stands, which need not be there. `today` is the
        day (an ordinal) on which ignores are asked whether they have ended.
        """
        given = list(articles)
        documents, fates, problems = self.read([path for path in given if isinstance(path, str)], buffers)
        documents += [self.prepared(document) for document in given if isinstance(document, Document)]
        report = self.judge(documents)
        lost = {problem.path.partition("#")[0]: problem for problem in (*problems, *report.unchecked)}
        final = [evolve(fate, fate="failed", reason=lost[fate.path].message) if fate.path in lost else fate for fate in fates]
        report = evolve(report, fates=tuple(final), unchecked=(*problems, *report.unchecked))
        return comments.applied(report, self.rule_names, allowed=self.settings.inline_ignores, day=today)

    def read(
        self, paths: Iterable[str], buffers: Mapping[str, bytes | str] | None = None, *, roles: bool = True
    ) -> tuple[list[Document], list[Fate], list[Problem]]:
        """Gives the articles below the paths, the fate of every path that was met, and what of a file is no article.

        `buffers` are as in `check`. Without `roles` what is furniture and where the dateline stands is not looked for.
        """
        paths = list(paths)
        buffers = buffers or {}
        unsaved = {path for path in paths if os.path.abspath(path) in buffers and not os.path.lexists(path)}
        files, fates = self.walker.discover(path for path in paths if path not in unsaved)
        files += [Found(os.path.normpath(path), named=True) for path in sorted(unsaved)]
        documents: list[Document] = []
        problems: list[Problem] = []
        for number, file in enumerate(files):
            self.progress("reading", number, len(files))
            try:
                content = buffers.get(os.path.abspath(file.path))
                found = list(self.parse(self.content(file) if content is None else content, file.path, roles=roles))
            except UnreadableError as error:
                if isinstance(error, NoArticleError) and not file.named:
                    fates.append(Fate(file.path, "skipped", "no article in it"))
                    continue
                fates.append(Fate(file.path, "failed", error.problem.message, error.problem.line, error.problem.column))
            except Exception as error:
                if self.debug:
                    raise
                fates.append(Fate(file.path, "failed", fault("reading", error)))
            else:
                documents += [each for each in found if isinstance(each, Document)]
                problems += [each for each in found if isinstance(each, Problem)]
                fates.append(Fate(file.path, "checked"))
        return documents, sorted(fates, key=lambda fate: fate.path), problems

    def content(self, file: Found) -> bytes:
        """Gives the bytes of a file. Raises UnreadableError."""
        return read(file, self.settings.limits)

    def parse(self, content: bytes | str, path: str, *, roles: bool = True) -> Iterator[Document | Problem]:
        """Gives the articles of a file, and what of it is no article. Raises UnreadableError."""
        for found in formats.read(content, path, self.settings.limits, self._pages):
            if not isinstance(found, Document):
                yield found
            elif roles:
                yield self.prepared(found)
            else:
                yield found if found.blocks else formats.cut(found)

    def prepared(self, document: Document) -> Document:
        """Gives a document with the roles of its paragraphs and its dateline."""
        if not document.blocks:
            document = formats.cut(document)
        document = evolve(document, blocks=self.furniture.roles(document))
        found = self.datelines.find(document) if document.dateline is None or document.origin else None
        return evolve(document, dateline=found or document.dateline)

    def judge(self, documents: Sequence[Document]) -> Report:
        """Checks documents that are prepared, each story by itself. Raises UsageError where two have one name."""
        documents = sorted(documents, key=lambda document: document.path)
        twice = next((a.path for a, b in pairwise(documents) if a.path == b.path), None)
        if twice is not None:
            raise UsageError(f"two documents are called {twice}; give each a path of its own")
        guard = Guard(debug=self.debug)
        found: list[Finding] = []
        seen: list[Seen] = []
        counts: Counter[str] = Counter({"stories": 0})
        for alone in self._groups(documents, guard):
            of_story, seen_in = self.story(alone, guard)
            found += of_story
            seen += seen_in
            counts["stories"] += 1
            self.progress("comparing", len(seen), len(documents))
        found.sort(key=lambda finding: finding.order)
        seen.sort(key=lambda each: each.document.path)
        counts.update({key: sum(each.counts[key] for each in seen) for key in ("sentences", "mentions", "claims")})
        return Report(
            tuple(found), tuple(each.document for each in seen), (), tuple(guard.problems),
            tuple(problem for each in seen for problem in each.limits), {**counts, **guard.counts},
            {each.document.path: dict(each.counts) for each in seen},
            later={early: late for each in seen for early, late in each.kin.later.items()},
            copies=tuple(sorted({group for each in seen for group in each.kin.copies})),
        )  # fmt: skip

    def stories(self, documents: Sequence[Document], guard: Guard) -> "Iterator[list[Told]]":
        """Gives what prepared documents say, dated, story by story."""
        for alone in self._groups(documents, guard):
            yield self.checker.telling(alone, guard)
            self.checker.forget()

    def story(self, documents: Sequence[Document], guard: Guard) -> "tuple[list[Finding], list[Seen]]":
        """Gives what the rules find in the prepared documents of one story, and what is kept of each for the report."""
        return self.checker.story(documents, guard)

    def _words(self) -> Words:
        """What tells which articles are of one story."""
        return Words(self._common)

    def _groups(self, documents: Sequence[Document], guard: Guard) -> list[list[Document]]:
        """The documents by story."""
        apart = [[i] for i in range(len(documents))]
        groups = guard.run("", "telling stories apart", lambda: stories.stories(documents, self._words()), apart)
        return [[documents[i] for i in group] for group in groups]

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(self.data["common"])


def _silent(_doing: str, _done: int, _all: int) -> None:
    """Progress of which nobody wants to know."""
