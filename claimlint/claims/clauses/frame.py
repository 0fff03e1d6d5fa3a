"""The items of a sentence and the place of a value -> the clause around it: its subject, its verb, what the value depends on."""

from collections.abc import Sequence

from attrs import evolve

from claimlint.claims.clauses.noun_phrases import Span, antecedent, ends_noun, is_one_of, is_relative, matters, trimmed
from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item
from claimlint.nouns import frozen

_HARD = frozenset({";", ":", "—", "–", "?"})
_NEAR = 8  # words of "pledged under the new accord to"
_FAR = 14  # words between a treaty and what it does
_ASIDE = 6  # words of a clause before an aside
_SO = frozenset({"so"})  # "shall so regulate the releases that"
_OF = frozenset({"of"})
_WHERE = frozenset({"where"})
_COMMA, _AS, _THAT = frozenset({","}), frozenset({"as"}), frozenset({"that"})


@frozen
class Frame:
    """The clause around the value at items[at].

    `lead` is where the words begin that bind the value ("not later than", "a period of"). `verb` is the place of the verb
    that obliges or allows. `inner` is where a subordinate clause begins that holds the value, its word before it.
    """

    at: int
    lead: int
    low: int
    high: int
    verb: int | None
    subject: Span | None
    inner: int | None
    kind: str  # "main", "condition", "relative", "complement", "bare"
    negated: bool = False

    @property
    def follows(self) -> bool:
        """Whether the value stands right behind the word that opens its clause: "of which no more than 30"."""
        return self.inner is not None and self.inner == self.lead - 1

    @property
    def ahead(self) -> bool:
        """Whether the value stands before the verb."""
        return self.verb is not None and self.verb > self.at


def frame(items: Sequence[Item], at: int, words: Words) -> Frame:
    """Gives the clause around a value."""
    low = next((i + 1 for i in range(at - 1, -1, -1) if is_one_of(items[i], _HARD)), 0)
    high = next((i for i in range(at + 1, len(items)) if is_one_of(items[i], _HARD)), len(items))
    lead = lead_of(items, at, low, words)
    verb = next((i for i in range(lead - 1, low - 1, -1) if is_verb(items, i, words)), None)
    if lead > low and is_one_of(items[lead - 1], _COMMA | words.joins):
        verb = _behind_aside(items, at, high, words) or verb
    if at + 1 < high and is_one_of(items[at + 1], words.verbs):
        verb = at + 1  # "and no more than 50 shall be"
    inner, kind = _subordinate(items, low if verb is None or verb > at else verb + 1, slice(lead, at), words)
    if verb is None:
        verb = _ahead(items, at, high, words)
        if verb is None and kind == "main":
            kind = "bare"
    subject = _subject(items, verb, low, words) if verb is not None else None
    if subject is not None and subject[0] <= at < subject[1]:
        subject = None
    found = Frame(at, lead, low, high, verb, subject, inner, kind)
    return evolve(found, negated=_negated(items, found, words))


def lead_of(items: Sequence[Item], at: int, low: int, words: Words) -> int:
    """Where the words begin that bind the value at a place."""
    while at > low and is_one_of(items[at - 1], words.leads) and not _is_particle(items, at - 1):
        at -= 1
    return at


def _is_particle(items: Sequence[Item], i: int) -> bool:
    """Whether a word belongs to the verb before it: "make up more than", "put in within"; no "up to", "in no more than"."""
    after = items[i + 1]
    if items[i].lower == "up":
        return after.lower != "to" if after.mention is None else after.mention.value.bound not in ("<=", "<")
    return items[i].lower == "in" and after.mention is None and after.lower == "within"


def _behind_aside(items: Sequence[Item], at: int, high: int, words: Words) -> int | None:
    """The verb right behind the comma that ends an aside with a value: "shall, within ten days, notify", "and, ..., shall"."""
    comma = next((i for i in range(at + 1, high) if is_one_of(items[i], _COMMA)), None)
    return comma + 1 if comma is not None and comma + 1 < high and is_verb(items, comma + 1, words) else None


