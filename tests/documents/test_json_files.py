"""ninjs and JSON-LD: what they say of an article, and where its text stands in the file."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from on_disk import Read, assert_quotes, words

from claimlint.configuration.limits import Limits
from claimlint.documents import formats, json_text
from claimlint.documents.document import Document
from claimlint.documents.edition import Edition
from claimlint.errors import NoArticleError, UnreadableError
from claimlint.line import Claimlint

BODY = "<p>TÄRN, March 3 (Wire) — The dam held 3&nbsp;million cubic metres.</p><p>Its “crown” broke at 6 a.m.<br/></p>"
PARAGRAPHS = ["TÄRN, March 3 (Wire) — The dam held 3\xa0million cubic metres.", "Its “crown” broke at 6 a.m."]
NINJS_1 = {
    "uri": "urn:wire:dam", "type": "text", "version": "2", "versioncreated": "2026-03-04T07:10:00+01:00", "firstcreated": "2026-03-03",
    "headline": "Dam at Tärn breaks", "byline": "Ida Holm", "located": "Tärn", "infosource": [{"name": "Norland Wire"}],
    "body_text": "\n\n".join(PARAGRAPHS), "body_xhtml": BODY,
}  # fmt: skip
NINJS_2 = {
    "uri": "urn:wire:dam", "version": "2", "versioncreated": "2026-03-04T07:10:00+01:00", "firstcreated": "2026-03-03",
    "headlines": [{"role": "slug", "value": "Dam"}, {"role": "main", "value": "Dam at Tärn breaks"}],
    "bodies": [{"contenttype": "text/plain", "value": "x"}, {"contenttype": "text/html", "value": BODY}],
    "infosources": [{"name": "Norland Wire"}],
}  # fmt: skip
NINJS_3 = {
    "uri": "urn:wire:dam", "version": "2", "versionCreated": "2026-03-04T07:10:00+01:00", "firstCreated": "2026-03-03",
    "headlines": [{"value": "Dam at Tärn breaks"}], "bodies": [{"contentType": "text/html", "value": BODY}],
    "copyrightHolder": "Norland Wire",
}  # fmt: skip
JSON_LD = {
    "@context": "https://schema.org", "@type": "NewsArticle", "@id": "urn:wire:dam", "version": 2, "headline": "Dam at Tärn breaks",
    "datePublished": "2026-03-03", "dateModified": "2026-03-04T07:10:00+01:00", "articleBody": "\n".join(PARAGRAPHS),
    "publisher": {"@type": "NewsMediaOrganization", "name": "Norland Wire"},
}  # fmt: skip


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("row", [NINJS_1, NINJS_2, NINJS_3, JSON_LD], ids=["ninjs 1", "ninjs 2", "ninjs 3", "JSON-LD"])
def test_an_article_is_read_with_all_that_is_told_of_it(read: Read, row: dict[str, Any], ascii_only: bool) -> None:
    """Title, publisher, day, version and text, escaped or not; each word is found where it stands."""
    [found] = read(json.dumps(row, ensure_ascii=ascii_only, indent=2), "in/dam.json")
    assert (found.path, found.file, found.title, found.publisher) == (
        "in/dam.json",
        "in/dam.json",
        "Dam at Tärn breaks",
        "Norland Wire",
    )
    assert words(found) == [("title", "Dam at Tärn breaks"), *(("body", text) for text in PARAGRAPHS)]
    assert found.date is not None
    assert (found.date.start, found.date.basis) == (date(2026, 3, 3).toordinal(), "metadata")
    edition = found.edition
    assert (edition.id, edition.version, edition.published) == ("urn:wire:dam", "2", "2026-03-03")
    assert edition.modified == "2026-03-04T07:10:00+01:00"
    assert_quotes(found)


def test_a_file_of_several_articles_gives_each_a_name(read: Read) -> None:
    """A list of items and a graph hold articles that are counted; pictures and organisations are none."""
    picture = {"uri": "urn:wire:photo", "type": "picture", "headline": "The dam"}
    found = read(json.dumps([NINJS_1, picture, {**NINJS_2, "uri": "urn:wire:other"}]), "a.json")
    assert [(each.path, each.file, each.edition.id) for each in found] == [
        ("a.json#1", "a.json", "urn:wire:dam"), ("a.json#2", "a.json", "urn:wire:other"),
    ]  # fmt: skip
    publisher = {"@type": "Organization", "@id": "#us", "name": "The Post"}
    graph = {"@context": "https://schema.org", "@graph": [{**JSON_LD, "publisher": {"@id": "#us"}}, publisher]}
    assert [each.publisher for each in read(json.dumps(graph), "a.json")] == ["The Post"]


def test_what_a_review_weighs_is_said_by_who_claimed_it(lint: Claimlint, tmp_path: Path) -> None:
    """The claim is the claimant's, told against the papers as a dispute: it may well be wrong, which is why it is reviewed."""
    review = {
        "@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "The dam at Tärn broke on Monday and 3,000 people died.",
        "datePublished": "2026-03-05", "author": {"@type": "Organization", "name": "Norland Checks"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Mara Lund"}},
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "False"},
    }  # fmt: skip
    (tmp_path / "review.json").write_text(json.dumps(review), encoding="utf-8")
    (tmp_path / "wire.txt").write_text(
        "TARN, March 3 (Wire) - The dam at Tärn broke on Monday and 480 people died.", encoding="utf-8"
    )
    report = lint.check([str(tmp_path)])
    [document] = [each for each in report.documents if each.path.endswith("review.json")]
    assert [(block.role, block.voice) for block in document.blocks] == [("reviewed", "Mara Lund"), ("reviewed", "Norland Checks")]
    [found] = [each for each in report.findings if each.rule == "counts-differ"]
    assert (found.kind, found.severity) == ("dispute", "note")
    assert {claim.voice.name for claim in found.claims} == {"Mara Lund", ""}


