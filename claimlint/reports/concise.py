"""Report -> one line a finding."""

from claimlint.line import Report
from claimlint.reports.escape import visible
from claimlint.reports.full import tally
from claimlint.reports.style import Style


def render(report: Report, style: Style) -> str:
    """Gives `path:line:column: severity rule message` for each finding, and the count."""
    lines = []
    for finding in report.findings:
        claim = finding.claims[0]
        line, column = claim.document.place(claim.start)
        severity = style.severity(finding.severity)(finding.severity)
        lines.append(f"{visible(claim.document.path)}:{line}:{column}: {severity} {finding.rule} {visible(finding.message)}")
    lines += [f"{visible(fate.path)}: not checked: {visible(fate.reason)}" for fate in report.fates if fate.fate == "failed"]
    return "\n".join([*lines, tally(report)]) + "\n"
