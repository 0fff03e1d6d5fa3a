"""The claims of one sort in a story -> the disputes among them: what two sides say differently on one thing.

Two sides tell one thing in their own ways: by how much their figures differ says little, nor do other words for it, and who
answers another leaves out what he has said.
"""

from collections.abc import Iterable, Iterator, Sequence

from claimlint.claims.claim import Claim, Voice
from claimlint.topics.compare import comparable, conflict
from claimlint.topics.disputes import answering, facing, opposed
from claimlint.topics.evidence import Evidence, Part
from claimlint.topics.kin import Match
from claimlint.topics.likeness import likeness
from claimlint.topics.parting import other_counts, other_days, subjects_meet
from claimlint.topics.profiles import MOMENTS, Profile
from claimlint.topics.weigher import Weigher
from claimlint.topics.weights import Weights
from claimlint.values.units import Units

_WEAK = 1.5  # points of a measure of which an article tells many
_FEW = 12  # smaller figures stand beside each other by chance
_ANY = frozenset({"n:person", "n:man"})  # people of whatever kind
_LINKS = frozenset({"next", "about"})
_OWN_WORDS = frozenset({"stance", "hypothetical", "whole", "part_whole", "names", "other_about", "scope"})
_LEFT_OUT = _OWN_WORDS | {"several", "echo", "no_noun", "unmeasured", "shifters"}


def differing(claims: Sequence[Claim], units: Units) -> Iterator[tuple[Claim, Claim]]:
    """Gives every two claims of one sort in which two sides differ, in the order of the text.

    In one article a speaker who answers another is a side of his own.
    """
    if len(claims) < 2:
        return
    spoken = [claim for claim in claims if claim.voice.name or claim.voice.side]
    numbers: dict[Voice, int] = {}
    voices = [numbers.setdefault(claim.voice, len(numbers)) for claim in spoken]
    against = [{other for voice, other in numbers.items() if opposed(one, voice)} for one in numbers]
    for i, a in enumerate(spoken):
        rivals, path = against[voices[i]], a.document.path
        for b, voice in zip(spoken[i + 1 :], voices[i + 1 :], strict=True):
            sides = voice in rivals
            if not (sides or (b.document.path == path and facing(a, b))):
                continue
            if comparable(a, b, units) and conflict(a, b, units) and (sides or answering(a, b)):
                yield a, b


def disputes(pairs: Iterable[tuple[Claim, Claim]], weigher: Weigher, weights: Weights) -> list[Match]:
    """Gives the disputes among pairs of claims that are of one thing, each claim in the best supported one alone."""
    matches = (Match(a, b, _weighed(weigher, a, b, weights, answer=answering(a, b))) for a, b in pairs)
    shown = [match for match in matches if not match.evidence.parted and match.evidence.points >= weights.shown]
    seen: set[tuple[int, str]] = set()
    found = []
    for match in sorted(shown, key=lambda match: match.order):
        if seen.isdisjoint(match.keys):
            found.append(match)
            seen.update(match.keys)
    return found


def _weighed(weigher: Weigher, a: Claim, b: Claim, weights: Weights, *, answer: bool) -> Evidence:
    """What speaks for one topic of the words of two sides; with `answer` those of `b` follow on those of `a`."""
    one, other = weigher.profiles(a, b)
    apart = _parted(one, other, weights, answer=answer)
    if apart:
        return Evidence((), apart)
    parts, points = weigher.told(one, other), weights.points
    if a.value.kind in MOMENTS and not _tied(one, parts, answer=answer):
        return Evidence((), "times that nothing ties")
    takes_up = answer and _takes_up(one, other, parts)
    left = _LEFT_OUT if answer else _OWN_WORDS
    parts = [part for part in parts if part[0] not in left]
    parts.append(("sides", points["sides"], "two sides say it", ()))
    if takes_up:
        parts.append(("answer", points["answer"], "the one answers the other", ()))
    alike, reason = likeness(a, b, weigher.units, weights.near)
    if alike and not answer:
        parts.append((alike, points[alike] * weights.disputed, reason, ()))
    return Evidence(tuple(parts))


def _parted(one: Profile, other: Profile, weights: Weights, *, answer: bool) -> str:
    """What keeps the words of two sides apart for good; "" for nothing."""
    if one.measure is not None and other.measure is not None and not weights.akin(one.measure, other.measure):
        return f"{one.measure.title} / {other.measure.title}"
    a, b = one.context, other.context
    if not subjects_meet(one, other):
        return f"{a.subject or 'somebody'} / {b.subject or 'somebody'}"
    if a.passing != b.passing or (a.part != b.part and (one.measure is None or one.measure is not other.measure)):
        return "a change, a past age or a part / what it is"
    if one.stance != other.stance and "limit" in (a.stance, b.stance):
        return f"{a.stance} / {b.stance}"
    if _of_other_order(one.claim, other.claim, weights.near["figures"]["other"]):
        return "figures of another order"
    if not answer and (one.is_bare or other.is_bare):
        return "a line that says nothing else"
    if answer and _are_people(one, other):
        return ""
    same_day = answer and b.when is None and one.claim.value.kind not in MOMENTS  # it is still spoken of the same day
    return ("" if same_day else other_days(one, other, weights)) or other_counts(one, other, weights)


def _of_other_order(a: Claim, b: Claim, most: float) -> bool:
    """Whether the one figure is so many times the other that no two sides would say them of one thing."""
    one, other = (claim.value.stated for claim in (a, b))
    if not isinstance(one, float | int) or not isinstance(other, float | int) or min(one, other) <= 0:
        return False
    return a.value.unit == b.value.unit and max(one, other) > most * min(one, other)


def _are_people(one: Profile, other: Profile) -> bool:
    """Whether both count people, one of them whatever people: "its men"."""
    return any(heads & _ANY for heads in (one.heads, other.heads)) and all(
        any(head.startswith("n:") for head in each.heads) for each in (one, other)
    )


def _tied(one: Profile, parts: Sequence[Part], *, answer: bool) -> bool:
    """Whether two times are of one thing by more than a measure that articles tell of many things."""
    told = {name: points for name, points, *_ in parts if points > 0}
    return (answer and "event" in told) or not _LINKS.isdisjoint(told) or told.get("measure", 0.0) > _WEAK or one.of == "person"


def _takes_up(one: Profile, other: Profile, parts: Sequence[Part]) -> bool:
    """Whether an answer is on what it answers: it tells the same measure, counts the same, or says nothing but a figure."""
    kind = one.claim.value.kind
    if kind != other.claim.value.kind:
        return False
    told = {part[0] for part in parts if part[1] > 0}
    if "measure" in told or (kind != "count" and not _LINKS.isdisjoint(told)) or (kind in MOMENTS and "event" in told):
        return True
    if "noun" in told and not (one.heads & other.heads) <= _ANY:
        return True
    stated = [profile.claim.value.stated for profile in (one, other)]
    is_few = kind == "count" and any(isinstance(number, float | int) and number <= _FEW for number in stated)
    return other.is_elliptic and kind not in MOMENTS and not is_few
