"""Report -> text for people: each finding with an excerpt from every source, the values and the steps."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.configuration.limits import Limits
from claimlint.report import Report
from claimlint.reports import closing
from claimlint.reports.escape import line_of, visible, width
from claimlint.reports.style import Style
from claimlint.reports.view import View

if TYPE_CHECKING:
    from claimlint.checks.finding import Finding
    from claimlint.claims.claim import Claim

_WIDTH = 100  # characters of an excerpt


def rendered(view: View) -> str:
    """Gives the report of a view."""
    return render(view.report, view.style, view.limits)


def render(report: Report, style: Style, limits: Limits) -> str:
    """Gives the report; the last lines count."""
    parts = ["\n".join(_finding(finding, style, limits)) for finding in report.findings]
    return "\n\n".join([*parts, "\n".join(closing.lines(report, style))]) + "\n"


def _finding(finding: "Finding", style: Style, limits: Limits) -> Iterator[str]:
    colour = style.severity(finding.severity)
    yield f"{colour(finding.severity)}{style.bold(': ' + line_of(finding.message))} {style.dim('[' + finding.rule + ']')}"
    shown = limits.shown_claims
    margin = max(len(str(claim.document.place(claim.start)[0])) for claim in finding.claims)
    for claim in finding.claims[:shown]:
        yield from _excerpt(claim, margin, style, limits.quoted_characters)
    if len(finding.claims) > shown:
        yield f"{' ' * margin} {style.dim('…')} {len(finding.claims) - shown} more"
    for step in finding.explanation:
        yield f"{' ' * margin} {style.dim('=')} {line_of(step)}"


def _excerpt(claim: "Claim", margin: int, style: Style, longest: int) -> Iterator[str]:
    """The line of a claim with carets under its words, cut to the neighbourhood where the line is long."""
    line, column = claim.document.place(claim.start)
    place = f"{line}:{column}"
    first, last = claim.document.line_around(claim.start)
    text, column = claim.document.text[first:last], claim.start - first + 1
    length = min(claim.end - claim.start, len(text) - column + 1, longest)
    start = 0
    if len(text) > _WIDTH:
        start = max(0, min(column - 1 - _WIDTH // 3, len(text) - _WIDTH))
    stop = max(column - 1 + length, start + _WIDTH)
    head = visible(text[start : column - 1].replace("\t", " "))
    body = visible(text[column - 1 : column - 1 + length].replace("\t", " "))
    tail = visible(text[column - 1 + length : stop].replace("\t", " "))
    lead, end = "…" if start else "", "…" if stop < len(text) else ""
    yield f"{' ' * margin}{style.dim('-->')} {visible(claim.document.path)}:{place}{_counted(claim)}"
    yield f"{style.dim(f'{line:>{margin}} |')} {lead}{head}{body}{tail}{end}"
    yield f"{' ' * margin} {style.dim('|')} {' ' * (len(lead) + width(head))}{style.bold('^' * max(1, width(body)))}"


def _counted(claim: "Claim") -> str:
    """What the place counts, where that is no line."""
    document = claim.document
    return f" ({document.counted} {document.place(claim.start)[0]})" if document.counted != "line" else ""
