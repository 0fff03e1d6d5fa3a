"""Every knowledge file, with one fault in it, ends in an error with its place, or is read: nothing else comes of it."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import mutants
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claimlint.checks import reference, rules
from claimlint.checks.relation import Compiler
from claimlint.claims import catalogue, names, vocabulary, voices
from claimlint.claims.clauses import catalogue as clauses
from claimlint.claims.clauses.words import Words
from claimlint.claims.templates import WordLists
from claimlint.documents import boilerplate
from claimlint.documents.datelines import Datelines
from claimlint.documents.furniture import Furniture
from claimlint.documents.prose import Prose
from claimlint.errors import KnowledgeError
from claimlint.knowledge import folders, shapes, strict_yaml
from claimlint.line import Claimlint
from claimlint.reading import grammar, spellings
from claimlint.topics import meanings
from claimlint.topics.weights import Weights

MEASURES = frozenset(["range", "range limit", "withdrawal date", "expiry date", "deadline"])
RULES, GRAMMARS = (folders.texts(folders.folder(name)) for name in ("rules", "grammars"))
PLACE = folders.folder("grammars")
Files = Mapping[str, Any]


def files(folder: str, *, own: bool = False) -> dict[str, Any]:
    """The data of the files of a folder."""
    texts = GRAMMARS if own else RULES
    return {name: shapes.read(text, name, own=own) for name, text in texts.items() if name.startswith(f"{folder}/")}


@cache
def words() -> dict[str, Any]:
    """The word files as they are."""
    return files("words")


@cache
def notations() -> tuple[grammar.Notation, grammar.Notation]:
    """The notations of templates and of formulas."""
    return grammar.Notation(PLACE / "cues.lark"), grammar.Notation(PLACE / "relations.lark")


def compiler() -> Compiler:
    """What relations are compiled with."""
    known = {name: members for data in words().values() for name, members in data.get("classes", {}).items()}
    return Compiler(WordLists(words()).joined_by(known), *notations())


def of_words(found: Files) -> None:
    """What is made of word files."""
    meanings.build(vocabulary.build(dict(found))["words"].members)
    voices.build(dict(found))
    compiler().kept(found)
    WordLists(dict(found))


def of_measures(found: Files) -> None:
    """What is made of one measure file, beside the families."""
    catalogue.build(dict(found), words(), PLACE / "cues.lark")


def of_clauses(found: Files) -> None:
    """What is made of the clause files."""
    Words.of(clauses.build(found, words(), PLACE / "cues.lark")["words"])


def of_boilerplate(found: Files) -> None:
    """What is made of the boilerplate files."""
    built = shapes.Whole(boilerplate.build(found), "boilerplate")
    Furniture(built["furniture"])
    Datelines(built["datelines"])
    Prose(built["pages"])


def of_evidence(found: Files) -> None:
    """What is made of the evidence."""
    Weights(shapes.Whole(found["evidence.yaml"], "evidence.yaml"))


def read(text: str, path: str) -> Any:
    """The data of a text that stands where a knowledge file does."""
    return shapes.read(text, path, own=path in GRAMMARS or "/" not in path)


KINDS: dict[str, tuple[Callable[[Files], Any], tuple[str, ...]]] = {  # what is made of them, and the files that are read beside
    "words": (of_words, tuple(name for name in RULES if name.startswith("words/"))),
    "measures": (of_measures, ("measures/families.yaml",)),
    "names": (lambda found: names.build(dict(found)), ()),
    "clauses": (of_clauses, tuple(name for name in RULES if name.startswith("clauses/"))),
    "boilerplate": (of_boilerplate, tuple(name for name in RULES if name.startswith("boilerplate/"))),
    "": (of_evidence, ()),
}
_LISTED = sorted(name for name in RULES if name.endswith(".yaml") and not name.startswith(("checks/", "facts/")))
# Measures are many, of one form, and take long to compile.
DATA = [name for name in _LISTED if not name.startswith("measures/")] + [n for n in _LISTED if n.startswith("measures/")][::9]
SPELLED = [name for name in GRAMMARS if name.endswith(".yaml") and not name.startswith("corpus/")]
CHECKS = [name for name in RULES if name.startswith("checks/")]
MUTANTS = 4  # of each file
UNITS = 2  # of a file of units, for which pint is started each time


@st.composite
def faulty(draw: st.DrawFn, data: Any) -> mutants.Mutant:
    """A file with one fault."""
    below = draw(st.sampled_from(list(mutants.paths(data))))
    done = draw(st.sampled_from(("drop", "misspell", "retype")))
    return mutants.mutant(data, below, done, draw(st.sampled_from(mutants.OTHER_TYPES)))


def tried(data: Any, make: Callable[[str], Any], number: int = MUTANTS) -> None:
    """Makes something of the data with one fault each time: it works, or what is said has its place."""

    @settings(max_examples=number, phases=[Phase.generate])
    @given(faulty(data))
    def check(broken: mutants.Mutant) -> None:
        try:
            make(broken.text)
        except KnowledgeError as error:
            for problem in error.problems:
                assert problem.line >= 1, problem
                assert problem.column >= 1, problem
                assert len(str(problem)) <= 200, problem

    check()


@pytest.mark.parametrize("path", DATA)
def test_a_fault_in_a_file_is_told(path: str) -> None:
    """Whatever is dropped, misspelled or of another type."""
    make, names_beside = KINDS[shapes.folder_of(path)]
    beside = {name: read(RULES[name], name) for name in names_beside}
    tried(read(RULES[path], path), lambda text: make({**beside, path: read(text, path)}))


@pytest.mark.parametrize("path", CHECKS)
def test_a_fault_in_a_rule_is_told(path: str) -> None:
    """Rules read their files themselves."""
    data = strict_yaml.typed(strict_yaml.load(RULES[path], path))
    tried(data, lambda text: rules.build({path: text}, compiler(), MEASURES))


def test_a_fault_in_a_fact_is_told(lint: Claimlint) -> None:
    """A value that is none, a measure that is none."""
    (path,) = (name for name in RULES if name.startswith("facts/"))
    data = read(RULES[path], path)
    tried(data, lambda text: reference.build({path: read(text, path)}, lint.extractor.measures.by_name.keys(), lint.reader), 12)


@pytest.mark.parametrize("path", SPELLED)
def test_a_fault_in_a_spelling_is_told(path: str) -> None:
    """The words and units of the grammars."""
    beside = ("units/definitions.yaml",) if path.startswith("units/") else ()
    read_too = {name: read(GRAMMARS[name], name) for name in beside}
    tried(
        read(GRAMMARS[path], path),
        lambda text: spellings.build({**read_too, path: read(text, path)}),
        UNITS if beside else MUTANTS,
    )
