"""Articles that are checked again and again -> reports: what an edit does not touch is remembered."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.configuration.limits import Limits
from claimlint.configuration.settings import Settings
from claimlint.documents.discover import Found
from claimlint.documents.document import Document
from claimlint.documents.formats import ENDINGS
from claimlint.errors import Problem
from claimlint.guard import Guard
from claimlint.line import Claimlint
from claimlint.nouns import frozen
from claimlint.reading.blocks import Blocks
from claimlint.reading.mentions import Reader
from claimlint.report import Report, Seen
from claimlint.story import Checker, Told
from claimlint.suppressions import baseline
from claimlint.topics.stories import Words

_BLOCKS = 40_000  # paragraphs that are remembered


class _Remembered(Blocks):
    """Reads blocks, and does not forget them between stories."""

    def forget(self) -> None:
        """Keeps what was read: the next edit asks for it again."""


class _Words(Words):
    """Knows the words of articles, and remembers them as long as the articles are as they were."""

    def __init__(self, common: frozenset[str]) -> None:
        super().__init__(common)
        self._held: dict[str, tuple[Document, set[str], set[str]]] = {}

    def names(self, document: Document) -> set[str]:
        """The names in an article."""
        return self._of(document)[1]

    def small(self, document: Document) -> set[str]:
        """The words in an article that are written small."""
        return self._of(document)[2]

    def _of(self, document: Document) -> tuple[Document, set[str], set[str]]:
        held = self._held.get(document.path)
        if held is None or held[0] is not document:
            held = self._held[document.path] = document, super().names(document), super().small(document)
        return held


@frozen(eq=False)
class _File:
    """A file as it was last parsed."""

    content: bytes | str
    found: tuple[Document | Problem, ...]


@frozen(eq=False)
class _Story:
    """A story as it was last judged. The documents are held, so that no others have their identities."""

    documents: tuple[Document, ...]
    found: list[Finding]
    seen: list[Seen]
    conflicts: int


class _Checker(Checker):
    """Reads an article only where it has changed."""

    def __init__(self, data: Mapping[str, Any], rules: Sequence[Rule], limits: Limits, reader: Reader) -> None:
        super().__init__(data, rules, limits, reader)
        self.extractor.parser.blocks = _Remembered(self.reader, _BLOCKS)
        self._articles: dict[str, Told] = {}

    def told(self, document: Document, guard: Guard) -> Told:
        """Gives what a dated document says, from memory where neither it nor its date has changed."""
        held = self._articles.get(document.path)
        if held is None or held.article is None or held.document != document:
            held = self._articles[document.path] = super().told(document, guard)
        return held


class Desk(Claimlint):
    """The checker of an editor: a file is parsed, an article read and a story judged only where it has changed."""

    def __init__(self, settings: Settings | None = None, *, debug: bool = False) -> None:
        super().__init__(settings, debug=debug)
        self._files: dict[str, _File] = {}
        self._before: dict[tuple[int, ...], _Story] = {}
        self._now: dict[tuple[int, ...], _Story] = {}
        self._contents: dict[str, tuple[tuple[int, ...], bytes]] = {}
        self._told_apart = _Words(self._common)

    def report(self, paths: Sequence[str], buffers: Mapping[str, str]) -> Report:
        """Gives what is to be shown of the configured paths, else of these, with the buffers in the place of their files.

        `buffers` are texts by absolute path: those of a format that is read, below the paths and not excluded, are
        checked whether there is a file or not. Raises ClaimlintError.
        """
        settings = self.settings
        below = [os.path.join(str(settings.base or ""), path) for path in settings.paths] or list(paths)
        wanted = [path for path in buffers if self._reads(path, [os.path.abspath(place) for place in below if settings.paths])]
        found = self.check([*below, *map(os.path.relpath, wanted)], {path: buffers[path] for path in wanted})
        if settings.baseline:
            found = baseline.applied(found, baseline.load(settings.baseline, settings.limits))
        return found.selected(settings).shown(settings.min_severity or ("note" if settings.notes else "warning"))

    def _reads(self, path: str, places: Sequence[str]) -> bool:
        """Whether a buffer is an article below one of the places; without places, wherever it is."""
        below = not places or any(path == place or path.startswith(os.path.join(place, "")) for place in places)
        return below and path.lower().endswith(ENDINGS) and not self.walker.excludes(path)

    def content(self, file: Found) -> bytes:
        """Gives the bytes of a file, from memory where its time and its size are what they were. Raises UnreadableError."""
        try:
            status = os.stat(file.path, follow_symlinks=file.named)
        except OSError:
            return super().content(file)
        stamp = status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
        held = self._contents.get(file.path)
        if held is None or held[0] != stamp:
            held = self._contents[file.path] = stamp, super().content(file)
        return held[1]

    def parse(self, content: bytes | str, path: str, *, roles: bool = True) -> Iterator[Document | Problem]:
        """Gives the articles of a file, the same ones as long as it says the same. Raises UnreadableError."""
        held = self._files.get(path)
        if held is None or held.content != content:
            held = self._files[path] = _File(content, tuple(super().parse(content, path, roles=roles)))
        return iter(held.found)

    def judge(self, documents: Sequence[Document]) -> Report:
        """Checks documents; stories of the last time that are no more are forgotten. Raises UsageError."""
        self._before, self._now = self._now, {}
        return super().judge(documents)

    @cached_property
    def checker(self) -> Checker:
        """What checks a story."""
        return _Checker(self.data, self.rules, self.settings.limits, self.reader)

    def _words(self) -> Words:
        return self._told_apart

    def story(self, documents: Sequence[Document], guard: Guard) -> tuple[list[Finding], list[Seen]]:
        """Gives what the rules find in a story, from memory where none of its documents has changed."""
        key = tuple(map(id, documents))
        held = self._before.get(key)
        if held is None:
            problems, conflicts = len(guard.problems), guard.counts["conflicts"]
            found, seen = super().story(documents, guard)
            if len(guard.problems) > problems:
                return found, seen  # a fault is told as long as it is there
            held = _Story(tuple(documents), found, seen, guard.counts["conflicts"] - conflicts)
        else:
            guard.counts["conflicts"] += held.conflicts
        self._now[key] = held
        return held.found, held.seen
