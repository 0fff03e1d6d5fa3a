"""A token -> what the grammar can read there: terminals with their values, and longer spellings that it begins."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

_MAGNITUDES = ("HUNDRED", "MAG")
_CALENDAR = frozenset(("MONTH", "WEEKDAY", "MAYBEMONTH", "MAYBEWEEKDAY"))


class Spelling:
    """Words read as one: what they can be, and the longer spellings that they begin."""

    def __init__(self) -> None:
        self.values: dict[str, list[Any]] = {}  # by terminal
        self.order: list[tuple[str, int]] = []  # the terminals, preferred ones first, each with the number of its value
        self.opens: set[str] = set()  # the terminals of longer spellings
        self._longer: list[tuple[list[str], str, Any]] = []

    def read_as(self, terminal: str, value: Any) -> None:
        """Adds a sense."""
        held = self.values.setdefault(terminal, [])
        self.order.append((terminal, len(held)))
        held.append(value)

    def longer(self, words: list[str], terminal: str, value: Any) -> None:
        """Adds a longer spelling: the words behind these, if there are any."""
        if words:
            self.opens.add(terminal)
            self._longer.append((words, terminal, value))
        else:
            self.read_as(terminal, value)

    @cached_property
    def further(self) -> "dict[str, Spelling]":
        """The longer spellings, by the word that comes next."""
        found: dict[str, Spelling] = {}
        for (first, *rest), terminal, value in self._longer:
            found.setdefault(first.lower(), Spelling()).longer(rest, terminal, value)
        return found


class Senses(Spelling):
    """What a token can be.

    Tokens of one `kind` are read alike: they have the same terminals in the same order, and one that begins longer
    spellings is of a kind of its own; kind 0 cannot be read. Inside a longer spelling tokens of one `inner` kind are
    read alike: there the word counts too.
    """

    kind = 0
    inner = 0

    @property
    def terminals(self) -> set[str]:
        """All that the token can be or begin."""
        return self.opens.union(self.values)

    @cached_property
    def factor(self) -> float:
        """What a word such as million multiplies by; 0 for any other token."""
        found = [value for terminal in _MAGNITUDES for value in self.values.get(terminal, ())]
        return next((value for value in found if isinstance(value, float | int)), 0)

    @cached_property
    def calendar(self) -> bool:
        """Whether the token is a month or a weekday."""
        return not self.terminals.isdisjoint(_CALENDAR)


class Lexicon(dict[str, Senses]):
    """Token -> its senses.

    Filled as tokens are met: a spelling in lower case is read in any case, one with a capital as it stands.
    """

    _MOST = 200_000

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__()
        self._rows: Mapping[str, list[tuple[str, Any, list[str], bool]]] = data["entries"]
        self._forms = [(terminal, re.compile(form)) for terminal, form in data["forms"].items()]
        self._later = frozenset(data["later"])
        self._names: Mapping[str, dict[str, list[list[str]]]] = data["names"]
        self._kinds: dict[Any, int] = {}
        self._unread = Senses()

    def __missing__(self, token: str) -> Senses:
        if len(self) > self._MOST:
            self.clear()
        bare = token.lstrip(" \u00a0")
        lower = bare.lower()
        if lower in self._rows or bare in self._rows or lower in self._later or _in_digits(bare):
            self[token] = senses = self._senses(bare, lower)
        else:
            self[token] = senses = self._unread
        return senses

    def _senses(self, bare: str, lower: str) -> Senses:
        senses = Senses()
        if _in_digits(bare):
            for terminal, form in self._forms:
                if form.fullmatch(bare):
                    senses.read_as(terminal, bare)
        for spelled, cased in ((bare, True), (lower, False)) if lower != bare else ((bare, True),):
            for terminal, value, rest, exact in self._rows.get(spelled, ()):
                if cased or not exact:
                    senses.longer(rest, terminal, value)
        name = (bare if bare in self._rows else lower) if senses.opens else ""
        senses.kind = self._kind((name, *(terminal for terminal, _ in senses.order))) if senses.order or name else 0
        senses.inner = self._kind((senses.kind, lower)) if lower in self._later else senses.kind
        return senses

    def _kind(self, signature: tuple[Any, ...]) -> int:
        return self._kinds.setdefault(signature, len(self._kinds) + 1)

    def names(self, token: str) -> dict[str, list[list[str]]] | None:
        """The names that hold a number and begin with a token: the words behind it, by the second; None for no name."""
        bare = token.lstrip(" \u00a0")
        return self._names.get(bare) or self._names.get(bare.lower())


def _in_digits(bare: str) -> bool:
    """Whether a token may be a number in digits, with its point or its ending."""
    return bare[:1].isdigit() or bare[-1:].isdigit()


def named(names: Mapping[str, Sequence[Sequence[str]]], tokens: Sequence[str], place: int) -> int:
    """Where the longest of the names that begin at a place ends; 0 where none stands there."""
    longest = 0
    second = tokens[place + 1].lstrip(" \u00a0").lower() if place + 1 < len(tokens) else ""
    for rest in names.get(second, ()):
        at = place + 2
        if all(at + i < len(tokens) and tokens[at + i].lstrip(" \u00a0").lower() == word for i, word in enumerate(rest)):
            longest = max(longest, at + len(rest))
    return longest
