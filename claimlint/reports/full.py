"""Report -> text for people: each finding with an excerpt from every source, the values and the steps."""

from collections.abc import Iterator

from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim
from claimlint.line import Report
from claimlint.reports.escape import visible
from claimlint.reports.style import Style

_SHOWN = 20  # claims of one finding
_WIDTH = 100  # characters of an excerpt


def render(report: Report, style: Style) -> str:
    """Gives the report; the last line counts."""
    parts = ["\n".join(_finding(finding, style)) for finding in report.findings]
    return "\n\n".join([*parts, _summary(report, style)]) + "\n"


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    colour = style.severity(finding.severity)
    yield f"{colour(finding.severity)}{style.bold(': ' + visible(finding.message))} {style.dim('[' + finding.rule + ']')}"
    width = max(len(str(claim.document.place(claim.start)[0])) for claim in finding.claims)
    for claim in finding.claims[:_SHOWN]:
        yield from _excerpt(claim, width, style)
    if len(finding.claims) > _SHOWN:
        yield f"{' ' * width} {style.dim('…')} {len(finding.claims) - _SHOWN} more"
    for step in finding.explanation:
        yield f"{' ' * width} {style.dim('=')} {visible(step)}"


def _excerpt(claim: Claim, width: int, style: Style) -> Iterator[str]:
    """The line of a claim with carets under its words, cut to the neighbourhood where the line is long."""
    line, column = claim.document.place(claim.start)
    text = claim.document.line_text(line)
    length = min(claim.end - claim.start, len(text) - column + 1)
    start = 0
    if len(text) > _WIDTH:
        start = max(0, min(column - 1 - _WIDTH // 3, len(text) - _WIDTH))
    head = visible(text[start : column - 1].replace("\t", " "))
    body = visible(text[column - 1 : column - 1 + length].replace("\t", " "))
    tail = visible(text[column - 1 + length : start + _WIDTH].replace("\t", " "))
    lead, end = "…" if start else "", "…" if start + _WIDTH < len(text) else ""
    yield f"{' ' * width}{style.dim('-->')} {visible(claim.document.path)}:{line}:{column}"
    yield f"{style.dim(f'{line:>{width}} |')} {lead}{head}{body}{tail}{end}"
    yield f"{' ' * width} {style.dim('|')} {' ' * (len(lead) + len(head))}{style.bold('^' * max(1, len(body)))}"


def _summary(report: Report, style: Style) -> str:
    checked = sum(fate.fate == "checked" for fate in report.fates)
    lines = [f"{len(report.documents)} articles in {report.counts.get('stories', 0)} stories from {checked} files: {tally(report)}"]
    lines += [f"{style.severity('error')('not checked')}: {visible(f.reason)}" for f in report.fates if f.fate == "failed"]
    skipped = sum(fate.fate == "skipped" for fate in report.fates)
    if skipped:
        lines.append(f"{skipped} files skipped")
    return "\n".join(lines)


def tally(report: Report) -> str:
    """The findings by severity, in words."""
    counts = {severity: sum(f.severity == severity for f in report.findings) for severity in ("error", "warning", "note")}
    said = [f"{n} {severity}{'s' if n != 1 else ''}" for severity, n in counts.items() if n]
    return ", ".join(said) if said else "nothing found"
