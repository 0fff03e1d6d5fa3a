"""Nouns: a class with annotated fields -> a class whose instances are made, compared, hashed and shown by their fields.

What is usually taken for this writes methods for each class and has them compiled whenever the program starts, which takes
as long as checking several articles. Here all classes have the same few methods, which look at the fields.
"""

from collections.abc import Callable, Iterator
from itertools import repeat
from operator import attrgetter, call
from typing import Any, TypeVar, dataclass_transform

_Noun = TypeVar("_Noun")
_NEEDED = object()  # no value: it has to be told


class FrozenError(AttributeError):
    """A noun was to be changed that stays as it is made."""


class Derived:
    """A default that follows from the other fields of the noun, by a function of it."""

    __slots__ = ("of",)

    def __init__(self, of: Callable[[Any], Any]) -> None:
        self.of = of


class Field:
    """What is known of a field: what it is where it is not told, how what is told becomes what is kept, what counts."""

    __slots__ = ("convert", "default", "eq", "factory", "init", "name", "repr")

    def __init__(self, default: Any, factory: Any, convert: Any, *, init: bool, eq: bool, repr: bool) -> None:  # noqa: A002
        self.name = ""
        self.default, self.factory, self.convert = default, factory, convert
        self.init, self.eq, self.repr = init, eq, repr

    def missing(self, noun: str) -> Any:
        """The value where none is told. Raises TypeError where one is needed."""
        if self.default is _NEEDED and self.factory is None:
            raise TypeError(f"{noun} needs {self.name}")
        return self.factory() if self.factory else self.default


def field(
    *,
    default: Any = _NEEDED,
    factory: Callable[[], Any] | None = None,
    convert: Callable[[Any], Any] | None = None,
    init: bool = True,
    eq: bool = True,
    repr: bool = True,  # noqa: A002
) -> Any:
    """Tells more of a field than its type.

    Where it is not told it is its `default`, which may be Derived from the other fields, or what its `factory` makes. What
    is told becomes what `convert` gives. Without `init` it cannot be told, without `eq` nouns that differ in it alone are
    the same, without `repr` it is not shown.
    """
    return Field(default, factory, convert, init=init, eq=eq, repr=repr)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(noun: Any = None, *, eq: bool = True, slots: bool = True) -> Any:
    """Makes a class whose instances stay as they are made; without `eq` each is only like itself."""
    more: dict[str, Any] = {"__setattr__": _refuse, "__delattr__": _refuse}
    return _made(noun, more, eq=eq, hashed=eq, slots=slots)


@dataclass_transform(field_specifiers=(field,))
def define(noun: Any = None, *, eq: bool = True, slots: bool = True) -> Any:
    """Makes a class whose instances may be changed; without `eq` each is only like itself."""
    return _made(noun, {}, eq=eq, hashed=False, slots=slots)


def fields(noun: Any) -> tuple[Field, ...]:
    """Gives the fields of a noun or of its class."""
    found: tuple[Field, ...] = noun.__fields__
    return found


def evolve(noun: _Noun, **changes: Any) -> _Noun:
    """Gives the same noun with other values of some fields. Raises TypeError for what is no field of it."""
    values = [changes.pop(each.name) if each.name in changes else getattr(noun, each.name) for each in fields(noun) if each.init]
    return noun.__class__(*values, **changes)


def _made(noun: Any, more: dict[str, Any], *, eq: bool, hashed: bool, slots: bool) -> Any:
    def made(noun: type) -> type:
        told = tuple(_fields(noun))
        names = tuple(each.name for each in told)
        body = {key: value for key, value in vars(noun).items() if key not in (*names, "__dict__", "__weakref__")}
        body |= {**more, "__fields__": told, "__repr__": _repr}
        if slots:
            body["__slots__"] = names
        if eq:
            values = attrgetter(*(each.name for each in told if each.eq))
            body |= {"__eq__": _equal(values), "__hash__": _hash(values) if hashed else None}
        found = type(noun)(noun.__name__, noun.__bases__, body)
        found.__init__ = _init(found, told, slots=slots)  # type: ignore[misc]
        return found

    return made if noun is None else made(noun)


def _fields(noun: type) -> Iterator[Field]:
    """The fields of a class as it is written."""
    for name in noun.__annotations__:
        found = noun.__dict__.get(name, _NEEDED)
        told = found if isinstance(found, Field) else field(default=found)
        told.name = name
        yield told


def _init(noun: type, told: tuple[Field, ...], *, slots: bool) -> Callable[..., None]:
    """The method that fills an instance."""
    given_fields = tuple(each for each in told if each.init)
    count = len(given_fields)
    special = tuple(each for each in told if each.convert or isinstance(each.default, Derived))
    rests: dict[int, tuple[Any, ...]] = {count: ()}  # how many values are told in their order -> the others
    for number in reversed(range(count)):
        last = given_fields[number]
        if last.default is _NEEDED:
            break
        rests[number] = (last.default, *rests[number + 1])

    def whole(given: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
        """The values of all fields, of which some are told in their order and some by name."""
        rest = given_fields[len(given) :]
        values = [*given, *(named.pop(e.name) if e.name in named else e.missing(noun.__name__) for e in rest)]
        if named or len(values) > count:
            raise TypeError(f"{noun.__name__} has no {', '.join(named) or 'more fields'}")
        return values

    if not slots:
        names = tuple(each.name for each in given_fields)

        def fill(self: Any, *given: Any, **named: Any) -> None:
            rest = None if named else rests.get(len(given))
            values = whole(given, named) if rest is None else given + rest
            self.__dict__.update(zip(names, values, strict=True))
    else:
        puts = tuple(noun.__dict__[each.name].__set__ for each in given_fields)

        def fill(self: Any, *given: Any, **named: Any) -> None:
            rest = None if named else rests.get(len(given))
            values = whole(given, named) if rest is None else given + rest
            any(map(call, puts, repeat(self), values))  # each gives None: this is the quickest way through all

    if not special:
        return fill

    def finish(self: Any, *given: Any, **named: Any) -> None:
        fill(self, *given, **named)
        for each in special:
            value = getattr(self, each.name, each.default)
            if value is each.default and isinstance(value, Derived):
                value = value.of(self)
            object.__setattr__(self, each.name, each.convert(value) if each.convert else value)

    return finish


def _refuse(self: Any, name: str, _value: Any = None) -> None:
    raise FrozenError(f"{type(self).__name__} stays as it is made: its {name} cannot be changed")


def _repr(self: Any) -> str:
    """The fields that are to be shown, as they are given to make one."""
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in self.__fields__ if each.repr)
    return f"{type(self).__name__}({', '.join(shown)})"


def _equal(values: Callable[[Any], Any]) -> Callable[[Any, object], bool]:
    """Whether the other is of the same class and all fields are the same."""

    def equal(self: Any, other: object) -> bool:
        return bool(values(self) == values(other)) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    def hashed(self: Any) -> int:
        return hash((self.__class__, values(self)))

    return hashed
