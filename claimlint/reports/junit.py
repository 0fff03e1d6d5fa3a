"""Report -> JUnit XML: a suite an article, a failing case a finding.

Source: the schema of the xUnit plugin of Jenkins, model/xsd/junit-10.xsd, which GitLab and others read too.
"""

from collections import defaultdict
from collections.abc import Iterator

from claimlint.checks.finding import Finding
from claimlint.report import Suppressed
from claimlint.reports import closing
from claimlint.reports.escape import line_of, xml
from claimlint.reports.places import place
from claimlint.reports.view import View

_RUN = "claimlint"  # the suite of what is of no article


def rendered(view: View) -> str:
    """Gives the suites. A silenced finding is a case that is skipped, an unread file an error.

    A note, a limit and an unused ignore are cases that pass.
    """
    notices = list(closing.notices(view.report, view.limits.told_problems))
    named = {document.path for document in view.report.documents} | {notice.problem.path or _RUN for notice in notices}
    suites = [_Suite(name) for name in sorted(named)]
    by_name = {suite.name: suite for suite in suites}
    for finding in view.report.findings:
        by_name[finding.claims[0].document.path].add(finding)
    for silent in view.report.suppressed:
        by_name[silent.finding.claims[0].document.path].skip(silent)
    for notice in notices:
        by_name[notice.problem.path or _RUN].tell(notice)
    lines = [line for suite in suites for line in suite.lines()]
    sums = {key: sum(suite.counts[key] for suite in suites) for key in ("tests", "failures", "errors")}
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="claimlint"{_counts(sums)}>', *lines, "</testsuites>",
    ]) + "\n"  # fmt: skip


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

    def tell(self, notice: closing.Notice) -> None:
        """Takes in what could not be checked, a limit that was hit, an ignore that is not used."""
        said = xml(line_of(f"{notice.problem.place}: {notice.problem.message}".removeprefix(": ")))
        if notice.name == "not-checked":
            self._put("reading", f'<error type="not-checked" message="{said}"/>', "errors")
        else:
            self._put(notice.name, f"<system-out>{said}</system-out>", "")

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
