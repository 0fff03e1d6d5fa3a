"""A sentence -> the templates that may match in it, and the ways to combine them: by what they cannot do without.

Each set of words, each kind of value and each number of values that some template needs is a bit. A sentence has the bits of
its words and values, a template those of what it needs: a number each. It may let through too much, never too little.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from claimlint.claims.kinds import COUNTING
from claimlint.claims.matching import Template
from claimlint.claims.needed import NAME, Needed, rarity
from claimlint.claims.parse import Sentence
from claimlint.claims.vocabulary import Vocabulary
from claimlint.knowledge.tables import Apart, Kept
from claimlint.reading.mention import Mention

_HYPHEN = "-"
_DASH = {_HYPHEN: "–"}  # a hyphen that stands apart is a dash
_MOST = 200_000  # tokens that are remembered
_COUNT, _BY_PLACE = "count", frozenset({"bare", COUNTING})  # what stands around a count makes it one of these
_APART = ("range", "clocks", "ago", "at", "set")  # times of more than one part, which may be taken apart


def needs(templates: Mapping[int, Sequence[Any]], sets: Sequence[Collection[str]]) -> tuple[dict[str, Any], dict[int, int]]:
    """Gives what the bits stand for, as plain JSON data, and what each of some compiled templates needs.

    What is rarer has the higher bit: so many "values" have the lowest ones, then come the "kinds" of values and the "words",
    of each of which the bits are told in hexadecimal.
    """
    resolved = dict(enumerate(map(frozenset, sets)))
    needed = {number: Template(elements, resolved).needed for number, elements in templates.items()}
    most = max((need.mentions for need in needed.values()), default=0)
    kinds = _bits((kind for need in needed.values() for kind in sorted(need.kinds)), most)
    asked = _asked(needed.values(), most + len(kinds))
    words: dict[str, int] = {}
    for group, bit in asked.items():
        for word in group:
            words[word] = words.get(word, 0) | bit
    told = {"values": most, "kinds": kinds, "words": Apart({word: f"{bits:x}" for word, bits in sorted(words.items())})}
    found = {
        number: sum(asked[words] for words in set(need.words))
        | sum(map(kinds.__getitem__, need.kinds))
        | many(need.mentions, told)
        for number, need in needed.items()
    }
    return told, found


def _bits(kinds: Iterable[str], first: int) -> dict[str, int]:
    """The bit of each kind, from one on: the lower, the more often it is asked for."""
    return {kind: 1 << first + place for place, (kind, _) in enumerate(Counter(kinds).most_common())}


def _asked(needs: Iterable[Needed], first: int) -> dict[frozenset[str], int]:
    """The bit of each set of words that is asked for, from one on: the lower, the sooner one of them is met."""
    asked = dict.fromkeys(words for need in needs for words in need.words)
    return {words: 1 << bit for bit, words in enumerate(sorted(asked, key=rarity), first)}


def many(count: int, told: Mapping[str, Any]) -> int:
    """Gives the bits of so many values, or of as many as anything needs."""
    most: int = told["values"]
    return (1 << min(count, most)) - 1


def values(bits: int, told: Mapping[str, Any]) -> int:
    """Gives how many values there are among some bits."""
    return (bits & many(bits, told)).bit_count()


class Prospects(dict[str, int]):
    """Tells what sentences have of what templates need. Token -> the bits of its word; filled as tokens are met."""

    def __init__(self, data: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._words = Kept(data["words"], _number)
        self._kinds: dict[str, int] = data["kinds"]
        self._data = data
        self._every_kind: int = sum(self._kinds.values())
        self._masks: dict[frozenset[str], int] = {}

    def of(self, sentence: Sentence, kinds: Sequence[frozenset[str]]) -> int:
        """Gives the bits of what stands in a sentence; `kinds` are those of its mentions."""
        tokens = set(sentence.tokens[sentence.first : sentence.last])
        if _HYPHEN in tokens:
            tokens.update(item.lower for item in sentence.items)
        bits = self._told(sentence, kinds)
        for token in tokens:
            bits |= self[token]
        return bits

    def joined(self, one: int, other: int) -> int:
        """Gives the bits of what stands in two sentences together."""
        return one | other | many(values(one, self._data) + values(other, self._data), self._data)

    def _told(self, sentence: Sentence, kinds: Sequence[frozenset[str]]) -> int:
        """The bits of the mentions and names of a sentence, and of how many values its mentions may be."""
        count = len(sentence.mentions)
        if any(map(_is_apart, sentence.mentions)):
            return self._every_kind | many(2 * count, self._data)
        bits = many(count, self._data) | (self._kinds.get(NAME, 0) if sentence.names else 0)
        for found in kinds:
            bits |= self._mask(found)
        return bits

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


def _number(told: str) -> int:
    return int(told, 16)


def _is_apart(mention: Mention) -> bool:
    """Whether a mention may be read as more than one."""
    value = mention.value
    return isinstance(value.stated, tuple) or (value.when is not None and value.when[0] in _APART)
