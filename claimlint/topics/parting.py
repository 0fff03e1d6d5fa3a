"""Two claims in their story -> what keeps them apart for good, in words; "" for nothing."""

from collections.abc import Iterable

from claimlint.claims.circumstance import ELSEWHEN, OF_SEVERAL, SELF
from claimlint.claims.happening import STATEMENT
from claimlint.claims.subjects import same_person
from claimlint.topics.profiles import MOMENTS, Profile, days_apart
from claimlint.topics.times import is_looked_back_to, is_relative, told_of_other_weeks
from claimlint.topics.weights import Weights

_PERSON = "n:person"
_SHOWN = 4  # words of a reason


def parted(one: Profile, other: Profile, weights: Weights) -> str:
    """Gives what keeps two claims apart for good; "" for nothing."""
    if one.measure is not None and other.measure is not None and not weights.akin(one.measure, other.measure):
        return f"{one.measure.title} / {other.measure.title}"
    if one.measure is not None and one.measure is other.measure and one.measure.quiet:
        return "nothing is compared by it"
    a, b = one.context, other.context
    if not subjects_meet(one, other):
        return f"{a.subject or 'somebody'} / {b.subject or 'somebody'}"
    if a.passing != b.passing:
        return "a change or a past age / what it is"
    if one.is_part != other.is_part and (one.measure is None or one.measure is not other.measure):
        return "a part / the whole"
    is_due = one.of == "obligation" and one.measure is other.measure  # what must be done by then, and what is planned to be
    if one.stance != other.stance and not is_due:
        return f"{a.stance} / {b.stance}"
    is_rank = one.measure is None and one.claim.value.kind == "rank"
    if is_rank and any(word.endswith("-") for word in one.claim.head | other.claim.head):
        return "a rank that is part of a word"
    if one.is_bare or other.is_bare:
        return "a line that says nothing else"
    return other_days(one, other, weights) or other_counts(one, other, weights) or _other_names(one, other)


def subjects_meet(one: Profile, other: Profile) -> bool:
    """Whether two claims may be of one entity: an age needs its person on both sides."""
    a, b = one.context.subject, other.context.subject
    if one.is_persons or other.is_persons:
        return same_person(a, b) if a and b else True
    if not a or not b or a == b:
        return True
    return one.measure is other.measure and not (b in one.known and a in other.known)


def other_days(one: Profile, other: Profile, weights: Weights) -> str:
    """Days told of that cannot be one event's."""
    a, b = one.claim, other.claim
    if a.value.kind in MOMENTS:
        if any(each.general and STATEMENT & each.claim.events for each in (one, other)):
            return "the day of a statement"
        stances = {one.context.stance, other.context.stance}
        if "denied" in stances:
            return "a day that is denied"
        if stances == {"asserted", "hypothetical"}:
            return "what was / what may be"
        if told_of_other_weeks(a, b):
            return "days told from articles of other weeks"
        if is_looked_back_to(a) != is_looked_back_to(b) and (is_relative(a.value.when) and is_relative(b.value.when)):  # type: ignore[arg-type]
            return "weeks before / news"
    if (a.value.when is not None and a.value.stated is None) or one.of in weights.lasting:
        return ""
    if (ELSEWHEN in one.context.shifters) != (ELSEWHEN in other.context.shifters):
        return "told of a time before another / not"
    if one.era is not None and other.era is not None and days_apart(one.era, other.era):
        return f"told of {one.era.timex} / {other.era.timex}"
    if (one.era is None) != (other.era is None) and (one.is_past or other.is_past):
        return f"told of {(one.era or other.era).timex}"  # type: ignore[union-attr]
    return ""


