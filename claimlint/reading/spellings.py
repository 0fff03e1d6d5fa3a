"""Word and unit files -> the lexicon as plain data: every spelling with its terminal and its value."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge.strict_yaml import place_in
from claimlint.knowledge.tables import Apart
from claimlint.reading.tokens import words
from claimlint.values.units import UnitError, measure

_NAME = "NAMED"
_LONG_SYMBOL = 3  # shorter symbols stand as written: G is no gram


def build(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Gives the lexicon of the word and unit files, as plain JSON data.

    `files` maps a file's name to its data, in the order of preference. "entries" are by the first word, "later" the words
    behind the first, and "names" those that hold a number, by their first word and the second. Raises KnowledgeError
    with every fault.
    """
    problems = list(_faults(files))
    if problems:
        raise KnowledgeError(problems)
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
    try:
        measured = measure(list(units), definitions)
    except UnitError as error:
        raise KnowledgeError([Problem(*_place_of_unit(files, error.name), str(error))]) from None
    read = {first: kept for first, rows in entries.items() if (kept := [row for row in rows if row[0] != _NAME])}
    return {
        "entries": Apart(read),
        "later": sorted({word.lower() for rows in read.values() for _, _, rest, _ in rows for word in rest}),
        "names": Apart(_names(entries)),
        "forms": forms, "units": heads | measured | money, "families": families,
    }  # fmt: skip


def _faults(files: dict[str, dict[str, Any]]) -> Iterator[Problem]:
    """What of the files cannot be read: patterns of numbers that are none, nations of a family that has no name."""
    for path, data in files.items():
        for terminal, form in data.get("forms", {}).items():
            try:
                re.compile(form)
            except (re.error, RecursionError, OverflowError) as error:
                yield Problem(path, *place_in(data, "forms", terminal), f"{terminal}: no pattern ({error}); see Python's re")
        for family in data.get("nations", {}).keys() - data.get("names", {}).keys():
            yield Problem(path, *place_in(data, "nations", family), f"nations: no currency is called {family} under names")
        for key in ("words", "units", "currencies", "names", "signs"):
            for name, spelled in data.get(key, {}).items():
                if any(not words(spelling) for spelling in _spellings(spelled)):
                    yield Problem(path, *place_in(data, key, name), f"{name}: a spelling without a word")


def _spellings(spelled: Any) -> Iterator[str]:
    """The spellings of an entry: the keys of words, the lists of units and money."""
    if not isinstance(spelled, dict):
        yield from spelled
    elif set(spelled) <= {"names", "plurals", "symbols"}:
        yield from (spelling for listed in spelled.values() for spelling in listed)
    else:
        yield from spelled


def _place_of_unit(files: dict[str, dict[str, Any]], name: str) -> tuple[str, int, int]:
    for path, data in files.items():
        if name in data.get("units", {}):
            return path, *place_in(data, "units", name)
        if name in data.get("definitions", ()):
            return path, *place_in(data, "definitions", data["definitions"].index(name))
    return next(iter(files)), 1, 1


def _names(entries: dict[str, list[list[Any]]]) -> dict[str, dict[str, list[list[str]]]]:
    """The names of several words that hold a number, by the first word and the second, in lower case behind the first."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    for first, rows in entries.items():
        for terminal, _, rest, _ in rows:
            if terminal == _NAME and rest:
                second, *others = map(str.lower, rest)
                found.setdefault(first, {}).setdefault(second, []).append(others)
    return found


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
    for terminal, products in data.get("combined", {}).items():
        for product in products:
            for first, then in itertools.product(product["first"], product["then"]):
                for name in (terminal, *also.get(terminal, ())):
                    yield name, f"{first} {then}", product["says"], False


def _units(data: dict[str, Any]) -> Iterable[_Row]:
    uncounted = data.get("uncounted", ())
    for name, unit in data.get("units", {}).items():
        terminals = ("UNIT",) if name in uncounted else ("UNIT", "UNITA")
        for terminal in terminals:
            for spelling in _inflected(unit):
                yield terminal, spelling, name, False
            for spelling in unit.get("symbols", ()):
                if len(spelling) > 1 or terminal == "UNIT":  # "a m" is no meter
                    yield terminal, spelling, name, len(spelling) < _LONG_SYMBOL


def _inflected(unit: dict[str, list[str]]) -> Iterable[str]:
    names = [form for name in unit.get("names", ()) for form in (name, name + "s")]
    for name in (*names, *unit.get("plurals", ())):
        yield name
        if " " in name:
            yield name.replace(" ", "-")


def _money(data: dict[str, Any]) -> Iterable[_Row]:
    after_only, bare = set(data.get("after_only", ())), set(data.get("bare", ()))
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
            for form in (spelling, spelling + "s"):
                yield "UNIT", form, name, False
                if name not in bare:
                    yield "UNITA", form, name, False
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
