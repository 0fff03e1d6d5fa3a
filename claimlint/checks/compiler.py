"""The relations of rule files -> plain data."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimlint.checks import formula
from claimlint.checks.relation import NAMES, OVER, SENTENCE, TODAY
from claimlint.claims import prospects
from claimlint.claims.kinds import KINDS
from claimlint.claims.templates import Sets, compiled
from claimlint.claims.word_lists import WordLists
from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge.strict_yaml import place_in
from claimlint.knowledge.tables import Apart
from claimlint.reading.grammar import Notation, Unreadable

Wrong = Callable[[str, str], None]  # key, what is wrong with it
# Kinds that do not stand for a number they show.
_SPECIAL = frozenset({"weekday", "dayname", "bc", "daypart", "list", "names", "row", "name", "noun"})
_SHARES = frozenset({"percent", "share", "fraction", "points", "multiple"})
_PAIR: dict[str, Any] = {
    "first": "body", "second": "body", "kinds": ["count", "money", "quantity", "percent"], "units": "same", "sure": True,
    "points": 0, "alone": False, "told": [],
}  # fmt: skip


class Compiler:
    """Compiles the relations of rule files; the sets of words and the templates of all of them are kept in one place.

    Relations speak of templates by their numbers. `done` is what another compiler has done, to which this one adds.
    """

    def __init__(self, lists: WordLists, cues: Notation, formulas: Notation, done: Mapping[str, Any] | None = None) -> None:
        done = done or {"sets": (), "templates": (), "parts": (), "ways": ()}
        self._lists, self._cues, self._formulas, self._sets = lists, cues, formulas, Sets(rows=done["sets"])
        self._templates: dict[str, tuple[int, list[Any]]] = {}  # by how they are written
        self._kept(done["templates"])
        self._parts: dict[tuple[int, ...], int] = {tuple(part): number for number, part in enumerate(done["parts"])}
        self._ways: list[list[list[Any]]] = [*done["ways"]]

    @property
    def done(self) -> dict[str, Any]:
        """What has been compiled so far, as plain data."""
        templates = [template for _, template in self._templates.values()]
        return {
            "sets": Apart(self._sets.rows), "templates": Apart(templates), "parts": list(map(list, self._parts)),
            "ways": self._ways,
        }  # fmt: skip

    def relation(self, data: Mapping[str, Any], wrong: Wrong) -> dict[str, Any]:
        """Gives the relation of a rule file as plain data; `wrong` is told of each fault."""
        words = data.get("words", {})
        tables = {name: members for name, members in words.items() if isinstance(members, dict)}
        same = {name: members[0] for name, members in words.items() if isinstance(members, list) and len(members) == 1}
        tables |= {name: tables[other] for name, other in same.items() if other in tables}
        lists = self._lists.joined_by({name: list(members) for name, members in words.items() if name not in tables})
        numbers = {
            name: {form: float(number) for word, number in members.items() for form in lists.bent(word)}
            for name, members in tables.items()
        }  # fmt: skip
        slots = {name: set(forms) for name, forms in numbers.items()}

        def template(cue: Any, key: str) -> list[Any]:
            try:
                return compiled(str(cue), self._cues, lists, self._sets, slots)
            except Unreadable as error:
                wrong(key, f"{key}: {cue!r} breaks off at {error.rest[:12]!r}")
            except KeyError as error:
                wrong(key, f"{key}: {error.args[0]}")
            return []

        def spread(cue: Any) -> list[str]:
            try:
                return lists.spread(str(cue))
            except KeyError as error:
                wrong("find", f"find: {error.args[0]}")
            return []

        ways = [_parts(told, spread, lambda cue: template(cue, "find")) for told in data.get("find", [])]
        kinds: dict[str, str] = {}
        for way in ways:
            for part in way:
                for name, kind in _slots(part["templates"]):
                    if {kinds.setdefault(name, kind), kind} & _SPECIAL and kinds[name] != kind:
                        wrong("find", f"find: {{{name}}} is {kinds[name]} in one place and {kind} in another")
                    if kind not in KINDS and name not in numbers:
                        wrong(
                            "find", f"find: no kind {kind} in {{{name}:{kind}}}{nearest(kind, KINDS)}; rules/README.md lists them"
                        )
        expect = self._formula(data.get("expect"), "expect", wrong)
        where, apart = ([self._formula(text, key, wrong) for text in _listed(data.get(key, []))] for key in ("where", "apart"))
        if "pair" in data:
            kinds = {"a": "number", "b": "number"} | kinds
        for name in sorted({name for tree in (expect, *where, *apart) if tree for name in formula.operands(tree)} - {TODAY}):
            for way in ways:
                if not any(name in {n for n, _ in _slots(part["templates"])} for part in way):
                    wrong("expect", f"{{{name}}} is reckoned with, but one way of find does not find it")
                    break
        if data.get("over", SENTENCE) not in OVER:
            wrong("over", f"over: {data['over']!r} is none of {', '.join(OVER)}")
        return {
            "ways": list(map(self._way, ways)), "over": data.get("over", SENTENCE), "expect": expect, "where": where,
            "unless": self._kept([template(cue, "unless") for cue in data.get("unless", [])]),
            "apart": apart, "multiplied": sorted(_multiplied(expect, kinds)), **{key: list(data.get(key, [])) for key in NAMES},
            "every": bool(data.get("every")), "only": bool(data.get("only")), "crowded": data.get("crowded", ""),
            "kinds": kinds, "numbers": numbers, "pair": self._pair(data.get("pair"), lambda cue: template(cue, "pair"), wrong),
        }  # fmt: skip

    def kept(self, files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """Gives the templates of the relations so far, what they are found by, and what guards them all, as plain data.

        The guards are those of word files. Raises KnowledgeError with every fault of them.
        """
        phrases = self._kept(self._guards(files))
        words = {
            key: [word for data in files.values() for word in data.get(key, ())]
            for key in ("breaks", "takes_up", "joins", "anybody", "before", "lonely")
        }
        done = self.done
        templates: list[list[Any]] = done["templates"].members
        sought = {number for numbers in self._parts for number in numbers}
        told, needs = prospects.needs({number: templates[number] for number in sorted(sought)}, self._sets.rows)
        return {
            **done, "guards": phrases, **words,
            "prospects": told, "needs": [[number, f"{bits:x}"] for number, bits in needs.items()],
            "values": list(self._values({number: prospects.values(bits, told) for number, bits in needs.items()}, templates)),
        }  # fmt: skip

    def _values(self, values: Mapping[int, int], templates: Sequence[list[Any]]) -> Iterator[int]:
        """How many values each way needs: what its parts need together, where these have no operand in common."""
        parts = list(self._parts)
        names = [{name for number in part for name, _ in _slots(templates[number])} for part in parts]
        for way in self._ways:
            taken: set[str] = set()
            found = 0
            for part, optional, _ in way:
                if not optional and taken.isdisjoint(names[part]):
                    taken |= names[part]
                    found += min(values[number] for number in parts[part])
            yield found

    def _guards(self, files: Mapping[str, Mapping[str, Any]]) -> list[list[Any]]:
        """The guards of word files, which are templates without slots."""
        found, problems = [], []
        for path, data in files.items():
            for number, cue in enumerate(data.get("guards", ())):
                try:
                    found.append(compiled(cue, self._cues, self._lists, self._sets, {}))
                except (Unreadable, KeyError) as error:
                    problems.append(Problem(path, *place_in(data, "guards", number), f'{error.args[0]}, in the guard "{cue}"'))
        if problems:
            raise KnowledgeError(problems)
        return found

    def _way(self, way: Sequence[Mapping[str, Any]]) -> int:
        """The number of a way, which is put behind those that are there: its parts by their numbers."""
        self._ways.append([[self._part(part["templates"]), part["optional"], part["gathered"]] for part in way])
        return len(self._ways) - 1

    def _part(self, templates: Iterable[list[Any]]) -> int:
        """The number of a part, which is put behind those that are there where it is none of them."""
        return self._parts.setdefault(tuple(dict.fromkeys(self._kept(templates))), len(self._parts))

    def _kept(self, templates: Iterable[list[Any]]) -> list[int]:
        """The numbers of some templates, which are put behind those that are there where they are none of them."""
        return [self._templates.setdefault(str(each), (len(self._templates), each))[0] for each in templates]

    def _pair(self, data: Any, template: Callable[[Any], list[Any]], wrong: Wrong) -> list[Any] | None:
        """The pair of a rule as plain data."""
        if data is None:
            return None
        if not isinstance(data, dict) or data.keys() - _PAIR.keys():
            wrong("pair", f"pair: reads {', '.join(_PAIR)}")
            return None
        found = _PAIR | data
        return list((found | {"told": self._kept([template(cue) for cue in found["told"]])}).values())

    def _formula(self, text: Any, key: str, wrong: Wrong) -> Any:
        if not isinstance(text, str):
            wrong(key, f"{key}: a formula such as `whole = sum(parts)`")
            return None
        try:
            return formula.compiled(str(text), self._formulas)
        except ValueError as error:
            wrong(key, f"{key}: {error}")
        return None


def _parts(way: Any, spread: Callable[[Any], list[str]], template: Callable[[Any], list[Any]]) -> list[dict[str, Any]]:
    """One way to find the operands: a template, or parts that stand in any order, each with its templates."""
    if not isinstance(way, dict):
        return [{"optional": False, "gathered": False, "templates": [template(way)]}]
    return [
        {
            "optional": name.endswith("?"),
            "gathered": name.endswith("+"),
            "templates": [template(each) for cue in _listed(cues) for each in spread(cue)],
        }
        for name, cues in way.items()
    ]


def _slots(elements: Any) -> Iterator[tuple[str, str]]:
    """The slots of compiled templates, with their kinds."""
    for element in elements:
        if not isinstance(element, list) or not element:
            continue
        if element[0] == "slot":
            yield element[1], element[4] if len(element) > 4 else "any"
        elif element[0] == "not":
            continue
        else:
            yield from _slots(element[1] if element[0] in ("optional", "any") else element)


def _multiplied(expect: Any, kinds: Mapping[str, str]) -> set[str]:
    """The operands of which a formula takes so many, and no share."""
    pairs = [(a, b) for sides in formula.products(expect) for a, b in (sides, sides[::-1])] if expect else []
    return {name for a, b in pairs if not _SHARES.issuperset(map(kinds.get, b)) for name in a if b}


def nearest(name: str, names: Iterable[str]) -> str:
    """What may have been meant by a name that is none."""
    import difflib  # only where something is wrong

    near = difflib.get_close_matches(name, list(names), 1)
    return f"; {near[0]} is meant?" if near else ""


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]
