"""A cue of a measure and a mention in its sentence -> where the cue matches around it.

A template is compiled once into nested plain lists (see claimlint.claims.templates), kept with the knowledge, and
matched against the items of a sentence around a mention (`Cue.match`).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field

from claimlint.claims.elements import MODIFIERS, STRETCH, Element
from claimlint.claims.items import Item
from claimlint.claims.slots import PHRASE_ENDS, counts, fills, is_counted, is_object, modifies, phrase
from claimlint.nouns import define

_TELLING = ("slot", "word", "any")
THIN = 3  # words that carry only grammar may stand between two parts of a cue, so many in a row
_GAP_COST, _THIN_COST = 0.1, 0.03


@define
class Match:
    """Where a cue matched: the items it filled its slots with, and how much of it was said in words."""

    words: float = 0.0
    skipped: float = 0.0
    slots: dict[str, Item] = field(factory=dict)

    @property
    def strength(self) -> float:
        """More words make a stronger match, words in between a weaker one."""
        return self.words - self.skipped


class _ByFirst:
    """Options that begin with a word, by the words that they may begin with; few of these are ever met."""

    def __init__(self, options: Sequence[list[Element]]) -> None:
        self._options = options
        self._found: dict[str, list[tuple[float, list[Element]]]] = {}

    def of(self, word: str) -> list[tuple[float, list[Element]]]:
        """What the word is worth in each option that it begins, with the rest of that."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = [(option[0][2], option[1:]) for option in self._options if word in option[0][1]]
        return found

    def __contains__(self, word: str) -> bool:
        return bool(self.of(word))


class Cue:
    """A compiled template, parted at the value: what stands before it (nearest first) and behind it.

    `sets` are the sets of words that the elements speak of.
    """

    def __init__(self, elements: list[Element], sets: Mapping[int, frozenset[str]]) -> None:
        at = next(i for i, e in enumerate(elements) if e[0] == "slot" and e[1] == "value")
        self.before = [_reversed(e) for e in reversed(elements[:at])]
        self.behind = elements[at + 1 :]
        self._sets = sets

    @cached_property
    def _sides(self) -> tuple[list[Element], list[Element]]:
        return [self._ready(e) for e in self.before], [self._ready(e) for e in self.behind]

    def match(self, items: Sequence[Item], at: int) -> Match | None:
        """The nearest match around the mention at items[at]; None where there is none."""
        sides = self._sides
        for _, before in self._matches(sides[0], 0, items, at - 1, -1, Match(slots={"value": items[at]})):
            for end, found in self._matches(sides[1], 0, items, at + 1, 1, before):
                if end > at + 1 and is_counted(items[at]) and modifies(items, end - 1, ""):
                    continue
                if end > at + 1 and self.behind[0][0] in _TELLING and _is_over(items, at):
                    continue
                if end == at + 1 and (_stands_before_noun(items, at) or _counts_times(items, at)):
                    continue
                return found
        return None

    def _ready(self, element: Element) -> Element:
        """An element with its words in place of their numbers; options are found by their first word."""
        kind, arg = element[0], element[1]
        if kind == "word":
            return [kind, self._sets[arg], element[2]]
        if kind == "slot":
            return [kind, arg, self._sets[element[2]] if element[2] >= 0 else None, *element[3:]]
        if kind == "optional":
            return [kind, [self._ready(e) for e in arg]]
        if kind not in ("any", "not"):
            return element
        options = [[self._ready(e) for e in option] for option in arg]
        if kind == "not":
            return [kind, options]
        first = _ByFirst([option for option in options if option[0][0] == "word"])
        return [kind, first, [option for option in options if option[0][0] != "word"]]

    def _matches(
        self, elements: Sequence[Element], i: int, items: Sequence[Item], at: int, step: int, so_far: Match
    ) -> Iterator[tuple[int, Match]]:
        """Every way the elements from i on match the items from a place on, nearest first."""
        if i == len(elements):
            yield at, so_far
            return
        element = elements[i]
        kind = element[0]
        if kind == "word":
            forms = element[1]
            for place, skipped in _past_thin(items, at, step):
                if items[place].lower in forms:
                    found = Match(so_far.words + element[2], so_far.skipped + skipped * _THIN_COST, so_far.slots)
                    yield from self._matches(elements, i + 1, items, place + step, step, found)
        elif kind == "gap":
            following = elements[i + 1] if i + 1 < len(elements) else None
            wanted = (
                following[1]
                if following is not None and (following[0] == "word" or (following[0] == "any" and not following[2]))
                else None
            )
            for skipped in range(element[1] + 1):
                if wanted is None or (
                    0 <= at < len(items) and (items[at].lower in wanted or (items[at].is_thin and skipped == element[1]))
                ):
                    found = Match(so_far.words, so_far.skipped + skipped * _GAP_COST, so_far.slots)
                    yield from self._matches(elements, i + 1, items, at, step, found)
                if not 0 <= at < len(items) or _parts(items[at], so_far.slots["value"], element[1]):
                    return
                at += step
        elif kind == "optional":
            for end, found in self._matches(element[1], 0, items, at, step, so_far):
                yield from self._matches(elements, i + 1, items, end, step, found)
            yield from self._matches(elements, i + 1, items, at, step, so_far)
        elif kind == "any":
            for end, found in self._options(element, items, at, step, so_far):
                yield from self._matches(elements, i + 1, items, end, step, found)
        elif kind == "slot":
            for end, found in self._slot(element, items, at, step, so_far):
                yield from self._matches(elements, i + 1, items, end, step, found)
        elif kind == "begin":
            if at < 0:
                yield from self._matches(elements, i + 1, items, at, step, so_far)
        elif kind == "not" and not any(self._stands(option, items, at, step) for option in element[1]):
            yield from self._matches(elements, i + 1, items, at, step, so_far)

    def _options(self, element: Element, items: Sequence[Item], at: int, step: int, so_far: Match) -> Iterator[tuple[int, Match]]:
        """One of some options: those that begin with a word, then the others."""
        first = element[1]
        for place, skipped in _past_thin(items, at, step):
            for worth, rest in first.of(items[place].lower):
                found = Match(so_far.words + worth, so_far.skipped + skipped * _THIN_COST, so_far.slots)
                yield from self._matches(rest, 0, items, place + step, step, found)
        for option in element[2]:
            yield from self._matches(option, 0, items, at, step, so_far)

    def _slot(self, element: Element, items: Sequence[Item], at: int, step: int, so_far: Match) -> Iterator[tuple[int, Match]]:
        """A slot takes one item; behind the value a noun may have some words before it."""
        name = element[1]
        if name in ("who", "subject", "any"):
            forms = element[2]
            counting = is_counted(so_far.slots["value"])
            for place, skipped in phrase(items, at, name) if step > 0 else _past_thin(items, at, step):
                if counts(items, place, name, forms) and not (counting and modifies(items, place, name)):
                    found = Match(
                        so_far.words + element[3], so_far.skipped + skipped * _GAP_COST, {**so_far.slots, name: items[place]}
                    )
                    yield place + step, found
                    if not (step > 0 and forms and place + 1 < len(items) and items[place + 1].lower in forms):
                        return  # the last of several nouns is the one that is counted
        else:
            for place, skipped in _past_thin(items, at, step):
                if fills(items[place], name, element[4] if len(element) > 4 else ""):
                    slots = {**so_far.slots, name: items[place]}
                    yield place + step, Match(so_far.words + element[3], so_far.skipped + skipped * _THIN_COST, slots)

    def _stands(self, option: Sequence[Element], items: Sequence[Item], at: int, step: int) -> bool:
        """Whether what a cue refuses stands right here."""
        if not 0 <= at < len(items):
            return False
        if len(option) == 1 and option[0][0] == "word":
            return items[at].lower in option[0][1]
        if len(option) == 1 and option[0][0] == "slot" and option[0][1] == "object":
            return is_object(items[at])
        return next(self._matches(option, 0, items, at, step, Match(slots={"value": items[at]})), None) is not None


