"""The boilerplate files -> one set of patterns: a file adds to the lists of the others, as a user's own does."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge.strict_yaml import Place, place_in

_PATTERNS = "furniture"  # the key below which every text is a regular expression


def build(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Gives the patterns of all files (path -> data) as plain JSON data. Raises KnowledgeError for a text that is none."""
    problems = [
        Problem(path, *place, f"{pattern[:60]!r} is no pattern ({error}); see the syntax of Python's re")
        for path, data in files.items()
        for place, pattern in _texts(data.get(_PATTERNS, {}), place_in(data, _PATTERNS))
        if (error := _error(pattern))
    ]
    if problems:
        raise KnowledgeError(problems)
    found: Any = {}
    for data in files.values():
        found = _merged(found, data)
    if bylines := found.get(_PATTERNS, {}).get("bylines", {}).get("first"):
        found["pages"] = {**found.get("pages", {}), "bylines": bylines}  # which of the two asks for them depends on the format
    return dict(found)


def _merged(one: Any, other: Any) -> Any:
    """Lists behind each other, mappings key by key; of two scalars the first."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {key: _merged(one.get(key), other.get(key)) for key in [*one, *(key for key in other if key not in one)]}
    if isinstance(one, list) and isinstance(other, list):
        return one + other
    return other if one is None else one


def _texts(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, Mapping | list):
        for key, item in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from _texts(item, place_in(data, key))


def _error(pattern: str) -> str:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return str(error)[:60]
    return ""
