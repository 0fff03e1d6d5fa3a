"""The word files -> the words that a template means by one: its forms, what tells the same, the nouns that are counted."""

from typing import Any

from claimlint.claims.forms import joined, noun_forms, verb_forms

_EVENT = "event:"
_UNBENT = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary", "adverb")
_WEAK = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary")


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
