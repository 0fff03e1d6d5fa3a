"""Annotated texts -> how many of their quantities are read, and read right.

    python benchmarks/mention_scores.py SET.jsonl... [--show]

A set has one text a line: {"id", "text", "anchor_date"?, "gold": [{"span", "value", "unit"?}]}; a value is a number, or
two ends of which one may be null. Each line of the table gives F1 in hundredths:

    all      every quantity, count, rank and duration that is read counts as an answer
    own      only answers of the kinds that the set annotates (see OWN): a set of lengths does not annotate counts
    number   own, without the gold items that have no number ("a small percent", "fahrenheit")
    amount   number, where the same amount in another unit is right too: 1.5 hours is 90 minutes
    unit     number, and the unit is right, so far as pint knows the gold's unit
"""

import argparse
import collections
import contextlib
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pint

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reading.tokens import fold, tokenize
from claimlint.reports import records

QUANTITIES = {"quantity", "money", "percent", "count", "age", "rank", "duration"}
OWN = 0.04  # a kind is the set's own when at least this share of its gold is read as that kind
COLUMNS = ("all", "own", "number", "amount", "unit")


class Pair(NamedTuple):
    """A gold item and the answer given for it; None where there is none."""

    text: str
    gold: dict[str, Any] | None
    answer: dict[str, Any] | None


def answers(lint: Claimlint, text: str) -> list[dict[str, Any]]:
    """Gives the records of the quantities in a text."""
    tokens, offsets = tokenize(fold(text))
    document, units = Document("", text), lint.reader.units
    found = [records.mention(document, mention, units) for mention in lint.reader.read_tokens(tokens, offsets)]
    return [record for record in found if record["kind"] in QUANTITIES]


def pairs(lint: Claimlint, rows: Iterable[dict[str, Any]]) -> Iterator[Pair]:
    """Gives each gold item with the answer that says its number, else one that overlaps it; then the answers left over."""
    for row in rows:
        left = answers(lint, row["text"])
        golds = sorted(row["gold"], key=lambda gold: gold.get("value") is None)
        for gold in golds:
            span = gold.get("span")
            pool = [a for a in left if span is None or (span[0] < a["end"] and a["start"] < span[1])]
            hit = next((a for a in pool if same_number(gold, a)), None) or (pool[0] if pool and span else None)
            if hit:
                left.remove(hit)
            yield Pair(row["text"], gold, hit)
        for answer in left:
            yield Pair(row["text"], None, answer)


def ends(value: Any) -> tuple[float | None, float | None]:
    """Gives the two ends of a value. Raises ValueError for one that is no number."""
    low, high = value if isinstance(value, list | tuple) else (value, value)
    return tuple(None if end is None else float(end) for end in (low, high))  # type: ignore[return-value]


def has_number(gold: dict[str, Any]) -> bool:
    """Whether a gold item says a number."""
    try:
        return ends(gold.get("value")) != (None, None)
    except (TypeError, ValueError):
        return False


def same_number(gold: dict[str, Any], answer: dict[str, Any], factor: float = 1.0) -> bool:
    """Whether an answer says the number of a gold item: as written, times a factor."""
    if not has_number(gold):
        return False
    low, high = ends(gold["value"])
    a, b = (end if end is None else end * factor for end in ends(answer["stated"]))
    if low == high:
        return _close(low, a) or _close(low, b)
    return _close(low, a) and _close(high, b)


def _close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else math.isclose(a, b, rel_tol=1e-4, abs_tol=1e-9)


