"""claimlint baseline, claimlint decisions: findings that are known, written down."""

import os
from typing import TYPE_CHECKING

import click
from attrs import evolve

from claimlint.cli import corpus, options, output, progress, start
from claimlint.cli.corpus import Asked
from claimlint.reports.closing import count

if TYPE_CHECKING:
    from claimlint.configuration.settings import Settings
    from claimlint.suppressions.baseline import Known

_FILE = click.Path(dir_okay=False)


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "-o", "--output", "target", type=_FILE, metavar="FILE", required=True, help="The baseline to write; reasons in it are kept."
)
@options.config
@options.debug
def baseline(paths: tuple[str, ...], target: str, config: str | None) -> int:
    """Write down what is found below PATHS now, so that `--baseline FILE` tells only what is new."""
    from claimlint.suppressions import baseline as known

    settings = evolve(start.settings(config), baseline="", select=(), ignore=())
    lint = options.checker(settings)
    with progress.shown(lint):
        report = corpus.report(lint, Asked(paths))
    found = known.known(report.findings, _before(target, lint.settings))
    output.save(known.written(found), target)
    output.show(f"{target}: {count(sum(each.count for each in found), 'finding')} in {count(len(report.documents), 'article')}\n")
    for problem in report.unread:
        output.complain(f"claimlint: {problem}")
    return 2 if report.incomplete else 0


@click.group()
def decisions() -> None:
    """Use what reviewers decided on the page that `--report html=FILE` writes."""


@decisions.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "target",
    type=_FILE,
    metavar="FILE",
    required=True,
    help="The baseline to write; what stands in it is kept.",
)
@options.config
@options.debug
def apply(files: tuple[str, ...], target: str, config: str | None) -> int:
    """Turn decisions into a baseline: what is dismissed is known from now on, what is accepted or asked is told again."""
    from claimlint.suppressions import baseline as known
    from claimlint.suppressions import decisions as decided

    settings = start.settings(config)
    taken = [each for file in files for each in decided.load(file, settings.limits)]
    found = decided.applied(taken, _before(target, settings))
    output.save(known.written(found), target)
    sums = ", ".join(f"{number} {name}" for name, number in decided.counts(taken).items())
    output.show(f"{target}: {count(len(taken), 'decision')} ({sums}), {count(len(found), 'finding')} known\n")
    return 0


def _before(target: str, settings: "Settings") -> "list[Known]":
    """What stands in the file already."""
    from claimlint.suppressions import baseline as known

    return known.load(target, settings.limits) if os.path.exists(target) else []
