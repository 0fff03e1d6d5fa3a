"""A sentence -> who says what stands in it, and for which side he speaks."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from claimlint.claims.circumstance import is_saying
from claimlint.claims.claim import OUTLET, Voice
from claimlint.claims.items import Item
from claimlint.claims.parse import Sentence
from claimlint.claims.sides import Sides
from claimlint.nouns import frozen

_LONGEST = 16  # items of a speaker's phrase
_NEAR = 8  # items behind a speaker and his verb that say when and where he said it
_LEAST = 4  # items of a report before its speaker
_FIGURE = 4  # items between a word of figuring and its figure
_REACH = 12  # items between "put" and "at"
_ACCORDING, _BY = "according", "by"
_STOPS = frozenset({";", ":", "—", "–"})
_RELATIVE = frozenset({"that", "which", "who", "whom", "what", "as"})
_COORDINATED = frozenset({"and", "but"})
_BEING = frozenset({"be", "is", "are", "was", "were", "been", "being"})
_ADDING = frozenset({"and", "but", "adding", "while", "with"})
_OWNERS = frozenset({"its", "their", "his", "her"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_QUOTES = {'"': 0, "“": 1, "”": -1}  # straight ones open and close in turn


@frozen
class Saying:
    """Who reports something, and the items that he reports (half open)."""

    voice: Voice
    first: int
    last: int


class Voices:
    """Finds speakers."""

    def __init__(self, data: dict[str, Any], sides: Sides) -> None:
        self._last: tuple[Sequence[Item] | None, list[Saying]] = (None, [])  # the sentence last asked about
        self._sides = sides
        self._figuring: dict[str, list[str]] = data["figuring"]
        self._showing = frozenset(data["showing"])
        self._telling = frozenset((_ACCORDING, _BY, *sides.accounts, *self._figuring, *self._showing))

    def of(self, items: Sequence[Item], at: int, sentence: Sentence) -> Voice:
        """The voice of an item: of the narrowest report that holds it, the outlet's where none does.

        What stands in quotation marks without a speaker is the words of the one beside it.
        """
        if self._last[0] is not items:
            self._last = items, self._sayings(items, sentence)
        said = self._last[1]
        holding = [saying for saying in said if saying.first <= at < saying.last]
        if holding:
            return min(holding, key=lambda saying: saying.last - saying.first).voice
        return self._quoted(sentence) if not said and _is_quoted(sentence, items[at].at) else OUTLET

    def _sayings(self, items: Sequence[Item], sentence: Sentence) -> list[Saying]:
        """What is reported in a sentence, and as whose words."""
        return [saying for place in self._tellers(items) for saying in self._at(items, place, sentence)]

    def _tellers(self, items: Sequence[Item]) -> Iterator[int]:
        """Where words stand by which somebody may report something."""
        telling = self._telling
        for place, item in enumerate(items):
            if (item.lower in telling or "saying" in item.word.marks) and item.mention is None and item.name is None:
                yield place

    def _at(self, items: Sequence[Item], place: int, sentence: Sentence) -> Iterator[Saying]:
        item = items[place]
        if item.lower == _ACCORDING and place + 2 < len(items) and items[place + 1].lower == "to":
            yield from self._said(items[place + 2 : _phrase_end(items, place + 2)], _clause(items, place), sentence)
        elif item.lower == _BY and place + 1 < len(items):
            yield from self._by(items, place, sentence)
        elif item.lower in self._sides.accounts and place + 1 < len(items) and items[place + 1].lower == "of":
            yield from self._said(_phrase(items, place), (place + 1, _figure(items, place + 1)), sentence)
        elif self._reports(items, place):
            yield from self._clause_of(items, place, sentence)

    def _by(self, items: Sequence[Item], place: int, sentence: Sentence) -> Iterator[Saying]:
        """By somebody's count; put at so many by somebody."""
        end = _phrase_end(items, place + 1)
        phrase = items[place + 1 : end]
        account = next((i for i, item in enumerate(phrase) if item.lower in self._sides.accounts), -1)
        before = [item for item in items[max(0, place - _NEAR) : place] if not item.is_mark]
        if account > 0:
            yield from self._said(phrase[:account], _clause(items, place), sentence)
        elif any(is_saying(item) or item.lower in self._figuring for item in before[-_FIGURE:]) and any(
            item.word.role == "auxiliary" for item in before
        ):
            yield from self._said(phrase, _clause(items, place), sentence)

    def _reports(self, items: Sequence[Item], place: int) -> bool:
        """Whether a word reports here: a verb of saying, one that gives a figure, or one by which an account tells."""
        lower = items[place].lower
        if is_saying(items[place]) or _is_plural_saying(items, place):
            return True
        needed = self._figuring.get(lower)
        if needed is not None:
            behind = items[place + 1 : place + 1 + _REACH]
            links = [i for i, item in enumerate(behind) if item.lower in needed] if needed else [-1]
            if any(item.mention is not None for i in links for item in behind[i + 1 : i + 1 + _FIGURE]):
                return True
        if lower not in self._showing:
            return False
        return any(item.lower in self._sides.accounts for item in _phrase(items, place))

    def _clause_of(self, items: Sequence[Item], place: int, sentence: Sentence) -> Iterator[Saying]:
        """What a verb at a place reports: what stands behind it, or, behind a comma, what stands before its speaker."""
        start, phrase = _speaker(items, place)
        if self._voice(phrase, sentence) is OUTLET:
            end = _phrase_end(items, place + 1)
            if place and items[place - 1].lower == ",":
                yield from self._said(items[place + 1 : end], _before(items, place), sentence)
            return
        if _closes(items, start, place):
            first, last = _before(items, start)
            yield from self._said(phrase, (first, _goes_on(items, first, start, place) or last), sentence)
        else:
            yield from self._said(phrase, (place + 1, _end(items, start, place)), sentence)

    def _said(self, phrase: Sequence[Item], span: tuple[int, int], sentence: Sentence) -> Iterator[Saying]:
        voice = self._voice(phrase, sentence)
        if voice is not OUTLET:
            yield Saying(voice, *span)

    def _voice(self, phrase: Sequence[Item], sentence: Sentence) -> Voice:
        """The speaker of a phrase; for a pronoun, and for "its leader", with what the sentence before says of him."""
        if not phrase:
            return OUTLET
        told = [item for item in phrase if item.word.role not in ("auxiliary", "adverb") and not item.is_mark]
        if len(told) == 1 and told[0].lower in _PRONOUNS:
            return self._earlier(sentence)
        voice = self._sides.voice(phrase, sentence.cast)
        is_arm = voice.sort == "state" or (not voice.side and any(self._sides.is_agent(item.lower) for item in phrase))
        if is_arm and phrase[0].lower in _OWNERS:
            owner = self._earlier(sentence)
            return evolve(owner, name=voice.name) if owner.side else voice
        return voice

    def _earlier(self, sentence: Sentence) -> Voice:
        """Whom the sentence before speaks of: its speaker, else its subject."""
        for items in sentence.cast.around(sentence.block.start, sentence.first, -1):
            said = [saying for place in self._tellers(items) for saying in self._plain(items, place, sentence)]
            if said:
                return said[-1].voice
            return self._sides.voice(_subject(items), sentence.cast)
        return OUTLET

    def _quoted(self, sentence: Sentence) -> Voice:
        """Whose words a quotation is that names no speaker: of the sentence before, else of one behind it."""
        for step in (-1, 1):
            for items in sentence.cast.around(sentence.block.start, sentence.first, step):
                said = [saying for place in self._tellers(items) for saying in self._plain(items, place, sentence)]
                if said:
                    return said[-1].voice
                break
        return OUTLET

    def _plain(self, items: Sequence[Item], place: int, sentence: Sentence) -> Iterator[Saying]:
        """What a verb reports whose speaker is named: no pronoun, which would ask the sentence before in turn."""
        if self._reports(items, place):
            _, phrase = _speaker(items, place)
            end = _phrase_end(items, place + 1)
            for part in (phrase, items[place + 1 : end] if place and items[place - 1].lower == "," else ()):
                voice = self._sides.voice(part, sentence.cast) if part else OUTLET
                if voice is not OUTLET:
                    yield Saying(voice, 0, len(items))


