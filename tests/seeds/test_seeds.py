"""What the five seed articles give: three findings aloud, four notes, and silence on what only looks like a conflict."""

from pathlib import Path

import pytest

from claimlint.checks.finding import Finding
from claimlint.line import Claimlint
from claimlint.report import Report

AGENCY, GENEVA, NETWORK, NATO = "2-agency-beijing.txt", "3-agency-geneva.txt", "4-network-no-progress.txt", "5-courier-nato.txt"


@pytest.fixture(scope="module")
def report(lint: Claimlint, seeds: Path) -> Report:
    """The report on the seeds."""
    return lint.check([str(seeds)])


def said(finding: Finding) -> set[tuple[str, int, str]]:
    """The articles, lines and words of a finding."""
    return {(Path(c.document.path).name, c.document.place(c.start)[0], c.text) for c in finding.claims}


def of_rule(report: Report, rule: str, severity: str) -> Finding:
    """The one finding of a rule and a severity."""
    (found,) = [finding for finding in report.findings if (finding.rule, finding.severity) == (rule, severity)]
    return found


def test_three_findings_are_loud(report: Report) -> None:
    """The day of leaving, the range that is a bound and a figure, the name in two spellings: warnings, and nothing else."""
    loud = [(finding.rule, finding.kind, finding.severity) for finding in report.findings if finding.severity != "note"]
    assert sorted(loud) == [
        ("bound-at-own-limit", "contradiction", "warning"),
        ("deadlines-differ", "contradiction", "warning"),
        ("name-spelled-differently", "inconsistency", "warning"),
    ]


def test_the_days_of_leaving_may_be_the_ends_of_one_process(report: Report) -> None:
    """Both days stand in the finding, and the six months that lead from the one to the other in its explanation."""
    finding = of_rule(report, "deadlines-differ", "warning")
    assert {(AGENCY, 36, "February 2"), (NATO, 11, "Aug. 2")} <= said(finding)
    assert any("'six-month' from 2019-02-02 ends on 2019-08-02" in step for step in finding.explanation)


def test_a_bound_stands_against_its_own_limit(report: Report) -> None:
    """Russia's figure is given as less than 480 km and as 480 km."""
    finding = of_rule(report, "bound-at-own-limit", "warning")
    assert said(finding) == {(AGENCY, 36, "less than 480 km"), (NETWORK, 13, "480 kilometers")}


def test_one_article_spells_a_name_in_two_ways(report: Report) -> None:
    """Inside an article that is a warning, across articles a note."""
    inside = of_rule(report, "name-spelled-differently", "warning")
    assert said(inside) == {(NETWORK, 1, "Sergei Ryabkov"), (NETWORK, 17, "Sergey Ryabkov")}
    assert len({path for path, _, _ in said(of_rule(report, "name-spelled-differently", "note"))}) == 2


def test_what_two_sides_say_of_the_range_is_a_dispute(report: Report) -> None:
    """Farther than the 500 km limit, says the one; 480, the other: news, not a mistake."""
    finding = of_rule(report, "ranges-differ", "note")
    assert finding.kind == "dispute"
    assert (AGENCY, 32, "500 km") in said(finding)
    assert {claim.voice.side for claim in finding.claims} == {"us", "ru"}


def test_two_meetings_are_kept_apart(report: Report) -> None:
    """An hour in Beijing on 31 January and two hours in Geneva on 15 January are of different days."""
    finding = of_rule(report, "durations-differ", "note")
    assert finding.kind == "apart"
    assert said(finding) == {(AGENCY, 14, "less than an hour"), (GENEVA, 24, "more than two hours")}


def test_a_term_that_is_not_the_treatys_is_a_note(report: Report) -> None:
    """Medium-range stands for what the others call intermediate-range."""
    assert (NATO, 11, "medium-range") in said(of_rule(report, "term-for-range-class", "note"))


def test_teasers_and_appeals_are_no_part_of_the_story(report: Report) -> None:
    """The gift of $2, the newsletter of every Friday, the two-day summit and the 700 Marines are in no finding."""
    assert not any(claim.text in ("$2", "700", "every Friday", "two-day") for f in report.findings for claim in f.claims)


def test_every_article_has_its_day(report: Report) -> None:
    """Weekdays, full dates and the other articles date the seeds; no clock does."""
    days = {Path(document.path).name: document.date for document in report.documents}
    assert all(dating is not None for dating in days.values())
    assert {name: dating.basis for name, dating in days.items() if dating is not None} == {
        "1-courier-no-deal-in-beijing.txt": "story", AGENCY: "inferred", GENEVA: "inferred", NETWORK: "story", NATO: "story",
    }  # fmt: skip
