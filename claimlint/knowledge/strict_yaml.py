"""YAML text -> plain data that remembers its lines. Strict: what YAML would guess at is an error or a text.

Scalars stay text; who reads the data types them. Anchors, aliases, tags, merge keys and double keys are refused, and
so is what nests deeper than people write. Only PyYAML's events are used: they come one by one, without recursion.
"""

import re
from collections.abc import Iterator
from typing import Any

from claimlint.errors import KnowledgeError, Problem

_DEPTH = 50
_REMEDY = "put a text that holds : or # in quotes"
_NUMBER = re.compile(r"[-+]?(?:\d{1,40}(?:\.\d{1,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,3})?")


Place = tuple[int, int]  # a line and a column, from 1


class Mapping(dict[str, Any]):
    """A mapping that knows where it and each of its keys stand."""

    place: Place
    places: dict[str, Place]

    def where(self, key: str) -> Place:
        """Gives where a key stands; the mapping itself where it has no such key."""
        return self.places.get(key, self.place)


class Sequence(list[Any]):
    """A list that knows where it and each of its items stand."""

    place: Place
    places: list[Place]

    def where(self, number: int) -> Place:
        """Gives where an item stands."""
        return self.places[number]


class Text(str):
    """A scalar: where it begins (`at` counts characters), and whether it was quoted."""

    at: int
    place: Place
    quoted: bool

    __slots__ = ("at", "place", "quoted")


def place_of(data: Any) -> Place:
    """Gives where data begins."""
    return data.place if isinstance(data, Mapping | Sequence | Text) else (1, 1)


def place_in(data: Any, *keys: str | int) -> Place:
    """Gives where the value below some keys stands, as far down as they lead."""
    place = place_of(data)
    for key in keys:
        if isinstance(data, Mapping) and key in data:
            place, data = data.where(str(key)), data[str(key)]
        elif isinstance(data, Sequence) and isinstance(key, int):
            place, data = data.where(key), data[key]
        else:
            break
    return place


def load(text: str, path: str) -> Any:
    """Gives the data of one YAML document, None for an empty one. Raises KnowledgeError."""
    import yaml  # a start with a warm cache does without

    loader = None
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        return _Walk(path).document(iter(loader.get_event, None))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise KnowledgeError([Problem(path, line, column, f"not YAML: {error.problem or error.context}; {_REMEDY}")]) from None
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError([Problem(path, 1, 1, f"not YAML: {str(error).splitlines()[0]}; {_REMEDY}")]) from None
    finally:
        if loader is not None:
            loader.dispose()


def number(scalar: str) -> float | None:
    """The number that a scalar writes; None where it writes none."""
    if not _NUMBER.fullmatch(scalar):
        return None
    value = float(scalar)
    return int(value) if value.is_integer() and "." not in scalar and "e" not in scalar.lower() else value


def typed(data: Any) -> Any:
    """The data with plain (unquoted) numbers, true, false and null as such: for files of our own formats.

    Mappings and lists still know where they stand.
    """
    if isinstance(data, Mapping):
        mapping = Mapping((key, typed(value)) for key, value in data.items())
        mapping.place, mapping.places = data.place, data.places
        return mapping
    if isinstance(data, Sequence):
        sequence = Sequence(map(typed, data))
        sequence.place, sequence.places = data.place, data.places
        return sequence
    if isinstance(data, Text) and not data.quoted:
        if data in ("true", "false"):
            return data == "true"
        if data in ("null", "~", ""):
            return None
        as_number = number(data)
        return str(data) if as_number is None else as_number
    return str(data)


class _Walk:
    """Builds the data of a document from its events, and collects what is wrong with it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Any:
        """The data of the only document. Raises KnowledgeError."""
        data = None
        documents = 0
        for event in events:
            if _is(event, "DocumentStart"):
                documents += 1
                if documents > 1:
                    self._wrong(event, "a second document begins; keep to one a file")
                    break
            elif _is(event, "Scalar", "Alias", "SequenceStart", "MappingStart"):
                data = self._node(event, events, 0)
        if self._problems:
            raise KnowledgeError(self._problems)
        return data

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        if depth > _DEPTH:
            self._wrong(event, f"nested too deep; {_DEPTH} levels are the most")
            raise KnowledgeError(self._problems)
        if event.anchor:
            self._wrong(event, "anchors and aliases are not read; write the value out")
        if _is(event, "Alias"):
            return None
        if event.tag is not None:
            self._wrong(event, f"the tag {event.tag} is not read; write plain text")
        if _is(event, "Scalar"):
            return _text(event)
        return self._list(event, events, depth) if _is(event, "SequenceStart") else self._mapping(event, events, depth)

    def _list(self, start: Any, events: Iterator[Any], depth: int) -> Sequence:
        found = Sequence()
        found.place, found.places = _place(start), []
        for event in events:
            if _is(event, "SequenceEnd"):
                break
            found.places.append(_place(event))
            found.append(self._node(event, events, depth + 1))
        return found

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Mapping:
        found = Mapping()
        found.place, found.places = _place(start), {}
        for event in events:
            if _is(event, "MappingEnd"):
                break
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Text):
                self._wrong(event, "a key must be plain text")
            elif key == "<<":
                self._wrong(event, "merge keys are not read; write the keys out")
            elif key in found:
                self._wrong(event, f"the key {key} stands twice; keep one")
            else:
                found[str(key)] = value
                found.places[str(key)] = key.place
        return found

    def _wrong(self, event: Any, message: str) -> None:
        self._problems.append(Problem(self._path, *_place(event), message))


def _is(event: Any, *kinds: str) -> bool:
    """Whether an event is of one of the kinds, by the name of its class."""
    return type(event).__name__.removesuffix("Event") in kinds


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _text(event: Any) -> Text:
    text = Text(event.value)
    text.at, text.place = event.start_mark.index, _place(event)
    text.quoted = event.style in ("'", '"')
    return text
