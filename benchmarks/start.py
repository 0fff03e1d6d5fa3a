"""How long a whole process takes on the seeds: Python alone, claimlint, and proselint on the same files.

    python benchmarks/start.py [ROUNDS]

Rounds are interleaved, so that a busy machine slows all alike; the table gives the median and the fastest, in
milliseconds of the clock. The first run of claimlint, which compiles its grammars and rules, is timed by itself.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


def main() -> None:
    """Prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    python = [sys.executable]
    proselint = shutil.which("proselint", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    commands = {"python -c pass": [*python, "-c", "pass"], "claimlint seeds/": [*python, "-m", "claimlint", str(SEEDS)]}
    if proselint:
        commands["proselint check seeds/*"] = [proselint, "check", *map(str, sorted(SEEDS.iterdir()))]
    with tempfile.TemporaryDirectory() as cache:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"CLAIMLINT_CACHE": cache, "PYTHONPATH": str(ROOT)}
        for command in commands.values():
            took(command, environment)
        shutil.rmtree(cache)
        first = took(commands["claimlint seeds/"], environment)
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(took(command, environment))
        Path(cache).mkdir(exist_ok=True)
    print(f"{'':<26}{'median':>8}{'fastest':>9}   ms, {rounds} rounds")
    print(f"{'claimlint, very first run':<26}{first:>8.0f}")
    for name, found in times.items():
        print(f"{name:<26}{statistics.median(found):>8.0f}{min(found):>9.0f}")


def took(command: list[str], environment: dict[str, str]) -> float:
    """Runs a command to its end and gives the milliseconds it took."""
    begun = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
