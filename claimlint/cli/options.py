"""Options that commands share."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from claimlint.cli import start

if TYPE_CHECKING:
    from claimlint.configuration.settings import Settings
    from claimlint.line import Claimlint

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

    names = [file.name for file in folders.files(folders.folder("rules")) if file.folder == "checks"]
    found = [name.rpartition("/")[2].removesuffix(".yaml") for name in names]
    return [name for name in found if name.startswith(incomplete)]


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


def debugging() -> bool:
    """Whether --debug is told."""
    return bool(click.get_current_context().find_root().obj["debug"])


def checker(settings: "Settings") -> "Claimlint":
    """Gives the checker with its knowledge. Raises KnowledgeError where that is broken."""
    return start.checker(settings, debug=debugging())
