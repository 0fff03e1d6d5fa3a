"""A sentence -> its items as relations are matched against them: a few views of the same sentence."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from claimlint.checks.parts import Parts
from claimlint.claims.extract import Extractor
from claimlint.claims.items import Item
from claimlint.claims.kinds import COUNTING, kinds
from claimlint.claims.parse import Sentence
from claimlint.claims.rows import Row
from claimlint.reading.mention import Mention

_HYPHEN, _DASH = "-", "–"
_OPENING = ("(", "[")
_ASIDE = 14  # words of an aside
_LATELY = 30  # words before a sentence that it may take up
_COUNT, _BARE = "count", "bare"
_ROLES = ("preposition", "conjunction", "auxiliary", "pronoun", "determiner")
_WORDS = ("ref", "set")  # times that say no day
_JOINS = frozenset({"and", "or", "but"})


class Views:
    """The views of a sentence, each made when it is asked for."""

    def __init__(self, sentence: Sentence, extractor: Extractor) -> None:
        self.sentence = sentence
        self._extractor = extractor

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, also those that are part of a mention."""
        found = self.said.union(item.lower for item in self.sentence.items if item.mention is None)
        return found | {_DASH} if "-" in found else found

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of all tokens."""
        words, sentence = self._extractor.vocabulary, self.sentence
        return frozenset(words[token].lower for token in sentence.tokens[sentence.first : sentence.last])

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words, and the names of the nouns that tell the same."""
        return self._stems(self.sentence.first, self.sentence.last)

    @cached_property
    def before(self) -> frozenset[str]:
        """The same of the words just before the sentence."""
        return self._stems(max(0, self.sentence.first - _LATELY), self.sentence.first)

    def _stems(self, first: int, last: int) -> frozenset[str]:
        words, tokens = self._extractor.vocabulary, self.sentence.tokens
        found = [words[tokens[i]] for i in range(first, last)]
        return frozenset(name for word in found for name in (word.stem, *word.nouns))

    @cached_property
    def raw(self) -> Row:
        """Every token as a word, mentions too: for phrases that are asked for word for word."""
        words, tokens = self._extractor.vocabulary, self.sentence.tokens
        return Row(Item(words[tokens[i]].lower, words[tokens[i]], i) for i in range(self.sentence.first, self.sentence.last))

    @cached_property
    def kinds(self) -> list[frozenset[str]]:
        """What a slot may take each mention for."""
        return [self._kinds(mention) for mention in self.sentence.mentions]

    @cached_property
    def full(self) -> Row:
        """Everything as it stands."""
        items = Row(self.sentence.items)
        known = dict(zip(map(id, self.sentence.mentions), self.kinds, strict=True))
        for place, item in enumerate(items):
            if item.mention is not None:
                items[place] = self._known(item, item.mention, known[id(item.mention)])
            elif item.lower == _HYPHEN:
                items[place] = self._dash(item)
        for place, item in enumerate(items):
            if _COUNT in item.kinds:
                items[place] = _placed(item, items[place + 1 : place + 2])
        return items

    @cached_property
    def plain(self) -> list[Row]:
        """The views for templates that do not speak of brackets.

        Without what stands in brackets and without conversions; with mentions of several values taken apart; without the
        asides between commas that tell no value.
        """
        bare = self._bare()
        opened = self._opened(bare)
        found = [bare] if opened is None else [opened, bare]
        return [*found, *(Row(bones) for bones in map(_bones, found) if bones is not None)]

    @cached_property
    def bracketed(self) -> list[Row]:
        """The views for templates that speak of brackets."""
        return [self.full]

    def _dash(self, item: Item) -> Item:
        """A hyphen that stands apart is a dash."""
        tokens = self.sentence.tokens
        if tokens[item.at][:1] != " " or item.at + 1 >= len(tokens) or tokens[item.at + 1][:1] != " ":
            return item
        word = item.word._replace(marks=self._extractor.vocabulary[_DASH].marks)
        return Item(_DASH, word, item.at, None, item.name)

    def _kinds(self, mention: Mention) -> frozenset[str]:
        """What a slot may take a mention for: a number in words is a kind of its own."""
        found = kinds(mention.value, self._extractor.reader.units)
        if _COUNT in found and not any(mark.isdigit() for mark in self.sentence.document.text[mention.start : mention.end]):
            return found | {"spelled"}
        return found

    def _known(self, item: Item, mention: Mention, kinds: frozenset[str]) -> Item:
        """The item of a mention with what a slot may take it for; "now", "annually" and the like are words."""
        if mention.value.when is not None and mention.value.when[0] in _WORDS and mention.last - mention.first == 1:
            word = self._extractor.vocabulary[self.sentence.tokens[mention.first]]
            return Item(word.lower, word, item.at)
        return Item(item.lower, item.word, item.at, mention, item.name, kinds)

    def _bare(self) -> Row:
        """The items without brackets, and without the mentions that only say the one before them in another unit."""
        items: Sequence[Item] = self.full
        if sum(item.mention is not None and bool(item.mention.value.unit) for item in items) > 1:
            items = list(self._folded(items))
        brackets = any(item.lower in _OPENING for item in items)
        return Row(_without_brackets(items)) if brackets else items if isinstance(items, Row) else Row(items)

    def _folded(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items without the mentions that only say the one before them in another unit."""
        before: Mention | None = None
        for item in items:
            if item.mention is None:
                yield item
                continue
            if before is not None and self._converts(before, item.mention):
                continue
            before = item.mention
            yield item

    def _opened(self, bare: Row) -> Row | None:
        """The items with mentions of several values taken apart; None where there are none."""
        parts = Parts(self.sentence, self._extractor)
        taken = {place: parts.of(item, item.mention) for place, item in enumerate(bare) if item.mention is not None}
        if all(len(pieces) == 1 for pieces in taken.values()):
            return None
        opened = Row(_once(piece for place, item in enumerate(bare) for piece in taken.get(place, (item,))))
        return opened if len(opened) != len(bare) else None

    def _converts(self, before: Mention, mention: Mention) -> bool:
        """Whether a mention only says the one before it in another unit of the same thing."""
        units, one, other = self._extractor.reader.units, before.value.unit, mention.value.unit
        if not one or not other or one == other or not self._extractor.converts(self.sentence, before, mention):
            return False
        a, b = units.dimension(one), units.dimension(other)
        return (a == b or (a.startswith("money:") and b.startswith("money:"))) and not (a.startswith("money:") and " / " in a)


def _placed(item: Item, behind: Sequence[Item]) -> Item:
    """A number behind which nothing stands that it may count is bare, "34 million"; before a noun it counts."""
    if behind and not _is_end(behind[0]):
        counts = behind[0].is_plural or (behind[0].mention is None and behind[0].word.nouns)
        return _of_kind(item, COUNTING) if counts else item
    return _of_kind(item, _BARE)


def _of_kind(item: Item, kind: str) -> Item:
    return Item(item.lower, item.word, item.at, item.mention, item.name, item.kinds | {kind})


def _is_end(item: Item) -> bool:
    return (
        item.is_mark
        or (item.mention is not None and _COUNT not in item.kinds)
        or (item.word.role in _ROLES and item.lower != "of")
    )


def _once(items: Iterable[Item]) -> Iterator[Item]:
    """The items without the words that stand before a mention and in it: "from" of "from 2 to 5 p.m."."""
    before: Item | None = None
    for item in items:
        if before is None or item.mention is not None or before.mention is not None or item.at != before.at:
            yield item
        before = item


def _without_brackets(items: Iterable[Item]) -> Iterator[Item]:
    depth = 0
    for item in items:
        if item.lower in _OPENING:
            depth += 1
        elif item.lower in (")", "]") and depth:
            depth -= 1
        elif not depth:
            yield item


def _bones(items: Sequence[Item]) -> list[Item] | None:
    """The items without the asides between two commas that tell no value, or only who said it and when; None without any."""
    commas = [i for i, item in enumerate(items) if item.lower == "," and item.mention is None]
    dropped: set[int] = set()
    for start, end in itertools.pairwise(commas):
        aside = items[start + 1 : end]
        if start in dropped or not 0 < len(aside) <= _ASIDE:
            continue
        said = any("saying" in item.word.marks for item in aside)
        if any(item.mention is not None and not (said and "date" in item.kinds) for item in aside):
            continue
        if aside[0].lower in _JOINS or (end + 1 < len(items) and items[end + 1].lower in _JOINS):
            continue
        dropped.update(range(start, end + 1))
    return [item for i, item in enumerate(items) if i not in dropped] if dropped else None
