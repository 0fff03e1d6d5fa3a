"""The texts of documents -> how like each other they are, and which of them are one text.

The likeness is computed exactly, as the Jaccard of the texts' shingles; which texts are worth that is found by their smallest
ones (A. Broder, 1997), so that a thousand texts are not each held against all others.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

from claimlint.documents.document import Document

_WORD = re.compile(r"\w+")
_MIXED, _LARGEST = 1_000_003, (1 << 61) - 1  # primes
_KEPT = 512  # sets of shingles that are remembered
_MEMBERS = 8  # documents of a group that stand for it by one shingle: they are like each other
_READ = ("body", "caption", "reviewed")


class Shingles:
    """The texts of some documents, each as a set of numbers. `data` says how many words make one, and what a copy is."""

    def __init__(self, documents: Sequence[Document], data: Mapping[str, Any]) -> None:
        self._documents = documents
        self._words, self._least = int(data["shingle"]), int(data["least"])
        self._sketch, self._shared = int(data["sketch"]), int(data["shared"])
        self._sets: dict[int, frozenset[int]] = {}

    def likeness(self, i: int, j: int) -> float:
        """Gives the share of two documents' shingles that both have; 0 where one has too few to tell."""
        one, other = self._set(i), self._set(j)
        if min(len(one), len(other)) < self._least:
            return 0.0
        shared = len(one & other)
        return shared / (len(one) + len(other) - shared)

    def groups(self, least: float) -> list[list[int]]:
        """Gives the documents that are one text, group by group: each is as like as that to another one of its group."""
        roots = list(range(len(self._documents)))
        held: dict[int, dict[int, list[int]]] = {}  # a shingle -> the documents that have it, by the group they were in

        def root(i: int) -> int:
            while roots[i] != i:
                roots[i] = roots[roots[i]]
                i = roots[i]
            return i

        for i in range(len(self._documents)):
            sketch = sorted(self._set(i))[: self._sketch]
            rivals = Counter(j for number in sketch for members in held.get(number, {}).values() for j in members)
            for j, shared in sorted(rivals.items(), key=lambda row: (-row[1], row[0])):
                if shared >= self._shared and root(j) != root(i) and self.likeness(i, j) >= least:
                    roots[max(root(i), root(j))] = min(root(i), root(j))
            for number in sketch:
                members = held.setdefault(number, {}).setdefault(root(i), [])
                if len(members) < _MEMBERS:
                    members.append(i)
        groups: dict[int, list[int]] = {}
        for i in range(len(self._documents)):
            groups.setdefault(root(i), []).append(i)
        return [group for group in groups.values() if len(group) > 1]

    def _set(self, i: int) -> frozenset[int]:
        found = self._sets.get(i)
        if found is None:
            if len(self._sets) >= _KEPT:
                self._sets.clear()
            found = self._sets[i] = shingles(self._documents[i], self._words)
        return found


def shingles(document: Document, words: int) -> frozenset[int]:
    """Gives a number for each so many words in a row that stand in the paragraphs of a document; the same in every run."""
    said = [
        crc32(word.encode("utf-8", "replace"))
        for block in document.blocks
        if block.role in _READ
        for word in _WORD.findall(document.plain(block).lower())
    ]
    rows = zip(*(said[shift:] for shift in range(words)), strict=False)
    return frozenset(_number(row) for row in rows)


def _number(row: Sequence[int]) -> int:
    number = 0
    for each in row:
        number = (number * _MIXED + each) % _LARGEST
    return number
