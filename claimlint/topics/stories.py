"""Documents -> stories: which articles tell of one thing."""

import re
from collections import Counter
from collections.abc import Sequence

from claimlint.documents.document import Document

# Capitalised words in the middle of a sentence; words in small letters.
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|(?<=[a-z] )[A-Z]{2,}\b")
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_HANDFUL = 12  # so many files named together are one story unless they share nothing
_FEW = 8  # a name in at most so many articles is specific, or in at most this share of them
_SHARE = 0.005
_SHARED = 2  # specific names that two articles must share, and the share of the shorter list that these must be
_PART = 0.25
_DAYS = 30


def stories(documents: Sequence[Document], common: frozenset[str]) -> list[list[int]]:
    """Gives the stories as lists of the documents' numbers, in the order of their first documents.

    An equal `story` of the front matter makes one; else specific names do, shared by articles of one month. Names
    that stand in many articles, or whose words are also written small, link nothing. Near linear: a specific name is
    by its nature in few articles.
    """
    handful = len(documents) <= _HANDFUL
    names = [_names(document, common) for document in documents]
    if not handful:
        small = {word for document in documents for word in _LOWER.findall(document.masked)}
        names = [{name for name in held if not all(word.lower() in small for word in name.split())} for held in names]
    held = Counter(name for found in names for name in found)
    most = len(documents) if handful else max(_FEW, int(len(documents) * _SHARE))
    names = [{name for name in found if held[name] <= most} for found in names]
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
            roots[root(i)] = root(by_story.setdefault(document.story, i))
            continue
        shared: Counter[int] = Counter()
        for name in names[i]:
            shared.update(by_name.get(name, ()))
            by_name.setdefault(name, []).append(i)
        for other, count in sorted(shared.items()):
            least = 1 if handful else max(_SHARED, _PART * min(len(names[i]), len(names[other])))
            if count >= least and _near(document, documents[other]):
                roots[root(i)] = root(other)
    groups: dict[int, list[int]] = {}
    for i in range(len(documents)):
        groups.setdefault(root(i), []).append(i)
    return sorted(groups.values())


def _names(document: Document, common: frozenset[str]) -> set[str]:
    found = set()
    for block in document.blocks:
        if block.role != "furniture":
            found.update(_NAME.findall(document.masked, block.start, block.end))
    found.update(re.findall(r"[A-Z][\w’'-]+", document.title) if not document.title.isupper() else ())
    return {name for name in found if name not in common and len(name) > 2}


def _near(a: Document, b: Document) -> bool:
    if a.date is None or b.date is None:
        return True
    return a.date.start - b.date.end <= _DAYS and b.date.start - a.date.end <= _DAYS
