"""The clause around a value -> what is to be done: the words between its verb and the value, or behind it."""

from collections.abc import Sequence

from claimlint.claims.clauses.frame import Frame, is_verb, lead_of
from claimlint.claims.clauses.noun_phrases import Span
from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item

_SHORT = 2  # words of a predicate that say too little by themselves
_LONG = 30  # words of a predicate
_LOOSE = frozenset({",", "s"})  # of "one year's notice"
_NEAR = 7  # words of an aside


def predicate(items: Sequence[Item], around: Frame, words: Words, anchored: Span | None) -> tuple[Span, ...]:
    """What is to be done: the words between the verb and the value, or behind it."""
    verb = around.verb
    if around.inner is not None:
        start, end = around.inner + 1, _trim(items, around.inner + 1, around.lead)
        if end > start and items[start].word.role == "preposition" and items[end].lower == ",":
            end = start  # "in the event that within a week of the call, a third of the States"
        behind = anchored[1] if anchored else around.at + 1
        aside = behind < around.high and items[behind].lower == "," and (end <= start or items[around.lead].lower == ",")
        rest = until(items, behind + 1, around.high, words) if aside else (behind, behind)
        if end <= start and not aside:
            behind += behind < around.high and items[behind].lower == "of"
            rest = until(items, behind, around.high, words)
        return tuple(span for span in ((start, end), rest) if span[1] > span[0])
    if verb is None:
        end = _trim(items, around.low, around.lead)
        return ((around.low, end),) if end - around.low > 1 else ()
    if around.ahead:
        return (until(items, past_aside(items, verb + 1, around.high), around.high, words),)
    start, end = past_aside(items, verb + 1, around.lead), around.lead
    previous = next((i for i in range(around.lead - 1, verb, -1) if items[i].mention is not None), None)
    if previous is not None:
        joint = next((i for i in range(previous + 1, around.lead) if items[i].lower in ("and", "or", "but")), None)
        if joint is not None and around.lead - joint > _SHORT:
            start = joint + 1
        elif all(item.lower in words.leads | words.joins for item in items[previous + 1 : around.lead]):
            end = lead_of(items, previous, start, words)
    end = _trim(items, start, end)
    behind = anchored[1] if anchored else around.at + 1
    goes_on = behind < around.high and items[behind].mention is None and anchored is None and items[behind].lower in words.resumes
    if behind + 1 < around.high and "," == items[around.lead].lower == items[behind].lower and items[behind].mention is None:
        goes_on = items[behind + 1].lower not in words.joins
    if not goes_on and (end - start > _SHORT or (end - start > 1 and items[start].lower == "be") or (end > start and anchored)):
        return ((start, end),)
    while behind < around.high and items[behind].lower in _LOOSE and items[behind].mention is None:
        behind += 1
    first, last = until(items, behind, around.high, words)
    following = next((i for i in range(first, last) if items[i].mention is not None), None)
    rest = first, last if following is None else _trim(items, first, lead_of(items, following, first, words))
    said = any(item.lower in words.news for item in items[slice(*rest)])
    return tuple(span for span in ((start, end), rest) if span[1] > span[0] and not (said and span is rest))


def past_aside(items: Sequence[Item], start: int, high: int) -> int:
    """The place behind an aside between commas, where one begins here: "shall, as a rule, accept"."""
    if start >= high or items[start].lower != "," or items[start].mention is not None:
        return start
    return next((i + 1 for i in range(start + 1, high - 1) if items[i].lower == "," and items[i].mention is None), start)


def until(items: Sequence[Item], start: int, high: int, words: Words) -> Span:
    """A stretch from a place to the end of its part of the clause."""
    end = start
    while end < high and end - start < _LONG:
        item = items[end]
        if item.lower == "," and item.mention is None:
            closing = next(
                (i for i in range(end + 2, min(end + _NEAR, high)) if items[i].lower == "," and items[i].mention is None), None
            )
            if closing is not None and not any(is_verb(items, i, words) for i in range(end, closing)):
                end = closing + 1
                continue
        if (
            item.mention is None
            and item.name is None
            and (item.lower in words.conditions or (end > start and (item.lower in (",", ".") or is_verb(items, end, words))))
        ):
            break
        end += 1
    return start, _trim(items, start, end)


def _trim(items: Sequence[Item], start: int, end: int) -> int:
    while end > start and items[end - 1].mention is None and items[end - 1].lower in (",", ".", "and", "or", "but", "(", "as"):
        end -= 1
    return end
