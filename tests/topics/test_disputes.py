"""What two sides say differently."""

import pytest

from claimlint.claims.claim import Voice
from claimlint.documents.document import Block, Dating, Document
from claimlint.line import Claimlint
from claimlint.topics.disputes import opposed

DAY = 737090  # 31 January 2019, a Thursday


@pytest.fixture(scope="module")
def lint() -> Claimlint:
    """The checker with its own knowledge."""
    return Claimlint()


def kinds(lint: Claimlint, *texts: str) -> list[str]:
    """The kinds of what is found on articles of one day."""
    documents = [
        Document(f"{i}.txt", text, (Block(0, len(text)),), date=Dating(DAY, DAY, "front matter"), story="one")
        for i, text in enumerate(texts)
    ]
    return [finding.kind for finding in lint.judge(documents).findings if finding.kind != "apart"]


@pytest.mark.parametrize(
    "text",
    [
        "The police put the crowd at 9,000. The organisers spoke of 30,000.",
        "Nearly 9,000 people marched through Tavel, the police said; the organisers claimed 30,000.",
        "By the ministry's count 120 fighters laid down their arms. By the rebels' own account only 45 fighters did.",
        "The ferry company says its captain sent a distress call at 10:20 p.m. The coastguard's log shows the distress call at 10:55 p.m.",
        "Solvania's army said the shelling killed 40 soldiers. Brenda's foreign ministry said 12 soldiers were killed.",
    ],
)
def test_two_who_answer_each_other_are_in_dispute(lint: Claimlint, text: str) -> None:
    """Two speakers of one article who give two figures for one thing are a dispute, however little the second repeats."""
    assert kinds(lint, text) == ["dispute"]


@pytest.mark.parametrize(
    "text",
    [
        "The police put the crowd at 9,000. The organisers said 30 people had been arrested.",
        "The police said 9,000 people marched. Twelve of them were students, the organisers said.",
        "Tavel Mills Ltd said it made 4,400 cars in May. The company said it would make 5,100 in June.",
        "The ministry said the fire broke out at 4 p.m. Doctors said the first patients were brought in at 6 p.m.",
        "The union wants 5 percent. The company made 300 million euros last year.",
    ],
)
def test_what_others_say_of_other_things_is_no_dispute(lint: Claimlint, text: str) -> None:
    """Figures of other things, a part of a figure, or the same speaker under another name are no dispute."""
    assert "dispute" not in kinds(lint, text)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Voice("police", "police", "state"), Voice("organisers", "organizers", "group"), True),
        (Voice("police", "police", "state"), Voice("ministry", "government", "state"), False),
        (Voice("ministry", "ostria", "country"), Voice("Ostrian", "ostrian", "name"), False),
        (Voice("ministry", "ostria", "country"), Voice("ministry", "kestran", "country"), True),
        (Voice("company", "company", "group"), Voice("Narven", "narven", "name"), False),
        (Voice("ministry", "government", "state"), Voice("ministry", "ostria", "country"), False),
        (Voice("Mira Sand", "", ""), Voice("police", "police", "state"), False),
    ],
)
def test_sides_are_two_only_where_their_names_are_sure(a: Voice, b: Voice, expected: bool) -> None:
    """Arms of one state are one side; a name of which nothing is known may be anybody's."""
    assert opposed(a, b) is opposed(b, a) is expected


def test_a_dispute_keeps_no_contradiction_from_being_found(lint: Claimlint) -> None:
    """Where outlets contradict each other on what one side says, that is loud, whatever another side says."""
    found = kinds(
        lint,
        "Brenda says that the missile's range is 480 km. Solvania says that the missile can fly 700 km.",
        "Brenda says that the missile's range is 440 km.",
    )
    assert "contradiction" in found
