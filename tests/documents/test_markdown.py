"""Markdown is read as what it says, at the places where it stands."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.claims.claim import Claim
from claimlint.configuration.limits import Limits
from claimlint.documents import formats, markdown
from claimlint.documents.document import Document
from claimlint.errors import Problem, UnreadableError
from claimlint.line import Claimlint


def document(text: str) -> Document:
    """The article that a Markdown text is."""
    found = next(formats.read(text, "a.md", Limits()))
    assert isinstance(found, Document)
    return found


def blocks(text: str) -> list[tuple[str, str]]:
    """The roles and words of the blocks."""
    found = document(text)
    return [(block.role, found.plain(block)) for block in found.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title #\n\nOne *two* three.", [("heading", "Title"), ("body", "One two three.")]),
        ("Title\n=====\nText.", [("heading", "Title"), ("body", "Text.")]),
        ("- first\n- second **item**\n\n1. third", [("body", "first"), ("body", "second item"), ("body", "third")]),
        ("> quoted\n> on", [("body", "quoted\non")]),
        ("> quoted\n\n> > deeper", [("body", "quoted"), ("body", "deeper")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [("body", "a | b |"), ("body", "1 | 2 |")]),
        ("Text\n\n```\ncode 5 km\n```\nmore", [("body", "Text"), ("furniture", "```\ncode 5 km\n```"), ("body", "more")]),
        ("```\nnever closed", [("body", "\nnever closed")]),
        ("<!-- a\nb --> after", [("furniture", "<!-- a\nb -->"), ("body", "after")]),
        ("<!-- never closed\n\ntext", [("body", "<!-- never closed"), ("body", "text")]),
        ("A sentence that\nruns on.\nAnd another.", [("body", "A sentence that\nruns on.\nAnd another.")]),
        ("one  \ntwo\\\nthree", [("body", "one"), ("body", "two"), ("body", "three")]),
        ('See [the report](https://a.example/2019/5km "x") of ![a map](m.png) May.', [("body", "See the report of  May.")]),
        ("A\n\n[ref]: https://a.example\n\n***\n\nB", [("body", "A"), ("body", "B")]),
        ("R&amp;D is 5&nbsp;km \\* away <b>now</b>", [("body", "R&D is 5\u00a0km * away now")]),
        ("5 * 4 and 3*2 and snake_case_name", [("body", "5 * 4 and 3*2 and snake_case_name")]),
    ],
)
def test_a_text_has_the_blocks_that_it_shows(text: str, expected: list[tuple[str, str]]) -> None:
    """Headings, lists, quotations, tables and code are told apart; the signs of Markdown are no words."""
    assert blocks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The missile flew **480 km** on Monday.",
        "The missile flew **480** km on Monday.",
        "The missile flew *480* __km__ on Monday.",
        "The missile flew [480 km](https://a.example/500) on Monday.",
        "The missile flew <b>480</b>&nbsp;km on Monday.",
        "The missile flew 480\r\nkm on Monday.",
        "The missile flew 480  \u00a0 km on Monday.",
        "The missile flew 480\u200bkm on Monday.",
    ],
)
def test_markup_does_not_break_a_value(lint: Claimlint, text: str) -> None:
    """Emphasis, links, tags and blanks of every kind leave a value whole, and its place is exact."""
    told = lint.extractor.parser.parse(lint.prepared(document(text)))
    mentions = [m for p in told.paragraphs for m in p.mentions if m.value.kind == "quantity"]
    assert [(m.value.stated, m.value.unit) for m in mentions] == [(480.0, "kilometer")]
    assert text[mentions[0].start : mentions[0].end].startswith("480")
    assert text[mentions[0].start : mentions[0].end].endswith("km")


def test_a_number_in_an_address_is_no_value(lint: Claimlint) -> None:
    """Web and mail addresses hold no mentions."""
    text = "See https://a.example/2019/480-km?x=5 or www.b.example/7 or desk24@c.example for more."
    told = lint.extractor.parser.parse(lint.prepared(document(text)))
    assert [m for p in told.paragraphs for m in p.mentions] == []


def claims_of(lint: Claimlint, text: str) -> list[Claim]:
    """The claims of a Markdown text."""
    return lint.extractor.claims(lint.extractor.parser.parse(lint.prepared(document(text))))


def test_front_matter_gives_title_publisher_date_and_story() -> None:
    """The four keys are read, others let be, and the title stands where it is written."""
    text = '---\ntitle: "Talks end"\npublisher: Wire\ndate: 2019-01-31T10:00:00Z\nstory: talks\ntags: [a, b]\n---\nText.'
    found = document(text)
    assert (found.title, found.publisher, found.story) == ("Talks end", "Wire", "talks")
    assert found.date is not None
    assert (found.date.start, found.date.end, found.date.basis) == (737090, 737090, "front matter")
    assert [(block.role, found.plain(block)) for block in found.blocks] == [("title", "Talks end"), ("body", "Text.")]


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("---\ntitle: x\n", "a.md:1:1", "close it"),
        ("---\ntitle: [x]\n---\n", "a.md:2:1", "must be a text"),
        ("---\na: 1\ndate: May 3\n---\n", "a.md:3:1", "2019-01-31"),
        ("---\ndate: 2019-02-30\n---\n", "a.md:2:1", "no day"),
        ("---\n- a\n---\n", "a.md:2:1", "list of keys"),
        ("---\ntitle: a: b\n---\n", "a.md:2:9", "quotes"),
        ("---\na: &x 1\n---\n", "a.md:2:4", "anchors"),
        ("---\n" + "a: b\n" * 20_000 + "---\n", "a.md:1:1", "front-matter-bytes"),
    ],
)
def test_broken_front_matter_is_told_with_its_line(text: str, place: str, part: str) -> None:
    """Each fault names its line in the file and what would be right."""
    with pytest.raises(UnreadableError) as error:
        document(text)
    assert str(error.value).startswith(f"{place}: ")
    assert part in str(error.value)


@given(st.text(alphabet=st.sampled_from('ab#*_`[]()<>!-=|\\ \n\r&;:.5~>1+"'), max_size=80))
def test_any_text_is_read_and_the_mask_fits(text: str) -> None:
    """Whatever the signs, the masked text is as long as the text and blocks stand inside it, in order."""
    try:
        found = document(text)
    except UnreadableError:
        return
    assert len(found.masked) == len(text)
    spans = [(block.start, block.end) for block in found.blocks]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "](",
        "![",
        "<!--",
        "<a ",
        "**a ",
        "*",
        "_",
        "`",
        "```\n",
        "> ",
        "- a\n",
        "| a ",
        "&amp;",
        "\\",
        "# ",
        "](a",
        "x@y.",
        "http://",
        "<b",
        '](a "',
        "~~~\na\n",
    ],
)
def test_hostile_markup_takes_time_in_proportion(unit: str) -> None:
    """Half a megabyte of one sign is read in a moment."""
    text = unit * (500_000 // len(unit))
    begun = time.process_time()
    document(text)
    assert time.process_time() - begun < 5


def test_a_bad_line_of_articles_leaves_the_others(read_lines: Callable[[str], list[Document | Problem]]) -> None:
    """A line that is no article is told; those around it are read."""
    found = read_lines('{"id": 1, "text": "One."}\nno\n{"id": "b", "text": "Two.", "date": "2019-01-31"}\n')
    assert [each.path if isinstance(each, Document) else str(each)[:9] for each in found] == [
        "a.jsonl#1",
        "a.jsonl:2",
        "a.jsonl#b",
    ]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("[1]", "an article is an object"), ('{"id": 1}', "an article is an object"), ('{"id": true, "text": ""}', "an article"),
        ('{"id": 1, "text": "a", "text": "b"}', "stands twice"), ('{"id": 1, "text": "a", "x": NaN}', "NaN is no JSON"),
        ('{"id": 1, "text": 5}', "an article"), ('{"id": 1, "text": "a", "date": 5}', '"date" must be a text'),
        ('{"id": 1, "text": "a", "date": "soon"}', "is no day"), ("[" * 200, "nested deeper"), ('{"id": 1, "text": "\\u0000"}', "NUL"),
        ('{"id": 1, "text": "' + "1" * 10 + '", "n": ' + "9" * 5000 + "}", "not JSON"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_told(read_lines: Callable[[str], list[Document | Problem]], line: str, part: str) -> None:
    """Every fault of a line names what would be right."""
    (found,) = read_lines(line)
    assert isinstance(found, Problem)
    assert part in found.message


def test_two_articles_with_one_name_are_one_too_many(read_lines: Callable[[str], list[Document | Problem]]) -> None:
    """The second article of an id is told, with the line of the first."""
    found = read_lines('{"id": 1, "text": "One."}\n\n{"id": "1", "text": "Two."}')
    assert isinstance(found[1], Problem)
    assert "stands in line 1 already" in found[1].message


def test_half_a_character_is_replaced(read_lines: Callable[[str], list[Document | Problem]]) -> None:
    """A lone surrogate, which no encoding can write, becomes the sign for that, in its place."""
    (found,) = read_lines('{"id": 1, "text": "a\\ud800b"}')
    assert isinstance(found, Document)
    assert found.text == "a\ufffdb"


@pytest.fixture
def read_lines() -> Callable[[str], list[Document | Problem]]:
    """Reads JSON lines."""
    return lambda text: list(formats.read(text, "a.jsonl", Limits()))


def test_lines_are_kept_in_order() -> None:
    """Blocks come as they stand."""
    found = list(markdown.blocks("# a\nb\n\n- c\n> d\n"))
    assert [block.start for block in found] == sorted(block.start for block in found)


def test_a_value_is_quoted_without_the_signs_around_it(run: Callable[..., Any], tmp_path: Path) -> None:
    """Messages, steps and quotes hold the words; places, and the text of the JSON report, are those of the file."""
    texts = (
        "The Kestrel missile has a range of **480** km.",
        "The _Kestrel_ missile\nhas a range of 620&nbsp;[**km**](http://x.y).",
    )
    for wire, text in zip(("Wire", "Press"), texts, strict=True):
        (tmp_path / f"{wire}.md").write_text(f"OSLO, May 3 ({wire}) - {text}\n", encoding="utf-8")
    record = json.loads(run(tmp_path, "--format", "json").out)
    (finding,) = record["findings"]
    assert finding["message"] == "range: 620 km (Press.md) but 480 km (Wire.md)"
    assert "'620 km' allows" in finding["explanation"][0]
    assert [claim["text"] for claim in finding["claims"]] == ["620&nbsp;[**km", "480** km"]
    for claim in finding["claims"]:
        text = Path(claim["path"]).read_text("utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]
    assert "The Kestrel missile has a range of **480 km**" in run(tmp_path, "--format", "markdown").out
    assert "The Kestrel missile has a range of <mark>620 km</mark>." in run(tmp_path, "--format", "html").out
    lines = run(tmp_path).out.splitlines()
    at = next(i for i, line in enumerate(lines) if "Wire.md:1:59" in line)
    assert lines[at + 1][lines[at + 2].index("^") : lines[at + 2].rindex("^") + 1] == "480** km"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It flooded ~~40~~ **45** homes.", ["45"]),
        ("It flooded ~~40 homes and 3 farms~~ 45 homes.", ["45"]),
        ("It flooded ~40 homes, ~~ 3 farms ~~ and 45 barns.", ["40", "3", "45"]),
    ],
)
def test_what_is_struck_out_is_not_read(text: str, read: list[str], lint: Claimlint) -> None:
    """It stands no more in the article; a sign that strikes nothing out does not."""
    said = document(text)
    assert [said.words(mention.start, mention.end).lstrip("~") for mention in lint.reader.read(said.masked)] == read
