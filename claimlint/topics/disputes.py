"""Two claims -> whether they are the words of two sides, which may differ: news, not a mistake."""

from claimlint.claims.claim import Claim, Voice

_NEAR = 4  # characters between two sentences of which one answers the other: a space, or the blank line between paragraphs
_UNTOLD = ("limit", "hypothetical")  # stances of what nobody says is so
_SURE, _NAMED = {"group", "country"}, {"name", "country"}  # sorts of which two are two where their names differ
_FIRM = "company"
_LEAST = 4  # letters that a country's name and its people's share
_ENDING = 3  # letters in which they differ at most


def opposed(a: Voice, b: Voice) -> bool:
    """Whether two voices are known to be those of two sides.

    Two arms of a state are one side, one of them may be an arm of the country that the other speaks for, and "the company"
    may be what another calls by its name.
    """
    if not (a.side and b.side) or one_side(a.side, b.side) or _is_one(a, b):
        return False
    sorts = {a.sort, b.sort}
    return sorts <= _SURE or sorts <= _NAMED or sorts == {"group", "state"}


def one_side(a: str, b: str) -> bool:
    """Whether two sides are one by their names: "ostria" and "ostrian"."""
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a == b or (shared >= _LEAST and max(len(a), len(b)) - shared <= _ENDING)


def answering(a: Claim, b: Claim) -> bool:
    """Whether two speakers answer each other: two who are told apart, in sentences of one article that stand together."""
    return facing(a, b) and not any(claim.stance in _UNTOLD for claim in (a, b))


def facing(a: Claim, b: Claim) -> bool:
    """Whether the sentences of two speakers stand together."""
    return _are_near(a, b) and _are_two(a.voice, b.voice)


def _are_near(a: Claim, b: Claim) -> bool:
    return a.document.path == b.document.path and (max(a.sentence[0], b.sentence[0]) - min(a.sentence[1], b.sentence[1]) <= _NEAR)


def _are_two(a: Voice, b: Voice) -> bool:
    """Whether two voices are those of two speakers, as far as their names tell."""
    if not (a.name or a.side) or not (b.name or b.side):
        return False
    if opposed(a, b):
        return True
    if _may_be_one(a, b):
        return False
    if a.side and b.side:
        return not one_side(a.side, b.side) and not _is_one(a, b) and {a.sort, b.sort} != {"state", "country"}
    return bool(a.name and b.name) and not _is_one(a, b)


def _may_be_one(a: Voice, b: Voice) -> bool:
    """Whether the one is told by what it is, and the other by a name that may be its own: "Cheung Kong", "the company"."""
    return any(
        x.name.islower() and (x.side == _FIRM or not x.side) and y.sort in ("", "name", "country") and not y.name.islower()
        for x, y in ((a, b), (b, a))
    ) or (not a.side and not b.side and a.name.islower() != b.name.islower())


def _is_one(a: Voice, b: Voice) -> bool:
    """Whether two voices have a name in common: "Hallgren" and "Hallgren Health"; where no side is known, what they are."""
    return bool(_names(a) & _names(b)) or (a.name == b.name and not (a.side and b.side))


def _names(voice: Voice) -> set[str]:
    """The words of the names of a voice, without what it is."""
    own = [] if voice.name.islower() else voice.name.lower().split()
    return {*own, *(voice.side.split() if voice.sort in ("name", "group") else ())}
