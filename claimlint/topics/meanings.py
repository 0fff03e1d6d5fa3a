"""Stems -> what they tell: the names of the nouns and verbs of the word lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimlint.claims.forms import stem
from claimlint.knowledge.tables import Apart, Kept

LIGHT = "light"
_NOUN, _VERB = "n:", "v:"
_NOTHING: frozenset[str] = frozenset()


class Meanings:
    """What stems tell, of all words that the lists know.

    `light` are the stems that tell little, `known` the words before a number of what is known already.
    `nouns` are names of nouns, each with "n:" before it; `told` has those of verbs with "v:" besides.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.told = Kept(data["told"], frozenset)
        self.light, self.known = frozenset(data["light"]), frozenset(data["known"])
        self.nouns = Kept(data["told"], lambda names: frozenset(name for name in names if name.startswith(_NOUN)))

    def of(self, words: Iterable[str]) -> set[str]:
        """Gives what some stems tell."""
        return _all(self.told, words)

    def nouns_of(self, words: Iterable[str]) -> set[str]:
        """Gives the nouns that some stems tell."""
        return _all(self.nouns, words)


def name_of(meaning: str) -> str:
    """Gives a name without the sort of word; any other word as it stands."""
    return meaning.partition(":")[2] or meaning


def build(words: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """Gives what the stems of the words of a vocabulary tell, as plain JSON data, and which words are marked for it."""
    known = sorted(form for form, (_, _, marks, _, _) in words.items() if "known_already" in marks)
    found: dict[str, set[str]] = {}
    light: set[str] = set()
    for form, (verbs, nouns, marks, _, base) in words.items():
        told = found.setdefault(base or stem(form), set())
        told.update(_NOUN + name for name in nouns)
        if LIGHT in marks or "saying" in marks:
            light.add(base or stem(form))
        else:
            told.update(_VERB + name for name in verbs)
    return {"told": Apart({key: sorted(names) for key, names in found.items() if names}), "light": sorted(light), "known": known}


def _all(table: Mapping[str, frozenset[str]], words: Iterable[str]) -> set[str]:
    return {name for word in words for name in table.get(word, _NOTHING)}
