"""claimlint lsp: an editor's messages -> diagnostics, on standard input and output."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from claimlint.cli import options, start
from claimlint.errors import UsageError

if TYPE_CHECKING:
    from claimlint.editor.desk import Desk


@click.command()
@click.option("--stdio", is_flag=True, help="Speak on standard input and output, which is always so; editors tell it.")
@options.config
@options.debug
def lsp(config: str | None, stdio: bool) -> int:  # noqa: ARG001
    """Serve an editor by the Language Server Protocol: findings while articles are written."""
    if find_spec("pygls") is None:
        raise UsageError("the language server needs pygls; install claimlint with its extra `lsp`")
    import os

    from claimlint.editor.server import serve

    debug = options.debugging()
    named = os.path.abspath(config) if config else None

    def desk() -> "Desk":
        from claimlint.editor.desk import Desk

        settings = start.settings(named)
        made = Desk(settings, debug=debug)
        start.known([*settings.select, *settings.ignore], [rule.name for rule in made.rules])
        start.collect()
        return made

    serve(desk)
    return 0
