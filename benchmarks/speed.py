"""How fast articles are checked in one process: MB/s end to end and by stage, and how the time grows with the articles.

    python benchmarks/speed.py ARTICLES.jsonl [COUNT ...]

COUNT are the first articles to check (500 1000 2000 4000 where none is given). Times are of the processor, on knowledge
that has been read and on some articles that warm it up, so that the figures are those of a long run. A stage that asks
for what another one puts off is told with its time: the topics and contexts of claims stand under "conflicts".
"""

import gc
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claimlint import line, story
from claimlint.line import Claimlint

COUNTS = (500, 1000, 2000, 4000)
WARM_UP = 50  # articles
A_FILE = 1000  # articles: a file of more is over the limit of `article-bytes`


def main() -> None:
    """Prints the tables."""
    articles, counts = Path(sys.argv[1]), [int(count) for count in sys.argv[2:]] or COUNTS
    begun = time.process_time()
    lint = Claimlint(debug=True)
    print(f"knowledge: {time.process_time() - begun:.2f} s")
    took: Counter[str] = Counter()
    watched(lint, took)
    gc.disable()  # as the command line does
    with TemporaryDirectory() as folder:
        checked(lint, articles, WARM_UP, folder)
        rates = {}
        for count in counts:
            took.clear()
            seconds, megabytes = checked(lint, articles, count, folder)
            rates[count] = megabytes / seconds
            print(f"\n{count} articles, {megabytes:.2f} MB in {seconds:.2f} s: {rates[count]:.3f} MB/s")
            for stage, time_of in took.most_common():
                share, rate = 100 * time_of / seconds, megabytes / max(time_of, 1e-9)
                print(f"  {stage:<22}{time_of:>8.2f} s {share:>6.1f} % {rate:>9.2f} MB/s")
    first, last = rates[min(counts)], rates[max(counts)]
    print(f"\nper megabyte, {max(counts)} articles take {100 * (first / last - 1):+.0f} % more or less than {min(counts)}")


def checked(lint: Claimlint, articles: Path, count: int, folder: str) -> tuple[float, float]:
    """Checks the first articles of a file and gives the seconds and the megabytes."""
    with articles.open(encoding="utf-8") as lines:
        rows = list(islice(lines, count))
    places = []
    for start in range(0, len(rows), A_FILE):
        places.append(Path(folder) / f"{start}.jsonl")
        places[-1].write_text("".join(rows[start : start + A_FILE]), encoding="utf-8")
    begun = time.process_time()
    lint.check([str(place) for place in places])
    return time.process_time() - begun, sum(place.stat().st_size for place in places) / 1e6


def watched(lint: Claimlint, took: Counter[str]) -> None:
    """Adds up the time of each stage under its name."""

    def watch(owner: Any, name: str, stage: str) -> None:
        work = getattr(owner, name)

        def timed(*args: Any, **kwargs: Any) -> Any:
            begun = time.process_time()
            try:
                return work(*args, **kwargs)
            finally:
                took[stage] += time.process_time() - begun

        setattr(owner, name, timed)

    watch(lint, "read", "files and roles")
    watch(line.stories, "stories", "telling stories apart")
    watch(story.dating, "dated", "mentions and dating")
    watch(lint.extractor.parser, "parse", "names and sentences")
    watch(lint.extractor, "claims", "claims")
    watch(story.conflicts, "pairs", "conflicts")
    watch(lint.checker._relations, "findings", "relations")  # noqa: SLF001
    watch(lint.checker._echoes, "findings", "told twice")  # noqa: SLF001
    for check in ("across", "within", "conversions", "people", "terms", "reference"):
        watch(getattr(story, check), "findings", check)


if __name__ == "__main__":
    main()
