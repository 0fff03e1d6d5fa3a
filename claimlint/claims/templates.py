"""Cue templates and word lists -> elements: nested plain lists, in which each set of words is a number.

An element is ["word", set, weight], ["slot", name, set or -1, weight], ["optional", elements], ["any", [elements, ...]],
["gap", longest], ["begin", 0] or ["not", [elements, ...]]. A slot that asks for a kind has that kind behind its weight, and
whether it is a list of them, and the set of nouns that they count or -1.
"""

from collections.abc import Collection, Iterable
from math import log10

from claimlint.claims.elements import MODIFIERS, SHORT, STRETCH, Element
from claimlint.claims.forms import joined
from claimlint.claims.word_lists import WordLists
from claimlint.reading.grammar import Notation, Parsed

SLOTS = ("value", "who", "subject", "name", "place", "date", "figure", "any", "object")
_UNLISTED = 0.5  # what a slot adds that anything of its kind may fill
_WEAK_WEIGHT = 0.4  # what a preposition adds to the strength of a match; a word that matters about 1


def worth(size: int) -> float:
    """What a match with a set of so many words adds to the strength: the more words would have done, the less."""
    return 1.15 - 0.1 * log10(max(size, 1))


class Sets:
    """Sets of words, each stored once under a number; the first numbers may be reserved for what is no set of words.

    `rows` are those that sets had before.
    """

    def __init__(self, reserved: int = 0, rows: Iterable[list[str]] = ()) -> None:
        self.rows: list[list[str]] = [*([] for _ in range(reserved)), *rows]
        self._number = {frozenset(row): number for number, row in enumerate(self.rows) if number >= reserved}

    def number(self, forms: set[str] | frozenset[str]) -> int:
        """The number of a set of words."""
        key = frozenset(forms)
        if key not in self._number:
            self._number[key] = len(self.rows)
            self.rows.append(sorted(key))
        return self._number[key]


def compiled(
    cue: str, notation: Notation, lists: WordLists, sets: Sets, slots: dict[str, set[str]], names: Collection[str] | None = None
) -> list[Element]:
    """Gives the elements of a template.

    `slots` are the words that may fill the slots of that name, `names` all that slots may have. Raises KeyError for a word
    list or a slot that there is none of, Unreadable for what is no template.
    """
    return _Compiler(lists, sets, slots, names).sequence(notation.parse(cue))


class _Compiler:
    """Turns a parsed template into elements."""

    def __init__(self, lists: WordLists, sets: Sets, slots: dict[str, set[str]], names: Collection[str] | None) -> None:
        self._names = names
        self._lists = lists
        self._sets = sets
        self._slots = slots

    def sequence(self, tree: Parsed, *, only: str = "") -> list[Element]:
        """The elements of a template or of a group."""
        return [element for i, child in enumerate(tree.children) for element in self._element(child, only=only if i == 0 else "")]

    def _element(self, tree: Parsed, *, only: str = "") -> list[Element]:
        if tree.data == "stretch":
            return [["gap", STRETCH]]
        if tree.data == "gap":
            return [["gap", SHORT]]
        if tree.data == "modifiers":
            return [["gap", MODIFIERS]]
        if tree.data == "begin":
            return [["begin", 0]]
        if tree.data == "optional":
            return [["optional", self.sequence(tree.children[0].children[0])]]
        if tree.data == "refused":
            return [["not", self._options(tree.children[0])]]
        return self._either([option for child in tree.children for option in self._options(child, only=only)])

    def _options(self, tree: Parsed, *, only: str = "") -> list[list[Element]]:
        """The ways to fill one piece; `only` its first word in the past, or as a noun."""
        if tree.data == "group":
            inner = tree.children[0]
            first = inner.children[0]
            if len(inner.children) == 1 and first.data == "alternatives":
                return [option for child in first.children for option in self._options(child, only=only)]
            return [self.sequence(inner, only=only)]
        if tree.data in ("past", "noun"):
            return self._options(tree.children[0], only=tree.data)
        text = str(tree.children[0]).removeprefix("\\")
        if tree.data == "slot":
            return [[self._slot(*text.partition(":")[::2])]]
        if tree.data == "form":
            return [[self._word({joined(text)})]]
        if tree.data == "alike":
            bent = {"past": self._lists.past, "noun": self._lists.noun}.get(only, self._lists.bent)
            members = [member.split() for member in self._lists.alike(text, only)]
            single = {form for first, *rest in members if not rest for form in bent(joined(first))}
            found: list[list[Element]] = [[self._word(single)]] if single else []
            return found + [
                [self._word(bent(first)), *(self._word(self._lists.forms(w)) for w in rest)] for first, *rest in members if rest
            ]
        bent = {"past": self._lists.past, "noun": self._lists.noun}.get(only, self._lists.forms)
        return [[self._word(bent(text))]]

    def _slot(self, name: str, kind: str) -> Element:
        """A slot; one with a kind may be a list and may count nouns of a group."""
        if self._names is not None and (name not in self._names or (name in ("who", "subject") and name not in self._slots)):
            raise KeyError(f"nothing can fill {{{name}}} here")
        forms = self._slots.get(name)
        if forms:
            return ["slot", name, self._sets.number(forms), worth(len(forms))]
        if not kind:
            return ["slot", name, -1, _UNLISTED]
        kind, _, group = kind.partition("@")
        nouns = self._sets.number(self._lists.grouped(group)) if group else -1
        return ["slot", name, -1, 0.0 if name == "value" else _UNLISTED, kind.rstrip("*"), kind.endswith("*"), nouns]

    def _word(self, forms: set[str]) -> Element:
        return ["word", self._sets.number(forms), self._weight(forms)]

    def _weight(self, words: set[str]) -> float:
        """What a word of a set adds to the strength: less where the set is large, least where it is all grammar."""
        return _WEAK_WEIGHT if all(map(self._lists.is_weak, words)) else worth(len(words))

    def _either(self, options: list[list[Element]]) -> list[Element]:
        """One of some options; those that are a single word become one set."""
        if len(options) == 1:
            return options[0]
        single = [option[0] for option in options if len(option) == 1 and option[0][0] == "word"]
        others = [option for option in options if not (len(option) == 1 and option[0][0] == "word")]
        if single:
            forms = {form for element in single for form in self._sets.rows[element[1]]}
            others = [[self._word(forms)], *others]
        return others[0] if len(others) == 1 else [["any", others]]
