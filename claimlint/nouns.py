"""The `frozen` and `define` of attrs, which take half as long to make a class.

attrs writes the methods of each class and has them compiled whenever the program starts. That pays for the one that makes
an instance. Nouns are rarely compared and shown only to who looks for a fault: for that one method serves them all.
"""

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from attrs import define, frozen
else:

    def frozen(noun: type | None = None, *, eq: bool = True, slots: bool = True) -> Any:
        """Makes a class whose instances stay as they are made; without `eq` each is only like itself."""
        return _made(noun, attrs.frozen, _hash, eq=eq, slots=slots)

    def define(noun: type | None = None, *, eq: bool = True, slots: bool = True) -> Any:
        """Makes a class whose instances may be changed; without `eq` each is only like itself."""
        return _made(noun, attrs.define, None, eq=eq, slots=slots)


__all__ = ["define", "frozen"]


def _made(noun: type | None, make: Any, hashed: Any, *, eq: bool, slots: bool) -> Any:
    def made(noun: type) -> Any:
        found = make(noun, eq=False, repr=False, slots=slots)
        found.__repr__ = _repr
        if eq:
            found.__eq__, found.__hash__ = _eq, hashed
        return found

    return made if noun is None else made(noun)


def _repr(self: Any) -> str:
    """The fields that are to be shown, as they are given to make one."""
    shown = (f"{field.alias}={getattr(self, field.name)!r}" for field in self.__attrs_attrs__ if field.repr)
    return f"{type(self).__name__}({', '.join(shown)})"


def _eq(self: Any, other: object) -> bool:
    """Whether the other is of the same class and all fields are the same."""
    return _fields(self) == _fields(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash((self.__class__, _fields(self)))


def _fields(noun: Any) -> tuple[Any, ...]:
    return tuple(getattr(noun, field.name) for field in noun.__attrs_attrs__)