def _speaker(items: Sequence[Item], place: int) -> tuple[int, Sequence[Item]]:
    """The subject of a verb: where it begins, and its items, with an aside between commas. None for a passive."""
    if place and items[place - 1].lower in _BEING and items[place].lower.endswith("ed"):
        return place, ()
    at = place
    while at > 0 and _is_between(items, at - 1):
        at -= 1
    aside: Sequence[Item] = ()
    if at > 0 and items[at - 1].lower == ",":
        comma = next((i for i in range(at - 2, max(-1, at - _LONGEST), -1) if items[i].is_mark), -1)
        if comma < 1 or items[comma].lower != ",":
            return at, ()
        aside, at = items[comma + 1 : at - 1], comma
        aside = () if aside and aside[0].lower in _RELATIVE else aside
    phrase = _phrase(items, at)
    if not phrase and at > 1 and items[at - 1].lower in _COORDINATED:  # "the police gave no figure and spoke of ..."
        first, _ = _before(items, at)
        return first, _subject(items[first:at])
    return at - len(phrase), [*phrase, *aside]


def _is_between(items: Sequence[Item], place: int) -> bool:
    """Whether an item stands between a subject and its verb: "have", "later", "on Monday"."""
    item = items[place]
    if item.mention is not None:
        return item.mention.value.when is not None
    if item.name is not None or item.lower == "s":
        return False
    if item.word.role == "preposition":
        behind = items[place + 1].mention if place + 1 < len(items) else None
        return behind is not None and behind.value.when is not None
    return item.word.role in ("auxiliary", "adverb")


def _is_plural_saying(items: Sequence[Item], place: int) -> bool:
    """Whether a verb of saying stands without an ending behind several: "rebels claim"."""
    item = items[place]
    return "saying" in item.word.marks and item.lower == item.word.stem and place > 0 and items[place - 1].is_plural


