"""claimlint man: the commands and their options -> a manual page."""

import re
from collections.abc import Iterator

import click

from claimlint.cli import options, output
from claimlint.version import VERSION

_STATUS = (
    ("0", "nothing was found at or above the level of failing"),
    ("1", "something was found"),
    ("2", "something could not be checked or done; 2 goes before 1"),
    ("130", "broken off with Ctrl-C"),
)


@click.command()
@options.debug
def man() -> int:
    """Print the manual page: `claimlint man > claimlint.1`."""
    from claimlint.cli.group import cli

    output.show("\n".join(_page(cli)) + "\n")
    return 0


def _page(cli: click.Group) -> Iterator[str]:
    summary, _, rest = (cli.help or "").partition("\n\n")
    yield f'.TH CLAIMLINT 1 "" "claimlint {VERSION}" "User Commands"'
    yield from (".SH NAME", f"claimlint \\- {_roff(summary.rstrip('.'))}")
    yield from (".SH SYNOPSIS", ".B claimlint", "[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR] \\fIPATH\\fR...")
    yield from (".SH DESCRIPTION", _roff(rest))
    yield ".SH COMMANDS"
    root = click.Context(cli, info_name="claimlint")
    for name in cli.list_commands(root):
        command = cli.get_command(root, name)
        if command is not None:
            yield from _command(command, name, root)
    yield ".SH EXIT STATUS"
    for status, meaning in _STATUS:
        yield from (".TP", f".B {status}", _roff(meaning))


def _command(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    yield from (f".SS claimlint {_roff(f'{name} {usage}')}", _roff(command.help or ""))
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1] and "--help" not in record[0]:
            yield from (".TP", f".B {_roff(record[0])}", _roff(record[1]))
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _command(found, f"{name} {inner}", parent)


def _roff(text: str) -> str:
    """A text on one line, in which roff reads no request."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(['.])", r"\\&\1", line)
