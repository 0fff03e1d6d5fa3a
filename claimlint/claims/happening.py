"""Items around a time -> the kinds of event that happened then.

The event is told by the noun that the time belongs to ("Monday's attack", "the 3 May signing", "the attack on Monday"),
by the last verb before it in its clause, or by the first verb behind it where the time opens the clause. Where a verb of
saying stands next to the time, it is the time of a statement.
"""

from collections.abc import Mapping, Sequence

from claimlint.claims.circumstance import is_saying
from claimlint.claims.items import Item
from claimlint.claims.segments import around
from claimlint.claims.vocabulary import Vocabulary

STATEMENT = frozenset({"statement"})
_NOTHING: frozenset[str] = frozenset()
_NEXT = 2  # words between a time and a verb of saying, or the noun that it belongs to
_SUBJECT = 12  # words from the subject of a verb to it
_FAR = 20  # words between a time and its verb


def happening(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> frozenset[str]:
    """Gives the names of the kinds of event of which items[at] is the time; none where no word tells."""
    where = around(items, at)
    low, high = max(where.first, at - _FAR), min(where.last, at + _FAR)
    words = ["" if item.mention is not None or item.name is not None else item.lower for item in items[low:high]]
    told = {
        low + place: names
        for place, names in vocabulary.events(words)
        if not is_saying(items[low + place]) and (not vocabulary.is_verbal(words[place]) or _is_verb(items, low + place))
    }
    if _is_told(items, at, told):
        return STATEMENT
    own = _of_noun(items, at, told)
    if own:
        return own
    before = [place for place in told if place < at]
    if before:
        found = told[before[-1]]
        if _goes_on(items, at, told):
            return _NOTHING
        if not _is_verb(items, before[-1]):
            return _with_governing(items, at, before, told, vocabulary)
        return found | _come_about(before[-1], before[:-1], told, vocabulary)
    behind = [place for place in told if place > at]
    verb = next((place for place in behind if _is_verb(items, place)), None)
    if verb is not None:
        return told[verb] | _come_about(verb, behind[: behind.index(verb)], told, vocabulary)
    return told[behind[0]] if behind else _NOTHING


def _come_about(verb: int, before: Sequence[int], told: Mapping[int, frozenset[str]], vocabulary: Vocabulary) -> frozenset[str]:
    """What came about, where the verb only tells that something did: "the strike, their third, began on Monday"."""
    if not before or not vocabulary.is_course(told[verb]) or verb - before[-1] > _SUBJECT:
        return _NOTHING
    return told[before[-1]]


def _is_told(items: Sequence[Item], at: int, told: Mapping[int, frozenset[str]]) -> bool:
    """Whether a verb of saying stands next to a time: "said on Monday", "on Monday told reporters"."""
    place, passed = at - 1, 0
    while place >= 0 and passed <= _NEXT and items[place].mention is None and not items[place].is_mark:
        if is_saying(items[place]):
            return True
        if place in told or items[place].lower == "that":
            return False
        passed += not items[place].word.role
        place -= 1
    return at + 1 < len(items) and is_saying(items[at + 1])


def _of_noun(items: Sequence[Item], at: int, told: Mapping[int, frozenset[str]]) -> frozenset[str]:
    """What the noun tells that stands right behind a time: "Monday's attack", "the early May signing"."""
    owns = at + 1 < len(items) and items[at + 1].lower == "s"
    leads = at > 0 and items[at - 1].word.role == "preposition"
    if leads and not owns:
        return _NOTHING
    for place in range(at + 1 + owns, min(at + 2 + owns + _NEXT, len(items))):
        if place in told and not (items[place].lower.endswith("ed") or items[place - 1].word.role == "auxiliary"):
            return told[place]
        if items[place].word.role or items[place].mention is not None:
            break
    return _NOTHING


def _goes_on(items: Sequence[Item], at: int, told: Mapping[int, frozenset[str]]) -> bool:
    """Whether a verb that tells of no kind of event goes on at a time: "were looking on Tuesday for two more"."""
    verb = at - 1 - (items[at - 1].word.role == "preposition")
    return verb > 0 and verb not in told and _is_course(items, verb)


def _is_course(items: Sequence[Item], verb: int) -> bool:
    """Whether a verb tells what somebody was doing: "were looking"."""
    return items[verb].lower.endswith("ing") and items[verb - 1].word.role == "auxiliary"


def _with_governing(
    items: Sequence[Item], at: int, before: Sequence[int], told: Mapping[int, frozenset[str]], vocabulary: Vocabulary
) -> frozenset[str]:
    """What the noun before a time tells, with the verb before the noun: "condemned the attack on Monday".

    Not with what only came after it: in "arrested in connection with a shooting Monday" the day is that of the shooting, in
    "arrested in connection with a shooting on Monday" nobody can tell of which, and in "were investigating a shooting early
    on Monday" it is when they did so.
    """
    noun = before[-1]
    verb = next((place for place in reversed(before) if _is_verb(items, place)), None)
    if verb is None:
        return told[noun]
    if not vocabulary.is_aftermath(told[verb]):
        return told[noun] | told[verb]
    if any(item.word.role == "preposition" for item in items[verb + 1 : noun]):
        return told[noun] if items[at - 1].word.role != "preposition" else _NOTHING
    if verb > 0 and _is_course(items, verb) and "past_being" in items[verb - 1].word.marks:
        return told[verb]
    return told[noun] | told[verb]


def _is_verb(items: Sequence[Item], place: int) -> bool:
    """Whether a word is a verb here: it has a verb's ending or an auxiliary, "to" or a subject before it."""
    item = items[place]
    before = items[place - 1] if place else None
    if before is not None and before.word.role in ("determiner", "preposition") and before.lower != "to":
        return False
    if item.lower != item.word.stem and not item.lower.endswith("s"):
        return not item.lower.endswith("ing") or not item.word.nouns
    if before is None:
        return False
    if before.lower.isalpha() and not before.word.role and before.mention is None:
        return before.name is not None or before.is_plural == (item.lower == item.word.stem)
    return before.word.role in ("auxiliary", "pronoun") or before.lower == "to" or before.name is not None