def _phrase(items: Sequence[Item], end: int) -> Sequence[Item]:
    """The phrase that ends before a place."""
    start = end
    while start > 0 and end - start < _LONGEST:
        item = items[start - 1]
        if item.name is None and (
            (item.mention is not None and item.mention.value.kind != "count")
            or (item.mention is None and item.lower != "s" and item.word.role in ("mark", "auxiliary", "conjunction"))
            or item.lower in _RELATIVE
            or (item.word.verbs and not item.word.nouns and not item.word.role and item.lower == item.word.stem)
            or is_saying(item)
        ):
            break
        start -= 1
    return items[start:end]


def _phrase_end(items: Sequence[Item], start: int) -> int:
    """Where the phrase ends that begins at a place: at a mark, a verb or a time, with an aside that names somebody."""
    end = start
    while end < len(items) and end - start < _LONGEST:
        item = items[end]
        if item.name is None and (
            item.mention is not None
            or (item.lower != "s" and item.word.role in ("auxiliary", "conjunction", "mark"))
            or item.lower in _RELATIVE
        ):
            if item.lower == "," and end > start and _is_unknown(items[end - 1]):
                aside = _next_mark(items, end + 1)
                behind = items[end + 1].word if end + 1 < len(items) else item.word
                tells = behind.role == "determiner" or "office" in behind.marks
                end = aside if tells and aside - end <= _NEAR else end
            elif item.lower == "," and end + 1 < len(items) and items[end + 1].name is not None:
                end += 2
            break
        end += 1
    return end


def _is_unknown(item: Item) -> bool:
    """Whether an item is a name of which nothing is known."""
    return item.name is not None and not item.name.entity


def _subject(items: Sequence[Item]) -> Sequence[Item]:
    """The words of a sentence before its first verb or mark."""
    end = next(
        (
            i
            for i, item in enumerate(items)
            if i
            and item.name is None
            and item.lower != "s"
            and (
                item.is_mark
                or item.lower in _RELATIVE
                or item.word.role == "auxiliary"
                or (item.word.verbs and (item.lower != item.word.stem or not item.word.nouns))
            )
        ),
        0,
    )
    return items[:end]


def _figure(items: Sequence[Item], place: int) -> int:
    """Where the figure ends that stands right behind a place."""
    return next((i + 1 for i in range(place, min(len(items), place + _FIGURE)) if items[i].mention is not None), place)


def _closes(items: Sequence[Item], start: int, place: int) -> bool:
    """Whether speaker and verb close their part of the sentence behind a comma: then they report what is before it."""
    rest = items[place + 1 : _next_mark(items, place + 1)]
    is_aside = start > 1 and items[start - 1].lower == ","
    if not (is_aside or start >= _LEAST) or any(item.mention is not None and item.mention.value.when is None for item in rest):
        return False
    if is_aside and len(rest) <= _NEAR:
        return not any(
            item.lower == "that" or item.word.role == "auxiliary" or (item.word.verbs and not item.word.nouns) for item in rest
        )
    return len(rest) <= _LEAST + 2 and all(
        item.mention is not None or item.name is not None or item.word.role in ("preposition", "determiner", "adverb")
        for item in rest
    )


def _goes_on(items: Sequence[Item], first: int, start: int, place: int) -> int | None:
    """How far a report goes on behind its speaker: "the state, the union said, owes ..."; None where it does not."""
    comma = _next_mark(items, place + 1)
    if comma + 1 >= len(items) or items[comma].lower != ",":
        return None
    before = items[first : start - 1]
    whole = any(item.word.role == "auxiliary" or (item.word.verbs and item.lower != item.word.stem) for item in before)
    if whole and not (comma == place + 1 and items[comma + 1].lower in _ADDING):
        return None
    return next((i for i in range(comma, len(items)) if items[i].lower in _STOPS), len(items))


def _next_mark(items: Sequence[Item], start: int) -> int:
    return next((i for i in range(start, len(items)) if items[i].is_mark), len(items))


def _before(items: Sequence[Item], end: int) -> tuple[int, int]:
    """The part of the sentence before a place."""
    first = end
    while first > 0 and items[first - 1].lower not in _STOPS:
        first -= 1
    return first, end


def _end(items: Sequence[Item], start: int, place: int) -> int:
    """How far a report behind its verb goes: to the end, or, in a relative clause, to the next comma."""
    relative = start > 0 and (
        items[start - 1].lower in _RELATIVE or (items[start - 1].word.role == "" and not items[start - 1].is_mark)
    )
    for at in range(place + 1, len(items)):
        if items[at].lower in _STOPS or (relative and items[at].lower == ","):
            return at
    return len(items)


def _clause(items: Sequence[Item], place: int) -> tuple[int, int]:
    """The part of a sentence around a place."""
    first, _ = _before(items, place)
    return first, next((i for i in range(place, len(items)) if items[i].lower in _STOPS), len(items))


def _is_quoted(sentence: Sentence, at: int) -> bool:
    """Whether a token stands in quotation marks that its paragraph opens."""
    depth = 0
    for token in sentence.tokens[:at]:
        mark = _QUOTES.get(token.strip())
        if mark is not None:
            depth = 1 - depth if mark == 0 else max(0, depth + mark)
    return depth > 0