def test_json_about_something_else_is_passed_over(run: Callable[..., Any], tmp_path: Path) -> None:
    """In a folder it is skipped with its reason; named, it could not be checked."""
    (tmp_path / "a.txt").write_text("One man died.", encoding="utf-8")
    (tmp_path / "settings.json").write_text('{"uri": 5, "a": [1, 2], "headline": "x", "n": NaN}', encoding="utf-8")
    done = run(tmp_path)
    assert done.status == 0
    assert "1 checked, 1 skipped (1 no article in it)" in done.out
    done = run(tmp_path / "settings.json")
    assert done.status == 2
    assert "no article; ninjs items" in done.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"uri": "a",\n "headline": }', "a.json:2:14: not JSON: Expecting value"),
        ("", "a.json:1:1: not JSON"),
        ("[" * 200, "a.json:1:101: nested deeper than 100"),
        ('{"a": "' + "[" * 200 + '"}', "no article"),
        ("5", "no article"),
        ('"\\ud800"', "no article"),
        ("9" * 5000, "not JSON"),
    ],
    ids=["broken", "empty", "deep", "brackets in a text", "number", "half a character", "long number"],
)
def test_what_cannot_be_read_says_why(read: Read, text: str, said: str) -> None:
    """A message with the place, and what would be right."""
    with pytest.raises(UnreadableError) as error:
        read(text, "a.json")
    assert said in str(error.value)


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["uri", "type", "@type", "@graph", "headline", "headlines", "body_text", "bodies", "value", "name", "publisher",
                         "itemReviewed", "reviewRating", "version", "articleBody", "infosources", "@id", "url"]), inner, max_size=6),
    max_leaves=12,
)  # fmt: skip


@given(VALUES, st.sampled_from([{"uri": "a"}, {"@type": "NewsArticle"}, {"@type": ["ClaimReview"]}]), st.booleans())
def test_any_json_is_read(lint: Claimlint, data: Any, more: dict[str, Any], ascii_only: bool) -> None:
    """Whatever stands below the keys of an article, it is an article whose words stand in the file, or none."""
    row = {**data, **more} if isinstance(data, dict) else more
    text = json.dumps(row, ensure_ascii=ascii_only)
    try:
        found = list(formats.read(text, "a.json", Limits(), lint.data["boilerplate"]["pages"]))
    except NoArticleError:
        return
    for document in found:
        start = 0
        for word in document.text.split():  # type: ignore[union-attr]
            start = document.text.index(word, start)  # type: ignore[union-attr]
            first, last = document.spot(start, start + len(word))  # type: ignore[union-attr]
            assert 0 <= first <= last <= len(text)
            start += len(word)


@given(st.lists(st.text(max_size=9), max_size=5), st.booleans())
def test_each_text_stands_between_its_quotation_marks(texts: list[str], ascii_only: bool) -> None:
    """Keys and values are told apart, escapes stand as a whole."""
    file = json.dumps([{text: text} for text in texts], ensure_ascii=ascii_only)
    for row, text in zip(json_text.load(file, "a.json", Limits()), texts, strict=True):
        [said] = row.values()
        assert json.loads(f'"{file[said.start : said.end]}"') == text
        assert json_text.taken(said, file).text == said


@pytest.mark.parametrize(
    ("row", "good"),
    [
        ({"id": "a", "text": "x"}, True),
        (
            {"id": 3, "text": "", "title": None, "publisher": "Wire", "date": "2026-03-03T10:00", "story": "dam", "more": [1]},
            True,
        ),
        ({"id": "a", "text": "x", "url": "https://wire.example/dam", "version": 2, "modified": "2026-03-04"}, True),
        ({"id": "", "text": "x"}, False),
        ({"id": True, "text": "x"}, False),
        ({"text": "x"}, False),
        ({"id": "a", "text": 5}, False),
        ({"id": "a", "text": "x", "title": ["x"]}, False),
    ],
)
def test_the_schema_says_which_lines_are_articles(read: Read, root: Path, row: dict[str, Any], good: bool) -> None:
    """A line of a .jsonl file is read where it is what the schema of articles asks for, and refused where it is not."""
    schema = json.loads((root / "claimlint/reports/schema.json").read_text("utf-8"))
    assert Draft202012Validator({**schema, "$ref": "#/$defs/article"}).is_valid(row) == good
    [found] = formats.read(json.dumps(row), "a.jsonl", Limits())
    assert isinstance(found, Document) == good
    if isinstance(found, Document) and "url" in row:
        assert found.edition == Edition("", "2", "", "2026-03-04", "https://wire.example/dam")
