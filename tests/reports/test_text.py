"""The report for people says what was found, where, and what became of every path."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reports import concise, full
from claimlint.reports.style import Style, wanted

PLAIN = Style(colour=False)
PAIR = (
    "OSLO, May 3 (Wire) - The Kestrel missile has a range of 480 km.",
    "OSLO, May 3 (Press) - The Kestrel missile has a range of 620 km.",
)


def test_each_source_is_shown_with_carets(lint: Claimlint) -> None:
    """The line of each side, its words underlined, the values and the steps."""
    report = lint.check([Document(name, text) for name, text in zip(("a.txt", "b.txt"), PAIR, strict=True)])
    text = full.render(report, PLAIN, lint.settings.limits)
    lines = text.splitlines()
    for name, words in (("a.txt", "480 km"), ("b.txt", "620 km")):
        at = next(i for i, line in enumerate(lines) if f"--> {name}:1:" in line)
        carets = lines[at + 2]
        assert lines[at + 1][carets.index("^") : carets.rindex("^") + 1] == words
    assert "[ranges-differ]" in lines[0]
    assert any("475" in line and "485" in line for line in lines if line.lstrip().startswith("="))
    assert lines[-1].startswith("2 articles in 1 story: 1 error")


def test_concise_is_a_line_a_finding(lint: Claimlint) -> None:
    """Path, line, column, severity, rule, message: as editors read it."""
    report = lint.check([Document(name, text) for name, text in zip(("a.txt", "b.txt"), PAIR, strict=True)])
    first = concise.render(report, PLAIN).splitlines()[0]
    assert first.startswith("a.txt:1:")
    assert ": error ranges-differ range: 480 km (a.txt) but 620 km (b.txt)" in first


def test_carets_stand_below_wide_letters(lint: Claimlint) -> None:
    """A column is what a terminal makes of a letter."""
    texts = [f"OSLO, May 3 (Wire) - 中文 e\u0301: The Kestrel missile has a range of {n} km." for n in (480, 620)]
    report = lint.check([Document(f"{i}.txt", text) for i, text in enumerate(texts)])
    lines = full.render(report, PLAIN, lint.settings.limits).splitlines()
    at = next(i for i, line in enumerate(lines) if "--> 0.txt" in line)
    assert lines[at + 1].index("480 km") + 2 - 1 == lines[at + 2].index("^")


def test_every_path_is_accounted_for(run: Callable[..., Any], tmp_path: Path) -> None:
    """Checked, failed and skipped add up, and each reason is told."""
    (tmp_path / "a.txt").write_text("One man died.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"x\xff")
    (tmp_path / "c.png").write_text("x", encoding="utf-8")
    (tmp_path / ".d.txt").write_text("x", encoding="utf-8")
    done = run(tmp_path)
    assert f"not checked: {tmp_path}/b.txt:1:2: not UTF-8; save the file as UTF-8" in done.out
    assert done.out.splitlines()[-1] == "4 paths: 1 checked, 1 failed, 2 skipped (1 hidden, 1 not an article format)"


def test_limits_that_are_hit_are_named(run: Callable[..., Any], tmp_path: Path) -> None:
    """A cut is never silent: the report names it and the setting that would move it."""
    (tmp_path / "claimlint.toml").write_text("[limits]\nfile-claims = 2\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("It took 5 days, then 6 days and then 7 days.", encoding="utf-8")
    done = run("--config", tmp_path / "claimlint.toml", tmp_path / "a.txt")
    assert "the first 2 are compared (`file-claims`)" in done.out
    assert done.out.startswith("limit: ")


def test_hostile_names_and_texts_are_only_shown(run: Callable[..., Any], tmp_path: Path) -> None:
    """Escapes, marks of direction and commands of a runner come out written."""
    name = "::error::\x1b[31m\u202e.txt"
    for i, number in enumerate((480, 620)):
        (tmp_path / f"{i}{name}").write_text(
            f"OSLO, May 3 (Wire) - \x1b]0;x\x07 ##[error] The Kestrel missile has a range of {number} km.\x1b[2J\u202e",
            encoding="utf-8",
        )
    (tmp_path / name).write_bytes(b"\xff")
    for shape in ("full", "concise"):
        done = run(tmp_path, "--format", shape)
        assert "ranges-differ" in done.out
        for sign in ("\x1b", "\x07", "\u202e", "##["):
            assert sign not in done.out
    for command in ("mentions", "claims"):
        done = run(command, tmp_path)
        assert not any(sign in done.out + done.err for sign in ("\x1b", "\x07", "\u202e", "##["))


class Terminal:
    """A stream that is a terminal, or not."""

    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether it is one."""
        return self._terminal


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "expected"),
    [
        ("always", False, {"NO_COLOR": "1"}, True), ("never", True, {"FORCE_COLOR": "1"}, False), ("auto", True, {}, True),
        ("auto", False, {}, False), ("auto", True, {"NO_COLOR": "1"}, False), ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"TERM": "dumb"}, False), ("auto", True, {"NO_COLOR": ""}, True),
    ],
)  # fmt: skip
def test_colour_follows_the_usual_rules(
    monkeypatch: pytest.MonkeyPatch, choice: str, terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    """--color first, then NO_COLOR and FORCE_COLOR, then whether it is a terminal."""
    for key in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(key, raising=False)
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    assert wanted(choice, Terminal(terminal=terminal)) is expected  # type: ignore[arg-type]


def test_colour_only_sets_off(lint: Claimlint) -> None:
    """Without its codes a coloured report is the plain one."""
    import re

    report = lint.check([Document(name, text) for name, text in zip(("a.txt", "b.txt"), PAIR, strict=True)])
    coloured = full.render(report, Style(colour=True), lint.settings.limits)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == full.render(report, PLAIN, lint.settings.limits)


def test_a_sentence_without_end_is_read_in_pieces_and_said_so(run: Callable[..., Any], tmp_path: Path) -> None:
    """Both values are read, and the report says that the sentence was too long to be read as one."""
    (tmp_path / "a.txt").write_text("It cost 5 euros and " + "so on " * 500 + "and 7 euros.", encoding="utf-8")
    done = run(tmp_path)
    assert "a.txt:1:1: a sentence of 400 tokens or more is read in pieces (`sentence-tokens`)" in done.out
    assert done.status == 0
    assert len(run("claims", tmp_path).out.splitlines()) == 2
