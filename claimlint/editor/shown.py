"""A report and an open file -> what an editor shows there: diagnostics, the page of a finding, the ignore that silences it."""

import os
from collections.abc import Iterator

from lsprotocol import types

from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim
from claimlint.configuration.limits import Limits
from claimlint.editor import spots
from claimlint.report import Report
from claimlint.reports import closing
from claimlint.reports.escape import code, line_of, markdown, quoted
from claimlint.reports.places import place

SOURCE = "claimlint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_REASON = "say why"


def diagnostics(report: Report, path: str, limits: Limits, codec: spots.Codec) -> Iterator[types.Diagnostic]:
    """Gives the findings that touch a file, each once there, then what of it could not be checked and its idle ignores."""
    for finding, claim in touching(report, path):
        others = [other for other in finding.claims if other is not claim][: limits.shown_claims]
        yield types.Diagnostic(
            spots.of(claim, codec), line_of(finding.message), _SEVERITIES[finding.severity], finding.rule, source=SOURCE,
            related_information=[
                types.DiagnosticRelatedInformation(spots.location(other, codec), _said(other, limits)) for other in others
            ],
        )  # fmt: skip
    for problem, severity, name in (
        *((each, types.DiagnosticSeverity.Warning, "not-checked") for each in report.unread),
        *((each, types.DiagnosticSeverity.Information, "limit") for each in report.limits),
        *((each, types.DiagnosticSeverity.Warning, "ignore") for each in closing.ignores(report)),
    ):
        if os.path.abspath(problem.path.partition("#")[0]) == path or os.path.abspath(problem.path) == path:
            yield types.Diagnostic(spots.line(problem.line), line_of(problem.message), severity, name, source=SOURCE)


def touching(report: Report, path: str) -> Iterator[tuple[Finding, Claim]]:
    """Gives the findings with a claim in a file, each with the first of these."""
    for finding in report.findings:
        claim = next((claim for claim in finding.claims if os.path.abspath(claim.document.file) == path), None)
        if claim is not None:
            yield finding, claim


def under(report: Report, path: str, at: types.Range, codec: spots.Codec) -> Iterator[tuple[Finding, Claim]]:
    """Gives the findings with a claim at a place of a file, each with the first of these."""
    for finding in report.findings:
        for claim in finding.claims:
            if os.path.abspath(claim.document.file) == path and spots.touching(spots.of(claim, codec), at):
                yield finding, claim
                break


def page(finding: Finding, limits: Limits) -> str:
    """Gives a finding in Markdown: what is wrong, the words of each source, the steps by which it is known."""
    head = f"**{finding.severity}** {markdown(finding.message)} ({code(finding.rule)})"
    shown = finding.claims[: limits.shown_claims]
    quotes = [f"- {markdown(_said(claim, limits))} {code(str(place(claim)))}" for claim in shown]
    more = [f"- and {len(finding.claims) - len(shown)} more"] if len(finding.claims) > len(shown) else []
    steps = [f"- {markdown(step)}" for step in finding.explanation]
    parts = [head, "\n".join([*quotes, *more]), *(["How it is known:\n\n" + "\n".join(steps)] if steps else [])]
    return "\n\n".join(parts)


def _said(claim: Claim, limits: Limits) -> str:
    """The source of a claim and its sentence."""
    return f"{line_of(claim.source)}: “{quoted(claim.document.words(*claim.sentence), limits.quoted_characters)}”"


def ignore(finding: Finding, claim: Claim, codec: spots.Codec) -> types.TextEdit | None:
    """Gives the edit that sets an ignore on a line of its own above the paragraph of a claim.

    None where the article cannot hold one: where it is a line of a file or taken from markup, and where
    its title stands in front matter.
    """
    document = claim.document
    block = next((block for block in document.blocks if block.start <= claim.start < block.end), None)
    if document.row or document.origin or block is None:
        return None
    at = spots.position(document, block.start, codec)
    if document.text[: block.start].removeprefix("\ufeff").lstrip().startswith("---") and block.role == "title":
        return None
    said = f"claimlint: ignore {finding.rule} -- {_REASON}"
    text = f"<!-- {said} -->" if document.file.lower().endswith(".md") else f"# {said}"
    ended = "\r\n" if "\r\n" in document.text else "\n"
    top = types.Position(at.line, 0)
    return types.TextEdit(types.Range(top, top), text + ended)
