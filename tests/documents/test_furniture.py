"""What is not the story is left out; a paragraph of the story never is."""

import time

import pytest

from claimlint.documents.document import Document
from claimlint.line import Claimlint

BODY = "The ferry left Halden at nine on Monday with 312 people on board, the harbour master said, and reached Korva at noon."
MORE = "Two hundred of them were on their way to a fair in Korva, which opened on Sunday and lasts until the end of the week."


def roles(lint: Claimlint, *paragraphs: str, path: str = "a.txt") -> list[str]:
    """The roles of paragraphs that stand in an article of their own."""
    text = "\n\n".join(paragraphs)
    (document,) = lint.parse(text, path)
    assert isinstance(document, Document)
    return [block.role for block in document.blocks]


def role(lint: Claimlint, line: str) -> str:
    """The role of a line between two paragraphs of a story."""
    return roles(lint, "Ferry arrives", BODY, line, MORE)[2]


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our weekly newsletter", "Subscribe now!", "Advertisement", "Share on Facebook", "Read more: Who owns the harbour",
        "Follow us on Twitter", "© 2019 Halden Press. All rights reserved.", "Photo: Mette Dahl / Halden Press", "Mette Dahl/Reuters",
        "(Reporting by Mette Dahl; editing by Tom Quist)", "Join our mailing list and get the news in your inbox.", "_____________", "* * *",
        "Click here for the full list.", "Updated: 3 May 2019, 10:24", "Your support makes this possible. Please give us what you can.",
        "Thank you for reading the Halden Post", "Terms of Use | Privacy Policy", "Facebook Twitter Email", "Please enable Javascript to watch this video",
        "This article was first published on 3 May by the Korva Times.", "Comments", "ADVERTISEMENT", "Download our app", "Support the Halden Post!",
        "For more on the harbour, visit our website.", "More from the Halden Post: Why bridges fail", "This is a developing story. Check back for updates.",
    ],
)  # fmt: skip
def test_what_stands_around_stories_is_furniture(lint: Claimlint, line: str) -> None:
    """Newsletters, appeals, credits, navigation and pointers are no part of the story."""
    assert role(lint, line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Support for the government fell to 31 percent in May, from 40 percent a year before.",
        "Subscribers to the service rose by 12 percent to 4.1 million, the company said.",
        "Share prices fell by 3 percent in Halden on Monday.",
        "Register offices in the county were closed on Monday.",
        'Asked what he would do, he said: "We need your support, and we need it now."',
        '"Sign up for our weekly newsletter," the flyer said, above a photograph of the two suspects.',
        "The company said that its weekly newsletter had 40,000 subscribers, a third of them abroad.",
        "Video of the accident showed the train leaving the rails at 120 km per hour.",
        "The report was first published in 2015 and found that 300 people had died in the camps.",
        "Updates of the software would be sent out within 14 days, the maker said.",
        "By noon 40 flights had been cancelled, and 12 more were late.",
        "Correspondents at the scene saw about 200 soldiers.",
        "Editors of the three papers had met the minister on Monday and asked for 90 days.",
        "In other words, 400 of the 600 jobs are to go by the end of the year.",
        "Our correspondent counted 14 tanks on the road to Korva.",
        "Donations of 2 million crowns had reached the fund by Monday, its chairman said.",
        "Copyright law was changed in 2019, and the period now is 70 years.",
        "More than 300 people were hurt, 40 of them seriously.",
        "He told his followers to watch, listen and wait for 48 hours.",
        "The need for help had doubled within 30 days, the agency said!",
        "Anyone with information is asked to call the police, who offer a reward of 5,000 crowns.",
        "The editor's note, as it was called in court, named 12 officers.",
        "Click, the phone maker, sold 12 million phones.",
    ],
)
def test_a_paragraph_of_the_story_is_never_furniture(lint: Claimlint, line: str) -> None:
    """Words that newsrooms use about themselves stand in stories too."""
    assert role(lint, line) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this article said that 16 people had died. It was 14.",
        "CLARIFICATION - The number of seats is 312, not 321.",
        "Editor's note: This story has been corrected to say that the bridge is 90 metres long.",
        "*Corrections and clarifications: the ship was built in 1987.*",
        "An earlier version of this report misstated the age of the captain, who is 52.",
        "(Corrects the number of dead to 14 in the second paragraph)",
    ],
)
def test_what_the_paper_takes_back_is_no_claim(lint: Claimlint, line: str) -> None:
    """A correction of an earlier edition names the wrong figure; it is told apart."""
    assert role(lint, line) == "correction"


@pytest.mark.parametrize(
    "line", ["Corrected profit was 12 million crowns, the company said.", "Corrections officers at 12 prisons went on strike."]
)
def test_corrected_figures_are_news(lint: Claimlint, line: str) -> None:
    """Not everything that is corrected is the paper's mistake."""
    assert role(lint, line) == "body"


