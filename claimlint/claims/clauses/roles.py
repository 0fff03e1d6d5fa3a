"""The clause around a value -> who is bound by it, and the phrases that may say what the value is of."""

from collections.abc import Sequence

from claimlint.claims.clauses.frame import Frame
from claimlint.claims.clauses.noun_phrases import Span, before, ends_noun, head, is_one_of, is_party, matters
from claimlint.claims.clauses.noun_phrases import antecedent as before_relative
from claimlint.claims.clauses.predicates import past_aside
from claimlint.claims.clauses.rates import rate
from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item

_LONG = 30  # words of a noun phrase
_OWN = frozenset({"s"})  # of "the bloc's members"
_COMMA, _IN = frozenset({","}), frozenset({"in"})
_COUNTING = frozenset({"count", "percent", "quantity", "money", "rank"})


def party(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """Who is bound: the subject of the verb, or in the passive who stands behind "by".

    What is said under a condition binds nobody by itself.
    """
    if around.verb is None or around.kind == "condition":
        return None
    subject = around.subject
    if items[around.verb].lower not in words.verbs | words.promising:  # "the pact obliges both sides to"
        told = noun_behind(items, around.verb + 1, around.high, words)
        return to_head(items, told, words) if told is not None and is_party(items, told, words) else None
    if not _is_passive(items, around, words):
        return to_head(items, subject, words) if subject is not None and _acts(items, around, subject, words) else None
    for i in range(around.verb + 2, min(around.high, around.verb + _LONG)):
        item = items[i]
        if item.mention is None and item.lower == "by":
            span = noun_behind(items, i + 1, around.high, words)
            if span is not None and is_party(items, span, words):
                return to_head(items, span, words)
        if item.name is None and item.word.role == "preposition" and item.lower not in words.goes_on | words.before_by:
            break
    return to_head(items, subject, words) if subject is not None and is_party(items, subject, words) else None


def named(items: Sequence[Item], span: Span, words: Words) -> Span:
    """Who is named in a stretch that goes on with what he does: "inspectors take samples"."""
    first = next((i for i in range(*span) if items[i].lower in words.parties and items[i].mention is None), None)
    on = words.goes_on | words.parties | _OWN
    goes_on = first is None or (first + 1 < span[1] and items[first + 1].lower in on)
    return to_head(items, span if first is None or goes_on else (span[0], first + 1), words)


def _acts(items: Sequence[Item], around: Frame, subject: Span, words: Words) -> bool:
    """Whether a subject can be bound: a party, or a ship or plant that does something."""
    if is_party(items, subject, words):
        return True
    at = head(items, subject, words)
    if around.verb is None or at is None or items[at].lower not in words.agents:
        return False
    doing = next((item for item in items[around.verb + 1 : around.high] if matters(item)), None)
    return doing is not None and doing.lower not in words.stative


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


def counted(items: Sequence[Item], around: Frame, words: Words) -> Span | None:
    """What a number counts: the noun phrase behind it."""
    mention = items[around.at].mention
    if mention is None or mention.value.kind not in _COUNTING:
        return None
    leading = [item.lower for item in items[max(around.low, around.lead - 1) : around.at + 1]]
    if mention.value.kind == "percent" and (leading[0] in words.measuring or not words.finite.isdisjoint(leading[1:])):
        return None  # "the tax shall not exceed a tenth of the price" is about the tax
    start = around.at + 1
    if around.verb == start and start + 1 < around.high and items[start + 1].lower == "be":
        return noun_behind(items, start + 2, around.high, words)  # "no more than 50 shall be helicopters"
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
    while end < high and end - start < _LONG and (not ends_noun(items[end], words) or _is_compound(items, end, high)):
        if end > start and rate(items, end, high, words):
            break
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


def _is_compound(items: Sequence[Item], at: int, high: int) -> bool:
    """Whether a preposition is the first part of a compound: "on-site"."""
    return at + 1 < high and items[at + 1].lower == "-" and items[at].mention is None and items[at].word.role == "preposition"


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
    while end > around.low and items[end - 1].lower in words.measuring | words.negations and items[end - 1].mention is None:
        end -= 1
    start = before(items, end, around.low, words)
    if around.verb is not None and start == around.verb + 1:
        start = next((i for i in range(start, end) if items[i].word.role == "determiner" and items[i].name is None), end)
    if start > around.low and start == end - 1 and is_one_of(items[start - 1], words.being | _COMMA):
        return None  # "none of it is left nearer than"
    if start > around.low + 1 and items[start - 1].lower in words.pronouns and end - start == 1:
        end = start - 1  # "the resolution they yield is"
        start = before(items, end, around.low, words)
    leading = (i for i in range(end - 2, start - 1, -1) if items[i].lower in words.measuring and items[i + 1].lower == "for")
    start = next((i + 1 for i in leading), start)
    while start < end and items[start].lower in words.goes_on:
        start += 1
    leads = words.having | _IN if items[end - 1].lower in words.totals else words.having
    if start > around.low and is_one_of(items[start - 1], leads):
        whole = before(items, start - 1, around.low, words)
        start = whole if any(matters(item) for item in items[whole : start - 1]) else start
    named = items[start].lower in words.agents | words.parties if start < end else False
    if end - start == 1 and start > around.low and items[start - 1].lower == "to" and not named:
        return None
    idle = words.circumstances | words.totals
    return (start, end) if any(matters(item) and item.lower not in idle for item in items[start:end]) else None


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


def _is_passive(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether something is done to the subject: "shall be held"; "shall be obliged to" binds it."""
    if around.verb is None:
        return False
    subject = around.subject
    behind = subject[1] if subject is not None and subject[0] > around.verb else around.verb + 1
    start = past_aside(items, behind, around.high)
    after = [item.lower for item in items[start : start + 3] if item.word.role != "adverb"]
    return after[:1] == ["be"] and words.passives.isdisjoint(after[1:2])
