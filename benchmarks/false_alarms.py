"""Articles of a .jsonl file, each alone -> every loud finding, and how many there are for each 1,000 numbers.

    python benchmarks/false_alarms.py ARTICLES.jsonl [--most N] [--skip N] [--rule NAME] [--severity error] [--quiet]

Rows are {"id", "text", "title"?, "date"? or "anchor_date"?}, or {"id", "docs": [such rows]}. An article of a newsroom
is right in nearly all it says: what is found in it is to be read, one by one.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimlint.checks.finding import Finding
from claimlint.configuration.settings import at_least
from claimlint.documents.document import Document
from claimlint.line import Claimlint


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """Gives the articles of a file, one row each."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield from row.get("docs", [row])


def document(row: dict[str, Any], lint: Claimlint) -> list[Document]:
    """Gives an article with its title and date in the front matter."""
    date = str(row.get("date") or row.get("anchor_date") or "")[:10]
    head = [f"title: {json.dumps(row['title'])}"] if row.get("title") else []
    head += [f"date: {date}"] if date.count("-") == 2 else []
    text = "---\n" + "\n".join(head) + "\n---\n\n" + row["text"] if head else row["text"]
    return list(lint.parse(text, f"{row['id']}.md"))


def show(finding: Finding) -> None:
    """Prints a finding with the sentences it speaks of."""
    print(f"{finding.severity} {finding.rule}: {finding.claims[0].document.path}: {finding.message}")
    spans = dict.fromkeys(claim.sentence for claim in finding.claims)
    for start, end in spans:
        print("    |", " ".join(finding.claims[0].document.text[start:end].split()))
    for step in finding.explanation:
        print("    =", step)


def main() -> None:
    """Reads the arguments and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--most", type=int, default=2000)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--rule", default="")
    parser.add_argument("--severity", default="warning")
    parser.add_argument("--quiet", action="store_true")
    args = parser.parse_args()
    lint = Claimlint()
    found: Counter[tuple[str, str]] = Counter()
    numbers = count = 0
    began = time.process_time()
    for row in list(articles(args.articles))[args.skip : args.skip + args.most]:
        report = lint.judge(document(row, lint))
        count += 1
        numbers += report.counts["mentions"]
        for finding in report.findings:
            if at_least(finding.severity, args.severity) and args.rule in ("", finding.rule):
                found[finding.severity, finding.rule] += 1
                if not args.quiet:
                    show(finding)
    for (severity, rule), times in found.most_common():
        print(f"{times:5} {severity} {rule}")
    for severity in ("error", "warning"):
        total = sum(times for (s, _), times in found.items() if s == severity)
        print(f"{severity}: {total} in {count} articles with {numbers} numbers, {1000 * total / max(1, numbers):.2f} per 1,000")
    print(f"{time.process_time() - began:.0f} s")


if __name__ == "__main__":
    main()
