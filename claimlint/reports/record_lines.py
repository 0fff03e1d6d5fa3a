"""Report -> JSON lines: articles, findings, files, what was not checked, and the sums last. See schema.json, `line`."""

from collections.abc import Iterator
from typing import Any

from claimlint.reports import records
from claimlint.reports.view import View


def rendered(view: View) -> str:
    """Gives the lines, each with its `type` and its `record`."""
    return "".join(f"{records.dump({'type': kind, 'record': record})}\n" for kind, record in _lines(view))


def _lines(view: View) -> Iterator[tuple[str, dict[str, Any]]]:
    whole = records.report(view.report, view.units())
    for kind, key in _KINDS.items():
        for record in whole[key]:
            yield kind, record
    yield "summary", whole["summary"]


_KINDS = {
    "document": "documents", "finding": "findings", "suppressed": "suppressed", "ignore": "ignores", "file": "files",
    "unchecked": "unchecked", "limit": "limits", "copies": "copies", "superseded": "superseded",
}  # fmt: skip
