"""Copies of one text and versions of one article -> findings, and what they mean for other findings."""

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.documents.document import Document
from claimlint.topics.kinship import Kin
from claimlint.values.value import Value

_OPENING = re.compile(r"\S+(?:\s+\S+){0,7}")

Compare = Callable[[str, str], list[Finding]]


def copies(documents: Sequence[Document], kin: Kin, rules: Sequence[Rule]) -> list[Finding]:
    """Gives a note on each text that several documents carry."""
    by_path = {document.path: document for document in documents}
    return [_copied([by_path[path] for path in group], rule) for rule in rules if rule.when == "one text" for group in kin.copies]


def versions(kin: Kin, rules: Sequence[Rule], compare: Compare) -> list[Finding]:
    """Gives a note on what the latest version of an article tells otherwise than an earlier one.

    `compare` finds what two documents say otherwise.
    """
    found = []
    for rule in rules:
        if rule.when == "later version":
            for early, late in kin.later.items():
                for finding in compare(early, late):
                    found += list(_revised(finding, early, late, rule))
    return found


def quieted(finding: Finding, kin: Kin) -> Finding:
    """Gives a finding as a note where it is of a version that is superseded."""
    late = next((kin.later[claim.document.path] for claim in finding.claims if claim.document.path in kin.later), "")
    if not late:
        return finding
    return evolve(finding, severity="note", explanation=(*finding.explanation, f"{late} is a later version of the article"))


def others(findings: Sequence[Finding], told: Sequence[Finding]) -> list[Finding]:
    """Gives the findings that tell what no loud one tells already: two claims of theirs are in none of those together."""
    loud = [frozenset(map(id, finding.claims)) for finding in told if finding.severity != "note"]
    return [finding for finding in findings if not any(len(claims & set(map(id, finding.claims))) > 1 for claims in loud)]


def counted(finding: Finding, kin: Kin) -> Finding:
    """Gives a finding that says which of its sources are one."""
    paths = dict.fromkeys(claim.document.path for claim in finding.claims)
    groups = [[path for path in group if path in paths] for group in kin.copies]
    steps = [f"one source: {', '.join(same)} carry one text" for same in groups if len(same) > 1]
    return evolve(finding, explanation=(*finding.explanation, *steps)) if steps else finding


def _revised(finding: Finding, early: str, late: str, rule: Rule) -> Iterator[Finding]:
    """A conflict between two versions as the note that it is."""
    a = next((claim for claim in finding.claims if claim.document.path == early), None)
    b = next((claim for claim in finding.claims if claim.document.path == late), None)
    if a is not None and b is not None:
        steps = (*finding.explanation, f"{late} is a later version of {early}")
        subject = finding.measure or finding.subject or a.value.kind
        yield evolve(
            finding, rule=rule.name, kind="update", severity=rule.severity, explanation=steps,
            message=rule.say.format(subject=subject, a=a, b=b),
        )  # fmt: skip


def _copied(documents: Sequence[Document], rule: Rule) -> Finding:
    claims = tuple(map(_opening, documents))
    steps = (*(f"{words.place(claim)}: {claim.text}" for claim in claims), "nearly the same words in the same order: one source")
    message = rule.say.format(a=claims[0], b=claims[1], number=len(claims))
    return Finding(rule.name, "copy", rule.severity, message, steps, claims)


def _opening(document: Document) -> Claim:
    """The first words of a document's text."""
    block = next((block for block in document.blocks if block.role == "body"), document.blocks[0])
    match = _OPENING.search(document.text, block.start, block.end)
    start, end = match.span() if match else (block.start, block.end)
    return Claim(document, start, end, (start, end), Value("name"))
