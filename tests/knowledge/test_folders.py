"""The knowledge is found where it stands, and read as text."""

from pathlib import Path

import pytest

from claimlint.errors import KnowledgeError
from claimlint.knowledge import folders


@pytest.mark.parametrize("name", ["grammars", "rules"])
def test_the_knowledge_is_found(name: str) -> None:
    """Both folders stand beside the package or in the checkout."""
    assert folders.texts(folders.files(folders.folder(name)))


def test_a_missing_folder_is_told() -> None:
    """An installation without its knowledge says so."""
    with pytest.raises(KnowledgeError, match="install claimlint-news anew"):
        folders.folder("nothing")


def test_all_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """Too large, no UTF-8: each is named with its remedy; links and other files are let be."""
    (tmp_path / "a.yaml").write_bytes(b"x" * 100)
    (tmp_path / "b.yaml").write_bytes(b"\xff")
    (tmp_path / "c.yaml").symlink_to("/etc/passwd")
    (tmp_path / "d.txt").write_bytes(b"\xff")
    with pytest.raises(KnowledgeError) as error:
        folders.texts(folders.files(tmp_path), 50)
    assert [problem.path.rpartition("/")[2] for problem in error.value.problems] == ["a.yaml", "b.yaml"]
    assert "knowledge-bytes" in str(error.value)
    assert "UTF-8" in str(error.value)
