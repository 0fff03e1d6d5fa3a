"""The way in and out: runs a command, says in one line what could not be done, gives the exit status."""

import gc
import os
import sys
from typing import Any, NoReturn

NOTHING_DONE, BROKEN_OFF = 2, 130


def run() -> NoReturn:
    """Runs the command line as a process of its own, and ends it.

    The streams are empty by then; what else is left the system takes back at once, which Python would do piece by piece.
    """
    gc.disable()  # what is made while the knowledge is read lives as long as the process
    os._exit(main())


def main(argv: list[str] | None = None) -> int:
    """Runs the command line: 0 nothing found, 1 findings, 2 something could not be done, 130 where the user broke off."""
    state: dict[str, Any] = {"debug": False}
    try:
        status = _status(sys.argv[1:] if argv is None else argv, state)
    except KeyboardInterrupt:
        status = BROKEN_OFF
    except SystemExit:  # click leaves so when the reader of its help has gone away
        status = 0
    except Exception as error:
        if state["debug"]:
            raise
        status = _told(error)
    return _closed(status)


def _status(argv: list[str], state: dict[str, Any]) -> int:
    """Does what the command line asks for and gives the exit status."""
    from claimlint.cli.commands import COMMANDS, COMPLETING

    options = not argv or any(argument.startswith("-") for argument in argv)
    if not options and argv[0] not in COMMANDS and COMPLETING not in os.environ and os.name == "posix":
        from claimlint.cli import checking

        return checking.plain(argv)
    from claimlint.cli.group import cli

    result = cli.main(argv, prog_name="claimlint", standalone_mode=False, obj=state)
    return result if isinstance(result, int) else 0


def _told(error: Exception) -> int:
    """Says what could not be done and gives the exit status."""
    from click.exceptions import Abort, ClickException, UsageError

    from claimlint.cli.output import complain
    from claimlint.errors import ClaimlintError, KnowledgeError
    from claimlint.guard import fault

    if isinstance(error, Abort):
        return BROKEN_OFF
    if isinstance(error, KnowledgeError):
        for problem in error.problems:
            complain(str(problem))
    elif isinstance(error, ClickException):
        command = error.ctx.command_path if isinstance(error, UsageError) and error.ctx else "claimlint"
        complain(f"claimlint: {error.format_message().rstrip('.')}; `{command} --help` tells what is asked for")
    elif isinstance(error, ClaimlintError):
        complain(f"claimlint: {error}")
    else:
        complain(f"claimlint: {fault('the command', error)}")
    return NOTHING_DONE


def _closed(status: int) -> int:
    """Empties the streams while their errors can still be told from findings."""
    from claimlint.cli.output import abandon

    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            abandon(stream)
    return status
