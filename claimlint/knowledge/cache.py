"""Plain data that took long to make, kept between runs under the stamps of what it was made from.

It only ever saves time: a cache that is missing, read-only, full, broken or changed by another hand is as good as
none. What is kept is JSON in lines behind a checksum, written to a file of its own and moved into place.
"""

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from claimlint.knowledge import folders, tables
from claimlint.knowledge.folders import File
from claimlint.knowledge.tables import Apart, Table
from claimlint.version import VERSION

_SUM = 64  # characters of a SHA-256 in hexadecimal
_KEPT = 8  # versions of the knowledge
_SUFFIX = ".cache"  # nothing that is read as an article, wherever the folder lies


def folder() -> Path | None:
    """Gives the user's cache folder; None where the user wants none (CLAIMLINT_CACHE is empty)."""
    chosen = os.environ.get("CLAIMLINT_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        return Path(base).expanduser() / "claimlint"
    except RuntimeError:
        return None


def key(files: Iterable[File], *more: object) -> str:
    """Gives the hash of the stamps of knowledge files and of the program that reads them, and of what else counts.

    A file that has been written is another file, whatever is in it: so none need be read to know what was made of them.
    """
    program = folders.files(folders.PACKAGE, (".py",))
    stamps = [(file.path, *file.stamp) for found in (files, program) for file in found]
    return hashlib.sha256(repr((VERSION, more, stamps)).encode("utf-8", "surrogateescape")).hexdigest()


def remembered(key: str, make: Callable[[], Mapping[str, Any]]) -> Table:
    """Gives the parts of the data kept under a key, or makes and keeps them. What is given is the same in both cases."""
    place = folder()
    text = _load(place / f"{key}{_SUFFIX}") if place is not None else None
    if text is None:
        text = tables.written(Apart(make()))
        if place is not None:
            _store(place / f"{key}{_SUFFIX}", text.encode("ascii"))
    found: Table = tables.read(text)
    return found


def _load(path: Path) -> str | None:
    try:
        row = path.read_bytes()
        head, body = row[:_SUM], row[_SUM + 1 :]
        if hashlib.sha256(body).hexdigest().encode() == head:
            with contextlib.suppress(OSError):
                os.utime(path)  # what is used is not cleared away
            return body.decode("ascii")
    except (OSError, ValueError):
        pass
    return None


def _store(path: Path, body: bytes) -> None:
    import tempfile

    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
        _prune(path.parent)


def _prune(place: Path) -> None:
    """Leaves the rows that were made last."""
    rows = sorted(place.glob(f"*{_SUFFIX}"), key=lambda row: row.stat().st_mtime, reverse=True)
    for row in rows[_KEPT:]:
        row.unlink(missing_ok=True)
