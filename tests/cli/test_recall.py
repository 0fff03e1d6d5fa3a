"""What was found is kept from one run to the next: a run says the same, and checks only what is not as it was."""

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from claimlint.configuration.limits import Limits
from claimlint.configuration.settings import Settings
from claimlint.line import Claimlint
from claimlint.recall import Recalling
from claimlint.reports.formats import FORMATS

Run = Callable[..., Any]

DAM = "The dam at Korvel held 40 million litres on 3 May 2019, the Water Board said.\n"
ROAD = "The road to Tesk, which was opened on 5 June 2019, is 10 miles (30 km) long, the mayor said.\n"


@pytest.fixture
def articles(tmp_path: Path, seeds: Path) -> Path:
    """A folder with the seeds, which are one story, and two articles that are each their own."""
    shutil.copytree(seeds, tmp_path / "articles")
    for name, text in (("dam", DAM), ("road", ROAD)):
        (tmp_path / "articles" / f"{name}.md").write_text(f"---\nstory: {name}\n---\n\n{text}", encoding="utf-8")
    return tmp_path / "articles"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, cache: Path, lint: Claimlint, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that no other test keeps anything in, with the compiled knowledge."""
    place = tmp_path / "cache"
    place.mkdir()
    for row in (*cache.glob("*.cache"), *cache.glob("*.seen")):
        with contextlib.suppress(OSError):  # another test may clear it away
            shutil.copy(row, place)
    monkeypatch.setenv("CLAIMLINT_CACHE", str(place))
    return place


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles each story held that was checked."""
    counts: list[int] = []
    story = Claimlint.story

    def counted(self: Claimlint, documents: Any, guard: Any) -> Any:
        counts.append(len(documents))
        return story(self, documents, guard)

    monkeypatch.setattr(Claimlint, "story", counted)
    return counts


def found(articles: Path, settings: Settings | None = None) -> list[tuple[str, ...]]:
    """What a run finds in articles."""
    report = Recalling(settings or Settings(), [str(articles)], debug=True).check([str(articles)])
    return [(finding.rule, finding.message, *finding.explanation) for finding in report.findings]


def test_every_format_is_the_same(articles: Path, run: Run) -> None:
    """Byte for byte: where nothing was kept, where all was, and where nothing may be kept."""
    for name in FORMATS:
        command = ["check", articles, "--format", name, "--notes"]
        first, again, anew = run(*command), run(*command), run(*command, "--no-cache")
        assert first == again == anew


def test_only_stories_that_changed_are_checked(articles: Path, checked: list[int]) -> None:
    """All of them at first, then none, then the one of which an article was edited, moved or added."""
    before = found(articles)
    assert sorted(checked) == [1, 1, 5]
    checked.clear()
    assert found(articles) == before
    assert checked == []
    (articles / "road.md").write_text(f"---\nstory: road\n---\n\n{ROAD.replace('30', '16')}", encoding="utf-8")
    assert found(articles) != before
    assert checked == [1]
    (articles / "dam.md").rename(articles / "reservoir.md")
    (articles / "road-2.md").write_text(f"---\nstory: road\n---\n\n{ROAD}", encoding="utf-8")
    found(articles)
    assert sorted(checked) == [1, 1, 2]


def test_whatever_is_in_focus_is_of_one_corpus(articles: Path, checked: list[int], run: Run) -> None:
    """A hook names the files of each commit."""
    for name in ("dam.md", "road.md"):
        run("check", articles / name, "--focus", "--corpus", articles)
    assert sorted(checked) == [1, 1, 5]


def test_an_article_that_moves_down_its_file_is_checked(articles: Path, checked: list[int]) -> None:
    """The reasons of a finding name lines."""
    before = found(articles)
    road = articles / "road.md"
    road.write_text(road.read_text(encoding="utf-8").replace("\n\n", "\n\n\n"), encoding="utf-8")
    checked.clear()
    assert len(found(articles)) == len(before)
    assert checked == [1]


def test_what_was_found_holds_for_its_limits_and_its_knowledge(articles: Path, checked: list[int], tmp_path: Path) -> None:
    """With others all is checked."""
    found(articles)
    checked.clear()
    found(articles, Settings(limits=evolve(Limits(), sentence_tokens=300)))
    assert sorted(checked) == [1, 1, 5]
    (tmp_path / "rules" / "facts").mkdir(parents=True)
    checked.clear()
    (tmp_path / "rules" / "names").mkdir()
    (tmp_path / "rules" / "names" / "own.yaml").write_text("about: Words.\ncommon: [Korvel]\n", encoding="utf-8")
    found(articles, Settings(rules=(tmp_path / "rules",)))
    assert sorted(checked) == [1, 1, 5]


def test_a_fault_is_told_as_long_as_it_is_there(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story with which something went wrong is not kept."""
    lint = Recalling(Settings(), [str(articles)])

    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(lint.checker.extractor.parser, "parse", broken)
    assert len(lint.check([str(articles)]).unchecked) == 7
    monkeypatch.undo()
    assert Recalling(Settings(), [str(articles)]).check([str(articles)]).unchecked == ()


@pytest.mark.parametrize("damage", [b"", b"noise", b"\xff" * 99])
def test_damage_changes_nothing(articles: Path, damage: bytes, own: Path) -> None:
    """What is kept and is not as it was written is as good as none."""
    before = found(articles)
    for row in own.glob("*.found"):
        row.write_bytes(damage)
    assert found(articles) == before


def test_without_a_cache_nothing_is_kept(articles: Path, checked: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither read nor written: all is checked, and what has changed meanwhile is checked again."""
    found(articles)
    (articles / "dam.md").write_text(f"---\nstory: dam\n---\n\n{DAM}It was told of without a cache.\n", encoding="utf-8")
    checked.clear()
    with monkeypatch.context() as without:
        without.setenv("CLAIMLINT_CACHE", "")
        found(articles)
    assert sorted(checked) == [1, 1, 5]
    checked.clear()
    found(articles)
    assert checked == [1]
