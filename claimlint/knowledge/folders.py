"""Where the knowledge stands: grammars/ and rules/, beside the package in a wheel, else in the checkout."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimlint.errors import KnowledgeError, Problem

PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_COMPILED = "__pycache__"  # what Python makes of the program
_ENDINGS = (".lark", ".yaml")


def folder(name: str) -> str:
    """Gives the folder of that name ("grammars" or "rules"). Raises KnowledgeError where there is none."""
    for beside in (PACKAGE, os.path.dirname(PACKAGE)):
        if os.path.isdir(place := os.path.join(beside, name)):
            return place
    raise KnowledgeError(
        [Problem(name, 0, 0, f"the folder {name}/ is missing from the installation; install claimlint-news anew")]
    )


class File(NamedTuple):
    """A file: its name in its folder, where it stands, and its stamp, which is another one whenever it has been written."""

    name: str
    path: str
    stamp: tuple[int, int, int]  # size, and when its content and when anything about it changed last

    @property
    def folder(self) -> str:
        """The name of the folder that it stands in, "" for none."""
        return self.name.rpartition("/")[0].rpartition("/")[2]


def files(root: str | os.PathLike[str], endings: tuple[str, ...] = _ENDINGS, inside: str = "") -> list[File]:
    """Gives the files below a folder by name, which begins with `inside`. Links are not followed.

    Raises KnowledgeError where a folder cannot be listed.
    """
    return sorted(_files(os.fspath(root), endings, inside))


def stamp(status: os.stat_result) -> tuple[int, int, int]:
    """Gives the stamp of a file."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def texts(found: Iterable[File], largest: int = 1 << 20) -> dict[str, str]:
    """Gives the texts of files by name.

    Raises KnowledgeError where a file is larger than so many bytes, is no UTF-8 or cannot be read.
    """
    told: dict[str, str] = {}
    problems: list[Problem] = []
    for name, path, _ in found:
        try:
            with open(path, "rb") as file:
                data = file.read(largest + 1)
            if len(data) > largest:
                problems.append(Problem(path, 0, 0, f"over {largest} bytes; split the file or raise `knowledge-bytes`"))
            told[name] = data.decode("utf-8")
        except UnicodeDecodeError as error:
            problems.append(Problem(path, 0, 0, f"not UTF-8 at byte {error.start}; save the file as UTF-8"))
        except OSError as error:
            problems.append(Problem(path, 0, 0, f"cannot be read: {error.strerror}; check its rights"))
    if problems:
        raise KnowledgeError(problems)
    return told


def _files(root: str, endings: tuple[str, ...], inside: str) -> Iterator[File]:
    try:
        for entry in os.scandir(root):
            if entry.is_dir(follow_symlinks=False):
                if entry.name == _COMPILED:
                    continue
                yield from _files(entry.path, endings, f"{inside}{entry.name}/")
            elif entry.name.endswith(endings) and entry.is_file(follow_symlinks=False):
                yield File(inside + entry.name, entry.path, stamp(entry.stat(follow_symlinks=False)))
    except OSError as error:
        raise KnowledgeError([Problem(root, 0, 0, f"cannot be listed: {error.strerror}; check the path")]) from None
