"""The exit status tells what happened: 0, 1, 2 or 130, and 2 beats 1."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimlint.cli import checking, group
from claimlint.cli.main import main

Run = Callable[..., Any]
LOUD = (
    "OSLO, May 3 (Wire) - The Kestrel missile has a range of 480 km.",
    "OSLO, May 3 (Press) - The Kestrel missile has a range of 620 km.",
)


@pytest.fixture
def loud(tmp_path: Path) -> Path:
    """Two articles that cannot both be true."""
    for i, text in enumerate(LOUD):
        (tmp_path / f"{i}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_nothing_found_is_0(run: Run, loud: Path) -> None:
    """One article agrees with itself."""
    assert run(loud / "0.txt").status == 0


def test_findings_are_1(run: Run, loud: Path) -> None:
    """A finding at the level of failing."""
    assert run(loud).status == 1
    assert run(loud, "--fail-on", "error").status == 1


def test_findings_below_the_level_are_0(run: Run, seeds: Path) -> None:
    """Warnings do not fail where errors are asked for; they are shown all the same."""
    done = run(seeds, "--fail-on", "error")
    assert done.status == 0
    assert "warning" in done.out


@pytest.mark.parametrize("bad", ["gone.txt", "bad.txt", "x.png", "bad.jsonl", "bad.md"])
def test_what_was_not_checked_is_2_in_spite_of_findings(run: Run, loud: Path, bad: str) -> None:
    """2 beats 1, the others are checked, and --exit-zero does not hide it."""
    (loud / "bad.txt").write_bytes(b"\xff") if bad == "bad.txt" else None
    (loud / "bad.jsonl").write_text("no", encoding="utf-8") if bad == "bad.jsonl" else None
    (loud / "bad.md").write_text("---\n", encoding="utf-8") if bad == "bad.md" else None
    (loud / "x.png").write_text("x", encoding="utf-8") if bad == "x.png" else None
    for more in ((), ("--exit-zero",)):
        done = run(loud, loud / bad, *more)
        assert done.status == 2
        assert "ranges-differ" in done.out
        assert "not checked" in done.out


def test_exit_zero_hides_findings_only(run: Run, loud: Path) -> None:
    """With --exit-zero findings are shown and do not fail."""
    done = run(loud, "--exit-zero")
    assert done.status == 0
    assert "ranges-differ" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no articles"), (("check",), "no articles"), (("x.txt", "--nothing"), "No such option"), (("x.txt", "--fail-on", "loud"), "loud"),
        (("x.txt", "--select", "ranges-difer"), "ranges-differ is meant?"), (("x.txt", "--ignore", "qqqq"), "claimlint rules"),
        (("explain", "ranges-difer"), "ranges-differ is meant?"), (("explain",), "Missing argument"), (("test-rules", "gone"), "checks/"),
        (("x.txt", "--config", "gone.toml"), "no such file"), (("schema", "nothing"), "nothing"), (("mentions",), "Missing argument"),
        (("x.txt", "--output", "/gone/x"), "cannot be written"), (("x.txt", "--output", "/"), "directory"), (("mentions", "gone.txt"), "no such file"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_2_and_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    """Usage, missing files, unknown names: a line on standard error that says what would be right."""
    monkeypatch.chdir(tmp_path)
    Path("x.txt").write_text("One man died.", encoding="utf-8")
    done = run(*arguments)
    assert done.status == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert len(done.err.strip()) <= 200


def test_a_broken_configuration_names_every_fault(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fault is a line with its place."""
    monkeypatch.chdir(tmp_path)
    Path("claimlint.toml").write_text("notez = true\nfail-on = 5\n", encoding="utf-8")
    Path("x.txt").write_text("x", encoding="utf-8")
    done = run("x.txt")
    assert done.status == 2
    assert [line.split(": ")[0] for line in done.err.splitlines()] == ["claimlint.toml:1:1", "claimlint.toml:2:1"]


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("-h",), ("--version",), ("check", "--help"), ("rules",), ("schema",), ("trace", "A man, 52, died.")],
)
def test_what_only_tells_is_0(run: Run, arguments: tuple[str, ...]) -> None:
    """Help, version and pages end well."""
    done = run(*arguments)
    assert done.status == 0
    assert done.out


def test_breaking_off_is_130(monkeypatch: pytest.MonkeyPatch, seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C leaves no traceback."""

    def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(group.cli, "main", broken_off)
    assert main(["check", str(seeds)]) == 130
    monkeypatch.setattr(checking, "plain", broken_off)
    assert main([str(seeds)]) == 130
    assert capsys.readouterr().err == ""


def test_a_signal_in_the_middle_is_130(root: Path, cache: Path) -> None:
    """Ctrl-C while reading standard input ends at once, without a traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "claimlint", "mentions", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(b"x" * (2 << 20))  # more than a pipe holds: it is being read when this is done
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err


def piped(root: Path, *arguments: str) -> tuple[int, bytes]:
    """Runs claimlint into a pipe whose reader is gone; gives the status and what was said."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "claimlint", *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            cwd=root,
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("seeds",), 1),
        (("seeds", "--format", "json"), 1),
        (("mentions", "seeds"), 0),
        (("rules",), 0),
        (("schema",), 0),
        (("--help",), 0),
        (("gone.txt",), 2),
    ],
)
def test_a_closed_pipe_is_quiet_and_changes_no_status(root: Path, cache: Path, arguments: tuple[str, ...], status: int) -> None:
    """Who reads the report may go away; what was found was found."""
    assert piped(root, *arguments) == (status, b"")


@pytest.mark.parametrize("arguments", ["seeds", "mentions seeds", "schema", "rules"])
def test_a_full_disk_is_2(root: Path, cache: Path, arguments: str) -> None:
    """A report that cannot be written is not passed over."""
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m claimlint {arguments} > /dev/full"],
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        cwd=root,
    )
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_closed_streams_are_told_or_silent(root: Path, cache: Path) -> None:
    """Without standard output nothing can be said, which is 2; without standard error the status is what it is."""
    for redirection, status in ((">&-", 2), ("2>&-", 1), (">&- 2>&-", 2)):
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m claimlint seeds {redirection}"],
            capture_output=True,
            check=False,
            timeout=60,
            cwd=root,
        )
        assert done.returncode == status
        assert b"Traceback" not in done.stderr


def test_a_wrong_option_is_told_with_the_help_of_its_command(run: Run) -> None:
    """`claimlint --help` does not list the options of check."""
    assert run("in", "--fromat", "json").err.endswith("; `claimlint check --help` tells what is asked for\n")
    assert run("explain").err == "claimlint: Missing argument 'RULE'; `claimlint explain --help` tells what is asked for\n"
