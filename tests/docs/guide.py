"""A guide's marked blocks, followed: files are written, edits are made, and commands print what stands below them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

_BLOCK = re.compile(r"<!-- (file|edit|output|first line|lines|errors): (.*?) -->\n```\w*\n(.*?)```", re.DOTALL)


def followed(page: Path, place: Path, run: Callable[..., Any]) -> int:
    """Follows a page in a folder, which is the working folder; gives how many commands were run."""
    commands = 0
    for kind, what, said in _BLOCK.findall(page.read_text("utf-8")):
        path = place / what
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
            done = run(*arguments)
            told = {"output": done.out, "first line": done.out[: done.out.find("\n") + 1], "errors": done.err}
            if kind == "lines":  # some of those that are printed
                assert set(said.splitlines()) <= set(done.out.splitlines())
            else:
                assert told[kind] == said, f"{what} prints:\n{told[kind]}"
            commands += 1
    return commands
