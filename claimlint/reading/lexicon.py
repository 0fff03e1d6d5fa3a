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
    for data in files.values():
        for terminal, spelling, value, exact in (*_listed(data), *_units(data), *_money(data)):
            first, *rest = words(spelling)
            row = [terminal, value, rest, exact]
            if row not in entries.setdefault(first, []):
                entries[first].append(row)
        forms.update(data.get("forms", {}))
        definitions += data.get("definitions", [])
        units.update(dict.fromkeys(data.get("units", {})))
        heads.update({name: [f"[{name}]", 1.0, 0.0, name] for name in data.get("words", {}).get("HEAD", {}).values()})
        for _, _, name, _ in _money(data):
            if isinstance(name, str):
                money.setdefault(name, [f"money:{name}", 1.0, 0.0, name])
        for name, part in data.get("parts", {}).items():
            money[name] = [f"money:{part['of']}", part["part"], 0.0, part["of"]]
        families.update({f"money:{k}": [f"money:{m}" for m in v] for k, v in data.get("families", {}).items()})
    table = measure(list(units), definitions) | heads | money
    return {"entries": entries, "forms": forms, "units": table, "families": families}


_Row = tuple[str, str, Any, bool]  # terminal, spelling, value, whether it is read only as it stands


def _listed(data: dict[str, Any]) -> Iterable[_Row]:
    also: dict[str, list[str]] = {}
    for terminal, sources in data.get("also", {}).items():
        for source in sources:
            also.setdefault(source, []).append(terminal)
    for terminal, spellings in data.get("words", {}).items():
        for spelling, value in spellings.items():
            for name in (terminal, *also.get(terminal, ())):
                yield name, spelling, value, False


def _units(data: dict[str, Any]) -> Iterable[_Row]:
    uncounted = data.get("uncounted", ())
    for name, unit in data.get("units", {}).items():
        terminals = ("UNIT",) if name in uncounted else ("UNIT", "UNITA")
        for terminal in terminals:
            for spelling in _inflected(unit):
                yield terminal, spelling, name, False
            for spelling in unit.get("symbols", ()):
                yield terminal, spelling, name, len(spelling) < _LONG_SYMBOL


def _inflected(unit: dict[str, list[str]]) -> Iterable[str]:
    names = [form for name in unit.get("names", ()) for form in (name, name + "s")]
    for name in (*names, *unit.get("plurals", ())):
        yield name
        if " " in name:
            yield name.replace(" ", "-")


def _money(data: dict[str, Any]) -> Iterable[_Row]:
    after_only = set(data.get("after_only", ()))
    for code, names in data.get("currencies", {}).items():
        yield from _unit(code, code)
        if code not in data.get("after_only", after_only):
            yield "CUR", code, code, False
        for name in names:
            yield from _unit(name, code)
    for name, signs in data.get("signs", {}).items():
        for sign in signs:
            yield "CUR", sign, name, False
    for name, spellings in data.get("names", {}).items():
        for spelling in spellings:
            yield from _unit(spelling, name)
            yield from _unit(spelling + "s", name)
    for family, nations in data.get("nations", {}).items():
        for code, adjectives in nations.items():
            for spelling in (f"{adjective} {name}" for adjective in adjectives for name in data["names"][family]):
                yield from _unit(spelling, code)
                yield from _unit(spelling + "s", code)
    for name, part in data.get("parts", {}).items():
        for spelling in part.get("names", ()):
            yield from _unit(spelling, name)
            yield from _unit(spelling + "s", name)
        for sign in part.get("signs", ()):
            yield "UNIT", sign, name, False
    for letter, factor in data.get("many", {}).items():
        for code in data.get("many_of", ()):
            yield "CURMANY", letter + code, [code, factor], False


def _unit(spelling: str, name: str) -> Iterable[_Row]:
    yield "UNIT", spelling, name, False
    yield "UNITA", spelling, name, False


class Senses(NamedTuple):
    """What a token can be: by itself, and as the first word of longer spellings, found by their second word."""

    alone: tuple[tuple[str, Any], ...]
    longer: dict[str, tuple[Entry, ...]]
    terminals: frozenset[str]

    @property
    def magnitude(self) -> bool:
        """Whether the token is a word such as hundred or million, written out."""
        return bool(self.factor)

    @property
    def factor(self) -> float:
        """What a word such as million multiplies by; 0 for any other token."""
        return next((value for terminal, value in self.alone if terminal in _MAGNITUDES and isinstance(value, float | int)), 0)

    @property
    def calendar(self) -> bool:
        """Whether the token is a month or a weekday."""
        return not self.terminals.isdisjoint(_CALENDAR)


_MAGNITUDES = ("HUNDRED", "MAG")
_CALENDAR = frozenset(("MONTH", "WEEKDAY", "MAYBEMONTH", "MAYBEWEEKDAY"))
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
        if bare[-1:].isdigit() or bare[:1].isdigit():
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
