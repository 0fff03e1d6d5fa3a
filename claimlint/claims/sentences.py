"""A paragraph's tokens -> its sentences."""

from collections.abc import Sequence

_STOPS = frozenset(".?!…")
_CLOSERS = frozenset("\"')]*_”’")


def bounds(tokens: Sequence[str], abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Gives the sentences of a paragraph as spans of tokens.

    A stop ends one when what follows stands apart and begins like a sentence, and what precedes is no abbreviation
    or initial. The blank may be lost between a word in small letters and one with a capital: "at home.The two".
    """
    found = []
    start = 0
    count = len(tokens)
    for place, mark in enumerate(tokens):
        if mark not in _STOPS or place < start:
            continue
        end = place + 1
        while end < count and tokens[end] in _CLOSERS:
            end += 1
        if end >= count:
            break
        after = tokens[end]
        if after[0] not in " \u00a0" and not _is_glued(tokens, place):
            continue
        head = after.lstrip()[:1] or (tokens[end + 1][:1] if end + 1 < count else "")
        if not (head.isupper() or head.isdigit() or head in "\"'“‘([$€£*"):
            continue
        if (
            mark == "."
            and place
            and end == place + 1
            and (_abbreviates(tokens, place, abbreviations) or (head == "(" and _half_day(tokens, place)))
        ):
            continue
        found.append((start, end))
        start = end
    if start < count:
        found.append((start, count))
    return found


def _is_glued(tokens: Sequence[str], place: int) -> bool:
    """Whether only a blank is missing behind a full stop."""
    if tokens[place] != "." or not place or place + 2 >= len(tokens):
        return False
    before, after = tokens[place - 1].strip(), tokens[place + 1]
    return (
        len(before) >= _WORD and before.isalpha() and before.islower() and after.istitle() and tokens[place + 2][0] in " \u00a0,'"
    )


_WORD = 3  # letters


def _half_day(tokens: Sequence[str], place: int) -> bool:
    """Whether a stop ends "a.m." or "p.m."."""
    return (
        place > 2
        and tokens[place - 1].strip().lower() == "m"
        and tokens[place - 2] == "."
        and tokens[place - 3].strip().lower() in ("a", "p")
    )


def _abbreviates(tokens: Sequence[str], place: int, abbreviations: frozenset[str]) -> bool:
    before = tokens[place - 1].strip()
    if len(before) == 1 and before.isalpha():
        if _half_day(tokens, place):
            return False  # "at 3 p.m. The ..."
        return before.isupper()
    return before.lower() in abbreviations


def pieces(spans: Sequence[tuple[int, int]], longest: int) -> list[tuple[int, int]]:
    """Gives the sentences with those of more than so many tokens in pieces, so that none takes long to read."""
    if all(last - first <= longest for first, last in spans):
        return list(spans)
    return [(at, min(at + longest, last)) for first, last in spans for at in range(first, last, longest)]
