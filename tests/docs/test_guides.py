"""Who follows a guide word for word sees what it says, and its tables are whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import guide
import pytest

from claimlint.knowledge import shapes
from claimlint.knowledge.shape import Named


@pytest.mark.parametrize(("page", "commands"), [("rules/README.md", 3), ("docs/knowledge.md", 3), ("docs/first-run.md", 5)])
def test_a_guide_can_be_followed_word_for_word(
    run: Callable[..., Any], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, commands: int
) -> None:
    """Its files are written, its edits are made, and each command prints what stands below it."""
    monkeypatch.chdir(tmp_path)
    assert guide.followed(root / page, tmp_path, run) == commands


def test_the_guide_to_knowledge_names_every_key(root: Path) -> None:
    """Those of measures, names and facts, and every folder."""
    text = (root / "docs/knowledge.md").read_text("utf-8")
    measures = shapes.SHAPES["measures"].keys["measures"]
    assert isinstance(measures, Named)
    for key in (*measures.of.keys, *shapes.SHAPES["names"].keys):
        assert f"`{key}`" in text, key
    assert all(f"`ours/{folder}/`" in text for folder in shapes.FOLDERS)
