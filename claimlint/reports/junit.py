"""Report -> JUnit XML: a suite an article, a failing case a finding.

Source: the schema of the xUnit plugin of Jenkins, model/xsd/junit-10.xsd, which GitLab and others read too.
"""

from collections import defaultdict
from collections.abc import Iterator

from claimlint.checks.finding import Finding
from claimlint.errors import Problem
from claimlint.report import Report, Suppressed
from claimlint.reports.escape import line_of, xml
from claimlint.reports.places import place
from claimlint.reports.view import View


def rendered(view: View) -> str:
    """Gives the suites. A note is a case that passes, a silenced finding one that is skipped, an unread file an error."""
    suites = [_Suite(name) for name in sorted(_names(view.report))]
    by_name = {suite.name: suite for suite in suites}
    for finding in view.report.findings:
        by_name[finding.claims[0].document.path].add(finding)
    for silent in view.report.suppressed:
        by_name[silent.finding.claims[0].document.path].skip(silent)
    for problem in view.report.unread:
        by_name[problem.path].fail(problem)
    lines = [line for suite in suites for line in suite.lines()]
    sums = {key: sum(suite.counts[key] for suite in suites) for key in ("tests", "failures", "errors")}
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="claimlint"{_counts(sums)}>', *lines, "</testsuites>",
    ]) + "\n"  # fmt: skip


def _names(report: Report) -> set[str]:
    return {document.path for document in report.documents} | {problem.path for problem in report.unread}


class _Suite:
    """The cases of an article."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.counts: dict[str, int] = defaultdict(int)
        self._cases: list[str] = []

    def add(self, finding: Finding) -> None:
        """Takes a finding in."""
        told = xml(
            "\n".join(map(line_of, (finding.message, *(str(place(claim)) for claim in finding.claims), *finding.explanation)))
        )
        told = told.replace("\\u{a}", "\n")
        loud = finding.severity != "note"
        tag = f'failure type="{finding.severity}" message="{xml(line_of(finding.message))}"' if loud else "system-out"
        self._case(finding, f"<{tag}>{told}</{tag.partition(' ')[0]}>", "failures" if loud else "")

    def skip(self, silent: Suppressed) -> None:
        """Takes in a finding that is silenced."""
        why = f"{silent.by}: {silent.reason}" if silent.reason else silent.by
        self._case(silent.finding, f'<skipped message="{xml(line_of(why))}"/>', "skipped")

    def fail(self, problem: Problem) -> None:
        """Takes in what could not be checked."""
        self._put("reading", f'<error type="not-checked" message="{xml(line_of(str(problem)))}"/>', "errors")

    def lines(self) -> Iterator[str]:
        """Gives the suite; an article without findings has one case, which passes."""
        if not self._cases:
            self._put("no findings", "", "")
        yield f' <testsuite name="{xml(line_of(self.name))}"{_counts(self.counts)} skipped="{self.counts["skipped"]}">'
        yield from self._cases
        yield " </testsuite>"

    def _case(self, finding: Finding, inside: str, counted: str) -> None:
        at = place(finding.claims[0])
        self._put(f"{finding.rule} {at.position}", inside, counted)

    def _put(self, name: str, inside: str, counted: str) -> None:
        self.counts["tests"] += 1
        self.counts[counted] += 1
        head = f'  <testcase name="{xml(line_of(name))}" classname="{xml(line_of(self.name))}"'
        self._cases.append(f"{head}>{inside}</testcase>" if inside else f"{head}/>")


def _counts(counts: dict[str, int]) -> str:
    return "".join(f' {key}="{counts.get(key, 0)}"' for key in ("tests", "failures", "errors"))
