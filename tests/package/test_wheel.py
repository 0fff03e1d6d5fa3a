"""The wheel that is built from the sdist works where nothing else of ours is."""

import json
import subprocess
import zipfile
from pathlib import Path

from surroundings import clean

ARTICLES = {
    "a.txt": "OSLO, May 3 (Wire) - The Kestrel missile has a range of 480 km.",
    "b.md": "---\ntitle: Range\n---\n\nOSLO, May 3 (Press) - The Kestrel missile has a range of **620** km.",
}


def listed(folder: Path) -> set[str]:
    """The files below a folder."""
    return {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_ships_the_program_and_its_knowledge_and_nothing_else(source: Path, wheel: Path) -> None:
    """Every file of claimlint/, grammars/ and rules/ is in the wheel, in its place; tests and seeds are not."""
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if not name.partition("/")[0].endswith(".dist-info")}
    expected = {f"claimlint/{name}" for name in listed(source / "claimlint")}
    expected |= {f"claimlint/{folder}/{name}" for folder in ("grammars", "rules") for name in listed(source / folder)}
    assert shipped == expected


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """The distribution is claimlint-news under the MIT licence, and its command is claimlint."""
    archive = zipfile.ZipFile(wheel)
    information = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    text = archive.read(information).decode("utf-8")
    assert "Name: claimlint-news\n" in text
    assert "License-Expression: MIT\n" in text
    assert "Requires-Python: >=3.11\n" in text
    points = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    assert "claimlint = claimlint.cli.main:run" in archive.read(points).decode("utf-8")
    assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())


def test_the_sdist_holds_what_a_test_needs(source: Path, sdist: Path) -> None:
    """Who has the sdist has the seeds, the tests and the CI."""
    assert {"seeds", "tests", "benchmarks", "grammars", "rules", "docs", "README.md", ".ci", ".pre-commit-hooks.yaml"} <= {
        path.name for path in sdist.iterdir()
    }
    assert listed(sdist / "rules") == listed(source / "rules")


def test_the_installed_program_checks_articles(installed: Path, tmp_path: Path) -> None:
    """Outside the checkout, with nothing but the wheel, the command finds what it should."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    environment = clean() | {"CLAIMLINT_CACHE": str(tmp_path / "cache")}
    for _ in ("cold", "warm"):
        done = subprocess.run(
            [installed / "claimlint", "--format", "json", "."],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=environment,
        )
        assert done.stderr == ""
        assert done.returncode == 1
        assert [finding["rule"] for finding in json.loads(done.stdout)["findings"]] == ["ranges-differ"]
    told = subprocess.run(
        [installed / "claimlint", "--version"], capture_output=True, text=True, check=True, env=environment
    ).stdout
    assert told.startswith("claimlint, version ")
    rules = subprocess.run(
        [installed / "claimlint", "schema"], capture_output=True, text=True, check=True, env=environment
    ).stdout
    assert json.loads(rules)["title"] == "claimlint"


def test_nothing_but_what_is_declared_is_needed(installed: Path) -> None:
    """The environment holds what pip was asked for, and it is whole."""
    done = subprocess.run([installed / "python", "-m", "pip", "check"], capture_output=True, text=True, check=False, env=clean())
    assert done.returncode == 0, done.stdout
