"""Report -> the Reviewdog Diagnostic Format. Columns count bytes of UTF-8.

Source: reviewdog/reviewdog, proto/rdf/reviewdog.proto.
"""

from typing import Any

from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim
from claimlint.reports import closing, records
from claimlint.reports.escape import line_of, visible
from claimlint.reports.places import byte_place
from claimlint.reports.view import View

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "claimlint"}


def rendered(view: View) -> str:
    """Gives the diagnostics, in the order of the report, what was not checked, limits and unused ignores."""
    report = view.report
    diagnostics = [_finding(finding, view.limits.shown_claims) for finding in report.findings]
    diagnostics += [_notice(notice) for notice in closing.notices(report, view.limits.told_problems)]
    return records.dump({"source": _SOURCE, "diagnostics": diagnostics}, indent=1) + "\n"


def _finding(finding: Finding, most: int) -> dict[str, Any]:
    return {
        "message": line_of(finding.message),
        "location": _location(finding.claims[0]),
        "severity": _SEVERITIES[finding.severity],
        "source": _SOURCE,
        "code": {"value": finding.rule},
        "original_output": "\n".join(map(line_of, filter(None, [*finding.explanation, closing.more(finding, most)]))),
        "related_locations": [
            {"message": line_of(f"{claim.source}: {claim.text}"), "location": _location(claim)}
            for claim in finding.claims[1:most]
        ],
    }


def _location(claim: Claim) -> dict[str, Any]:
    at = byte_place(claim)
    if not at.column:
        return {"path": visible(at.file), "range": {"start": {"line": at.line}}}
    start, end = {"line": at.line, "column": at.column}, {"line": at.end_line, "column": at.end_column}
    return {"path": visible(at.file), "range": {"start": start, "end": end}}


def _notice(notice: closing.Notice) -> dict[str, Any]:
    problem = notice.problem
    place: dict[str, Any] = {"path": visible(problem.path.partition("#")[0])}
    if problem.line:
        place["range"] = {"start": {"line": problem.line}}
    return {
        "message": line_of(problem.message),
        "location": place,
        "severity": "ERROR" if notice.name == "not-checked" else "INFO",
        "source": _SOURCE,
        "code": {"value": notice.name},
    }
