"""What a check asks for -> the report in its place, and the exit status.

A check without options needs nothing that reads options, which takes as long as an article does: `plain` begins here.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimlint.cli import corpus, delivery, progress, start
from claimlint.configuration.settings import Settings

if TYPE_CHECKING:
    from claimlint.line import Claimlint
    from claimlint.report import Report


def plain(paths: Sequence[str]) -> int:
    """Gives the exit status of `claimlint PATHS`. Raises ClaimlintError."""
    return checked(start.settings(), corpus.Asked(tuple(paths)), [("full", None)])


def checked(
    settings: Settings, asked: corpus.Asked, wished: Sequence[delivery.Target], color: str = "auto",
    *, exit_zero: bool = False, watch: bool = False, debug: bool = False, recall: bool = True,
) -> int:  # fmt: skip
    """Gives the exit status, after the report is written in the formats that are wished for. Raises ClaimlintError.

    With `recall` a story is checked anew only where it is not as it was when the same articles were asked for before.
    """
    corpus_of = (asked.whole if asked.focus else asked.paths) or settings.paths  # whatever of it is in focus
    lint = start.recalling(settings, corpus_of, debug=debug) if recall else start.checker(settings, debug=debug)
    start.known([*settings.select, *settings.ignore], lint.rule_names)

    def once() -> int:
        with progress.shown(lint):
            report = corpus.report(lint, asked)
        return _delivered(lint, report, wished, color, exit_zero=exit_zero)

    if watch:
        from claimlint.cli import watching

        return watching.repeated(once, corpus.places(lint, asked), lint.walker, [path for _, path in wished if path])
    return once()


def _delivered(lint: "Claimlint", report: "Report", wished: Sequence[delivery.Target], color: str, *, exit_zero: bool) -> int:
    """The exit status, after the report is written."""
    failing = report.fails(lint.settings.fail_on) and not exit_zero
    delivery.deliver(lint, report, wished, color)
    return 2 if report.incomplete else int(failing)
