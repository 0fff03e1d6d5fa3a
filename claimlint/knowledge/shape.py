"""What a file may hold, as shapes -> what is wrong with the data of one, each fault with its place and what would be right."""

from collections.abc import Iterator, Mapping
from typing import Any

from claimlint.errors import Problem, nearest
from claimlint.knowledge.strict_yaml import Mapping as Keys
from claimlint.knowledge.strict_yaml import Place, Sequence, Text, number, place_of, typed
from claimlint.nouns import frozen

_LISTED = 12  # names that are told where one is wrong


@frozen
class Plain:
    """A scalar: what it is called, the types that it may have, an example; and all that it may be, where that is known.

    One that may be `blank` may be a text without a sign, in quotes.
    """

    name: str
    types: tuple[type, ...]
    example: str
    choices: tuple[str, ...] = ()
    blank: bool = False


@frozen
class Listed:
    """A list of things of one shape."""

    of: "Shape"


@frozen
class Named:
    """A mapping from names, which are free or `numbered`, to things of one shape."""

    of: "Shape"
    numbered: bool = False


@frozen
class Record:
    """A mapping whose keys are known, each with the shape of its value; an `open` one may have others besides."""

    keys: Mapping[str, "Shape"]
    needed: tuple[str, ...] = ()
    open: bool = False


@frozen
class Either:
    """One of two shapes that are told apart by whether they are a text, a list or a mapping."""

    one: "Shape"
    other: "Shape"


Shape = Plain | Listed | Named | Record | Either

TEXT = Plain("a text", (str,), '"..."')
NUMBER = Plain("a number", (int, float), "2")
WORD = Plain("a text or a number", (str, int, float), '"..."')
SCALAR = Plain("a text, a number, true or false", (str, int, float, bool, type(None)), '"..."', blank=True)
ANY_TEXT = Plain("a text", (str,), '"..."', blank=True)
SWITCH = Plain("true or false", (bool,), "true")
TEXTS = Listed(TEXT)
TEXT_OR_TEXTS = Either(TEXT, TEXTS)


def choice(*names: str) -> Plain:
    """Gives the shape of a text that is one of some."""
    return Plain("one of them", (str,), names[0], names)


def faults(data: Any, shape: Shape, path: str) -> list[Problem]:
    """Gives what is wrong with the data of a file, which has not been typed yet."""
    return [Problem(path, *place, said) for place, said in sorted(_faults(data, shape, "the file", place_of(data)))]


_Fault = tuple[Place, str]


def _faults(data: Any, shape: Shape, name: str, place: Place) -> Iterator[_Fault]:
    """What is wrong with data that is called so; `place` is that of its name."""
    while isinstance(shape, Either) and _fits(data, shape):
        shape = shape.one if _fits(data, shape.one) else shape.other
    if not _fits(data, shape):
        yield place, f"{name} must be {_said(shape)}"
    elif isinstance(shape, Plain):
        if shape.choices and str(data) not in shape.choices:
            yield place, f"{name}: {_short(data)} is not known{nearest(data, shape.choices)}; known are {_all(shape.choices)}"
        elif not shape.choices and type(typed(data)) not in shape.types:
            quote = f'; put it in quotes: "{data}"' if shape.types == (str,) and data else ""
            yield place, f"{name}: {_short(data)} is {_is(typed(data))} and must be {_said(shape)}{quote}"
        elif not shape.blank and isinstance(typed(data), str) and not data.strip():
            yield place, f"{name} is empty and must be {_said(shape)}"
    elif isinstance(shape, Listed):
        for place_of_item, (count, item) in zip(data.places, enumerate(data, 1), strict=True):
            yield from _faults(item, shape.of, f"{name}, item {count}", place_of_item)
    elif isinstance(shape, Named):
        for key, value in data.items():
            if shape.numbered and number(key) is None:
                yield data.where(key), f"{name}: the key {key} must be a number"
            yield from _faults(value, shape.of, key, data.where(key))
    elif isinstance(shape, Record):
        yield from _record(data, shape, name)


def _record(data: Keys, shape: Record, name: str) -> Iterator[_Fault]:
    for key in data:
        if key not in shape.keys and not shape.open:
            known = f"{nearest(key, shape.keys)}; known are {_all(sorted(shape.keys))}"
            yield data.where(key), f"the key {key} is not read here{known}"
    for key in shape.needed:
        if key not in data:
            inside = "" if name == "the file" else f" in {name}"
            yield data.place, f"the key {key} is missing{inside}; write {key}: {_example(shape.keys[key])}"
    for key, inner in shape.keys.items():
        if key in data:
            yield from _faults(data[key], inner, key, data.where(key))


def _fits(data: Any, shape: Shape) -> bool:
    """Whether data is a scalar, a list or a mapping, as the shape wants it."""
    if isinstance(shape, Either):
        return _fits(data, shape.one) or _fits(data, shape.other)
    return isinstance(data, Text if isinstance(shape, Plain) else Sequence if isinstance(shape, Listed) else Keys)


def _said(shape: Shape) -> str:
    if isinstance(shape, Either):
        return f"{_said(shape.one)} or {_said(shape.other)}"
    if isinstance(shape, Plain):
        return f"one of {_all(shape.choices)}" if shape.choices else shape.name
    return f"a {'list' if isinstance(shape, Listed) else 'mapping'}, as in {_example(shape)}"


def _example(shape: Shape) -> str:
    if isinstance(shape, Either):
        return _example(shape.one)
    if isinstance(shape, Plain):
        return shape.example
    if isinstance(shape, Listed):
        return f"[{_example(shape.of)}, ...]"
    if isinstance(shape, Named):
        return f"{{name: {_example(shape.of)}}}"
    first = next(iter(shape.needed or shape.keys))
    return f"{{{first}: {_example(shape.keys[first])}, ...}}"


def _is(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "nothing" if value is None else "a number" if isinstance(value, int | float) else "a text"


def _short(data: Any) -> str:
    text = str(data)
    return repr(text if len(text) <= 30 else f"{text[:30]}…")


def _all(names: Any) -> str:
    return ", ".join(names[:_LISTED]) + (", ..." if len(names) > _LISTED else "")
