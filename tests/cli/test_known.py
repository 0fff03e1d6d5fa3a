"""Living with findings: ignores in articles, baselines, revisions, unsaved text, statistics."""

import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimlint.cli import output, progress, start
from claimlint.configuration.limits import Limits
from claimlint.configuration.settings import Settings
from claimlint.documents import formats
from claimlint.line import Claimlint
from claimlint.reports.formats import FORMATS

Run = Callable[..., Any]
REACH = "OSLO, May 3 ({wire}) - The Kestrel missile has a range of {reach} km."
WEIGHT = "The Kestrel missile has a weight of {weight} tonnes."
MARKS = {
    "md": "<!-- claimlint: ignore ranges-differ {more}-->", "txt": "# claimlint: ignore ranges-differ {more}",
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles that tell two ranges and two weights of one missile."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for wire, reach, weight in (("Wire", 480, 2), ("Press", 620, 7)):
        write(f"in/{wire}.md", REACH.format(wire=wire, reach=reach), WEIGHT.format(weight=weight))
    return tmp_path


def write(path: str, *paragraphs: str, head: str = "") -> None:
    """Writes an article."""
    Path(path).write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def report(run: Run, *arguments: object) -> Any:
    """The record of a run."""
    return json.loads(run("in", *arguments, "--format", "json").out)


def rules(record: Any, key: str = "findings") -> list[str]:
    """The rules of the findings of a record."""
    return sorted(finding["rule"] for finding in record[key])


def states(record: Any) -> list[str]:
    """What became of the ignores of a record."""
    return [each["state"] for each in record["ignores"]]


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_an_ignore_silences_the_paragraph_that_follows(run: Run, here: Path, ending: str) -> None:
    """The finding with a claim there is told as silenced, with the reason; findings elsewhere are told."""
    Path("in/Wire.md").unlink()
    mark = MARKS[ending].format(more="-- the ministry moved the figure ")
    write(f"in/Wire.{ending}", mark, REACH.format(wire="Wire", reach=480), WEIGHT.format(weight=2))
    record = report(run)
    assert rules(record) == ["amounts-differ"]
    assert rules(record, "suppressed") == ["ranges-differ"]
    told = record["suppressed"][0]["suppression"]
    assert told == {
        "by": "comment",
        "reason": "the ministry moved the figure",
        "path": f"in/Wire.{ending}",
        "line": 1,
        "column": 1,
    }
    assert states(record) == ["used"]
    assert "1 finding silenced: 1 by comments in the articles" in run("in").out


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_an_ignore_changes_nothing_that_is_read(run: Run, here: Path, ending: str) -> None:
    """With ignores and without, an article has the same mentions."""
    write(f"a.{ending}", REACH.format(wire="Wire", reach=480), WEIGHT.format(weight=2))
    mark = MARKS[ending].format(more="until 2027-01-31 -- 900 km is wrong ")
    write(f"b.{ending}", mark, REACH.format(wire="Wire", reach=480), mark, WEIGHT.format(weight=2), mark)
    texts = [
        [json.loads(line)["text"] for line in run("mentions", f"{name}.{ending}", "--format", "jsonl").out.splitlines()]
        for name in "ab"
    ]
    assert texts[0] == texts[1] != []


def test_an_ignore_holds_inside_its_paragraph_and_not_beyond(run: Run, here: Path) -> None:
    """Behind the words it holds for them; for another paragraph and another rule it does not."""
    mark = "<!-- claimlint: ignore ranges-differ -- known -->"
    write("in/Wire.md", REACH.format(wire="Wire", reach=480) + " " + mark, WEIGHT.format(weight=2))
    assert rules(report(run)) == ["amounts-differ"]
    write("in/Wire.md", REACH.format(wire="Wire", reach=480), WEIGHT.format(weight=2) + "\n" + mark)
    record = report(run)
    assert rules(record) == ["amounts-differ", "ranges-differ"]
    assert states(record) == ["unused"]
    assert "in/Wire.md:4:1: ranges-differ: silences nothing; take it out" in run("in").out


@pytest.mark.parametrize(
    "head",
    [
        "---\nclaimlint-ignore: ranges-differ, amounts-differ -- known\n---\n",
        "---\nclaimlint-ignore:\n  - ranges-differ -- a\n  - amounts-differ -- b\n---\n",
    ],
)
def test_front_matter_silences_an_article(run: Run, here: Path, head: str) -> None:
    """A text or a list of texts below claimlint-ignore."""
    write("in/Wire.md", REACH.format(wire="Wire", reach=480), WEIGHT.format(weight=2), head=head)
    record = report(run)
    assert rules(record) == []
    assert {each["suppression"]["by"] for each in record["suppressed"]} == {"front matter"}
    assert run("in").status == 0


def test_ignore_file_silences_an_article(run: Run, here: Path) -> None:
    """Wherever it stands."""
    write(
        "in/Wire.md", REACH.format(wire="Wire", reach=480), "<!-- claimlint: ignore-file ranges-differ amounts-differ — draft -->"
    )
    assert rules(report(run)) == ["amounts-differ"] or rules(report(run)) == []
    assert states(report(run)) == ["used"]


def test_an_ignore_ends_with_its_day(run: Run, here: Path) -> None:
    """Compared with --today, else with the latest day of an article; never with a clock."""
    mark = "<!-- claimlint: ignore ranges-differ until 2019-05-10 -- known -->"
    write("in/Wire.md", mark, REACH.format(wire="Wire", reach=480))
    assert states(report(run, "--today", "2019-05-10")) == ["used"]
    ended = report(run, "--today", "2019-05-11")
    assert states(ended) == ["expired"]
    assert rules(ended) == ["ranges-differ"]
    assert "ended on 2019-05-10" in run("in", "--today", "2019-05-11").out
    write("in/Late.md", "Nothing.", head="---\ndate: 2020-01-01\n---\n")
    assert states(report(run)) == ["expired"]
    Path("in/Late.md").unlink()
    assert states(report(run)) == ["used"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("ranges-differ", "needs a reason"), ("-- why", "names the rules"), ("ranges-difer -- why", "no rule is called ranges-difer"),
        ("ranges-differ until May -- why", "'May' is no day"), ("Ranges! -- why", "no name of a rule"), ("ranges-differ --", "needs a reason"),
    ],
)  # fmt: skip
def test_an_ignore_that_is_not_understood_silences_nothing_and_is_told(run: Run, here: Path, said: str, why: str) -> None:
    """Faults are told with their place; the findings stay."""
    write("in/Wire.md", f"<!-- claimlint: ignore {said} -->", REACH.format(wire="Wire", reach=480))
    record = report(run)
    assert states(record) == ["wrong"]
    assert rules(record) == ["ranges-differ"]
    assert why in run("in").out