def _ahead(items: Sequence[Item], at: int, high: int, words: Words) -> int | None:
    """The first verb behind a value, unless it belongs to a clause that hangs on what is told: "in which case it shall"."""
    verb = next((i for i in range(at + 1, high) if is_verb(items, i, words)), None)
    if verb is None:
        return None
    comma = next((i for i in range(verb - 1, at, -1) if is_one_of(items[i], _COMMA)), None)
    if comma is not None and any(
        is_relative(items, i, words) or is_one_of(items[i], words.conditions) for i in range(comma + 1, min(comma + 3, verb))
    ):
        return None
    return verb


def is_verb(items: Sequence[Item], i: int, words: Words) -> bool:
    """Whether a verb that obliges or allows stands at a place; "as may be" obliges nobody, "shall undertake a visit" once."""
    if i and is_one_of(items[i - 1], _AS | words.verbs):
        return False
    return is_one_of(items[i], words.verbs) or promises(items, i, words) or is_told(items, i, words)


def promises(items: Sequence[Item], i: int, words: Words) -> bool:
    """Whether somebody is bound by what he does here: "agreed to", "has to", "have 60 days"."""
    if not is_one_of(items[i], words.promising) or i + 2 >= len(items):
        return False
    after = items[i + 1].mention
    if after is not None:
        return after.value.kind == "duration" and is_one_of(items[i], words.owning)
    if items[i].lower in words.being and items[i + 2].lower != "be" and not (i and items[i - 1].lower in words.parties):
        return False  # "their goal is to sell"
    if items[i + 1].lower == "until":
        return is_one_of(items[i], words.owning)
    if items[i + 1].word.role == "preposition" and items[i + 1].lower != "to":
        i = next((k - 1 for k in range(i + 2, min(i + _NEAR, len(items) - 1)) if items[k].lower == "to"), i)
    following = items[i + 2] if i + 2 < len(items) else items[i]
    return items[i + 1].lower == "to" and following.mention is None and following.word.role in ("", "auxiliary", "adverb")


def is_told(items: Sequence[Item], i: int, words: Words) -> bool:
    """Whether a treaty does at a place what binds: "the pact limits", "a clause capping", "it gives"."""
    if not i or not is_one_of(items[i], words.telling) or items[i - 1].word.role in ("determiner", "preposition"):
        return False
    if items[i - 1].lower == "-" or items[i - 1].word.role == "auxiliary":
        return False
    if is_one_of(items[i - 1], words.itself):
        return True
    for k in range(i - 1, max(-1, i - 1 - _FAR), -1):
        if items[k].lower in words.instruments | words.agreements and items[k].mention is None:
            return True
        if is_one_of(items[k], _HARD | words.verbs) or is_one_of(items[k], words.telling):
            return False
    return False


def _subordinate(items: Sequence[Item], low: int, value: slice, words: Words) -> tuple[int | None, str]:
    """The last subordinate clause that opens before a value and its words and holds them, and its sort.

    A condition counts before the relative clause inside it; "that is" explains.
    """
    found: tuple[int | None, str] = (None, "main")
    for i in range(value.start - 1, low - 1, -1):
        item = items[i]
        before = items[i - 1].lower if i else ""
        if is_one_of(item, _THAT) and (before in words.ensuring or any(is_one_of(each, _SO) for each in items[low:i])):
            return (i, "complement") if found[0] is None else found
        if is_one_of(item, words.conditions) and i + 1 < value.start and is_one_of(items[i + 1], words.provisos):
            continue
        if is_one_of(item, _WHERE) and i > low and matters(items[i - 1]) and not found[0]:
            continue  # "the territory where it was held within 24 hours": the place of what is to be done
        if is_one_of(item, words.conditions) or (is_one_of(item, _THAT) and before in words.events):
            return found if _closed(items, i, value) else (i, "condition")
        if found[0] is None and is_relative(items, i, words) and not _closed(items, i, value):
            found = i, "relative"
        if is_one_of(item, _COMMA) and found[0] is not None:
            break
    return found


def _closed(items: Sequence[Item], opened: int, value: slice) -> bool:
    """Whether a subordinate clause ends at a comma before a value and its words.

    A comma right before them may open an aside in that clause, where little of it stands before.
    """
    commas = [i for i in range(opened + 1, value.stop) if is_one_of(items[i], _COMMA)]
    if commas and opened + 1 < len(items) and items[opened + 1].word.role == "preposition":
        del commas[0]  # "in the event that within a week of the call, a third of the States agree"
    if not commas:
        return False
    comma = commas[0]
    return comma < value.start - 1 or comma - opened > _ASIDE


