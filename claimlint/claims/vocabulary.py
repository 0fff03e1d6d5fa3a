"""Word lists -> what each word of a text is: its stem, what it tells, and whether it only carries grammar."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from claimlint.claims import events
from claimlint.claims.forms import joined, noun_forms, stem, verb_forms
from claimlint.knowledge.shapes import MARKS
from claimlint.knowledge.tables import Apart

Phrases = Mapping[str, frozenset[str]]  # several words, with a blank between -> their marks


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


_UNLISTED: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str, str] = ((), (), (), "", "")
_THIN = ("auxiliary", "adverb", "determiner")
_SINGULAR = ("ss", "us", "is")


class Vocabulary(dict[str, Word]):
    """Token -> Word; filled as tokens are met. `phrases` are several words -> their marks."""

    _MOST = 200_000

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__()
        self._words = data["words"]
        self.phrases: Phrases = {words: frozenset(marks) for words, marks in data["phrases"].items()}
        self.compounds = frozenset(data["compounds"])
        self._plurals = frozenset(data["plurals"])
        self._events = events.Events(data["events"])
        self._posts: Mapping[str, str] = data["posts"]

    def post(self, stem: str) -> str:
        """What somebody is who is called so: of words for one post ("captain", "skipper") the same, else the stem."""
        return self._posts.get(stem, stem)

    def knows(self, token: str) -> bool:
        """Whether a word list has the word."""
        word = self[token]
        return bool(word.verbs or word.nouns or word.role or word.marks)

    def events(self, words: Sequence[str]) -> Iterator[tuple[int, frozenset[str]]]:
        """Gives the places of the words that tell of events, each with the names of the kinds of event.

        The words are those of the items of a sentence, in lower case; what is no word of its own (a mention, a name) is
        given as "".
        """
        return self._events.of(words, self._is_thin)

    def is_course(self, events: frozenset[str]) -> bool:
        """Whether kinds of event only tell that another one came about: "began", "took place"."""
        return self._events.is_course(events)

    def is_personal(self, events: frozenset[str]) -> bool:
        """Whether kinds of event befall one person: an arrest, a birth."""
        return self._events.is_personal(events)

    def is_aftermath(self, events: frozenset[str]) -> bool:
        """Whether kinds of event come after what they are told with: an arrest, a trial, a funeral."""
        return self._events.is_aftermath(events)

    def is_verbal(self, word: str) -> bool:
        """Whether a word tells of an event only where it is a verb: "jail", "block"."""
        return self._events.is_verbal(word)

    def _is_thin(self, word: str) -> bool:
        return self[word].thin

    def __missing__(self, token: str) -> Word:
        if len(self) > self._MOST:
            self.clear()
        lower = token.strip(" \u00a0").lower()
        verbs, nouns, marks, role, base = self._words.get(lower, _UNLISTED)
        looks_plural = lower[-1:] == "s" and lower[-2:] not in _SINGULAR and not role
        role = role or ("" if lower[:1].isalpha() else "mark")
        word = Word(
            lower, base or stem(lower), frozenset(verbs), frozenset(nouns), role, frozenset(marks),
            lower in self._plurals or looks_plural, role in _THIN or lower == "-",
        )  # fmt: skip
        self[token] = word
        return word


def build(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Gives the vocabulary of the word files, as plain JSON data.

    "words" tell of every form of every word its verbs, its nouns, its marks, its role and its base form.
    """
    verbs: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    roles: dict[str, str] = {}
    marks: dict[str, list[str]] = {}
    bases: dict[str, str] = {}
    compounds: set[str] = set()
    plurals: set[str] = set()
    posts: dict[str, str] = {}

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
        groups = data.get("groups", {})
        for name, members in (data.get("whole", {}) | data.get("nouns", {})).items():
            for member in members:
                plurals.update(irregular.get(member, ()))
                for form in forms(member, noun_forms, irregular):
                    enter(nouns, form, name)
                    bases.setdefault(form, joined(member))
                    for group, names in groups.items():
                        if name in names:
                            enter(marks, form, group)
        for role, members in data.get("function", {}).items():
            for member in members:
                roles.setdefault(member, role)
        for member in data.get("light", ()):
            for form in forms(member, verb_forms, irregular):
                enter(marks, form, "light")
        for member in data.get("offices", ()):
            for form in forms(member, noun_forms, irregular):
                enter(marks, form, "office")
        for post, members in data.get("posts", {}).items():
            posts.update(dict.fromkeys((word for member in members for word in (member, stem(member))), post))
        for mark in MARKS:
            for member in data.get(mark, ()):
                enter(marks, member, mark)
        for stance, members in data.get("stance", {}).items():
            for member in members:
                enter(marks, member, stance)
    happens = events.build(files)
    compounds.update(happens["compounds"])
    listed = dict.fromkeys((*verbs, *nouns, *marks, *roles, *bases))
    return {
        "words": Apart({
            word: [verbs.get(word, ()), nouns.get(word, ()), marks.get(word, ()), roles.get(word, ""), bases.get(word, "")]
            for word in listed
        }),
        "phrases": {word: found for word, found in marks.items() if " " in word},
        "compounds": sorted(compounds),
        "events": happens,
        "plurals": sorted(plurals),
        "posts": posts,
    }  # fmt: skip
