"""A document's paragraphs -> its claims."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import evolve

from claimlint.claims.claim import NOTHING, Claim, Context, Topic, Voice
from claimlint.claims.context import context
from claimlint.claims.counted import Counted, counted
from claimlint.claims.happening import happening
from claimlint.claims.items import Item, without_brackets
from claimlint.claims.measures import Binding, Measures
from claimlint.claims.parse import Article, Parser, Sentence
from claimlint.claims.voices import Voices
from claimlint.reading.mentions import Mention, Reader
from claimlint.values.times import minutes, zones
from claimlint.values.value import bounded

_CURRENCY = re.compile(r"money:\w+")
_BRACKET = ("(", "[")


class Extractor:
    """Makes the claims of documents. Built once from the knowledge, used for any number of documents."""

    def __init__(self, reader: Reader, data: Mapping[str, Any], longest: int = 400) -> None:
        self.reader = reader
        self.parser = Parser(reader, data, longest)
        self.vocabulary = self.parser.vocabulary
        self.names = self.parser.names
        self.measures = Measures(data["measures"])
        self._converting = frozenset(data["converting"])
        self._apposed = frozenset(data["apposed"])
        self._onward = frozenset(data["onward"])
        self.voices = Voices(data["sides"], self.parser.sides)

    def claims(self, article: Article) -> list[Claim]:
        """Gives the claims of an article, in the order of the text."""
        return [claim for sentence in article.sentences for claim in self.claims_of(sentence)]

    def claims_of(self, sentence: Sentence) -> list[Claim]:
        """Gives the claims of a sentence; a conversion in brackets is no claim of its own."""
        found = []
        before: Mention | None = None
        for mention in sentence.mentions:
            if mention.value.kind != "set" and not (before is not None and self.converts(sentence, before, mention)):
                found += self.claims_at(sentence, mention)
            before = mention
        return found

    def converts(self, sentence: Sentence, before: Mention, mention: Mention) -> bool:
        """Whether a mention in brackets, or behind "or", says the one before it in another unit."""
        between = "".join(sentence.tokens[before.last : mention.first]).strip()
        if between == "(" and all(each.value.when is not None and minutes(each.value.when) for each in (before, mention)):
            return bool(zones(mention.value.when or ()))
        apposed = mention.value.approximate and between in self._apposed and self._closes(sentence, mention)
        if not (apposed or between in self._converting) or not mention.value.unit or mention.value.kind != before.value.kind:
            return False
        if between.startswith(_BRACKET):
            return mention.last >= len(sentence.tokens) or sentence.tokens[mention.last].strip() not in self._onward
        one, other = (self.dimension(each) for each in (before, mention))
        return _CURRENCY.sub("money", one) == _CURRENCY.sub("money", other)

    def _closes(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a mark stands behind a mention: "40 km, about 25 miles, from the coast"."""
        return mention.last < len(sentence.tokens) and not sentence.tokens[mention.last].strip().isalnum()

    def dimension(self, mention: Mention) -> str:
        """The dimension of a mention's unit; "" where it has none."""
        return self.reader.units.dimension(mention.value.unit) if mention.value.unit else ""

    def claim(self, sentence: Sentence, mention: Mention) -> Claim:
        """Gives the claim of a mention."""
        return self.claims_at(sentence, mention)[0]

    def claims_at(self, sentence: Sentence, mention: Mention) -> list[Claim]:
        """Gives the claim of a mention, and the one that it implies: farther than the 500 km limit is more than 500 km."""
        said = _Told(self, sentence, mention)
        claim = said.claim()
        found = [claim]
        if isinstance(mention.value.stated, float | int) and not mention.value.bound and self.measures.may_imply(sentence.items):
            _, implied = said.bound
            if implied is not None:
                name, bound = implied.measure.implies
                measure = evolve(implied, measure=self.measures.by_name[name])
                value = bounded(mention.value, bound, mention.value.stated, mention.value.stated)
                other = _Told(self, sentence, mention)
                other.bound = (measure, None)
                found.append(evolve(other.claim(), value=value, look=lambda: evolve(other.context(), stance="asserted")))
        return found


class _Told:
    """A mention in its sentence, with what is asked about it: its measure, what stands around it, whose words it is."""

    def __init__(self, extractor: Extractor, sentence: Sentence, mention: Mention) -> None:
        self._extractor, self._sentence, self._mention = extractor, sentence, mention

    def claim(self) -> Claim:
        """The claim of the mention."""
        sentence, mention = self._sentence, self._mention
        return Claim(
            sentence.document, mention.start, mention.end, sentence.span, mention.value, mention.time, sentence.block.role,
            self.topic, self.context, self.voice,
        )  # fmt: skip

    @cached_property
    def bound(self) -> tuple[Binding | None, Binding | None]:
        """The measure that its cue tells, and one that implies another."""
        extractor, mention = self._extractor, self._mention
        return extractor.measures.bind(mention, self._sentence.items, extractor.dimension(mention))

    @cached_property
    def _items(self) -> Sequence[Item]:
        return without_brackets(self._sentence.items, self._mention)

    @cached_property
    def _at(self) -> int:
        return next(i for i, item in enumerate(self._items) if item.mention is self._mention)

    @cached_property
    def _counted(self) -> Counted:
        return counted(self._items, self._at, self._extractor.vocabulary.phrases)

    @cached_property
    def _events(self) -> frozenset[str]:
        is_time = self._mention.value.when is not None
        return happening(self._items, self._at, self._extractor.vocabulary) if is_time else NOTHING

    def topic(self) -> Topic:
        """What the value is of."""
        binding, extractor, mention = self.bound[0], self._extractor, self._mention
        head, noun = self._counted.head, self._counted.noun
        if binding is not None and "who" in binding.match.slots:
            item = binding.match.slots["who"]
            head, noun = frozenset((item.word.stem,)), extractor.measures.counted(binding.measure, item.lower) or item.word.stem
        measure = binding.measure if binding else extractor.measures.of_events(mention, self._events)
        return Topic(measure, noun, head, self._events)

    def context(self) -> Context:
        """What stands around it."""
        is_part = self._counted.part and self._mention.value.kind == "count"
        sentence, binding, words = self._sentence, self.bound[0], self._extractor.vocabulary
        return context(
            sentence, self._mention, self._items, self._at, binding, part=is_part, vocabulary=words, events=self._events
        )  # fmt: skip

    def voice(self) -> Voice:
        """Who says it."""
        told = self._sentence.block.voice
        return Voice(told, told) if told else self._extractor.voices.of(self._items, self._at, self._sentence)
