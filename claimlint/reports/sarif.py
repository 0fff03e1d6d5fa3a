"""Report -> SARIF 2.1.0, the interchange format of static analysis that code hosts and editors read.

Source: docs.oasis-open.org/sarif/sarif/v2.1.0; sections are named below.
"""

import os
from collections.abc import Iterator
from typing import Any

from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.errors import Problem
from claimlint.report import Suppressed
from claimlint.reports import closing, records
from claimlint.reports.escape import line_of, quoted, uri
from claimlint.reports.places import place
from claimlint.reports.view import View, worse
from claimlint.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "SRCROOT"
_NOTIFICATIONS = {
    "not-checked": "An article, or a part of one, could not be checked.",
    "limit": "A limit was hit: something is read otherwise than it stands, or left out.",
    "ignore": "An ignore in an article is not used, has ended or is not understood.",
    "baseline": "Findings of the baseline are not found any more.",
}
_LEVELS = {"not-checked": "error", "limit": "warning", "ignore": "note"}
_ESCAPED = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})  # 3.11.6 and 3.11.5


def rendered(view: View) -> str:
    """Gives the log. What is silenced is marked, not left out; what is over the limit of results is counted."""
    return records.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(view)]}, indent=1) + "\n"


def _run(view: View) -> dict[str, Any]:
    report, most = view.report, view.limits.sarif_results
    told: list[tuple[Finding, Suppressed | None]] = [(finding, None) for finding in report.findings]
    told += [(silent.finding, silent) for silent in report.suppressed]
    told.sort(key=lambda each: (each[1] is not None, worse(each[0].severity)))
    kept = told[:most]
    known = view.rules()
    rules = sorted({finding.rule for finding, _ in kept} | known.keys())
    files = sorted(
        {document.file for document in report.documents} | {claim.document.file for f, _ in kept for claim in f.claims}
    )
    return {
        "tool": {"driver": {
            "name": "claimlint", "version": VERSION, "semanticVersion": VERSION,
            "rules": [_rule(name, known.get(name)) for name in rules],
            "notifications": [{"id": name, "shortDescription": {"text": text}} for name, text in _NOTIFICATIONS.items()],
        }},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which claimlint was run."}}},
        "artifacts": [{"location": _artifact(file), "roles": ["analysisTarget"]} for file in files],
        "invocations": [{
            "executionSuccessful": not report.incomplete,
            "toolExecutionNotifications": list(_notifications(view, len(told))),
        }],
        "results": [_result(finding, silent, rules.index(finding.rule), view.limits.shown_claims) for finding, silent in kept],
        "properties": {"summary": records.summary(report)},
    }  # fmt: skip


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    why = "\n".join(map(line_of, rule.why.strip().splitlines()))
    return {
        "id": name, "shortDescription": {"text": line_of(rule.summary)}, "fullDescription": {"text": why},
        "help": {"text": f"{line_of(rule.summary)}\n{why}\nclaimlint explain {name}"},
        "defaultConfiguration": {"level": rule.severity},
    }  # fmt: skip


def _result(finding: Finding, silent: Suppressed | None, index: int, most: int) -> dict[str, Any]:
    others = finding.claims[1:most]
    links = ", ".join(f"[{_text(str(place(claim)))}]({number})" for number, claim in enumerate(others, 1))
    more = f" and {len(finding.claims) - most} more" if len(finding.claims) > most else ""
    lines = [f"{_text(finding.message)}.", *([f"See also {links}{more}."] if links else []), *map(_text, finding.explanation)]
    result = {
        "ruleId": finding.rule, "ruleIndex": index, "level": finding.severity, "message": {"text": "\n".join(lines)},
        "locations": [_location(finding.claims[0])],
        "relatedLocations": [{"id": number, **_location(claim)} for number, claim in enumerate(others, 1)],
        "partialFingerprints": {"claimlint/v1": finding.fingerprint},
        "properties": {"kind": finding.kind, "measure": finding.measure, "subject": finding.subject},
    }  # fmt: skip
    return result if silent is None else {**result, "suppressions": [_suppression(silent)]}


def _text(text: str) -> str:
    """A line in which no link and no placeholder is read."""
    return line_of(text).translate(_ESCAPED)


def _location(claim: Claim) -> dict[str, Any]:
    at, counted = place(claim), claim.document.counted
    region: dict[str, Any] = {"startLine": at.line}
    if at.column and counted == "line":
        region |= {"startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
        first, last = claim.document.spot(claim.start, claim.end)
        region |= {"charOffset": first, "charLength": last - first, "snippet": {"text": claim.document.file_text(first, last)}}
    where: dict[str, Any] = {"artifactLocation": _artifact(at.file)}
    if counted == "line":
        where["region"] = region
    found: dict[str, Any] = {
        "physicalLocation": where,
        "message": {"text": _text(f"{claim.source}: {quoted(claim.text)}")},
    }
    part = at.article or (f"{counted} {at.line}" if counted != "line" else "")
    if part:
        found["logicalLocations"] = [{"name": line_of(part), "kind": "resource"}]
    return found


def _suppression(silent: Suppressed) -> dict[str, Any]:
    """3.35: what stands in an article is inSource, what stands in a baseline external."""
    found: dict[str, Any] = {"kind": "external" if silent.by == "baseline" else "inSource", "status": "accepted"}
    if silent.reason:
        found["justification"] = line_of(silent.reason)
    if silent.by != "baseline":
        found["location"] = {
            "physicalLocation": {
                "artifactLocation": _artifact(silent.path),
                "region": {"startLine": silent.line, "startColumn": silent.column},
            }
        }
    return found


def _artifact(path: str) -> dict[str, Any]:
    """3.4: below the folder of the run a relative reference, elsewhere a whole address."""
    inside = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    if inside.partition(os.sep)[0] != os.pardir and not os.path.isabs(inside):
        return {"uri": uri(inside), "uriBaseId": _BASE}
    return {"uri": f"file://{uri(os.path.abspath(path))}"}


def _notifications(view: View, results: int) -> Iterator[dict[str, Any]]:
    report, most = view.report, view.limits.sarif_results
    for notice in closing.notices(report, view.limits.told_problems):
        yield _notification(notice.name, _LEVELS[notice.name], notice.problem.message, notice.problem)
    if report.stale:
        yield _notification("baseline", "note", closing.stale(report))
    if results > most:
        yield _notification("limit", "warning", f"{results} results; the worst {most} are written (`sarif-results`)")


def _notification(name: str, level: str, message: str, problem: Problem | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "descriptor": {"id": name, "index": list(_NOTIFICATIONS).index(name)},
        "level": level,
        "message": {"text": _text(message)},
    }
    if problem is not None and problem.path:
        where: dict[str, Any] = {"artifactLocation": _artifact(problem.path.partition("#")[0])}
        if problem.line:
            where["region"] = {"startLine": problem.line, "startColumn": problem.column}
        found["locations"] = [{"physicalLocation": where}]
    return found
