"""Rule files -> rules. All faults of a file are told at once."""

import re
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from string import Formatter
from typing import Any

from attrs import field, frozen

from claimlint.checks.relation import Compiler, Relation, nearest, restored
from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge import strict_yaml
from claimlint.knowledge.strict_yaml import Mapping, typed

# The comparisons, each with the keys that only it reads.
WHEN: dict[str, frozenset[str]] = {
    "disjoint": frozenset({"claims"}),
    "at bound": frozenset({"claims"}),
    "no such day": frozenset(),
    "another weekday": frozenset(),
    "no such time": frozenset({"halves"}),
    "unequal in brackets": frozenset({"ambiguous", "confused", "partners"}),
    "out of order": frozenset({"order"}),
    "spelled otherwise": frozenset(),
    "another name": frozenset(),
    "another term": frozenset({"terms"}),
    "unlike the reference": frozenset({"claims"}),
}
_KEYS = frozenset({"summary", "why", "severity", "when", "say", "conflict", "agree", "missed", "same", "quiet"})
_NEEDED = ("summary", "why", "severity", "say", "conflict", "agree")
RELATION_KEYS = frozenset({"find", "words", "over", "where", "expect", "unless", "same_unit", "every", "breaks", "pair"})
_RELATION_NEEDED = ("expect",)
_SAID = frozenset({"right"})
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@frozen
class Rule:
    """One check: when it speaks, how loud, and what it says. A rule with a `relation` speaks when that cannot hold."""

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
    relation: Relation | None = None


def build(texts: AnyMapping[str, str], compiler: Compiler) -> list[dict[str, Any]]:
    """Gives the rules of rule files (path -> text) as plain JSON data, by name. Raises KnowledgeError with every fault."""
    found: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for path, text in sorted(texts.items()):
        name = path.rpartition("/")[2].removesuffix(".yaml")
        try:
            row, wrong = _row(name, strict_yaml.load(text, path), path, compiler)
        except KnowledgeError as error:
            row, wrong = None, error.problems
        problems += wrong
        if row is not None:
            found[name] = row
    if problems:
        raise KnowledgeError(problems)
    return [found[name] for name in sorted(found)]


def rules(rows: Sequence[AnyMapping[str, Any]]) -> tuple[Rule, ...]:
    """Gives the rules that `build` wrote as plain data."""
    return tuple(
        Rule(**{
            **row, **{key: tuple(map(tuple, row[key])) for key in ("conflict", "agree", "missed")},
            "relation": restored(row["relation"]) if row["relation"] else None,
        })
        for row in rows
    )  # fmt: skip


def _row(name: str, data: Any, path: str, compiler: Compiler) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The rule of a file as plain data, or what is wrong with it."""
    problems: list[Problem] = []

    def wrong(key: str, message: str) -> None:
        line = data.lines.get(key, data.line) if isinstance(data, Mapping) else 1
        problems.append(Problem(path, line, 1, message))

    if not isinstance(data, Mapping):
        return None, [Problem(path, 1, 1, "a rule is a list of keys, beginning with `summary: ...`")]
    if not _NAME.fullmatch(name):
        wrong("summary", f"the file's name {name!r} is the rule's; write it in small letters and hyphens")
    when = str(data.get("when", ""))
    relates = "when" not in data
    if not relates and when not in WHEN:
        wrong("when", f"when: {when!r} is not known{nearest(when, WHEN)}; known are {_listed(WHEN)}")
    allowed = _KEYS | (RELATION_KEYS if relates else WHEN.get(when, frozenset()))
    for key in data:
        if key not in allowed:
            wrong(key, f"the key {key} is not read here{nearest(key, allowed)}; known are {_listed(allowed)}")
    for key in (*_NEEDED, *(_RELATION_NEEDED if relates else ())):
        if key not in data:
            wrong(key, f"the key {key} is missing")
    if relates and "find" not in data and "pair" not in data:
        wrong("find", "a relation has find: or pair:")
    if data.get("severity") not in ("error", "warning", "note"):
        wrong("severity", f"severity: {data.get('severity')!r} is none of error, warning, note")
    examples = {key: _examples(data, key, wrong) for key in ("conflict", "agree", "missed")}
    plain = typed(data)
    relation = None
    if relates and not problems:
        relation = compiler.relation(plain, wrong)
        for said in {name for _, name, _, _ in Formatter().parse(plain["say"]) if name} - relation["kinds"].keys() - _SAID:
            wrong("say", f"say: {{{said}}} is no slot of find")
    if problems:
        return None, problems
    claims = {key: value if isinstance(value, list) else [value] for key, value in plain.get("claims", {}).items()}
    return {
        "name": name, "summary": plain["summary"], "why": plain["why"], "severity": plain["severity"], "when": when,
        "say": plain["say"], "claims": claims,
        "options": {key: plain[key] for key in WHEN.get(when, frozenset()) - {"claims"} if key in plain},
        **examples, "relation": relation,
    }, []  # fmt: skip


def _examples(data: Mapping, key: str, wrong: Any) -> list[list[str]]:
    """Each example is a text, or a list of articles that are read together."""
    found = []
    for item in data.get(key, []):
        articles = item if isinstance(item, list) else [item]
        if not all(isinstance(article, str) for article in articles):
            wrong(key, f"{key}: each example is a text or a list of texts")
            continue
        found.append([str(article) for article in articles])
    return found


def _listed(names: Any) -> str:
    return ", ".join(sorted(names))