def test_ignores_can_be_forbidden(run: Run, here: Path) -> None:
    """By option or configuration: the findings are told, and so is what would have silenced them."""
    write("in/Wire.md", "<!-- claimlint: ignore ranges-differ -- known -->", REACH.format(wire="Wire", reach=480))
    assert rules(report(run)) == []
    for _ in ("option", "configuration"):
        record = report(run, *(["--no-inline-ignores"] if _ == "option" else []))
        assert rules(record) == ["ranges-differ"]
        assert states(record) == ["forbidden"]
        Path("claimlint.toml").write_text("inline-ignores = false\n", encoding="utf-8")


def test_sarif_marks_what_is_silenced(run: Run, here: Path) -> None:
    """Nothing is left out: inSource with its place and reason, external for a baseline."""
    run("baseline", "in", "-o", "known.json")
    write(
        "in/Wire.md",
        "<!-- claimlint: ignore ranges-differ -- known -->",
        REACH.format(wire="Wire", reach=480),
        WEIGHT.format(weight=2),
    )
    log = json.loads(run("in", "--baseline", "known.json", "--format", "sarif").out)
    told = {result["ruleId"]: result["suppressions"] for result in log["runs"][0]["results"]}
    assert told["ranges-differ"][0]["kind"] == "inSource"
    assert told["ranges-differ"][0]["justification"] == "known"
    assert told["ranges-differ"][0]["location"]["physicalLocation"]["artifactLocation"]["uri"] == "in/Wire.md"
    assert told["amounts-differ"][0]["kind"] == "external"
    schema = json.loads((Path(__file__).parent.parent / "reports/schemas/sarif-2.1.0.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(log)


def test_a_baseline_lets_only_what_is_new_be_told(run: Run, here: Path, root: Path) -> None:
    """Known findings stay known when articles are renamed and text is added; what is gone is counted."""
    done = run("baseline", "in", "-o", "known.json")
    assert (done.status, done.out) == (0, "known.json: 2 findings in 2 articles\n")
    schema = json.loads((root / "claimlint/reports/schema.json").read_text("utf-8"))
    known = json.loads(Path("known.json").read_text("utf-8"))
    Draft202012Validator({"$ref": "#/$defs/baseline", "$defs": schema["$defs"]}).validate(known)
    assert run("in", "--baseline", "known.json").status == 0
    os.rename("in/Wire.md", "in/Moved.md")
    text = Path("in/Moved.md").read_text("utf-8")
    Path("in/Moved.md").write_text(text + "\nOne more line.\n", encoding="utf-8")
    record = report(run, "--baseline", "known.json")
    assert rules(record) == []
    assert rules(record, "suppressed") == ["amounts-differ", "ranges-differ"]
    Path("in/Moved.md").write_text(text.replace("480", "490"), encoding="utf-8")
    record = report(run, "--baseline", "known.json")
    assert rules(record) == ["ranges-differ"]
    assert record["summary"]["stale"] == 1
    assert "1 finding of the baseline no longer found" in run("in", "--baseline", "known.json").out
    Path("claimlint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert rules(report(run)) == ["ranges-differ"]


def test_a_baseline_knows_each_finding_as_often_as_it_was_found(run: Run, here: Path) -> None:
    """The same contradiction in another story is new."""
    run("baseline", "in", "-o", "known.json")
    for name in ("Wire", "Press"):
        text = Path(f"in/{name}.md").read_text("utf-8")
        Path(f"in/{name}.md").write_text(f"---\nstory: a\n---\n{text}", encoding="utf-8")
        Path(f"in/{name}2.md").write_text(f"---\nstory: b\n---\n{text}", encoding="utf-8")
    record = report(run, "--baseline", "known.json")
    assert rules(record) == rules(record, "suppressed") == ["amounts-differ", "ranges-differ"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"version": 1}', '{"version": 2, "tool": "claimlint baseline", "findings": []}', '{"version": 1, "tool": "claimlint baseline", "findings": [1]}',
     '{"version": 1, "tool": "claimlint baseline", "findings": [{"fingerprint": "a", "count": 0}]}', "[" * 100_000,
     '{"version": 1, "tool": "claimlint baseline", "findings": [{"fingerprint": 5}]}'],
)  # fmt: skip
def test_a_broken_baseline_is_2_and_one_line(run: Run, here: Path, text: str) -> None:
    """A baseline that cannot be understood hides nothing and is told."""
    Path("known.json").write_text(text, encoding="utf-8")
    done = run("in", "--baseline", "known.json")
    assert done.status == 2
    assert done.err.startswith("known.json")
    assert len(done.err.splitlines()) == 1


def test_decisions_become_a_baseline(run: Run, here: Path) -> None:
    """Dismissed findings are known from then on, with note and initials; accepted and asked ones are told again."""
    run("baseline", "in", "-o", "known.json")
    rows = json.loads(Path("known.json").read_text("utf-8"))["findings"]
    for choice, left in (("dismiss", []), ("ask", ["ranges-differ"])):
        row = next(row for row in rows if row["rule"] == "ranges-differ")
        decision = {key: row[key] for key in ("fingerprint", "rule", "message")} | {
            "decision": choice,
            "note": "seen",
            "initials": "AB",
        }
        Path("d.json").write_text(
            json.dumps({"version": 1, "tool": "claimlint decisions", "decisions": [decision]}), encoding="utf-8"
        )
        done = run("decisions", "apply", "d.json", "-o", "known.json")
        assert done.status == 0
        assert f"1 {choice}" in done.out
        record = report(run, "--baseline", "known.json")
        assert rules(record) == left
        if choice == "dismiss":
            reasons = {each["rule"]: each["suppression"]["reason"] for each in record["suppressed"]}
            assert reasons == {"ranges-differ": "seen (AB)", "amounts-differ": None}
    run("baseline", "in", "-o", "known.json")
    assert run("in", "--baseline", "known.json").status == 0


def test_decisions_that_are_none_are_2(run: Run, here: Path) -> None:
    """Nothing is written."""
    Path("d.json").write_text(
        json.dumps({"version": 1, "tool": "claimlint decisions", "decisions": [{"fingerprint": "a", "decision": "no"}]}),
        encoding="utf-8",
    )
    assert run("decisions", "apply", "d.json", "-o", "known.json").status == 2
    assert not Path("known.json").exists()


def test_since_tells_what_touches_changed_files(run: Run, here: Path) -> None:
    """Committed, changed and new files count; other findings are context."""
    for wire, reach in (("Far", 480), ("Near", 620)):
        write(
            f"in/{wire}.md",
            f"BERN, June 1 ({wire}) - The Falke bridge in Bern is {reach} metres long.",
            head="---\nstory: bridge\n---\n",
        )

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", "in")
    git("commit", "-qm", "first")
    whole = rules(report(run))
    assert rules(report(run, "--since", "HEAD")) == []
    write("in/Wire.md", REACH.format(wire="Wire", reach=481))
    write("in/New.md", REACH.format(wire="New", reach=900))
    touched = report(run, "--since", "HEAD")
    assert rules(touched)
    assert all({"in/Wire.md", "in/New.md"} & {claim["path"] for claim in finding["claims"]} for finding in touched["findings"])
    assert len(touched["documents"]) == 5
    assert "lengths-differ" in whole or whole
    for wrong, said in (("nothing", "knows no revision"), ("--all", "is no revision"), ("", "is no revision")):
        done = run("in", f"--since={wrong}")
        assert done.status == 2
        assert said in done.err


def test_since_needs_a_repository(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of one, and without git, it is said."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    assert "which says" in run("in", "--since", "HEAD").err
    monkeypatch.setenv("PATH", "")
    assert "not to be found" in run("in", "--since", "HEAD").err


def test_standard_input_stands_for_its_file(here: Path, root: Path) -> None:
    """The unsaved text is checked with the others in place of the file; new files need not be there."""

    def check(name: str, reach: int, *more: str) -> Any:
        command = [sys.executable, "-m", "claimlint", "in", "-", "--stdin-filename", name, "--format", "json", *more]
        text = REACH.format(wire="Wire", reach=reach)
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(root)}
        )
        return json.loads(done.stdout)

    assert rules(check("in/Wire.md", 620)) == []
    assert rules(check(str(here / "in" / "Wire.md"), 640)) == ["ranges-differ"]
    new = check("in/New.txt", 900)
    assert [document["path"] for document in new["documents"]] == ["in/New.txt", "in/Press.md", "in/Wire.md"]
    assert rules(check("in/Wire.md", 640, "--focus", "--corpus", "in")) == ["ranges-differ"]


