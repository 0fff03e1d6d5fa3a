"""The page on writing rules says what is so: its example works word for word, its tables are whole."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimlint.checks.arithmetic import FUNCTIONS
from claimlint.checks.relation import OVER
from claimlint.checks.rules import RELATION_KEYS
from claimlint.claims.kinds import KINDS

PAGE = Path(__file__).resolve().parent.parent.parent / "rules" / "README.md"
_BLOCK = re.compile(r"<!-- (file|edit|output|first line): (.*?) -->\n```\w*\n(.*?)```", re.DOTALL)


def blocks() -> Iterator[tuple[str, str, str]]:
    """The marked blocks of the page: what they are, of which file or command, what they say."""
    for found in _BLOCK.finditer(PAGE.read_text("utf-8")):
        yield found[1], found[2], found[3]


def test_the_page_can_be_followed_word_for_word(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files are written, its edit is made, and each command prints what stands below it."""
    monkeypatch.chdir(tmp_path)
    printed = 0
    for kind, what, said in blocks():
        path = tmp_path / what
        if kind == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(said, encoding="utf-8")
        elif kind == "edit":
            kept = said.splitlines()[-1] + "\n"
            before = path.read_text("utf-8")
            assert kept in before
            path.write_text(before.replace(kept, said), encoding="utf-8")
        else:
            program, *arguments = what.split()
            assert program == "claimlint"
            out = run(*arguments).out
            assert (out if kind == "output" else out[: out.index("\n") + 1]) == said
            printed += 1
    assert printed == 3


@pytest.mark.parametrize("name", [*KINDS, *(f"{name}(" for name in FUNCTIONS), *sorted(RELATION_KEYS), *OVER[:3]])
def test_the_tables_name_all_there_is(name: str) -> None:
    """Every kind of slot, function, key and reach stands on the page."""
    assert f"`{name}" in PAGE.read_text("utf-8")
