"""Report -> one line a finding."""

from collections.abc import Iterator

from claimlint.report import Report
from claimlint.reports import closing
from claimlint.reports.escape import line_of, visible
from claimlint.reports.style import Style
from claimlint.reports.view import View


def rendered(view: View) -> str:
    """Gives the report of a view."""
    return render(view.report, view.style)


def render(report: Report, style: Style) -> str:
    """Gives `path:line:column: severity rule message` for each finding, and the sums."""
    return "\n".join([*_findings(report, style), *closing.lines(report, style)]) + "\n"


def _findings(report: Report, style: Style) -> Iterator[str]:
    for finding in report.findings:
        claim = finding.claims[0]
        line, column = claim.document.place(claim.start)
        place = visible(f"{claim.document.path}:{line}:{column}")
        yield f"{place}: {style.severity(finding.severity)(finding.severity)} {finding.rule} {line_of(finding.message)}"