def test_standard_input_needs_its_name(run: Run, here: Path) -> None:
    """Both or neither."""
    assert "--stdin-filename" in run("-").err
    assert "--stdin-filename" in run("in", "--stdin-filename", "a.txt").err
    assert run("-", "--stdin-filename", "a.png").status == 2


def test_statistics_count_by_rule(run: Run, here: Path) -> None:
    """A line a rule, and the sums."""
    done = run("in", "--statistics")
    assert done.status == 1
    lines = done.out.splitlines()
    assert [line.split()[:3] for line in lines[:2]] == [["1", "error", "ranges-differ"], ["1", "warning", "amounts-differ"]]
    assert lines[0].endswith("in 2 articles")


def test_watching_checks_again_when_an_article_changes(here: Path, root: Path) -> None:
    """Each change gives a report, until Ctrl-C, which is 130."""
    command = [sys.executable, "-m", "claimlint", "in", "--watch", "--format", "concise"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(root)}) as watching:
        try:
            assert watching.stdout
            assert b"ranges-differ" in watching.stdout.readline()
            while b"paths:" not in watching.stdout.readline():
                pass
            for _ in range(60):  # a change that comes before it watches is not seen
                write("in/Wire.md", REACH.format(wire="Wire", reach=620), WEIGHT.format(weight=2))
                if select.select([watching.stdout], [], [], 1)[0]:
                    break
            assert b"amounts-differ" in watching.stdout.readline()
            watching.send_signal(2)
            assert watching.wait(60) == 130
        finally:
            watching.kill()


