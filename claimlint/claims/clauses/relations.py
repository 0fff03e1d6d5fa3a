"""A value and the words around it -> how the object of a clause stands to it, and the set that this leaves."""

from collections.abc import Sequence

from claimlint.claims.clauses.rates import period
from claimlint.claims.clauses.words import Words
from claimlint.values.sets import Interval
from claimlint.values.value import Value, denied

_BOUNDS = {"<=": "at most", "<": "under", ">=": "at least", ">": "over"}
_NEAR = 3  # words of "not be in excess"
_DATED = {"for": "until"}  # "expires on 1 May"
_UP_TO = frozenset({"at most", "within", "no later than", "until", "before", "by"})
_FROM = frozenset({"at least", "no earlier than"})


def relation(
    value: Value, lead: Sequence[str], otherwise: str, *, negated: bool, words: Words, around: Sequence[str] = ()
) -> str:
    """Gives the relation that the value's own bound says, then the words before it, then what its kind of clause means.

    `lead` are the words that bind the value, `around` those that make its clause ("caps warheads at"). A bound that is
    denied is the bound to the other side: "shall not exceed".
    """
    if isinstance(value.stated, tuple) and None not in value.stated:
        return "between"
    bound = value.bound if "within" not in (value.relation, *lead[-1:]) else None
    if bound is None and value.when is None:
        bound, is_negated = _spoken(lead, words)
        negated = negated or is_negated
    if bound:
        return _BOUNDS[denied(bound) if negated else bound]
    if otherwise == "exactly" and (capped := next((words.caps[word] for word in around if word in words.caps), "")):
        return _BOUNDS[capped]
    if value.kind not in ("duration", "date"):
        if lead and lead[-1] == "within":
            return _BOUNDS[">="] if negated else words.relations["within"]
        return otherwise
    placed = next((words.relations[word] for word in reversed(lead) if word in words.relations), "")
    placed = placed or next((words.closings[word] for word in lead if word in words.closings), "")
    said = words.relations.get(value.relation, "") or placed or otherwise
    return _DATED.get(said, said) if value.kind == "date" else said


def _spoken(lead: Sequence[str], words: Words) -> tuple[str | None, bool]:
    """The bound that stands apart from its value ("exceed a total of"), and whether it is denied."""
    for at in range(len(lead) - 1, -1, -1):
        bound = words.bounds.get(lead[at])
        if bound is not None and (lead[at] not in words.comparatives or "than" in lead[at + 1 : at + 2]):
            return bound, not words.negations.isdisjoint(lead[max(0, at - _NEAR) : at])
        if lead[at] in words.relations or lead[at] == ",":
            break
    return None, False


def interval(value: Value, said: str) -> Interval:
    """Gives the set that a relation leaves, in the value's own unit: the figures of treaties are meant to the unit."""
    repeated = period(value)
    stated = repeated[0] if repeated else value.stated
    if isinstance(stated, tuple):
        low, high = stated
        if low is not None and high is not None:
            return Interval(min(low, high), max(low, high))
        stated = low if high is None else high
    if stated is None:
        return Interval(None, None)
    if said == "over":
        return Interval(stated, None, low_open=True)
    if said == "under":
        return Interval(0.0, stated, high_open=True)
    if said in _FROM:
        return Interval(stated, None)
    return Interval(0.0, stated) if said in _UP_TO else Interval(stated, stated)
