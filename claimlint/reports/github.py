"""Report -> annotations of a GitHub workflow, the worst first, and the Markdown for the summary of its step."""

from collections.abc import Iterator

from claimlint.checks.finding import Finding
from claimlint.reports import closing, summary
from claimlint.reports.escape import annotated, annotation, line_of
from claimlint.reports.places import place
from claimlint.reports.view import View, worse

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_NOTICES = {"not-checked": "error", "limit": "note", "ignore": "note"}
_LISTED = 50  # of a kind: things that were not checked, limits, ignores
_KEPT = 10  # annotations of a kind that GitHub shows for a step; the others stand in the log and in the summary


def rendered(view: View) -> str:
    """Gives a workflow command for each finding and for what was not checked, and the sums."""
    report = view.report
    told = [(_NOTICES[notice.name], _notice(notice)) for notice in closing.notices(report, _LISTED)]
    told += [(finding.severity, _finding(finding, view.limits.shown_claims)) for finding in report.findings]
    told.sort(key=lambda each: worse(each[0]))
    capped = _capped([severity for severity, _ in told])
    return "\n".join([*(line for _, line in told), *capped, *closing.sums_of(report)]) + "\n"


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


def _notice(notice: closing.Notice) -> str:
    problem = notice.problem
    where: dict[str, str | int] = {"file": problem.path.partition("#")[0]} if problem.path else {}
    if problem.line:
        where |= {"line": problem.line, "col": problem.column}
    title = f"claimlint: {notice.name.replace('-', ' ')}"
    return _command(_COMMANDS[_NOTICES[notice.name]], {**where, "title": title}, [problem.message])


def _command(name: str, properties: dict[str, str | int], lines: list[str]) -> str:
    told = ",".join(f"{key}={annotated(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{'%0A'.join(map(annotation, lines))}"


def _capped(severities: list[str]) -> Iterator[str]:
    for severity in _COMMANDS:
        number = severities.count(severity)
        if number > _KEPT:
            yield f"{closing.count(number, severity)}; GitHub shows {_KEPT} of them beside the articles, the worst first"
