"""Items around a mention -> the phrase that its value is said of."""

import itertools
from collections.abc import Sequence

from claimlint.claims.circumstance import is_saying
from claimlint.claims.items import Item, skeleton
from claimlint.claims.subjects import is_person
from claimlint.reading.mentions import Mention

_BREAKS = frozenset({";", ":", "—", "–"})
_LONGEST = 14  # items of a phrase


def said_of(items: Sequence[Item], mention: Mention) -> list[Item]:
    """Gives the items of the phrase that a value is said of: the subject of its clause.

    "Shares in the group, which rose 4 percent": shares in the group. "Ulvane said it would cut 2,300 jobs": Ulvane,
    since a pronoun stands for the subject before it. Nothing where the value stands before its verb.
    """
    view = skeleton(items, mention) or items
    at = next((i for i, item in enumerate(view) if item.mention is mention), -1)
    if at < 0:
        return []
    low = _clause_start(view, at)
    behind = _behind(view, low, at)
    if behind:
        return behind
    before: list[Item] = []
    while True:
        verb = _first_verb(view, low, at)
        if verb is None:
            return before if any("standing_for" in item.word.marks for item in view[low:at]) else []
        phrase = _trimmed(view[low:verb])
        if not _is_pronoun(phrase):
            before = phrase or before
        if not is_saying(view[verb]):
            return before
        low = verb + 1


def explained(items: Sequence[Item], mention: Mention) -> list[Item]:
    """Gives the items of the phrase that a mention explains: "The driver, a 47-year-old man, ...", "the 47-year-old driver"."""
    place = next((i for i, item in enumerate(items) if item.mention is mention), 0) - 1
    if place >= 0 and items[place].lower == "the":
        behind = itertools.takewhile(lambda item: not item.word.role and item.mention is None, items[place + 2 :])
        return list(itertools.islice(behind, _LONGEST))
    while place >= 0 and items[place].word.role == "determiner":
        place -= 1
    if place < 1 or items[place].lower != ",":
        return []
    found: list[Item] = []
    while place > 0 and (items[place - 1].name is not None or not items[place - 1].word.role):
        place -= 1
        found.insert(0, items[place])
    return found if place and items[place - 1].word.role == "determiner" else []


def _behind(items: Sequence[Item], low: int, at: int) -> list[Item]:
    """The subject behind a comma that an opening participle is said of: "Founded in 1898, Ulvane vies ..."."""
    if items[low].name is not None or not items[low].word.verbs or items[low].lower == items[low].word.stem or low == at:
        return []
    commas = [i for i in range(at + 1, len(items)) if items[i].lower in _BREAKS | {","}]
    named = (i for i in commas if i + 1 < len(items) and items[i + 1].name is not None and is_person(items[i + 1].name))  # type: ignore[arg-type]
    comma = next(named, commas[0] if commas else len(items))
    verb = _first_verb(items, comma + 1, len(items))
    return _trimmed(items[comma + 1 : verb]) if verb is not None else []


def _clause_start(items: Sequence[Item], at: int) -> int:
    """Where the clause of an item begins; a relative clause begins with what it is about."""
    low = at
    while low > 0 and items[low - 1].lower not in _BREAKS and "parting" not in items[low - 1].word.marks:
        low -= 1
    if low > 1 and "relative" in items[low - 1].word.marks:
        low -= 2 if items[low - 2].lower == "," else 1
        while (
            low > 0
            and items[low - 1].lower not in _BREAKS | {","}
            and items[low - 1].mention is None
            and items[low - 1].word.role != "auxiliary"
        ):
            low -= 1
    return low


def _first_verb(items: Sequence[Item], low: int, at: int) -> int | None:
    """The first verb behind some subject; a word after an article or an adjective is none."""
    for place in range(low, at):
        item = items[place]
        if item.name is not None or item.mention is not None or place == low:
            continue
        before = items[place - 1]
        if item.word.role == "auxiliary" or is_saying(item) or ("before_verb" in before.word.marks and not item.word.role):
            return place
        if (
            item.word.verbs
            and before.word.role not in ("determiner", "preposition")
            and before.lower != "to"
            and (item.lower != item.word.stem or not item.word.nouns)
        ):
            return place
    return None


def _trimmed(items: Sequence[Item]) -> list[Item]:
    """The phrase itself: behind the last comma that opens it, and not overlong."""
    found = list(items)
    for place in range(len(found) - 1, -1, -1):
        if found[place].lower == "," and any(i.name is not None or not i.word.role for i in found[place + 1 :]):
            found = found[place + 1 :]
            break
    return found[-_LONGEST:]


def _is_pronoun(items: Sequence[Item]) -> bool:
    """Whether nothing in a phrase names anything."""
    return all("nameless" in item.word.marks or (item.name is None and item.word.role != "") for item in items)
