"""The knowledge files -> the knowledge as plain data: everything that takes long to make."""

from collections.abc import Callable, Mapping
from typing import Any

from claimlint.checks import reference, rules
from claimlint.checks.relation import Compiler
from claimlint.claims import catalogue, names, sides, vocabulary
from claimlint.claims.clauses import catalogue as clauses
from claimlint.claims.templates import WordLists
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


def build(grammars: Mapping[str, str], own: Mapping[str, str], added: Mapping[str, str]) -> dict[str, Any]:
    """Gives what the files of grammars/, of rules/ and of a user's folders hold (path -> text).

    Raises KnowledgeError with every fault.
    """
    problems: list[Problem] = []
    rule_texts = {**own, **shapes.placed(added)}

    def load(files: Mapping[str, str], *folder: str) -> dict[str, Any]:
        named = {name: text for name, text in sorted(files.items()) if _stands_in(name, *folder)}
        found = {name: made(shapes.read, text, name, own=files is grammars) for name, text in named.items()}
        return {name: data for name, data in found.items() if data is not None}

    def made(make: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        try:
            return make(*arguments, **more)
        except KnowledgeError as error:
            problems.extend(error.problems)
        return None

    spelled = load(grammars, "words", "units")
    referring = load(grammars, "references")
    word_files = load(rule_texts, "words")
    name_files = load(rule_texts, "names")
    measure_files = load(rule_texts, "measures")
    furniture = load(rule_texts, "boilerplate")
    facts = load(rule_texts, "facts")
    clause_files = load(rule_texts, "clauses")
    evidence = made(shapes.read, rule_texts["evidence.yaml"], "evidence.yaml", own=True)
    if problems:
        raise KnowledgeError(problems)
    place = folders.folder("grammars")
    words = vocabulary.build(word_files)
    classes_of = {name: members for data in word_files.values() for name, members in data.get("classes", {}).items()}
    compiler = Compiler(
        WordLists(word_files).joined_by(classes_of),
        grammar.Notation(place / "cues.lark"),
        grammar.Notation(place / "relations.lark"),
    )
    rule_files = {name: text for name, text in rule_texts.items() if _stands_in(name, "checks")}
    measures = {name for data in measure_files.values() for name in data.get("measures", {})}
    built = {
        "rules": made(rules.build, rule_files, compiler, measures),
        "relations": made(compiler.kept, word_files),
        "context": made(shapes.only, spelled, "context"),
        "placing": made(shapes.only, spelled, "placing"),
        "names": made(names.build, name_files),
        "common": _joined(name_files, "common"),
        "measures": made(catalogue.build, measure_files, word_files, place / "cues.lark"),
        "clauses": made(clauses.build, clause_files, word_files, place / "cues.lark"),
        "abbreviations": _joined(word_files, "abbreviations"),
        "sides": made(sides.build, word_files),
        "boilerplate": made(boilerplate.build, furniture),
        "evidence": evidence,
        "copies": made(shapes.read, rule_texts["copies.yaml"], "copies.yaml", own=True),
        "lexicon": made(spellings.build, spelled),
    }
    if problems:
        raise KnowledgeError(problems)
    built |= {
        "tables": grammar.tables(place / "value.lark"),
        "vocabulary": words,
        "meanings": meanings.build(words["words"].members),
        "references": {
            "lexicon": made(spellings.build, referring),
            "tables": grammar.tables(place / "references.lark"),
            "not_behind": made(shapes.only, referring, "not_behind"),
        },
    }
    if not problems:
        reader = made(_tried, built)
        built["facts"] = reader and made(reference.build, facts, measures, reader)
    if problems:
        raise KnowledgeError(problems)
    return built


def _tried(built: dict[str, Any]) -> Reader:
    """The reader, after each part that is asked for by name has been looked for. Raises KnowledgeError where one is missing."""
    whole = {key: shapes.Whole(built[key], path) for key, path in _WHOLE.items()}
    Weights(whole["evidence"])
    Furniture(whole["boilerplate"]["furniture"])
    Datelines(whole["boilerplate"]["datelines"])
    Prose(whole["boilerplate"]["pages"])
    kept = tables.read(tables.written({key: built[key] for key in ("lexicon", "tables")}))
    return Reader({**kept, **whole})


def _stands_in(name: str, *folders: str) -> bool:
    """Whether a knowledge file stands in a folder of one of the names."""
    return name.endswith(".yaml") and name.rpartition("/")[0].rpartition("/")[2] in folders


def _joined(files: dict[str, dict[str, Any]], key: str) -> list[str]:
    """The lists that files have under a key, as one."""
    return [word for data in files.values() for word in data.get(key, ())]
