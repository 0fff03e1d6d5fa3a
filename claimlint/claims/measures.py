"""Measures: what is measured, as the files of rules/measures/ tell it, and which one a mention belongs to."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from claimlint.claims.cues import Cue, Element, Match
from claimlint.claims.items import Item, skeleton, without_brackets
from claimlint.claims.vocabulary import noun_forms, verb_forms
from claimlint.reading.mentions import Mention


@frozen
class Measure:
    """What is measured.

    `kinds` are the kinds of mention that can say it, `dimension` the unit's where that is asked for. `of` is the kind
    of its subject. `moves` is "up", "down" or "" for what stays. `exact` measures are told without rounding.
    """

    name: str
    title: str
    kinds: frozenset[str]
    dimension: str = ""
    of: str = "event"
    moves: str = ""
    exact: bool = False
    who: dict[str, str] = field(factory=dict, repr=False)  # form of a counted noun -> its name
    subject: frozenset[str] = field(default=frozenset(), repr=False)
    refused: frozenset[str] = field(default=frozenset(), repr=False)
    cues: tuple[Cue, ...] = field(default=(), repr=False)
    quiet: bool = False


@frozen
class Binding:
    """Why a mention has its measure."""

    measure: Measure
    match: Match


class Measures:
    """Finds the measure of a mention."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.by_name: dict[str, Measure] = {}
        self._by_word: dict[str, list[tuple[Measure, Cue]]] = {}
        for name, row in data["measures"].items():
            measure = Measure(
                name, row["title"], frozenset(row["kinds"]), row["dimension"], row["of"], row["moves"], row["exact"],
                row["who"], frozenset(row["subject"]), frozenset(row["refused"]), tuple(map(Cue, row["cues"])), row["quiet"],
            )  # fmt: skip
            self.by_name[name] = measure
            for cue in measure.cues:
                for word in cue.anchors:
                    self._by_word.setdefault(word, []).append((measure, cue))

    def bind(self, mention: Mention, items: Sequence[Item], dimension: str) -> Binding | None:
        """The measure whose cue matches best around a mention; None where none does or two do equally."""
        kind = mention.value.kind
        candidates = [
            (measure, cue)
            for item in items
            for measure, cue in self._by_word.get(item.lower, ())
            if kind in measure.kinds and measure.dimension in ("", dimension)
        ]
        if not candidates:
            return None
        found: list[Binding] = []
        tried: set[int] = set()
        for view in _views(items, mention):
            at = next((i for i, item in enumerate(view) if item.mention is mention), None)
            if at is None:
                continue
            for measure, cue in candidates:
                if id(cue) in tried:
                    continue
                match = cue.match(view, at)
                if match is not None and not self._refused(measure, view, at):
                    found.append(Binding(measure, match))
                    tried.add(id(cue))
        if not found:
            return None
        best = max(found, key=lambda binding: binding.match.strength)
        rivals = {b.measure.name for b in found if b.match.strength >= best.match.strength - 1e-9}
        return best if len(rivals) == 1 else None

    def _refused(self, measure: Measure, items: Sequence[Item], at: int) -> bool:
        near = items[max(0, at - 4) : at + 5]
        return any(item.lower in measure.refused for item in near)


def _views(items: Sequence[Item], mention: Mention) -> list[Sequence[Item]]:
    plain = without_brackets(items, mention)
    bones = skeleton(plain, mention)
    return [plain] if bones is None else [plain, bones]


_DEFAULTS: dict[str, Any] = {"dimension": "", "of": "event", "moves": "", "exact": False, "quiet": False}


def build(files: dict[str, dict[str, Any]], word_files: dict[str, dict[str, Any]], cue_grammar: Path) -> dict[str, Any]:
    """Gives the measures of the measure files, their cues compiled, as plain JSON data."""
    from claimlint.reading.grammar import parser  # lark is slow to import and only needed to build

    lark = parser(cue_grammar)
    lists = _Lists(word_files)
    measures = {}
    for data in files.values():
        for name, row in data.get("measures", {}).items():
            who = {form: noun for noun in row.get("who", ()) for form in lists.nouns(noun)}
            named = {form: lists.noun_name(noun, form) for form, noun in who.items()}
            subject = [form for noun in row.get("subject", ()) for form in lists.nouns(noun)]
            slots = {"who": list(who), "subject": subject}
            measures[name] = {
                **_DEFAULTS,
                **{key: row[key] for key in _DEFAULTS if key in row},
                "title": row.get("title", name), "kinds": _listed(row["value"]), "who": named, "subject": subject,
                "refused": [form for word in row.get("not", ()) for form in lists.any_forms(word)],
                "cues": [_compile(lark.parse(cue), lists, slots) for cue in row.get("cues", ())],
            }  # fmt: skip
    return {"measures": measures}


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


