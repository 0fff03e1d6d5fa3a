"""Report -> a GitLab Code Quality report, which is a list of issues as Code Climate writes them.

Source: docs.gitlab.com/ci/testing/code_quality, "Code quality report format"; codeclimate/platform, SPEC.md, "Issues".
"""

from collections import Counter
from typing import Any

from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim
from claimlint.reports import closing, records
from claimlint.reports.escape import line_of, visible
from claimlint.reports.places import place
from claimlint.reports.view import View, worse

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
_NOTICES = {"not-checked": ("blocker", "not checked"), "limit": ("info", "limit"), "ignore": ("info", "ignore")}


def rendered(view: View) -> str:
    """Gives the issues, the worst first; so are what was not checked, limits, unused ignores. Fingerprints differ."""
    seen: Counter[str] = Counter()
    findings = sorted(view.report.findings, key=lambda finding: worse(finding.severity))
    issues = [_notice(notice) for notice in closing.notices(view.report, view.limits.told_problems)]
    issues += [_issue(finding, seen, view.limits.shown_claims) for finding in findings]
    return records.dump(issues, indent=1) + "\n"


def _issue(finding: Finding, seen: Counter[str], most: int) -> dict[str, Any]:
    seen[finding.fingerprint] += 1
    number = seen[finding.fingerprint]
    steps = [*finding.explanation, *filter(None, [closing.more(finding, most)])]
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": line_of(finding.message),
        "content": {"body": "\n".join(f"    {line_of(step)}" for step in steps)},
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}",
        "location": _location(finding.claims[0]),
        "other_locations": [_location(claim) for claim in finding.claims[1:most]],
    }


def _location(claim: Claim) -> dict[str, Any]:
    at = place(claim)
    return {"path": path(at.file), "lines": {"begin": at.line, "end": at.end_line}}


def path(file: str) -> str:
    """Gives a path as GitLab compares it: with slashes, without ./ in front."""
    return visible(file.replace("\\", "/")).removeprefix("./")


def _notice(notice: closing.Notice) -> dict[str, Any]:
    import hashlib

    problem, (severity, said) = notice.problem, _NOTICES[notice.name]
    told = hashlib.sha256(f"{notice.name}\0{problem.place}\0{problem.message}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return {
        "type": "issue", "check_name": notice.name, "description": line_of(f"{said}: {problem.message}"),
        "categories": ["Bug Risk"], "severity": severity, "fingerprint": told,
        "location": {"path": path(problem.path.partition("#")[0]) or ".", "lines": {"begin": problem.line or 1}},
    }  # fmt: skip