class Units:
    """Compares units by pint, on the gold's own spelling."""

    def __init__(self) -> None:
        self._registry = pint.UnitRegistry()
        self._known: dict[str, Any] = {}

    def same(self, gold: dict[str, Any], answer: dict[str, Any]) -> bool:
        """Whether the units are one, or pint knows nothing of the gold's."""
        wanted = gold.get("unit")
        return not wanted or self._unit(wanted) is None or self._unit(wanted) == self._unit(answer["unit"] or "")

    def factor(self, gold: dict[str, Any], answer: dict[str, Any]) -> float:
        """Gives what turns the answer's number into the gold's unit: 1 where the two do not compare."""
        a, b = self._unit(answer["unit"] or ""), self._unit(gold.get("unit") or "")
        try:
            return 1.0 if a is None or b is None else float((1 * a).to(b).magnitude)
        except (pint.errors.PintError, ValueError, ArithmeticError):
            return 1.0

    def _unit(self, name: str) -> Any:
        if name not in self._known:
            self._known[name] = None
            plain = re.sub(r"[^a-z/ ^0-9-]", "", name.lower()).replace("metre", "meter").replace("litre", "liter").strip()
            for form in (plain, plain.rstrip("s"), plain.replace(" ", "_")):
                with contextlib.suppress(pint.errors.PintError, ValueError, TypeError, SyntaxError, AssertionError):
                    self._known[name] = self._registry.Unit(form)
                    break
        return self._known[name]


def own_kinds(found: list[Pair]) -> set[str]:
    """Gives the kinds that a set annotates."""
    kinds = collections.Counter(pair.answer["kind"] for pair in found if pair.gold and pair.answer)
    golds = sum(pair.gold is not None for pair in found)
    return {kind for kind, n in kinds.items() if n >= OWN * golds}


def scores(found: list[Pair], units: Units) -> dict[str, float]:
    """Gives the columns of a set's line."""
    own = own_kinds(found)
    kept = [p for p in found if p.gold or (p.answer and p.answer["kind"] in own)]
    number = [p for p in kept if p.gold is None or has_number(p.gold)]

    def right(p: Pair) -> bool:
        return p.gold is not None and p.answer is not None and same_number(p.gold, p.answer)

    def amount(p: Pair) -> bool:
        return right(p) or (
            p.gold is not None and p.answer is not None and same_number(p.gold, p.answer, units.factor(p.gold, p.answer))
        )

    def unit(p: Pair) -> bool:
        return right(p) and p.gold is not None and p.answer is not None and units.same(p.gold, p.answer)

    judged = ((found, right), (kept, right), (number, right), (number, amount), (number, unit))
    return {name: _f1(rows, test) for name, (rows, test) in zip(COLUMNS, judged, strict=True)}


def _f1(rows: list[Pair], right: Any) -> float:
    hits = sum(map(right, rows))
    both = sum(p.gold is not None for p in rows) + sum(p.answer is not None for p in rows)
    return 200 * hits / both if both else 100.0


def show(found: list[Pair], units: Units) -> Iterator[str]:
    """Gives a line for each gold item that is missed or misread, and for each answer that nothing asked for."""
    for pair in found:
        said = (
            pair.answer
            and f"{pair.answer['text']!r} = {pair.answer['stated']} {pair.answer['unit'] or ''} ({pair.answer['kind']})"
        )
        if pair.gold is None:
            yield f"extra  {said} | {pair.text[:150]!r}"
        elif pair.answer is None or not same_number(pair.gold, pair.answer):
            wanted = f"{pair.gold.get('surface')!r} = {pair.gold['value']} {pair.gold.get('unit') or ''}"
            yield f"missed {wanted}, got {said} | {pair.text[:150]!r}"
        elif not units.same(pair.gold, pair.answer):
            yield f"unit   {pair.gold.get('surface')!r} = {pair.gold['value']} {pair.gold['unit']}, got {said}"


def main(arguments: list[str]) -> int:
    """Prints the table of the sets that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="list what is missed, misread and extra")
    chosen = parser.parse_args(arguments)
    lint, units = Claimlint(), Units()
    print(f"{'set':<32}{'gold':>6}" + "".join(f"{name:>8}" for name in COLUMNS))
    for path in chosen.sets:
        with path.open(encoding="utf-8") as lines:
            found = list(pairs(lint, map(json.loads, lines)))
        if chosen.show:
            print(*show(found, units), sep="\n")
        line = scores(found, units)
        golds = sum(pair.gold is not None for pair in found)
        print(f"{path.stem:<32}{golds:>6}" + "".join(f"{line[name]:>8.1f}" for name in COLUMNS))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
