"""How fast values are read: claimlint against Recognizers-Text, quantulum3 and dateparser, on the same articles in one run.

    python benchmarks/mention_speed.py ARTICLES.jsonl [--articles 4000] [--sample 40] [--rounds 3] [--rivals PYTHON]

`claimlint mentions` is timed as a whole process on the first articles, its start, its reading of files and its writing of
records included. The others are slow, so they read every hundredth or so of the same articles (`--sample`), by a process of
the Python that has them (recognizers-text-suite, emoji below 2, quantulum3, dateparser), and only their reading is timed, once
they are warm. All figures are megabytes of UTF-8 a second of processor time; rounds are interleaved, the table gives medians.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RIVALS = ("recognizers", "quantulum3", "dateparser")
MEGA = 1e6


def main(arguments: list[str]) -> int:
    """Prints the table, or as a worker the speed of one rival."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rivals", default=sys.executable)
    parser.add_argument("--worker", choices=RIVALS)
    chosen = parser.parse_args(arguments)
    with chosen.articles_file.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(chosen.articles), lines, strict=False)]
    sample = texts[:: max(1, len(texts) // chosen.sample)]
    if chosen.worker:
        print(rate(chosen.worker, sample))
        return 0
    worker = [
        chosen.rivals,
        __file__,
        str(chosen.articles_file),
        "--articles",
        str(chosen.articles),
        "--sample",
        str(chosen.sample),
    ]
    found: dict[str, list[float]] = {"claimlint mentions": [], **{name: [] for name in RIVALS}}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "articles.jsonl"
        place.write_text(
            "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)), encoding="utf-8"
        )
        size = sum(len(text.encode()) for text in texts) / MEGA
        claimlint(place)  # compiles the grammars
        for _ in range(chosen.rounds):
            found["claimlint mentions"].append(size / claimlint(place))
            for name in RIVALS:
                done = subprocess.run([*worker, "--worker", name], capture_output=True, text=True, check=False)
                if done.returncode == 0:
                    found[name].append(float(done.stdout.split()[-1]))
    print(f"{len(texts)} articles, {size:.2f} MB; {len(sample)} of them for the others; medians of {chosen.rounds} rounds\n")
    print(f"{'':<24}{'MB/s':>9}{'claimlint is':>16}")
    own = statistics.median(found["claimlint mentions"])
    for name, rates in found.items():
        said = f"{statistics.median(rates):>9.4f}{own / statistics.median(rates):>14.0f} x" if rates else f"{'absent':>9}"
        print(f"{name:<24}{said}")
    return 0


def claimlint(articles: Path) -> float:
    """Runs `claimlint mentions` and gives its seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "claimlint", "mentions", str(articles), "--format", "jsonl"]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rate(name: str, texts: list[str]) -> float:
    """Gives the megabytes a second that one of the others reads, once it is warm."""
    warnings.simplefilter("ignore")
    read = {"recognizers": recognizers, "quantulum3": quantulum, "dateparser": dates}[name]()
    for text in texts[:2]:
        read(text)
    begun = time.process_time()
    for text in texts:
        read(text)
    return sum(len(text.encode()) for text in texts) / MEGA / (time.process_time() - begun)


def recognizers() -> Callable[[str], object]:
    """Number, dimension, currency and datetime of Recognizers-Text, their models built once."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    units = NumberWithUnitRecognizer("en-us")
    models = (
        NumberRecognizer("en-us").get_number_model(),
        units.get_dimension_model(),
        units.get_currency_model(),
        DateTimeRecognizer("en-us").get_datetime_model(),
    )
    return lambda text: [model.parse(text) for model in models]


def quantulum() -> Callable[[str], object]:
    """quantulum3 without its classifier."""
    from quantulum3 import parser

    return lambda text: parser.parse(text, classifier_path=None)


def dates() -> Callable[[str], object]:
    """Dateparser's search in English texts."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
