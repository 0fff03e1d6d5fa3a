"""Findings that are known <-> a baseline file: JSON, a finding a line, by fingerprint, so that moved articles stay known."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from claimlint.checks.finding import Finding
from claimlint.configuration.limits import Limits
from claimlint.documents.decode import decode
from claimlint.documents.discover import Found, read
from claimlint.errors import KnowledgeError, Problem
from claimlint.nouns import frozen
from claimlint.report import Report, Suppressed

VERSION = 1
TOOL = "claimlint baseline"


@frozen
class Known:
    """A finding that is known, and how often it was found. `reason` and `by` are why, and who said so, where that is told."""

    fingerprint: str
    rule: str
    message: str
    files: tuple[str, ...] = ()
    count: int = 1
    reason: str = ""
    by: str = ""


def known(findings: Iterable[Finding], before: Iterable[Known] = ()) -> list[Known]:
    """Gives the findings as they stand in a baseline, in the order of fingerprints; reasons are kept from the one before."""
    reasons = {each.fingerprint: each for each in before}
    found: dict[str, Known] = {}
    for finding in findings:
        key = finding.fingerprint
        if key in found:
            found[key] = evolve(found[key], count=found[key].count + 1)
        else:
            files = tuple(sorted({claim.document.file for claim in finding.claims}))
            told = reasons.get(key)
            found[key] = Known(key, finding.rule, finding.message, files, 1, told.reason if told else "", told.by if told else "")
    return [found[key] for key in sorted(found)]


def applied(report: Report, baseline: Iterable[Known]) -> Report:
    """Gives the report without the findings of a baseline, each as often as it is known; what is gone is counted."""
    left = Counter({each.fingerprint: each.count for each in baseline})
    reasons = {each.fingerprint: each for each in baseline}
    told: list[Finding] = []
    silent: list[Suppressed] = []
    for each in report.suppressed:
        left[each.finding.fingerprint] -= left[each.finding.fingerprint] > 0
    for finding in report.findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            silent.append(Suppressed(finding, "baseline", _reason(reasons[finding.fingerprint])))
        else:
            told.append(finding)
    return evolve(report, findings=tuple(told), suppressed=(*report.suppressed, *silent), stale=left.total())


def _reason(entry: Known) -> str:
    return f"{entry.reason} ({entry.by})" if entry.reason and entry.by else entry.reason or entry.by


def written(baseline: Iterable[Known]) -> str:
    """Gives the text of a baseline file."""
    rows = ",\n  ".join(json.dumps(_row(each), ensure_ascii=False) for each in baseline)
    text = (
        f'{{\n "version": {VERSION},\n "tool": "{TOOL}",\n "findings": [{f"{chr(10)}  {rows}{chr(10)} " if rows else ""}]\n}}\n'
    )
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _row(entry: Known) -> dict[str, Any]:
    return {
        "fingerprint": entry.fingerprint, "count": entry.count, "rule": entry.rule, "message": entry.message,
        "files": list(entry.files), "reason": entry.reason or None, "by": entry.by or None,
    }  # fmt: skip


def load(path: str, limits: Limits) -> list[Known]:
    """Gives what stands in a baseline file. Raises UnreadableError, KnowledgeError naming what is wrong."""
    rows = table(path, limits, TOOL, "findings", "write it with `claimlint baseline`")
    return [_known(row, f"{path}", number) for number, row in enumerate(rows, 1)]


def table(path: str, limits: Limits, tool: str, key: str, remedy: str) -> list[Mapping[str, Any]]:
    """Gives the rows of a JSON file that a tool of ours wrote. Raises UnreadableError, KnowledgeError."""
    try:
        data = json.loads(decode(read(Found(path, named=True), limits), path))
    except json.JSONDecodeError as error:
        raise KnowledgeError([Problem(path, error.lineno, error.colno, f"not JSON: {error.msg}; {remedy}")]) from None
    except RecursionError:
        raise KnowledgeError([Problem(path, 0, 0, f"nested too deep; {remedy}")]) from None
    if not isinstance(data, dict) or data.get("tool") != tool or data.get("version") != VERSION:
        raise KnowledgeError([Problem(path, 0, 0, f'no file of "{tool}", version {VERSION}; {remedy}')])
    rows = data.get(key)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise KnowledgeError([Problem(path, 0, 0, f'"{key}" must be a list of objects; {remedy}')])
    return rows


def text(row: Mapping[str, Any], key: str, path: str, number: int) -> str:
    """Gives a text of a row, "" for null. Raises KnowledgeError."""
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise KnowledgeError([Problem(path, 0, 0, f'row {number}: "{key}" must be a text')])
    return value or ""


def _known(row: Mapping[str, Any], path: str, number: int) -> Known:
    fingerprint, rule, message, reason, by = (
        text(row, key, path, number) for key in ("fingerprint", "rule", "message", "reason", "by")
    )
    count, files = row.get("count", 1), row.get("files", [])
    if not fingerprint or not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise KnowledgeError([Problem(path, 0, 0, f'row {number}: a finding has a "fingerprint" and a "count" from 1 on')])
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        raise KnowledgeError([Problem(path, 0, 0, f'row {number}: "files" must be a list of texts')])
    return Known(fingerprint, rule, message, tuple(files), count, reason, by)
