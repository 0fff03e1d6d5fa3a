"""The knowledge files -> plain data, built once and kept in the cache."""

import hashlib
from pathlib import Path
from typing import Any

import claimlint
from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge import cache, folders


def texts(root: Path) -> dict[str, str]:
    """Gives the knowledge files below a folder: path in it -> text."""
    return {name: folders.read(path) for kind in ("lark", "yaml") for name, path in folders.files(root, kind).items()}


def digest(*parts: dict[str, str]) -> str:
    """Gives the hash of knowledge files and of the version that reads them."""
    sha = hashlib.sha256(claimlint.__version__.encode())
    for files in parts:
        for name, text in sorted(files.items()):
            sha.update(f"\0{name}\0{len(text)}\0{text}".encode())
    return sha.hexdigest()


__all__ = ["Any", "KnowledgeError", "Problem", "cache", "digest", "texts"]
