"""What is asked for on the command line and in the configuration is what is done."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import claimlint

Run = Callable[..., Any]
KESTREL = "OSLO, May {day} ({wire}) - The Kestrel missile has a range of {range} km and a weight of {weight} tonnes."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles: b and c differ from a."""
    for name, wire, reach in (("a", "Wire", 480), ("b", "Press", 620), ("c", "Desk", 700)):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_text(KESTREL.format(day=3, wire=wire, range=reach, weight=2), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(done: Any) -> set[str]:
    """The files of the findings of a JSON report."""
    return {claim["path"] for finding in json.loads(done.out)["findings"] for claim in finding["claims"]}


def rules(done: Any) -> list[str]:
    """The rules of the findings of a JSON report."""
    return sorted({finding["rule"] for finding in json.loads(done.out)["findings"]})


def test_check_may_be_left_out(run: Run, here: Path) -> None:
    """`claimlint PATH` is `claimlint check PATH`, with options before or behind."""
    outputs = {run("in").out, run("check", "in").out, run("check", "--", "in").out, run("--notes", "--no-notes", "in").out}
    assert len(outputs) == 1


def test_rules_are_selected_and_ignored(run: Run, here: Path) -> None:
    """By option, several times or with commas, and by configuration; the command line goes before the file."""
    assert rules(run("in", "--format", "json")) == ["ranges-differ"]
    assert rules(run("in", "--format", "json", "--ignore", "ranges-differ")) == []
    assert rules(run("in", "--format", "json", "--select", "ages-differ,ranks-differ")) == []
    Path("claimlint.toml").write_text('ignore = ["ranges-differ"]\n', encoding="utf-8")
    assert run("in").status == 0
    assert run("in", "--ignore", "ages-differ").status == 1
    Path("claimlint.toml").write_text('select = ["ranges-difer"]\n', encoding="utf-8")
    assert "ranges-differ is meant?" in run("in").err


def test_what_several_rules_say_of_the_same_figures_is_told_once(run: Run, here: Path) -> None:
    """By the gravest of the rules that are asked for."""
    fall = "Sales fell 4.6 percent in May, with 2,012,148 pairs sold compared to 2,119,198 pairs in May of last year.\n"
    Path("fall.txt").write_text(fall, encoding="utf-8")
    assert rules(run("fall.txt", "--format", "json")) == ["change-miscounted"]
    assert rules(run("fall.txt", "--format", "json", "--ignore", "change-miscounted")) == ["fall-differs"]


def test_severities_are_shown_from_a_level_on(run: Run, seeds: Path) -> None:
    """Notes when they are asked for, warnings by default; JSON holds all unless a level is told."""
    assert "note" not in run(seeds, "--format", "concise").out
    assert " note " in run(seeds, "--format", "concise", "--notes").out
    assert " warning " not in run(seeds, "--format", "concise", "--min-severity", "error").out
    assert run(seeds, "--format", "concise", "--min-severity", "error").status == 1
    assert {f["severity"] for f in json.loads(run(seeds, "--format", "json").out)["findings"]} == {"warning", "note"}


def test_configured_paths_are_checked_where_none_are_named(run: Run, here: Path) -> None:
    """With `paths` claimlint needs no arguments; they count from the file's folder."""
    Path("claimlint.toml").write_text('paths = ["in"]\n', encoding="utf-8")
    done = run("--format", "json")
    assert done.status == 1
    assert "in/a.txt" in files(done)


def test_excluded_articles_are_skipped_by_name(run: Run, here: Path) -> None:
    """`exclude` takes articles out of folders and says so; what is named is read."""
    Path("claimlint.toml").write_text('exclude = ["b.txt", "c.txt"]\n', encoding="utf-8")
    done = run("in")
    assert done.status == 0
    assert "2 excluded by the configuration" in done.out
    assert run("in", "in/b.txt").status == 1


def test_a_report_is_written_to_a_file(run: Run, here: Path) -> None:
    """--output holds what would be printed, without colour, and nothing is printed."""
    printed = run("in").out
    done = run("in", "--output", "report.txt", "--color", "always")
    assert (done.status, done.out) == (1, "")
    assert Path("report.txt").read_text("utf-8") == printed


def test_focus_reports_what_touches_the_named_files(run: Run, here: Path) -> None:
    """The corpus is the context: findings that touch the named files are reported, others are not."""
    for name in ("d", "e"):
        Path(f"in/{name}.txt").write_text(
            f"BERN, June 1 ({name}) - The Falke bridge in Bern is {'4' if name == 'd' else '7'}00 metres long.", encoding="utf-8"
        )
    whole = run("in", "--format", "json")
    near = run("--focus", "--corpus", "in", "in/a.txt", "--format", "json")
    assert "in/a.txt" in files(near)
    assert near.status == 1
    assert len(json.loads(near.out)["documents"]) == len(json.loads(whole.out)["documents"]) == 5
    assert run("--focus", "--corpus", "in/a.txt", "--corpus", "in/d.txt", "in/d.txt").status == 0
    assert run("check", "--focus", "--", "in/b.txt", "in/c.txt").status == 1


def test_focus_takes_folders(run: Run, here: Path) -> None:
    """What touches an article below the folder is reported; folders of like names are others."""
    for name in ("in/new", "in/newer"):
        Path(name).mkdir()
        Path(f"{name}/d.txt").write_text(KESTREL.format(day=3, wire="Late", range=480, weight=2), encoding="utf-8")
    assert files(run("--focus", "--corpus", "in", "in/new", "--format", "json")) >= {"in/new/d.txt"}
    Path("in/new/d.txt").write_text("Nothing.", encoding="utf-8")
    assert run("--focus", "--corpus", "in", "in/new").status == 0


def test_a_story_is_reported_alone(run: Run, here: Path) -> None:
    """By the name that the front matter gives it; a name that no article has is told from a story without findings."""
    for story, name, length in (("bridge", "d", 400), ("bridge", "e", 700), ("ferry", "f", 60)):
        text = f"BERN, June 1 ({name}) - The Falke bridge in Bern is {length} metres long."
        Path(f"in/{name}.md").write_text(f"---\nstory: {story}\n---\n{text}", encoding="utf-8")
    assert files(run("in", "--story", "bridge", "--format", "json")) == {"in/d.md", "in/e.md"}
    assert run("in", "--story", "ferry").status == 0
    assert files(run("in", "--story", "ferry", "--story", "bridge", "--format", "json")) == {"in/d.md", "in/e.md"}
    done = run("in", "--story", "brigde")
    assert done.status == 2
    assert "bridge is meant?" in done.err


def test_focus_takes_absolute_names_and_configured_paths(run: Run, here: Path) -> None:
    """A name is a file, however it is written; the corpus may be configured; excluded names are no focus."""
    Path("claimlint.toml").write_text('paths = ["in"]\n', encoding="utf-8")
    assert run("--focus", here / "in/a.txt").status == 1
    assert run("--focus").status == 0
    Path("claimlint.toml").write_text('paths = ["in"]\nexclude = ["a.txt"]\n', encoding="utf-8")
    done = run("--focus", "in/a.txt", "--format", "json")
    assert done.status == 0
    assert "in/a.txt" not in {document["path"] for document in json.loads(done.out)["documents"]}


def test_a_focus_that_cannot_be_read_is_2(run: Run, here: Path) -> None:
    """A named file that is gone was not checked."""
    assert run("--focus", "--corpus", "in", "gone.txt").status == 2


def test_the_interface_for_python_gives_the_same(run: Run, here: Path) -> None:
    """claimlint.check takes paths and documents, with settings, and gives the report."""
    report = claimlint.check([Path("in")])
    assert [finding.message for finding in report.findings] == [
        f["message"] for f in json.loads(run("in", "--format", "json").out)["findings"]
    ]
    texts = [claimlint.Document(f"{n}", KESTREL.format(day=3, wire="Wire", range=n, weight=2)) for n in (480, 620)]
    assert [finding.rule for finding in claimlint.check(texts).findings] == ["ranges-differ"]
    assert claimlint.check(texts, claimlint.Settings(ignore=("ranges-differ",))).findings == ()
    assert [finding.rule for finding in claimlint.check(["in/a.txt", texts[1]]).findings] == ["ranges-differ"]


def test_two_documents_of_one_name_are_an_error() -> None:
    """A path is what a report calls an article by."""
    with pytest.raises(claimlint.errors.UsageError, match="two documents are called a"):
        claimlint.check([claimlint.Document("a", "x"), claimlint.Document("a", "y")])


def test_what_is_not_there_is_an_attribute_error() -> None:
    """The package has its nouns and no others."""
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        claimlint.Nothing  # noqa: B018


def test_a_day_of_the_calendar_dates_a_document() -> None:
    """A document takes a date as people hold it."""
    document = claimlint.Document("a", "x", date=date(2019, 1, 31))
    assert (document.date.start, document.date.basis) == (737090, "front matter")
