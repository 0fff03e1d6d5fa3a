"""A sentence -> its items as relations are matched against them: a few views of the same sentence."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import evolve

from claimlint.checks.parts import Parts
from claimlint.claims.chains import Row
from claimlint.claims.extract import Extractor
from claimlint.claims.items import Item
from claimlint.claims.kinds import COUNTING, kinds
from claimlint.claims.parse import Sentence
from claimlint.reading.mention import Mention

_DASH = "–"
_ASIDE = 14  # words of an aside
_COUNT, _BARE = "count", "bare"
_ROLES = ("preposition", "conjunction", "auxiliary", "pronoun", "determiner")
_JOINS = frozenset({"and", "or", "but"})


class Views:
    """The views of a sentence, each made when it is asked for."""

    def __init__(self, sentence: Sentence, extractor: Extractor) -> None:
        self.sentence = sentence
        self._extractor = extractor

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, also those that are part of a mention."""
        words, sentence = self._extractor.vocabulary, self.sentence
        found = {words[sentence.tokens[i]].lower for i in range(sentence.first, sentence.last)}
        found |= {item.lower for item in sentence.items if item.mention is None}
        return frozenset(found | {_DASH} if "-" in found else found)

    @cached_property
    def raw(self) -> Row:
        """Every token as a word, mentions too: for phrases that are asked for word for word."""
        words, tokens = self._extractor.vocabulary, self.sentence.tokens
        return Row(Item(words[tokens[i]].lower, words[tokens[i]], i) for i in range(self.sentence.first, self.sentence.last))

    @cached_property
    def full(self) -> Row:
        """Everything as it stands."""
        items = self.sentence.items
        found = [self._dash(item) if item.mention is None else self._known(item, item.mention) for item in items]
        return Row(_bare(item, found[at + 1 : at + 2]) for at, item in enumerate(found))

    @cached_property
    def plain(self) -> list[Row]:
        """The views for templates that do not speak of brackets.

        Without what stands in brackets and without conversions; with mentions of several values taken apart; without the
        asides between commas that tell no value.
        """
        bare = Row(_without_brackets(self._folded()))
        found = [bare]
        parts = Parts(self.sentence, self._extractor)
        opened = Row(_once(piece for item in bare for piece in parts.of(item)))
        if len(opened) != len(bare):
            found.insert(0, opened)
        for view in tuple(found):
            bones = Row(_bones(view))
            if len(bones) != len(view):
                found.append(bones)
        return found

    @cached_property
    def bracketed(self) -> list[Row]:
        """The views for templates that speak of brackets."""
        return [self.full]

    def _dash(self, item: Item) -> Item:
        """A hyphen that stands apart is a dash."""
        tokens = self.sentence.tokens
        if item.lower != "-" or tokens[item.at][:1] != " " or item.at + 1 >= len(tokens) or tokens[item.at + 1][:1] != " ":
            return item
        return evolve(item, lower=_DASH)

    def _known(self, item: Item, mention: Mention) -> Item:
        """The item of a mention with what a slot may take it for; "now" and the like are words."""
        if mention.value.when is not None and mention.value.when[0] == "ref" and mention.last - mention.first == 1:
            word = self._extractor.vocabulary[self.sentence.tokens[mention.first]]
            return Item(word.lower, word, item.at)
        found = kinds(mention.value, self._extractor.reader.units)
        if "count" in found and not any(mark.isdigit() for mark in self.sentence.document.text[mention.start : mention.end]):
            found |= {"spelled"}
        return evolve(item, kinds=found)

    def _folded(self) -> Iterator[Item]:
        """The items without the mentions that only say the one before them in another unit."""
        before: Mention | None = None
        for item in self.full:
            if item.mention is None:
                yield item
                continue
            if before is not None and self._converts(before, item.mention):
                continue
            before = item.mention
            yield item

    def _converts(self, before: Mention, mention: Mention) -> bool:
        """Whether a mention only says the one before it in another unit of the same thing."""
        units, one, other = self._extractor.reader.units, before.value.unit, mention.value.unit
        if not one or not other or one == other or not self._extractor.converts(self.sentence, before, mention):
            return False
        a, b = units.dimension(one), units.dimension(other)
        return (a == b or (a.startswith("money:") and b.startswith("money:"))) and not (a.startswith("money:") and " / " in a)


def _bare(item: Item, behind: Sequence[Item]) -> Item:
    """A number behind which nothing stands that it may count is bare, "34 million"; before a noun it counts."""
    if _COUNT not in item.kinds:
        return item
    if behind and not _is_end(behind[0]):
        counts = behind[0].is_plural or (behind[0].mention is None and behind[0].word.nouns)
        return evolve(item, kinds=item.kinds | {COUNTING}) if counts else item
    return evolve(item, kinds=item.kinds | {_BARE})


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


def _without_brackets(items: Iterator[Item]) -> Iterator[Item]:
    depth = 0
    for item in items:
        if item.lower in ("(", "["):
            depth += 1
        elif item.lower in (")", "]") and depth:
            depth -= 1
        elif not depth:
            yield item


def _bones(items: Sequence[Item]) -> Iterator[Item]:
    """The items without the asides between two commas that tell no value, or only who said it and when."""
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
    for i, item in enumerate(items):
        if i not in dropped:
            yield item
