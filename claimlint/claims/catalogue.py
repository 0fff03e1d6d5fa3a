"""The files of rules/measures/ -> the measures with their cues compiled, as plain data."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimlint.claims.elements import RESERVED, Element
from claimlint.claims.indexed import Told, indexed
from claimlint.claims.templates import SLOTS, Sets, compiled
from claimlint.claims.word_lists import WordLists
from claimlint.errors import KnowledgeError, Problem, nearest
from claimlint.knowledge.strict_yaml import place_in
from claimlint.knowledge.tables import Apart
from claimlint.reading.grammar import Notation, Unreadable

_DEFAULTS: dict[str, Any] = {
    "of": "event", "moves": "", "exact": False, "quiet": False, "changes": False, "events": [], "since": "",
}  # fmt: skip
_EXAMPLES = ("binds", "leaves")
_USUAL = {
    "count": ["none"], "rank": ["none"], "money": ["money"], "percent": ["share", "none"], "duration": ["[time]"],
    "age": ["[time]"], "date": ["none"], "time": ["none"],
}  # fmt: skip
_PLACE = re.compile(r"\{([A-Z]+)\}")


def build(files: dict[str, dict[str, Any]], word_files: dict[str, dict[str, Any]], notation: Notation) -> dict[str, Any]:
    """Gives the measures of the measure files as JSON data.

    They are "measures" by name, each with the numbers of its cues by the kind of value that they ask for. "refused" are the
    words that stand against each, "who" the counted nouns, by the number that a measure gives. The rest are the cues, as
    claimlint.claims.indexed gives them.

    Raises KnowledgeError naming every measure and cue that cannot be read.
    """
    reading = _Reading(files, word_files, notation)
    measures: dict[str, Any] = {}
    where: dict[str, str] = {}
    refused: dict[str, list[str]] = {}
    cues: list[Told] = []
    who: list[dict[str, str]] = []
    for path, data in files.items():
        for name, row in data.get("measures", {}).items():
            if name in measures:
                reading.problem(path, name, f"stands in {where[name]} too; keep one, or give yours another name")
            measures[name], where[name] = reading.measure(path, name, row), path
            measures[name]["who"] = _shared(who, measures[name]["who"])
            measures[name]["own"] = not path.startswith("measures/")
            refused[name] = measures[name].pop("refused")
            for elements, told in reading.cues(path, name, row):
                measures[name]["cues"].setdefault(_kind_asked(elements), []).append(len(cues))
                cues.append((name, elements, told))
    for name, row in measures.items():
        for key, others in (("implies", row["implies"][:1]), ("since", [row["since"]] if row["since"] else [])):
            for other in set(others) - measures.keys():
                reading.problem(where[name], name, f"{key}: no measure is called {other}{nearest(other, measures)}", key)
    if reading.problems:
        raise KnowledgeError(reading.problems)
    implying = {name for name, row in measures.items() if row["implies"]}
    return {
        "measures": measures, "refused": Apart(refused), "who": Apart(who), "dimensions": reading.dimensions,
        **indexed(cues, reading.sets, implying),
    }  # fmt: skip


def _shared(rows: list[Any], row: Any) -> int:
    """The place of a row among the rows, where it is put if it is new."""
    if row not in rows:
        rows.append(row)
    return rows.index(row)


def _kind_asked(elements: Sequence[Element]) -> str:
    """The kind of value that a cue asks for; "" where any will do."""
    return next((str(e[4]) for e in elements if e[0] == "slot" and e[1] == "value" and len(e) > 4), "")


class _Reading:
    """What the measures are read with, and what was wrong with them."""

    def __init__(self, files: dict[str, dict[str, Any]], word_files: dict[str, dict[str, Any]], notation: Notation) -> None:
        self._notation = notation
        self._lists = WordLists(word_files)
        self.dimensions = {key: told for data in word_files.values() for key, told in data.get("dimensions", {}).items()}
        self._families = {name: cues for data in files.values() for name, cues in data.get("families", {}).items()}
        self.sets = Sets(RESERVED)
        self._files = files
        self.problems: list[Problem] = []

    def problem(self, path: str, name: str, what: str, *keys: str | int) -> None:
        """Notes what is wrong with a measure, below some keys of it."""
        found = Problem(path, *place_in(self._files[path], "measures", name, *keys), f"measure {name}: {what}")
        self.problems += [found] * (found not in self.problems)

    def measure(self, path: str, name: str, row: dict[str, Any]) -> dict[str, Any]:
        """Gives the plain data of one measure; what cannot be read is noted and left out."""
        for key in _EXAMPLES:
            for number, example in enumerate(row.get(key, ())):
                if not re.search("«[^«»]+»", example):
                    self.problem(path, name, f"mark the value «so» in: {example}", key, number)
        who, _, refused = self._nouns(path, name, row)
        return {
            **_DEFAULTS,
            **{key: row[key] for key in _DEFAULTS if key in row},
            "title": row.get("title", name), "kinds": _listed(row["value"]), "dimensions": self._dimensions(path, name, row),
            "who": who, "refused": sorted(refused), "cues": {},
            # The measure that the claims are of, and the bound that the cues say: nothing for a measure that says its own.
            "implies": [row["implies"]["measure"], row["implies"]["bound"]] if "implies" in row else [],
        }  # fmt: skip

    def _nouns(self, path: str, name: str, row: dict[str, Any]) -> tuple[dict[str, str], set[str], set[str]]:
        """The counted nouns with their names, the nouns of the subject, the refused words."""
        who: dict[str, str] = {}
        subject: set[str] = set()
        refused: set[str] = set()
        for key in ("who", "subject", "not"):
            for word in reversed(row.get(key, ())):
                try:
                    if key == "not":
                        refused |= self._lists.any_forms(word)
                    elif key == "who":
                        who |= self._lists.nouns(word)
                    else:
                        subject |= self._lists.nouns(word).keys()
                except KeyError as error:
                    self.problem(path, name, f"{key}: {error.args[0]}", key)
        return who, subject, refused

    def _dimensions(self, path: str, name: str, row: dict[str, Any]) -> list[str]:
        """The dimensions that its units may have.

        What is counted has no unit and an amount of money stands alone, unless the measure tells otherwise; of a quantity
        it must be told what it is a quantity of.
        """
        kinds = _listed(row["value"])
        if "dimension" not in row:
            if "quantity" in kinds:
                self.problem(path, name, "of a quantity say what it is of: dimension: length", "value")
            return sorted({dimension for kind in kinds for dimension in _USUAL.get(kind, ())})
        unknown = [told for told in _listed(row["dimension"]) if told not in self.dimensions]
        if unknown:
            near = nearest(unknown[0], self.dimensions)
            said = f"no dimension is called {', '.join(unknown)}{near}; there are {', '.join(self.dimensions)}"
            self.problem(path, name, said, "dimension")
        return sorted({dimension for told in _listed(row["dimension"]) for dimension in self.dimensions.get(told, ())})

    def cues(self, path: str, name: str, row: dict[str, Any]) -> Iterator[tuple[list[Element], str]]:
        """Gives the compiled cues of one measure, each with its template; what cannot be read is noted and left out."""
        who, subject, _ = self._nouns(path, name, row)
        slots = {key: forms for key, forms in (("who", set(who)), ("subject", subject)) if forms}
        for cue, *keys in self._told(path, name, row):
            try:
                elements = compiled(cue, self._notation, self._lists, self.sets, slots, SLOTS)
                if [element[:2] for element in elements].count(["slot", "value"]) == 1:
                    yield elements, cue
                else:
                    self.problem(path, name, f'the cue "{cue}" must have {{value}} once, outside of brackets', *keys)
            except (Unreadable, KeyError) as error:
                self.problem(path, name, f'{error.args[0]}, in the cue "{cue}"', *keys)

    def _told(self, path: str, name: str, row: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
        """The cues of a measure with where they stand, after those of its families with the measure's own words in their places.

        A cue of a family is left out where the measure has no word for one of its places.
        """
        words = row.get("with", {})
        for place, told in words.items():
            if " " in re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", told)):
                self.problem(path, name, f"words that belong together stand in brackets: {place}: {told}", "with", place)
        for family in row.get("families", ()):
            if family not in self._families:
                near = nearest(family, self._families)
                self.problem(path, name, f"no family is called {family}{near}; there are {_comma(self._families)}", "families")
            for cue in self._families.get(family, ()):
                if all(place in words for place in _PLACE.findall(cue)) and ("{subject}" not in cue or row.get("subject")):
                    yield _PLACE.sub(lambda match: words[match.group(1)], cue), "families"
        for number, cue in enumerate(row.get("cues", ())):
            yield cue, "cues", number


def _comma(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
