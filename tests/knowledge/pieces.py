"""What is made of knowledge files, folder by folder: each as the whole is, and faster."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from claimlint.checks.compiler import Compiler
from claimlint.claims import catalogue, names, sides, vocabulary
from claimlint.claims.clauses import catalogue as clauses
from claimlint.claims.clauses.words import Words
from claimlint.claims.word_lists import WordLists
from claimlint.documents import boilerplate
from claimlint.documents.datelines import Datelines
from claimlint.documents.furniture import Furniture
from claimlint.documents.prose import Prose
from claimlint.knowledge import folders, shapes
from claimlint.reading import grammar
from claimlint.topics import meanings
from claimlint.topics.weights import Weights

MEASURES = frozenset(["range", "range limit", "withdrawal date", "expiry date", "deadline"])
RULES, GRAMMARS = (folders.texts(folders.files(folders.folder(name))) for name in ("rules", "grammars"))
PLACE = Path(folders.folder("grammars"))
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
    sides.build(dict(found))
    compiler().kept(found)
    WordLists(dict(found))


def of_measures(found: Files) -> None:
    """What is made of one measure file, beside the families."""
    catalogue.build(dict(found), words(), notations()[0])


def of_clauses(found: Files) -> None:
    """What is made of the clause files."""
    Words.of(clauses.build(found, words(), notations()[0])["words"])


def of_boilerplate(found: Files) -> None:
    """What is made of the boilerplate files."""
    built = shapes.Whole(boilerplate.build(found), "boilerplate")
    Furniture(built["furniture"])
    Datelines(built["datelines"])
    Prose(built["pages"])


def of_numbers(found: Files) -> None:
    """What is made of the files that stand in no folder: they hold numbers."""
    if "evidence.yaml" in found:
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
    "": (of_numbers, ()),
}
