"""What a command asks for -> the settings and the checker that it begins with."""

import gc
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimlint.cli import progress
from claimlint.configuration import place
from claimlint.configuration.settings import Settings
from claimlint.errors import UsageError, nearest

if TYPE_CHECKING:
    from claimlint.line import Claimlint

_NEW = 200_000  # objects made before the collector looks at them


def settings(config: str | None = None) -> Settings:
    """Gives the settings of the file that holds here. Raises KnowledgeError, and UsageError where --config names none."""
    if config is not None and not os.path.isfile(config):
        raise UsageError(f"{config}: no such file; --config takes a claimlint.toml or a pyproject.toml")
    found = place.find() if config is None else config
    if found is None:
        return Settings()
    from claimlint.configuration import files  # most runs have no file

    return files.load(found)


def checker(settings: Settings, *, debug: bool = False) -> "Claimlint":
    """Gives the checker with its knowledge. Raises KnowledgeError where that is broken."""
    from claimlint.line import Claimlint

    with progress.compiling() as compiling:
        lint = Claimlint(settings, debug=debug, compiling=compiling)
    collect()
    return lint


def recalling(settings: Settings, asked: Sequence[str], *, debug: bool = False) -> "Claimlint":
    """Gives the checker of runs over articles that `asked` names, which knows what the last one found. Raises KnowledgeError."""
    from claimlint.recall import Recalling

    with progress.compiling() as compiling:
        lint = Recalling(settings, [os.getcwd(), *asked], debug=debug, compiling=compiling)
    collect()
    return lint


def collect() -> None:
    """Has what is not used any more collected from here on, where the knowledge has been read in a process of its own."""
    if gc.isenabled():
        return
    gc.set_threshold(_NEW, 50, 100)  # what is read and remembered lives long: looking at it often finds nothing
    gc.freeze()  # the knowledge lives as long as the process: what is made from here on is looked at alone
    gc.enable()


def known(wanted: Sequence[str], names: Sequence[str]) -> None:
    """Raises UsageError for a rule that does not exist."""
    for name in wanted:
        if name not in names:
            raise UsageError(f"no rule is called {name!r}{nearest(name, names) or '; `claimlint rules` lists them'}")
