"""The command line: reads arguments, prints, exits. 0 nothing found, 1 findings, 2 something could not be done."""

import gc
import sys
from collections.abc import Callable
from typing import Any, TextIO

import click
from attrs import evolve

import claimlint
from claimlint.errors import ClaimlintError
from claimlint.checks.finding import SEVERITIES, at_least

_SEVERITY = click.Choice(SEVERITIES)


class _Default(click.Group):
    """A group whose first argument may be left out: `claimlint PATH` is `claimlint check PATH`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        flags = {"--help", "-h", "--version"}
        if args and args[0] not in self.commands and args[0] not in flags:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Default, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(claimlint.__version__, prog_name="claimlint")
def cli() -> None:
    """Find the figures, dates and treaty clauses in articles that cannot all be true."""


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "shape", type=click.Choice(["full", "concise", "json"]), default="full", help="How to report.")
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to a file.")
@click.option("--fail-on", type=_SEVERITY, default="warning", help="The least severity that makes the exit status 1.")
@click.option("--min-severity", type=_SEVERITY, default=None, help="The least severity that is shown.")
@click.option("--notes/--no-notes", default=False, help="Show notes too.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE", help="All but these rules.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def check(paths: tuple[str, ...], shape: str, output: str | None, fail_on: str, min_severity: str | None, notes: bool,
          select: tuple[str, ...], ignore: tuple[str, ...], color: str) -> int:  # fmt: skip
    """Check the articles below PATHS against themselves and each other."""
    from claimlint.line import Claimlint
    from claimlint.reports import concise, full, records
    from claimlint.reports.style import Style, wanted

    lint = Claimlint()
    _known([*select, *ignore], [rule.name for rule in lint.rules])
    report = lint.check(paths)
    kept = [f for f in report.findings if (not select or f.rule in select) and f.rule not in ignore]
    fails = any(at_least(f.severity, fail_on) for f in kept)
    least = min_severity or ("note" if notes or shape == "json" else "warning")
    report = evolve(report, findings=tuple(f for f in kept if at_least(f.severity, least)))
    if shape == "json":
        tool = {"name": "claimlint", "version": claimlint.__version__}
        text = records.dump(records.report(report, lint.reader.units, tool), indent=1) + "\n"
    else:
        style = Style(wanted(color, sys.stdout) and not output)
        text = (full if shape == "full" else concise).render(report, style)
    _write(text, output)
    return 2 if report.incomplete else int(fails)


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "shape", type=click.Choice(["jsonl", "text"]), default="text")
def mentions(paths: tuple[str, ...], shape: str) -> int:
    """Print the values that stand in the articles ("-" reads one from standard input)."""
    from claimlint.line import Claimlint
    from claimlint.reports import mentions as listing

    lint = Claimlint()
    failed = listing.write(lint, paths, shape, sys.stdin, sys.stdout)
    return 2 if failed else 0


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "shape", type=click.Choice(["jsonl", "text"]), default="text")
def claims(paths: tuple[str, ...], shape: str) -> int:
    """Print what each value is about, and why."""
    from claimlint.line import Claimlint
    from claimlint.reports import claims as listing

    lint = Claimlint()
    failed = listing.write(lint, paths, shape, sys.stdout)
    return 2 if failed else 0


@cli.command()
def rules() -> int:
    """List the rules."""
    from claimlint.line import Claimlint

    for rule in Claimlint().rules:
        click.echo(f"{rule.name:<32} {rule.severity:<8} {rule.summary}")
    return 0


def _known(wanted: list[str], names: list[str]) -> None:
    import difflib

    for name in wanted:
        if name not in names:
            near = difflib.get_close_matches(name, names, 1)
            raise click.UsageError(f"no rule is called {name!r}" + (f"; {near[0]} is meant?" if near else "; `claimlint rules` lists them"))


def _write(text: str, output: str | None) -> None:
    if output is None:
        _stream(sys.stdout, text)
    else:
        with open(output, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _stream(stream: TextIO, text: str) -> None:
    stream.flush()
    stream.buffer.write(text.encode("utf-8", "backslashreplace"))
    stream.flush()


def main(argv: list[str] | None = None) -> int:
    """Runs the command line and gives the exit status: 0, 1 or 2; 130 where the user broke off."""
    gc.disable()  # what a run makes lasts as long as the run; looking for garbage would take a fifth of it
    arguments = sys.argv[1:] if argv is None else argv
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    return _guarded(lambda: cli.main(arguments, prog_name="claimlint", standalone_mode=False), debug=debug)


def _guarded(run: Callable[[], Any], *, debug: bool) -> int:
    """Runs a command; says what could not be done in one line, without a traceback unless asked for."""
    import contextlib
    import os

    try:
        result = run()
        return int(result) if isinstance(result, int) else 0
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show(file=sys.stderr)
        return 2
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except ClaimlintError as error:
        print(f"claimlint: {error}", file=sys.stderr)
        return 2
    except Exception as error:
        if debug:
            raise
        print(f"claimlint: a fault of its own: {type(error).__name__}: {error}"[:200], file=sys.stderr)
        return 2
