"""Documents -> stories: which articles tell of one thing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from claimlint.documents.document import Document

# Capitalised words in the middle of a sentence; words in small letters.
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|(?<=[a-z] )[A-Z]{2,}\b")
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}\b|\b[A-Z]{3,}\b")  # a word of a name, or the first of a sentence
_HANDFUL = 12  # so many files named together are one story unless they share nothing
_LONG = 6  # letters of a word that few articles on other things share, and how many such words two of a handful share
_MANY = 6
_FEW = 8  # a name in at most so many articles is specific, or in at most this share of them
_SHARE = 0.005
_SHARED = 2  # specific names that two articles must share, and the share of the shorter list that these must be
_PART = 0.25
_DAYS = 30
_Link: TypeAlias = tuple[int, str, str, int, int]  # so many names, negative; the paths; the numbers of the articles
_LARGEST = 40  # articles: where more hang together, it is by chains of names in passing, and only the strongest links count


class Words:
    """Knows the words by which articles are told to be of one story."""

    def __init__(self, common: frozenset[str]) -> None:
        self._common = common

    def names(self, document: Document) -> set[str]:
        """The names in an article."""
        return _names(document, self._common)

    def proper(self, document: Document) -> set[str]:
        """The words in an article that begin with a capital, those that open sentences too, without its dateline."""
        first = document.dateline.end if document.dateline else 0
        found = {word for text in _told(document, first) for word in _CAPITAL.findall(text)}
        place = document.dateline.place if document.dateline else ""
        return {word.title() for word in (*found, *place.split()) if word.title() not in self._common}

    def small(self, document: Document) -> set[str]:
        """The words in an article that are written small."""
        return {word for text in _told(document) for word in _LOWER.findall(text)}


def stories(documents: Sequence[Document], words: Words) -> list[list[int]]:
    """Gives the stories as lists of the documents' numbers, in the order of their first documents.

    An equal `story` of the front matter makes one; else specific names do, shared by articles of one month; of a handful
    of articles one word of a name. Names that stand in many articles, or whose words are also written small, link
    nothing. Near linear: a specific name is by its nature in few articles.
    """
    handful = len(documents) <= _HANDFUL
    small: set[str] = set()
    for document in documents:
        small |= words.small(document)
    names = [words.proper(document) if handful else words.names(document) for document in documents]
    names = [{name for name in held if not all(word.lower() in small for word in name.split())} for held in names]
    held = Counter(name for found in names for name in found)
    most = len(documents) if handful else max(_FEW, int(len(documents) * _SHARE))
    names = [{name for name in found if held[name] <= most} for found in names]
    groups = _Groups(len(documents))
    by_story: dict[str, int] = {}
    for i, document in enumerate(documents):
        if document.story:
            groups.join(i, by_story.setdefault(document.story, i))
    links = _handful(documents, names, words) if handful else _links(documents, names)
    for _, _, _, i, other in sorted(links):
        groups.join(i, other, len(documents) if handful else _LARGEST)
    return groups.all()


def _handful(documents: Sequence[Document], names: Sequence[set[str]], words: Words) -> Iterator[_Link]:
    """The articles of a handful that share a word of a name, or many long words; without those that say their story."""
    long = [{word for word in words.small(document) if len(word) >= _LONG} for document in documents]
    told = [i for i, document in enumerate(documents) if not document.story]
    for i, other in combinations(told, 2):
        shared = len(names[i] & names[other])
        if (shared or len(long[i] & long[other]) >= _MANY) and _near(documents[i], documents[other]):
            yield _link(documents, i, other, shared)


def _links(documents: Sequence[Document], names: Sequence[set[str]]) -> Iterator[_Link]:
    """The articles that share enough specific names, those first that share most; without those that say their story."""
    by_name: dict[str, list[int]] = {}
    for i, document in enumerate(documents):
        if document.story:
            continue
        shared: Counter[int] = Counter()
        for name in names[i]:
            shared.update(by_name.get(name, ()))
            by_name.setdefault(name, []).append(i)
        for other, count in shared.items():
            least = max(_SHARED, _PART * min(len(names[i]), len(names[other])))
            if count >= least and _near(document, documents[other]):
                yield _link(documents, i, other, count)


def _link(documents: Sequence[Document], one: int, other: int, count: int) -> _Link:
    first, last = sorted((documents[one].path, documents[other].path))
    return -count, first, last, one, other


class _Groups:
    """Numbers in groups, which grow as their members are joined."""

    def __init__(self, count: int) -> None:
        self._roots = list(range(count))
        self._sizes = [1] * count

    def join(self, one: int, other: int, most: int | None = None) -> None:
        """Makes one group of the groups of two numbers, unless it would have more than so many members."""
        a, b = sorted((self._root(one), self._root(other)))
        if a != b and (most is None or self._sizes[a] + self._sizes[b] <= most):
            self._roots[b] = a
            self._sizes[a] += self._sizes[b]

    def all(self) -> list[list[int]]:
        """The groups, by their first members."""
        found: dict[int, list[int]] = {}
        for i in range(len(self._roots)):
            found.setdefault(self._root(i), []).append(i)
        return list(found.values())

    def _root(self, i: int) -> int:
        while self._roots[i] != i:
            self._roots[i] = self._roots[self._roots[i]]
            i = self._roots[i]
        return i


def _told(document: Document, first: int = 0) -> Iterator[str]:
    """The text of an article from a place on, without what is no part of the story."""
    for block in document.blocks:
        if block.role != "furniture" and block.end > first:
            yield document.words(max(block.start, first), block.end)


def _names(document: Document, common: frozenset[str]) -> set[str]:
    found = {name for text in _told(document) for name in _NAME.findall(text)}
    found.update(re.findall(r"[A-Z][\w’'-]+", document.title) if not document.title.isupper() else ())
    return {name for name in found if name not in common and len(name) > 2}


def _near(a: Document, b: Document) -> bool:
    if a.date is None or b.date is None:
        return True
    return a.date.start - b.date.end <= _DAYS and b.date.start - a.date.end <= _DAYS
