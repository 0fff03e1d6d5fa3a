"""Word lists -> what each word of a text is: its stem, what it tells, and whether it only carries grammar."""

from collections.abc import Callable
from typing import Any, NamedTuple

_VOWELS = "aeiou"


class Word(NamedTuple):
    """A word: in lower case, its stem, the names of the verbs and nouns that tell the same, and its grammar.

    `role` is the kind of function word, "" for a word that matters. `plural` words look like several things, `thin` ones
    only carry grammar ("were", "also", "the", a hyphen): cues pass over them.
    """

    lower: str
    stem: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    role: str
    marks: frozenset[str]
    plural: bool = False
    thin: bool = False


_NONE: frozenset[str] = frozenset()
_THIN = ("auxiliary", "adverb", "determiner")
_SINGULAR = ("ss", "us", "is")


class Vocabulary(dict[str, Word]):
    """Token -> Word; filled as tokens are met."""

    _MOST = 200_000

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__()
        self._verbs = {word: frozenset(names) for word, names in data["verbs"].items()}
        self._nouns = {word: frozenset(names) for word, names in data["nouns"].items()}
        self._roles: dict[str, str] = data["roles"]
        self._marks = {word: frozenset(marks) for word, marks in data["marks"].items()}
        self._bases: dict[str, str] = data["bases"]
        self.wholes = frozenset(data["wholes"])
        self.pairs = {words: marks for words, marks in self._marks.items() if " " in words}
        self.compounds = frozenset(data["compounds"])
        self._plurals = frozenset(data["plurals"])

    def knows(self, token: str) -> bool:
        """Whether a word list has the word."""
        word = self[token]
        return bool(word.verbs or word.nouns or word.role or word.marks)

    def __missing__(self, token: str) -> Word:
        if len(self) > self._MOST:
            self.clear()
        lower = token.strip(" \u00a0").lower()
        role = self._roles.get(lower, "" if lower[:1].isalpha() else "mark")
        word = Word(
            lower, self._bases.get(lower) or stem(lower), self._verbs.get(lower, _NONE), self._nouns.get(lower, _NONE),
            role, self._marks.get(lower, _NONE),
            lower in self._plurals or (lower[-1:] == "s" and lower[-2:] not in _SINGULAR and lower not in self._roles),
            role in _THIN or lower == "-",
        )  # fmt: skip
        self[token] = word
        return word


def build(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Gives the vocabulary of the word files, as plain JSON data: every form of every word in them."""
    verbs: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    roles: dict[str, str] = {}
    marks: dict[str, list[str]] = {}
    bases: dict[str, str] = {}
    wholes: list[str] = []
    compounds: set[str] = set()
    plurals: set[str] = set()

    def forms(member: str, bend: Callable[[str, Any], set[str]], irregular: dict[str, Any]) -> set[str]:
        """The forms of a word of a list; words of several words tell nothing by one of them alone."""
        if " " in member:
            return set()
        found = bend(joined(member), irregular.get(member, ()))
        if "-" in member:
            compounds.update(found)
        return found

    def enter(table: dict[str, list[str]], form: str, name: str) -> None:
        names = table.setdefault(form, [])
        if name not in names:
            names.append(name)

    for data in files.values():
        irregular = data.get("irregular", {})
        for name, members in data.get("verbs", {}).items():
            for member in members:
                for form in forms(member, verb_forms, irregular):
                    enter(verbs, form, name)
                    bases.setdefault(form, joined(member))
        for mark in ("saying", "denying"):
            for member in data.get(mark, ()):
                for form in forms(member, verb_forms, irregular):
                    enter(marks, form, mark)
                    bases.setdefault(form, joined(member))
        wholes += data.get("whole", {})
        for name, members in (data.get("whole", {}) | data.get("nouns", {})).items():
            for member in members:
                plurals.update(irregular.get(member, ()))
                for form in forms(member, noun_forms, irregular):
                    enter(nouns, form, name)
                    bases.setdefault(form, joined(member))
        for role, members in data.get("function", {}).items():
            for member in members:
                roles.setdefault(member, role)
        for member in data.get("light", ()):
            for form in forms(member, verb_forms, irregular):
                enter(marks, form, "light")
        for member in data.get("offices", ()):
            for form in forms(member, noun_forms, irregular):
                enter(marks, form, "office")
        for mark in ("shifters", "scope", "parting", "changing"):
            for member in data.get(mark, ()):
                enter(marks, member, mark)
        for stance, members in data.get("stance", {}).items():
            for member in members:
                enter(marks, member, stance)
    return {
        "verbs": verbs,
        "nouns": nouns,
        "roles": roles,
        "marks": marks,
        "bases": bases,
        "wholes": wholes,
        "compounds": sorted(compounds),
        "plurals": sorted(plurals),
    }


def verb_forms(base: str, irregular: Any = ()) -> set[str]:
    """The forms of a verb: "stop", "stops", "stopped", "stopping". Both spellings where English has two."""
    forms = {base, _with_s(base), *irregular}
    for stem_ in {base, *([base + base[-1]] if _doubles(base) else [])}:
        forms |= {_with_ed(stem_), _with_ing(stem_)}
    return forms


def joined(word: str) -> str:
    """A compound as one word: "cease-fire" and "ceasefire" are the same."""
    return word.replace("-", "") or word


def noun_forms(base: str, irregular: Any = ()) -> set[str]:
    """The forms of a noun."""
    return {base, *irregular} if irregular else {base, _with_s(base)}


def stem(word: str) -> str:
    """A word without its commonest endings: enough to find "elevators" and "elevator" to be one."""
    for ending, least, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: len(word) - len(ending)] + instead
            break
    return word


_ENDINGS = (
    ("ies", 3, "y"), ("sses", 2, "ss"), ("ches", 2, "ch"), ("shes", 2, "sh"), ("xes", 2, "x"), ("ss", 2, "ss"), ("us", 3, "us"),
    ("is", 3, "is"), ("s", 3, ""), ("ied", 3, "y"), ("ing", 4, ""), ("ed", 4, ""), ("ly", 4, ""),
)  # fmt: skip


def _with_s(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) and base != "photo" else "s")


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


def _doubles(base: str) -> bool:
    return len(base) > 2 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
