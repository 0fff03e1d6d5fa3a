"""Findings, claims and mentions -> the JSON records that outside tools rely on. See schema.json beside this file."""

import json
import math
from collections import Counter
from datetime import date
from typing import Any

from attrs import evolve

from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim
from claimlint.configuration.settings import SEVERITIES
from claimlint.documents.discover import Fate
from claimlint.documents.document import Document
from claimlint.errors import Problem
from claimlint.reading.mentions import Mention
from claimlint.report import Heeded, Report, Suppressed
from claimlint.values.sets import tidy
from claimlint.values.times import Time, duration, length_of
from claimlint.values.units import Units
from claimlint.values.value import SCORE, Number, Value, from_number
from claimlint.version import VERSION as PROGRAM

VERSION = 1


def dump(record: Any, indent: int | None = None) -> str:
    """Strict JSON: no NaN, no lone surrogates, keys in order."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def report(run: Report, units: Units) -> dict[str, Any]:
    """The whole report."""
    return {
        "version": VERSION,
        "tool": {"name": "claimlint", "version": PROGRAM},
        "documents": [document(each, run.per_document.get(each.path, {})) for each in run.documents],
        "copies": [list(group) for group in run.copies],
        "superseded": [{"path": early, "by": late} for early, late in sorted(run.later.items())],
        "findings": [finding(found, units) for found in run.findings],
        "suppressed": [suppressed(silent, units) for silent in run.suppressed],
        "ignores": [ignore(each) for each in run.ignores],
        "files": [file(fate) for fate in run.fates],
        "unchecked": [problem(each) for each in run.unchecked],
        "limits": [problem(each) for each in run.limits],
        "summary": summary(run),
    }


def summary(run: Report) -> dict[str, Any]:
    """The counts."""
    return {
        "severities": {severity: sum(f.severity == severity for f in run.findings) for severity in reversed(SEVERITIES)},
        "kinds": dict(sorted(Counter(found.kind for found in run.findings).items())),
        "files": run.sums,
        "suppressed": dict(sorted(Counter(silent.by for silent in run.suppressed).items())),
        "stale": run.stale,
        **run.counts,
    }


def mention(article: Document, found: Mention, units: Units) -> dict[str, Any]:
    """One mention."""
    path, (start, end) = article.path, article.spot(found.start, found.end)
    return {
        "path": path,
        "start": start,
        "end": end,
        "text": article.text[found.start : found.end],
        **value(found.value, found.time, units),
        "change": found.change._asdict() if found.change else None,
    }


def claim(said: Claim, units: Units) -> dict[str, Any]:
    """One claim, with its place."""
    article = said.document
    start, end = article.spot(said.start, said.end)
    (line, column), (end_line, end_column) = article.places(said.start, said.end)
    return {
        "path": article.path, "start": start, "end": end, "line": line, "column": column, "end_line": end_line,
        "end_column": end_column, "text": article.text[said.start : said.end], "sentence": article.text[slice(*said.sentence)],
        "measure": said.measure.name if said.measure else None, "subject": said.subject or None,
        "voice": said.voice.name or None, "side": said.voice.side or None, "stance": said.stance,
        "value": value(said.value, said.time, units),
    }  # fmt: skip


VALUE_FIELDS = (
    "kind", "stated", "bound", "approximate", "low", "high", "low_open", "high_open", "unit",
    "base_low", "base_high", "base_unit", "date",
)  # fmt: skip


def value(said: Value, time: Time | None, units: Units) -> dict[str, Any]:
    """What a mention says, and the set that its words allow; what does not apply is null."""
    said = _long(said)
    base = _base(said, units)
    held = (
        said.kind, _stated(said), said.bound, said.approximate, said.low, said.high, said.low_open, said.high_open,
        said.unit or None, *(base or (None, None, None)), told(said, time),
    )  # fmt: skip
    return dict(zip(VALUE_FIELDS, held, strict=True))


def _long(said: Value) -> Value:
    """A stretch that is told by its length ("the past three years") with that length."""
    length = length_of(said.when) if said.when is not None and said.kind == "duration" else None
    if length is None:
        return said
    low, high, unit = length
    known = from_number("duration", Number(low, high, low % 1 or 1.0, "" if low == high else "range"), unit)
    return evolve(said, stated=known.stated, low=known.low, high=known.high, high_open=known.high_open, unit=unit)


def _stated(said: Value) -> Any:
    if isinstance(said.stated, tuple):
        low, high = said.stated
        if said.form == SCORE:
            return [low, high]
        ends = (low, high) if low is None or high is None or low <= high else (high, low)
        if said.bound:
            return [ends[0], None] if said.bound in (">", ">=") else [None, ends[1]]
        return list(ends)
    if said.bound in (">", ">="):
        return [said.stated, None]
    if said.bound:
        return [None, said.stated]
    return said.stated


def _base(said: Value, units: Units) -> tuple[float | None, float | None, str] | None:
    """The two ends in the base unit, and its name; None for a value without a unit, or too large for the base unit."""
    if not said.unit:
        return None
    unit = units[said.unit]
    low = None if said.low is None else tidy(said.low * unit.factor + unit.offset)
    high = None if said.high is None else tidy(said.high * unit.factor + unit.offset)
    return (low, high, unit.base) if math.isfinite(low or 0.0) and math.isfinite(high or 0.0) else None


def told(said: Value, time: Time | None) -> dict[str, Any] | None:
    """The days and the TIMEX3 value of a time or a length of time; None for any other value."""
    if time is not None:
        return days(time)
    if said.kind == "duration" and said.stated is not None:
        low, high = said.stated if isinstance(said.stated, tuple) else (said.stated, said.stated)
        if said.form == "vague":
            low = high = None
        return {"start": None, "end": None, "timex": duration(low, high, said.unit)}
    return None


def days(time: Time) -> dict[str, Any]:
    """The days and the TIMEX3 value of a time."""
    start = date.fromordinal(time.start).isoformat() if time.start is not None else None
    end = date.fromordinal(time.end).isoformat() if time.end is not None else None
    return {"start": start, "end": end, "timex": time.timex}


def document(read: Document, seen: dict[str, int]) -> dict[str, Any]:
    """One article."""
    dating = read.date
    told = None
    if dating is not None:
        told = {
            "start": date.fromordinal(dating.start).isoformat(),
            "end": date.fromordinal(dating.end).isoformat(),
            "basis": dating.basis,
        }
    edition = {key: getattr(read.edition, key) or None for key in ("id", "version", "published", "modified", "address")}
    return {
        "path": read.path, "title": read.headline or None, "publisher": read.source or None, "date": told,
        "edition": edition if any(edition.values()) else None, "counted": read.counted, **seen,
    }  # fmt: skip


def file(fate: Fate) -> dict[str, Any]:
    """What became of a path."""
    held = {"path": fate.path, "fate": fate.fate, "reason": fate.reason, "line": fate.line, "column": fate.column}
    return {key: held[key] or None for key in held}


def problem(found: Problem) -> dict[str, Any]:
    """What could not be checked, or was over a limit."""
    return {"path": found.path, "line": found.line or None, "column": found.column or None, "message": found.message}


def finding(found: Finding, units: Units) -> dict[str, Any]:
    """One finding with its claims."""
    return {
        "rule": found.rule, "kind": found.kind, "severity": found.severity, "message": found.message,
        "explanation": list(found.explanation),
        "topic": {key: getattr(found, key) or None for key in ("measure", "subject", "circumstance")},
        "fingerprint": found.fingerprint, "claims": [claim(said, units) for said in found.claims],
    }  # fmt: skip


def suppressed(silent: Suppressed, units: Units) -> dict[str, Any]:
    """A finding that is not told, and what silences it."""
    held = {"by": silent.by, "reason": silent.reason, "path": silent.path, "line": silent.line, "column": silent.column}
    return {**finding(silent.finding, units), "suppression": {key: held[key] or None for key in held}}


def ignore(heeded: Heeded) -> dict[str, Any]:
    """An ignore that stands in an article, and what became of it."""
    return {
        "path": heeded.path, "line": heeded.line, "column": heeded.column, "rules": list(heeded.rules),
        "until": heeded.until or None, "reason": heeded.reason or None, "state": heeded.state, "message": heeded.said or None,
    }  # fmt: skip
