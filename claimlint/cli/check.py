"""claimlint check: articles -> a report, and whether it should fail."""

import os
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from claimlint.cli import delivery, options
from claimlint.configuration.settings import SEVERITIES, Settings
from claimlint.errors import UsageError
from claimlint.report import Report
from claimlint.reports import formats

if TYPE_CHECKING:
    from claimlint.line import Claimlint

_SEVERITY = click.Choice(SEVERITIES)


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "shape", type=click.Choice(tuple(formats.FORMATS)), default="full", help="How to report.")
@click.option("--output", "target", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report to a file.")
@click.option(
    "--report",
    "files",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=delivery.targets,
    help="Write a report to a file besides; may be told several times.",
)
@click.option("--fail-on", type=_SEVERITY, help="The least severity that makes the exit status 1 (warning).")
@click.option("--min-severity", type=_SEVERITY, help="The least severity that is shown (warning).")
@click.option("--notes/--no-notes", default=None, help="Show notes too.")
@options.names("--select", "Only these rules.")
@options.names("--ignore", "All but these rules.")
@click.option("--focus", is_flag=True, help="Check all articles, report what touches PATHS only.")
@click.option("--corpus", multiple=True, metavar="PATH", help="With --focus: the articles to check (the configured paths, or .).")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings; never in spite of what could not be checked.")
@options.config
@options.color
@options.debug
def check(
    paths: tuple[str, ...], shape: str, target: str | None, files: tuple[delivery.Target, ...], fail_on: str | None,
    min_severity: str | None, notes: bool | None, select: tuple[str, ...], ignore: tuple[str, ...], focus: bool,
    corpus: tuple[str, ...], exit_zero: bool, config: str | None, color: str,
) -> int:  # fmt: skip
    """Check the articles below PATHS against themselves and each other."""
    settings = options.settings(config)
    told: dict[str, Any] = {"fail_on": fail_on, "min_severity": min_severity, "notes": notes, "select": select, "ignore": ignore}
    settings = evolve(settings, **{key: value for key, value in told.items() if value not in (None, ())})
    lint = options.checker(settings)
    options.known([*settings.select, *settings.ignore], [rule.name for rule in lint.rules])
    report = _focused(lint, paths, corpus) if focus else lint.check(_given(paths, settings)).selected(settings)
    failing = report.fails(settings.fail_on) and not exit_zero
    delivery.deliver(lint, report, ((shape, target), *files), color)
    return 2 if report.incomplete else int(failing)


def _given(paths: tuple[str, ...], settings: Settings) -> tuple[str, ...]:
    """The paths to check: those of the command line, else those of the configuration. Raises UsageError for none."""
    if paths:
        return paths
    if not settings.paths:
        raise UsageError("no articles; name files or folders, as in `claimlint articles/`, or set `paths` in claimlint.toml")
    base = str(settings.base or "")
    return tuple(os.path.join(base, path) for path in settings.paths)


def _focused(lint: "Claimlint", paths: tuple[str, ...], corpus: tuple[str, ...]) -> Report:
    """The report on the whole corpus with what touches the named files. Files that the configuration excludes are none."""
    settings = lint.settings
    named = [path for path in paths if not lint.walker.excludes(path)]
    whole = corpus or (_given((), settings) if settings.paths else (".",))
    report = lint.check([*whole, *named])
    return report.selected(settings, frozenset(map(os.path.abspath, named)))