@pytest.mark.parametrize(
    "byline",
    [
        "By Hannah Voss in Redding", "By Colm Feeney, health correspondent", "By our correspondent in Castel Vento", "By Reuters", "BY METTE DAHL",
        "By A. N. Other and Maria de la Cruz, Political Editors", "Neil Corrigan at Albion Park", "City staff", "By Staff Writer",
    ],
)  # fmt: skip
def test_who_wrote_it_is_no_part_of_it(lint: Claimlint, byline: str) -> None:
    """A byline between title and story is furniture."""
    assert roles(lint, "Ferry arrives in Korva", byline, BODY, MORE) == ["title", "furniture", "body", "body"]


def test_the_place_below_a_byline_goes_with_it(lint: Claimlint) -> None:
    """A line with the place alone, behind a byline, is furniture too; without one it is a heading."""
    assert roles(lint, "Ferry arrives in Korva", "By Hannah Voss", "Port Alden, Texas", BODY) == [
        "title",
        "furniture",
        "furniture",
        "body",
    ]
    assert roles(lint, "Ferry arrives in Korva", "Port Alden, Texas", BODY) == ["title", "heading", "body"]


def test_headlines_behind_an_opener_are_other_stories(lint: Claimlint) -> None:
    """A list of headlines ends where a paragraph of the story comes."""
    found = roles(lint, "Ferry arrives", BODY, "Read more:", "Fourteen dead in Korva", "Minister of fish resigns", MORE)
    assert found == ["title", "body", "furniture", "furniture", "furniture", "body"]


def test_teasers_with_summaries_end_an_article(lint: Claimlint) -> None:
    """Behind the story each headline may have a summary of its own."""
    tail = (
        "Read more",
        "Fourteen dead in Korva",
        "A storm swept over the town on Tuesday.",
        "Minister resigns",
        "He had been in office for 12 days.",
    )
    assert roles(lint, "Ferry arrives", BODY, MORE, *tail) == ["title", "body", "body"] + ["furniture"] * 5


def test_a_teaser_in_the_middle_takes_no_paragraph_of_the_story(lint: Claimlint) -> None:
    """Where the story goes on behind a teaser, only the headline is left out."""
    found = roles(lint, "Ferry arrives", BODY, "Read more", "Fourteen dead in Korva", MORE, BODY, MORE)
    assert found == ["title", "body", "furniture", "furniture", "body", "body", "body"]


def test_an_appeal_lasts_as_long_as_it_speaks_to_the_reader(lint: Claimlint) -> None:
    """Dear readers: what says we, us and you is an appeal, what does not is the story again."""
    appeal = (
        "Dear readers,",
        "We have been through a hard year, and the figures of our paper show it.",
        "Two crowns from each of you would do.",
    )
    assert roles(lint, "Ferry arrives", BODY, *appeal, MORE) == ["title", "body", "furniture", "furniture", "furniture", "body"]


def test_notes_in_italics_below_a_story_are_furniture(lint: Claimlint) -> None:
    """Only behind the story, and only as a whole."""
    found = roles(
        lint,
        "# Ferry arrives",
        BODY,
        "*All of it is true.*",
        MORE,
        "*The Post is printed in Korva. Circulation: 41,000.*",
        path="a.md",
    )
    assert found == ["title", "body", "body", "body", "furniture"]


def test_a_line_that_is_only_a_headline_is_not_left_out(lint: Claimlint) -> None:
    """Questions and short lines between paragraphs are headings, which are read."""
    assert role(lint, "What happens next?") == "heading"
    assert role(lint, "Explainer for a ferry") == "heading"


def test_captions_are_read_as_captions(lint: Claimlint) -> None:
    """A caption is told from the story, and may hold claims."""
    assert role(lint, "(Cover: the ferry at Korva on January 30, 2019. /Reuters Photo)") == "caption"


@pytest.mark.parametrize("line", ["RELATED STORIES", "Read more:", "*A note.*", "It rained.", "Rain"])
def test_hostile_lines_take_linear_time(lint: Claimlint, line: str) -> None:
    """Ten times as many lines of one sort take not a hundred times as long."""

    def spent(count: int) -> float:
        text = f"{BODY}\n\n" + f"{line}\n\n" * count
        begun = time.process_time()
        list(lint.parse(text, "a.md"))
        return time.process_time() - begun

    short, long = spent(800), spent(8_000)
    assert long < max(30 * short, 0.5)


@pytest.mark.parametrize("unit", ["sign up ", "our work ", '" ', "/ ", "read more: ", "by A ", "a.b ", "(c) ", "! ", "you our "])
def test_hostile_paragraphs_take_time_in_proportion(lint: Claimlint, unit: str) -> None:
    """Paragraphs of the greatest length that are tried take no more than others."""
    paragraph = unit * (1499 // len(unit))
    text = "\n\n".join([paragraph] * 60)
    begun = time.process_time()
    list(lint.parse(text, "a.txt"))
    assert time.process_time() - begun < 4
