"""Plain data that took long to make, kept between runs under the hash of what it was made from.

It only ever saves time: a cache that is missing, read-only, full, broken or changed by another hand is as good as
none. Rows are JSON with a checksum, written to a file of their own and moved into place.
"""

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SUM = 64  # characters of a SHA-256 in hexadecimal


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


def remembered(key: str, make: Callable[[], Any]) -> Any:
    """Gives the data kept under a key, or makes and keeps it."""
    place = folder()
    if place is None:
        return make()
    found = _load(place / f"{key}.json")
    if found is None:
        found = json.loads(json.dumps(make()))
        _store(place / f"{key}.json", found)
    return found


def _load(path: Path) -> Any:
    try:
        row = path.read_bytes()
        head, body = row[:_SUM], row[_SUM + 1 :]
        if hashlib.sha256(body).hexdigest().encode() == head:
            return json.loads(body)
    except (OSError, ValueError, RecursionError):
        pass
    return None


def _store(path: Path, data: Any) -> None:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem[:8])
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
