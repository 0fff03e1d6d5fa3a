"""Documents -> stories: which articles tell of one thing."""

import re
from collections import Counter
from collections.abc import Sequence

from claimlint.documents.document import Document

# Capitalised words in the middle of a sentence.
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|(?<=[a-z] )[A-Z]{2,}\b")
_HANDFUL = 12  # so many files named together are one story unless they share nothing
_SHARED = 2
_DAYS = 30
_COMMON = 0.1  # names in more than this share of many articles link nothing


def stories(documents: Sequence[Document], common: frozenset[str]) -> list[list[int]]:
    """Gives the stories as lists of the documents' numbers, in the order of their first documents.

    An equal `story` of the front matter makes one; else names that few articles share do, within a month.
    """
    names = [_names(document, common) for document in documents]
    held = Counter(name for held in names for name in held)
    few = len(documents) <= _HANDFUL
    most = len(documents) if few else max(_HANDFUL, int(len(documents) * _COMMON))
    roots = list(range(len(documents)))

    def root(i: int) -> int:
        while roots[i] != i:
            roots[i] = roots[roots[i]]
            i = roots[i]
        return i

    by_story: dict[str, int] = {}
    by_name: dict[str, list[int]] = {}
    for i, document in enumerate(documents):
        if document.story:
            first = by_story.setdefault(document.story, i)
            roots[root(i)] = root(first)
            continue
        shared: Counter[int] = Counter()
        for name in names[i]:
            if held[name] > most:
                continue
            for other in by_name.get(name, ()):
                shared[other] += 1
            by_name.setdefault(name, []).append(i)
        for other, count in sorted(shared.items()):
            if count >= (1 if few else _SHARED) and _near(document, documents[other]):
                roots[root(i)] = root(other)
    groups: dict[int, list[int]] = {}
    for i in range(len(documents)):
        groups.setdefault(root(i), []).append(i)
    return sorted(groups.values())


def _names(document: Document, common: frozenset[str]) -> set[str]:
    found = set()
    for block in document.blocks:
        if block.role != "furniture":
            found.update(_NAME.findall(document.text, block.start, block.end))
    found.update(word for word in re.findall(r"[A-Z][\w’'-]+", document.title))
    return {name for name in found if name not in common and len(name) > 2}


def _near(a: Document, b: Document) -> bool:
    if a.date is None or b.date is None:
        return True
    return a.date.start - b.date.end <= _DAYS and b.date.start - a.date.end <= _DAYS
