"""What the tests share: the checker, the command line in this process and in another, a cache of the tests' own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import HealthCheck, settings

from claimlint.cli.main import main
from claimlint.line import Claimlint

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("tests", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("tests")


@frozen
class Ran:
    """What a run of the command line gave."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache that no other run knows of."""
    place = tmp_path_factory.mktemp("cache")
    before = os.environ.get("CLAIMLINT_CACHE")
    os.environ["CLAIMLINT_CACHE"] = str(place)
    yield place
    if before is None:
        del os.environ["CLAIMLINT_CACHE"]
    else:
        os.environ["CLAIMLINT_CACHE"] = before


@pytest.fixture(scope="session")
def lint(cache: Path) -> Claimlint:
    """The checker with its own knowledge; its faults are raised."""
    return Claimlint(debug=True)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """Runs the command line in this process."""

    def command(*arguments: object) -> Ran:
        capfdbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(status, out.decode("utf-8"), err.decode("utf-8"))

    return command


@pytest.fixture(scope="session")
def spawn(cache: Path) -> Callable[..., Ran]:
    """Runs the command line in a process of its own, with other environment variables where they are given."""

    def command(*arguments: object, cwd: object = None, **environment: str) -> Ran:
        kept = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
        done = subprocess.run(
            [sys.executable, "-m", "claimlint", *map(str, arguments)],
            capture_output=True, cwd=None if cwd is None else str(cwd), timeout=120, check=False,
            env=kept | {"PYTHONPATH": str(ROOT), **environment},
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return command
