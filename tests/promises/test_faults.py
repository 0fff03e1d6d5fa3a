"""A fault of our own befalls one thing, is named in one line, and everything else goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimlint.checks import across, people, within
from claimlint.claims.parse import Parser
from claimlint.documents import formats
from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.topics import conflicts, dating, stories

Run = Callable[..., Any]
RANGE = "OSLO, May 3 ({}) - The Kestrel missile has a range of {} km."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles that differ and one with a date that does not exist."""
    for name, text in (
        ("a", RANGE.format("Wire", 480)),
        ("b", RANGE.format("Press", 620)),
        ("c", "The offer stands until 31 April."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def broken(real: Callable[..., Any], when: Callable[..., bool]) -> Callable[..., Any]:
    """A function that fails on some arguments."""

    def function(*arguments: Any, **named: Any) -> Any:
        if when(*arguments):
            raise ZeroDivisionError("oh no")
        return real(*arguments, **named)

    return function


def test_one_document_that_cannot_be_read_stops_no_other(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has failed, by name; the others are compared; the status is 2."""
    monkeypatch.setattr(Parser, "parse", broken(Parser.parse, lambda _, document: document.path == "c.txt"))
    done = run(".")
    assert done.status == 2
    assert "ranges-differ" in done.out
    assert (
        "not checked: c.txt: reading failed by a fault of claimlint's own; --debug shows where (ZeroDivisionError: oh no)"
        in done.out
    )
    assert "3 paths: 2 checked, 1 failed" in done.out
    assert "Traceback" not in done.out + done.err


def test_one_file_that_cannot_be_cut_stops_no_other(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault before there is a document befalls the file."""
    monkeypatch.setitem(formats.READERS, ".txt", broken(formats.plain, lambda _, path, *__: path == "c.txt"))
    done = run(".")
    assert done.status == 2
    assert "ranges-differ" in done.out
    assert "c.txt: reading failed" in done.out


def test_one_rule_that_fails_stops_no_other(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule is named, with the file; the other rules find what they find."""
    real = within.findings
    monkeypatch.setattr(
        within,
        "findings",
        broken(real, lambda sentences, _, rules: sentences and any(r.name == "weekday-differs" for r in rules)),
    )
    done = run(".")
    assert done.status == 2
    assert "ranges-differ" in done.out
    assert "no-such-date" in done.out
    assert "the rule weekday-differs failed by a fault of claimlint's own" in done.out
    assert "the rule no-such-date failed" not in done.out


@pytest.mark.parametrize(
    ("module", "name", "still"),
    [
        (across, "findings", ["no-such-date"]), (people, "findings", ["no-such-date", "ranges-differ"]), (conflicts, "pairs", ["no-such-date"]),
        (dating, "dated", ["no-such-date", "ranges-differ"]), (stories, "stories", ["no-such-date"]),
    ],
)  # fmt: skip
def test_each_stage_may_fail_alone(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, still: list[str]
) -> None:
    """Whatever stage fails, the rest of the line runs, and the status is 2."""
    monkeypatch.setattr(module, name, broken(getattr(module, name), lambda *_: True))
    done = run(".")
    assert done.status == 2
    assert all(rule in done.out for rule in still)
    assert "fault of claimlint's own" in done.out


@pytest.mark.parametrize(
    "error", [RecursionError("deep"), MemoryError(), KeyError("x"), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "no")]
)
def test_every_kind_of_fault_is_one_line(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """No traceback, whatever it is; the line is short and visible."""

    def function(*_: Any) -> None:
        raise error

    monkeypatch.setattr(Claimlint, "check", function)
    done = run("a.txt")
    assert done.status == 2
    assert len(done.err.splitlines()) == 1
    assert len(done.err.strip()) <= 200
    assert "fault of claimlint's own" in done.err


def test_debug_raises_the_fault(here: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """With --debug, anywhere among the options, the fault comes with its traceback."""
    monkeypatch.setattr(Parser, "parse", broken(Parser.parse, lambda *_: True))
    for arguments in (("--debug", "a.txt"), ("check", "a.txt", "--debug"), ("claims", "--debug", "a.txt")):
        with pytest.raises(ZeroDivisionError):
            run(*arguments)


def test_a_file_may_be_called_debug(run: Run, here: Path) -> None:
    """Behind -- everything is a path."""
    Path("--debug").write_text("x", encoding="utf-8")
    assert "--debug: not checked" in run("--format", "concise", "--", "--debug").out.replace(
        "not checked: --debug", "--debug: not checked"
    )


@pytest.mark.parametrize("command", ["mentions", "claims"])
def test_a_listing_goes_on_behind_a_fault(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """The documents without a fault are listed; the status is 2."""
    from claimlint.reading.mentions import Reader

    monkeypatch.setattr(Reader, "read_tokens", broken(Reader.read_tokens, lambda _, tokens, *__: "offer" in " ".join(tokens)))
    done = run(command, ".")
    assert done.status == 2
    assert "480 km" in done.out
    assert "c.txt" in done.err


def test_the_report_of_a_document_that_failed_is_still_whole(lint: Claimlint, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every document stands in the report, also one that could not be read."""
    monkeypatch.setattr(Parser, "parse", broken(Parser.parse, lambda _, document: document.path == "a"))
    report = Claimlint().check([Document("a", "One man died."), Document("b", "Two men died.")])
    assert [document.path for document in report.documents] == ["a", "b"]
    assert [problem.path for problem in report.unchecked] == ["a"]
    assert report.incomplete
