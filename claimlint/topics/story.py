"""The claims of a story -> what is asked of them together: how common a word is, what an article names and tells."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from claimlint.claims.claim import Claim
from claimlint.topics.meanings import Meanings
from claimlint.topics.weights import Weights
from claimlint.values.value import Value

CLAUSE = 0.45  # how near a word or a name of the clause is at least
_HEAD = 600  # characters at the head of an article


class Story:
    """The claims of a story, and how common its words are."""

    def __init__(self, claims: Sequence[Claim], weights: Weights, meanings: Meanings) -> None:
        self.weights, self.meanings = weights, meanings
        self._names: dict[str, frozenset[str]] = {}
        self._focus: dict[str, frozenset[str]] = {}
        self._head_names: dict[str, frozenset[str]] = {}
        self._head_ages: dict[str, list[Value]] = {}
        self._told: dict[str, list[Claim]] = {}
        self._sentences: dict[str, dict[tuple[int, int], list[Claim]]] = {}  # those of each article, with their claims
        for claim in claims:
            self._sentences.setdefault(claim.document.path, {}).setdefault(claim.sentence, []).append(claim)

    @cached_property
    def _worth(self) -> dict[str, float]:
        words = [
            {word for claim in claims for word in (*claim.context.words, *claim.context.names)}
            for sentences in self._sentences.values()
            for claims in sentences.values()
        ]
        held = Counter(word for found in words for word in found)
        rare = self.weights.rare
        many = max(2 * rare, int(len(words) * self.weights.common))
        return {word: 1.0 if count <= rare else 0.5 if count <= many else 0.25 for word, count in held.items()}

    def known(self, claim: Claim) -> frozenset[str]:
        """The names that the article of a claim knows."""
        path = claim.document.path
        found = self._names.get(path)
        if found is None:
            told = self._sentences.get(path, {}).values()
            found = self._names[path] = frozenset(name for claims in told for claim in claims for name in claim.context.names)
        return found

    def focus(self, claim: Claim) -> frozenset[str]:
        """The kinds of event of which the article of a claim tells at its head."""
        path = claim.document.path
        found = self._focus.get(path)
        if found is None:
            leading = (each for claims in self._sentences.get(path, {}).values() for each in claims if is_leading(each))
            found = self._focus[path] = frozenset(
                name for each in leading for name, near in each.context.events.items() if near >= CLAUSE
            )
        return found

    def head_names(self, claim: Claim) -> frozenset[str]:
        """The names at the head of the article of a claim."""
        path = claim.document.path
        found = self._head_names.get(path)
        if found is None:
            leading = (claims[0] for claims in self._sentences.get(path, {}).values() if is_leading(claims[0]))
            found = self._head_names[path] = frozenset(name for each in leading for name in each.context.names)
        return found

    def head_ages(self, claim: Claim) -> Sequence[Value]:
        """The ages told at the head of the article of a claim."""
        path = claim.document.path
        found = self._head_ages.get(path)
        if found is None:
            leading = (each for claims in self._sentences.get(path, {}).values() for each in claims if is_leading(each))
            found = self._head_ages[path] = [each.value for each in leading if each.value.kind == "age"]
        return found

    def beside(self, claim: Claim) -> Sequence[Claim]:
        """The claims of the sentence of a claim."""
        return self._sentences[claim.document.path][claim.sentence]

    def told(self, claim: Claim) -> Sequence[Claim]:
        """The claims of the article of a claim."""
        path = claim.document.path
        found = self._told.get(path)
        if found is None:
            found = self._told[path] = [each for claims in self._sentences.get(path, {}).values() for each in claims]
        return found

    def worth(self, word: str) -> float:
        """How much it says that a word is shared: the less the more sentences of the story have it."""
        return self._worth.get(word, 1.0)


def is_leading(claim: Claim) -> bool:
    """Whether a claim stands in the title or at the head of its article."""
    return claim.role == "title" or claim.start < _HEAD
