"""Word lists -> what the grammar can read at a token: terminals with their values."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from claimlint.reading.tokens import words
from claimlint.values.units import measure

_LONG_SYMBOL = 3  # shorter symbols stand as written: G is no gram

Entry = tuple[str, Any, tuple[str, ...]]  # terminal, value, the tokens that follow in the spelling


def build(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Gives the lexicon of the word and unit files, as plain JSON data.

    `files` maps a file's name to its data, in the order of preference. Raises ValueError for an unknown unit.
    """
    entries: dict[str, list[list[Any]]] = {}
    forms: dict[str, str] = {}
    units: dict[str, None] = {}
    definitions: list[str] = []
    money: dict[str, list[Any]] = {}
    heads: dict[str, list[Any]] = {}
    families: dict[str, list[str]] = {}

    def add(terminal: str, spelling: str, value: Any, *, exact: bool = False) -> None:
        first, *rest = words(spelling)
        row = [terminal, value, rest, exact]
        if row not in entries.setdefault(first, []):
            entries[first].append(row)

    for data in files.values():
        also: dict[str, list[str]] = {}
        for terminal, sources in data.get("also", {}).items():
            for source in sources:
                also.setdefault(source, []).append(terminal)
        for terminal, spellings in data.get("words", {}).items():
            for spelling, value in spellings.items():
                add(terminal, spelling, value)
                if terminal == "HEAD":
                    heads[value] = [f"[{value}]", 1.0, 0.0, value]
                for other in also.get(terminal, ()):
                    add(other, spelling, value)
        forms.update(data.get("forms", {}))
        definitions += data.get("definitions", [])
        for name, unit in data.get("units", {}).items():
            units[name] = None
            for spelling in _inflected(unit):
                add("UNIT", spelling, name)
            for spelling in unit.get("symbols", ()):
                add("UNIT", spelling, name, exact=len(spelling) < _LONG_SYMBOL)
        for terminal, spelling, name in _money(data):
            money.setdefault(name, [f"money:{name}", 1.0, 0.0, name])
            add(terminal, spelling, name)
        for name, part in data.get("parts", {}).items():
            money[name] = [f"money:{part['of']}", part["part"], 0.0, part["of"]]
        families.update({f"money:{k}": [f"money:{m}" for m in v] for k, v in data.get("families", {}).items()})
    table = measure(list(units), definitions) | heads | money
    return {"entries": entries, "forms": forms, "units": table, "families": families}


def _inflected(unit: dict[str, list[str]]) -> Iterable[str]:
    for name in unit.get("names", ()):
        yield name
        yield name + "s"
    yield from unit.get("plurals", ())


def _money(data: dict[str, Any]) -> Iterable[tuple[str, str, str]]:
    after_only = set(data.get("after_only", ()))
    for code, names in data.get("currencies", {}).items():
        yield "UNIT", code, code
        if code not in data.get("after_only", after_only):
            yield "CUR", code, code
        for name in names:
            yield "UNIT", name, code
    for name, signs in data.get("signs", {}).items():
        for sign in signs:
            yield "CUR", sign, name
    for name, spellings in data.get("names", {}).items():
        for spelling in spellings:
            yield "UNIT", spelling, name
            yield "UNIT", spelling + "s", name
    for name, part in data.get("parts", {}).items():
        for spelling in part.get("names", ()):
            yield "UNIT", spelling, name
            yield "UNIT", spelling + "s", name
        for sign in part.get("signs", ()):
            yield "UNIT", sign, name


class Senses(NamedTuple):
    """What a token can be: by itself, and as the first word of longer spellings, found by their second word."""

    alone: tuple[tuple[str, Any], ...]
    longer: dict[str, tuple[Entry, ...]]
    terminals: frozenset[str]


_NO_SENSE = Senses((), {}, frozenset())


class Lexicon(dict[str, Senses]):
    """Token -> its senses. Filled as tokens are met: a spelling in lower case is read in any case, one with a capital
    as it stands."""

    _MOST = 200_000

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__()
        self._entries = {
            first: [((terminal, value, tuple(rest)), exact) for terminal, value, rest, exact in rows]
            for first, rows in data["entries"].items()
        }
        self._forms = [(terminal, re.compile(form)) for terminal, form in data["forms"].items()]

    def __missing__(self, token: str) -> Senses:
        if len(self) > self._MOST:
            self.clear()
        bare = token.lstrip(" \u00a0")
        found: list[Entry] = []
        if bare[:1].isdigit():
            found += [(terminal, bare, ()) for terminal, form in self._forms if form.fullmatch(bare)]
        lower = bare.lower()
        found += [entry for entry, _ in self._entries.get(bare, ())]
        if lower != bare:
            found += [entry for entry, exact in self._entries.get(lower, ()) if not exact]
        self[token] = senses = _senses(found)
        return senses

    def goes_on(self, tokens: Sequence[str], place: int) -> bool:
        """Whether the token behind a place can be read, alone or as the second word of a longer spelling."""
        behind = tokens[place + 1]
        return bool(self[behind].terminals) or behind.lstrip(" \u00a0").lower() in self[tokens[place]].longer

    def at(self, tokens: Sequence[str], place: int) -> list[tuple[str, Any, int]]:
        """What can be read at a place, longer spellings first: (terminal, value, the place behind it)."""
        if place >= len(tokens):
            return []
        senses = self[tokens[place]]
        found = []
        if senses.longer and place + 1 < len(tokens):
            second = tokens[place + 1].lstrip(" \u00a0").lower()
            for terminal, value, rest in senses.longer.get(second, ()):
                if len(rest) == 1 or _follows(tokens, place + 2, rest[1:]):
                    found.append((terminal, value, place + 1 + len(rest)))
        found += [(terminal, value, place + 1) for terminal, value in senses.alone]
        return found


def _senses(entries: list[Entry]) -> Senses:
    if not entries:
        return _NO_SENSE
    longer: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry[2])):
        if entry[2]:
            longer.setdefault(entry[2][0].lower(), []).append(entry)
    alone = tuple((terminal, value) for terminal, value, rest in entries if not rest)
    return Senses(alone, {second: tuple(rows) for second, rows in longer.items()}, frozenset(entry[0] for entry in entries))


def _follows(tokens: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    """Whether the rest of a spelling stands at a place, in any case."""
    if at + len(rest) > len(tokens):
        return False
    return all(tokens[at + i].lstrip(" \u00a0").lower() == word.lower() for i, word in enumerate(rest))
