"""Findings and the ignores that stand in the articles -> what is told, what is silenced, and by which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from claimlint.documents.document import Document
from claimlint.documents.ignores import Ignore
from claimlint.report import Heeded, Report, Suppressed

if TYPE_CHECKING:
    from claimlint.checks.finding import Finding

_Standing = tuple[Document, Ignore]


def applied(report: Report, rules: Iterable[str], *, allowed: bool, day: int | None = None) -> Report:
    """Gives the report without the findings that an article silences: with a claim in a stretch for which an ignore holds.

    `rules` are all names that there are. An ignore has ended where its last day lies before `day`; without one, before
    the latest day of an article. With `allowed` false none holds. Every ignore is told with what became of it.
    """
    standing = [(document, ignore) for document in report.documents for ignore in document.ignores]
    if not standing:
        return report
    if day is None:
        day = max((document.date.end for document in report.documents if document.date), default=None)
    states = [_state(ignore, frozenset(rules), day, allowed=allowed) for _, ignore in standing]
    holding = [each for each, (state, _) in zip(standing, states, strict=True) if not state]
    by_path: dict[str, list[_Standing]] = {}
    for each in holding:
        by_path.setdefault(each[0].path, []).append(each)
    held = [(finding, list(_holding(finding, by_path))) for finding in report.findings]
    used = {id(ignore) for _, found in held for _, ignore in found}
    heeded = [
        _heeded(document, ignore, state or ("used" if id(ignore) in used else "unused"), said)
        for (document, ignore), (state, said) in zip(standing, states, strict=True)
    ]
    return evolve(
        report,
        findings=tuple(finding for finding, found in held if not found),
        suppressed=tuple(_suppressed(finding, *found[0]) for finding, found in held if found),
        ignores=tuple(sorted(heeded, key=lambda each: (each.path, each.line, each.column))),
    )


def _state(ignore: Ignore, rules: frozenset[str], day: int | None, *, allowed: bool) -> tuple[str, str]:
    """Why an ignore does not hold, and what is wrong with it; "" where it holds."""
    if ignore.wrong:
        return "wrong", ignore.wrong
    unknown = next((name for name in ignore.rules if name not in rules), None)
    if unknown is not None:
        return "wrong", f"no rule is called {unknown[:60]}; `claimlint rules` lists them"
    if not allowed:
        return "forbidden", ""
    if ignore.until is not None and day is not None and ignore.until < day:
        return "expired", ""
    return "", ""


def _holding(finding: "Finding", by_path: Mapping[str, Sequence[_Standing]]) -> Iterator[_Standing]:
    """The ignores that hold for a finding."""
    for claim in finding.claims:
        for each in by_path.get(claim.document.path, ()):
            if finding.rule in each[1].rules and each[1].first <= claim.start and claim.end <= each[1].last:
                yield each


def _suppressed(finding: "Finding", document: Document, ignore: Ignore) -> Suppressed:
    return Suppressed(finding, ignore.by, ignore.reason, document.file, *_place(document, ignore))


def _heeded(document: Document, ignore: Ignore, state: str, said: str) -> Heeded:
    until = date.fromordinal(ignore.until).isoformat() if ignore.until is not None else ""
    return Heeded(document.path, *_place(document, ignore), ignore.rules, until, ignore.reason, state, said)


def _place(document: Document, ignore: Ignore) -> tuple[int, int]:
    return (document.row, 1) if document.row else document.place(ignore.start)
