"""Paths -> the files to read. Every path that is met ends as a file or as a reason."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

ENDINGS = (".txt", ".md", ".jsonl")
_DEEPEST = 200
_LARGEST = 5 << 20


@frozen
class Fate:
    """What became of a path: "checked", "failed" or "skipped", and why."""

    path: str
    fate: str
    reason: str = ""


def discover(paths: Iterable[str], endings: tuple[str, ...] = ENDINGS) -> tuple[list[str], list[Fate]]:
    """Gives the files below the paths in a fixed order, each once, and the fate of what is not read.

    Folders are walked, what their .gitignore files name and hidden entries are left out; links are not followed out
    of a folder. A path that does not exist has failed.
    """
    files: dict[str, None] = {}
    fates: list[Fate] = []
    for path in paths:
        if os.path.isdir(path):
            for name, fate in _walk(path, endings):
                if fate is None:
                    files.setdefault(name)
                else:
                    fates.append(fate)
        elif not os.path.lexists(path):
            fates.append(Fate(path, "failed", "no such file; check the path"))
        elif not path.lower().endswith(endings):
            fates.append(Fate(path, "failed", f"not an article format; {', '.join(endings)} are read"))
        else:
            files.setdefault(path)
    return sorted(files), sorted(fates, key=lambda fate: fate.path)


def read(path: str, limit: int = _LARGEST) -> bytes:
    """Gives the bytes of a regular file. Raises OSError, and ValueError where it is no file or over the limit."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise ValueError("not a regular file")
        if status.st_size > limit:
            raise ValueError(f"{status.st_size} bytes; {limit} are the most, split the file or raise `article-bytes`")
        data = file.read(limit + 1)
        if len(data) > limit:
            raise ValueError(f"more than {limit} bytes; split the file or raise `article-bytes`")
        return data


def _walk(root: str, endings: tuple[str, ...]) -> Iterator[tuple[str, Fate | None]]:
    ignored = _Ignored()
    stack = [(root, 0)]
    while stack:
        folder, depth = stack.pop()
        if depth > _DEEPEST:
            yield folder, Fate(folder, "failed", f"deeper than {_DEEPEST} folders")
            continue
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield folder, Fate(folder, "failed", f"cannot be listed: {error.strerror}")
            continue
        ignored.enter(folder, entries)
        for entry in entries:
            if entry.name.startswith("."):
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            if ignored.has(entry.path, is_folder):
                continue
            if is_folder:
                stack.append((entry.path, depth + 1))
            elif entry.is_symlink():
                yield entry.path, Fate(entry.path, "skipped", "a link; name it to have it read")
            elif not entry.is_file(follow_symlinks=False):
                yield entry.path, Fate(entry.path, "skipped", "not a regular file")
            elif not entry.name.lower().endswith(endings):
                yield entry.path, Fate(entry.path, "skipped", "not an article format")
            else:
                yield entry.path, None


class _Ignored:
    """What the .gitignore files of the folders walked so far leave out."""

    def __init__(self) -> None:
        self._specs: dict[str, object] = {}

    def enter(self, folder: str, entries: list[os.DirEntry[str]]) -> None:
        if any(entry.name == ".gitignore" and entry.is_file(follow_symlinks=False) for entry in entries):
            from pathspec import GitIgnoreSpec  # only where there is something to ignore

            lines = Path(folder, ".gitignore").read_bytes().decode("utf-8", "replace").splitlines()
            self._specs[folder] = GitIgnoreSpec.from_lines(lines)

    def has(self, path: str, is_folder: bool) -> bool:
        for folder, spec in self._specs.items():
            prefix = folder.rstrip(os.sep) + os.sep
            if path.startswith(prefix):
                inside = path[len(prefix) :].replace(os.sep, "/") + ("/" if is_folder else "")
                if spec.match_file(inside):  # type: ignore[attr-defined]
                    return True
        return False
