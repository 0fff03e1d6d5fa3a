"""The folders of knowledge -> what their files hold; and a file's text -> its data, where it holds that."""

from collections.abc import Mapping
from typing import Any

from claimlint.errors import KnowledgeError
from claimlint.knowledge import strict_yaml
from claimlint.knowledge.shape import (
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
        "moves": choice("up", "down", "both", "slowly"), "exact": SWITCH, "quiet": SWITCH, "events": TEXTS, "since": TEXT,
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
        "captions": TEXTS, "bylines": Named(TEXTS), "openers": Named(TEXTS),
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
_UNIT = Record({"names": TEXTS, "plurals": TEXTS, "symbols": TEXTS})
_PART = Record({"of": TEXT, "part": NUMBER, "names": TEXTS, "signs": TEXTS}, ("of", "part"))
_POINTS = Named(NUMBER)
_WORD_LISTS = (
    "saying", "denying", "light", "shifters", "changing", "scope", "parting", "abbreviations", "offices", "guards", "breaks",
)  # fmt: skip
_WORD_TABLES = ("verbs", "nouns", "whole", "groups", "irregular", "classes", "function", "stance", "sides", "dimensions")

# What a file holds, by the folder that it stands in. The files of grammars/ share the names of two folders.
SHAPES: Mapping[str, Record] = {
    "measures": Record({"measures": Named(_MEASURE), "families": Named(TEXTS)}),
    "names": Record({
        "kind": TEXT, "names": Named(_NAME), "common": TEXTS, "variants": Listed(TEXTS), "short": Listed(TEXTS),
        "reads": Listed(_READ_NAME), "leaves": TEXTS,
    }),
    "facts": Record({
        "facts": Named(Named(Either(_FACT, Listed(_FACT)))), "conflict": _EXAMPLES, "agree": _EXAMPLES,
    }),
    "words": Record({
        **dict.fromkeys(_WORD_LISTS, TEXTS), **dict.fromkeys(_WORD_TABLES, Named(TEXTS)),
        "events": Named(Record({"verbs": TEXTS, "nouns": TEXTS})),
    }),
    "boilerplate": Record({"furniture": _FURNITURE, "datelines": _DATELINES}),
    "clauses": Record({"clauses": Named(_CLAUSE), "verbs": Named(TEXTS), "words": Named(Either(TEXTS, Named(WORD)))}),
}  # fmt: skip
_LISTS = Either(WORD, Listed(Either(WORD, TEXTS)))
_TREE: Shape = Either(_LISTS, Named(Either(_LISTS, Named(_LISTS))))
_OWN: Mapping[str, Record] = {
    "words": Record({
        "words": Named(Named(Either(WORD, Either(Listed(WORD), Named(SCALAR))))), "also": Named(TEXTS),
        "forms": Named(TEXT), "context": Named(Listed(WORD)), "placing": Named(_TREE),
    }),
    "units": Record({
        "units": Named(_UNIT), "uncounted": TEXTS, "definitions": TEXTS, "currencies": Named(TEXTS), "after_only": TEXTS,
        "many": Named(NUMBER), "many_of": TEXTS, "bare": TEXTS, "signs": Named(TEXTS), "nations": Named(Named(TEXTS)),
        "names": Named(TEXTS), "parts": Named(_PART), "families": Named(TEXTS),
    }),
    "references": Record({"words": Named(Named(WORD)), "not_behind": TEXTS, "forms": Named(TEXT)}, ("not_behind",)),
    "": Record({"loud": NUMBER, "shown": NUMBER, "points": _POINTS, "most": _POINTS}, open=True),
}  # fmt: skip
_ABOUT = {"about": TEXT}


def read(text: str, path: str, *, own: bool = False) -> dict[str, Any]:
    """Gives the typed data of a file of the folder that its path names. Raises KnowledgeError with every fault.

    `own` files are those of grammars/ and what stands in no folder, which users have none of.
    """
    data = strict_yaml.load(text, path)
    shape = (_OWN if own else SHAPES)[path.rpartition("/")[0].rpartition("/")[2]]
    problems = faults(data, Record({**_ABOUT, **shape.keys}, shape.needed, shape.open), path)
    if problems:
        raise KnowledgeError(problems)
    found: dict[str, Any] = strict_yaml.typed(data)
    return found
