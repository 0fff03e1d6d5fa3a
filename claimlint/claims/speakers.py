"""Items around a word of saying -> the phrase that names who says it."""

from collections.abc import Sequence

from claimlint.claims.circumstance import is_saying
from claimlint.claims.items import Item
from claimlint.claims.reported import next_mark, part_before

_LONGEST = 16  # items of a speaker's phrase
_NEAR = 8  # items of an aside that says who somebody is


def speaker(items: Sequence[Item], place: int) -> tuple[int, Sequence[Item]]:
    """The subject of a verb: where it begins, and its items, with an aside between commas. None for a passive."""
    if place and "being" in items[place - 1].word.marks and items[place].lower.endswith("ed"):
        return place, ()
    at = place
    while at > 0 and _is_between(items, at - 1):
        at -= 1
    aside: Sequence[Item] = ()
    if at > 0 and items[at - 1].lower == ",":
        comma = next((i for i in range(at - 2, max(-1, at - _LONGEST), -1) if items[i].is_mark), -1)
        if comma < 1 or items[comma].lower != ",":
            return at, ()
        aside, at = items[comma + 1 : at - 1], comma
        aside = () if aside and "reporting" in aside[0].word.marks else aside
    phrase = phrase_before(items, at)
    if not phrase and at > 1 and "coordinating" in items[at - 1].word.marks:  # "the police gave no figure and spoke of ..."
        first, _ = part_before(items, at)
        return first, subject(items[first:at])
    return at - len(phrase), [*phrase, *aside]


def phrase_before(items: Sequence[Item], end: int) -> Sequence[Item]:
    """The phrase that ends before a place."""
    start = end
    while start > 0 and end - start < _LONGEST:
        item = items[start - 1]
        if item.name is None and (
            (item.mention is not None and item.mention.value.kind != "count")
            or (item.mention is None and item.lower != "s" and item.word.role in ("mark", "auxiliary", "conjunction"))
            or "reporting" in item.word.marks
            or (item.word.verbs and not item.word.nouns and not item.word.role and item.lower == item.word.stem)
            or is_saying(item)
        ):
            break
        start -= 1
    return items[start:end]


def phrase_end(items: Sequence[Item], start: int) -> int:
    """Where the phrase ends that begins at a place: at a mark, a verb or a time, with an aside that names somebody."""
    end = start
    while end < len(items) and end - start < _LONGEST:
        item = items[end]
        if item.name is None and (
            item.mention is not None
            or (item.lower != "s" and item.word.role in ("auxiliary", "conjunction", "mark"))
            or "reporting" in item.word.marks
        ):
            if item.lower == "," and end > start and _is_unknown(items[end - 1]):
                aside = next_mark(items, end + 1)
                behind = items[end + 1].word if end + 1 < len(items) else item.word
                tells = behind.role == "determiner" or "office" in behind.marks
                end = aside if tells and aside - end <= _NEAR else end
            elif item.lower == "," and end + 1 < len(items) and items[end + 1].name is not None:
                end += 2
            break
        end += 1
    return end


def subject(items: Sequence[Item]) -> Sequence[Item]:
    """The words of a sentence before its first verb or mark."""
    end = next(
        (
            i
            for i, item in enumerate(items)
            if i
            and item.name is None
            and item.lower != "s"
            and (
                item.is_mark
                or "reporting" in item.word.marks
                or item.word.role == "auxiliary"
                or (item.word.verbs and (item.lower != item.word.stem or not item.word.nouns))
            )
        ),
        0,
    )
    return items[:end]


def _is_between(items: Sequence[Item], place: int) -> bool:
    """Whether an item stands between a subject and its verb: "have", "later", "on Monday"."""
    item = items[place]
    if item.mention is not None:
        return item.mention.value.when is not None
    if item.name is not None or item.lower == "s":
        return False
    if item.word.role == "preposition":
        behind = items[place + 1].mention if place + 1 < len(items) else None
        return behind is not None and behind.value.when is not None
    return item.word.role in ("auxiliary", "adverb")


def _is_unknown(item: Item) -> bool:
    """Whether an item is a name of which nothing is known."""
    return item.name is not None and not item.name.entity
