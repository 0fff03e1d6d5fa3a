"""A token -> what the grammar can read there: terminals with their values, and longer spellings that it begins."""

import re
from functools import cached_property
from typing import Any, NamedTuple

_MAGNITUDES = ("HUNDRED", "MAG")
_CALENDAR = frozenset(("MONTH", "WEEKDAY", "MAYBEMONTH", "MAYBEWEEKDAY"))


class Entry(NamedTuple):
    """A longer spelling: what it reads as, and the words behind its first."""

    terminal: str
    value: Any
    rest: tuple[str, ...]


class Senses:
    """What a token can be by itself, and the longer spellings that it begins, by their second word.

    Tokens of one `kind` are read alike: they have the same terminals in the same order, and where longer spellings begin
    or go on with a token it is of a kind of its own. Kind 0 cannot be read at all.
    """

    def __init__(self, alone: tuple[tuple[str, Any], ...], longer: dict[str, tuple[Entry, ...]], kind: int) -> None:
        self.alone = alone
        self.longer = longer
        self.kind = kind
        self.terminals = frozenset(terminal for terminal, _ in alone) | {e.terminal for found in longer.values() for e in found}

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
        self._entries = {
            first: [(Entry(terminal, value, tuple(rest)), exact) for terminal, value, rest, exact in rows]
            for first, rows in data["entries"].items()
        }
        self._forms = [(terminal, re.compile(form)) for terminal, form in data["forms"].items()]
        self._later = {word.lower() for rows in self._entries.values() for entry, _ in rows for word in entry.rest}
        self._kinds: dict[Any, int] = {}
        self._unread = Senses((), {}, 0)

    def __missing__(self, token: str) -> Senses:
        if len(self) > self._MOST:
            self.clear()
        bare = token.lstrip(" \u00a0")
        lower = bare.lower()
        found = [entry for entry, _ in self._entries.get(bare, ())]
        if lower != bare:
            found += [entry for entry, exact in self._entries.get(lower, ()) if not exact]
        alone = [(terminal, bare) for terminal, form in self._forms if form.fullmatch(bare)] if _in_digits(bare) else []
        alone += [(entry.terminal, entry.value) for entry in found if not entry.rest]
        longer: dict[str, list[Entry]] = {}
        for entry in sorted(found, key=lambda entry: -len(entry.rest)):
            if entry.rest:
                longer.setdefault(entry.rest[0].lower(), []).append(entry)
        if not alone and not longer and lower not in self._later:
            senses = self._unread
        else:
            name = bare if longer else lower if lower in self._later else ""
            kind = self._kinds.setdefault((name, *(terminal for terminal, _ in alone)), len(self._kinds) + 1)
            senses = Senses(tuple(alone), {second: tuple(entries) for second, entries in longer.items()}, kind)
        self[token] = senses
        return senses


def _in_digits(bare: str) -> bool:
    """Whether a token may be a number in digits, with its sign or its ending."""
    return bare[:1].isdigit() or bare[-1:].isdigit()
