"""Mentions and claims are listed a line each, from files and from standard input."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Puts bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("command", ["mentions", "claims"])
def test_standard_input_is_an_article(run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Standard input is UTF-8 whatever the locale, and its path is a dash."""
    feed(monkeypatch, "Die Brücke — it cost 5 million euros.".encode())
    done = run(command, "-", "--format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [(row["path"], row["text"], row["start"]) for row in rows] == [("-", "5 million euros", 21)]
    assert done.status == 0


@pytest.mark.parametrize("command", ["mentions", "claims"])
def test_what_cannot_be_read_is_told_and_the_rest_listed(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    """A bad file and a bad line end in 2; the good ones are listed."""
    feed(monkeypatch, b"\xff")
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "It took 5 days."}\nno\n', encoding="utf-8")
    done = run(command, "-", tmp_path / "a.jsonl")
    assert done.status == 2
    assert done.out.startswith(f"{tmp_path}/a.jsonl#x:1:9: ")
    assert [line.split(": ")[1] for line in done.err.splitlines()] == ["-:1:1", f"{tmp_path}/a.jsonl:2:1"]


def test_articles_of_a_file_are_called_by_their_ids(run: Run, tmp_path: Path) -> None:
    """FILE#ID, with positions in the text of that article."""
    rows = [{"id": i, "text": f"It took {i} days."} for i in (5, 6)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\r\n" for row in rows), encoding="utf-8")
    found = [json.loads(line) for line in run("mentions", tmp_path / "a.jsonl", "--format", "jsonl").out.splitlines()]
    assert [(row["path"], row["start"], row["stated"]) for row in found] == [
        (f"{tmp_path}/a.jsonl#5", 8, 5.0),
        (f"{tmp_path}/a.jsonl#6", 8, 6.0),
    ]


def test_claims_say_what_they_are_about(run: Run, tmp_path: Path) -> None:
    """A line for people: topic, words, stance, speaker."""
    (tmp_path / "a.txt").write_text("Russia says the 9M729 missile has a range of 480 km.", encoding="utf-8")
    (line,) = run("claims", tmp_path / "a.txt").out.splitlines()
    assert line.startswith(f"{tmp_path}/a.txt:1:46: range of 9m729: 480 km (asserted, says ")
