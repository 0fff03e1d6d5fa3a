"""A token -> what the grammar can read there: terminals with their values, and longer spellings that it begins."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Any

from claimlint.reading.tokens import SMALL

MOST = 200_000  # tokens that are remembered
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
    def terminals(self) -> frozenset[str]:
        """All that the words can be or begin."""
        return frozenset(self.opens.union(self.values))

    @cached_property
    def further(self) -> "dict[str, Spelling]":
        """The longer spellings, by the word that comes next."""
        found: dict[str, Spelling] = {}
        for (first, *rest), terminal, value in self._longer:
            found.setdefault(first.lower(), Spelling()).longer(rest, terminal, value)
        return found


class Senses(Spelling):
    """What a token can be.

    Tokens of one `kind` are read alike everywhere. They have the same terminals in the same order, by which they are of one
    `class_`; one that begins longer spellings or names is of a class of its own, one with whose `word` a longer spelling
    goes on is of a kind of its own. Class and kind 0 cannot be read. `names` are those that hold a number and begin with the
    token: the words behind it, by the second.
    """

    kind = 0
    class_ = 0
    word = ""
    names: Mapping[str, Sequence[Sequence[str]]] | None = None

    @cached_property
    def factor(self) -> float:
        """What a word such as million multiplies by; 0 for any other token."""
        found = [value for terminal in _MAGNITUDES for value in self.values.get(terminal, ())]
        return next((value for value in found if isinstance(value, float | int)), 0)

    @cached_property
    def calendar(self) -> bool:
        """Whether the token is a month or a weekday."""
        return not self.terminals.isdisjoint(_CALENDAR)

    def saying(self, value: Any) -> "Senses":
        """The same senses of another token, each with this value."""
        senses = Senses.__new__(Senses)
        senses.__dict__.update(self.__dict__, values={terminal: [value] for terminal in self.values})
        return senses


class Lexicon(dict[str, Senses]):
    """Token -> its senses.

    Filled as tokens are met: a spelling in lower case is read in any case, one with a capital as it stands.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__()
        self._rows: Mapping[str, list[tuple[str, Any, list[str], bool]]] = data["entries"]
        self._forms = tuple(data["forms"])
        self._form = re.compile("".join(f"(?:(?=({form})\\Z))?" for form in data["forms"].values()))
        self._later = frozenset(data["later"])
        self._names: Mapping[str, dict[str, list[list[str]]]] = data["names"]
        self._known = frozenset([*self._rows, *self._names, *self._later])
        self._words: dict[tuple[str, str], Senses] = {}
        self._numerals: dict[tuple[str, ...], Senses] = {}  # by the terminals as which digits are read
        self._numbers: dict[Any, int] = {}
        self._unread = Senses()
        self.of_kind: dict[int, Senses] = {0: self._unread}  # the senses by which a kind is read

    def __missing__(self, token: str) -> Senses:
        if len(self) > MOST:
            self.clear()
        bare = token.lstrip(" \u00a0")
        lower = bare.lower()
        known = bare if bare in self._known else ""
        if bare[:1].isdigit() or bare[-1:].isdigit():  # a number may begin with its point and close with its ending
            senses = self._in_digits(bare, known, lower)
        elif known or lower in self._known:
            senses = self._words.get((known, lower)) or self._words.setdefault((known, lower), self._senses(bare, lower))
        else:
            senses = self._unread
        self[token] = senses
        return senses

    def _in_digits(self, bare: str, known: str, lower: str) -> Senses:
        """What a token with digits can be: those with the same forms of number can be the same, unless one is a word."""
        forms = self._form.match(bare)
        terminals = tuple(compress(self._forms, forms.groups())) if forms is not None else ()
        if known or lower in self._known:
            return self._senses(bare, lower, terminals)
        model = self._numerals.get(terminals)
        if model is None:
            model = self._numerals[terminals] = self._senses(bare, lower, terminals)
        return model.saying(bare)

    def _senses(self, bare: str, lower: str, forms: Sequence[str] = ()) -> Senses:
        senses = Senses()
        for terminal in forms:
            senses.read_as(terminal, bare)
        for spelled, cased in ((bare, True), (lower, False)) if lower != bare else ((bare, True),):
            for terminal, value, rest, exact in self._rows.get(spelled, ()) if spelled in self._known else ():
                if cased or not exact:
                    senses.longer(rest, terminal, value)
        if bare in self._known or lower in self._known:
            senses.names = self._names.get(bare) or self._names.get(lower)
        own = (bare if bare in self._known else "", lower) if senses.opens or senses.names else ()
        if senses.order or own:
            senses.class_ = self._number((own, *[terminal for terminal, _ in senses.order]))
        senses.word = lower if lower in self._later else ""
        senses.kind = self._number((senses.class_, lower)) if senses.word else senses.class_
        self.of_kind.setdefault(senses.kind, senses)
        return senses

    def _number(self, signature: tuple[Any, ...]) -> int:
        """The number of a class or a kind."""
        return self._numbers.setdefault(signature, len(self._numbers) + 1)


class Kinds(dict[str, int]):
    """Token -> the number of its kind."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, token: str) -> int:
        if len(self) > MOST:
            self.clear()
        kind = self[token] = self._lexicon[token].kind
        return kind


def named(rests: Sequence[Sequence[str]], tokens: Sequence[str], place: int) -> int:
    """Where the longest of the names that begin at a place ends, of which two words stand there; 0 where none goes on so."""
    longest = 0
    for rest in rests:
        at = place + 2
        if all(at + i < len(tokens) and SMALL[tokens[at + i]] == word for i, word in enumerate(rest)):
            longest = max(longest, at + len(rest))
    return longest
