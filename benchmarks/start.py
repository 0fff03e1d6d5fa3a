"""How long a whole process takes on the seeds: Python alone, claimlint as a module and as a command, and proselint.

    python benchmarks/start.py [ROUNDS]

Rounds are interleaved, so that a busy machine slows all alike; the table gives the median and the least in milliseconds
of the processor, which other programs do not lengthen, and the median of the clock. Claimlint is timed on articles that it
has never seen and on those that it checked the time before. Its first run, which compiles its grammars and rules, is timed
by itself. Commands are run where they are installed beside Python or on the PATH: `pip install -e '.[benchmarks]'`.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
_AGAIN = ", again"  # what was timed just before, with its articles as they were


def main() -> None:
    """Prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    python = [sys.executable]
    files = list(map(str, sorted(SEEDS.iterdir())))
    commands = {
        "python -c pass": [*python, "-c", "pass"],
        "python -m claimlint seeds/": [*python, "-m", "claimlint", str(SEEDS)],
        "claimlint seeds/": installed("claimlint", str(SEEDS)),
        "claimlint seeds/, again": installed("claimlint", str(SEEDS)),
        "claimlint, one article": installed("claimlint", files[0]),
        "claimlint, one article, again": installed("claimlint", files[0]),
        "proselint check seeds/*": installed("proselint", "check", *files),
        "proselint, one article": installed("proselint", "check", files[0]),
    }
    commands = {name: command for name, command in commands.items() if command}
    with tempfile.TemporaryDirectory() as cache:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"CLAIMLINT_CACHE": cache, "PYTHONPATH": str(ROOT)}
        for command in commands.values():
            took(command, environment)
        shutil.rmtree(cache)
        first = took(commands["python -m claimlint seeds/"], environment)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                if not name.endswith(_AGAIN):
                    forget(cache)
                times[name].append(took(command, environment))
        Path(cache).mkdir(exist_ok=True)
    print(f"{'':<30}{'processor':>10}{'least':>7}{'clock':>7}   ms, {rounds} rounds")
    print(f"{'claimlint, very first run':<30}{first[0]:>10.0f}{'':>7}{first[1]:>7.0f}")
    for name, found in times.items():
        used, clock = zip(*found, strict=True)
        print(f"{name:<30}{statistics.median(used):>10.0f}{min(used):>7.0f}{statistics.median(clock):>7.0f}")


def forget(cache: str) -> None:
    """Takes away what claimlint found."""
    for found in Path(cache).glob("*.found"):
        found.unlink()


def installed(name: str, *arguments: str) -> list[str]:
    """Gives the command line of an installed program; nothing where there is none."""
    path = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    return [path, *arguments] if path else []


def took(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Runs a command to its end and gives the milliseconds that it took of the processor and of the clock."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), 1000 * clock


if __name__ == "__main__":
    main()
