"""Report -> Markdown, for the page of a run or a comment on a change."""

from collections.abc import Iterator

from claimlint.checks.finding import Finding
from claimlint.reports import closing
from claimlint.reports.escape import code, line_of, markdown
from claimlint.reports.places import place
from claimlint.reports.quotation import quotation
from claimlint.reports.style import Style
from claimlint.reports.view import View, worse

_LARGEST = 900_000  # bytes; GitHub takes no summary over a mebibyte


def rendered(view: View) -> str:
    """Gives a table of the findings, the worst first, each with its quotes and steps below; what is too much is counted."""
    findings = sorted(view.report.findings, key=lambda finding: worse(finding.severity))
    head = ["## claimlint", "", markdown(closing.head(view.report)), ""]
    if findings:
        head += ["| | Finding | Rule | Where |", "| --- | --- | --- | --- |"]
    rows, shown = _fitting((_row(finding) for finding in findings), _LARGEST // 3)
    rest = [f"\nThe table leaves out {len(findings) - shown} of {len(findings)}."] if shown < len(findings) else []
    details, told = _fitting(("\n".join(_detail(finding, view)) for finding in findings[:shown]), _LARGEST - _LARGEST // 3)
    if told < shown:
        details.append(f"Quotes and steps of {shown - told} more are left out.")
    end = [f"- {markdown(line)}" for line in closing.lines(view.report, Style())]
    return "\n".join([*head, *rows, *rest, "", *details, *end]) + "\n"


def _fitting(parts: Iterator[str], most: int) -> tuple[list[str], int]:
    """The parts that fit into so many bytes, and how many those are."""
    found: list[str] = []
    for part in parts:
        most -= len(part.encode("utf-8", "replace")) + 1
        if most < 0:
            break
        found.append(part)
    return found, len(found)


def _row(finding: Finding) -> str:
    where = code(str(place(finding.claims[0])))
    return f"| **{finding.severity}** | {markdown(finding.message)} | {code(finding.rule)} | {where} |"


def _detail(finding: Finding, view: View) -> Iterator[str]:
    yield f"### {markdown(finding.message)}"
    yield ""
    most = view.limits.shown_claims
    for claim in finding.claims[:most]:
        before, said, behind = quotation(claim)
        date = f", {_day(claim.document.date.start)}" if claim.document.date else ""
        yield f"> {f'{_part(before)}**{markdown(said)}**{_part(behind)}'.strip()}"
        yield ">"
        yield f"> — {markdown(claim.source)}{date}, {code(str(place(claim)))}"
        yield ""
    if len(finding.claims) > most:
        yield f"and {len(finding.claims) - most} more\n"
    for step in finding.explanation:
        yield f"- {markdown(line_of(step))}"
    yield ""


def _part(text: str) -> str:
    """Part of a sentence, with a blank where it stands apart from what is beside it."""
    return f"{' ' * text[:1].isspace()}{markdown(text)}{' ' * text[-1:].isspace()}" if text.strip() else " " * bool(text)


def _day(ordinal: int) -> str:
    from datetime import date

    return date.fromordinal(ordinal).isoformat()
