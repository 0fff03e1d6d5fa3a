"""What a report leaves out it counts: each format names the cap that is hit, and the setting that moves it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from fitting import SCHEMAS, valid

Run = Callable[..., Any]
SAID = "3 more of this kind are left out (`told-problems`); JSON has all 5"


@pytest.fixture
def unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five files that cannot be read, five ignores that are not used, five articles over a limit; two of each are told."""
    monkeypatch.chdir(tmp_path)
    Path("claimlint.toml").write_text("[limits]\ntold-problems = 2\nfile-claims = 1\n", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(5):
        (folder / f"bad {n}.txt").write_bytes(b"\xff")
        (folder / f"good {n}.md").write_text(
            "<!-- claimlint: ignore ranges-differ -->\nIt took 5 days, then 6 days.\n", encoding="utf-8"
        )
    return folder


def test_sarif_says_what_it_leaves_out(run: Run, unread: Path) -> None:
    """Two notifications of each kind, and one that counts the rest."""
    (told,) = valid("sarif-2.1.0.json", run("in", "--format", "sarif").out)["runs"]
    notices = told["invocations"][0]["toolExecutionNotifications"]
    assert [notice["descriptor"]["id"] for notice in notices] == [*["not-checked"] * 3, *["limit"] * 3, *["ignore"] * 3]
    assert [n["message"]["text"] for n in notices if "locations" not in n] == [SAID] * 3


def test_gitlab_says_what_it_leaves_out(run: Run, unread: Path) -> None:
    """Unread files, limits and unused ignores are issues; a last one of each kind counts the rest; no two are one."""
    issues = valid("gitlab.json", run("in", "--format", "gitlab").out)
    told = [(issue["check_name"], issue["severity"]) for issue in issues]
    assert told == [*[("not-checked", "blocker")] * 3, *[("limit", "info")] * 3, *[("ignore", "info")] * 3]
    assert sum(issue["description"].endswith(SAID) for issue in issues) == 3
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_junit_says_what_it_leaves_out(run: Run, unread: Path) -> None:
    """An error a file that is told, and one that counts the rest; limits and ignores pass."""
    text = run("in", "--format", "junit").out
    xmlschema.XMLSchema(SCHEMAS / "junit.xsd").validate(text)
    root = ET.fromstring(text)  # noqa: S314  our own
    assert root.get("errors") == "3"
    (rest,) = [suite for suite in root if suite.get("name") == "claimlint"]
    assert [case.get("name") for case in rest] == ["reading", "limit", "ignore"]
    assert [rest[0][0].get("message"), rest[1][0].text, rest[2][0].text] == [SAID] * 3


def test_rdjson_says_what_it_leaves_out(run: Run, unread: Path) -> None:
    """As diagnostics of their own."""
    told = valid("rdjson.json", run("in", "--format", "rdjson").out)["diagnostics"]
    assert [each["code"]["value"] for each in told] == [*["not-checked"] * 3, *["limit"] * 3, *["ignore"] * 3]
    assert [each["message"] for each in told if not each["location"]["path"]] == [SAID] * 3


def test_json_leaves_nothing_out(run: Run, unread: Path) -> None:
    """The whole report is there for programs, in both of its shapes."""
    record = json.loads(run("in", "--format", "json").out)
    rows = [json.loads(line) for line in run("in", "--format", "jsonl").out.splitlines()]
    told = [row["record"] for row in rows if row["type"] == "file"]
    for files in (record["files"], told):
        assert sum(each["fate"] == "failed" and bool(each["reason"]) for each in files) == 5
    assert [len(record[key]) for key in ("limits", "ignores")] == [5, 5]
    assert [sum(row["type"] == kind for row in rows) for kind in ("limit", "ignore")] == [5, 5]


def test_places_of_a_finding_are_counted_where_they_are_left_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond `shown-claims`, in every format that tells other places."""
    monkeypatch.chdir(tmp_path)
    Path("claimlint.toml").write_text("[limits]\nshown-claims = 2\n", encoding="utf-8")
    for n, reach in enumerate((480, 620, 620, 620)):
        text = f"OSLO, May 3 (Wire{n}) - The Kestrel missile has a range of {reach} km, its maker Wire{n} says."
        Path(f"{n}.txt").write_text(text, encoding="utf-8")
    for name in ("full", "grouped", "sarif", "github", "gitlab", "rdjson", "markdown", "html"):
        assert re.search(r"(?:and )?\b[12] more", run(".", "--format", name).out), name
