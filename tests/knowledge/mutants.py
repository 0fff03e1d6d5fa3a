"""Data of a knowledge file -> the same with one fault: a key dropped, a key misspelled, a value of another type."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

Path = tuple[str | int, ...]
OTHER_TYPES: tuple[Any, ...] = (
    None,
    7,
    "",
    "nonsense of ours",
    True,
    [],
    {},
    [["nested"]],
    {"unheard of": 1},
    [None],
    ["+nobody"],
)


@frozen
class Mutant:
    """A file with a fault: what was done, below which keys, and its text."""

    done: str
    below: Path
    text: str = field(repr=False)


def paths(data: Any, below: Path = ()) -> Iterator[Path]:
    """Gives the keys that lead to each value."""
    if below:
        yield below
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from paths(value, (*below, key))


def mutant(data: Any, below: Path, done: str, other: Any) -> Mutant:
    """Gives the file with a fault at a place: "drop", "misspell" or "retype", the last with another value."""
    broken = copy.deepcopy(data)
    holder = broken
    for key in below[:-1]:
        holder = holder[key]
    last = below[-1]
    if done == "retype" or isinstance(last, int):
        holder[last] = other
        done = "retype"
    else:
        kept = [(f"{key}x" if done == "misspell" and key == last else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update((key, value) for key, value in kept if key != last)
    return Mutant(done, below, json.dumps(broken, ensure_ascii=False, indent=1))  # JSON is YAML
