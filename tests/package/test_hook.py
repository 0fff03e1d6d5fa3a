"""The pre-commit hooks, run by pre-commit itself, see contradictions across files."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from surroundings import clean

OTHERS = {
    "2-bern": "BERN, June 1 (Wire) - The Falke bridge is 320 metres long and was opened by the mayor.",
    "3-dover": "DOVER, April 2 (Wire) - The ferry to Calais carried 214 passengers when its engine failed.",
    "4-graz": "GRAZ, March 9 (Wire) - Police arrested four people after a robbery in a jeweller's shop.",
    "5-lima": "LIMA, July 20 (Wire) - The central bank raised its interest rate to 4.25 percent.",
    "6-turku": "TURKU, August 11 (Wire) - A fire burned down 30 hectares of forest, the brigade said.",
    "7-perth": "PERTH, October 5 (Wire) - The mine will lay off 600 workers by the end of the year.",
    "8-siena": "SIENA, July 3 (Wire) - Giulia Conti, 24, won the horse race in front of 28,000 spectators.",
}
GIT = [
    "git",
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "init.defaultBranch=main",
]


def git(place: Path, *arguments: str) -> str:
    """Runs git in a folder."""
    return subprocess.run(
        [*GIT, *arguments],
        cwd=place,
        check=True,
        capture_output=True,
        text=True,
        env=clean() | {"GIT_CONFIG_GLOBAL": "/dev/null"},
    ).stdout


@pytest.fixture(scope="module")
def hooks(source: Path) -> tuple[Path, str]:
    """The project as a repository, with its revision."""
    if not (source / ".git").exists():
        git(source, "init", "-q")
        git(source, "add", "-A", "-f")
        git(source, "commit", "-q", "-m", "All of it")
    return source, git(source, "rev-parse", "HEAD").strip()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps its environments."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def project(
    hooks: tuple[Path, str], home: Path, tmp_path: Path
) -> tuple[Path, Callable[..., "subprocess.CompletedProcess[str]"]]:
    """A repository of nine articles of which two cannot both be true, and how to run pre-commit in it."""
    (tmp_path / "articles").mkdir()
    for name, text in OTHERS.items():
        (tmp_path / f"articles/{name}.txt").write_text(text, encoding="utf-8")
    for name, reach in (("1-birke", 480), ("9-kestrel", 620)):
        path = tmp_path / f"articles/{name}.txt"
        path.write_text(f"OSLO, May 3 ({name}) - The Kestrel missile has a range of {reach} km.", encoding="utf-8")
    repository, revision = hooks
    (tmp_path / "claimlint.toml").write_text('paths = ["articles"]\n', encoding="utf-8")
    configuration = (
        f"repos:\n  - repo: {repository}\n    rev: {revision}\n    hooks:\n"
        "      - id: claimlint\n        args: [articles]\n      - id: claimlint-focus\n        files: ^articles/\n"
    )
    (tmp_path / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Articles")

    def pre_commit(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False,
            env=clean() | {"PRE_COMMIT_HOME": str(home), "CLAIMLINT_CACHE": str(home / "claimlint"), "GIT_CONFIG_GLOBAL": "/dev/null"},
        )  # fmt: skip

    return tmp_path, pre_commit


def test_a_contradiction_across_files_stops_the_commit(
    project: tuple[Path, Callable[..., "subprocess.CompletedProcess[str]"]],
) -> None:
    """Both hooks fail on the two articles, whichever of them is staged, and pass when they agree."""
    place, pre_commit = project
    done = pre_commit("--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.count("[ranges-differ]") == 2, done.stdout
    for name in ("1-birke", "9-kestrel"):
        assert f"articles/{name}.txt:1:" in done.stdout

    focused = pre_commit("claimlint-focus", "--files", "articles/9-kestrel.txt")
    assert focused.returncode == 1
    assert "ranges-differ" in focused.stdout
    assert pre_commit("claimlint-focus", "--files", "articles/3-dover.txt").returncode == 0
    assert pre_commit("claimlint", "--files", "articles/3-dover.txt").returncode == 1

    (place / "articles/9-kestrel.txt").write_text(
        "OSLO, May 3 (Press) - The Kestrel missile has a range of 300 miles.", encoding="utf-8"
    )
    git(place, "add", "-A")
    agreed = pre_commit("--all-files")
    assert agreed.returncode == 0, agreed.stdout


def test_the_hooks_see_all_files_at_once_and_end_their_options(root: Path) -> None:
    """Names are not split over processes, and no name is read as an option."""
    from claimlint.knowledge import strict_yaml

    found = {
        hook["id"]: hook
        for hook in strict_yaml.typed(strict_yaml.load((root / ".pre-commit-hooks.yaml").read_text("utf-8"), "hooks"))
    }
    assert found.keys() == {"claimlint", "claimlint-focus"}
    assert found["claimlint"]["pass_filenames"] is False
    assert all(hook["require_serial"] is True and hook["entry"].endswith(" --") for hook in found.values())
