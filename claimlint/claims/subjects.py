"""Items around a mention -> the person or thing that its value is of."""

from collections.abc import Sequence

from claimlint.claims.items import Item
from claimlint.claims.names import Name
from claimlint.claims.segments import Around
from claimlint.claims.vocabulary import Vocabulary

_REACH = 9
_BETWEEN = frozenset({"behind_name", "beside_age"})  # marks of what stands between a name and an age


def person(items: Sequence[Item], at: int) -> Name | None:
    """The person whose age or birth stands at a place.

    "Rui Castelo, 52,"; "Rui Castelo, a 52-year-old driver"; "a 52-year-old driver, Rui Castelo"; "52-year-old Rui
    Castelo"; "Rui Castelo was born in 1972"; "Rui Castelo, who is 52". None where it is somebody else's: "Castelo's
    12-year-old son", "Rui Castelo and a 14-year-old".
    """
    return _before(items, at) or _behind(items, at) or _opening(items, at)


def _before(items: Sequence[Item], at: int) -> Name | None:
    """The name that an apposition, "who is" or "was born" parts from the place."""
    at = _apposition(items, at)
    for place in range(at - 1, max(-1, at - _REACH), -1):
        item = items[place]
        if item.name is not None:
            is_own = place + 1 < len(items) and "behind_name" in items[place + 1].word.marks and is_person(item.name)
            return item.name if is_own and not _is_place(items, place) else None
        if item.word.role not in ("determiner", "auxiliary") and item.word.marks.isdisjoint(_BETWEEN):
            return None
    return None


def _apposition(items: Sequence[Item], at: int) -> int:
    """Where the apposition begins that holds a place: "Rui Castelo, a retired driver of 52"; the place where none does."""
    for place in range(at - 1, max(0, at - _REACH), -1):
        item = items[place]
        if "articles" in item.word.marks:
            return place if items[place - 1].lower == "," else at
        if item.mention is not None or item.is_mark or item.word.role not in ("", "preposition"):
            return at
    return at


def _is_place(items: Sequence[Item], place: int) -> bool:
    """Whether a name is a place's by the word before it: "in Ulm"."""
    return place > 0 and "placing" in items[place - 1].word.marks


def _describes(items: Sequence[Item], place: int) -> bool:
    """Whether a name only tells what another is: "a 16-year-old Kent boy"."""
    name = items[place].name
    behind = items[place + 1] if place + 1 < len(items) else None
    return name is not None and len(name.words) == 1 and behind is not None and behind.name is None and bool(behind.word.nouns)


def _behind(items: Sequence[Item], at: int) -> Name | None:
    """The name behind the words of its own phrase: "a 52-year-old driver, Rui Castelo"."""
    for place in range(at + 1, min(len(items), at + _REACH)):
        item = items[place]
        if item.name is not None:
            return item.name if is_person(item.name) and not _describes(items, place) else None
        if (
            item.mention is not None
            or not ("before_name" in item.word.marks or item.word.role in ("", "title"))
            or (item.lower == "as" and "known_as" not in items[place - 1].word.marks)
            or (item.word.verbs and not item.word.nouns)
        ):
            return None
    return None


def _opening(items: Sequence[Item], at: int) -> Name | None:
    """The name behind the comma that closes an opening participle: "Born in Ulm in 1972, Castelo ..."."""
    if not items or not items[0].word.verbs or items[0].name is not None:
        return None
    for place in range(at + 1, len(items) - 1):
        name = items[place + 1].name
        if items[place].lower == "," and name is not None and is_person(name):
            return name
    return None


def named_last(items: Sequence[Item]) -> Name | None:
    """The last person that some items name: "the court in Ulm" names none."""
    for place in range(len(items) - 1, -1, -1):
        name = items[place].name
        if name is None or _describes(items, place):
            continue
        if is_person(name) and not _is_place(items, place):
            return name
    return None


def full_name(name: Name | None, vocabulary: Vocabulary) -> str:
    """A person's name as it is compared: "emil sabo", or the surname alone where no more is told ("Mayor Sabo").

    What follows "of" is where somebody is from: "Emil Sabo of Istria Nova".
    """
    if name is None:
        return ""
    words = name.words[: name.words.index("of")] if "of" in name.words[1:] else name.words
    while len(words) > 1 and vocabulary[words[0]].role == "title":
        words = words[1:]
    return " ".join(words[-2:]).lower()


def same_person(a: str, b: str) -> bool:
    """Whether two names as compared may be one person's: they share the surname, and the given name where both have it."""
    return a == b or ((" " not in a or " " not in b) and a.rpartition(" ")[2] == b.rpartition(" ")[2])


def is_person(name: Name) -> bool:
    """Whether a name may be a person's: known to be one, or capitals that no list knows."""
    return (not name.kind and len(name.words) >= 1 and name.words[-1][1:2].islower()) or name.kind == "person"


def entity(items: Sequence[Item], where: Around, kind: str) -> str:
    """The known entity of a kind that stands nearest in the sentence, before the value rather than behind it."""
    for place in (*range(where.at - 1, -1, -1), *range(where.at + 1, len(items))):
        name = items[place].name
        if name is not None and name.entity and name.kind == kind:
            return str(name.entity)
    return ""
