"""The folders of knowledge -> what their files hold; and a file's text -> its data, where it holds that."""

from collections.abc import Mapping
from typing import Any

from claimlint.errors import KnowledgeError, Problem, nearest
from claimlint.knowledge import strict_yaml
from claimlint.knowledge.shape import (
    ANY_TEXT,
    NUMBER,
    SCALAR,
    SWITCH,
    TEXT,
    TEXT_OR_TEXTS,
    TEXTS,
    WORD,
    Either,
    Listed,
    Named,
    Record,
    Shape,
    choice,
    faults,
)

_EXAMPLES = Listed(TEXT_OR_TEXTS)
_VALUE = choice("age", "count", "date", "duration", "money", "percent", "quantity", "rank", "set", "time")
_MEASURE = Record(
    {
        "title": TEXT, "value": Either(_VALUE, Listed(_VALUE)), "dimension": TEXT_OR_TEXTS, "cues": TEXTS, "families": TEXTS,
        "of": choice("event", "obligation", "organization", "person", "place", "thing", "treaty", "weapon"),
        "moves": choice("up", "down", "both", "slowly"), "exact": SWITCH, "quiet": SWITCH, "changes": SWITCH,
        "events": TEXTS, "since": TEXT,
        "who": TEXTS, "subject": TEXTS, "not": TEXTS, "with": Named(TEXT), "binds": TEXTS, "leaves": TEXTS,
        "implies": Record({"measure": TEXT, "bound": choice("<", "<=", ">", ">=")}, ("measure", "bound")),
    },
    ("value",),
)  # fmt: skip
_NAME = Record({"names": TEXTS, "people": TEXTS, "capital": TEXTS, "speakers": TEXTS})
_READ_NAME = Record({"text": TEXT, "name": TEXT}, ("text", "name"))
_FACT = Record({"value": WORD, "source": TEXT}, ("value", "source"))
_READ_CLAUSE = Record(
    {"text": TEXT, "value": WORD, "party": TEXT, "object": TEXT, "relation": TEXT, "anchor": TEXT}, ("text",)
)  # fmt: skip
_CLAUSE = Record(
    {
        "title": TEXT, "object": TEXTS, "relation": TEXT, "find": TEXTS, "told": TEXTS, "fallback": SWITCH, "condition": TEXT,
        "plain": SWITCH, "anchored": SWITCH, "reads": Listed(_READ_CLAUSE), "leaves": TEXTS,
    },
    ("title", "object", "reads"),
)  # fmt: skip
_FURNITURE = Record(
    {
        "longest": NUMBER, "whole": TEXTS, "part": TEXTS, "late": TEXTS, "appealing": TEXT, "corrections": TEXTS,
        "captions": TEXTS, "pieces": Named(TEXT), "bylines": Named(TEXTS), "openers": Named(TEXTS),
    },
    open=True,
)  # fmt: skip
_DATELINES = Record(
    {
        "longest": NUMBER, "within": NUMBER, "pieces": Named(TEXT), "capitals": TEXTS, "names": TEXTS, "opening": TEXTS,
        "labels": TEXTS,
    },
    open=True,
)  # fmt: skip
_PAGES = Record({
    "outside": TEXTS, "beside": TEXTS, "classes": TEXTS, "paragraphs": TEXTS, "cells": TEXTS, "roles": Named(TEXTS),
    "stories": Listed(Named(TEXT)), "facts": Named(TEXTS),
})  # fmt: skip
_UNIT = Record({"names": TEXTS, "plurals": TEXTS, "symbols": TEXTS})
_PART = Record({"of": TEXT, "part": NUMBER, "names": TEXTS, "signs": TEXTS}, ("of", "part"))
_PRODUCT = Record({"first": TEXTS, "then": TEXTS, "says": Named(SCALAR)}, ("first", "then", "says"))
_POINTS = Named(NUMBER)
# Lists that mark each of their words as it stands, and a phrase of several.
MARKS = (
    "shifters", "scope", "parting", "changing", "possessive", "of_them", "whole_of", "adding", "one_more", "along_with",
    "out_of_several", "counting_in", "selves", "several", "closing_list", "ending_list", "edges", "edges_beside", "aged_then",
    "inside", "placing", "behind_name", "beside_age", "articles", "known_as", "before_name", "apposition", "relative",
    "before_verb", "standing_for", "for_person", "nameless", "reporting", "owning_voice", "going_on", "coordinating", "being",
    "plainly_saying", "spanning", "past_being", "no_person", "known_already",
)  # fmt: skip
_WORD_LISTS = (
    *MARKS, "saying", "denying", "light", "abbreviations", "converting", "apposed", "onward", "offices", "guards", "breaks",
    "takes_up", "joins", "anybody", "before", "lonely", "bodies", "nobodies", "titles", "state", "accounts", "showing",
    "behind_sides", "course", "personal", "arms", "aftermath",
)  # fmt: skip
_WORD_TABLES = (
    "verbs", "nouns", "whole", "groups", "irregular", "classes", "function", "stance", "sides", "last", "agents", "parts",
    "figuring", "cues", "auxiliaries", "posts",
)  # fmt: skip

