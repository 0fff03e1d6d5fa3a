"""Words of a sentence -> the kinds of event that they tell of, as rules/words/events.yaml names them."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from claimlint.claims.forms import joined, noun_forms, verb_forms
from claimlint.knowledge.tables import Apart

_MOST = 200_000  # words that are remembered
_BETWEEN = 2  # words that only carry grammar that may stand between two words of a phrase

Phrases = Sequence[tuple[tuple[str, ...], frozenset[str]]]  # the words behind the first one, and what they tell with it


class Events(dict[str, tuple[Phrases, frozenset[str] | None]]):
    """The kinds of event of words. Word -> the phrases that it begins, longest first, and what it tells by itself."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()
        self._words, self._phrases = data["words"], data["phrases"]
        self._verbal = frozenset(data["verbal"])
        self._course = frozenset(data["course"])
        self._personal = frozenset(data["personal"])
        self._aftermath = frozenset(data["aftermath"])

    def of(self, words: Sequence[str], is_thin: Callable[[str], bool]) -> Iterator[tuple[int, frozenset[str]]]:
        """Gives the places of the words that tell of events, in order, each with the names of the kinds of event.

        The words are in lower case, a compound of the lists as one ("ceasefire"). A phrase stands at its first word and is
        taken for what it tells, not for what that word does: "walk out" is no walk. Thin words are passed over inside it.
        """
        held = set(words)
        for place, word in enumerate(words):
            phrases, found = self[word]
            for rest, names in phrases:
                if held.issuperset(rest) and _goes_on(words, place + 1, rest, is_thin):
                    found = names
                    break
            if found:
                yield place, found

    def is_verbal(self, word: str) -> bool:
        """Whether a word tells of an event only where it is a verb: "to jail" does, "the jail" does not."""
        return word in self._verbal

    def is_course(self, names: frozenset[str]) -> bool:
        """Whether kinds of event only tell that another one came about: "the strike began"."""
        return not self._course.isdisjoint(names)

    def is_personal(self, names: frozenset[str]) -> bool:
        """Whether a kind of event befalls one person: an arrest, a birth."""
        return not self._personal.isdisjoint(names)

    def is_aftermath(self, names: frozenset[str]) -> bool:
        """Whether a kind of event comes after what it is told with: an arrest, a trial, a funeral."""
        return not self._aftermath.isdisjoint(names)

    def __missing__(self, word: str) -> tuple[Phrases, frozenset[str] | None]:
        if len(self) > _MOST:
            self.clear()
        names = self._words.get(word)
        phrases = [(tuple(rest), frozenset(told)) for rest, told in self._phrases.get(word, ())]
        found = self[word] = phrases, frozenset(names) if names else None
        return found


def _goes_on(words: Sequence[str], at: int, rest: Sequence[str], is_thin: Callable[[str], bool]) -> bool:
    """Whether the rest of a phrase stands from a place on."""
    for word in rest:
        for _ in range(_BETWEEN):
            if at < len(words) and words[at] != word and is_thin(words[at]):
                at += 1
        if at >= len(words) or words[at] != word:
            return False
        at += 1
    return True


def build(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Gives the events of the word files as plain JSON data: "words" and "phrases", every form with its names."""
    irregulars = irregular(files)
    bare = {word for data in files.values() for members in data.get("function", {}).values() for word in members}
    words: dict[str, list[str]] = {}
    phrases: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for data in files.values():
        for name, told in data.get("events", {}).items():
            forms = (form for kind in ("verbs", "nouns") for form in _forms(told.get(kind, ()), kind, irregulars, bare))
            for form in sorted(set(forms)):
                first, *rest = form
                names = phrases.setdefault(first, {}).setdefault(tuple(rest), []) if rest else words.setdefault(first, [])
                if name not in names:
                    names.append(name)
    longest = {first: sorted(found.items(), key=lambda each: (-len(each[0]), each[0])) for first, found in phrases.items()}
    return {
        "words": Apart(words),
        "verbal": sorted(_base_forms(files, "verbs") - _base_forms(files, "nouns")),
        "course": [name for data in files.values() for name in data.get("course", ())],
        "personal": [name for data in files.values() for name in data.get("personal", ())],
        "aftermath": [name for data in files.values() for name in data.get("aftermath", ())],
        "phrases": Apart({first: [[list(rest), names] for rest, names in found] for first, found in longest.items()}),
        "compounds": sorted(
            {form for told in _every(files) for member in told for word in member.split() if "-" in word for form in _bent(word)}
        ),
    }


def irregular(files: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Gives the irregular forms of the verbs and of the nouns of all word files."""
    verbs: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    for data in files.values():
        (nouns if "nouns" in data else verbs).update(data.get("irregular", {}))
    return verbs, nouns


def _base_forms(files: Mapping[str, Mapping[str, Any]], kind: str) -> set[str]:
    """The forms of single words of every event in which a verb and a noun are alike."""
    told = (each.get(kind, ()) for data in files.values() for each in data.get("events", {}).values())
    return {form for members in told for member in members if " " not in member for form in noun_forms(joined(member))}


def _every(files: Mapping[str, Mapping[str, Any]]) -> Iterator[Sequence[str]]:
    """The verbs and the nouns of every event."""
    for data in files.values():
        for told in data.get("events", {}).values():
            yield told.get("verbs", ())
            yield told.get("nouns", ())


def _bent(word: str) -> set[str]:
    """The forms of a compound, as a verb and as a noun."""
    return verb_forms(joined(word)) | noun_forms(joined(word))


def _forms(
    members: Sequence[str], kind: str, irregulars: tuple[Mapping[str, list[str]], Mapping[str, list[str]]], bare: Container[str]
) -> Iterator[tuple[str, ...]]:
    """Every form of the members: of a verb of several words the first one bends, and what it acts on; of a noun the last.

    What a verb acts on may stand before it, too: "lifted the warning", "the warning was lifted". `bare` words bend never.
    """
    verbs, nouns = irregulars
    for member in members:
        *before, last = member.split()
        if kind == "nouns":
            yield from ((*map(joined, before), form) for form in noun_forms(joined(last), nouns.get(last, ())))
            continue
        first, *rest = member.split()
        bent = verb_forms(joined(first), verbs.get(first, ()))
        objects = [{word} if word in bare else {joined(word), *noun_forms(joined(word), nouns.get(word, ()))} for word in rest]
        yield from product(bent, *objects)
        if len(rest) == 1 and rest[0] not in bare:
            yield from product(objects[0], bent - {joined(first)})
