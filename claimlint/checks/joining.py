"""The sentences of an article -> those that the next takes up by its words: "that", "the other 12", "the fare" of a fare told."""

from collections.abc import Sequence
from itertools import pairwise

from claimlint.checks.guards import Guards
from claimlint.checks.told import OF
from claimlint.checks.views import Views
from claimlint.claims.items import Item
from claimlint.claims.parse import Sentence
from claimlint.values.value import Value

_HEAD = 6  # items of a sentence, by which it takes up what was told
_NEAR = 4  # items of it, by which a noun told before does
_PHRASE = 3  # words from "the" to what it speaks of
_MILLION = 1e6
_UNITED = ("money", "quantity")
_SAYING, _THE = "saying", "the"


def joined(views: Sequence[Views], guards: Guards) -> int:
    """Gives, as bits, the places of the sentences that the next goes on about by its words."""
    return sum(1 << place for place, (one, other) in enumerate(pairwise(views)) if _takes_up(one, other, guards))


def _takes_up(one: Views, other: Views, guards: Guards) -> bool:
    """Whether a sentence goes on about the one before; "he said" does not."""
    if one.sentence.block.role != other.sentence.block.role or not _is_next(one.sentence, other.sentence):
        return False
    head = other.sentence.items[: _HEAD + _PHRASE]
    if len(head) < _PHRASE:
        return False
    named = False
    for at, item in enumerate(head[:_HEAD]):
        if item.mention is not None:
            if not at and item.mention.value.stated is not None and _is_of_those(head[1], one, guards):
                return True
        elif item.name is not None:
            named = True
        elif item.lower == _THE:
            if at < _NEAR and _is_spoken(head[at + 1 : at + 1 + _PHRASE], one):
                return True
        elif not named and item.lower in guards.joins and not _is_said(head[at + 1 : at + 3]):
            return True
    return _is_elided(one, other) or _is_of_them(other, guards)


def _is_of_them(other: Views, guards: Guards) -> bool:
    """Whether a sentence tells so many of what was told before."""
    items = other.sentence.items
    return any(
        number.mention is not None and of.lower == OF and behind.lower in guards.takes_up
        for number, of, behind in zip(items, items[1:], items[2:], strict=False)
    )


def _is_said(behind: Sequence[Item]) -> bool:
    """Whether words only say who said what follows: not "they admitted 29"."""
    return bool(behind) and _SAYING in behind[0].word.marks and behind[-1].mention is None


def _is_of_those(behind: Item, one: Views, guards: Guards) -> bool:
    """Whether what stands behind a number at the head of a sentence says nothing else that it counts than was spoken of."""
    stems = {behind.word.stem, *behind.word.nouns}
    elided = not behind.is_plural and (not behind.word.nouns or bool(behind.word.verbs))
    return elided or bool(stems & (one.stems | guards.anybody))


def _is_elided(one: Views, other: Views) -> bool:
    """Whether a sentence tells a number of millions without its unit, which the one before tells."""
    return any(_is_large(mention.value) and not mention.value.unit for mention in other.sentence.mentions) and any(
        _is_large(mention.value) and mention.value.unit and mention.value.kind in _UNITED for mention in one.sentence.mentions
    )


def _is_large(value: Value) -> bool:
    return value.scale >= _MILLION


def _is_next(one: Sentence, other: Sentence) -> bool:
    """Whether nothing stands between two sentences."""
    return not one.document.masked[one.span[1] : other.span[0]].strip()


def _is_spoken(phrase: Sequence[Item], one: Views) -> bool:
    """Whether a sentence spoke of what a phrase speaks of."""
    return any(
        item.mention is None and not item.is_thin and bool({item.word.stem, *item.word.nouns} & one.stems) for item in phrase
    )
