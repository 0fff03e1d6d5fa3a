"""Rule files -> rules. All faults of a file are told at once."""

import difflib
import re
from typing import Any

from attrs import field, frozen

from claimlint.errors import Problem
from claimlint.knowledge.strict_yaml import Mapping, typed

# The comparisons, each with the keys that only it reads.
WHEN: dict[str, frozenset[str]] = {
    "disjoint": frozenset({"claims"}),
    "at bound": frozenset({"claims"}),
    "no such day": frozenset(),
    "another weekday": frozenset(),
    "reversed": frozenset({"unless"}),
    "unequal in brackets": frozenset(),
    "out of order": frozenset({"order"}),
    "not so long after": frozenset(),
    "spelled otherwise": frozenset(),
    "another name": frozenset(),
    "another term": frozenset({"terms"}),
    "unlike the reference": frozenset({"claims"}),
}
_KEYS = frozenset({"summary", "why", "severity", "when", "say", "conflict", "agree", "missed", "same", "quiet"})
_NEEDED = ("summary", "why", "severity", "when", "say", "conflict", "agree")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@frozen
class Rule:
    """One check: when it speaks, how loud, and what it says."""

    name: str
    summary: str
    why: str
    severity: str
    when: str
    say: str
    claims: dict[str, list[str]] = field(factory=dict)
    options: dict[str, Any] = field(factory=dict)
    conflict: tuple[tuple[str, ...], ...] = ()
    agree: tuple[tuple[str, ...], ...] = ()
    missed: tuple[tuple[str, ...], ...] = ()


def rule(name: str, data: Any, path: str) -> tuple[Rule | None, list[Problem]]:
    """Gives the rule of a file, or what is wrong with it."""
    problems: list[Problem] = []

    def wrong(key: str, message: str) -> None:
        line = data.lines.get(key, data.line) if isinstance(data, Mapping) else 1
        problems.append(Problem(path, line, 1, message))

    if not isinstance(data, Mapping):
        return None, [Problem(path, 1, 1, "a rule is a list of keys, beginning with `summary: ...`")]
    if not _NAME.fullmatch(name):
        wrong("summary", f"the file's name {name!r} is the rule's; write it in small letters and hyphens")
    when = str(data.get("when", ""))
    if when not in WHEN:
        wrong("when", f"when: {when!r} is not known{_nearest(when, WHEN)}; known are {_listed(WHEN)}")
    allowed = _KEYS | WHEN.get(when, frozenset())
    for key in data:
        if key not in allowed:
            wrong(key, f"the key {key} is not read here{_nearest(key, allowed)}; known are {_listed(allowed)}")
    for key in _NEEDED:
        if key not in data:
            wrong(key, f"the key {key} is missing")
    if data.get("severity") not in ("error", "warning", "note"):
        wrong("severity", f"severity: {data.get('severity')!r} is none of error, warning, note")
    examples = {key: _examples(data, key, wrong) for key in ("conflict", "agree", "missed")}
    if problems:
        return None, problems
    plain = typed(data)
    claims = {key: value if isinstance(value, list) else [value] for key, value in plain.get("claims", {}).items()}
    options = {key: plain[key] for key in WHEN[when] - {"claims"} if key in plain}
    return Rule(
        name, plain["summary"], plain["why"], plain["severity"], when, plain["say"], claims, options,
        examples["conflict"], examples["agree"], examples["missed"],
    ), []  # fmt: skip


def _examples(data: Mapping, key: str, wrong: Any) -> tuple[tuple[str, ...], ...]:
    """Each example is a text, or a list of articles that are read together."""
    found = []
    for item in data.get(key, []):
        articles = item if isinstance(item, list) else [item]
        if not all(isinstance(article, str) for article in articles):
            wrong(key, f"{key}: each example is a text or a list of texts")
            continue
        found.append(tuple(str(article) for article in articles))
    return tuple(found)


def _listed(names: Any) -> str:
    return ", ".join(sorted(names))


def _nearest(name: str, names: Any) -> str:
    close = difflib.get_close_matches(name, list(names), 1)
    return f"; {close[0]} is meant?" if close else ""
