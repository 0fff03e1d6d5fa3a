"""The files of rules/clauses/ -> the kinds of clause with their templates compiled, as plain data, and as they are asked."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import fields

from claimlint.claims.clauses.words import Words
from claimlint.claims.forms import verb_forms
from claimlint.claims.matching import Template
from claimlint.claims.templates import Sets, compiled
from claimlint.claims.word_lists import WordLists
from claimlint.errors import KnowledgeError, Problem, nearest
from claimlint.knowledge.strict_yaml import place_in
from claimlint.knowledge.tables import Kept
from claimlint.nouns import frozen
from claimlint.reading.grammar import Notation, Unreadable

_TABLES = ("bounds", "caps", "closings", "ordinals", "rates", "relations")  # word lists that say what each word stands for
_VERBS = ("telling", "dealing")  # word lists that hold verbs in their first form
OBJECTS = ("counted", "measured", "subject", "predicate", "antecedent", "inner")


@frozen(eq=False)
class Kind:
    """A kind of clause.

    `objects` are the ways in which its object is looked for, in order; `relation` is its relation where the value has none
    of its own. A `fallback` is asked where nothing else matches; in a clause with "if" a kind is the kind `condition`
    instead. `anchored` kinds look for an event. In a `plain` kind "not" denies the clause, and leaves the bound.
    """

    name: str
    title: str
    objects: tuple[str, ...]
    relation: str
    fallback: bool
    anchored: bool
    condition: str
    plain: bool


def build(files: Mapping[str, Mapping[str, Any]], word_files: dict[str, dict[str, Any]], notation: Notation) -> dict[str, Any]:
    """Gives the kinds of clause and their templates as plain JSON data. Raises KnowledgeError with every fault."""
    own = {name: members for data in files.values() for name, members in data.get("verbs", {}).items()}
    lists, sets = WordLists(word_files).joined_by(own), Sets()
    problems: list[Problem] = []
    kinds: dict[str, Any] = {}
    templates: list[list[Any]] = []

    def wrong(path: str, name: str, what: str, *keys: str | int) -> None:
        problems.append(Problem(path, *place_in(files[path], "clauses", name, *keys), f"clause {name}: {what}"))

    for path, data in files.items():
        for name, row in data.get("clauses", {}).items():
            for number, way in enumerate(row["object"]):
                if way not in OBJECTS:
                    known = f"{nearest(way, OBJECTS)}; known are {', '.join(OBJECTS)}"
                    wrong(path, name, f"object: {way} is not known{known}", "object", number)
            if name in kinds:
                wrong(path, name, "stands in two places; keep one")
            kinds[name] = [
                row["title"], list(row["object"]), row.get("relation", ""), bool(row.get("fallback")),
                bool(row.get("anchored", True)), row.get("condition", ""), bool(row.get("plain")),
            ]  # fmt: skip
            for key in ("find", "told"):
                for number, cue in enumerate(row.get(key, ())):
                    try:
                        templates.append([name, key == "told", compiled(cue, notation, lists, sets, {})])
                    except (Unreadable, KeyError) as error:
                        wrong(path, name, f'{error.args[0]}, in the cue "{cue}"', key, number)
    words = _words(files, problems)
    if problems:
        raise KnowledgeError(problems)
    return {"kinds": kinds, "templates": templates, "sets": sets.rows, "words": words}


def _words(files: Mapping[str, Mapping[str, Any]], problems: list[Problem]) -> dict[str, Any]:
    """The word lists of all files, each list with those of the others behind it."""
    known = [each.name for each in fields(Words)]
    words: dict[str, Any] = {}
    for path, data in files.items():
        for name, members in data.get("words", {}).items():
            place = place_in(data, "words", name)
            if name not in known:
                problems.append(Problem(path, *place, f"no list of words is called {name}{nearest(name, known)}"))
            elif isinstance(members, dict) != (name in _TABLES):
                problems.append(Problem(path, *place, f"{name} must be a {'mapping' if name in _TABLES else 'list'}"))
            else:
                more = _all_forms(members) if name in _VERBS else members
                words[name] = {**words.get(name, {}), **members} if name in _TABLES else [*words.get(name, ()), *more]
    where = next((path for path, data in files.items() if "words" in data), next(iter(files)))
    problems += [
        Problem(where, *place_in(files[where], "words"), f"the list {name} is missing from words")
        for name in known
        if name not in words
    ]
    return words


def _all_forms(verbs: Sequence[str]) -> list[str]:
    """Verbs in all their forms; what is no verb in its first form stays as it is."""
    return sorted({form for verb in verbs for form in (verb, *verb_forms(verb))})


class Catalogue:
    """The kinds of clause, and which templates may match a sentence; the `words` of treaties, and those of `news` of them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        words = Words.of(data["words"])
        self.words, self.news = words.of_law(), words.of_news()
        self.kinds = {
            name: Kind(name, title, tuple(objects), *others) for name, (title, objects, *others) in data["kinds"].items()
        }
        sets = Kept(data["sets"], frozenset)
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._templates: list[tuple[Kind, bool, Template]] = []
        for number, (name, told, elements) in enumerate(data["templates"]):
            template = Template(elements, sets)
            self._templates.append((self.kinds[name], told, template))
            for word in template.anchors:
                self._by_word.setdefault(word, []).append(number)
            if not template.anchors:
                self._always.append(number)

    def templates(self, words: frozenset[str], kinds: frozenset[str]) -> Sequence[tuple[Kind, bool, Template]]:
        """Gives the templates that may match a sentence of these words and kinds of value.

        Each comes with its kind, and whether it is one of news.
        """
        numbers = {number for word in words for number in self._by_word.get(word, ())}
        found = [self._templates[number] for number in sorted(numbers.union(self._always))]
        return [each for each in found if each[2].needed.kinds <= kinds]
