"""A configuration is found, read and checked as a whole."""

from pathlib import Path

import pytest

from claimlint.configuration import files, place
from claimlint.configuration.limits import Limits, names
from claimlint.configuration.settings import Settings, at_least
from claimlint.errors import KnowledgeError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the test runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def faults(path: Path) -> list[str]:
    """What is wrong with a file, without its folder."""
    with pytest.raises(KnowledgeError) as error:
        files.load(path)
    return [str(problem).replace(f"{path.parent}/", "") for problem in error.value.problems]


def test_every_setting_is_read(here: Path) -> None:
    """All keys of a claimlint.toml reach the settings; folders count from the file."""
    (here / "mine").mkdir()
    (here / "claimlint.toml").write_text(
        'paths = ["articles"]\nselect = ["ages-differ"]\nignore = ["ranks-differ"]\nfail-on = "error"\nmin-severity = "note"\n'
        'notes = true\nexclude = ["drafts/"]\nrules = ["mine"]\n[limits]\narticle-bytes = 1000\nsentence-tokens = 50\n',
        encoding="utf-8",
    )
    assert files.load(here / "claimlint.toml") == Settings(
        ("articles",), ("ages-differ",), ("ranks-differ",), "error", "note", True,
        exclude=("drafts/",), rules=(here / "mine",), limits=Limits(article_bytes=1000, sentence_tokens=50), base=here,
    )  # fmt: skip


def test_the_nearest_file_upwards_holds(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the working folder upwards; a file of our own before a shared one, which counts only with our table."""
    (here / "in/deep").mkdir(parents=True)
    (here / "claimlint.toml").write_text("notes = true\n", encoding="utf-8")
    (here / "in/pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    monkeypatch.chdir(here / "in/deep")
    assert place.find() == "../../claimlint.toml"
    (here / "in/pyproject.toml").write_text('[tool.claimlint]\nfail-on = "error"\n', encoding="utf-8")
    found = place.find()
    assert found == "../pyproject.toml"
    assert files.load(found).fail_on == "error"
    (here / "in/claimlint.toml").write_text("", encoding="utf-8")
    assert place.find() == "../claimlint.toml"


def test_a_broken_file_of_another_program_is_let_be(here: Path) -> None:
    """A pyproject.toml that never names claimlint is not parsed."""
    (here / "pyproject.toml").write_text("[tool.other\n", encoding="utf-8")
    assert place.find() is None


def test_all_faults_are_told_at_once_with_lines_and_near_matches(here: Path) -> None:
    """Unknown keys, wrong kinds and wrong values are each a line."""
    path = here / "claimlint.toml"
    path.write_text(
        'selct = []\nfail-on = "loud"\nnotes = 1\nselect = "x"\nrules = ["gone"]\n[limits]\narticle-byte = 5\nsentence-tokens = 1\njson-depth = true\n',
        encoding="utf-8",
    )
    said = faults(path)
    assert [line.partition(": ")[0] for line in said] == [
        f"claimlint.toml:{n}" for n in ("1:1", "2:1", "3:1", "4:1", "5:1", "7:1", "8:1", "9:1")
    ]
    for part in (
        "select is meant?",
        "error",
        "true or false",
        "list of texts",
        "no folder",
        "article-bytes is meant?",
        "at least 40",
        "whole number",
    ):
        assert any(part in line for line in said), part


def test_faults_in_a_shared_file_have_their_place(here: Path) -> None:
    """The line of the key in its own table, not of its namesake in another."""
    path = here / "pyproject.toml"
    path.write_text("[tool.other]\nselct = 1\n\n[tool.claimlint]\nselct = 1\n", encoding="utf-8")
    assert faults(path)[0].startswith("pyproject.toml:5:1: ")


@pytest.mark.parametrize(("text", "place"), [("a = ", "1:5"), ("x = 1\ny = [", "2:6"), ("[a\n", "1:3")])
def test_what_is_no_toml_has_its_place(here: Path, text: str, place: str) -> None:
    """Line and column of the parser are passed on."""
    path = here / "claimlint.toml"
    path.write_text(text, encoding="utf-8")
    assert faults(path)[0].startswith(f"claimlint.toml:{place}: not TOML")


@pytest.mark.parametrize("data", [b"\xff", b"x = " + b"[" * 100_000, b"#" * (1 << 21)])
def test_what_cannot_be_read_is_told(here: Path, data: bytes) -> None:
    """No bytes, no depth and no size gets through as a traceback."""
    (here / "claimlint.toml").write_bytes(data)
    assert len(faults(here / "claimlint.toml")) == 1


def test_severities_are_ordered() -> None:
    """An error reaches a warning, a note does not."""
    assert at_least("error", "warning")
    assert at_least("note", "note")
    assert not at_least("note", "warning")


def test_the_limits_are_named_as_they_are_written() -> None:
    """Every limit is a setting."""
    assert "article-bytes" in names()
    assert all("_" not in name for name in names())
