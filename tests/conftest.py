"""What the tests share: the checker, the command line in this process and in another, a cache of the tests' own."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import HealthCheck, settings

from claimlint.cli.main import main
from claimlint.line import Claimlint

ROOT = Path(__file__).resolve().parent.parent

# Whether inputs come fast, small or seldom in vain hangs on the machine and on hypothesis' release: no test may fail by it.
settings.register_profile("tests", deadline=None, derandomize=True, max_examples=50, suppress_health_check=list(HealthCheck))
settings.load_profile("tests")


def pytest_configure(config: pytest.Config) -> None:
    """Gives the run a cache of its own, which its other processes share."""
    if not hasattr(config, "workerinput"):
        place = tempfile.mkdtemp(prefix="claimlint-tests-")
        before = os.environ.get("CLAIMLINT_CACHE")
        os.environ["CLAIMLINT_CACHE"] = place

        def end() -> None:
            shutil.rmtree(place, ignore_errors=True)
            if before is None:
                os.environ.pop("CLAIMLINT_CACHE", None)
            else:
                os.environ["CLAIMLINT_CACHE"] = before

        config.add_cleanup(end)


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


@pytest.fixture(scope="session")
def cache() -> Path:
    """A cache that no other run knows of."""
    return Path(os.environ["CLAIMLINT_CACHE"])


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
