"""Where the knowledge stands: grammars/ and rules/, beside the package in a wheel, else in the checkout."""

import os
from pathlib import Path

from claimlint.errors import KnowledgeError, Problem

_PACKAGE = Path(__file__).resolve().parent.parent
_ENDINGS = (".lark", ".yaml")


def folder(name: str) -> Path:
    """Gives the folder of that name ("grammars" or "rules"). Raises KnowledgeError where there is none."""
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise KnowledgeError(
        [Problem(name, 0, 0, f"the folder {name}/ is missing from the installation; install claimlint-news anew")]
    )


def texts(root: Path, largest: int = 1 << 20) -> dict[str, str]:
    """Gives the knowledge files below a folder: their path in it -> their text, in a fixed order. Links are not followed.

    Raises KnowledgeError where a file is larger than so many bytes, is no UTF-8 or cannot be read.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for name, path in sorted(_files(str(root), "")):
        try:
            with open(path, "rb") as file:
                data = file.read(largest + 1)
            if len(data) > largest:
                problems.append(Problem(path, 0, 0, f"over {largest} bytes; split the file or raise `knowledge-bytes`"))
            found[name] = data.decode("utf-8")
        except UnicodeDecodeError as error:
            problems.append(Problem(path, 0, 0, f"not UTF-8 at byte {error.start}; save the file as UTF-8"))
        except OSError as error:
            problems.append(Problem(path, 0, 0, f"cannot be read: {error.strerror}; check its rights"))
    if problems:
        raise KnowledgeError(problems)
    return found


def _files(root: str, inside: str) -> list[tuple[str, str]]:
    found = []
    try:
        entries = list(os.scandir(root))
    except OSError as error:
        raise KnowledgeError([Problem(root, 0, 0, f"cannot be listed: {error.strerror}; check the path")]) from None
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            found += _files(entry.path, f"{inside}{entry.name}/")
        elif entry.name.endswith(_ENDINGS) and entry.is_file(follow_symlinks=False):
            found.append((f"{inside}{entry.name}", entry.path))
    return found
