"""A claim of the headline and one of the text -> how much speaks for their being about one thing."""

from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.reading.tokens import fold, tokenize
from claimlint.topics.evidence import Evidence
from claimlint.topics.meanings import Meanings
from claimlint.topics.weights import Weights

_HEADLINE = "headline"
_WIDE, _CLOSE = 12, 6  # words to either side
_ENOUGH = 3  # words that a headline and a sentence share when they tell the same
_OPENING = 1500  # characters in which a story tells what its headline says


class Headline:
    """Weighs a claim of the headline, where every word has a capital and few words stand around, against one of the text."""

    def __init__(self, extractor: Extractor, weights: Weights, meanings: Meanings) -> None:
        self._words = extractor.vocabulary
        self._weights = weights
        self._meanings = meanings

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """As surely of one thing as for a loud conflict where both count the same and three more words tell the same."""
        if not 0 < b.start - a.end < _OPENING:
            return Evidence()
        title, noun = self._around(a, _WIDE)
        text, other = self._around(b, _WIDE)
        if a.value.kind == "count" and not (
            noun and other and (noun == other or self._meanings.of((noun,)) & self._meanings.of((other,)))
        ):
            return Evidence()
        near, _ = self._around(b, _CLOSE)
        meant = self._meanings.of(near)
        told = {word for word in title if word in text or not meant.isdisjoint(self._meanings.of((word,)))}
        enough = _ENOUGH if a.value.kind == "count" else _ENOUGH + 1
        return Evidence(tuple((_HEADLINE, self._weights.loud / enough, "both speak of {}", ((word,),)) for word in sorted(told)))

    def _around(self, claim: Claim, most: int) -> tuple[list[str], str]:
        """The stems of the words around a claim, and of the first one behind it."""
        text, (start, end) = claim.document.text, claim.sentence
        before, behind = (
            [word for word in map(self._words.__getitem__, tokenize(fold(part))[0]) if not word.role and word.lower.isalpha()]
            for part in (text[start : claim.start], text[claim.end : end])
        )
        near = [word.stem for word in before[-most:] + behind[:most]]
        return near, behind[0].stem if behind and text[claim.end : claim.end + 1] in (" ", "-") else ""
