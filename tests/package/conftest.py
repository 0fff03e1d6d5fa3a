"""The project as others get it: its files, its sdist, its wheel, an environment with nothing else in it."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from surroundings import clean

_NOT_OURS = shutil.ignore_patterns(
    ".git", ".venv", "__pycache__", "*.egg-info", "dist", "build", ".*_cache", ".hypothesis", ".coverage"
)


@pytest.fixture(scope="session")
def source(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's files."""
    place = tmp_path_factory.mktemp("source") / "claimlint"
    shutil.copytree(root, place, ignore=_NOT_OURS)
    return place


@pytest.fixture(scope="session")
def sdist(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    place = tmp_path_factory.mktemp("sdist")
    build(source, place, "--sdist")
    with tarfile.open(next(place.glob("*.tar.gz"))) as archive:
        archive.extractall(place, filter="data")
    return next(path for path in place.iterdir() if path.is_dir())


@pytest.fixture(scope="session")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from the sdist."""
    place = tmp_path_factory.mktemp("wheel")
    build(sdist, place, "--wheel")
    return next(place.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel and what it asks for."""
    place = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    subprocess.run([place / "bin/python", "-m", "pip", "install", "-q", str(wheel)], check=True, env=clean(), cwd=place)
    return place / "bin"


def build(source: Path, target: Path, kind: str) -> None:
    """Builds a distribution with the tools that are here."""
    command = [sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, env=clean(), capture_output=True, cwd=target)
