"""Plain data that took long to make, kept between runs under what it was made from.

It only ever saves time: a cache that is missing, read-only, full, broken or changed by another hand is as good as
none. A row stands behind a checksum and its key, in a file of its own that is moved into place. Data is kept under the
contents of the files that it was made from; beside it stands which contents the files had with their present stamps, so
that a run need not read them. Where all stamps are others, as in a fresh checkout or an image, the contents find the data.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from zlib import crc32

from claimlint.knowledge import folders, tables
from claimlint.knowledge.folders import File
from claimlint.knowledge.tables import Apart, Table
from claimlint.version import VERSION

_SUM = 8  # characters of a CRC-32 in hexadecimal
_KEPT = 8  # rows of a kind
_WRITTEN = 2  # of a stamp: size, and when the content changed, which every system tells of a file that is open
# Nothing that is read as an article, wherever the folder lies.
_DATA, _CONTENTS, _FOUND = ".cache", ".seen", ".found"
# As it is imported: one that is installed meanwhile would be taken for what makes the data.
_PROGRAM = folders.files(folders.PACKAGE, (".py",), "claimlint/")


def folder() -> str | None:
    """Gives the user's cache folder; None where the user wants none (CLAIMLINT_CACHE is empty)."""
    chosen = os.environ.get("CLAIMLINT_CACHE")
    if chosen is not None:
        return chosen or None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    base = os.path.expanduser(base)
    return None if base.startswith("~") else os.path.join(base, "claimlint")


class Source(NamedTuple):
    """What data is made from: knowledge files, the program that reads them, and what else counts."""

    files: tuple[File, ...]
    more: str

    @property
    def stamp(self) -> str:
        """The stamps of the files as one line. A file that has been written is another file, whatever is in it."""
        return ascii((self.more, [(file.path, *file.stamp) for file in self.files]))

    def contents(self) -> str | None:
        """Gives a line that is the same only where the names and contents of the files are.

        None where one cannot be read, or is not as it was when it was listed.
        """
        from hashlib import file_digest, sha256  # most runs find the stamps as they were

        found = sha256(self.more.encode())
        try:
            for file in self.files:
                with open(file.path, "rb") as opened:
                    if folders.stamp(os.fstat(opened.fileno()))[:_WRITTEN] != file.stamp[:_WRITTEN]:
                        return None
                    found.update(f"\n{file.name!a} {file_digest(opened, 'sha256').hexdigest()}".encode())
        except OSError:
            return None
        return found.hexdigest()


def source(files: Iterable[File], *more: object) -> Source:
    """Gives what data is made from: these files, this program, and what else counts."""
    return Source((*files, *_PROGRAM), ascii((VERSION, more)))


def remembered(source: Source, make: Callable[[], Mapping[str, Any]]) -> Table:
    """Gives the parts of the data kept for a source, or makes and keeps them. What is given is the same in both cases."""
    place = folder()
    text = _kept(place, source) if place is not None else None
    found: Table = tables.read(_made(place, source, make) if text is None else text)
    return found


def contents(source: Source) -> str | None:
    """Gives what is the same only where the contents of a source are, for one of which data is remembered; else None."""
    place = folder()
    seen = _load(place, _CONTENTS, source.stamp) if place is not None else None
    return str(seen, "ascii") if seen else None


def kept(key: str) -> Table | None:
    """Gives the parts of the data that were kept under a line of ASCII; None where none were."""
    place = folder()
    text = _load(place, _FOUND, key) if place is not None else None
    found: Table | None = tables.read(text) if text is not None else None
    return found


def keep(key: str, parts: Mapping[str, Any]) -> None:
    """Keeps the parts of plain data under a line of ASCII, in the place of what was kept under it."""
    place = folder()
    if place is not None:
        _store(place, _FOUND, key, tables.written(Apart(parts)).encode("ascii"))


def _kept(place: str, source: Source) -> memoryview | None:
    """What is kept for a source; None where nothing is."""
    stamp = source.stamp
    seen = _load(place, _CONTENTS, stamp)
    text = _load(place, _DATA, str(seen, "ascii")) if seen else None
    if text is None and (contents := source.contents()):
        text = _load(place, _DATA, contents)
        if text is not None:
            _store(place, _CONTENTS, stamp, contents.encode())
    return text


def _made(place: str | None, source: Source, make: Callable[[], Mapping[str, Any]]) -> bytes:
    """What is made of a source. It is kept where no file was written meanwhile."""
    contents = source.contents() if place is not None else None
    text = tables.written(Apart(make())).encode("ascii")
    if place is not None and contents and contents == source.contents():
        _store(place, _DATA, contents, text)
        _store(place, _CONTENTS, source.stamp, contents.encode())
    return text


def _path(place: str, kind: str, key: str) -> str:
    return os.path.join(place, _sum(key.encode()).decode() + kind)


def _load(place: str, kind: str, key: str) -> memoryview | None:
    """What a row holds below its checksum and its key; None where any of it is not as it was written."""
    begin = f"{key}\n".encode("ascii")
    try:
        path = _path(place, kind, key)
        with open(path, "rb", buffering=0) as file:
            row = memoryview(file.readall())  # looked at in parts, of which none is copied
        told = row[_SUM + 1 :]
        if row[:_SUM] == _sum(told) and told[: len(begin)] == begin:
            with contextlib.suppress(OSError):
                os.utime(path)  # what is used is not cleared away
            return told[len(begin) :]
    except (OSError, ValueError):
        pass
    return None


def _store(place: str, kind: str, key: str, text: bytes) -> None:
    body = b"%s\n%s" % (key.encode("ascii"), text)
    name = os.path.join(place, f"new-{os.urandom(8).hex()}")  # of its own: tempfile takes as long to import as an article to read
    with contextlib.suppress(OSError):
        os.makedirs(place, exist_ok=True, mode=0o700)
        try:
            with open(name, "xb", opener=_own) as file:
                file.write(_sum(body) + b"\n" + body)
            os.replace(name, _path(place, kind, key))
        except OSError:
            os.unlink(name)
        _prune(place, kind)


def _own(path: str, flags: int) -> int:
    """Opens a file that nobody else may read."""
    return os.open(path, flags, 0o600)


def _prune(place: str, kind: str) -> None:
    """Leaves the rows of a kind that were used last."""
    rows = sorted((entry for entry in os.scandir(place) if entry.name.endswith(kind)), key=lambda row: row.stat().st_mtime)
    for row in rows[:-_KEPT]:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(row.path)


def _sum(told: bytes | memoryview) -> bytes:
    return b"%0*x" % (_SUM, crc32(told))
