"""Report -> the lines that end it: what was found, what became of every path, what was not checked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimlint.configuration.settings import SEVERITIES
from claimlint.errors import Problem
from claimlint.nouns import frozen
from claimlint.report import Heeded, Report
from claimlint.reports.escape import visible
from claimlint.reports.style import Style

if TYPE_CHECKING:
    from claimlint.checks.finding import Finding

_SHOWN = 20  # problems of one kind
_BY = {"comment": "comments in the articles", "front matter": "their front matter", "baseline": "the baseline"}


def lines(report: Report, style: Style) -> Iterator[str]:
    """Gives what was not checked and the limits that were hit, one a line, then the sums."""
    loud = style.severity("error")
    yield from _listed(report.unread, loud("not checked"))
    yield from _listed(report.limits, style.severity("note")("limit"))
    yield from _listed(ignores(report), style.severity("note")("ignore"))
    yield from sums_of(report)


def sums_of(report: Report) -> Iterator[str]:
    """Gives the lines that count: what was found, what is silenced, what became of the paths."""
    yield head(report)
    if report.suppressed:
        yield silenced(report)
    if report.stale:
        yield stale(report)
    if report.fates:
        yield sums(report)


def head(report: Report) -> str:
    """What was found, in how many articles."""
    return f"{count(len(report.documents), 'article')} in {count(report.counts.get('stories', 0), 'story')}: {tally(report)}"


def silenced(report: Report) -> str:
    """How many findings are not told, and by what."""
    by = Counter(silent.by for silent in report.suppressed)
    return f"{count(len(report.suppressed), 'finding')} silenced: " + ", ".join(
        f"{n} by {_BY[name]}" for name, n in sorted(by.items())
    )


def tally(report: Report) -> str:
    """The findings by severity, in words."""
    counts = {severity: sum(f.severity == severity for f in report.findings) for severity in reversed(SEVERITIES)}
    said = [count(n, severity) for severity, n in counts.items() if n]
    return ", ".join(said) if said else "nothing found"


def sums(report: Report) -> str:
    """What became of every path that was met."""
    reasons = ", ".join(f"{n} {reason}" for reason, n in report.reasons.items())
    said = ", ".join(f"{n} {fate}" for fate, n in report.sums.items() if n or fate == "checked")
    return f"{count(len(report.fates), 'path')}: {said}{f' ({visible(reasons)})' if reasons else ''}"


def stale(report: Report) -> str:
    """What of the baseline is out of date."""
    return f"{count(report.stale, 'finding')} of the baseline no longer found; write it anew with `claimlint baseline`"


def ignores(report: Report) -> list[Problem]:
    """The ignores that are not used, and why."""
    return [_ignore(each) for each in report.ignores if each.state != "used"]


def _ignore(heeded: Heeded) -> Problem:
    told = {
        "unused": "silences nothing; take it out",
        "expired": f"ended on {heeded.until}; take it out or set a later day",
        "forbidden": "not heeded, as ignores in articles are forbidden",
    }
    names = ", ".join(heeded.rules)
    said = f"{names}: {told[heeded.state]}" if heeded.state in told else heeded.said
    return Problem(heeded.path, heeded.line, heeded.column, said)


@frozen
class Notice:
    """What a report tells beside its findings: "not-checked", "limit" or "ignore", and where."""

    name: str
    problem: Problem


def notices(report: Report, most: int) -> Iterator[Notice]:
    """Gives what was not checked, the limits that were hit, and the ignores that are not used.

    Of each so many; then one without a place counts those that are left out.
    """
    for name, problems in (("not-checked", report.unread), ("limit", report.limits), ("ignore", ignores(report))):
        yield from (Notice(name, problem) for problem in problems[:most])
        if len(problems) > most:
            said = f"{len(problems) - most} more of this kind are left out (`told-problems`); JSON has all {len(problems)}"
            yield Notice(name, Problem("", 0, 0, said))


def more(finding: "Finding", most: int) -> str:
    """How many places of a finding a report leaves out, "" where none."""
    return f"and {len(finding.claims) - most} more places" if len(finding.claims) > most else ""


def _listed(problems: Sequence[Problem], label: str) -> Iterator[str]:
    for problem in problems[:_SHOWN]:
        yield f"{label}: {visible(str(problem))}"
    if len(problems) > _SHOWN:
        yield f"{label}: {len(problems) - _SHOWN} more"


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 story, 2 stories."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
