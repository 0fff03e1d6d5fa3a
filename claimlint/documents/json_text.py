"""JSON -> its data, with where each text stands."""

import json
import re
from collections.abc import Iterator
from typing import Any

from claimlint.configuration.limits import Limits
from claimlint.documents import lines
from claimlint.documents.taken import Draft, Taken
from claimlint.errors import Problem, UnreadableError

_TEXT = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"')
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_MARK = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{\]}]')


class Text(str):
    """A text of JSON; it stands in the file from `start` to `end`, between its quotation marks."""

    __slots__ = ("end", "start")
    start: int
    end: int


class _Pairs(list[tuple[str, Any]]):
    """An object as it stands: the same key may stand in it twice, of which the last counts."""


def load(text: str, path: str, limits: Limits) -> Any:
    """Gives the data of a JSON text, its texts with their places. Raises UnreadableError."""
    depth = 0
    for mark in _MARK.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark.group(), 0)
        if depth > limits.json_depth:
            said = f"nested deeper than {limits.json_depth}; raise `json-depth` if that is meant"
            raise UnreadableError(Problem(path, *lines.place(text, mark.start()), said))
    body = text.removeprefix("\ufeff")
    try:
        data = json.loads(body, object_pairs_hook=_Pairs)
        spots = ((match.start(1), match.end(1)) for match in _TEXT.finditer(text))
        return _placed(data, spots)
    except json.JSONDecodeError as error:
        place = lines.place(text, error.pos + len(text) - len(body))
        raise UnreadableError(Problem(path, *place, f"not JSON: {error.msg}; correct it or save it anew")) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(Problem(path, 0, 0, f"not JSON: {str(error)[:80]}; correct it or save it anew")) from None


def taken(text: Text, file: str) -> Taken:
    """Gives a text of a JSON file, with where its characters stand there."""
    draft, at = Draft(), text.start
    if file.find("\\", text.start, text.end) >= 0:
        for match in _ESCAPE.finditer(file, text.start, text.end):
            draft.add(file[at : match.start()], at, match.start())
            draft.add(_whole(json.loads(f'"{match.group()}"')), *match.span())
            at = match.end()
    draft.add(file[at : text.end], at, text.end)
    return draft.taken()


def _placed(data: Any, spots: Iterator[tuple[int, int]]) -> Any:
    """The data with the places of its texts, which follow each other as they stand."""
    if isinstance(data, str):
        found = Text(_whole(data))
        found.start, found.end = next(spots)
        return found
    if isinstance(data, _Pairs):
        return {key: _placed(item, spots) for key, item in data if next(spots)}
    if isinstance(data, list):
        return [_placed(item, spots) for item in data]
    return data


def _whole(text: str) -> str:
    """The text with halves of characters and NUL replaced, which no text may hold."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "\ufffd")
