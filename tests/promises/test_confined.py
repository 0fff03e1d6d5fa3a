"""claimlint reads what it is given, writes its cache and its report, and talks to nobody."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# Every event that opens, changes or reaches something is noted down, from the first import on.
WATCHED = """
import json, sys
seen = []
def hook(event, arguments):
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.chmod", "os.truncate", "os.rmdir",
                 "os.listdir", "os.scandir", "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn") or event.startswith("socket."):
        seen.append([event, *[a if isinstance(a, (str, int, type(None))) else repr(a) for a in arguments]])
sys.addaudithook(hook)
from claimlint.cli.main import main
status = main(sys.argv[2:])
noted = list(seen)
open(sys.argv[1], "w").write(json.dumps([status, noted]))
"""


@pytest.fixture
def watched(root: Path, tmp_path: Path) -> Callable[..., tuple[int, list[list[Any]]]]:
    """Runs the command line and gives its status and what it opened, changed or reached."""

    def command(*arguments: object, cache: Path) -> tuple[int, list[list[Any]]]:
        log = tmp_path / "log.json"
        subprocess.run(
            [sys.executable, "-c", WATCHED, str(log), *map(str, arguments)], check=True, capture_output=True, timeout=120, cwd=tmp_path,
            env={**os.environ, "CLAIMLINT_CACHE": str(cache), "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONSAFEPATH": "1"},
        )  # fmt: skip
        status, seen = json.loads(log.read_text("utf-8"))
        return status, seen

    return command


@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
def test_a_run_keeps_to_its_places(watched: Callable[..., Any], seeds: Path, root: Path, tmp_path: Path, warm: bool) -> None:
    """Reads: the program, its knowledge, the articles, the configuration. Writes: the cache. Reaches: nothing."""
    cache = tmp_path / "cache"
    if warm:
        watched(seeds, cache=cache)
    status, seen = watched(seeds, cache=cache)
    assert status == 1
    program = [
        sys.prefix,
        sys.base_prefix,
        sys.exec_prefix,
        *(path for path in sys.path if path),
        str(root / "claimlint"),
        str(root / "grammars"),
        str(root / "rules"),
    ]
    allowed = [os.path.realpath(place) for place in (*program, seeds, cache)] + [str(seeds), *program, str(cache)]
    configuration = {"claimlint.toml", "pyproject.toml"}
    for event, *arguments in seen:
        assert not event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.system", "os.posix")), event
        path = str(arguments[0])
        if event in ("open", "os.listdir", "os.scandir"):
            writes = event == "open" and (
                (isinstance(arguments[1], str) and set(arguments[1]) & set("wxa+"))
                or (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR))
            )
            if path.isdigit():
                continue  # a descriptor, which was noted when it was opened
            if writes:
                assert path.startswith(str(cache)), (event, arguments)
            else:
                below = any(path.startswith(place) for place in allowed) or path.startswith(
                    ("/dev/", "/proc/self", "/etc/", "/usr/", "/sys/")
                )
                assert below or os.path.basename(path) in configuration, (event, arguments)
        else:
            assert path.startswith(str(cache)), (event, arguments)


def test_a_warm_start_reads_neither_grammars_nor_units_anew(
    spawn: Callable[..., Any], seeds: Path, root: Path, cache: Path, tmp_path: Path
) -> None:
    """With the knowledge in the cache, what makes it is not even imported; nor, without options, what reads options."""
    spawn(seeds)
    late = {"lark", "pint", "yaml", "pathspec", "tomllib", "jsonschema", "jinja2", "click", "claimlint.building"}
    code = f"import sys; from claimlint.cli.main import main; main(sys.argv[1:]); print(sorted({late} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(seeds)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(root)},
        cwd=tmp_path,
    )
    assert done.stdout.splitlines()[-1] == "[]"
