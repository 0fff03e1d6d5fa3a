"""A sentence -> who says what stands in it, and for which side he speaks."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from claimlint.claims.circumstance import is_saying
from claimlint.claims.claim import OUTLET, Voice
from claimlint.claims.items import Item
from claimlint.claims.parse import Sentence
from claimlint.claims.reported import closes, end_behind, figure_end, goes_on, part_around, part_before
from claimlint.claims.sides import Sides
from claimlint.claims.speakers import phrase_before, phrase_end, speaker, subject
from claimlint.nouns import frozen

_NEAR = 8  # items behind a speaker and his verb that say when and where he said it
_FIGURE = 4  # items between a word of figuring and its figure
_REACH = 12  # items between "put" and "at"
_ACCORDING, _BY = "according", "by"
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
            yield from self._said(items[place + 2 : phrase_end(items, place + 2)], part_around(items, place), sentence)
        elif item.lower == _BY and place + 1 < len(items):
            yield from self._by(items, place, sentence)
        elif item.lower in self._sides.accounts and place + 1 < len(items) and items[place + 1].lower == "of":
            yield from self._said(phrase_before(items, place), (place + 1, figure_end(items, place + 1)), sentence)
        elif self._reports(items, place):
            yield from self._clause_of(items, place, sentence)

    def _by(self, items: Sequence[Item], place: int, sentence: Sentence) -> Iterator[Saying]:
        """By somebody's count; put at so many by somebody."""
        end = phrase_end(items, place + 1)
        phrase = items[place + 1 : end]
        account = next((i for i, item in enumerate(phrase) if item.lower in self._sides.accounts), -1)
        before = [item for item in items[max(0, place - _NEAR) : place] if not item.is_mark]
        if account > 0:
            yield from self._said(phrase[:account], part_around(items, place), sentence)
        elif any(is_saying(item) or item.lower in self._figuring for item in before[-_FIGURE:]) and any(
            item.word.role == "auxiliary" for item in before
        ):
            yield from self._said(phrase, part_around(items, place), sentence)

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
        return any(item.lower in self._sides.accounts for item in phrase_before(items, place))

    def _clause_of(self, items: Sequence[Item], place: int, sentence: Sentence) -> Iterator[Saying]:
        """What a verb at a place reports: what stands behind it, or, behind a comma, what stands before its speaker."""
        start, phrase = speaker(items, place)
        if self._voice(phrase, sentence) is OUTLET:
            end = phrase_end(items, place + 1)
            if place and items[place - 1].lower == ",":
                yield from self._said(items[place + 1 : end], part_before(items, place), sentence)
            return
        if closes(items, start, place):
            first, last = part_before(items, start)
            yield from self._said(phrase, (first, goes_on(items, first, start, place) or last), sentence)
        else:
            yield from self._said(phrase, (place + 1, end_behind(items, start, place)), sentence)

    def _said(self, phrase: Sequence[Item], span: tuple[int, int], sentence: Sentence) -> Iterator[Saying]:
        voice = self._voice(phrase, sentence)
        if voice is not OUTLET:
            yield Saying(voice, *span)

    def _voice(self, phrase: Sequence[Item], sentence: Sentence) -> Voice:
        """The speaker of a phrase; for a pronoun, and for "its leader", with what the sentence before says of him."""
        if not phrase:
            return OUTLET
        told = [item for item in phrase if item.word.role not in ("auxiliary", "adverb") and not item.is_mark]
        if len(told) == 1 and "standing_for" in told[0].word.marks:
            return self._earlier(sentence)
        voice = self._sides.voice(phrase, sentence.cast)
        is_arm = voice.sort == "state" or (not voice.side and any(self._sides.is_agent(item.lower) for item in phrase))
        if is_arm and "owning_voice" in phrase[0].word.marks:
            owner = self._earlier(sentence)
            return evolve(owner, name=voice.name) if owner.side else voice
        return voice

    def _earlier(self, sentence: Sentence) -> Voice:
        """Whom the sentence before speaks of: its speaker, else its subject."""
        for items in sentence.cast.around(sentence.block.start, sentence.first, -1):
            said = [saying for place in self._tellers(items) for saying in self._plain(items, place, sentence)]
            if said:
                return said[-1].voice
            return self._sides.voice(subject(items), sentence.cast)
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
            _, phrase = speaker(items, place)
            end = phrase_end(items, place + 1)
            for part in (phrase, items[place + 1 : end] if place and items[place - 1].lower == "," else ()):
                voice = self._sides.voice(part, sentence.cast) if part else OUTLET
                if voice is not OUTLET:
                    yield Saying(voice, 0, len(items))


def _is_plural_saying(items: Sequence[Item], place: int) -> bool:
    """Whether a verb of saying stands without an ending behind several: "rebels claim"."""
    item = items[place]
    return "saying" in item.word.marks and item.lower == item.word.stem and place > 0 and items[place - 1].is_plural


def _is_quoted(sentence: Sentence, at: int) -> bool:
    """Whether a token stands in quotation marks that its paragraph opens."""
    depth = 0
    for token in sentence.tokens[:at]:
        mark = _QUOTES.get(token.strip())
        if mark is not None:
            depth = 1 - depth if mark == 0 else max(0, depth + mark)
    return depth > 0
