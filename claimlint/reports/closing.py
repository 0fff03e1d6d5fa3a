"""Report -> the lines that end it: what was found, what became of every path, what was not checked."""

from collections.abc import Iterator

from claimlint.configuration.settings import SEVERITIES
from claimlint.errors import Problem
from claimlint.report import Report
from claimlint.reports.escape import visible
from claimlint.reports.style import Style

_SHOWN = 20  # problems of one kind


def lines(report: Report, style: Style) -> Iterator[str]:
    """Gives what was not checked and the limits that were hit, one a line, then the sums."""
    loud = style.severity("error")
    failed = [Problem(fate.path, fate.line, fate.column, fate.reason) for fate in report.fates if fate.fate == "failed"]
    told = {problem.path for problem in report.unchecked} | {problem.path.partition("#")[0] for problem in report.unchecked}
    yield from _listed([*(p for p in failed if p.path not in told), *report.unchecked], loud("not checked"))
    yield from _listed(report.limits, style.severity("note")("limit"))
    yield f"{count(len(report.documents), 'article')} in {count(report.counts.get('stories', 0), 'story')}: {tally(report)}"
    if report.fates:
        yield sums(report)


def tally(report: Report) -> str:
    """The findings by severity, in words."""
    counts = {severity: sum(f.severity == severity for f in report.findings) for severity in reversed(SEVERITIES)}
    said = [count(n, severity) for severity, n in counts.items() if n]
    return ", ".join(said) if said else "nothing found"


def sums(report: Report) -> str:
    """What became of every path that was met."""
    reasons = ", ".join(f"{n} {reason}" for reason, n in report.reasons.items())
    said = ", ".join(f"{n} {fate}" for fate, n in report.sums.items() if n or fate == "checked")
    return f"{count(len(report.fates), 'path')}: {said}{f' ({visible(reasons)})' if reasons else ''}"


def _listed(problems: "list[Problem] | tuple[Problem, ...]", label: str) -> Iterator[str]:
    for problem in problems[:_SHOWN]:
        yield f"{label}: {visible(str(problem))}"
    if len(problems) > _SHOWN:
        yield f"{label}: {len(problems) - _SHOWN} more"


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 story, 2 stories."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
