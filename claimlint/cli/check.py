"""claimlint check: articles -> a report, and whether it should fail."""

from datetime import datetime
from typing import Any

import click
from attrs import evolve

from claimlint.cli import checking, corpus, delivery, options, start
from claimlint.configuration.settings import SEVERITIES, Settings
from claimlint.reports import formats

_SEVERITY = click.Choice(SEVERITIES)
_FILE = click.Path(dir_okay=False)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "shape", type=click.Choice(tuple(formats.FORMATS)), default="full", help="How to report.")
@click.option("--output", "target", type=_FILE, metavar="FILE", help="Write the report to a file.")
@click.option(
    "--report", "files", multiple=True, metavar="FORMAT=FILE", callback=delivery.targets,
    help="Write a report to a file besides; may be told several times.",
)  # fmt: skip
@click.option("--statistics", is_flag=True, help="Print how often each rule spoke, not the findings.")
@click.option("--fail-on", type=_SEVERITY, help="The least severity that makes the exit status 1 (warning).")
@click.option("--min-severity", type=_SEVERITY, help="The least severity that is shown (warning).")
@click.option("--notes/--no-notes", default=None, help="Show notes too.")
@options.names("--select", "Only these rules.")
@options.names("--ignore", "All but these rules.")
@click.option("--baseline", type=_FILE, metavar="FILE", help="Do not tell the findings that `claimlint baseline` wrote to FILE.")
@click.option("--inline-ignores/--no-inline-ignores", default=None, help="Whether what stands in articles may silence findings.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day on which ignores may have ended (the latest of an article).",
)
@click.option("--focus", is_flag=True, help="Check all articles, report what touches PATHS only: files or folders.")
@click.option(
    "--corpus", "whole", multiple=True, metavar="PATH", help="With --focus: the articles to check (the configured paths, or .)."
)
@click.option(
    "--story", "stories", multiple=True, metavar="NAME", help="Report only what touches a story, by its name in the front matter."
)
@click.option("--since", metavar="REV", help="Report only what touches files that differ from a revision of git.")
@click.option("--stdin-filename", metavar="FILE", help='The file for which standard input stands, where PATHS name "-".')
@click.option("--watch", is_flag=True, help="Check again whenever an article changes, until Ctrl-C.")
@click.option(
    "--cache/--no-cache", "recall", default=True, help="Whether what is as it was at the last run is not checked again."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings; never in spite of what could not be checked.")
@options.config
@options.color
@options.debug
def check(
    paths: tuple[str, ...], shape: str, target: str | None, files: tuple[delivery.Target, ...], statistics: bool,
    today: datetime | None, focus: bool, whole: tuple[str, ...], stories: tuple[str, ...], since: str | None,
    stdin_filename: str | None, watch: bool, recall: bool, exit_zero: bool, config: str | None, color: str, **told: Any,
) -> int:  # fmt: skip
    """Check the articles below PATHS against themselves and each other."""
    settings = _settings(start.settings(config), told)
    wished = (("statistics" if statistics else shape, target), *files)
    asked = corpus.Asked(paths, focus, whole, since, stdin_filename, stories, today.toordinal() if today else None)
    return checking.checked(
        settings, asked, wished, color, exit_zero=exit_zero, watch=watch, debug=options.debugging(), recall=recall
    )


def _settings(settings: Settings, told: dict[str, Any]) -> Settings:
    """The settings of a file with those of the command line laid over them."""
    return evolve(settings, **{key: value for key, value in told.items() if value not in (None, ())})