class _Lists:
    """The word lists that cues speak of."""

    def __init__(self, files: dict[str, dict[str, Any]]) -> None:
        self._verbs: dict[str, list[str]] = {}
        self._nouns: dict[str, list[str]] = {}
        self._groups: dict[str, list[str]] = {}
        self._irregular: dict[str, list[str]] = {}
        for data in files.values():
            self._verbs.update(data.get("verbs", {}))
            self._nouns.update(data.get("nouns", {}))
            self._nouns.update(data.get("whole", {}))
            self._groups.update(data.get("groups", {}))
            self._irregular.update(data.get("irregular", {}))
            for name in ("saying", "denying"):
                if name in data:
                    self._verbs[name] = data[name]

    def any_forms(self, word: str) -> list[str]:
        """Every form of a word, read as a verb and as a noun."""
        irregular = self._irregular.get(word, [])
        if not word.isalpha():
            return [word]
        if word in _CLOSED:
            return sorted(_CLOSED[word])
        return sorted({word} | verb_forms(word, irregular) | noun_forms(word, irregular))

    def alike(self, name: str) -> list[str]:
        """Every form of every word that tells the same. Raises KeyError for a name that no list has."""
        members = [*self._verbs.get(name, ()), *self._nouns.get(name, ())]
        if not members:
            raise KeyError(name)
        return sorted({form for member in members for form in self.any_forms(member)})

    def nouns(self, noun: str) -> list[str]:
        """The forms of a counted noun; +name stands for a line of nouns, @name for a group of lines."""
        if noun.startswith("@"):
            return sorted({form for name in self._groups[noun[1:]] for form in self.nouns("+" + name)})
        if noun.startswith("+"):
            return sorted(
                {form for member in self._nouns[noun[1:]] for form in noun_forms(member, self._irregular.get(member, []))}
            )
        return sorted(noun_forms(noun, self._irregular.get(noun, [])))

    def noun_name(self, noun: str, form: str) -> str:
        """The name of the line that a form belongs to."""
        names = [noun[1:]] if noun.startswith("+") else self._groups[noun[1:]] if noun.startswith("@") else []
        for name in names:
            if form in self.nouns("+" + name):
                return name
        return noun


_CLOSED = {
    "be": {"be", "is", "are", "was", "were", "been", "being", "'s", "'re"},
    "have": {"have", "has", "had", "having"},
    "do": {"do", "does", "did", "done"},
}


def _compile(tree: Any, lists: _Lists, slots: dict[str, list[str]]) -> list[Element]:
    """A parsed template as plain lists."""
    return [_element(child, lists, slots) for child in tree.children[0].children]


def _element(tree: Any, lists: _Lists, slots: dict[str, list[str]]) -> Element:
    name = tree.data
    if name == "stretch":
        return ["gap", 12]
    if name == "gap":
        return ["gap", 3]
    if name == "optional":
        return ["optional", _sequence(tree.children[0].children[0], lists, slots)]
    pieces = [_piece(child, lists, slots) for child in tree.children]
    if len(pieces) == 1 and len(pieces[0]) == 1:
        return pieces[0][0]
    words = [piece[0][1] for piece in pieces if len(piece) == 1 and piece[0][0] == "word"]
    if len(words) == len(pieces):
        return ["word", sorted({form for forms in words for form in forms})]
    return ["any", pieces]


def _sequence(tree: Any, lists: _Lists, slots: dict[str, list[str]]) -> list[Element]:
    return [_element(child, lists, slots) for child in tree.children]


def _piece(tree: Any, lists: _Lists, slots: dict[str, list[str]]) -> list[Element]:
    if tree.data == "group":
        return _sequence(tree.children[0], lists, slots)
    text = str(tree.children[0])
    if tree.data == "slot":
        return [["slot", text, slots.get(text)] if text in slots else ["slot", text]]
    return [["word", lists.alike(text) if tree.data == "alike" else lists.any_forms(text)]]
