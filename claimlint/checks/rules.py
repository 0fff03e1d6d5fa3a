"""The rules as plain data -> rules."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field

from claimlint.checks.relation import Relation, restored
from claimlint.nouns import frozen


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


def rules(rows: Sequence[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Gives the rules that `rule_files.build` wrote as plain data."""
    return tuple(
        Rule(**{
            **row, **{key: tuple(map(tuple, row[key])) for key in ("conflict", "agree", "missed")},
            "relation": restored(row["relation"]) if row["relation"] else None,
        })
        for row in rows
    )  # fmt: skip
