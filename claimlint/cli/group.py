"""The commands by name, each read when it is called; `claimlint PATH` is `claimlint check PATH`."""

from importlib import import_module
from typing import TYPE_CHECKING

import click

from claimlint.cli.commands import COMMANDS
from claimlint.version import VERSION

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_FLAGS = frozenset({"-h", "--help", "--version"})


class _Group(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names of the commands, as the help lists them."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"claimlint.cli.{COMMANDS[name]}"), name.replace("-", "_"))
        return command if isinstance(command, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments; one that begins with no command is a path to check."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)  # a shell asks for the first word
        if not args or (args[0] not in COMMANDS and args[0] not in _FLAGS):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands, and the files: what a shell offers for the first word."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


@click.group(
    cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100, "max_content_width": 100}
)
@click.version_option(VERSION, prog_name="claimlint")
def cli() -> None:
    """Find the figures, dates and treaty clauses in articles that cannot all be true.

    `claimlint PATH...` checks articles; it is short for `claimlint check PATH...`. The exit status is 0 where nothing
    was found, 1 where something was, 2 where something could not be checked.
    """