def test_completion_offers_commands_options_and_rules(here: Path, root: Path) -> None:
    """For the first word also files; for --select the names of rules."""

    def offered(words: str, number: int) -> list[str]:
        told = {"_CLAIMLINT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number), "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-m", "claimlint"], capture_output=True, text=True, check=False, env={**os.environ, **told}
        )
        return done.stdout.splitlines()

    assert "plain,baseline" in offered("claimlint ba", 1)
    assert any(line.startswith("file,") for line in offered("claimlint in", 1))
    assert offered("claimlint in --form", 2) == ["plain,--format"]
    assert offered("claimlint check --select ranges-d", 3) == ["plain,ranges-differ"]


def test_progress_is_told_to_a_terminal_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """A short run says nothing; a long one says how far it is and wipes the line; what is no terminal hears nothing."""
    said: list[str] = []
    monkeypatch.setattr(output, "tell", said.append)
    monkeypatch.setattr(progress, "_PATIENCE", 0.2)
    monkeypatch.setattr(progress, "_RARELY", 0.01)
    other = Claimlint()
    for terminal, wait, expected in ((True, 0.0, set()), (True, 0.6, {"reading 1 of 2 articles", ""}), (False, 0.6, set())):
        said.clear()
        monkeypatch.setattr("sys.stderr", SimpleNamespace(isatty=lambda terminal=terminal: terminal))
        with progress.shown(other):
            other.progress("reading", 1, 2)
            time.sleep(wait)
        assert set(said) == expected


