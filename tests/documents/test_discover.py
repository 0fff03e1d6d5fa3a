"""Every path that is met ends as a file to read, or as failed or skipped with its reason."""

import os
import socket
from pathlib import Path

import pytest

from claimlint.configuration.limits import Limits
from claimlint.documents.discover import Found, Walker, read
from claimlint.documents.formats import ENDINGS
from claimlint.errors import UnreadableError


def walk(
    *paths: object, limits: Limits | None = None, exclude: tuple[str, ...] = (), base: Path | None = None
) -> tuple[list[str], dict[str, str]]:
    """The files to read, and the fates of the others."""
    files, fates = Walker(ENDINGS, limits or Limits(), exclude, base).discover(map(str, paths))
    return [file.path for file in files], {fate.path: f"{fate.fate}: {fate.reason}" for fate in fates}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles and other things, in which the test runs."""
    for name in ("a.txt", "b.md", "c.jsonl", "D.TXT", "e.png", "in/f.txt", "in/deep/g.txt", ".hidden/h.txt", ".i.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folders_are_walked_in_a_fixed_order(here: Path) -> None:
    """Articles below a folder are found, each once, whatever the order of the paths."""
    files, fates = walk(".")
    assert files == ["D.TXT", "a.txt", "b.md", "c.jsonl", "in/deep/g.txt", "in/f.txt"]
    assert fates == {".hidden": "skipped: hidden", ".i.txt": "skipped: hidden", "e.png": "skipped: not an article format"}
    assert walk("in", "a.txt", ".", "./in/f.txt")[0] == walk(".", "in")[0]


def test_one_file_under_two_names_is_one_file(here: Path) -> None:
    """A file that is met by an absolute and by a relative path is read once."""
    assert len(walk(here, ".", "a.txt", here / "a.txt")[0]) == 6


def test_what_does_not_exist_has_failed(here: Path) -> None:
    """A wrong path and a format that is not read are failures, not silence."""
    fates = walk("gone.txt", "e.png", "")[1]
    assert fates["gone.txt"].startswith("failed: no such file")
    assert fates["e.png"].startswith("failed: no article format")
    assert fates[""].startswith("failed: no such file")


def test_hidden_files_are_read_when_they_are_named(here: Path) -> None:
    """What is named is meant."""
    assert walk(".i.txt") == ([".i.txt"], {})


def test_gitignore_files_are_heeded(here: Path) -> None:
    """Each .gitignore holds below its folder; the nearest decides, the last line first; a broken line is passed over."""
    (here / ".gitignore").write_text("*.md\n/in/deep/\nf.txt\n[\n# a.txt\n", encoding="utf-8")
    (here / "in/.gitignore").write_text("!f.txt\n", encoding="utf-8")
    files, fates = walk(".")
    assert files == ["D.TXT", "a.txt", "c.jsonl", "in/f.txt"]
    assert fates["b.md"] == fates["in/deep"] == "skipped: named by a .gitignore"


def test_a_configuration_excludes_below_its_own_folder(here: Path) -> None:
    """Patterns of the configuration count from its folder, and are a reason of their own."""
    files, fates = walk("in", exclude=("/in/deep/",), base=here)
    assert files == ["in/f.txt"]
    assert fates["in/deep"] == "skipped: excluded by the configuration"
    assert walk("in", exclude=("/in/deep/",), base=here.parent)[0] == ["in/deep/g.txt", "in/f.txt"]


def test_links_are_not_followed(here: Path) -> None:
    """A link to a file, to a folder, to itself or to nowhere is skipped, and nothing outside is listed."""
    outside = here.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "secret.txt").write_text("x", encoding="utf-8")
    for name, target in (("l1.txt", outside / "secret.txt"), ("l2", outside), ("l3.txt", here / "l3.txt"), ("in/up", here)):
        (here / name).symlink_to(target)
    files, fates = walk(".")
    assert files == ["D.TXT", "a.txt", "b.md", "c.jsonl", "in/deep/g.txt", "in/f.txt"]
    assert {name: fates[name] for name in ("l1.txt", "l2", "l3.txt", "in/up")} == dict.fromkeys(
        ("l1.txt", "l2", "l3.txt", "in/up"), "skipped: a link; name it to have it read"
    )


def test_a_file_that_becomes_a_link_is_not_followed(here: Path) -> None:
    """Between listing and opening nothing can be slipped in."""
    (here / "a.txt").unlink()
    (here / "a.txt").symlink_to(here / "b.md")
    with pytest.raises(UnreadableError, match="cannot be read"):
        read(Found("a.txt", named=False), Limits())
    assert read(Found("a.txt", named=True), Limits()) == b"x"


def test_what_is_no_regular_file_is_not_opened(here: Path) -> None:
    """Pipes and sockets are skipped in a folder and fail when named; neither blocks."""
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("plug.txt")
        fates = walk(".")[1]
        assert fates["pipe.txt"] == fates["plug.txt"] == "skipped: not a regular file"
        for name in ("pipe.txt", "/dev/null.txt", "plug.txt"):
            with pytest.raises(UnreadableError):
                read(Found(name, named=True), Limits())


def test_limits_are_named_when_they_are_hit(here: Path) -> None:
    """A file that is too large and a folder that is too deep fail with the setting that would help."""
    (here / "a.txt").write_text("x" * 100, encoding="utf-8")
    with pytest.raises(UnreadableError, match="over 50 bytes.*article-bytes"):
        read(Found("a.txt", named=True), Limits(article_bytes=50))
    assert "folder-depth" in walk(".", limits=Limits(folder_depth=1))[1]["in/deep"]


def test_what_may_not_be_read_has_failed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed fails by name, the others are listed."""
    real = os.scandir

    def scandir(path: str) -> object:
        if path == "in":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    files, fates = walk(".")
    assert fates["in"].startswith("failed: cannot be listed")
    assert files == ["D.TXT", "a.txt", "b.md", "c.jsonl"]


def test_names_of_any_bytes_are_met(here: Path) -> None:
    """A file name that is no UTF-8 is a path like others."""
    name = os.fsdecode(b"\xff\x1b[31m.txt")
    Path(name).write_text("x", encoding="utf-8")
    assert name in walk(".")[0]
