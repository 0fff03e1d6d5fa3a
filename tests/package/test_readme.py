"""What the README and the guides say is so: commands, outputs, configuration, tutorial."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import readme
from attrs import asdict

from claimlint.configuration import files
from claimlint.configuration.settings import Settings

Run = Callable[..., Any]


def test_two_commands_set_it_up(root: Path) -> None:
    """One sets up and runs, one sets up and tests; neither is needed twice."""
    text = (root / "README.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    assert [block for block in blocks if "venv" in block] == [readme.block("run"), readme.block("tests")]
    assert "claimlint seeds/" in readme.block("run")
    assert "pytest" in readme.block("tests")
    assert len(readme.block("run").splitlines()) == len(readme.block("tests").splitlines()) == 1
    assert not re.search(r"(pip|pipx|uvx) (install |run )?(-\w+ )*claimlint\b(?!-news)", text)


@pytest.mark.parametrize(("page", "mark"), readme.marks("output"))
def test_outputs_are_what_is_printed(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, page: Path, mark: str) -> None:
    """A shown output is the output. tests/package/readme.py writes it."""
    monkeypatch.chdir(root)
    assert set(readme.blocks(mark, page)) == {run(*mark.partition("claimlint ")[2].split()).out}


@pytest.mark.parametrize(("page", "mark"), readme.marks("excerpt"))
def test_excerpts_are_what_is_printed(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, page: Path, mark: str) -> None:
    """A shown finding is the first of the report. tests/package/readme.py writes it."""
    monkeypatch.chdir(root)
    assert set(readme.blocks(mark, page)) == {readme.excerpt(run(*mark.partition("claimlint ")[2].split()).out)}


def test_the_configuration_is_complete_and_its_defaults_are_true(tmp_path: Path) -> None:
    """Every key stands in docs/configuration.md, with the value that holds where nothing is told."""
    path = tmp_path / "claimlint.toml"
    path.write_text(readme.block("configuration"), encoding="utf-8")
    told, defaults = asdict(files.load(path)), asdict(Settings())
    assert {**told, "base": None, "min_severity": None} == defaults
    table = tomllib.loads(readme.block("configuration"))
    assert {key.replace("-", "_") for key in table} == defaults.keys() - {"base"}
    assert {key.replace("-", "_") for key in table["limits"]} == defaults["limits"].keys()


def test_a_rule_in_five_minutes(run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tutorial, followed word for word, prints what it says."""
    text = (root / "README.md").read_text("utf-8")
    section = text[text.index("<!-- tutorial -->") : text.index("## From Python")]
    section = "\n".join(line.removeprefix("   ") for line in section.splitlines())
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    prose = re.sub(r"^```\w+\n.*?^```", "", section, flags=re.DOTALL | re.MULTILINE)
    names = re.findall(r"`([\w./-]+\.(?:yaml|toml|txt))`", prose)
    contents = [content for language, content in blocks if language != "console"]
    monkeypatch.chdir(tmp_path)
    for name, content in zip(names, contents, strict=True):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    consoles = [content for language, content in blocks if language == "console"]
    assert len(consoles) == 2
    for console in consoles:
        command, _, expected = console.partition("\n")
        assert command.startswith("$ claimlint ")
        assert run(*command.split()[2:]).out == expected
