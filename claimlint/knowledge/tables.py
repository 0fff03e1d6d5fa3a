"""Plain data <-> lines of JSON: what is set apart stands on lines of its own, and each is read when it is asked for.

A run needs few of the many words, templates and states that the knowledge holds, and reading them all takes longer than
checking an article. So a text of lines begins with the place of each line, and nothing of it is read before it is asked for.
"""

import json
from collections.abc import Callable, Collection, Iterator, KeysView, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

_Made = TypeVar("_Made")
_Line = Callable[[int], Any]  # the number of a line -> its data
_PLACE = "\0"  # the key of what stands where a table was set apart; no text of a knowledge file holds it
_HOLDING = " "  # what a line begins with that holds tables
_WIDTH = 10  # digits of the place of a line


class Apart:
    """A mapping or a list of plain data whose members are to be read one by one."""

    def __init__(self, members: Mapping[str, Any] | Sequence[Any]) -> None:
        self.members = members


class Table(Mapping[str, Any]):
    """A mapping that was set apart. A member is read whenever it is asked for: who asks more than once has it `Kept`."""

    def __init__(self, first: int, count: int, line: _Line) -> None:
        self._first, self._count, self._line = first, count, line

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The line of each key; the keys stand behind the members."""
        behind = self._first + self._count
        return dict(zip(self._line(behind), range(self._first, behind), strict=True))

    def __getitem__(self, key: str) -> Any:
        return self._line(self._numbers[key])

    def get(self, key: str, default: Any = None) -> Any:
        """What stands under a key; where nothing does, what is told to be given then."""
        number = self._numbers.get(key)
        return default if number is None else self._line(number)

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def keys(self) -> KeysView[str]:
        """The keys."""
        return self._numbers.keys()

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return self._count


class Rows(Sequence[Any]):
    """A list that was set apart. A member is read whenever it is asked for: who asks more than once has it `Kept`."""

    def __init__(self, first: int, count: int, line: _Line) -> None:
        self._numbers, self._line = range(first, first + count), line

    @overload
    def __getitem__(self, number: int) -> Any: ...
    @overload
    def __getitem__(self, number: slice) -> list[Any]: ...
    def __getitem__(self, number: int | slice) -> Any:
        found = self._numbers[number]
        return self._line(found) if isinstance(found, int) else list(map(self._line, found))

    def __len__(self) -> int:
        return len(self._numbers)


class Kept(dict[Any, _Made], Generic[_Made]):
    """Key or number -> what is made of that member of a table, made when it is first asked for."""

    def __init__(self, members: Mapping[str, Any] | Sequence[Any], make: Callable[[Any], _Made]) -> None:
        super().__init__()
        self._members, self._make = members, make

    @cached_property
    def _keys(self) -> Collection[Any]:
        return self._members.keys() if isinstance(self._members, Mapping) else range(len(self._members))

    def __missing__(self, key: Any) -> _Made:
        made = self[key] = self._make(self._members[key])
        return made

    def get(self, key: Any, default: Any = None) -> Any:
        """What is made of the member under a key; where there is none, what is told to be given then."""
        return self[key] if key in self._keys else default


def plain(data: Any) -> Any:
    """Gives data that was read as it was before it was written: what is set apart is so again."""
    if isinstance(data, Table):
        return Apart({key: plain(data[key]) for key in data})
    if isinstance(data, Rows):
        return Apart([plain(row) for row in data])
    return {key: plain(value) for key, value in data.items()} if isinstance(data, dict) else data


def written(data: Any) -> str:
    """Gives plain data, of which parts may be set apart, as lines of ASCII. Raises TypeError or ValueError for other data."""
    lines: list[str] = []

    def aside(told: Any) -> dict[str, Any]:
        """Writes the lines of a part and gives what stands in its place: its first line, how many, and whether they have keys."""
        if not isinstance(told, Apart):
            raise TypeError(f"{type(told).__name__} is no plain data")
        named = isinstance(told.members, Mapping)
        rows = [line(row) for row in (told.members.values() if isinstance(told.members, Mapping) else told.members)]
        lines.extend([*rows, line(list(told.members))] if named else rows)
        return {_PLACE: [len(lines) - len(rows) - named, len(rows), named]}

    def line(told: Any) -> str:
        text = encode(told)
        return _HOLDING + text if mark in text else text

    encode = json.JSONEncoder(allow_nan=False, separators=(",", ":"), default=aside).encode
    mark = encode(_PLACE)
    lines.append(line(data))
    places, at = [len(lines)], _WIDTH * (len(lines) + 2) + 1
    for each in lines:
        places.append(at)
        at += len(each) + 1
    places.append(at)
    return "\n".join(["".join(f"{place:0{_WIDTH}}" for place in places), *lines])


def read(kept: bytes | memoryview) -> Any:
    """Gives the data of lines that `written` gave, as bytes. Raises ValueError."""

    def told(found: dict[str, Any]) -> Any:
        """A mapping as it is, or the table that it stands for."""
        if _PLACE not in found:
            return found
        first, count, named = found[_PLACE]
        return (Table if named else Rows)(first, count, line)

    plain, holding = json.JSONDecoder().raw_decode, json.JSONDecoder(object_hook=told).raw_decode

    def line(number: int) -> Any:
        start = _WIDTH * (number + 1)
        middle = start + _WIDTH
        text = str(kept[int(kept[start:middle]) : int(kept[middle : middle + _WIDTH])], "ascii")
        return plain(text)[0] if text[0] != _HOLDING else holding(text, 1)[0]

    return line(int(kept[:_WIDTH]) - 1)
