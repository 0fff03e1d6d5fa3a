"""Where and when a report was written is read from its opening."""

from datetime import date

import pytest

from claimlint.documents.document import Dateline, Document
from claimlint.line import Claimlint

STORY = "The two sides met for an hour and parted without a result, officials said."


def dateline(lint: Claimlint, *paragraphs: str, path: str = "a.txt") -> tuple[Dateline | None, str]:
    """The dateline of an article, and its text."""
    (document,) = lint.parse("\n\n".join(paragraphs), path)
    assert isinstance(document, Document)
    return document.dateline, document.text


@pytest.mark.parametrize(
    ("opening", "place", "day", "agency"),
    [
        ("BEIJING, January 31. /TASS/. ", "BEIJING", "January 31", "TASS"),
        ("GENEVA, January 16 (Agency) - ", "GENEVA", "January 16", "Agency"),
        ("LONDON, May 18 (Sports Desk) - ", "LONDON", "May 18", "Sports Desk"),
        ("ZURICH — ", "ZURICH", "", ""),
        ("NEW YORK (Desk) -- ", "NEW YORK", "", "Desk"),
        ("KORVA CROSSING, August 24 - ", "KORVA CROSSING", "August 24", ""),
        ("SACRAMENTO, Calif., Aug 17 (Sierra Wire) - ", "SACRAMENTO, Calif.", "Aug 17", "Sierra Wire"),
        ("LA PAZ, June 9 (Andes News) - ", "LA PAZ", "June 9", "Andes News"),
        ("SANTA LUCIA DEL MAR, Peru, October 11 - ", "SANTA LUCIA DEL MAR, Peru", "October 11", ""),
        ("BARI, Italy, 27 November - ", "BARI, Italy", "27 November", ""),
        ("NASHVILLE, Nov. 9 -- ", "NASHVILLE", "Nov. 9", ""),
        ("PARIS/BERLIN, Jan 31 (Wire) — ", "PARIS/BERLIN", "Jan 31", "Wire"),
        ("MOSCOW, 31 January 2019 (Wire) – ", "MOSCOW", "31 January 2019", "Wire"),
        ("KYIV. Jan 31 (Wire-Ukraine) – ", "KYIV", "Jan 31", "Wire-Ukraine"),
        ("FRANKLIN (Feb. 4, 2014) – ", "FRANKLIN", "Feb. 4, 2014", ""),
        ("CAGUAS, Puerto Rico (AP)_ ", "CAGUAS, Puerto Rico", "", "AP"),
        ("NEW DELHI: ", "NEW DELHI", "", ""),
        ("New Delhi, May 3 (PTI): ", "New Delhi", "May 3", "PTI"),
        ("Ulmhafen (nwd) - ", "Ulmhafen", "", "nwd"),
        ("ALDERMOOR, England - ", "ALDERMOOR, England", "", ""),
        ("GENEVA, Thursday, January 31 — ", "GENEVA", "January 31", ""),
        ("SÃO PAULO — ", "SÃO PAULO", "", ""),
        ("SARY-KOL, Norlistan — ", "SARY-KOL, Norlistan", "", ""),
        ("ST. PETERSBURG, Fla. (Wire) — ", "ST. PETERSBURG, Fla.", "", "Wire"),
        ("O'SMACH, Cambodia (AP)_ ", "O'SMACH, Cambodia", "", "AP"),
        ("MOSCOW, January 31, 12:30 (Wire) - ", "MOSCOW", "January 31", "Wire"),
        ("VIENNA, March 1st, 2019 (Wire) - ", "VIENNA", "March 1st, 2019", "Wire"),
        ("BUENOS AIRES, Sept 30 [Wire] - ", "BUENOS AIRES", "Sept 30", "Wire"),
    ],
)
def test_the_datelines_of_many_houses_are_read(lint: Claimlint, opening: str, place: str, day: str, agency: str) -> None:
    """Place, date and agency are taken from the opening, and it ends where the story begins."""
    found, text = dateline(lint, "Talks end", opening + STORY)
    assert found is not None
    assert (found.place, text[found.date_start : found.date_end], found.agency) == (place, day, agency)
    assert text[found.end :].startswith(STORY)


@pytest.mark.parametrize(
    "opening",
    [
        "FACTBOX - ",
        "UPDATE: ",
        "NATO and ",
        "Mr. Smith (52) - ",
        "WATCH: ",
        "The minister - ",
        "In May (when it rained) - ",
        "U.S. ",
        "Q&A - ",
        "NOTE: ",
    ],
)
def test_labels_and_sentences_are_no_datelines(lint: Claimlint, opening: str) -> None:
    """Capitals before a dash may be a label; a name may stand before brackets."""
    assert dateline(lint, "Talks end", opening + STORY)[0] is None


def test_a_dateline_in_bold_is_one(lint: Claimlint) -> None:
    """Markdown around a dateline changes nothing about it."""
    found, text = dateline(lint, "# Talks end", f"**GENEVA, January 16 (Agency)** — {STORY}", path="a.md")
    assert found is not None
    assert (found.place, text[found.date_start : found.date_end], found.agency) == ("GENEVA", "January 16", "Agency")
    assert text[found.end :] == STORY


def test_a_place_before_a_dash_counts_where_the_story_opens_only(lint: Claimlint) -> None:
    """Later paragraphs may begin with capitals."""
    assert (
        dateline(lint, "Prices", STORY, STORY, "ZINC - down by 3 percent, to 1,040 pounds a tonne, in a quiet market.")[0] is None
    )


def test_the_date_of_a_dateline_is_no_claim(lint: Claimlint) -> None:
    """What stands in a dateline yields no mention."""
    (document,) = lint.parse(f"GENEVA, January 16 (Agency) - {STORY}", "a.txt")
    assert isinstance(document, Document)
    article = lint.extractor.parser.parse(document)
    assert [m for p in article.paragraphs for m in p.mentions if m.value.kind == "date"] == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Friday 22 August 2025", "2025-08-22"),
        ("Published Monday 17 November 2025, 18:30 local time", "2025-11-17"),
        ("Southern Herald - Updated 8 August 2025, 21:10", "2025-08-08"),
        ("By Una Brandt, health reporter - August 16, 2025", "2025-08-16"),
        ("Sallow Bay, 5 May 2024", "2024-05-05"),
        ("Posted on Oct. 3, 2024 at 9:10 pm", "2024-10-03"),
    ],
)
def test_a_line_above_the_story_tells_its_day(lint: Claimlint, line: str, day: str) -> None:
    """An article without a dateline was put out on the day that a line between its title and its text names."""
    (document,) = lint.parse(f"Talks end\n\n{line}\n\n{STORY} They will meet again this Saturday.", "a.txt")
    report = lint.judge([document])
    told = report.documents[0].date
    assert told is not None
    assert (date.fromordinal(told.start).isoformat(), told.basis) == (day, "dateline")


def test_a_day_told_in_the_story_is_not_that_of_the_article(lint: Claimlint) -> None:
    """Only lines above the story count, and a heading is none."""
    found, _ = dateline(lint, "Talks end", "What happened on 5 May 2024", STORY, "Friday 22 August 2025")
    assert found is None
