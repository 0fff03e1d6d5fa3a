"""claimlint.toml, or [tool.claimlint] in pyproject.toml -> settings. All faults of a file are told at once."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from claimlint.configuration.limits import Limits, names
from claimlint.configuration.place import SHARED, TABLE, table, text
from claimlint.configuration.settings import SEVERITIES, Settings
from claimlint.errors import KnowledgeError, Problem, nearest

_TEXTS, _FOLDERS, _SEVERITY, _SWITCH, _LIMITS = "a list of texts", "a list of folders", "a severity", "true or false", "a table"
_FILE = "the name of a file"
_KEYS = {
    "paths": _TEXTS, "select": _TEXTS, "ignore": _TEXTS, "exclude": _TEXTS, "rules": _FOLDERS, "fail-on": _SEVERITY,
    "min-severity": _SEVERITY, "notes": _SWITCH, "inline-ignores": _SWITCH, "baseline": _FILE, "limits": _LIMITS,
}  # fmt: skip

Wrong = Callable[[str, str, str], None]  # table, key, message


def load(name: str | os.PathLike[str]) -> Settings:
    """Gives the settings of a file. Raises KnowledgeError naming every fault."""
    path = Path(name)
    told = text(str(path))
    root = ".".join(TABLE) if path.name == SHARED else ""
    problems: list[Problem] = []

    def wrong(inside: str, key: str, message: str) -> None:
        line, column = _place(told, ".".join(filter(None, (root, inside))), key)
        problems.append(Problem(str(path), line, column, message))

    found: dict[str, Any] = {"base": path.parent}
    for key, value in (table(told, str(path)) or {}).items():
        if key not in _KEYS:
            wrong("", key, f"the key {key} is not known{nearest(key, _KEYS)}; known are {', '.join(sorted(_KEYS))}")
        else:
            found[key.replace("-", "_")] = _READERS[_KEYS[key]](key, value, path, wrong)
    if problems:
        raise KnowledgeError(problems)
    return Settings(**found)


def _texts(key: str, value: Any, _path: Path, wrong: Wrong) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        wrong("", key, f'{key} must be {_TEXTS}, as in {key} = ["..."]')
        return ()
    return tuple(value)


def _folders(key: str, value: Any, path: Path, wrong: Wrong) -> tuple[Path, ...]:
    found = tuple(path.parent / item for item in _texts(key, value, path, wrong))
    for folder in found:
        if not folder.is_dir():
            wrong("", key, f"{folder} is no folder; name one with checks/, measures/, names/ or facts/ in it")
    return found


def _severity(key: str, value: Any, _path: Path, wrong: Wrong) -> str:
    if value not in SEVERITIES:
        wrong("", key, f"{key} must be one of {', '.join(SEVERITIES)}")
    return str(value)


def _switch(key: str, value: Any, _path: Path, wrong: Wrong) -> bool:
    if not isinstance(value, bool):
        wrong("", key, f"{key} must be {_SWITCH}")
    return bool(value)


def _file(key: str, value: Any, path: Path, wrong: Wrong) -> str:
    if not isinstance(value, str):
        wrong("", key, f'{key} must be {_FILE}, as in {key} = "known.json"')
        return ""
    return str(path.parent / value) if value else ""


def _limits(key: str, value: Any, _path: Path, wrong: Wrong) -> Limits:
    limits = Limits()
    if not isinstance(value, Mapping):
        wrong("", key, f"{key} must be {_LIMITS}, as in [limits]")
        return limits
    told: dict[str, int] = {}
    for name, number in value.items():
        if name not in names():
            wrong(key, name, f"the limit {name} is not known{nearest(name, names())}; known are {', '.join(names())}")
        elif not isinstance(number, int) or isinstance(number, bool):
            wrong(key, name, f"{name} must be a whole number")
        else:
            try:
                limits = Limits(**{**told, name.replace("-", "_"): number})
                told[name.replace("-", "_")] = number
            except ValueError as error:
                least = re.search(r">= (\d+)", str(error))
                wrong(key, name, f"{name} must be at least {least.group(1) if least else 1}")
    return limits


_READERS: dict[str, Callable[[str, Any, Path, Wrong], Any]] = {
    _TEXTS: _texts, _FOLDERS: _folders, _SEVERITY: _severity, _SWITCH: _switch, _FILE: _file, _LIMITS: _limits,
}  # fmt: skip


def _place(text: str, table: str, key: str) -> tuple[int, int]:
    """Where a key of a table stands: line and column, 1 and 1 where it is written in an unusual way."""
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[([\w.\s\"-]+)\]", line)
        if header:
            inside = header.group(1).replace('"', "").replace(" ", "")
            full = f"{table}.{key}" if table else key
            if inside == full:
                return number, line.index("[") + 1
        found = re.match(r"\s*[\"']?([\w.-]+)[\"']?\s*=", line)
        if found and ".".join(filter(None, (inside, found.group(1)))) == ".".join(filter(None, (table, key))):
            return number, found.start(1) + 1
    return 1, 1
