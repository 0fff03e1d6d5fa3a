"""Report -> annotations of a GitHub workflow, the worst first, and the Markdown for the summary of its step."""

from collections.abc import Iterator

from claimlint.checks.finding import Finding
from claimlint.errors import Problem
from claimlint.reports import closing, summary
from claimlint.reports.escape import annotated, annotation, line_of
from claimlint.reports.places import place
from claimlint.reports.view import View, worse

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_LISTED = 50  # things that were not checked, and limits
_KEPT = 10  # annotations of a kind that GitHub shows for a step; the others stand in the log and in the summary


def rendered(view: View) -> str:
    """Gives a workflow command for each finding and for what was not checked, and the sums."""
    report = view.report
    lines = [_problem("error", "not checked", problem) for problem in report.unread[:_LISTED]]
    lines += [_problem("notice", "limit", problem) for problem in report.limits[:_LISTED]]
    lines += [_finding(finding, view.limits.shown_claims) for finding in sorted(report.findings, key=lambda f: worse(f.severity))]
    left = max(0, len(report.unread) - _LISTED) + max(0, len(report.limits) - _LISTED)
    more = [f"{left} more not checked or over a limit"] if left else []
    return "\n".join([*lines, *_capped(report.findings), *more, *closing.sums_of(report)]) + "\n"


def step_summary(view: View) -> str:
    """Gives the table that is shown on the page of the run."""
    return summary.rendered(view)


def _finding(finding: Finding, most: int) -> str:
    at = place(finding.claims[0])
    where: dict[str, str | int] = {"file": at.file, "line": at.line}
    if at.column:
        where |= {"endLine": at.end_line, "col": at.column, "endColumn": at.end_column}
    others = [str(place(claim)) for claim in finding.claims[1:most]]
    more = len(finding.claims) - most
    told = [line_of(finding.message), *([f"also {', '.join(others)}{f' and {more} more' if more > 0 else ''}"] if others else [])]
    return _command(_COMMANDS[finding.severity], {**where, "title": f"claimlint: {finding.rule}"}, told)


def _problem(command: str, title: str, problem: Problem) -> str:
    where: dict[str, str | int] = {"file": problem.path.partition("#")[0]} if problem.path else {}
    if problem.line:
        where |= {"line": problem.line, "col": problem.column}
    return _command(command, {**where, "title": f"claimlint: {title}"}, [problem.message])


def _command(name: str, properties: dict[str, str | int], lines: list[str]) -> str:
    told = ",".join(f"{key}={annotated(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{'%0A'.join(map(annotation, lines))}"


def _capped(findings: tuple[Finding, ...]) -> Iterator[str]:
    for severity in _COMMANDS:
        number = sum(finding.severity == severity for finding in findings)
        if number > _KEPT:
            yield f"{closing.count(number, severity)}; GitHub shows {_KEPT} of them beside the articles, the worst first"
