"""claimlint completion: the script with which a shell completes commands, options and names."""

import click
from click.shell_completion import ShellComplete, get_completion_class

from claimlint.cli import options, output
from claimlint.cli.commands import COMPLETING

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@options.debug
def completion(shell: str) -> int:
    """Print the completion for SHELL: `eval "$(claimlint completion bash)"` in ~/.bashrc."""
    from claimlint.cli.group import cli

    script = (get_completion_class(shell) or ShellComplete)(cli, {}, "claimlint", COMPLETING)
    output.show(script.source_template % script.source_vars() + "\n")
    return 0
