"""Copies of one text are one source; a later version of an article supersedes the earlier; both are said, neither hides a slip."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.report import Report
from claimlint.topics import kinship
from claimlint.topics.shingles import Shingles

STORY = (
    "The dam above Halden broke on Sunday night after a week of rain, and 48 people drowned in the valley below it, police said.\n\n"
    "The wall, which was built in 1961, held 3 million cubic metres of water. Some 1,200 houses were flooded, and the railway to "
    "Istria will be closed for six weeks.\n\n"
    "Nobody in the town had seen the like in 40 years, mayor Ole Brandt told reporters. Parliament meets on Thursday to vote on aid."
)
OTHER = (
    "HALDEN, May 3 (Post) - Rain brought down the wall of Halden's reservoir, and 48 people died when the water came.\n\n"
    "Trains to Istria will not run before June. The town lost 1,200 homes, its mayor Ole Brandt said while he showed members of "
    "parliament what is left of the main street."
)


def judged(lint: Claimlint, *texts: str, heads: tuple[str, ...] = ()) -> Report:
    """What is found in articles that are called a.md, b.md and so on, with the front matter of each."""
    found = []
    for i, text in enumerate(texts):
        head = heads[i] if i < len(heads) else ""
        found += list(lint.parse(f"---\n{head}\n---\n\n{text}" if head else text, f"{'abcdef'[i]}.md"))
    return lint.judge([each for each in found if isinstance(each, Document)])


def loud(report: Report) -> list[str]:
    """The rules of the loud findings."""
    return [finding.rule for finding in report.findings if finding.severity != "note"]


def wire(text: str, paper: str) -> str:
    """A story under the dateline of a paper."""
    return f"HALDEN, May 3 ({paper}) - {text}"


def test_copies_are_one_source(lint: Claimlint) -> None:
    """An agency's text in three papers, cut at its end or with other words here and there, is one source; another text is another."""
    cut = wire(STORY, "Courier").rpartition(" Parliament")[0]
    report = judged(lint, wire(STORY, "Wire"), cut, wire(STORY.replace("drowned", "lost their lives"), "Press"), OTHER)
    assert report.copies == (("a.md", "b.md", "c.md"),)
    [note] = [finding for finding in report.findings if finding.rule == "copies-of-one-text"]
    assert (note.kind, note.severity, len(note.claims)) == ("copy", "note", 3)
    assert loud(report) == []


def test_those_who_agree_are_said_to_be_one(lint: Claimlint) -> None:
    """Where three copies are held against another article, the finding says that the three are one source."""
    report = judged(lint, wire(STORY, "Wire"), wire(STORY, "Press"), OTHER.replace("48", "84"))
    [found] = [finding for finding in report.findings if finding.rule == "counts-differ" and finding.severity != "note"]
    assert "one source: a.md, b.md carry one text" in found.explanation


@pytest.mark.parametrize(
    ("said", "slip"),
    [
        ("48 people", "84 people"), ("1961", "1916"), ("3 million", "30 million"), ("1,200", "12,000"), ("six weeks", "six months"),
        ("40 years", "14 years"), ("Thursday", "Friday"), ("Sunday night", "Monday night"),
    ],
)  # fmt: skip
def test_a_figure_that_one_paper_mistyped_is_found(lint: Claimlint, said: str, slip: str) -> None:
    """Copies of one text with one figure changed contradict each other, whatever the figure is of."""
    report = judged(lint, wire(STORY, "Wire"), wire(STORY.replace(said, slip), "Press"))
    assert report.copies == (("a.md", "b.md"),)
    assert len(loud(report)) == 1
    [found] = [finding for finding in report.findings if finding.severity != "note"]
    assert {claim.document.path for claim in found.claims} == {"a.md", "b.md"}


@pytest.mark.parametrize(
    ("said", "other"), [("40 years", "four decades"), ("3 million", "three million"), ("six weeks", "42 days")]
)
def test_a_figure_in_other_words_is_the_same(lint: Claimlint, said: str, other: str) -> None:
    """A paper may write a figure as its style book asks for."""
    assert loud(judged(lint, wire(STORY, "Wire"), wire(STORY.replace(said, other), "Press"))) == []


def test_a_figure_of_another_day_may_be_newer(lint: Claimlint) -> None:
    """A copy that came out a day later may have been brought up to date."""
    later = STORY.replace("40 years", "14 years")
    report = judged(lint, STORY, later, heads=("date: 2021-05-03", "date: 2021-05-04"))
    assert [finding.severity for finding in report.findings if finding.rule == "edited-in-a-copy"] in (["note"], [])


VERSIONS = [
    ("id: urn:wire:dam\nversion: 1", "id: urn:wire:dam\nversion: 2"),
    ("id: 17\npublisher: Wire\nversion: 9", "id: 17\npublisher: Wire\nversion: 10"),
    ("url: https://wire.example/dam\nmodified: 2021-05-03T10:00:00Z", "url: http://www.wire.example/dam/?x=1\nmodified: 2021-05-03T13:30:00+02:00"),
    ("title: Dam breaks\npublisher: Wire\nmodified: 2021-05-03", "title: Dam breaks\npublisher: Wire\nmodified: 2021-05-04"),
    ("title: Dam breaks\npublisher: Wire\ndate: 2021-05-03", "title: Dam breaks\npublisher: Wire\ndate: 2021-05-04"),
]  # fmt: skip


