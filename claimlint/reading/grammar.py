"""Grammar files -> LALR tables. The only place where lark is used, and it is imported when a grammar is read."""

import os
from typing import TYPE_CHECKING, Any, Protocol, cast

from claimlint.knowledge.tables import Apart

if TYPE_CHECKING:
    from lark import Lark


class Parsed(Protocol):
    """What a notation makes of a text: the name of a rule, and its parts, which are trees and words."""

    data: str
    children: list[Any]


class Unreadable(ValueError):
    """A text that a notation cannot read; `rest` is what stands where it breaks off, "" at its end."""

    def __init__(self, text: str, place: int | None) -> None:
        self.rest = "" if place is None or place < 0 else text[place:]
        super().__init__(f"it breaks off at {self.rest[:20]!r}" if self.rest else "it breaks off at its end")


class Notation:
    """A small grammar that finds its own terminals: cue templates, formulas. Raises lark's GrammarError."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        from lark import Lark

        self._lark = Lark.open(os.fspath(path), parser="lalr", maybe_placeholders=False)

    def parse(self, text: str) -> Parsed:
        """Gives the tree of a text. Raises Unreadable."""
        from lark.exceptions import UnexpectedInput

        try:
            return cast("Parsed", self._lark.parse(text).children[0])
        except UnexpectedInput as error:
            raise Unreadable(text, error.pos_in_stream) from None


def load(path: str | os.PathLike[str], start: str = "start", *, strict: bool = False) -> "Lark":
    """Gives lark's own parser for a grammar whose terminals are given in a list.

    `strict` makes lark refuse conflicts that it would resolve without a word. Raises lark's GrammarError.
    """
    from lark import Lark

    return Lark.open(os.fspath(path), parser="lalr", lexer=_given(), start=start, strict=strict, maybe_placeholders=False)


def _given() -> Any:
    """A lexer for terminals that are given rather than found."""
    from lark.lexer import Lexer, Token

    class Given(Lexer):
        def __init__(self, conf: Any) -> None:
            pass

        def lex(self, lexer_state: Any, _parser_state: Any = None) -> Any:
            for terminal in lexer_state:
                yield Token(terminal, terminal)

    return Given


def tables(path: str | os.PathLike[str], start: str = "start") -> dict[str, Any]:
    """Gives the tables of a grammar file as plain JSON data.

    "actions" tell of each state what follows a symbol: the number of the next state, or ~ the number of the rule to reduce by.
    Names lose the prefixes that %import gives them; a name that two files define differently is an error.
    """
    parser = load(path, start)
    table = parser.parser.parser.parser.parse_table
    rules = list(parser.rules)
    number = {id(rule): i for i, rule in enumerate(rules)}
    names: dict[str, str] = {}
    order = {state: i for i, state in enumerate(table.states)}
    actions = []
    for state in table.states:
        row = {}
        for symbol, (kind, arg) in table.states[state].items():
            name = _short(symbol, names)
            row[name] = order[arg] if kind.name == "Shift" else ~_index(rules, number, arg)
        actions.append(row)
    return {
        "actions": Apart(actions),
        "rules": Apart([_rule(rule, names) for rule in rules]),
        "start": order[table.start_states[start]],
        "end": order[table.end_states[start]],
    }


def _index(rules: list[Any], number: dict[int, int], rule: Any) -> int:
    known = number.get(id(rule))
    return known if known is not None else rules.index(rule)


def _rule(rule: Any, names: dict[str, str]) -> list[Any]:
    origin = _short(rule.origin.name, names)
    keep = [i for i, s in enumerate(rule.expansion) if not (s.is_term and s.filter_out)]
    name = _short(rule.alias, {}) if rule.alias else origin
    inline = origin.startswith("_") and not rule.alias
    return [origin, len(rule.expansion), name, inline, bool(rule.options.expand1 and not rule.alias), keep]


def _short(symbol: Any, names: dict[str, str]) -> str:
    full = str(getattr(symbol, "name", symbol))
    bare = full.lstrip("_")
    short = ("_" if full.startswith("_") else "") + bare.rsplit("__", 1)[-1]
    if names.setdefault(short, full) != full and not full.startswith("__"):
        raise ValueError(f"{short} stands for {names[short]} and {full}: import it through one file only")
    return short