# What a file holds, by the folder that it stands in. The files of grammars/ share the names of two folders.
SHAPES: Mapping[str, Record] = {
    "measures": Record({"measures": Named(_MEASURE), "families": Named(TEXTS)}),
    "names": Record({
        "kind": TEXT, "names": Named(_NAME), "common": TEXTS, "joining": TEXTS, "quarters": TEXTS,
        "variants": Listed(TEXTS), "short": Listed(TEXTS), "reads": Listed(_READ_NAME), "leaves": TEXTS,
    }),
    "facts": Record({
        "facts": Named(Named(Either(_FACT, Listed(_FACT)))), "conflict": _EXAMPLES, "agree": _EXAMPLES,
    }),
    "words": Record({
        **dict.fromkeys(_WORD_LISTS, TEXTS), **dict.fromkeys(_WORD_TABLES, Named(TEXTS)),
        "events": Named(Record({"verbs": TEXTS, "nouns": TEXTS})), "dimensions": Named(Listed(ANY_TEXT)),
    }),
    "boilerplate": Record({"furniture": _FURNITURE, "datelines": _DATELINES, "pages": _PAGES}),
    "clauses": Record({"clauses": Named(_CLAUSE), "verbs": Named(TEXTS), "words": Named(Either(TEXTS, Named(WORD)))}),
}  # fmt: skip
_LISTS = Either(SCALAR, Listed(Either(WORD, Listed(ANY_TEXT))))
# Of rules/evidence.yaml.
_NUMBERS = ("loud", "shown", "past", "past_period", "recent", "rare", "common")
_NOUNS = ("people", "anybody", "rest", "lasting")
_COPIES = ("shingle", "least", "copies", "versions", "days", "sketch", "shared")
_TREE: Shape = Either(_LISTS, Named(Either(_LISTS, Named(_LISTS))))
_OWN: Mapping[str, Record] = {
    "words": Record({
        "words": Named(Named(Either(SCALAR, Either(Listed(WORD), Named(SCALAR))))), "also": Named(TEXTS),
        "combined": Named(Listed(_PRODUCT)),
        "forms": Named(TEXT), "context": Named(Either(Listed(WORD), Named(NUMBER))), "placing": Named(_TREE),
    }),
    "units": Record({
        "units": Named(_UNIT), "uncounted": TEXTS, "definitions": TEXTS, "currencies": Named(TEXTS), "after_only": TEXTS,
        "many": Named(NUMBER), "many_of": TEXTS, "bare": TEXTS, "signs": Named(TEXTS), "nations": Named(Named(TEXTS)),
        "names": Named(TEXTS), "parts": Named(_PART), "families": Named(TEXTS),
    }),
    "references": Record({"words": Named(Named(WORD)), "not_behind": TEXTS, "forms": Named(TEXT)}, ("not_behind",)),
    "evidence.yaml": Record({
        **dict.fromkeys(_NUMBERS, NUMBER), **dict.fromkeys(_NOUNS, TEXTS), "points": _POINTS, "most": _POINTS,
        "loud_beside": _POINTS, "measured": _POINTS, "stances": Listed(TEXTS),
        "measures": Record({"of": _POINTS, "told": Named(TEXTS, numbered=True), "akin": Listed(TEXTS)}),
        "events": Record({"kin": NUMBER, "akin": Listed(TEXTS)}), "near": Named(_POINTS), "disputed": NUMBER,
    }),
    "copies.yaml": Record(dict.fromkeys(_COPIES, NUMBER), _COPIES),
}  # fmt: skip
_ABOUT = {"about": TEXT}
_CHECKS = "checks"  # rules read their files themselves: a rule's keys follow from what it asks
FOLDERS = (_CHECKS, *SHAPES)


class Whole(dict[str, Any]):
    """Data of a file whose keys are asked for by name: one that is missing is told with the file."""

    def __init__(self, data: Mapping[str, Any], path: str) -> None:
        super().__init__({key: Whole(value, path) if isinstance(value, dict) else value for key, value in data.items()})
        self._path = path

    def __missing__(self, key: str) -> Any:
        raise KnowledgeError([Problem(self._path, 1, 1, f"the key {key} is missing; known are {', '.join(self) or 'none'}")])


def folder_of(path: str) -> str:
    """Gives the name of the folder that a file stands in, "" for none."""
    return path.rpartition("/")[0].rpartition("/")[2]


def _misplaced(path: str) -> Problem | None:
    """Gives what is wrong with the place of a user's file: it stands in no folder that is read."""
    folder = folder_of(path)
    if folder in FOLDERS:
        return None
    meant = nearest(folder, FOLDERS)
    return Problem(path, 1, 1, f"in {folder or 'no folder'}/ nothing is read{meant}; put it into one of {', '.join(FOLDERS)}")


def placed(files: Mapping[str, str]) -> Mapping[str, str]:
    """Gives a user's files (path -> text). Raises KnowledgeError where one stands in no folder that is read."""
    problems = [problem for path in files if (problem := _misplaced(path))]
    if problems:
        raise KnowledgeError(problems)
    return files


def read(text: str, path: str, *, own: bool = False) -> dict[str, Any]:
    """Gives the typed data of a file of the folder that its path names. Raises KnowledgeError with every fault.

    `own` files are those of grammars/ and, by their names, what stands in no folder: users have none of either.
    """
    data = strict_yaml.load(text, path)
    shape = (_OWN if own else SHAPES)[folder_of(path) if "/" in path else path]
    problems = faults(data, Record({**_ABOUT, **shape.keys}, shape.needed, shape.open), path)
    if problems:
        raise KnowledgeError(problems)
    found: dict[str, Any] = strict_yaml.typed(data)
    return found


def only(files: Mapping[str, Mapping[str, Any]], key: str) -> Any:
    """Gives what stands under a key that one of some files must have. Raises KnowledgeError where none has it."""
    for data in files.values():
        if key in data:
            return data[key]
    raise KnowledgeError([Problem(next(iter(files), key), 1, 1, f"the key {key} is missing; one of {', '.join(files)} has it")])
