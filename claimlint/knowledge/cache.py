"""Plain data that took long to make, kept between runs under the stamps of what it was made from.

It only ever saves time: a cache that is missing, read-only, full, broken or changed by another hand is as good as
none. What is kept is JSON in lines behind a checksum and the stamps, written to a file of its own and moved into place.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zlib import crc32

from claimlint.knowledge import folders, tables
from claimlint.knowledge.folders import File
from claimlint.knowledge.tables import Apart, Table
from claimlint.version import VERSION

_SUM = 8  # characters of a CRC-32 in hexadecimal
_KEPT = 8  # versions of the knowledge
_SUFFIX = ".cache"  # nothing that is read as an article, wherever the folder lies


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


def stamp(files: Iterable[File], *more: object) -> str:
    """Gives the stamps of knowledge files and of the program that reads them, and what else counts, as one line.

    A file that has been written is another file, whatever is in it: so none need be read to know what was made of them.
    """
    program = folders.files(folders.PACKAGE, (".py",))
    return ascii((VERSION, more, [(file.path, *file.stamp) for found in (files, program) for file in found]))


def remembered(stamp: str, make: Callable[[], Mapping[str, Any]]) -> Table:
    """Gives the parts of the data kept under a stamp, or makes and keeps them. What is given is the same in both cases."""
    place = folder()
    path = os.path.join(place, f"{_sum(stamp.encode()).decode()}{_SUFFIX}") if place is not None else None
    kept = _load(path, stamp) if path is not None else None
    if kept is None:
        made = tables.written(Apart(make())).encode("ascii")
        if path is not None:
            _store(path, b"%s\n%s" % (stamp.encode("ascii"), made))
        kept = memoryview(made)
    found: Table = tables.read(kept)
    return found


def _load(path: str, stamp: str) -> memoryview | None:
    """What a row holds below its checksum and the stamp; None where any of it is not as it was written."""
    begin = f"{stamp}\n".encode("ascii")
    try:
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


def _store(path: str, body: bytes) -> None:
    import tempfile

    place = os.path.dirname(path)
    with contextlib.suppress(OSError):
        os.makedirs(place, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=place, prefix="new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_sum(body) + b"\n" + body)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
        _prune(place)


def _prune(place: str) -> None:
    """Leaves the rows that were made last."""
    rows = sorted((entry for entry in os.scandir(place) if entry.name.endswith(_SUFFIX)), key=lambda row: row.stat().st_mtime)
    for row in rows[:-_KEPT]:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(row.path)


def _sum(told: bytes | memoryview) -> bytes:
    return b"%0*x" % (_SUM, crc32(told))
