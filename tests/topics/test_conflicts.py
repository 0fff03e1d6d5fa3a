"""Which claims are compared, and what comes of it."""

import pytest

from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim
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


def claims_of(lint: Claimlint, text: str) -> list[Claim]:
    """The claims of a text."""
    document = Document("a.txt", text, (Block(0, len(text)),))
    return lint.extractor.claims(lint.extractor.parser.parse(document))


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


def test_a_deadline_told_twice_differs_however_it_is_told(lint: Claimlint) -> None:
    """What must be done until noon and what is to be done by four are two deadlines, no bounds that meet."""
    found = check(
        lint,
        "The mediators in Tavel said that the miners have until noon on Friday to accept the offer.",
        "The miners of Tavel must accept the offer of the mediators by 4 p.m. on Friday.",
    )
    assert [claim.text for claim in found[0].claims] == ["noon on Friday", "4 p.m. on Friday"]


def test_an_hour_in_another_zone_is_no_second_figure(lint: Claimlint) -> None:
    """What stands in brackets behind an hour is the same hour elsewhere."""
    told = claims_of(lint, "The train left the track at 8:47 p.m. (1947 GMT) on Sunday.")
    assert [claim.text for claim in told if claim.value.when is not None] == ["8:47 p.m.", "Sunday"]


def test_what_began_is_what_the_verb_is_said_of(lint: Claimlint) -> None:
    """The walkout that began at three and the tools laid down at five are one strike."""
    (first,), (second,) = (
        [claim for claim in claims_of(lint, text) if claim.value.when is not None]
        for text in ("The dockers' walkout began at 3 a.m.", "The dockers laid down tools at 5 a.m.")
    )
    assert "strike" in first.events & second.events


def test_an_age_that_stands_for_a_person_is_that_persons(lint: Claimlint) -> None:
    """An age told for a person, as in "the 66-year-old", is the one whom the sentences before name."""
    found = check(
        lint,
        "Port director Esteban Quiroz, 62, was found guilty of fraud in Marbel on Tuesday.",
        "Lawyers for port director Esteban Quiroz said they would appeal. The 66-year-old was found guilty in Marbel on Tuesday.",
    )
    assert [claim.text for claim in found[0].claims] == ["62", "66-year-old"]


def test_a_dateline_is_no_part_of_what_is_said(lint: Claimlint) -> None:
    """The first sentence begins behind its dateline, with its first word."""
    document = lint.prepared(Document("a.txt", "MARBEL, March 5 (Wire) - Rangers found 12 boats.", (Block(0, 48),)))
    (sentence,) = lint.extractor.parser.parse(document).sentences
    assert [item.lower for item in sentence.items[:2]] == ["rangers", "found"]
    assert document.text[slice(*sentence.span)] == "Rangers found 12 boats."


def test_digits_in_another_order_tell_one_thing(lint: Claimlint) -> None:
    """Three digits or more that are the same in another order are one figure, however differently the articles tell of it."""
    found = check(
        lint,
        "The climbers of Katandu stood on a ledge of the peak, 7,816 metres high, when the storm came.",
        "A storm caught the climbers of Katandu at an altitude of 7,861 metres.",
    )
    assert loud(found)
    assert "one thing: the same digits in another order" in found[0].explanation
