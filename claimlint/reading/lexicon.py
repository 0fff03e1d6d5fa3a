"""A token -> what the grammar can read there: terminals with their values, and longer spellings that it begins."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

_NAME = "NAMED"
_MAGNITUDES = ("HUNDRED", "MAG")
_CALENDAR = frozenset(("MONTH", "WEEKDAY", "MAYBEMONTH", "MAYBEWEEKDAY"))


class Entry(NamedTuple):
    """A longer spelling: what it reads as, and the words behind its first."""

    terminal: str
    value: Any
    rest: tuple[str, ...]


class Senses:
    """What a token can be by itself, and the longer spellings that it begins, by their second word.

    Tokens of one `kind` are read alike: they have the same terminals in the same order, and one that begins longer
    spellings is of a kind of its own; kind 0 cannot be read. Inside a longer spelling tokens of one `inner` kind are
    read alike: there the word counts too.
    """

    def __init__(self, alone: tuple[tuple[str, Any], ...], longer: dict[str, tuple[Entry, ...]], kind: int, inner: int) -> None:
        self.alone = alone
        self.longer = longer
        self.kind = kind
        self.inner = inner
        self.opens = frozenset(entry.terminal for entries in longer.values() for entry in entries)
        self.terminals = self.opens | {terminal for terminal, _ in alone}

    @cached_property
    def factor(self) -> float:
        """What a word such as million multiplies by; 0 for any other token."""
        return next((value for terminal, value in self.alone if terminal in _MAGNITUDES and isinstance(value, float | int)), 0)

    @cached_property
    def calendar(self) -> bool:
        """Whether the token is a month or a weekday."""
        return not self.terminals.isdisjoint(_CALENDAR)


class Lexicon(dict[str, Senses]):
    """Token -> its senses. Filled as tokens are met: a spelling in lower case is read in any case, one with a capital
    as it stands."""

    _MOST = 200_000

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__()
        self._entries: dict[str, list[tuple[Entry, bool]]] = {}
        self._names: dict[str, list[tuple[Entry, bool]]] = {}
        for first, rows in data["entries"].items():
            for terminal, value, rest, exact in rows:
                held = self._names if terminal == _NAME else self._entries
                held.setdefault(first, []).append((Entry(terminal, value, tuple(rest)), exact))
        self._forms = [(terminal, re.compile(form)) for terminal, form in data["forms"].items()]
        self._later = {word.lower() for rows in self._entries.values() for entry, _ in rows for word in entry.rest}
        self._kinds: dict[Any, int] = {}
        self._unread = Senses((), {}, 0, 0)

    def __missing__(self, token: str) -> Senses:
        if len(self) > self._MOST:
            self.clear()
        bare = token.lstrip(" \u00a0")
        lower = bare.lower()
        found = _spelled(self._entries, bare, lower)
        alone = [(terminal, bare) for terminal, form in self._forms if form.fullmatch(bare)] if _in_digits(bare) else []
        alone += [(entry.terminal, entry.value) for entry in found if not entry.rest]
        longer: dict[str, list[Entry]] = {}
        for entry in sorted(found, key=lambda entry: -len(entry.rest)):
            if entry.rest:
                longer.setdefault(entry.rest[0].lower(), []).append(entry)
        if not alone and not longer and lower not in self._later:
            senses = self._unread
        else:
            kind = self._kind((bare if longer else "", *(terminal for terminal, _ in alone))) if alone or longer else 0
            inner = self._kind((kind, lower)) if lower in self._later else kind
            senses = Senses(tuple(alone), {second: tuple(entries) for second, entries in longer.items()}, kind, inner)
        self[token] = senses
        return senses

    def _kind(self, signature: tuple[Any, ...]) -> int:
        return self._kinds.setdefault(signature, len(self._kinds) + 1)

    def named(self, tokens: Sequence[str], place: int) -> int:
        """Where the longest name that holds a number and begins at a place ends; 0 where none does."""
        bare = tokens[place].lstrip(" \u00a0")
        ends = [
            place + 1 + len(entry.rest)
            for entry in _spelled(self._names, bare, bare.lower())
            if all(_same(tokens, place + 1 + i, word) for i, word in enumerate(entry.rest))
        ]
        return max(ends, default=0)

    def opens_name(self, token: str) -> bool:
        """Whether a name that holds a number may begin with a token."""
        bare = token.lstrip(" \u00a0")
        return bare in self._names or bare.lower() in self._names


def _spelled(entries: dict[str, list[tuple[Entry, bool]]], bare: str, lower: str) -> list[Entry]:
    """The spellings that begin with a token: those in its own case, then those in any."""
    found = [entry for entry, _ in entries.get(bare, ())]
    if lower != bare:
        found += [entry for entry, exact in entries.get(lower, ()) if not exact]
    return found


def _same(tokens: Sequence[str], at: int, word: str) -> bool:
    return at < len(tokens) and tokens[at].lstrip(" \u00a0").lower() == word.lower()


def _in_digits(bare: str) -> bool:
    """Whether a token may be a number in digits, with its sign or its ending."""
    return bare[:1].isdigit() or bare[-1:].isdigit()
