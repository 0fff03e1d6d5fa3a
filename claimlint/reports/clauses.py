"""Treaty clauses -> JSON lines, or text that says who is bound to what."""

from collections.abc import Iterator, Sequence
from typing import Any

from claimlint.claims.clauses.clause import Clause
from claimlint.reports import records
from claimlint.reports.escape import line_of, visible
from claimlint.values.units import Units


def lines(clauses: Sequence[Clause], units: Units, shape: str) -> Iterator[str]:
    """Gives a line for each clause: "jsonl" records, or "text" for people."""
    for clause in clauses:
        if shape == "jsonl":
            yield records.dump(record(clause, units))
        else:
            line, column = clause.document.place(clause.start)
            yield f"{visible(clause.document.path)}:{line}:{column}: {told(clause)}"


def record(clause: Clause, units: Units) -> dict[str, Any]:
    """One clause, with its place; what the sentence does not say is null."""
    document = clause.document
    line, column = document.place(clause.start)
    start, end = document.spot(clause.start, clause.end)
    return {
        "path": document.path, "start": start, "end": end, "line": line, "column": column,
        "text": document.text[clause.start : clause.end], "sentence": document.text[slice(*clause.sentence)],
        "kind": "clause", "clause": clause.kind, "party": clause.party or None, "object": clause.object or None,
        "relation": clause.relation, "low": clause.interval.low, "high": clause.interval.high,
        "low_open": clause.interval.low_open, "high_open": clause.interval.high_open, "unit": clause.unit or None,
        "anchor": clause.anchor or None, "treaty": clause.treaty or None, "references": list(clause.references),
        "value": records.value(clause.value, clause.mention.time, units),
    }  # fmt: skip


def told(clause: Clause) -> str:
    """What a clause says, in one line: "deadline: each Party: destroy its stocks: within 4 year after entry into force"."""
    said = clause.document.words(clause.mention.start, clause.mention.end)
    amount = _amount(clause) or said
    parts = (
        clause.kind,
        clause.party,
        clause.object,
        f"{clause.relation} {amount}{' ' + clause.anchor if clause.anchor else ''}",
    )
    return line_of(": ".join(part for part in parts if part))


def _amount(clause: Clause) -> str:
    """The number that the relation is about, with its unit; "" for a date."""
    ends = [end for end in (clause.interval.low, clause.interval.high) if end is not None]
    if not ends:
        return ""
    if clause.relation != "between":
        ends = ends[:1] if clause.interval.high is None else ends[-1:]
    number = " to ".join(f"{end:g}" if abs(end) < 1e6 else f"{end:.15g}" for end in ends)
    return f"{number} {clause.unit}".strip()
