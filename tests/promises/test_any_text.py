"""Whatever stands in an article, it is read, and every position in what comes of it is right."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reports import concise, full, records
from claimlint.reports.style import Style

WORDS = st.sampled_from(
    [
        "the",
        "talks",
        "lasted",
        "less",
        "than",
        "more",
        "about",
        "nearly",
        "between",
        "and",
        "to",
        "from",
        "of",
        "a",
        "an",
        "hour",
        "two",
        "three",
        "half",
        "480",
        "5,500",
        "1.5",
        "2/3",
        "0",
        "-5",
        "19",
        "1987",
        "2019",
        "31",
        "km",
        "kilometers",
        "miles",
        "$",
        "€",
        "percent",
        "%",
        "million",
        "dozen",
        "people",
        "killed",
        "died",
        "injured",
        "on",
        "by",
        "Monday",
        "January",
        "Feb.",
        "2",
        "8",
        ":30",
        "p.m.",
        "GMT",
        "this",
        "last",
        "next",
        "week",
        "year",
        "within",
        "60",
        "-day",
        "deadline",
        "treaty",
        "INF",
        "9M729",
        "missile",
        "range",
        "Russia",
        "says",
        "Ryabkov",
        "said",
        "Sergei",
        "Sergey",
        "Mr.",
        "U.S.",
        "aged",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        "/",
        "-",
        "–",
        "—",
        '"',
        "'",
        "“",
        "”",
        "**",
        "_",
        "`",
        "<",
        ">",
        "#",
        "|",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\xa0",
        "\u202f",
        "\ufeff",
        "\u200b",
        "é",
        "é",
        "中",
        "😀",
        "BERLIN,",
        "May",
        "3",
        "(Wire)",
        "-",
        "Read",
        "more",
        "By",
        "Ann",
        "Other",
        "https://a.example/5",
        "---",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "  "])), max_size=60).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_articles_of_any_words_are_checked(lint: Claimlint, texts: list[str]) -> None:
    """Nothing is raised, nothing is left unchecked, and each claim quotes the text where it stands."""
    report = lint.judge([lint.prepared(Document(f"{i}.txt", text)) for i, text in enumerate(texts)])
    assert not report.unchecked
    for finding in report.findings:
        for claim in finding.claims:
            assert claim.document.text[claim.start : claim.end] == claim.text
            assert claim.text.strip() == claim.text != ""
    json.loads(records.dump(records.report(report, lint.reader.units)))
    full.render(report, Style(), lint.settings.limits)
    concise.render(report, Style())


@settings(max_examples=100)
@given(st.sampled_from(["a.txt", "a.md", "a.jsonl"]), st.binary(max_size=120) | TEXTS.map(str.encode))
def test_files_of_any_bytes_are_checked_or_have_failed(lint: Claimlint, tmp_path: Path, name: str, data: bytes) -> None:
    """Every file ends as exactly one of checked and failed, with its reason."""
    (tmp_path / name).write_bytes(data)
    report = lint.check([str(tmp_path / name)])
    (fate,) = report.fates
    assert (fate.fate == "failed") == bool(fate.reason) == report.incomplete


def mentions(lint: Claimlint, text: str) -> list[tuple[str, int, Any]]:
    """The mentions of a text: their words, where they stand, what they say."""
    document = lint.prepared(Document("a.txt", text))
    found = [m for p in lint.extractor.parser.parse(document).paragraphs for m in p.mentions]
    return [(text[m.start : m.end], m.start, m.value.stated) for m in found]


@given(st.sampled_from(["\ufeff", "", "\r\n", "e\u0301 \u00a0", "中\U0001f600 "]), st.sampled_from(["\n\n", "\r\n\r\n", "\r\r"]))
def test_positions_count_characters_of_the_file(lint: Claimlint, lead: str, gap: str) -> None:
    """Byte order mark, ends of lines, combining marks and wide letters are counted as they lie there."""
    text = f"{lead}The missile flew 480 km.{gap}The talks took 3 hours."
    assert [(words, start) for words, start, _ in mentions(lint, text)] == [
        ("480 km", text.index("480")), ("3 hours", text.index("3 hours")),
    ]  # fmt: skip


@given(st.lists(st.sampled_from([" ", "\t", "\u00a0", "\u2009", "\u3000", "\u200b"]), min_size=1, max_size=4).map("".join))
def test_blanks_of_every_kind_part_words_alike(lint: Claimlint, blank: str) -> None:
    """A number and its unit belong together whatever blanks stand between them."""
    assert [stated for _, _, stated in mentions(lint, f"It flew 480{blank}km on Monday.")][:1] == [480.0]
