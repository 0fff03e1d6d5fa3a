"""Pairs of a .jsonl file, premise and hypothesis -> how often a contradiction is found where there is one, and where not.

    python benchmarks/pairs.py PAIRS.jsonl [--as headline|text|articles] [--most N] [--verbose]

Rows are {"premise", "hypothesis", "label"}. As `headline` the hypothesis is the title of an article whose body is the
premise; as `text` it follows the premise in one article; as `articles` the two are articles of one story.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from claimlint.configuration.settings import at_least
from claimlint.line import Claimlint, Report


def judged(premise: str, hypothesis: str, way: str, lint: Claimlint) -> Report:
    """Checks one pair."""
    if way == "headline":
        return lint.judge(list(lint.parse(f"---\ntitle: {json.dumps(hypothesis)}\n---\n\n{premise}\n", "pair.md")))
    if way == "text":
        return lint.judge(list(lint.parse(f"{premise.strip().rstrip('.')}. {hypothesis.strip().rstrip('.')}.\n", "pair.txt")))
    articles = [f"---\nstory: pair\n---\n\n{text.strip().rstrip('.')}.\n" for text in (premise, hypothesis)]
    return lint.judge([document for i, text in enumerate(articles) for document in lint.parse(text, f"{i}.md")])


def main() -> None:
    """Reads the arguments and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--as", dest="way", choices=["headline", "text", "articles"], default="text")
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    lint = Claimlint()
    seen: Counter[tuple[str, bool]] = Counter()
    for line in args.pairs.read_text("utf-8").splitlines()[: args.most]:
        row = json.loads(line)
        loud = [f for f in judged(row["premise"], row["hypothesis"], args.way, lint).findings if at_least(f.severity, "warning")]
        seen[row["label"], bool(loud)] += 1
        if args.verbose and loud:
            print(row["label"], "|", row["hypothesis"], "|", [(f.rule, f.severity, f.message) for f in loud])
            for finding in loud:
                for start, end in dict.fromkeys(claim.sentence for claim in finding.claims):
                    print("      ", " ".join(finding.claims[0].document.text[start:end].split())[:240])
    for label in sorted({label for label, _ in seen}):
        found, silent = seen[label, True], seen[label, False]
        print(f"{label}: contradiction found in {found} of {found + silent}, {100 * found / max(1, found + silent):.1f} %")
    right = sum(times for (label, found), times in seen.items() if found == (label == "contradiction"))
    print(f"right in {right} of {sum(seen.values())}, {100 * right / max(1, sum(seen.values())):.1f} %")


if __name__ == "__main__":
    main()
