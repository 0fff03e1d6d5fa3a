"""Options that commands share, and the settings that they add up to."""

import gc
import glob
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimlint.configuration import files
from claimlint.configuration.settings import Settings
from claimlint.errors import UsageError, nearest

if TYPE_CHECKING:
    from claimlint.line import Claimlint

_NEW = 50_000  # objects made before the collector looks at them
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().obj["debug"] = True


def _named(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Names that are given one by one or parted by commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _rules(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """The names of our own rules that begin so, for a shell."""
    from claimlint.knowledge import folders

    places = folders.folder("rules").joinpath("checks").glob(f"{glob.escape(incomplete)}*.yaml")
    return sorted(place.name.removesuffix(".yaml") for place in places)


debug: Decorator = click.option(
    "--debug", is_flag=True, expose_value=False, callback=_debug, help="Show where a fault of claimlint's own is."
)
config: Decorator = click.option(
    "--config", type=click.Path(dir_okay=False), metavar="FILE", help="Read this instead of claimlint.toml or pyproject.toml."
)
color: Decorator = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the text."
)


def names(option: str, text: str) -> Decorator:
    """An option that takes names of rules, several times or parted by commas."""
    return click.option(option, multiple=True, metavar="RULE", callback=_named, shell_complete=_rules, help=text)


def settings(config: str | None) -> Settings:
    """Gives the settings of the file that holds here. Raises KnowledgeError, and UsageError where --config names none."""
    if config is None:
        found = files.find(Path())
        return files.load(found) if found else Settings()
    if not os.path.isfile(config):
        raise UsageError(f"{config}: no such file; --config takes a claimlint.toml or a pyproject.toml")
    return files.load(Path(config))


def checker(settings: Settings) -> "Claimlint":
    """Gives the checker with its knowledge. Raises KnowledgeError where that is broken."""
    from claimlint.line import Claimlint

    lint = Claimlint(settings, debug=bool(click.get_current_context().find_root().obj["debug"]))
    collect()
    return lint


def collect() -> None:
    """Has what is not used any more collected from here on, where the knowledge has been read."""
    gc.set_threshold(_NEW, 50, 100)  # what is read and remembered lives long: looking at it often finds nothing
    gc.freeze()  # the knowledge lives as long as the process: what is made from here on is looked at alone
    gc.enable()


def known(wanted: Sequence[str], names: Sequence[str]) -> None:
    """Raises UsageError for a rule that does not exist."""
    for name in wanted:
        if name not in names:
            raise UsageError(f"no rule is called {name!r}{nearest(name, names) or '; `claimlint rules` lists them'}")