def test_a_terminal_is_told_that_the_rules_are_compiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is said where they are, and wiped when they have been; not the second time, and not to what is no terminal."""
    said: list[str] = []
    monkeypatch.setattr(output, "tell", said.append)
    monkeypatch.setattr("claimlint.building.build", lambda *_: {})
    monkeypatch.setattr("claimlint.building.spelled", lambda *_: {})
    for terminal, kept in ((True, "a"), (False, "b")):
        monkeypatch.setenv("CLAIMLINT_CACHE", str(tmp_path / kept))
        monkeypatch.setattr("sys.stderr", SimpleNamespace(isatty=lambda terminal=terminal: terminal))
        for expected in ([progress._COMPILING, ""] if terminal else [], []):
            said.clear()
            with pytest.raises(KeyError):  # knowledge of which nothing is there
                start.checker(Settings())
            assert said == expected


@pytest.mark.parametrize("kind", ["md", "txt"])
def test_many_ignores_take_linear_time(kind: str) -> None:
    """Twice as many take about twice as long."""
    reader = {"md": formats.marked, "txt": formats.plain}[kind]

    def took(number: int) -> float:
        mark = MARKS[kind].format(more="until 2027-01-01 -- why ")
        text = f"{mark}\nA man died.\n\n" * number + "claimlint: ignore " * number + "<!-- claimlint: ignore " * number
        times = []
        for _ in range(3):
            start = time.perf_counter()
            (document,) = reader(text, f"a.{kind}", Limits())
            times.append(time.perf_counter() - start)
        assert len(document.ignores) == number
        return min(times)

    assert took(4000) < 12 * took(1000)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(run: Run, shell: str) -> None:
    """For three shells."""
    done = run("completion", shell)
    assert done.status == 0
    assert "_CLAIMLINT_COMPLETE" in done.out


def test_the_manual_page_has_every_option(run: Run) -> None:
    """What --help lists stands in the page; no line is taken for a request."""
    page = run("man").out
    for option in ("baseline", "since", "stdin\\-filename", "watch", "today"):
        assert f".B \\-\\-{option}" in page
    requests = {line.split(" ")[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".SH", ".SS", ".TP", ".B"}


def test_the_examples_of_the_guides_are_understood(root: Path, lint: Claimlint) -> None:
    """Their ignores name rules that there are, with reasons; their table has every format."""
    text = (root / "docs/reviewing.md").read_text("utf-8")
    names = {rule.name for rule in lint.rules}
    shown = re.findall(r"<!-- claimlint: ignore.*?-->", text)
    yaml = re.findall(r"```yaml\n(claimlint-ignore:.*?)```", text, re.DOTALL)
    assert len(shown) == len(yaml) == 1
    (document,) = formats.marked(f"---\n{yaml[0]}---\n{shown[0]}\n\nWords.\n", "a.md", Limits())
    assert len(document.ignores) == 2
    for ignore in document.ignores:
        assert not ignore.wrong
        assert set(ignore.rules) <= names
    text = (root / "docs/formats.md").read_text("utf-8")
    table = text[text.index("| format | is for |") : text.index("`json`, `jsonl`, `sarif` and `html` hold notes")]
    assert set(re.findall(r"`(\w+)`", "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|")))) == set(
        FORMATS
    )
