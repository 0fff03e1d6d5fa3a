"""The clause around a value -> what the value is of, who is bound by it, and the event that it is counted from."""

from collections.abc import Sequence

from attrs import evolve

from claimlint.claims.clauses.frame import Frame, is_verb, lead_of
from claimlint.claims.clauses.noun_phrases import Span, ends_noun, head, is_party, matters
from claimlint.claims.clauses.noun_phrases import antecedent as before_relative
from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item

_SHORT = 2  # words of a predicate that say too little by themselves
_LONG = 30  # words of a predicate, of an anchor
_LOOSE = frozenset({",", "s"})  # of "one year's notice"
_NEAR = 7  # words between two values of one event
_AMONG = frozenset({"to", "in", "at", "on"})
_COUNTING = frozenset({"count", "percent", "quantity", "money", "rank"})


def party(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """Who is bound: the subject of the verb, or in the passive who stands behind "by".

    What is said under a condition binds nobody by itself.
    """
    if around.verb is None or around.kind == "condition" or (around.kind == "relative" and not around.ahead):
        return None
    subject = around.subject
    if not _is_passive(items, around, words):
        return to_head(items, subject, words) if subject is not None and is_party(items, subject, words) else None
    for i in range(around.verb + 2, min(around.high, around.verb + _LONG)):
        item = items[i]
        if item.mention is None and item.lower == "by":
            span = noun_behind(items, i + 1, around.high, words)
            if span is not None and is_party(items, span, words):
                return to_head(items, span, words)
        if item.name is None and item.word.role == "preposition" and item.lower not in words.goes_on | _AMONG:
            break
    return to_head(items, subject, words) if subject is not None and is_party(items, subject, words) else None


def to_head(items: Sequence[Item], span: Span, words: Words) -> Span:
    """A noun phrase with what belongs to its head: "the Government of Norland", "the Parties and the Depositary"."""
    last = head(items, span, words)
    end = span[0] if last is None else last + 1
    while end < span[1] and items[end].lower in ("of", "and", "or") and end + 1 < span[1]:
        more = head(items, (end + 1, span[1]), words)
        if more is None or (items[end].lower != "of" and not is_party(items, (end + 1, more + 1), words)):
            break
        end = more + 1
    return span[0], end


def anchor(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """The event that a time is counted from: behind "after", "of", "in advance of" that follow the value."""
    start = around.at + 1
    while start < around.high and start - around.at <= 2 and items[start].lower in words.units:
        start += 1
    if start < around.high and items[start].lower == "," and items[start].mention is None:
        closing = next((i for i in range(start + 2, min(start + _NEAR, around.high)) if items[i].lower == ","), start)
        start = closing + 1 if closing > start else start
    for lead in words.anchors:
        end = start + len(lead)
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
        return item.lower not in ("-", "/", "'")
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


def counted(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """What a number counts: the noun phrase behind it."""
    mention = items[around.at].mention
    if mention is None or mention.value.kind not in _COUNTING:
        return None
    start = around.at + 1
    unit = bool(mention.value.unit) or mention.value.form == "part"
    if unit:
        if start < around.high and items[start].lower == "of":
            start += 1
        elif mention.value.unit:
            return None
        if "length" in items[around.at].kinds:  # "within two metres of the wall"
            return None
    elif start < around.high and items[start].lower == "of":
        start += 1
    return noun_behind(items, start, around.high, words)


def noun_behind(items: Sequence[Item], start: int, high: int, words: Words) -> Span | None:
    """The noun phrase that begins at a place."""
    end = start
    while end < high and end - start < _LONG and not ends_noun(items[end], words):
        if (
            items[end].lower in words.goes_on
            and items[end].name is None
            and (end == start or end + 1 >= high or not _goes_on(items, end, words))
        ):
            break
        if end > start and items[end].word.role == "determiner" and items[end].name is None and matters(items[end - 1]):
            break
        end += 1
    matter = any(matters(item) for item in items[start:end])
    return (start, end) if matter else None


def _goes_on(items: Sequence[Item], at: int, words: Words) -> bool:
    """Whether a noun phrase goes on behind "of" or "and"; behind "and" not with another phrase of its own."""
    after = items[at + 1]
    if items[at].lower in ("and", "or"):
        return after.mention is None and after.word.role != "determiner" and not ends_noun(after, words)
    return after.mention is None or after.mention.value.kind == "count"


def measured(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """What a quantity measures: the noun phrase right before it ("a height of", "the weight exceeding")."""
    end = around.lead
    mention = items[around.at].mention
    binding = [items[i].lower for i in range(end, around.at)]
    if mention is None or "," in binding or items[around.at].lower in words.finite:
        return None
    free = mention.value.kind in ("duration", "date") and not (
        mention.value.bound and (around.ahead or around.kind in ("relative", "condition"))
    )
    if "of" not in binding and (free or (binding and items[end].word.role == "preposition")):
        return None
    start = end
    while start > around.low and not ends_noun(items[start - 1], words) and items[start - 1].mention is None:
        start -= 1
    if around.verb is not None and start == around.verb + 1:
        start = next((i for i in range(start, end) if items[i].word.role == "determiner" and items[i].name is None), end)
    while start < end and items[start].lower in words.goes_on:
        start += 1
    if start > around.low and items[start - 1].lower in words.having and items[start - 1].mention is None:
        whole = start - 1
        while whole > around.low and not ends_noun(items[whole - 1], words) and items[whole - 1].mention is None:
            whole -= 1
        start = whole if any(matters(item) for item in items[whole : start - 1]) else start
    if end - start == 1 and start > around.low and items[start - 1].lower == "to":
        return None
    return (start, end) if any(matters(item) for item in items[start:end]) else None


def antecedent(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """What a relative clause that holds the value hangs on: the noun phrase before "which"."""
    if around.kind != "relative" or around.inner is None:
        return None
    if items[around.inner].lower in words.having:
        return noun_behind(items, around.inner + 1, around.lead, words)
    return before_relative(items, around.inner, around.low, words)


def inner(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """The subject of the subordinate clause that holds the value."""
    if around.inner is None:
        return None
    if around.kind == "relative":
        return antecedent(items, around, words)
    return noun_behind(items, around.inner + 1, around.lead, words)


def predicate(items: Sequence[Item], around: Frame, words: Words, anchored: Span | None) -> tuple[Span, ...]:
    """What is to be done: the words between the verb and the value, or behind it."""
    verb = around.verb
    if around.inner is not None:
        start, end = around.inner + 1, _trim(items, around.inner + 1, around.lead)
        behind = anchored[1] if anchored else around.at + 1
        aside = behind < around.high and items[behind].lower == "," and (end <= start or items[around.lead].lower == ",")
        rest = _until(items, behind + 1, around.high, words) if aside else (behind, behind)
        return tuple(span for span in ((start, end), rest) if span[1] > span[0])
    if verb is None:
        end = _trim(items, around.low, around.lead)
        return ((around.low, end),) if end - around.low > 1 else ()
    if around.ahead:
        return (_until(items, _past_aside(items, verb + 1, around.high), around.high, words),)
    start, end = _past_aside(items, verb + 1, around.lead), around.lead
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
    first, last = _until(items, behind, around.high, words)
    following = next((i for i in range(first, last) if items[i].mention is not None), None)
    rest = first, last if following is None else _trim(items, first, lead_of(items, following, first, words))
    return tuple(span for span in ((start, end), rest) if span[1] > span[0])


def _past_aside(items: Sequence[Item], start: int, high: int) -> int:
    """The place behind an aside between commas, where one begins here: "shall, as a rule, accept"."""
    if start >= high or items[start].lower != "," or items[start].mention is not None:
        return start
    return next((i + 1 for i in range(start + 1, high - 1) if items[i].lower == "," and items[i].mention is None), start)


def _until(items: Sequence[Item], start: int, high: int, words: Words) -> Span:
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


def _is_passive(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether something is done to the subject: "shall be held"; "shall be obliged to" binds it."""
    if around.verb is None:
        return False
    subject = around.subject
    behind = subject[1] if subject is not None and subject[0] > around.verb else around.verb + 1
    start = _past_aside(items, behind, around.high)
    after = [item.lower for item in items[start : start + 3] if item.word.role != "adverb"]
    return after[:1] == ["be"] and words.passives.isdisjoint(after[1:2])
