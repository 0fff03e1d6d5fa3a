"""The clause around a value -> the event that a time is counted from."""

from collections.abc import Sequence

from attrs import evolve

from claimlint.claims.clauses.frame import Frame, is_verb, lead_of
from claimlint.claims.clauses.noun_phrases import Span
from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item

_LONG = 30  # words of an anchor
_NEAR = 7  # words between two values of one event


def anchor(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """The event that a time is counted from: behind "after", "of", "in advance of" that follow the value."""
    start = around.at + 1
    while start < around.high and start - around.at <= 2 and items[start].lower in words.units:
        start += 1
    if start < around.high and items[start].lower == "," and items[start].mention is None:
        if _is_counted(items, start + 1, words):
            start += 1
        else:
            closing = next((i for i in range(start + 2, min(start + _NEAR, around.high)) if items[i].lower == ","), start)
            start = closing + 1 if closing > start else start
    for lead in words.anchors:
        end = start + len(lead)
        if len(lead) == 1 and lead[0] in words.afterwards and end <= around.high and items[start].lower == lead[0]:
            return start, end
        if end <= around.high and tuple(item.lower for item in items[start:end]) == lead:
            last = _anchored(items, end, around.high, words)
            return (start, last) if last > end or len(lead) > 1 else None
    following = next((i for i in range(start, min(start + _NEAR, around.high)) if items[i].mention is not None), None)
    if (
        following is not None
        and items[start].lower in ("and", "but", "nor")
        and lead_of(items, following, start + 1, words) == start + 1
    ):
        return anchor(items, evolve(around, at=following), words)
    return None


def _is_counted(items: Sequence[Item], start: int, words: Words) -> bool:
    """Whether it is told from a place on what a time is counted from: "reckoned from"."""
    return any(tuple(item.lower for item in items[start : start + len(lead)]) == lead for lead in words.anchors if len(lead) > 1)


def _anchored(items: Sequence[Item], start: int, high: int, words: Words) -> int:
    last, told = start, False
    while last < high and last - start < _LONG and not _ends_anchor(items, last, words):
        mention = items[last].mention
        if mention is not None and mention.value.bound and not told:
            break
        told = told or items[last].lower in words.relatives
        last += 1
    while last > start and items[last - 1].word.role == "preposition" and items[last - 1].mention is None:
        last -= 1
    return last


def _ends_anchor(items: Sequence[Item], i: int, words: Words) -> bool:
    item = items[i]
    if item.mention is not None or item.name is not None:
        return False
    if item.is_mark:
        return item.lower not in ("-", "/", "'") and not item.lower[:1].isdigit()
    if item.lower in words.relatives:
        return items[i - 1].word.role != "preposition"
    if item.lower in words.conditions:
        return items[i - 1].lower not in words.moments
    if is_verb(items, i, words):
        return True
    return (
        item.lower in ("and", "or", "but")
        and i + 1 < len(items)
        and (items[i + 1].mention is not None or items[i + 1].lower in words.leads or is_verb(items, i + 1, words))
    )
