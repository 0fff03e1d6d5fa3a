"""A sentence -> the templates that may match in it: one index for all templates, by what they cannot do without.

Each set of words and each kind that some template needs is a bit; a sentence has the bits of its words and values. A
template is looked at where a word of its rarest set stands, and let through where all its bits are there. It may let
through too much, never too little.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from claimlint.claims.kinds import kinds
from claimlint.claims.matching import Template
from claimlint.claims.needed import NAME
from claimlint.claims.parse import Sentence
from claimlint.claims.vocabulary import Vocabulary
from claimlint.knowledge.tables import Apart, Kept
from claimlint.reading.mention import Mention
from claimlint.values.units import Units

_Told = TypeVar("_Told")
_HYPHEN = "-"
_DASH = {_HYPHEN: "–"}  # a hyphen that stands apart is a dash
_MOST = 200_000  # tokens that are remembered
_APART = ("range", "clocks", "ago", "at", "set")  # times of more than one part, which may be taken apart

_Row = tuple[int, Sequence[int]]  # bits of a word, numbers of the templates that are found by it
_UNASKED: _Row = (0, ())


def build(templates: Mapping[int, Sequence[Any]], sets: Sequence[Collection[str]]) -> dict[str, Any]:
    """Gives what compiled templates are found by, as plain JSON data.

    Of each word "words" tell the bits by which templates ask for it, and which are looked up under it; those that are
    looked up under none are "always" looked at. "kinds" have the bits of the kinds of value, "needs" tell of each template
    which bits it asks for, and how many values.
    """
    resolved = dict(enumerate(map(frozenset, sets)))
    needs = {number: Template(elements, resolved).needed for number, elements in templates.items()}
    asked = dict.fromkeys(words for need in needs.values() for words in need.words)
    bits = {told: bit for bit, told in enumerate([*asked, *sorted({kind for need in needs.values() for kind in need.kinds})])}
    held = Counter(word for need in needs.values() for words in need.words for word in words)
    found: dict[str, tuple[list[int], list[int]]] = {word: ([], []) for word in sorted(held)}
    always: list[int] = []
    for words in asked:
        for word in words:
            found[word][0].append(bits[words])
    for number, need in needs.items():
        anchor = min(need.words, key=lambda words: sum(held[word] for word in words), default=None)
        for word in anchor or ():
            found[word][1].append(number)
        if anchor is None:
            always.append(number)
    return {
        "words": Apart(found),
        "always": always,
        "kinds": {told: bit for told, bit in bits.items() if isinstance(told, str)},
        "needs": Apart({
            str(number): [sorted({bits[told] for told in (*need.words, *need.kinds)}), need.mentions]
            for number, need in needs.items()
        }),
    }  # fmt: skip


class Prospects(dict[str, _Row]):
    """Finds the templates that may match. Token -> its row; filled as tokens are met."""

    def __init__(self, data: Mapping[str, Any], vocabulary: Vocabulary, units: Units) -> None:
        super().__init__()
        self._vocabulary, self._units = vocabulary, units
        self._words, self._needs = Kept(data["words"], _masked), Kept(data["needs"], _masked)
        self._kinds = {kind: 1 << bit for kind, bit in data["kinds"].items()}
        self._every_kind = sum(self._kinds.values())
        self._always: list[int] = data["always"]

    def of(self, sentence: Sentence) -> list[int]:
        """Gives the numbers of the templates that may match in a sentence."""
        found = {*self._always}
        bits = 0
        joined = False
        for place in range(sentence.first, sentence.last):
            token = sentence.tokens[place]
            has, starts = self[token]
            bits |= has
            if starts:
                found.update(starts)
            joined = joined or token == _HYPHEN
        if joined:
            for item in sentence.items:
                has, starts = self[item.lower]
                bits |= has
                found.update(starts)
        if not found:
            return []
        has, count = self._values(sentence)
        bits |= has
        needs = ((number, *self._needs[str(number)]) for number in sorted(found))
        return [number for number, asked, least in needs if asked & bits == asked and least <= count]

    def _values(self, sentence: Sentence) -> tuple[int, int]:
        """The bits of the mentions and names of a sentence, and how many values its mentions may be."""
        bits = self._kinds.get(NAME, 0) if sentence.names else 0
        count = 0
        for mention in sentence.mentions:
            if _is_apart(mention):
                return self._every_kind, 2 * len(sentence.mentions)
            count += 1
            for kind in kinds(mention.value, self._units):
                bits |= self._kinds.get(kind, 0)
                if kind == "count":
                    bits |= self._kinds.get("spelled", 0) | self._kinds.get("bare", 0)
        return bits, count

    def __missing__(self, token: str) -> _Row:
        if len(self) > _MOST:
            self.clear()
        lower = self._vocabulary[token].lower
        bits, starts = self._words.get(lower, _UNASKED)
        if lower in _DASH:
            more, others = self._words.get(_DASH[lower], _UNASKED)
            bits, starts = bits | more, [*starts, *others]
        found = self[token] = (bits, starts)
        return found


def _masked(row: tuple[Sequence[int], _Told]) -> tuple[int, _Told]:
    """A row with its bits as one number."""
    bits, told = row
    return sum(1 << bit for bit in bits), told


def _is_apart(mention: Mention) -> bool:
    """Whether a mention may be read as more than one."""
    value = mention.value
    return isinstance(value.stated, tuple) or (value.when is not None and value.when[0] in _APART)
