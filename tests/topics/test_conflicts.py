"""Which claims are compared, and what comes of it."""

import pytest

from claimlint.checks.finding import Finding
from claimlint.documents.document import Block, Dating, Document
from claimlint.line import Claimlint

DAY = 737090  # 31 January 2019, a Thursday


@pytest.fixture(scope="module")
def lint() -> Claimlint:
    """The checker with its own knowledge."""
    return Claimlint()


def check(lint: Claimlint, *texts: str, days: tuple[int, ...] = ()) -> list[Finding]:
    """The findings on some articles, all of one day unless told otherwise."""
    documents = []
    for i, text in enumerate(texts):
        day = days[i] if days else DAY
        documents.append(Document(f"{i}.txt", text, (Block(0, len(text)),), date=Dating(day, day, "front matter"), story="one"))
    return list(lint.judge(documents).findings)


def loud(findings: list[Finding]) -> list[str]:
    """The rules that spoke loudly."""
    return [finding.rule for finding in findings if finding.severity != "note"]


def test_the_same_event_with_two_tolls_is_loud(lint: Claimlint) -> None:
    """Two tolls of one day that cannot both be true are reported with both places."""
    found = check(lint, "Seventeen soldiers were killed in a clash in Delta.", "The clash in Delta killed 12 soldiers.")
    assert loud(found) == ["counts-differ"]
    assert [claim.text for claim in found[0].claims] == ["Seventeen", "12"]


def test_a_later_higher_toll_is_an_update(lint: Claimlint) -> None:
    """A toll that rises from one day to the next is a note."""
    found = check(
        lint, "Twelve people were killed by the storm in Delta.", "The storm in Delta killed 17 people.", days=(DAY, DAY + 1)
    )
    assert [(f.kind, f.severity) for f in found] == [("update", "note")]


def test_two_sides_with_two_figures_are_a_dispute(lint: Claimlint) -> None:
    """What two named sides say differently is news, not a mistake."""
    found = check(
        lint,
        "The government says that 17 soldiers were killed in the clash in Delta.",
        "The rebels say that 40 soldiers were killed in the clash in Delta.",
    )
    assert [(f.kind, f.severity) for f in found] == [("dispute", "note")]


def test_an_event_of_another_day_is_apart(lint: Claimlint) -> None:
    """A toll of an earlier event is not compared with today's."""
    found = check(
        lint,
        "A clash in Delta killed 17 soldiers.",
        "In July 2016 a clash in Delta killed 40 soldiers.",
    )
    assert loud(found) == []


def test_the_order_of_articles_changes_no_finding(lint: Claimlint) -> None:
    """The findings are the same whatever the order in which articles come."""
    texts = ["Seventeen soldiers were killed in a clash in Delta.", "The clash in Delta killed 12 soldiers.", "Delta was calm."]
    documents = [
        Document(f"{i}.txt", text, (Block(0, len(text)),), date=Dating(DAY, DAY, "front matter"), story="one")
        for i, text in enumerate(texts)
    ]
    one = [(f.rule, f.message, f.explanation) for f in lint.judge(documents).findings]
    other = [(f.rule, f.message, f.explanation) for f in lint.judge(documents[::-1]).findings]
    assert one == other
