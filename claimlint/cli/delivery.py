"""A report -> the formats that are asked for, each where it is to go."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimlint.cli import output
from claimlint.errors import UsageError, nearest
from claimlint.report import Report
from claimlint.reports import formats
from claimlint.reports.style import Style, wanted
from claimlint.reports.view import View

if TYPE_CHECKING:
    import click

    from claimlint.line import Claimlint

Target = tuple[str, str | None]  # a format, and its file; None for standard output
_SUMMARY = "GITHUB_STEP_SUMMARY"


def targets(_: "click.Context", __: "click.Parameter", values: Sequence[str]) -> tuple[Target, ...]:
    """Gives what `--report FORMAT=FILE` asks for. Raises UsageError."""
    found: list[Target] = []
    for value in values:
        name, sign, path = value.partition("=")
        if not sign or not path:
            raise UsageError(f"--report takes FORMAT=FILE, as in --report sarif=claimlint.sarif; {value!r} is none")
        if name not in formats.FORMATS:
            raise UsageError(
                f"no format is called {name!r}{nearest(name, formats.FORMATS)}; known are {', '.join(formats.FORMATS)}"
            )
        found.append((name, path))
    return tuple(found)


def deliver(lint: "Claimlint", report: Report, wished: Sequence[Target], color: str) -> None:
    """Writes the report in each format to its place; who reads it may go away early, which changes nothing."""
    settings = lint.settings
    for name, path in wished:
        least = settings.min_severity or ("note" if settings.notes or name in formats.COMPLETE else "warning")
        style = Style(colour=path is None and wanted(color, sys.stdout))
        view = View(
            report.shown(least),
            lambda: lint.reader.units,
            lambda: {rule.name: rule for rule in lint.rules},
            settings.limits,
            style,
            lambda: lint.extractor.names.titles,
        )
        text = formats.render(name, view)
        if path is not None:
            output.save(text, path)
            continue
        output.show(text)
        if name == "github" and os.environ.get(_SUMMARY):
            from claimlint.reports import github

            output.add(github.step_summary(view), os.environ[_SUMMARY])
