"""The knowledge files -> the knowledge as plain data: everything that takes long to make."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from claimlint.checks import reference, rule_files
from claimlint.checks.compiler import Compiler
from claimlint.claims import catalogue, names, sides, vocabulary
from claimlint.claims.clauses import catalogue as clauses
from claimlint.claims.word_lists import WordLists
from claimlint.documents import boilerplate
from claimlint.documents.datelines import Datelines
from claimlint.documents.furniture import Furniture
from claimlint.documents.prose import Prose
from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge import folders, shapes, tables
from claimlint.reading import grammar, spellings
from claimlint.reading.mentions import Reader
from claimlint.topics import meanings
from claimlint.topics.weights import Weights

# The files whose keys are asked for by name.
_WHOLE = {
    "context": "words/context.yaml", "placing": "words/placing.yaml", "evidence": "evidence.yaml", "boilerplate": "boilerplate",
}  # fmt: skip


# Gives what is made of the files of some names and of what else counts, or what was when none of them was another.
Keep = Callable[[Iterable[str], object, Callable[[], Mapping[str, Any]]], Mapping[str, Any]]


def spelled(grammars: Mapping[str, str]) -> dict[str, Any]:
    """Gives what the files of grammars/ hold (path -> text): what values are read with.

    Raises KnowledgeError with every fault.
    """
    made = _Making()
    words = made.load(grammars, "words", "units", own=True)
    referring = made.load(grammars, "references", own=True)
    made.done()
    place = folders.folder("grammars")
    built = {
        "context": made(shapes.only, words, "context"),
        "placing": made(shapes.only, words, "placing"),
        "lexicon": made(spellings.build, words),
        "references": {"lexicon": made(spellings.build, referring), "not_behind": made(shapes.only, referring, "not_behind")},
    }
    made.done()
    built["tables"] = grammar.tables(os.path.join(place, "value.lark"))
    built["references"]["tables"] = grammar.tables(os.path.join(place, "references.lark"))
    return built


def build(spelled: Mapping[str, Any], own: Mapping[str, str], added: Mapping[str, str], keep: Keep) -> dict[str, Any]:
    """Gives what `spelled` has and what the files of rules/ and of a user's folders hold (path -> text).

    The measures, and our own rules, are kept each by itself: who edits a rule of his waits for that one alone. Raises
    KnowledgeError with every fault.
    """
    made = _Making()
    rule_texts = {**own, **shapes.placed(added)}
    word_files, name_files, measure_files, furniture, facts, clause_files = (
        made.load(rule_texts, folder) for folder in ("words", "names", "measures", "boilerplate", "facts", "clauses")
    )
    evidence = made(shapes.read, rule_texts["evidence.yaml"], "evidence.yaml", own=True)
    copies = made(shapes.read, rule_texts["copies.yaml"], "copies.yaml", own=True)
    made.done()
    place = folders.folder("grammars")
    words = vocabulary.build(word_files)
    cues, formulas = (grammar.Notation(os.path.join(place, f"{name}.lark")) for name in ("cues", "relations"))
    measures = made(keep, (*measure_files, *word_files), (), partial(catalogue.build, measure_files, word_files, cues))
    called = sorted({name for data in measure_files.values() for name in data.get("measures", {})})
    built = {
        **{key: tables.plain(spelled[key]) for key in spelled},
        **made.rules(own, added, word_files, called, cues, formulas, keep),
        "names": made(names.build, name_files),
        "common": _joined(name_files, "common"),
        "measures": {key: tables.plain(measures[key]) for key in measures or ()},
        "clauses": made(clauses.build, clause_files, word_files, cues),
        "abbreviations": _joined(word_files, "abbreviations"),
        "converting": _joined(word_files, "converting"),
        "apposed": _joined(word_files, "apposed"),
        "onward": _joined(word_files, "onward"),
        "sides": made(sides.build, word_files),
        "boilerplate": made(boilerplate.build, furniture),
        "evidence": evidence,
        "copies": copies,
        "vocabulary": words,
    }
    made.done()
    built["meanings"] = meanings.build(words["words"].members)
    reader = made(_tried, built, spelled)
    made.done()
    built["facts"] = made(reference.build, facts, called, reader)
    made.done()
    return built


class _Making:
    """Makes one part after the other, and keeps what is wrong with them, so that all of it is told at once."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def __call__(self, make: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        """What is made; None where something is wrong."""
        try:
            return make(*arguments, **more)
        except KnowledgeError as error:
            self._problems.extend(error.problems)
        return None

    def rules(
        self, own: Mapping[str, str], added: Mapping[str, str], word_files: dict[str, dict[str, Any]], measures: list[str],
        cues: grammar.Notation, formulas: grammar.Notation, keep: Keep,
    ) -> dict[str, Any]:  # fmt: skip
        """The rules of our files and of a user's, by name, and what their relations are found by."""
        classes = {name: members for data in word_files.values() for name, members in data.get("classes", {}).items()}
        compiler = partial(Compiler, WordLists(word_files).joined_by(classes), cues, formulas)
        ours, theirs = ({name: text for name, text in files.items() if _stands_in(name, "checks")} for files in (own, added))

        def compiled() -> dict[str, Any]:
            first = compiler()
            return {"rules": rule_files.build(ours, first, measures), **first.done}

        done = self(keep, (*ours, *word_files), measures, compiled)
        second = compiler(done)
        rules = [*(done["rules"] if done else ()), *(self(rule_files.build, theirs, second, measures, ours) or ())]
        return {"rules": sorted(rules, key=lambda rule: rule["name"]), "relations": self(second.kept, word_files)}

    def load(self, files: Mapping[str, str], *folder: str, own: bool = False) -> dict[str, Any]:
        """The data of the files of some folders, without those in which something is wrong."""
        named = {name: text for name, text in sorted(files.items()) if _stands_in(name, *folder)}
        found = {name: self(shapes.read, text, name, own=own) for name, text in named.items()}
        return {name: data for name, data in found.items() if data is not None}

    def done(self) -> None:
        """Raises KnowledgeError for what was wrong so far."""
        if self._problems:
            raise KnowledgeError(self._problems)


def _tried(built: Mapping[str, Any], spelled: Mapping[str, Any]) -> Reader:
    """The reader, after each part that is asked for by name has been looked for. Raises KnowledgeError where one is missing."""
    whole = {key: shapes.Whole(built[key], path) for key, path in _WHOLE.items()}
    Weights(whole["evidence"])
    Furniture(whole["boilerplate"]["furniture"])
    Datelines(whole["boilerplate"]["datelines"])
    Prose(whole["boilerplate"]["pages"])
    return Reader({**{key: spelled[key] for key in ("lexicon", "tables")}, **whole})


def _stands_in(name: str, *folders: str) -> bool:
    """Whether a knowledge file stands in a folder of one of the names."""
    return name.endswith(".yaml") and name.rpartition("/")[0].rpartition("/")[2] in folders


def _joined(files: dict[str, dict[str, Any]], key: str) -> list[str]:
    """The lists that files have under a key, as one."""
    return [word for data in files.values() for word in data.get(key, ())]
