"""Items around a number -> what it counts, and whether it is only a part of it."""

from collections.abc import Sequence

from claimlint.claims.items import Item
from claimlint.claims.vocabulary import Phrases
from claimlint.nouns import frozen

_PHRASE = 4  # words of what is counted
_ONE_MORE_WORDS = 4  # words of one more person
_ONE = ("rank", "age")  # "a fourth man", "a 6-year-old girl"
_FRACTIONS = frozenset(1 / part for part in range(3, 10))
_ALONG_WITH = 3  # words of the longest phrase behind which one more is told of: "as well as"
_SOMEBODY = frozenset({"one_more", "possessive"})
_ENDS = frozenset({";", ":", "(", ")"})


@frozen
class Counted:
    """The stems of the phrase that a number counts, the name of its noun, and whether it is a part of it.

    "Two of the dead" and "one post in 20" are parts; "312 of the 480 flights" too.
    """

    head: frozenset[str] = frozenset()
    noun: str = ""
    part: bool = False


def counted(items: Sequence[Item], at: int, phrases: Phrases) -> Counted:
    """Gives what the number at a place counts. `phrases` are the marks of several words together."""
    place = at + 1
    part = False
    if place < len(items) and items[place].lower == "of":
        place += 1
        start = place
        while place < len(items) and (items[place].word.role == "determiner" or items[place].mention is not None):
            place += 1
        part = place > start or (place < len(items) and "of_them" in items[place].word.marks)
        part = part and not (at and "whole_of" in items[at - 1].word.marks) and "possessive" not in items[start].word.marks
    stems, noun, last = _phrase(items, place, next_to=place == at + 1)
    part = part or any("out_of_several" in item.word.marks for item in items[at + 1 : last + 1])
    part = (
        part
        or _ratio(items, last)
        or (_counts_people(items, at + 1, last) and (_goes_on(items, last, phrases) or _joins(items, at)))
    )
    return Counted(frozenset(stems), noun, part or _one_more(items, last))


def _counts_people(items: Sequence[Item], first: int, last: int) -> bool:
    return any(_is_people(item) for item in items[first:last])


def _is_people(item: Item) -> bool:
    return "people" in item.word.marks


def _goes_on(items: Sequence[Item], last: int, phrases: Phrases) -> bool:
    """Whether more people are counted behind: "five were shot and a girl was hurt", "two men and three women"."""
    if any(_is_with(items, place, phrases) for place in range(last, min(last + _NEAR, len(items)))) or _named_beyond(items, last):
        return True
    for place in range(last, len(items) - 1):
        if items[place].lower in _ENDS:
            return False
        if "adding" in items[place].word.marks and (
            _one_more(items, place) or (place == last and _counted_people(items, place + 1))
        ):
            return True
    return False


def _is_with(items: Sequence[Item], place: int, phrases: Phrases) -> bool:
    """Whether one more person is told of from a place on: "three men along with his son", "as well as a neighbor"."""
    for end in range(place + 2, place + 1 + _ALONG_WITH):
        if "along_with" in phrases.get(" ".join(item.lower for item in items[place:end]), ()):
            behind = items[end : end + 1]
            return bool(behind) and (behind[0].name is not None or not behind[0].word.marks.isdisjoint(_SOMEBODY))
    return False


def _named_beyond(items: Sequence[Item], last: int) -> bool:
    """Whether somebody is named behind those who are counted and named: "two officers, A and B, and deputy C"."""
    near = range(last - 1, min(last + _NEAR, len(items)))  # a dash may end the phrase
    open_ = next((place for place in near if items[place].lower in _ASIDES), len(items))
    ands = (place for place in range(open_ + 1, len(items) - 1) if items[place].lower == "and")
    close = next((place for place in ands if items[place - 1].lower == items[open_].lower), None)
    if close is None:
        return False
    named = [item for item in items[open_:close] if item.name is not None]
    return len(named) > 1 and any(item.name is not None for item in items[close + 1 : close + 1 + _NEAR])


_ASIDES = frozenset({"-", "—", "–", ","})
_NEAR = 3  # items between those who are counted and "along with"


def _joins(items: Sequence[Item], at: int) -> bool:
    """Whether people are counted right before: "two men and three women"."""
    if at < _JOINED or "adding" not in items[at - 1].word.marks or not _is_people(items[at - 2]):
        return False
    return any(_is_count(item) for item in items[max(0, at - _JOINED - _ONE_MORE_WORDS) : at - 2])


_JOINED = 3  # items of the shortest "two men and"


def _counted_people(items: Sequence[Item], place: int) -> bool:
    """Whether people are counted from a place on."""
    return _is_count(items[place]) and _counts_people(items, place + 1, place + 1 + _ONE_MORE_WORDS)


def _one_more(items: Sequence[Item], place: int) -> bool:
    """Whether one more is counted with "a": "five men and a woman", "one was killed and another hurt" are six and two."""
    if place + 2 >= len(items) or "adding" not in items[place].word.marks:
        return False
    first = items[place + 1]
    if first.lower == "another":
        return True
    if first.mention is not None and first.mention.value.form == "part":  # "a fifth was wounded"
        return first.mention.value.stated in _FRACTIONS and items[place + 2].word.role == "auxiliary"
    if "one_more" not in first.word.marks:
        return False
    mention = items[place + 2].mention
    if mention is not None:
        return mention.value.kind in _ONE
    return bool(items[place + 2].word.nouns) or _counts_people(items, place + 2, place + 2 + _ONE_MORE_WORDS)


def _phrase(items: Sequence[Item], place: int, *, next_to: bool) -> tuple[list[str], str, int]:
    """The stems of the words from a place on that may be what is counted, its noun, and where they end.

    "The 101-seat assembly" says how large it is, not how many seats somebody has: its stem is "seat-".
    """
    stems: list[str] = []
    noun = ""
    joined = False
    first = place
    while place < len(items) and len(stems) < _PHRASE:
        item = items[place]
        if item.lower == "-":
            joined = next_to and place == first
            place += 1
            continue
        if item.word.role or item.mention is not None or (item.name is not None and stems):
            break
        if item.word.verbs and not item.word.nouns and stems:
            break
        if joined:
            return [f"{item.word.stem}-"], "", place + 1
        stems.append(item.word.stem)
        if item.word.nouns:
            noun = min(item.word.nouns)
        place += 1
    return stems, noun, place


def _ratio(items: Sequence[Item], place: int) -> bool:
    """Whether a whole number follows: "one post in 20", "two structures ... out of seven"."""
    behind = [item.lower for item in items[place : place + 8]]
    if behind[:1] == ["in"] and place + 1 < len(items) and _is_count(items[place + 1]):
        return True
    return any(
        behind[i : i + 2] == ["out", "of"] and place + i + 2 < len(items) and _is_count(items[place + i + 2])
        for i in range(len(behind))
    )


def _is_count(item: Item) -> bool:
    return item.mention is not None and item.mention.value.kind == "count"