@pytest.mark.parametrize("heads", VERSIONS)
@pytest.mark.parametrize("reverse", [False, True])
def test_a_correction_is_no_contradiction(lint: Claimlint, heads: tuple[str, str], reverse: bool) -> None:
    """What the later version tells otherwise is a note, in whatever order the files come."""
    texts = (STORY, STORY.replace("48 people", "84 people"))
    report = judged(lint, *(texts[::-1] if reverse else texts), heads=heads[::-1] if reverse else heads)
    early, late = ("b.md", "a.md") if reverse else ("a.md", "b.md")
    assert report.later == {early: late}
    assert report.copies == ()
    assert loud(report) == []
    [note] = [finding for finding in report.findings if finding.rule == "superseded"]
    assert (note.kind, note.severity) == ("update", "note")
    assert f"{late} is a later version of {early}" in note.explanation
    assert "84 people in the later version, 48 people" in note.message or "84 in the later version, 48 in" in note.message


@pytest.mark.parametrize(
    "heads",
    [
        ("id: urn:wire:dam\nversion: 1", "id: urn:press:dam\nversion: 2"),
        ("id: 17\npublisher: Wire\nversion: 1", "id: 17\npublisher: Press\nversion: 2"),
        ("id: urn:wire:dam\nversion: 1", "id: urn:wire:dam\nversion: 1"),
        ("id: urn:wire:dam", "id: urn:wire:dam"),
        ("title: Dam breaks\npublisher: Wire\ndate: 2021-05-03", "title: Dam breaks\npublisher: Press\ndate: 2021-05-03"),
    ],
)
def test_what_is_not_known_to_be_later_is_a_contradiction(lint: Claimlint, heads: tuple[str, str]) -> None:
    """Another identity, another publisher, or nothing that tells which is the later one."""
    report = judged(lint, STORY, STORY.replace("48 people", "84 people"), heads=heads)
    assert report.later == {}
    assert len(loud(report)) == 1


def test_the_latest_version_stands_for_the_article(lint: Claimlint) -> None:
    """Other papers are held against what holds now: they do not contradict what has been corrected."""
    first, second = VERSIONS[0]
    wrong = STORY.replace("48 people", "84 people")
    assert loud(judged(lint, wrong, STORY, OTHER, heads=(first, second))) == []
    assert loud(judged(lint, STORY, wrong, OTHER, heads=(first, second))) == ["counts-differ"]


def test_a_slip_in_a_version_that_is_superseded_is_a_note(lint: Claimlint) -> None:
    """What was wrong within it has been corrected, or is told of the later version."""
    wrong = STORY.replace("on Sunday night", "on Sunday, February 30,")
    assert loud(judged(lint, wrong, heads=(VERSIONS[0][0],))) == ["no-such-date"]
    report = judged(lint, wrong, STORY, heads=VERSIONS[0])
    assert loud(report) == []
    assert "b.md is a later version of the article" in [step for finding in report.findings for step in finding.explanation]


def test_the_json_report_says_both(run: Callable[..., Any], tmp_path: Path) -> None:
    """Copies by groups, superseded articles each with the latest version."""
    (tmp_path / "a.md").write_text(f"---\nid: urn:wire:dam\nversion: 1\n---\n\n{wire(STORY, 'Wire')}", encoding="utf-8")
    (tmp_path / "b.md").write_text(f"---\nid: urn:wire:dam\nversion: 2\n---\n\n{wire(STORY, 'Wire')}", encoding="utf-8")
    (tmp_path / "c.txt").write_text(wire(STORY, "Press"), encoding="utf-8")
    report = json.loads(run(tmp_path, "--format", "json").out)
    a, b, c = (str(tmp_path / name) for name in ("a.md", "b.md", "c.txt"))
    assert report["copies"] == [[b, c]]
    assert report["superseded"] == [{"path": a, "by": b}]


WORDS = st.lists(
    st.sampled_from(["dam", "wall", "rain", "48", "12", "town", "mayor", "road", "water", "people", "said", "broke"]), max_size=60
).map(" ".join)
DATA = {"shingle": 2, "least": 3, "sketch": 32, "shared": 1, "copies": 0.5, "versions": 0.5, "days": 4}


@given(st.lists(WORDS, max_size=5))
def test_copies_are_as_like_as_is_said(lint: Claimlint, texts: list[str]) -> None:
    """Groups are those that the likeness of every two texts makes: found the quick way and by trying all."""
    documents = [lint.prepared(Document(f"{i}.txt", text)) for i, text in enumerate(texts)]
    shingles = Shingles(documents, DATA)
    count = len(documents)
    assert all(shingles.likeness(i, j) == shingles.likeness(j, i) for i in range(count) for j in range(count))
    roots = list(range(count))
    for i in range(count):
        for j in range(i):
            if shingles.likeness(i, j) >= 0.5:
                roots = [roots[j] if root == roots[i] else root for root in roots]
    expected = sorted([i for i in range(count) if roots[i] == root] for root in set(roots) if roots.count(root) > 1)
    assert sorted(shingles.groups(0.5)) == expected


def test_many_copies_take_no_time(lint: Claimlint) -> None:
    """Two thousand copies are one group, without each being held against all others."""
    documents = [lint.prepared(Document(f"{i:04}.txt", wire(STORY, f"Paper {i}"))) for i in range(50)]
    many = [Document(f"{i:05}.txt", each.text, each.blocks) for i in range(40) for each in documents]
    many = [Document(f"{i:05}.txt", each.text, each.blocks) for i, each in enumerate(many)]
    before = time.process_time()
    found = kinship.kin(many, lint.data["copies"])
    assert [len(group) for group in found.copies] == [2000]
    assert time.process_time() - before < 20
