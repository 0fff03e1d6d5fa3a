"""Cue templates and word lists -> elements: nested plain lists, in which each set of words is a number.

An element is ["word", set, weight], ["slot", name, set or -1, weight], ["optional", elements], ["any", [elements, ...]],
["gap", longest], ["begin", 0] or ["not", [elements, ...]]. A slot that asks for a kind has that kind behind its weight, and
whether it is a list of them, and the set of nouns that they count or -1.
"""

from collections.abc import Collection
from math import log10
from typing import Any

from claimlint.claims.elements import MODIFIERS, SHORT, STRETCH, Element
from claimlint.claims.forms import joined, noun_forms, verb_forms
from claimlint.reading.grammar import Notation, Parsed

SLOTS = ("value", "who", "subject", "name", "place", "date", "figure", "any", "object")
_EVENT = "event:"
_UNBENT = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary", "adverb")
_WEAK = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary")
_UNLISTED = 0.5  # what a slot adds that anything of its kind may fill
_WEAK_WEIGHT = 0.4  # what a preposition adds to the strength of a match; a word that matters about 1


class WordLists:
    """The word files as cues need them: the forms of a word, of the words that tell the same, of counted nouns.

    `own` are lists that stand in no word file.
    """

    def __init__(self, files: dict[str, dict[str, Any]], own: dict[str, list[str]] | None = None) -> None:
        self._files, self._own = files, own or {}
        self._verbs: dict[str, list[str]] = {}
        self._nouns: dict[str, list[str]] = {}
        self._groups: dict[str, list[str]] = {}
        self._event_verbs: dict[str, list[str]] = {}
        self._event_nouns: dict[str, list[str]] = {}
        self._irregular_verbs: dict[str, list[str]] = {}
        self._irregular_nouns: dict[str, list[str]] = {}
        self._unbent: set[str] = set()
        self._weak: set[str] = set()
        self._auxiliaries: dict[str, set[str]] = {}
        self._cues: dict[str, list[str]] = {}
        for data in files.values():
            self._cues.update(data.get("cues", {}))
            self._verbs.update(data.get("verbs", {}))
            self._nouns.update(data.get("nouns", {}))
            self._nouns.update(data.get("whole", {}))
            self._groups.update(data.get("groups", {}))
            for name, told in data.get("events", {}).items():
                self._event_verbs[name] = told.get("verbs", [])
                self._event_nouns[name] = told.get("nouns", [])
            (self._irregular_nouns if "nouns" in data else self._irregular_verbs).update(data.get("irregular", {}))
            for role, members in data.get("function", {}).items():
                if role in _UNBENT:
                    self._unbent.update(members)
                if role in _WEAK:
                    self._weak.update(members)
            self._auxiliaries.update({verb: {verb, *forms} for verb, forms in data.get("auxiliaries", {}).items()})
            self._verbs.update({name: data[name] for name in ("saying", "denying") if name in data})
        self._verbs.update(self._own)

    def joined_by(self, own: dict[str, list[str]]) -> "WordLists":
        """The same lists with some more, which +name finds too."""
        return WordLists(self._files, self._own | own)

    def forms(self, word: str) -> set[str]:
        """Every form of one word of a cue, read as a verb and as a noun; a function word has but one."""
        word = joined(word)
        return {word} if word in self._unbent and word not in self._auxiliaries else self.bent(word)

    def bent(self, word: str) -> set[str]:
        """Every form of one word, read as a verb and as a noun."""
        if word in self._auxiliaries:
            return self._auxiliaries[word]
        if not word.isalpha():
            return {word}
        verbs = verb_forms(word, self._irregular_verbs.get(word, ()))
        return verbs | noun_forms(word, self._irregular_nouns.get(word, ()))

    def past(self, word: str) -> set[str]:
        """The past forms of a verb: "shot" of "shoot"; all forms where there is none."""
        word = joined(word)
        irregular = set(self._irregular_verbs.get(word, ()))
        if irregular:
            return {form for form in irregular if not form.endswith("ing")}
        return {form for form in verb_forms(word) if form.endswith("ed")} or {word}

    def noun(self, word: str) -> set[str]:
        """The forms of a noun."""
        word = joined(word)
        return {word, *noun_forms(word, self._irregular_nouns.get(word, ()))}

    def alike(self, name: str, only: str = "") -> list[str]:
        """The words that tell the same, some of several words ("call off"); `only` verbs ("past") or nouns ("noun").

        A kind of event is found by its name where no list of verbs or nouns has that name, and by "event:" and its name.
        Raises KeyError for a name that no list has.
        """
        verbs, nouns = self._verbs, self._nouns
        name = name.removeprefix(_EVENT) if (of_event := name.startswith(_EVENT)) else name
        if of_event or (name not in verbs and name not in nouns):
            verbs, nouns = self._event_verbs, self._event_nouns
        if of_event and name == "any":
            verbs, nouns = ({name: [member for told in table.values() for member in told]} for table in (verbs, nouns))
        members = [*(verbs.get(name, ()) if only != "noun" else ()), *(nouns.get(name, ()) if only != "past" else ())]
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
        single = (member for member in members if " " not in member)
        return {form: named for member in single for form in noun_forms(joined(member), self._irregular_nouns.get(member, ()))}

    def grouped(self, name: str) -> set[str]:
        """The forms of the nouns of a group, or of the words of a line."""
        if name in self._groups:
            return set(self.nouns("@" + name))
        return {form for member in self.alike(name) if " " not in member for form in self.bent(joined(member))}

    def spread(self, cue: str) -> list[str]:
        """The templates that "@name {slot:kind}" stands for; any other cue stands for itself. Raises KeyError."""
        if not cue.startswith("@"):
            return [cue]
        name, _, slot = cue[1:].partition(" ")
        if name not in self._cues:
            raise KeyError(f"no list of cues is called {name}")
        return [each.replace("{}", slot) for each in self._cues[name]]

    def is_weak(self, word: str) -> bool:
        """Whether a word only carries grammar: it says little of what a value is."""
        return word in self._weak or word in self._auxiliaries

    def _group(self, name: str) -> list[str]:
        if name not in self._groups:
            raise KeyError(f"no group of nouns is called {name}")
        return self._groups[name]

    def _line(self, name: str) -> list[str]:
        if name not in self._nouns:
            raise KeyError(f"no line of nouns is called {name}")
        return self._nouns[name]


def worth(size: int) -> float:
    """What a match with a set of so many words adds to the strength: the more words would have done, the less."""
    return 1.15 - 0.1 * log10(max(size, 1))


class Sets:
    """Sets of words, each stored once under a number; the first numbers may be reserved for what is no set of words."""

    def __init__(self, reserved: int = 0) -> None:
        self.rows: list[list[str]] = [[] for _ in range(reserved)]
        self._number: dict[frozenset[str], int] = {}

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