def _past_thin(items: Sequence[Item], at: int, step: int) -> Iterator[tuple[int, int]]:
    """The places from one on, as far as only words that carry grammar stand before them."""
    for skipped in range(THIN + 1):
        if not 0 <= at < len(items):
            return
        yield at, skipped
        if not items[at].is_thin:
            return
        at += step


def _parts(item: Item, value: Item, longest: int) -> bool:
    """Whether a gap ends at an item: at marks, at words that open a clause, at a rival of the value."""
    if longest == MODIFIERS and (item.mention is not None or item.word.role in PHRASE_ENDS) and not item.is_thin:
        return True
    if item.mention is not None and not item.is_thin:
        return value.mention is not None and item.mention.value.kind == value.mention.value.kind
    if item.is_mark:
        return item.lower not in ("-", ",") or (item.lower == "," and longest < STRETCH)
    return "parting" in item.word.marks or "saying" in item.word.marks


def _stands_before_noun(items: Sequence[Item], at: int) -> bool:
    """Whether a time tells of what sort the noun behind it is: "the April 1992 killing"; then no verb before it is told of."""
    mention = items[at].mention
    if mention is None or mention.value.when is None or not 0 < at < len(items) - 1:
        return False
    after = items[at + 1]
    return after.lower == "s" or (items[at - 1].word.role == "determiner" and bool(after.word.nouns))


def _is_over(items: Sequence[Item], at: int) -> bool:
    """Whether a phrase of its own begins right behind a time: "said today the rally" is of no rally of today."""
    mention = items[at].mention
    if mention is None or mention.value.when is None or at + 1 >= len(items):
        return False
    return items[at + 1].word.role == "determiner" and items[at + 1].mention is None


def _counts_times(items: Sequence[Item], at: int) -> bool:
    """Whether a number counts how often something happened: "deployed four times"; it is not what was done that it counts."""
    return is_counted(items[at]) and at + 1 < len(items) and items[at + 1].word.role == "measure"


def _reversed(element: Element) -> Element:
    if element[0] == "optional":
        return ["optional", [_reversed(e) for e in reversed(element[1])]]
    if element[0] == "any":
        return ["any", [[_reversed(e) for e in reversed(option)] for option in element[1]]]
    return element
