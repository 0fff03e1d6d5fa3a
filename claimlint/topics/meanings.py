"""Stems -> what they tell: the names of the nouns and verbs of the word lists."""

from collections.abc import Iterable, Mapping
from typing import Any

from claimlint.claims.forms import stem

LIGHT = "light"
_NOUN, _VERB = "n:", "v:"
_NOTHING: frozenset[str] = frozenset()


class Meanings:
    """What stems tell, of all words that the lists know.

    `light` are the stems that tell little. `nouns` are names of nouns, each with "n:" before it; `told` has those of verbs
    with "v:" besides.
    """

    def __init__(self, data: Mapping[str, Iterable[str]]) -> None:
        self.told = {stem: frozenset(names) - {LIGHT} for stem, names in data.items()}
        self.light = frozenset(stem for stem, names in data.items() if LIGHT in names)
        self.nouns = {stem: frozenset(name for name in told if name.startswith(_NOUN)) for stem, told in self.told.items()}

    def of(self, words: Iterable[str]) -> set[str]:
        """Gives what some stems tell."""
        return _all(self.told, words)

    def nouns_of(self, words: Iterable[str]) -> set[str]:
        """Gives the nouns that some stems tell."""
        return _all(self.nouns, words)


def name_of(meaning: str) -> str:
    """Gives a name without the sort of word; any other word as it stands."""
    return meaning.partition(":")[2] or meaning


def build(vocabulary: Mapping[str, Any]) -> dict[str, list[str]]:
    """Gives what the stems of a vocabulary tell, as plain JSON data; "light" beside it for what tells little."""
    found: dict[str, set[str]] = {}
    light = {word for word, marks in vocabulary["marks"].items() if LIGHT in marks or "saying" in marks}
    bases = vocabulary["bases"]
    for prefix, table in ((_NOUN, vocabulary["nouns"]), (_VERB, vocabulary["verbs"])):
        for form, names in table.items():
            if prefix == _VERB and form in light:
                continue
            found.setdefault(bases.get(form) or stem(form), set()).update(prefix + name for name in names)
    for form in light:
        found.setdefault(bases.get(form) or stem(form), set()).add(LIGHT)
    return {key: sorted(names) for key, names in found.items()}


def _all(table: Mapping[str, frozenset[str]], words: Iterable[str]) -> set[str]:
    return {name for word in words for name in table.get(word, _NOTHING)}
