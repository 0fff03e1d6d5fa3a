"""The folder where claimlint is run -> the configuration file that holds there. Most runs have none, and read no further."""

import os
import re
from collections.abc import Mapping
from typing import Any

from claimlint.errors import KnowledgeError, Problem

OWN, SHARED = "claimlint.toml", "pyproject.toml"
TABLE = ("tool", "claimlint")
_HEADER = re.compile(r"""^[ \t]*\[[ \t]*["']?tool["']?[ \t]*\.[ \t]*["']?claimlint\b""", re.MULTILINE)
_LARGEST = 1 << 20  # bytes


def find(folder: str = os.curdir) -> str | None:
    """Gives the file that holds for a folder: its own, or the next one upwards; None where there is none.

    A pyproject.toml counts where it has the table. Raises KnowledgeError where one that names claimlint is broken.
    """
    for _ in range(os.path.realpath(folder).count(os.sep) + 1):
        own, shared = (os.path.normpath(os.path.join(folder, name)) for name in (OWN, SHARED))
        if os.path.isfile(own):
            return own
        if os.path.isfile(shared) and _counts(shared):
            return shared
        folder = os.path.join(folder, os.pardir)
    return None


def text(path: str) -> str:
    """Gives the text of a configuration file. Raises KnowledgeError where it is too large, no UTF-8 or cannot be read."""
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise KnowledgeError([Problem(path, 0, 0, f"over {_LARGEST} bytes, the most of a configuration")])
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeError([Problem(path, 0, 0, f"not UTF-8 at byte {error.start}; save the file as UTF-8")]) from None
    except OSError as error:
        raise KnowledgeError([Problem(path, 0, 0, f"cannot be read: {error.strerror}; check the path")]) from None


def table(told: str, path: str) -> dict[str, Any] | None:
    """Gives our table of a file's text; None where one that is shared has none. Raises KnowledgeError where it is no TOML."""
    data: Any = _parsed(told, path)
    if os.path.basename(path) != SHARED:
        return dict(data)
    for name in TABLE:
        data = data.get(name) if isinstance(data, Mapping) else None
    return dict(data) if isinstance(data, Mapping) else None


def _counts(shared: str) -> bool:
    """Whether a file that other programs share has our table."""
    told = text(shared)
    return bool(_HEADER.search(told)) and table(told, shared) is not None


def _parsed(told: str, path: str) -> dict[str, Any]:
    import tomllib  # only where there is a file

    try:
        return tomllib.loads(told)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
        end = told.count("\n") + 1, len(told) - told.rfind("\n")
        line, column = (int(at.group(1)), int(at.group(2))) if at else end
        said = re.sub(r" \(at .*", "", str(error)) if isinstance(error, ValueError) else "nested too deep"
        raise KnowledgeError(
            [Problem(path, line, column, f"not TOML: {said}; texts stand in quotation marks, lists in [ ]")]
        ) from None
