"""Where the knowledge stands: grammars/ and rules/, beside the package in a wheel, else in the checkout."""

from pathlib import Path

from claimlint.errors import KnowledgeError, Problem

_PACKAGE = Path(__file__).resolve().parent.parent
_LARGEST = 1 << 20  # bytes of one knowledge file


def folder(name: str) -> Path:
    """Gives the folder of that name ("grammars" or "rules"). Raises KnowledgeError where there is none."""
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise KnowledgeError([Problem(name, 0, 0, f"the folder {name}/ is missing from the installation; install claimlint-news anew")])


def files(root: Path, kind: str = "yaml") -> dict[str, Path]:
    """Gives the files of a kind below a folder, by their path in it, in a fixed order. Links out are not followed."""
    found = {}
    for path in sorted(root.rglob(f"*.{kind}")):
        if path.is_file() and path.resolve().is_relative_to(root.resolve()):
            found[path.relative_to(root).as_posix()] = path
    return found


def read(path: Path) -> str:
    """Gives the text of a knowledge file. Raises KnowledgeError where it is too large or no UTF-8."""
    try:
        if path.stat().st_size > _LARGEST:
            raise KnowledgeError([Problem(str(path), 0, 0, f"larger than {_LARGEST} bytes; split the file")])
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise KnowledgeError([Problem(str(path), 0, 0, f"not UTF-8 at byte {error.start}; save the file as UTF-8")]) from None
    except OSError as error:
        raise KnowledgeError([Problem(str(path), 0, 0, f"cannot be read: {error.strerror}")]) from None
