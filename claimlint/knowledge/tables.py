"""Plain data <-> lines of JSON: what is set apart stands on lines of its own, and each is read when it is asked for.

A run needs few of the many words, templates and states that the knowledge holds, and reading them all takes longer than
checking an article.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

_Made = TypeVar("_Made")
_PLACE = "\0"  # the key of what stands where a table was set apart; no text of a knowledge file holds it


class Apart:
    """A mapping or a list of plain data whose members are to be read one by one."""

    def __init__(self, members: Mapping[str, Any] | Sequence[Any]) -> None:
        self.members = members


class Table(Mapping[str, Any]):
    """A mapping that was set apart. A member is read whenever it is asked for: who asks more than once has it `Kept`."""

    def __init__(self, lines: Mapping[str, str], read: Callable[[str], Any]) -> None:
        self._lines, self._read = lines, read

    def __getitem__(self, key: str) -> Any:
        return self._read(self._lines[key])

    def get(self, key: str, default: Any = None) -> Any:
        """What stands under a key; where nothing does, what is told to be given then."""
        line = self._lines.get(key)
        return default if line is None else self._read(line)

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class Rows(Sequence[Any]):
    """A list that was set apart. A member is read whenever it is asked for: who asks more than once has it `Kept`."""

    def __init__(self, lines: Sequence[str], read: Callable[[str], Any]) -> None:
        self._lines, self._read = lines, read

    @overload
    def __getitem__(self, number: int) -> Any: ...
    @overload
    def __getitem__(self, number: slice) -> list[Any]: ...
    def __getitem__(self, number: int | slice) -> Any:
        found = self._lines[number]
        return self._read(found) if isinstance(found, str) else list(map(self._read, found))

    def __len__(self) -> int:
        return len(self._lines)


class Kept(dict[Any, _Made], Generic[_Made]):
    """Key or number -> what is made of that member of a table, made when it is first asked for."""

    def __init__(self, members: Mapping[str, Any] | Sequence[Any], make: Callable[[Any], _Made]) -> None:
        super().__init__()
        self._members, self._make = members, make

    def __missing__(self, key: Any) -> _Made:
        made = self[key] = self._make(self._members[key])
        return made

    def get(self, key: Any, default: Any = None) -> Any:
        """What is made of the member under a key; where there is none, what is told to be given then."""
        return self[key] if key in self._members else default


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
        """Writes the lines of a part and gives what stands in its place: its first line, how many, and the line of its keys."""
        if not isinstance(told, Apart):
            raise TypeError(f"{type(told).__name__} is no plain data")
        named = isinstance(told.members, Mapping)
        rows = [encode(row) for row in (told.members.values() if isinstance(told.members, Mapping) else told.members)]
        lines.extend([*rows, encode(list(told.members))] if named else rows)
        return {_PLACE: [len(lines) - len(rows) - named, len(rows), named]}

    encode = json.JSONEncoder(allow_nan=False, separators=(",", ":"), default=aside).encode
    root = encode(data)
    return "\n".join([*lines, root])


def read(text: str) -> Any:
    """Gives the data of lines that `written` gave. Raises ValueError."""
    lines = text.split("\n")

    def told(found: dict[str, Any]) -> Any:
        """A mapping as it is, or the table that it stands for."""
        if _PLACE not in found:
            return found
        first, count, named = found[_PLACE]
        rows = lines[first : first + count]
        return Table(dict(zip(one(lines[first + count]), rows, strict=True)), one) if named else Rows(rows, one)

    decoder = json.JSONDecoder(object_hook=told)

    def one(line: str) -> Any:
        return decoder.raw_decode(line)[0]

    return one(lines[-1])
