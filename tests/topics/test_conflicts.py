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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Six people were hurt in the brawl in Delta.",
            "Five people were hurt in the brawl in Delta and a 6-year-old boy was bruised.",
        ),
        ("Nine men were shot at the mine in Delta.", "Eight men along with a guard's son were shot at the mine in Delta."),
        ("Three officers were killed in Delta.", "Two officers, Ann Roe and Bob Poe, and deputy Carl Loe were killed in Delta."),
        ("Five people were killed in the raid in Delta.", "The raid in Delta killed three children."),
        ("The blaze in Delta killed four children.", "The blaze in Delta killed the two younger children."),
    ],
)
def test_a_part_is_not_held_against_the_whole(lint: Claimlint, one: str, other: str) -> None:
    """Who is counted with one more, or is some kind of the people, is a part of a number."""
    assert loud(check(lint, one, other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A gunman shot dead five people and then himself in Delta.", "Six people were killed by a gunman in Delta."),
        ("A gunman in Delta killed five people before taking his own life.", "The rampage in Delta killed six people."),
        (
            "A man was stabbed to death and nine others were hurt at a fair in Delta.\n\nThe nine people hurt are in hospital.",
            "Ten people were hurt at a fair in Delta. One of the victims died.",
        ),
        (
            "Five people were hurt in a raid in Delta.",
            "Police found four people who were hurt in the raid in Delta. A fifth man came to a hospital later.",
        ),
    ],
)
def test_who_did_it_and_the_others_are_left_out(lint: Claimlint, one: str, other: str) -> None:
    """A toll may leave out who did it, or those beside whom others were hurt, or one who was found later."""
    assert loud(check(lint, one, other)) == []


def test_a_toll_without_who_did_it_still_differs_by_more(lint: Claimlint) -> None:
    """Who did it is one person: five and himself are no nine."""
    found = check(
        lint, "A gunman shot dead five people and then himself in Delta.", "Nine people were shot dead by a gunman in Delta."
    )
    assert loud(found) == ["counts-differ"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Jan Holt was arrested on Tuesday in Delta over the raid.",
            "Piet Munk was arrested on Wednesday in Delta over the raid.",
        ),
        (
            "A man was killed in an ambush in Delta on Wednesday.",
            "A man was killed in an ambush in Delta on Wednesday.\n\nA vigil was held for a man killed in an ambush in Delta last week.",
        ),
        (
            "An ambush in Delta killed a man on Wednesday.",
            "The ambush happened where an ambush a month ago killed a man in Delta.",
        ),
    ],
)
def test_what_happened_to_somebody_else_or_before_is_another_event(lint: Claimlint, one: str, other: str) -> None:
    """Every arrest has its day, and what an article looks back to is not what it tells."""
    assert loud(check(lint, one, other)) == []


def test_the_arrest_of_one_person_has_one_day(lint: Claimlint) -> None:
    """Two days for the arrest of one person are loud."""
    found = check(lint, "Jan Holt was arrested on Tuesday in Delta.", "Jan Holt was arrested on Wednesday in Delta.")
    assert loud(found) == ["dates-differ"]


def test_a_bare_weekday_is_of_the_date_that_its_article_tells(lint: Claimlint) -> None:
    """Monday night is Monday, January 21, where the article tells so further on."""
    found = check(
        lint,
        "A girl was shot in Delta on Monday night.\n\nThe girl was shot in Delta around 11 p.m. on Monday, January 21.",
        "A girl who was shot in Delta last Monday is home again.",
        days=(DAY, DAY - 4),
    )
    assert loud(found) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The judge set bail for Jan Holt at $500,000.", "Jan Holt is held on bail of $750,000."),
        ("Prosecutors charged two men over the raid in Delta.", "Four men have been charged over the raid in Delta."),
        ("Police offered a reward of $20,000 for information.", "Police offered a reward of $40,000 for information."),
        ("It was the city's 39th homicide of the year.", "The death was the city's 40th homicide of the year."),
    ],
)
def test_what_moves_from_day_to_day_is_an_update(lint: Claimlint, one: str, other: str) -> None:
    """Bail, charges, rewards and the count of cases are other figures a day later."""
    assert loud(check(lint, one, other, days=(DAY, DAY + 3))) == []


def test_sums_of_several_events_are_not_held_against_one(lint: Claimlint) -> None:
    """What several attacks came to together is no figure of one of them."""
    found = check(
        lint,
        "Detectives say two men were shot in an attack in Delta on Sunday and five people were hurt.",
        "A series of attacks in Delta left seven people hurt since Friday.",
    )
    assert loud(found) == []


def test_an_age_in_digits_is_no_round_figure(lint: Claimlint) -> None:
    """30 is 30 years, as much as 30-year-old is."""
    found = check(lint, "Jan Holt, 30, of Delta was arrested.", "Police arrested 30-year-old Jan Holt in Delta.")
    assert loud(found) == []


def test_heads_of_articles_without_a_name_in_common_tell_of_other_events(lint: Claimlint) -> None:
    """Two times of a thing are not loud where the articles begin with other places and people."""
    one = "Police are looking for a van after a shooting on Tuesday. It was seen on Tuesday in Ulm."
    same = "A shooting on Monday left a guard in hospital. One guard from Ulm has died."
    other = "A shooting on Monday left a guard in hospital. One guard from Bergen has died."
    assert loud(check(lint, one, same)) == ["dates-differ"]
    assert loud(check(lint, one, other)) == []


def test_people_of_other_ages_are_others(lint: Claimlint) -> None:
    """A child of six and one of two were not shot at one time; nobody is six in one article and seven in the other."""
    one = "A 6-year-old girl was shot in Ulm on Tuesday, police said."
    assert loud(check(lint, one, "A 2-year-old girl was shot in Ulm on Monday, police said.")) == []
    assert "dates-differ" in loud(check(lint, one, "A 7-year-old girl was shot in Ulm on Monday, police said."))


def test_whom_the_sentence_names_is_not_the_one_of_such_an_age(lint: Claimlint) -> None:
    """One of 14 years is not Castelo where the sentence has Castelo beside."""
    told = claims_of(lint, "The victim is Rui Castelo. The 14-year-old held the gun when Castelo grabbed it.")
    found = check(lint, told[0].document.text, "Rui Castelo, 21, was shot in Ulm.")
    assert loud(found) == []
