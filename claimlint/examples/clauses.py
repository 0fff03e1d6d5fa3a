"""The examples of a kind of clause -> whether they hold: what is read from a text, and what is none of its business."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimlint.claims.clauses.clause import Clause
from claimlint.documents.document import Block, Document
from claimlint.examples.outcome import Outcome
from claimlint.line import Claimlint

_FIELDS = ("party", "object", "relation", "anchor")


def outcomes(lint: Claimlint, name: str, row: Mapping[str, Any]) -> Iterator[Outcome]:
    """Tries what a kind `reads`, and what it `leaves`."""
    for number, example in enumerate(row.get("reads", ()), 1):
        yield Outcome(name, "reads", number, reads_not(name, example, clauses(lint, example["text"])))
    for number, text in enumerate(row.get("leaves", ()), 1):
        found = any(clause.kind == name for clause in clauses(lint, text))
        yield Outcome(name, "leaves", number, "it is read as this kind" if found else "")


def clauses(lint: Claimlint, text: str) -> list[Clause]:
    """Gives the clauses of a text."""
    return lint.clauses.of(lint.extractor.parser.parse(Document("example.txt", text, (Block(0, len(text)),))))


def reads_not(name: str, example: Mapping[str, Any], found: Sequence[Clause]) -> str:
    """Gives why none of the clauses is of the kind and says what the example says of it; "" where one does."""
    told = [{"value": value(each)} | {key: getattr(each, key) for key in _FIELDS} for each in found if each.kind == name]
    wanted = {key: str(said) for key, said in example.items() if key != "text"}
    if any(wanted.items() <= each.items() for each in told):
        return ""
    if not told:
        return "it is not read as this kind"
    return "; ".join(f"{key} is {told[0][key]!r}" for key, said in wanted.items() if told[0][key] != said)


def value(clause: Clause) -> str:
    """Gives the number of a clause with its unit, as examples write it."""
    low, high = clause.interval.low, clause.interval.high
    ends = (low, high) if clause.relation == "between" else (low,) if high is None else (high,)
    return f"{'-'.join(f'{end:g}' for end in ends if end is not None)} {clause.unit}".strip()
