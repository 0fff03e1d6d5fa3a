"""Rule files -> rules as plain data. All faults of a file are told at once."""

import re
from collections.abc import Collection
from collections.abc import Mapping as AnyMapping
from typing import Any

from claimlint.checks.comparisons import WHEN
from claimlint.checks.compiler import Compiler
from claimlint.errors import KnowledgeError, Problem, nearest
from claimlint.knowledge import strict_yaml
from claimlint.knowledge.shape import (
    NUMBER,
    SWITCH,
    TEXT,
    TEXT_OR_TEXTS,
    TEXTS,
    Either,
    Listed,
    Named,
    Record,
    Shape,
    choice,
    faults,
)
from claimlint.knowledge.strict_yaml import Mapping, place_in, typed

_EXAMPLES = ("conflict", "agree", "missed")
_SEVERITY = choice("error", "warning", "note")
_KEYS: AnyMapping[str, Shape] = {
    "summary": TEXT, "why": TEXT, "severity": _SEVERITY, "say": TEXT,
    **dict.fromkeys(_EXAMPLES, Listed(TEXT_OR_TEXTS)),
}  # fmt: skip
_NEEDED = ("summary", "why", "severity", "say", "conflict", "agree")
_WAY = Either(TEXT, Named(TEXT_OR_TEXTS))
_RELATION: AnyMapping[str, Shape] = {
    "find": Listed(_WAY), "words": Named(Either(TEXTS, Named(NUMBER))), "over": TEXT, "where": TEXT_OR_TEXTS,
    "expect": TEXT, "unless": TEXTS, "same_unit": TEXTS, "every": SWITCH, "only": SWITCH, "crowded": _SEVERITY, "breaks": TEXTS,
    "topic": TEXTS, "alone": TEXTS, "lone": TEXTS, "alike": TEXTS, "beside": TEXTS, "then": TEXTS, "apart": TEXT_OR_TEXTS,
    "pair": Record({
        "first": TEXT, "second": TEXT, "kinds": TEXTS, "units": TEXT, "sure": SWITCH, "points": NUMBER, "alone": SWITCH,
        "told": TEXTS,
    }),
}  # fmt: skip
RELATION_KEYS = frozenset(_RELATION)
_SAID = frozenset({"right"})
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def build(
    texts: AnyMapping[str, str], compiler: Compiler, measures: Collection[str], others: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Gives the rules of rule files (path -> text) as plain JSON data, by name; `measures` are those that claims may name.

    `others` are the paths of rules that there are besides. Raises KnowledgeError with every fault.
    """
    found: dict[str, dict[str, Any]] = {}
    paths = {_named(path): path for path in others}
    problems: list[Problem] = []
    for path, text in sorted(texts.items()):
        name = _named(path)
        try:
            row, wrong = _row(name, strict_yaml.load(text, path), path, compiler, measures)
        except KnowledgeError as error:
            row, wrong = None, error.problems
        problems += wrong
        if name in paths:
            problems.append(Problem(path, 1, 1, f"a rule {name} stands in {paths[name]} too; give yours another name"))
        paths[name] = path
        if row is not None:
            found[name] = row
    if problems:
        raise KnowledgeError(problems)
    return [found[name] for name in sorted(found)]


def _named(path: str) -> str:
    """The name of the rule of a file."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def _row(
    name: str, data: Any, path: str, compiler: Compiler, measures: Collection[str]
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The rule of a file as plain data, or what is wrong with it."""
    problems: list[Problem] = []

    def wrong(key: str, message: str, *keys: str | int) -> None:
        problems.append(Problem(path, *place_in(data, key, *keys), message))

    if not isinstance(data, Mapping):
        return None, [Problem(path, 1, 1, "a rule is a list of keys, beginning with `summary: ...`")]
    if not _NAME.fullmatch(name):
        wrong("summary", f"the file's name {name!r} is the rule's; write it in small letters and hyphens")
    when = str(data.get("when", ""))
    relates = "when" not in data
    asked = WHEN.get(when)
    if not relates and asked is None:
        wrong("when", f"when: {when!r} is not known{nearest(when, WHEN)}; known are {', '.join(sorted(WHEN))}")
    keys = _RELATION if relates else {"when": TEXT, **(asked.keys if asked else {})}
    needed = ("expect",) if relates else asked.needed if asked else ()
    if relates and "find" not in data and "pair" not in data:
        wrong("find", "a rule asks with when:, or it is a relation and has find: or pair:")
    problems += faults(data, Record({**_KEYS, **keys}, (*_NEEDED, *needed)), path)
    if problems:
        return None, problems
    plain = typed(data)
    says = asked.says if asked else _SAID
    relation = None
    if relates:
        relation = compiler.relation(plain, wrong)
        says |= relation["kinds"].keys()
    claims = {key: value if isinstance(value, list) else [value] for key, value in plain.get("claims", {}).items()}
    for measure in claims.get("measure", ()):
        if measure not in measures:
            wrong("claims", f"claims: no measure is called {measure}{nearest(measure, measures)}", "measure")
    for said in sorted(_slots(plain["say"]) - says):
        wrong("say", f"say: {said} cannot be told here{nearest(said, says)}; known are {', '.join(sorted(says))}")
    if problems:
        return None, problems
    return {
        "name": name, "summary": plain["summary"], "why": plain["why"], "severity": plain["severity"], "when": when,
        "say": plain["say"], "claims": claims,
        "options": {key: plain[key] for key in (asked.keys if asked else ()) if key in plain and key != "claims"},
        **{key: [each if isinstance(each, list) else [each] for each in plain.get(key, ())] for key in _EXAMPLES},
        "relation": relation,
    }, []  # fmt: skip


def _slots(say: str) -> set[str]:
    """What a message tells, by the names in its braces; a brace that stands alone tells what nobody knows."""
    from string import Formatter  # only where a rule file is read

    try:
        parsed = list(Formatter().parse(say))
    except ValueError:
        return {"a brace without its other"}
    told = ((name, f"!{turn}" if turn else "", f":{form}" if form else "") for _, name, form, turn in parsed if name is not None)
    return {"".join(parts) for parts in told}