def other_counts(one: Profile, other: Profile, weights: Weights) -> str:
    """Different things counted."""
    value = one.claim.value
    if value.kind == "count":
        if weights.rest & one.context.scope != weights.rest & other.context.scope:
            return "the others / all"
        if one.measure is other.measure and one.leaves_out != other.leaves_out and _is_less(one, other):
            return f"{one.leaves_out or other.leaves_out} / all"
        if one.measure is other.measure and one.counts_in != other.counts_in and _is_one_more(one, other):
            return "with who did it / without"
        if one.measure is other.measure and (_is_within(one, other) or _is_within(other, one)):
            return "a part, or one event / the whole, or several"
        if _is_kind_of(one, other, weights) or _is_kind_of(other, one, weights):
            return f"{_some(one.claim.head)} / {_some(other.claim.head)}"
        if one.general and other.general and not weights.anybody.isdisjoint(one.heads | other.heads):
            return "people of whom it is not told what they are counted for"
    counts = value.kind in ("count", "rank") or value.form == "part" or value.unit == "percent"
    if counts and one.measure is not other.measure and _heads_differ(one.heads, other.heads, weights):
        return f"{_some(one.claim.head)} / {_some(other.claim.head)}"
    return ""


def _is_less(one: Profile, other: Profile) -> bool:
    """Whether the one that leaves out somebody is the smaller number, by one where that is who did it."""
    less, more = (one, other) if one.leaves_out else (other, one)
    a, b = less.claim.value.stated, more.claim.value.stated
    if more.leaves_out or not isinstance(a, float) or not isinstance(b, float):
        return False
    return b == a + 1 if less.leaves_out == SELF else a < b


def _is_one_more(one: Profile, other: Profile) -> bool:
    """Whether the one that counts in who did it is more by one."""
    more, less = (one, other) if one.counts_in else (other, one)
    a, b = more.claim.value.stated, less.claim.value.stated
    return isinstance(a, float) and isinstance(b, float) and a == b + 1


def _is_within(one: Profile, other: Profile) -> bool:
    """Whether the one is fewer, and a part where the other is the whole, or of one event where the other is of several."""
    a, b = one.claim.value.stated, other.claim.value.stated
    if not isinstance(a, float) or not isinstance(b, float) or a > b:
        return False
    return (one.is_part and not other.is_part) or bool(
        OF_SEVERAL & other.context.shifters and not OF_SEVERAL & one.context.shifters
    )


def _is_kind_of(one: Profile, other: Profile, weights: Weights) -> bool:
    """Whether the one counts fewer, and only some kind of the people whom the other counts: three children of five people."""
    if one.measure is not other.measure or _PERSON not in other.heads or _PERSON in one.heads:
        return False
    a, b = one.claim.value.stated, other.claim.value.stated
    return not weights.anybody.isdisjoint(one.heads) and isinstance(a, float) and isinstance(b, float) and a < b


def _heads_differ(a: set[str], b: set[str], weights: Weights) -> bool:
    """Whether two count different things; people of a kind may be the people that another counts."""
    if not a or not b or not a.isdisjoint(b):
        return False
    people = weights.people
    return not (_PERSON in a and not people.isdisjoint(b)) and not (_PERSON in b and not people.isdisjoint(a))


def _other_names(one: Profile, other: Profile) -> str:
    """Different names beside them, or with one noun: "the Ahorn bridge", "the Birke bridge"; not a country and a place in it."""
    own = one.context.own, other.context.own
    if all(own) and not one.context.subject and own[0].isdisjoint(own[1]):
        only = _distinct(one, other), _distinct(other, one)
        if all(only):
            return " / ".join(map(_some, only))
    a, b = one.context.named, other.context.named
    for noun in a.keys() & b.keys():
        keys = set(a[noun].keys), set(b[noun].keys)
        if a[noun].kind == b[noun].kind and all(keys) and keys[0].isdisjoint(keys[1]):
            return f"{' '.join(a[noun].words)} / {' '.join(b[noun].words)} {noun}"
    return ""


def _distinct(one: Profile, other: Profile) -> list[str]:
    """Names in one claim's segment that the other's article knows and its sentence does not say."""
    return [name for name in one.context.own if name in other.known and name not in other.context.names]


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:_SHOWN])