def _subject(items: Sequence[Item], verb: int, low: int, words: Words) -> Span | None:
    """The noun phrase before a verb: behind an aside between commas, and without the clauses that hang on it."""
    if _inverted(items, verb, words):
        end = verb + 1
        while end < len(items) and not ends_noun(items[end], words) and items[end].mention is None:
            end += 1
        return (verb + 1, end) if end > verb + 1 else None
    end = verb
    if end > low and is_one_of(items[end - 1], _COMMA):
        end -= 1
        opened = next((i for i in range(end - 1, low - 1, -1) if is_one_of(items[i], _COMMA)), None)
        if opened is not None and opened > low:
            end = opened
    if end > low and is_one_of(items[end - 1], words.joins):
        formers = [i for i in range(end - 1, low - 1, -1) if is_verb(items, i, words)]
        former = next((i for i in formers if items[i].lower == items[verb].lower), next(iter(formers), None))
        return _subject(items, former, low, words) if former is not None else None
    start = end
    while start > low:
        item = items[start - 1]
        if is_one_of(item, _COMMA) or is_one_of(item, words.conditions):
            break
        if is_one_of(item, _THAT) and start - 1 > low and items[start - 2].lower in words.ensuring | words.events:
            break
        if start - 1 > low and is_relative(items, start - 1, words):
            if is_one_of(items[start], words.circumstances):  # "in which case the visa shall"
                start += 1
                break
            if start == verb:
                return antecedent(items, start - 1, low, words)
            end = start - 1
            while end > low and (items[end - 1].word.role == "preposition" or is_one_of(items[end - 1], _COMMA)):
                end -= 1
            start = end
            continue
        if is_verb(items, start - 1, words):
            break
        start -= 1
    return trimmed(items, start, end, words)


def _negated(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether the clause denies what it says of the value: "no Party shall have more than", "shall not exceed"."""
    mention = items[around.at].mention
    if mention is not None and mention.value.bound and _denies(items, around.lead, around.at, words):
        return True
    if around.inner is not None:
        comma = next((i for i in range(around.lead - 1, around.inner, -1) if is_one_of(items[i], _COMMA)), around.inner)
        return _denies(items, comma + 1, around.lead, words) is not is_forbidden(items, around, words)
    if around.verb is None:
        return any(is_one_of(item, words.forbidding) for item in items[around.low : around.lead])
    return not around.ahead and _is_denied(items, around, around.verb, around.lead, words)


def is_forbidden(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether what a relative clause with the value tells of is forbidden: "shall use no net whose meshes measure less than"."""
    if around.kind != "relative" or around.verb is None or around.inner is None or around.ahead:
        return False
    if any(is_one_of(item, words.passives) for item in items[around.verb : around.inner]):
        return False
    return _is_denied(items, around, around.verb, around.inner, words)


def _is_denied(items: Sequence[Item], around: Frame, verb: int, end: int, words: Words) -> bool:
    """Whether a verb is denied, by itself, by its subject or by an object up to a place."""
    if is_one_of(items[verb], words.forbidding | words.negations):
        return True
    if _inverted(items, verb, words) or _is_none(items, verb, words):
        return True
    if around.subject is not None and _denies(items, around.subject[0], around.subject[0] + 1, words):
        return True
    return _denies(items, verb + 1, end, words)


def _inverted(items: Sequence[Item], verb: int, words: Words) -> bool:
    """Whether a denial has drawn the verb before its subject: "in no case shall the number exceed"."""
    if not verb:
        return False
    if is_one_of(items[verb - 1], words.circumstances):
        return verb > 1 and is_one_of(items[verb - 2], words.negations)
    return is_one_of(items[verb - 1], words.neither)


def _is_none(items: Sequence[Item], verb: int, words: Words) -> bool:
    """Whether the subject is "none of which"."""
    if verb <= 2 or not is_relative(items, verb - 1, words):
        return False
    return is_one_of(items[verb - 2], _OF) and is_one_of(items[verb - 3], words.negations)


def _denies(items: Sequence[Item], start: int, end: int, words: Words) -> bool:
    """Whether "not" or "no" stands in a stretch; the one of "not later than" denies nothing."""
    return any(
        is_one_of(items[i], words.negations) and not (i + 1 < len(items) and items[i + 1].lower in words.comparatives)
        for i in range(start, end)
    )
