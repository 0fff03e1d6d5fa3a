"""Paths -> the files to read. Every path that is met ends as a file or as a reason."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimlint.configuration.limits import Limits
from claimlint.errors import Problem, UnreadableError
from claimlint.nouns import define, frozen

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec

_IGNORE = ".gitignore"
_LARGEST_IGNORE = 1 << 20  # bytes
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@frozen
class Fate:
    """What became of a path: "checked", "failed" or "skipped", and why; where a line is to blame, which."""

    path: str
    fate: str
    reason: str = ""
    line: int = 0
    column: int = 0


@frozen
class Found:
    """A file to read. `named` is whether it was given itself; others are not read through links."""

    path: str
    named: bool


@define
class _Folder:
    """A folder to walk, with the ignore files that hold for it, the nearest last."""

    path: str
    depth: int
    ignored: tuple[tuple[str, "GitIgnoreSpec"], ...]


class Walker:
    """Finds the files of some formats. `exclude` are gitignore patterns below `base`."""

    def __init__(self, endings: Sequence[str], limits: Limits, exclude: Sequence[str] = (), base: "Path | None" = None) -> None:
        self._endings = tuple(endings)
        self._limits = limits
        self._exclude = _spec(exclude) if exclude else None
        self._base = os.path.abspath(base or os.curdir)

    def excludes(self, path: str) -> bool:
        """Whether the exclude patterns name a path."""
        return self._exclude is not None and bool(_matches(self._exclude, os.path.abspath(path), self._base, is_folder=False))

    def discover(self, paths: Iterable[str]) -> tuple[list[Found], list[Fate]]:
        """Gives the files below the paths in a fixed order, each once, and the fate of what is not read.

        Folders are walked; hidden entries, what .gitignore files name, links and what is no regular file are skipped.
        A path that does not exist or is no article has failed.
        """
        files: dict[str, Found] = {}
        fates: dict[str, Fate] = {}
        for given in sorted(set(paths)):
            path = os.path.normpath(given) if given else given
            if os.path.isdir(path):
                for found in self._walk(path):
                    if isinstance(found, Fate):
                        fates.setdefault(found.path, found)
                    else:
                        files.setdefault(found.path, found)
            elif not os.path.lexists(path):
                fates[path] = Fate(path, "failed", "no such file; check the path")
            elif not path.lower().endswith(self._endings):
                fates[path] = Fate(path, "failed", f"no article format; name a file that ends in {', '.join(self._endings)}")
            else:
                files[path] = Found(path, named=True)
        once: dict[str, Found] = {}
        for path in sorted(files):
            once.setdefault(os.path.abspath(path), files[path])
        return list(once.values()), [fates[path] for path in sorted(fates) if path not in files]

    def _walk(self, root: str) -> Iterator[Found | Fate]:
        stack = [_Folder(root, 0, ())]
        while stack:
            folder = stack.pop()
            if folder.depth > self._limits.folder_depth:
                yield Fate(folder.path, "failed", f"deeper than {self._limits.folder_depth} folders; raise `folder-depth`")
                continue
            try:
                with os.scandir(folder.path) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
                ignored = folder.ignored + self._ignore_file(folder.path, entries)
            except OSError as error:
                yield Fate(folder.path, "failed", f"cannot be listed: {error.strerror}; check its rights")
                continue
            for entry in entries:
                path = os.path.normpath(entry.path)
                is_folder = entry.is_dir(follow_symlinks=False)
                reason = self._reason(entry, path, ignored, is_folder=is_folder)
                if reason:
                    yield Fate(path, "skipped", reason)
                elif is_folder:
                    stack.append(_Folder(path, folder.depth + 1, ignored))
                else:
                    yield Found(path, named=False)

    def _reason(
        self, entry: "os.DirEntry[str]", path: str, ignored: Sequence[tuple[str, "GitIgnoreSpec"]], *, is_folder: bool
    ) -> str:
        """Why an entry is skipped; "" where it is not."""
        if entry.name.startswith("."):
            return "hidden"
        if self._exclude is not None and _matches(self._exclude, os.path.abspath(path), self._base, is_folder=is_folder):
            return "excluded by the configuration"
        for place, spec in reversed(ignored):
            verdict = _matches(spec, path, place, is_folder=is_folder)
            if verdict is not None:
                if verdict:
                    return "named by a .gitignore"
                break
        if is_folder:
            return ""
        if entry.is_symlink():
            return "a link; name it to have it read"
        if not entry.is_file(follow_symlinks=False):
            return "not a regular file"
        return "" if entry.name.lower().endswith(self._endings) else "not an article format"

    def _ignore_file(self, folder: str, entries: Sequence["os.DirEntry[str]"]) -> tuple[tuple[str, "GitIgnoreSpec"], ...]:
        if not any(entry.name == _IGNORE and entry.is_file(follow_symlinks=False) for entry in entries):
            return ()
        with open(os.path.join(folder, _IGNORE), "rb") as file:
            lines = file.read(_LARGEST_IGNORE).decode("utf-8", "replace").splitlines()
        return ((folder, _spec(lines)),)


def read(found: Found, limits: Limits) -> bytes:
    """Gives the bytes of a regular file. Raises UnreadableError where it cannot be read, is no file or over the limit."""
    try:
        return _bytes(found, limits.article_bytes)
    except OSError as error:
        said = f"cannot be read: {error.strerror}; check the path and its rights"
        raise UnreadableError(Problem(found.path, 0, 0, said)) from None


def _bytes(found: Found, most: int) -> bytes:
    descriptor = os.open(found.path, _OPEN | (0 if found.named else _NO_LINK))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(Problem(found.path, 0, 0, "not a regular file; name a file of text"))
        data = file.read(most + 1) if status.st_size <= most else b""
        if len(data) > most or status.st_size > most:
            raise UnreadableError(Problem(found.path, 0, 0, f"over {most} bytes; split the file or raise `article-bytes`"))
        return data


def _spec(lines: Iterable[str]) -> "GitIgnoreSpec":

    from pathspec import GitIgnoreSpec  # only where there is something to ignore

    return GitIgnoreSpec.from_lines(_patterns(lines))


def _patterns(lines: Iterable[str]) -> Iterator[str]:
    """The lines that are patterns: one that is none is passed over, as git does."""
    from pathspec import GitIgnoreSpec

    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        yield line


def _matches(spec: "GitIgnoreSpec", path: str, place: str, *, is_folder: bool) -> bool | None:
    """Whether a pattern names a path below a place; None where none speaks of it."""
    inside = os.path.relpath(path, place).replace(os.sep, "/")
    return None if inside.startswith("..") else spec.check_file(inside + ("/" if is_folder else "")).include
