"""Items around a speaker and his verb -> how far goes what he reports."""

from collections.abc import Sequence

from claimlint.claims.items import Item

_NEAR = 8  # items behind a speaker and his verb that say when and where he said it
_LEAST = 4  # items of a report before its speaker
_FIGURE = 4  # items up to a figure
_STOPS = frozenset({";", ":", "—", "–"})


def part_before(items: Sequence[Item], end: int) -> tuple[int, int]:
    """The part of the sentence before a place."""
    first = end
    while first > 0 and items[first - 1].lower not in _STOPS:
        first -= 1
    return first, end


def part_around(items: Sequence[Item], place: int) -> tuple[int, int]:
    """The part of a sentence around a place."""
    first, _ = part_before(items, place)
    return first, next((i for i in range(place, len(items)) if items[i].lower in _STOPS), len(items))


def end_behind(items: Sequence[Item], start: int, place: int) -> int:
    """How far a report behind its verb goes: to the end, or, in a relative clause, to the next comma."""
    relative = start > 0 and (
        "reporting" in items[start - 1].word.marks or (items[start - 1].word.role == "" and not items[start - 1].is_mark)
    )
    for at in range(place + 1, len(items)):
        if items[at].lower in _STOPS or (relative and items[at].lower == ","):
            return at
    return len(items)


def closes(items: Sequence[Item], start: int, place: int) -> bool:
    """Whether speaker and verb close their part of the sentence behind a comma: then they report what is before it."""
    rest = items[place + 1 : next_mark(items, place + 1)]
    is_aside = start > 1 and items[start - 1].lower == ","
    if not (is_aside or start >= _LEAST) or any(item.mention is not None and item.mention.value.when is None for item in rest):
        return False
    if is_aside and len(rest) <= _NEAR:
        return not any(
            item.lower == "that" or item.word.role == "auxiliary" or (item.word.verbs and not item.word.nouns) for item in rest
        )
    return len(rest) <= _LEAST + 2 and all(
        item.mention is not None or item.name is not None or item.word.role in ("preposition", "determiner", "adverb")
        for item in rest
    )


def goes_on(items: Sequence[Item], first: int, start: int, place: int) -> int | None:
    """How far a report goes on behind its speaker: "the state, the union said, owes ..."; None where it does not."""
    comma = next_mark(items, place + 1)
    if comma + 1 >= len(items) or items[comma].lower != ",":
        return None
    before = items[first : start - 1]
    whole = any(item.word.role == "auxiliary" or (item.word.verbs and item.lower != item.word.stem) for item in before)
    if whole and not (comma == place + 1 and "going_on" in items[comma + 1].word.marks):
        return None
    return next((i for i in range(comma, len(items)) if items[i].lower in _STOPS), len(items))


def figure_end(items: Sequence[Item], place: int) -> int:
    """Where the figure ends that stands right behind a place."""
    return next((i + 1 for i in range(place, min(len(items), place + _FIGURE)) if items[i].mention is not None), place)


def next_mark(items: Sequence[Item], start: int) -> int:
    """The first mark from a place on, or the end."""
    return next((i for i in range(start, len(items)) if items[i].is_mark), len(items))
