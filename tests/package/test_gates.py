"""The habits of the house are kept by programs: style, types, layers."""

import subprocess
import sys
from pathlib import Path

import pytest
from surroundings import clean


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "--no-cache", "."), ("mypy", "--no-error-summary"), ("importlinter.cli", "lint", "--no-cache")],
    ids=["style", "types", "layers"],
)
def test_the_code_is_clean(root: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    """Ruff with every rule, mypy --strict and the import contract have nothing to say."""
    program, *arguments = command
    run = [sys.executable, "-m", program, *arguments]
    if program == "mypy":
        run += ["--cache-dir", str(tmp_path)]
    if program == "importlinter.cli":
        run = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(run, cwd=root, capture_output=True, text=True, check=False, env=clean() | {"PYTHONPATH": str(root)})
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
