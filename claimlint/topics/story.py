"""The claims of a story -> what is asked of them together: how common a word is, what an article names and tells."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from claimlint.claims.claim import Claim
from claimlint.topics.meanings import Meanings
from claimlint.topics.weights import Weights
from claimlint.values.value import Value

CLAUSE = 0.45  # how near a word or a name of the clause is at least
_HEAD = 600  # characters at the head of an article


class Told:
    """What one article tells."""

    def __init__(self) -> None:
        self.sentences: dict[tuple[int, int], list[Claim]] = {}

    @cached_property
    def claims(self) -> list[Claim]:
        """All claims, sentence by sentence."""
        return [claim for claims in self.sentences.values() for claim in claims]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that stand beside its claims."""
        return frozenset(name for claim in self.claims for name in claim.context.names)

    @cached_property
    def focus(self) -> frozenset[str]:
        """The kinds of event told at its head."""
        return frozenset(name for claim in self._leading for name, near in claim.context.events.items() if near >= CLAUSE)

    @cached_property
    def head_names(self) -> frozenset[str]:
        """The names at its head."""
        leading = (claims[0] for claims in self.sentences.values() if is_leading(claims[0]))
        return frozenset(name for claim in leading for name in claim.context.names)

    @cached_property
    def head_ages(self) -> list[Value]:
        """The ages told at its head."""
        return [claim.value for claim in self._leading if claim.value.kind == "age"]

    @property
    def _leading(self) -> Iterator[Claim]:
        return filter(is_leading, self.claims)


class Story:
    """The claims of a story, and how common its words are."""

    def __init__(self, claims: Sequence[Claim], weights: Weights, meanings: Meanings) -> None:
        self.weights, self.meanings = weights, meanings
        self._told: defaultdict[str, Told] = defaultdict(Told)
        for claim in claims:
            self.told(claim).sentences.setdefault(claim.sentence, []).append(claim)

    @cached_property
    def _worth(self) -> dict[str, float]:
        words = [
            {word for claim in claims for word in (*claim.context.words, *claim.context.names)}
            for told in self._told.values()
            for claims in told.sentences.values()
        ]
        held = Counter(word for found in words for word in found)
        rare = self.weights.rare
        many = max(2 * rare, int(len(words) * self.weights.common))
        return {word: 1.0 if count <= rare else 0.5 if count <= many else 0.25 for word, count in held.items()}

    def told(self, claim: Claim) -> Told:
        """What the article of a claim tells."""
        return self._told[claim.document.path]

    def beside(self, claim: Claim) -> Sequence[Claim]:
        """The claims of the sentence of a claim."""
        return self.told(claim).sentences[claim.sentence]

    def worth(self, word: str) -> float:
        """How much it says that a word is shared: the less the more sentences of the story have it."""
        return self._worth.get(word, 1.0)


def is_leading(claim: Claim) -> bool:
    """Whether a claim stands in the title or at the head of its article."""
    return claim.role == "title" or claim.start < _HEAD
