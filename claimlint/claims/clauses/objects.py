"""A clause and its kind -> the phrases that say what its value is of."""

from collections.abc import Sequence

from claimlint.claims.clauses import roles
from claimlint.claims.clauses.catalogue import Kind
from claimlint.claims.clauses.frame import Frame, is_told
from claimlint.claims.clauses.noun_phrases import Span, before, is_party, matters
from claimlint.claims.clauses.predicates import predicate
from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item


def of_kind(
    items: Sequence[Item], around: Frame, kind: Kind, words: Words, anchored: Span | None, party: Span | None
) -> tuple[Span, ...]:
    """What the value is of: the first way of the kind that gives something."""
    told = around.verb is not None and is_told(items, around.verb, words) and items[around.verb].lower not in words.stative
    for way in kind.objects:
        if told and way in ("subject", "predicate"):
            spans = tuple(span for span in predicate(items, around, words, anchored) if span != party)
        elif way == "predicate":
            spans = predicate(items, around, words, anchored)
            if around.subject is not None and not _is_one(around.subject, party) and spans and around.inner is None:
                spans = (around.subject, *spans)
        elif way == "subject":
            subject = around.subject if around.inner is None else roles.inner(items, around, words)
            if subject is not None and around.inner is not None and items[subject[1] - 1].lower in words.moments:
                subject = roles.counted(items, around, words) or subject  # "the date on which ten States"
            bound = subject is not None and (is_party(items, subject, words) or _is_one(subject, party))
            spans = (subject,) if subject is not None and not bound else ()
        else:
            span = getattr(roles, way)(items, around, words)
            spans = (span,) if span is not None else ()
            if spans and way == "counted" and _is_of_subject(items, around, words):
                spans = (*filter(None, (around.subject,)), *spans)  # "the strength of the garrison shall not exceed 90 men"
        if spans:
            return spans
    return ()


def noun(items: Sequence[Item], around: Frame, kind: Kind, words: Words) -> tuple[Span, ...]:
    """What the figure of a clause without a verb of its own counts or measures."""
    ways = (getattr(roles, way)(items, around, words) for way in kind.objects if way in ("counted", "measured"))
    return next(((span,) for span in ways if span is not None), ())


def instrument(items: Sequence[Item], at: int, words: Words) -> tuple[Span, ...]:
    """The treaty that news speaks of, nearest to a value."""
    places = (i for i, item in enumerate(items) if item.lower in words.instruments | words.agreements)
    nearest = min(places, key=lambda i: abs(i - at), default=None)
    if nearest is None:
        return ()
    before = nearest - 1
    return ((before if before >= 0 and items[before].word.role == "determiner" else nearest, nearest + 1),)


def capped(items: Sequence[Item], around: Frame, words: Words) -> tuple[Span, ...]:
    """What bounds the value by its name: "the perch quota at"."""
    if around.lead <= around.low or items[around.lead - 1].lower not in words.caps:
        return ()
    start = before(items, around.lead, around.low, words)
    return ((start, around.lead),)


def _is_of_subject(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether a number of things is that of the subject, and no party has them: "shall be no more than 90 men"."""
    subject = around.subject
    if subject is None or around.inner is not None or around.ahead or is_party(items, subject, words):
        return False
    known = any(matters(item) or item.name is not None for item in items[slice(*subject)])
    return known and not words.finite.isdisjoint(item.lower for item in items[around.lead : around.at + 1])


def _is_one(subject: Span, party: Span | None) -> bool:
    """Whether the subject is the party itself, with what hangs on it."""
    return party is not None and subject[0] == party[0]
