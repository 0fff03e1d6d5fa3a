"""A sentence -> the templates that may match in it, and the ways to combine them: by what they cannot do without.

Each set of words and each kind of value that some template needs is a bit; a sentence has the bits of its words and values.
It may let through too much, never too little.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from claimlint.claims.kinds import COUNTING
from claimlint.claims.matching import Template
from claimlint.claims.needed import NAME, Needed, rarity
from claimlint.claims.parse import Sentence
from claimlint.claims.vocabulary import Vocabulary
from claimlint.knowledge.tables import Apart, Kept
from claimlint.reading.mention import Mention

NONE = -1
_HYPHEN = "-"
_DASH = {_HYPHEN: "–"}  # a hyphen that stands apart is a dash
_MOST = 200_000  # tokens that are remembered
_COUNT, _BY_PLACE = "count", frozenset({"bare", COUNTING})  # what stands around a count makes it one of these
_APART = ("range", "clocks", "ago", "at", "set")  # times of more than one part, which may be taken apart


class Has(NamedTuple):
    """What stands in a sentence, or must: the bits of its words, of the kinds of its values, and how many values."""

    words: int
    kinds: int
    values: int


def needs(templates: Mapping[int, Sequence[Any]], sets: Sequence[Collection[str]]) -> tuple[dict[str, Any], dict[int, Has]]:
    """Gives what the bits stand for, as plain JSON data, and what each of some compiled templates needs.

    "words" tell the bits of each word in hexadecimal, "kinds" the bit of each kind of value. The rarer words have higher bits.
    """
    resolved = dict(enumerate(map(frozenset, sets)))
    needed = {number: Template(elements, resolved).needed for number, elements in templates.items()}
    asked = {words: 1 << bit for bit, words in enumerate(sorted(_asked(needed.values()), key=rarity))}
    told = {kind: 1 << bit for bit, kind in enumerate(sorted({kind for need in needed.values() for kind in need.kinds}))}
    words: dict[str, int] = {}
    for group, bit in asked.items():
        for word in group:
            words[word] = words.get(word, 0) | bit
    found = {
        number: Has(sum(asked[words] for words in set(need.words)), sum(told[kind] for kind in need.kinds), need.mentions)
        for number, need in needed.items()
    }
    return {"words": Apart({word: f"{bits:x}" for word, bits in sorted(words.items())}), "kinds": told}, found


def _asked(needs: Iterable[Needed]) -> Iterable[frozenset[str]]:
    return dict.fromkeys(words for need in needs for words in need.words)


def rarest(words: int) -> int:
    """Gives the number of the bit of the rarest of some sets of words; NONE where there are none."""
    return words.bit_length() - 1


def written(need: Has) -> list[Any]:
    """Gives a need as plain JSON data."""
    return [f"{need.words:x}", need.kinds, need.values]


def read(row: Sequence[Any]) -> Has:
    """Gives the need that `written` gave."""
    return Has(int(row[0], 16), row[1], row[2])


class Prospects(dict[str, int]):
    """Tells what sentences have of what templates need. Token -> the bits of its word; filled as tokens are met."""

    def __init__(self, data: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._words = Kept(data["words"], _bits)
        self._kinds: dict[str, int] = data["kinds"]
        self._every_kind = sum(self._kinds.values())
        self._masks: dict[frozenset[str], int] = {}

    def of(self, sentence: Sentence, kinds: Sequence[frozenset[str]]) -> Has:
        """Gives what stands in a sentence; `kinds` are those of its mentions."""
        bits = 0
        tokens = set(sentence.tokens[sentence.first : sentence.last])
        if _HYPHEN in tokens:
            tokens.update(item.lower for item in sentence.items)
        for token in tokens:
            bits |= self[token]
        return Has(bits, *self._values(sentence, kinds))

    def _values(self, sentence: Sentence, kinds: Sequence[frozenset[str]]) -> tuple[int, int]:
        """The bits of the mentions and names of a sentence, and how many values its mentions may be."""
        if any(map(_is_apart, sentence.mentions)):
            return self._every_kind, 2 * len(sentence.mentions)
        bits = self._kinds.get(NAME, 0) if sentence.names else 0
        for found in kinds:
            bits |= self._mask(found)
        return bits, len(sentence.mentions)

    def _mask(self, kinds: frozenset[str]) -> int:
        mask = self._masks.get(kinds)
        if mask is None:
            told = kinds | _BY_PLACE if _COUNT in kinds else kinds
            mask = self._masks[kinds] = sum(self._kinds.get(kind, 0) for kind in told)
        return mask

    def __missing__(self, token: str) -> int:
        if len(self) > _MOST:
            self.clear()
        lower = self._vocabulary[token].lower
        found: int = self._words.get(lower, 0) | self._words.get(_DASH.get(lower, ""), 0)
        self[token] = found
        return found


def _bits(told: str) -> int:
    return int(told, 16)


def _is_apart(mention: Mention) -> bool:
    """Whether a mention may be read as more than one."""
    value = mention.value
    return isinstance(value.stated, tuple) or (value.when is not None and value.when[0] in _APART)
