"""A sentence -> the templates that may match in it: one index for all templates, by what they cannot do without.

Each set of words and each kind that some template needs is a bit; a sentence has the bits of its words and values. A
template is looked at where a word of its rarest set stands, and let through where all its bits are there. It may let
through too much, never too little.
"""

from collections import Counter
from collections.abc import Iterable

from claimlint.claims.kinds import kinds
from claimlint.claims.matching import Template
from claimlint.claims.needed import NAME
from claimlint.claims.parse import Sentence
from claimlint.claims.vocabulary import Vocabulary
from claimlint.reading.mention import Mention
from claimlint.values.units import Units

_HYPHEN = "-"
_DASH = {_HYPHEN: "–"}  # a hyphen that stands apart is a dash
_MOST = 200_000  # tokens that are remembered
_APART = ("range", "clocks", "ago", "at", "set")  # times of more than one part, which may be taken apart

_Row = tuple[int, tuple[int, ...]]  # bits of a word, templates that are found by it


class Prospects(dict[str, _Row]):
    """Finds the templates that may match. Token -> its row; filled as tokens are met."""

    def __init__(self, templates: Iterable[Template], vocabulary: Vocabulary, units: Units) -> None:
        super().__init__()
        self.templates = list(dict.fromkeys(templates))
        self._vocabulary, self._units = vocabulary, units
        needs = [template.needed for template in self.templates]
        held = Counter(word for need in needs for words in need.words for word in words)
        numbers = {words: number for number, words in enumerate(dict.fromkeys(words for need in needs for words in need.words))}
        self._kinds = {kind: 1 << len(numbers) + i for i, kind in enumerate(sorted({k for need in needs for k in need.kinds}))}
        self._every_kind = sum(self._kinds.values())
        self._bits: Counter[str] = Counter()
        for words, number in numbers.items():
            for word in words:
                self._bits[word] += 1 << number
        self._anchored: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._asked: list[tuple[int, int]] = []
        for number, need in enumerate(needs):
            bits = sum(1 << numbers[words] for words in set(need.words)) + sum(self._kinds[kind] for kind in need.kinds)
            self._asked.append((bits, need.mentions))
            anchor = min(need.words, key=lambda words: sum(held[word] for word in words), default=None)
            for word in anchor or ():
                self._anchored.setdefault(word, []).append(number)
            if anchor is None:
                self._always.append(number)

    def of(self, sentence: Sentence) -> list[Template]:
        """Gives the templates that may match in a sentence."""
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
        asked = self._asked
        return [self.templates[n] for n in sorted(found) if asked[n][0] & bits == asked[n][0] and asked[n][1] <= count]

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
        words = [word for word in (lower, _DASH.get(lower)) if word]
        bits = 0
        for word in words:
            bits |= self._bits.get(word, 0)
        found = self[token] = (bits, tuple(n for word in words for n in self._anchored.get(word, ())))
        return found


def _is_apart(mention: Mention) -> bool:
    """Whether a mention may be read as more than one."""
    value = mention.value
    return isinstance(value.stated, tuple) or (value.when is not None and value.when[0] in _APART)
