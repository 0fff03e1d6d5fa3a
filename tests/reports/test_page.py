"""The reviewer's page is one file that asks for nothing and obeys nothing that stands in an article."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pages
import pytest
from attrs import evolve

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reports.drawing import MARGIN, WIDTH, drawing

PAIR = "OSLO, May 3 ({wire}) - The Kestrel missile has a range of {reach}."


class Read(HTMLParser):
    """The tags of a page, with their attributes, and what stands in scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps a tag."""
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keeps what stands in a script or style."""
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.inside.append((self.tags[-1][0], data))


@pytest.mark.parametrize("kind", ["hostile", "large"])
def test_scripts_and_styles_are_ours_alone(lint: Claimlint, kind: str) -> None:
    """The policy allows nothing but what has the hashes of our own files; there are no handlers, styles or addresses."""
    text = pages.page(pages.hostile(lint) if kind == "hostile" else pages.large(lint, 30))
    read = Read(text)
    policy = next(attrs["content"] or "" for tag, attrs in read.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    scripts = [attrs for tag, attrs in read.tags if tag == "script"]
    assert [attrs for attrs in scripts if attrs] == [{"type": "application/json", "id": "index"}]
    assert len(scripts) == 3
    assert [tag for tag, _ in read.tags].count("style") == 1
    data = [inside for tag, inside in read.inside if tag == "script" and inside.startswith("[")]
    assert len(data) == 1
    assert "<" not in data[0]
    assert json.loads(data[0])
    for tag, inside in read.inside:
        if inside in data:
            continue
        told = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"'sha256-{told}'" in re.search(rf"{tag}-src ([^;]*)", policy)[1]  # type: ignore[index]
    for tag, attrs in read.tags:
        assert not [name for name in attrs if name.startswith("on") or name in ("style", "src", "srcset", "action")]
        assert tag not in ("img", "link", "iframe", "object", "embed", "base", "form")
        assert (attrs.get("href") or "#").startswith("#")
    assert "\u202e" not in text


def test_a_sentence_is_quoted_once(lint: Claimlint) -> None:
    """Each figure of it that the finding holds against another is marked in it, and told with what it allows."""
    found = pages.view(lint, [Document("a.txt", "The hall has 290 seats below, 61 above and 94 outside, 435 in total.")])
    shown = pages.page(evolve(found, report=evolve(found.report, findings=found.report.findings[:1])))
    assert shown.count("<figure>") == 1
    assert re.findall("<mark>(.*?)</mark>", shown) == ["290", "61", "94", "435"]
    assert "</mark> above and <mark>" in shown
    assert shown.count('<span class="allows">') == 4


def test_what_a_finding_is_of_is_called_by_its_name(lint: Claimlint) -> None:
    """Entities by the first of their names, persons with capitals, in the list to choose from too."""
    texts = ("The 9M729 missile has a range of 480 km.", "Vera Holt, 58, will leave.", "Vera Holt, 61, will stay.")
    documents = [
        Document(f"{number}.txt", text, story="one") for number, text in enumerate((*texts, texts[0].replace("480", "620")))
    ]
    shown = pages.page(pages.view(lint, documents))
    assert {"9M729", "Vera Holt"} <= {*re.findall(" of ([^<]*)</p>", shown)}
    assert {"9M729 (1)", "Vera Holt (1)"} <= {*re.findall("<option value=.*?>(.*?)</option>", shown)}


def test_a_number_line_shows_the_sets(lint: Claimlint) -> None:
    """Bars lie where the numbers are; what has no end runs out of the picture; an open end is hollow."""
    texts = [PAIR.format(wire=w, reach=r) for w, r in (("Wire", "less than 480 km"), ("Press", "620 to 700 km"))]
    claims = pages.view(lint, [Document(f"{n}.txt", text) for n, text in enumerate(texts)]).report.findings[0].claims
    picture = drawing(claims, lint.reader.units)
    assert picture is not None
    assert (picture.kind, picture.unit) == ("number line", "kilometer")
    bars = {bar.claim.text: bar for bar in picture.bars}
    below, between = bars["less than 480 km"], bars["620 to 700 km"]
    assert below.open_high
    assert below.x + below.width < between.x
    assert MARGIN <= between.x + between.width <= WIDTH
    assert [tick.x for tick in picture.ticks] == sorted(tick.x for tick in picture.ticks)
    assert 2 <= len(picture.ticks) <= 8


@pytest.mark.parametrize(
    ("first", "second"),
    [("480 km", "300 miles away, or 900 miles"), ("480 km", "9,000,000 km"), ("0.002 mm", "0.004 mm"), ("480 km", "480.5 m")],
)
def test_every_scale_has_its_marks(lint: Claimlint, first: str, second: str) -> None:
    """Small, large, in two units: bars and marks lie inside."""
    texts = [PAIR.format(wire=w, reach=r) for w, r in (("Wire", first), ("Press", second))]
    for finding in pages.view(lint, [Document(f"{n}.txt", text) for n, text in enumerate(texts)]).report.findings:
        picture = drawing(finding.claims, lint.reader.units)
        assert picture is not None
        assert 1 <= len(picture.ticks) <= 10
        assert len({tick.label for tick in picture.ticks}) == len(picture.ticks)
        assert all(-1 <= bar.x <= bar.x + bar.width <= WIDTH + 1 for bar in picture.bars)


@pytest.mark.parametrize("days", [0, 1, 9, 44, 80, 300, 700, 4000, 60_000])
def test_a_timeline_has_few_marks(days: int) -> None:
    """Days, months or years, in order, none twice."""
    from claimlint.reports import drawing as drawn

    ticks = drawn._day_ticks(737_000 - 2.5, 737_000 + days + 2.5)
    assert 1 <= len(ticks) <= 10
    assert [day for day, _ in ticks] == sorted({day for day, _ in ticks})


def test_permalinks_are_fingerprints_each_once(run: Callable[..., Any], seeds: Path) -> None:
    """The address of a finding stays when others come and go."""
    text = run(seeds, "--format", "html").out
    report = json.loads(run(seeds, "--format", "json").out)
    ids = [attrs["id"] or "" for tag, attrs in Read(text).tags if tag == "article"]
    assert len(set(ids)) == len(ids) == len(report["findings"])
    assert {each.split("-")[1] for each in ids} == {finding["fingerprint"] for finding in report["findings"]}


def test_ids_are_unique_and_labels_lead_somewhere(lint: Claimlint) -> None:
    """No id stands twice; what labels a thing is there."""
    tags = Read(pages.page(pages.large(lint, 12))).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["aria-labelledby"] for _, attrs in tags if "aria-labelledby" in attrs} <= set(ids)
