"""Items of a clause -> its noun phrases: where they begin and end, what they are about, whether that can be bound."""

from collections.abc import Sequence

from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item

Span = tuple[int, int]  # items, half open

_MATTER = ("", "measure", "title")
_OWN = "s"  # of "the team's period"
_HYPHEN, _THAT = frozenset({"-"}), frozenset({"that"})


def is_party(items: Sequence[Item], span: Span, words: Words) -> bool:
    """Whether a noun phrase names somebody who can be bound: by its head, or by a known name."""
    at = head(items, span, words)
    if at is None:
        return False
    item = items[at]
    if item.name is not None and (item.name.kind in words.kinds or item.lower in words.organs):
        return True
    return item.lower in words.parties or item.lower in words.pronouns


def head(items: Sequence[Item], span: Span, words: Words) -> int | None:
    """The place of the noun that a noun phrase is about: the last before a preposition, a participle or a clause."""
    found = None
    for i in range(*span):
        item = items[i]
        if found is not None and (ends_noun(item, words) or _parts(items, i, found, words) or item.lower in ("and", "or", "of")):
            break
        if matters(item) or (item.lower in words.pronouns and (i + 1 == span[1] or items[i + 1].lower == "of")):
            found = i
    return found


def antecedent(items: Sequence[Item], at: int, low: int, words: Words) -> Span | None:
    """The noun phrase that a relative clause hangs on, which opens at a place."""
    end = at
    while end > low and not matters(items[end - 1]):
        end -= 1
    start = end
    while start > low and not ends_noun(items[start - 1], words) and items[start - 1].mention is None:
        start -= 1
    return (start, end) if end > start else None


def trimmed(items: Sequence[Item], start: int, end: int, words: Words) -> Span | None:
    """A stretch from its first noun phrase on that no preposition leads."""
    while (
        start < end
        and (
            items[start].lower in words.joins | words.openers or items[start].is_mark or _is_conjunction(items, start, end, words)
        )
        and items[start].mention is None
    ):
        start += 1
    if start < end and items[start].word.role == "preposition" and items[start].name is None and items[start].mention is None:
        matter = False
        for i in range(start + 1, end):
            item = items[i]
            before = items[i - 1]
            fresh = item.word.role == "determiner" or item.name is not None
            if fresh and matter and before.word.role not in ("preposition", "determiner", "conjunction"):
                return i, end
            if matters(item) and is_one_of(before, words.instruments):  # "under the accord patrols"
                return i, end
            matter = matter or matters(item) or item.mention is not None
        return None
    return (start, end) if start < end else None


def before(items: Sequence[Item], end: int, low: int, words: Words) -> int:
    """Where the noun phrase begins that ends at a place: behind a verb or a mark, or with its first article."""
    start = end
    while start > low and not ends_noun(items[start - 1], words) and items[start - 1].mention is None:
        start -= 1
        opens = items[start].word.role == "determiner" and items[start].name is None and start + 1 < end
        if opens and start > low and items[start - 1].lower not in words.goes_on and items[start - 1].word.role != "determiner":
            break
    return start


def ends_noun(item: Item, words: Words) -> bool:
    """Whether a noun phrase ends before an item, "of" and "and" aside."""
    if item.name is not None or item.mention is not None:
        return False
    if item.is_mark:
        return item.lower != "-"
    if item.lower in words.goes_on or item.lower == _OWN:
        return False
    return (
        item.lower in words.stops
        or item.word.role in ("preposition", "auxiliary", "pronoun", "conjunction")
        or item.lower in words.relatives | words.conditions | words.verbs
    )


def is_relative(items: Sequence[Item], i: int, words: Words) -> bool:
    """Whether a relative clause opens at a place; behind a comma or a preposition "that Party" is a Party."""
    if not is_one_of(items[i], words.relatives):
        return False
    return not (is_one_of(items[i], _THAT) and i and (items[i - 1].is_mark or items[i - 1].word.role == "preposition"))


def matters(item: Item) -> bool:
    """Whether an item is a noun, a name or an adjective rather than a word of grammar."""
    return item.name is not None or (item.mention is None and item.word.role in _MATTER)


def is_one_of(item: Item, words: frozenset[str]) -> bool:
    """Whether an item is one of some words or marks, and no mention or name."""
    return item.lower in words and item.mention is None and item.name is None


def _parts(items: Sequence[Item], i: int, noun: int, words: Words) -> bool:
    """Whether another phrase begins behind a noun: with a determiner, or with what somebody is doing or has had done to him."""
    item = items[i]
    if item.name is not None or is_one_of(items[i - 1], _HYPHEN):
        return False
    return (
        item.word.role == "determiner"
        or item.lower.endswith("ing")
        or ((item.lower.endswith("ed") or item.lower in words.passives) and items[noun].lower in words.parties | words.agents)
    )


def _is_conjunction(items: Sequence[Item], at: int, end: int, words: Words) -> bool:
    """Whether "that" opens a clause before its subject: "that it will", no "that Party will"."""
    if not is_one_of(items[at], _THAT) or at + 1 >= end:
        return False
    after = items[at + 1]
    return after.lower in words.pronouns or after.word.role == "determiner"
