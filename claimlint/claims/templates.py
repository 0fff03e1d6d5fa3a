"""Cue templates and word lists -> elements: nested plain lists, in which each set of words is a number.

An element is ["word", set, weight], ["slot", name, set or -1], ["optional", elements], ["any", [elements, ...]],
["gap", longest] or ["not", [elements, ...]]. A slot with a kind is ["slot", name, -1, kind, is it a list, set of nouns or -1].
"""

from copy import copy
from typing import Any

from lark import Lark, Tree

from claimlint.claims.vocabulary import noun_forms, verb_forms

Element = list[Any]

SHORT, STRETCH = 3, 12
_UNBENT = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary", "adverb")
_WEAK = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary")
_WEAK_WEIGHT = 0.4  # what a preposition adds to the strength of a match; a word that matters adds 1
_CLOSED = {
    "be": {"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "s", "re"},
    "have": {"have", "has", "had", "having"},
    "do": {"do", "does", "did", "done", "doing"},
}


def joined(word: str) -> str:
    """A compound as one word: "cease-fire" and "ceasefire" are the same."""
    return word.replace("-", "") if word != "-" else word


class WordLists:
    """The word files as cues need them: the forms of a word, of the words that tell the same, of counted nouns."""

    def __init__(self, files: dict[str, dict[str, Any]]) -> None:
        self._verbs: dict[str, list[str]] = {}
        self._nouns: dict[str, list[str]] = {}
        self._groups: dict[str, list[str]] = {}
        self._irregular_verbs: dict[str, list[str]] = {}
        self._irregular_nouns: dict[str, list[str]] = {}
        self._unbent: set[str] = set()
        self._weak: set[str] = set()
        for data in files.values():
            self._verbs.update(data.get("verbs", {}))
            self._nouns.update(data.get("nouns", {}))
            self._nouns.update(data.get("whole", {}))
            self._groups.update(data.get("groups", {}))
            (self._irregular_nouns if "nouns" in data else self._irregular_verbs).update(data.get("irregular", {}))
            for role, members in data.get("function", {}).items():
                if role in _UNBENT:
                    self._unbent.update(members)
                if role in _WEAK:
                    self._weak.update(members)
            self._verbs.update({name: data[name] for name in ("saying", "denying") if name in data})

    def joined_by(self, own: dict[str, list[str]]) -> "WordLists":
        """The same lists with some more, which +name finds too."""
        found = copy(self)
        found._verbs = self._verbs | own
        return found

    def forms(self, word: str) -> set[str]:
        """Every form of one word of a cue, read as a verb and as a noun; a function word has but one."""
        word = joined(word)
        return {word} if word in self._unbent and word not in _CLOSED else self.bent(word)

    def bent(self, word: str) -> set[str]:
        """Every form of one word, read as a verb and as a noun."""
        if word in _CLOSED:
            return _CLOSED[word]
        if not word.isalpha():
            return {word}
        verbs = verb_forms(word, self._irregular_verbs.get(word, ()))
        return verbs | noun_forms(word, self._irregular_nouns.get(word, ()))

    def alike(self, name: str) -> list[str]:
        """The words that tell the same, some of several words ("call off"). Raises KeyError for a name no list has."""
        members = [*self._verbs.get(name, ()), *self._nouns.get(name, ())]
        if not members:
            raise KeyError(f"no word list is called {name}")
        return members

    def any_forms(self, word: str) -> set[str]:
        """The forms of a word, or with + before it of all single words that tell the same."""
        if word.startswith("+"):
            return {form for member in self.alike(word[1:]) if " " not in member for form in self.bent(joined(member))}
        return self.forms(word)

    def nouns(self, noun: str) -> dict[str, str]:
        """The forms of a counted noun with its name; +name stands for a line of nouns, @name for a group of lines."""
        if noun.startswith("@"):
            return {form: name for line in reversed(self._group(noun[1:])) for form, name in self.nouns("+" + line).items()}
        members = self._line(noun[1:]) if noun.startswith("+") else [noun]
        named = noun.removeprefix("+")
        return {form: named for member in members for form in noun_forms(joined(member), self._irregular_nouns.get(member, ()))}

    def grouped(self, name: str) -> set[str]:
        """The forms of the nouns of a group, or of the words of a line."""
        return set(self.nouns("@" + name)) if name in self._groups else self.any_forms("+" + name)

    def is_weak(self, word: str) -> bool:
        """Whether a word only carries grammar: it says little of what a value is."""
        return word in self._weak or word in _CLOSED

    def _group(self, name: str) -> list[str]:
        if name not in self._groups:
            raise KeyError(f"no group of nouns is called {name}")
        return self._groups[name]

    def _line(self, name: str) -> list[str]:
        if name not in self._nouns:
            raise KeyError(f"no line of nouns is called {name}")
        return self._nouns[name]


class Sets:
    """Sets of words, each stored once under a number."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._number: dict[frozenset[str], int] = {}

    def number(self, forms: set[str] | frozenset[str]) -> int:
        """The number of a set of words."""
        key = frozenset(forms)
        if key not in self._number:
            self._number[key] = len(self.rows)
            self.rows.append(sorted(key))
        return self._number[key]


def compiled(cue: str, lark: Lark, lists: WordLists, sets: Sets, slots: dict[str, set[str]]) -> list[Element]:
    """Gives the elements of a template; `slots` are the words that may fill the slots of that name.

    Raises KeyError for a word list that there is none of, lark.UnexpectedInput for what is no template.
    """
    return _Compiler(lists, sets, slots).sequence(lark.parse(cue).children[0])


class _Compiler:
    """Turns the parsed template of one measure into elements."""

    def __init__(self, lists: WordLists, sets: Sets, slots: dict[str, set[str]]) -> None:
        self._lists = lists
        self._sets = sets
        self._slots = slots

    def sequence(self, tree: Tree[Any]) -> list[Element]:
        return [element for child in tree.children for element in self._element(child)]

    def _element(self, tree: Tree[Any]) -> list[Element]:
        if tree.data == "stretch":
            return [["gap", STRETCH]]
        if tree.data == "gap":
            return [["gap", SHORT]]
        if tree.data == "optional":
            return [["optional", self.sequence(tree.children[0].children[0])]]
        if tree.data == "refused":
            return [["not", self._options(tree.children[0])]]
        return self._either([option for child in tree.children for option in self._options(child)])

    def _options(self, tree: Tree[Any]) -> list[list[Element]]:
        """The ways to fill one piece."""
        if tree.data == "group":
            inner = tree.children[0]
            only = inner.children[0]
            if len(inner.children) == 1 and only.data == "alternatives":
                return [option for child in only.children for option in self._options(child)]
            return [self.sequence(inner)]
        text = str(tree.children[0]).removeprefix("\\")
        if tree.data == "slot" and ":" in text:
            return [[self._typed(*text.split(":"))]]
        if tree.data == "slot":
            return [[["slot", text, self._sets.number(self._slots[text]) if text in self._slots else -1]]]
        if tree.data == "form":
            return [[["word", self._sets.number({joined(text)}), self._weight(text)]]]
        if tree.data == "alike":
            single = self._lists.any_forms("+" + text)
            phrases = [member.split() for member in self._lists.alike(text) if " " in member]
            found: list[list[Element]] = [[["word", self._sets.number(single), 1.0]]] if single else []
            return found + [[self._word(self._lists.bent(first)), *(self._word({w}) for w in rest)] for first, *rest in phrases]
        return [[["word", self._sets.number(self._lists.forms(text)), self._weight(text)]]]

    def _typed(self, name: str, kind: str) -> Element:
        """A slot with a kind, which may be a list and may count nouns of a group."""
        kind, _, group = kind.partition("@")
        nouns = self._sets.number(self._lists.grouped(group)) if group else -1
        return ["slot", name, -1, kind.rstrip("*"), kind.endswith("*"), nouns]

    def _word(self, forms: set[str]) -> Element:
        return ["word", self._sets.number(forms), max(map(self._weight, forms))]

    def _weight(self, word: str) -> float:
        return _WEAK_WEIGHT if self._lists.is_weak(word) else 1.0

    def _either(self, options: list[list[Element]]) -> list[Element]:
        """One of some options; those that are a single word become one set."""
        if len(options) == 1:
            return options[0]
        single = [option[0] for option in options if len(option) == 1 and option[0][0] == "word"]
        others = [option for option in options if not (len(option) == 1 and option[0][0] == "word")]
        if single:
            forms = {form for element in single for form in self._sets.rows[element[1]]}
            others = [[["word", self._sets.number(forms), max(element[2] for element in single)]], *others]
        return others[0] if len(others) == 1 else [["any", others]]
