"""The files of rules/clauses/ -> the kinds of clause with their templates compiled, as plain data, and as they are asked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from claimlint.claims.clauses.words import Words
from claimlint.claims.matching import Template
from claimlint.claims.templates import Sets, WordLists, compiled
from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge.tables import Kept
from claimlint.reading.grammar import Notation, Unreadable

OBJECTS = ("counted", "measured", "subject", "predicate", "antecedent", "inner")
_KEYS = frozenset(
    {"title", "object", "relation", "find", "told", "fallback", "condition", "plain", "anchored", "reads", "leaves"}
)
_NEEDED = ("title", "object", "reads")


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


def build(files: Mapping[str, Mapping[str, Any]], word_files: dict[str, dict[str, Any]], cues: Path) -> dict[str, Any]:
    """Gives the kinds of clause and their templates as plain JSON data. Raises KnowledgeError with every fault."""
    own = {name: members for data in files.values() for name, members in data.get("verbs", {}).items()}
    lark, lists, sets = Notation(cues), WordLists(word_files).joined_by(own), Sets()
    problems: list[Problem] = []
    kinds: dict[str, Any] = {}
    templates: list[list[Any]] = []
    words: dict[str, Any] = {}
    for path, data in files.items():
        words |= data.get("words", {})
        for name, row in data.get("clauses", {}).items():
            wrong = [f"no key is called {key}; there are {', '.join(sorted(_KEYS))}" for key in sorted(set(row) - _KEYS)]
            wrong += [f"{key} is missing" for key in _NEEDED if key not in row]
            wrong += [f"object: {key} is none of {', '.join(OBJECTS)}" for key in row.get("object", ()) if key not in OBJECTS]
            wrong += ["stands in two places; keep one"] * (name in kinds)
            kinds[name] = [
                row.get("title", ""),
                list(row.get("object", ())),
                row.get("relation", ""),
                bool(row.get("fallback")),
                bool(row.get("anchored", True)),
                row.get("condition", ""),
                bool(row.get("plain")),
            ]
            for key in ("find", "told"):
                for cue in row.get(key, ()):
                    try:
                        templates.append([name, key == "told", compiled(cue, lark, lists, sets, {})])
                    except (Unreadable, KeyError) as error:
                        wrong.append(f'the cue "{cue}" cannot be read: {str(error).splitlines()[0]}')
            problems += [Problem(path, 1, 1, f"clause {name}: {what}") for what in wrong]
    if problems:
        raise KnowledgeError(problems)
    return {"kinds": kinds, "templates": templates, "sets": sets.rows, "words": words}


class Catalogue:
    """The kinds of clause, and which templates may match a sentence."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.words = Words.of(data["words"])
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
