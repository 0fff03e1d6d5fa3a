"""Items from a place on -> the list that begins there: of mentions with what they count, or of things."""

from collections.abc import Iterator, Sequence

from claimlint.claims.elements import SHORT
from claimlint.claims.items import Item

_ROW = 3  # parts of a list that has no "and" before the last
_BEHIND = 9  # words of one part behind its number
_LEAD = 4  # words of one part before its number
_THING = 7  # words of one thing
_TITLED = 2  # words among which a name stands
_ENDS = frozenset({"ending_list", "closing_list"})  # marks of what a part does not go on over
_BARE = "bare"
_MEASURED = frozenset(
    {"money", "quantity", "length", "area", "volume", "mass", "duration", "percent", "age"}
)  # "two tonnes and 1.4"


def united(
    items: Sequence[Item], at: int, step: int, kind: str, nouns: frozenset[str] | None
) -> Iterator[tuple[int, tuple[Item, ...]]]:
    """Gives the lists of mentions of a kind that begin at a place: the shortest whole one first.

    A whole list has "and" before its last part. Read backwards a list is only taken where it begins the template.
    """
    if step < 0:
        return
    parts: list[Item] = []
    place = at
    joined = False
    while place < len(items):
        part = _part(items, place, kind, nouns, lead=bool(parts)) or (
            _part(items, place, _BARE, nouns, lead=True) if parts and kind in _MEASURED else None
        )
        if part is None:
            return
        number, behind = part
        parts.append(items[number])
        if joined and len(parts) > 1:
            for end in range(behind, number, -1):
                if nouns is None or any(items[i].lower in nouns for i in range(number + 1, end)):
                    yield end, tuple(parts)
        following = _joint(items, behind)
        if following is None:
            if not joined and len(parts) >= _ROW and (behind >= len(items) or items[behind].lower in _CLOSES):
                yield behind, tuple(parts)
            return
        place, last = following
        joined = joined or last


def _part(items: Sequence[Item], at: int, kind: str, nouns: frozenset[str] | None, *, lead: bool) -> tuple[int, int] | None:
    """Where the number of a part stands, and the place behind the part's words."""
    number = at
    while number < len(items) and kind not in items[number].kinds:
        if (
            not lead
            or number - at >= _LEAD
            or items[number].mention is not None
            or "ending_list" in items[number].word.marks
            or items[number].lower in (",", "and")
        ):
            return None
        number += 1
    if number >= len(items):
        return None
    end = number + 1
    counts = nouns is None
    while end < len(items) and end - number <= _BEHIND:
        item = items[end]
        if item.lower == "," or not item.word.marks.isdisjoint(_ENDS) or "number" in item.kinds:
            break
        counts = counts or (item.lower in nouns if nouns else False)
        end += 1
    return (number, end) if counts else None


def _joint(items: Sequence[Item], at: int) -> tuple[int, bool] | None:
    """The place behind a comma or "and" that joins parts, and whether it was the "and" before the last."""
    place = at
    if place < len(items) and items[place].lower in (",", ";"):
        place += 1
    last = place < len(items) and "closing_list" in items[place].word.marks
    place += last
    return (place, last) if place > at else None


_CLOSES = frozenset({".", ";", "—", "–", ")", "?", "!"})
_JOINING = frozenset({"and", "or", "as", "plus", "with", "along", "together"})
_NO_THING = frozenset({"auxiliary", "conjunction", "pronoun"})


def things(items: Sequence[Item], at: int, step: int, *, named: bool = False) -> Iterator[tuple[int, tuple[Item, ...]]]:
    """Gives the row of things that begins at a place and ends with its sentence or a dash; one item stands for each.

    With `named` each of them must have a name.
    """
    if step < 0:
        return
    heads: list[Item] = []
    place = at
    joined = False
    while place < len(items):
        start = place
        while place < len(items) and items[place].lower not in (",", "and", "or") and items[place].lower not in _CLOSES:
            if (
                (items[place].mention is not None and not (named and _is_given(items, place)))
                or place - start >= _THING
                or (items[place].name is None and items[place].word.role in _NO_THING)
            ):
                return
            place += 1
        if place == start or (named and not any(item.name is not None for item in items[start:place])):
            return
        heads.append(items[start])
        if place >= len(items) or items[place].lower in _CLOSES:
            if joined and len(heads) > 1:
                yield place, tuple(heads)
            return
        if joined:  # a second "and" leaves open where things part; names also end at a comma
            if named and items[place].lower == "," and _are_names(items, place, len(heads)) and not _goes_on(items, place + 1):
                yield place, tuple(heads)
            return
        comma = items[place].lower == ","
        place += 1
        if comma and place < len(items) and items[place].lower in ("and", "or"):
            joined = True
            place += 1
        elif not comma:
            joined = True


def _are_names(items: Sequence[Item], end: int, many: int) -> bool:
    """Whether what stands before a place is a row of so many names, each with one word before it at most."""
    starts = [at + 1 for at in range(end) if items[at].lower in (",", "and", "or")][-many:]
    return many > 1 and all(any(item.name is not None for item in items[at : at + _TITLED]) for at in starts)


def _is_given(items: Sequence[Item], at: int) -> bool:
    """Whether a mention is but the first word of a name: May Chan, Sunday Achebe."""
    mention = items[at].mention
    return mention is not None and mention.value.when is not None and at + 1 < len(items) and items[at + 1].name is not None


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Whether what stands behind a comma belongs to the row before it."""
    return at < len(items) and (items[at].lower in _JOINING or items[at].name is not None)


def row(items: Sequence[Item], at: int, step: int) -> Iterator[tuple[int, tuple[Item, ...]]]:
    """Gives the row of names alone that begins at a place, wherever it ends: one name, or several with "and" before the last."""
    if step < 0:
        return
    heads: list[Item] = []
    place = at
    joined = False
    while place < len(items):
        place += items[place].lower == "the"
        if place >= len(items) or items[place].name is None:
            return
        heads.append(items[place])
        place += 1
        following = _joint(items, place)
        if following is None or joined or not _is_name(items, following[0]):
            if joined or (len(heads) == 1 and not _is_parted(items, place)):
                yield place, tuple(heads)
            return
        place, joined = following


def _is_parted(items: Sequence[Item], behind: int) -> bool:
    """Whether something is left out between a name and what stands behind it."""
    name = items[behind - 1].name
    return behind < len(items) and name is not None and name.last < items[behind].at


def _is_name(items: Sequence[Item], at: int) -> bool:
    at += at < len(items) and items[at].lower == "the"
    return at < len(items) and items[at].name is not None


__all__ = ["SHORT", "row", "things", "united"]
