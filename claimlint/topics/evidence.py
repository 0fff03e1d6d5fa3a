"""Two claims -> how much speaks for their being about one thing, in points and words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from claimlint.claims.claim import Claim


@frozen
class Evidence:
    """Points, and what gave or took them, in the words of a report."""

    points: float
    reasons: tuple[str, ...]
    apart: tuple[str, ...]


class Weights:
    """The points of rules/evidence.yaml."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.given: dict[str, float] = data["for"]
        self.taken: dict[str, float] = data["against"]
        self.loud: float = data["loud"]
        self.shown: float = data["shown"]
        self.margin: float = data["margin"]
        self.near: float = data["near_distance"]
        self.rare: int = data["rare"]


class Setting:
    """The claims of a story, and how common its words are."""

    def __init__(self, claims: Sequence[Claim], weights: Weights, classes: dict[str, frozenset[str]]) -> None:
        self._weights = weights
        self._classes = classes
        sentences: dict[tuple[str, tuple[int, int]], set[str]] = {}
        self._names: dict[str, set[str]] = {}
        for claim in claims:
            sentences.setdefault((claim.document.path, claim.sentence), set()).update(claim.words, claim.names)
            self._names.setdefault(claim.document.path, set()).update(claim.names)
        self._held = Counter(word for words in sentences.values() for word in words)
        self._many = max(2 * weights.rare, int(len(sentences) * 0.06))

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """What speaks for and against one topic."""
        given, taken = self._weights.given, self._weights.taken
        points = 0.0
        reasons: list[str] = []
        apart: list[str] = []

        def add(amount: float, reason: str) -> None:
            nonlocal points
            points += amount
            (reasons if amount > 0 else apart).append(reason)

        if a.measure and b.measure:
            if a.measure.name == b.measure.name:
                add(given["measure"], f"both tell the {a.measure.title}")
            else:
                add(-taken["measure"], f"{a.measure.title} / {b.measure.title}")
        if a.subject and a.subject == b.subject:
            add(given["subject"], f"both of {a.subject}")
        counted = self._counted(a, b)
        if counted is not None:
            add(*counted)
        near_a, near_b = self._near(a), self._near(b)
        shared = (near_a & near_b) - (a.head & b.head)
        if shared:
            worth = sum(self._worth(word) for word in shared) * given["near"]
            add(min(given["near_most"], worth), f"both near {_some(shared)}")
        like = self._alike(near_a, near_b, shared) - self._alike(a.head, b.head, frozenset())
        if like:
            add(min(given["alike_most"], given["alike"] * len(like)), f"both tell of {_some(c.partition(':')[2] for c in like)}")
        far = (a.words.keys() & b.words.keys()) - shared - a.head
        far = {word for word in far if not self._light(word)}
        if far:
            add(min(given["far_most"], given["far"] * sum(2 * self._worth(w) for w in far)), f"both sentences have {_some(far)}")
        names = a.names.keys() & b.names.keys()
        if names:
            worth = sum(2 * self._worth(n) * min(a.names[n], b.names[n]) for n in names) * given["name"]
            add(min(given["name_most"], worth), f"both name {_some(names)}")
        numbers = a.numbers & b.numbers
        if numbers:
            add(given["number"], f"both beside {_some(f'{n:g}' for n in numbers)}")
        self._part(a, b, add)
        return Evidence(points, tuple(reasons), tuple(apart))

    def _part(self, a: Claim, b: Claim, add: Any) -> None:
        """What parts the two."""
        taken = self._weights.taken
        only_a = self._own_names(a, b)
        only_b = self._own_names(b, a)
        if only_a and only_b:
            add(-taken["names"], f"{_some(only_a)} / {_some(only_b)}")
        if a.scope != b.scope:
            add(-taken["scope"] * min(2, len(a.scope ^ b.scope)), f"scope: {_some(a.scope ^ b.scope)}")
        if a.shifters != b.shifters:
            add(-taken["shifters"] * min(2, len(a.shifters ^ b.shifters)), f"set apart by {_some(a.shifters ^ b.shifters)}")
        if a.stance != b.stance:
            add(-taken["stance"], f"{a.stance} / {b.stance}")
        if a.when and b.when and a.value.when is None and _disjoint_days(a.when, b.when):
            add(-taken["when"], f"{a.when.timex} / {b.when.timex}")

    def _own_names(self, a: Claim, b: Claim) -> list[str]:
        """Names beside one claim that the other's article knows and its sentence does not say."""
        known = self._names.get(b.document.path, set())
        return [name for name, weight in a.names.items() if weight >= self._weights.near and name not in b.names and name in known]

    def _counted(self, a: Claim, b: Claim) -> tuple[float, str] | None:
        if a.value.kind != "count" or a.value.form == "part" or b.value.form == "part":
            return None
        heads = (self._heads(a), self._heads(b))
        shared = heads[0] & heads[1]
        if shared:
            return self._weights.given["noun"], f"both count {_some(w.partition(':')[2] or w for w in shared)}"
        if all(heads):
            return -self._weights.taken["noun"], f"{_some(a.head)} / {_some(b.head)}"
        return -self._weights.taken["no_noun"], "what is counted is not said"

    def _heads(self, claim: Claim) -> set[str]:
        heads = set(claim.head) | ({claim.noun} if claim.noun else set())
        return heads | {c for head in claim.head for c in self._classes.get(head, ()) if c.startswith("n:")}

    def _near(self, claim: Claim) -> set[str]:
        return {word for word, weight in claim.words.items() if weight >= self._weights.near and not self._light(word)}

    def _alike(self, a: Iterable[str], b: Iterable[str], shared: Iterable[str]) -> set[str]:
        """What words of both tell, though no word is the same."""
        one, other = ({c for word in words for c in self._classes.get(word, ())} for words in (a, b))
        told = {c for word in shared for c in self._classes.get(word, ())}
        return (one & other) - told

    def _light(self, word: str) -> bool:
        return "light" in self._classes.get(word, ())

    def _worth(self, word: str) -> float:
        held = self._held[word]
        return 1.0 if held <= self._weights.rare else 0.5 if held <= self._many else 0.25


def _disjoint_days(a: Any, b: Any) -> bool:
    return None not in (a.start, b.start) and (a.end < b.start or b.end < a.start)


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:4])


def classes(vocabulary: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Gives for each stem the names of what it tells ("n:" nouns, "v:" verbs), and "light" for what tells little."""
    from claimlint.claims.vocabulary import stem

    found: dict[str, set[str]] = {}
    light = {word for word, marks in vocabulary["marks"].items() if "light" in marks or "saying" in marks}
    bases = vocabulary["bases"]
    for prefix, table in (("n:", vocabulary["nouns"]), ("v:", vocabulary["verbs"])):
        for form, names in table.items():
            key = bases.get(form) or stem(form)
            if prefix == "v:" and form in light:
                continue
            found.setdefault(key, set()).update(prefix + name for name in names)
    for form in light:
        found.setdefault(bases.get(form) or stem(form), set()).add("light")
    return {key: frozenset(names) for key, names in found.items()}
