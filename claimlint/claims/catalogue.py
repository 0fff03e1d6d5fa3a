"""The files of rules/measures/ -> the measures with their cues compiled, as plain data."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimlint.claims.indexed import RESERVED, Told, indexed
from claimlint.claims.templates import SLOTS, Element, Sets, WordLists, compiled
from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge.tables import Apart
from claimlint.reading.grammar import Notation, Unreadable

_DEFAULTS: dict[str, Any] = {"of": "event", "moves": "", "exact": False, "quiet": False, "events": [], "since": ""}
_EXAMPLES = ("binds", "leaves")
_KEYS = {*_DEFAULTS, *_EXAMPLES, "title", "value", "dimension", "who", "subject", "not", "families", "with", "cues", "implies"}
_USUAL = {
    "count": ["none"], "rank": ["none"], "money": ["money"], "percent": ["share", "none"], "duration": ["[time]"],
    "age": ["[time]"], "date": ["none"], "time": ["none"],
}  # fmt: skip
_BOUNDS = ("<", "<=", ">", ">=")
_PLACE = re.compile(r"\{([A-Z]+)\}")


def build(files: dict[str, dict[str, Any]], word_files: dict[str, dict[str, Any]], cue_grammar: Path) -> dict[str, Any]:
    """Gives the measures of the measure files as JSON data.

    They are "measures" by name, each with the numbers of its cues by the kind of value that they ask for. "refused" are the
    words that stand against each, "who" the counted nouns, by the number that a measure gives. The rest are the cues, as
    claimlint.claims.indexed gives them.

    Raises KnowledgeError naming every measure and cue that cannot be read.
    """
    reading = _Reading(files, word_files, cue_grammar)
    measures: dict[str, Any] = {}
    where: dict[str, str] = {}
    refused: dict[str, list[str]] = {}
    cues: list[Told] = []
    who: list[dict[str, str]] = []
    for path, data in files.items():
        for name, row in data.get("measures", {}).items():
            if name in measures:
                reading.problem(path, name, "stands in two places; keep one")
            measures[name], where[name] = reading.measure(path, name, row), path
            measures[name]["who"] = _shared(who, measures[name]["who"])
            measures[name]["own"] = not path.startswith("measures/")
            refused[name] = measures[name].pop("refused")
            for elements, told in reading.cues(path, name, row):
                measures[name]["cues"].setdefault(_kind_asked(elements), []).append(len(cues))
                cues.append((name, elements, told))
    for name, row in measures.items():
        if row["implies"] and row["implies"][0] not in measures:
            reading.problem(where[name], name, f"implies: no measure is called {row['implies'][0]}")
        if row["since"] and row["since"] not in measures:
            reading.problem(where[name], name, f"since: no measure is called {row['since']}")
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

    def __init__(self, files: dict[str, dict[str, Any]], word_files: dict[str, dict[str, Any]], cue_grammar: Path) -> None:
        self._lark = Notation(cue_grammar)
        self._lists = WordLists(word_files)
        self.dimensions = {key: told for data in word_files.values() for key, told in data.get("dimensions", {}).items()}
        self._families = {name: cues for data in files.values() for name, cues in data.get("families", {}).items()}
        self.sets = Sets(RESERVED)
        self.problems: list[Problem] = []

    def problem(self, path: str, name: str, what: str) -> None:
        """Notes what is wrong with a measure."""
        self.problems.append(Problem(path, 1, 1, f"measure {name}: {what}"))

    def measure(self, path: str, name: str, row: dict[str, Any]) -> dict[str, Any]:
        """Gives the plain data of one measure; what cannot be read is noted and left out."""
        for key in sorted(set(row) - _KEYS):
            self.problem(path, name, f"no key is called {key}; there are {', '.join(sorted(_KEYS))}")
        for key in _EXAMPLES:
            for example in row.get(key, ()):
                if not re.search("«[^«»]+»", example):
                    self.problem(path, name, f"mark the value «so» in: {example}")
        who, _, refused = self._nouns(path, name, row)
        return {
            **_DEFAULTS,
            **{key: row[key] for key in _DEFAULTS if key in row},
            "title": row.get("title", name), "kinds": _listed(row["value"]), "dimensions": self._dimensions(path, name, row),
            "who": who, "refused": sorted(refused), "cues": {}, "implies": self._implied(path, name, row),
        }  # fmt: skip

    def _implied(self, path: str, name: str, row: dict[str, Any]) -> list[str]:
        """The measure that the claims are of, and the bound that the cues say: nothing for a measure that says its own."""
        implied = row.get("implies")
        if implied is None:
            return []
        if not isinstance(implied, dict) or set(implied) != {"measure", "bound"} or implied["bound"] not in _BOUNDS:
            self.problem(path, name, f"implies: says the measure and the bound, one of {', '.join(_BOUNDS)}")
            return []
        return [str(implied["measure"]), str(implied["bound"])]

    def _nouns(self, path: str, name: str, row: dict[str, Any]) -> tuple[dict[str, str], set[str], set[str]]:
        """The counted nouns with their names, the nouns of the subject, the refused words."""
        who: dict[str, str] = {}
        subject: set[str] = set()
        refused: set[str] = set()
        try:
            for noun in reversed(row.get("who", ())):
                who |= self._lists.nouns(noun)
            for noun in row.get("subject", ()):
                subject |= self._lists.nouns(noun).keys()
            for word in row.get("not", ()):
                refused |= self._lists.any_forms(word)
        except KeyError as error:
            self.problem(path, name, str(error.args[0]))
        return who, subject, refused

    def _dimensions(self, path: str, name: str, row: dict[str, Any]) -> list[str]:
        """The dimensions that its units may have.

        What is counted has no unit and an amount of money stands alone, unless the measure tells otherwise; of a quantity
        it must be told what it is a quantity of.
        """
        kinds = _listed(row["value"])
        if "dimension" not in row:
            if "quantity" in kinds:
                self.problem(path, name, "of a quantity say what it is of: dimension: length")
            return sorted({dimension for kind in kinds for dimension in _USUAL.get(kind, ())})
        unknown = [told for told in _listed(row["dimension"]) if told not in self.dimensions]
        if unknown:
            self.problem(path, name, f"no dimension is called {', '.join(unknown)}; there are {', '.join(self.dimensions)}")
        return sorted({dimension for told in _listed(row["dimension"]) for dimension in self.dimensions.get(told, ())})

    def cues(self, path: str, name: str, row: dict[str, Any]) -> Iterator[tuple[list[Element], str]]:
        """Gives the compiled cues of one measure, each with its template; what cannot be read is noted and left out."""
        who, subject, _ = self._nouns(path, name, row)
        slots = {key: forms for key, forms in (("who", set(who)), ("subject", subject)) if forms}
        for cue in self._told(path, name, row):
            try:
                elements = compiled(cue, self._lark, self._lists, self.sets, slots, SLOTS)
                if [element[:2] for element in elements].count(["slot", "value"]) == 1:
                    yield elements, cue
                else:
                    self.problem(path, name, f'the cue "{cue}" must have {{value}} once, outside of brackets')
            except (Unreadable, KeyError) as error:
                self.problem(path, name, f'{error.args[0]}, in the cue "{cue}"')

    def _told(self, path: str, name: str, row: dict[str, Any]) -> Iterator[str]:
        """The cues of a measure, after those of its families with the measure's own words in their places.

        A cue of a family is left out where the measure has no word for one of its places.
        """
        words = row.get("with", {})
        for place, told in words.items():
            if " " in re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", told)):
                self.problem(path, name, f"words that belong together stand in brackets: {place}: {told}")
        for family in row.get("families", ()):
            if family not in self._families:
                self.problem(path, name, f"no family is called {family}; there are {', '.join(sorted(self._families))}")
            for cue in self._families.get(family, ()):
                if all(place in words for place in _PLACE.findall(cue)) and ("{subject}" not in cue or row.get("subject")):
                    yield _PLACE.sub(lambda match: words[match.group(1)], cue)
        yield from row.get("cues", ())


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
