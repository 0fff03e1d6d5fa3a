"""A document's paragraphs -> its claims."""

import re
from typing import Any

from attrs import evolve

from claimlint.claims.claim import NOTHING, Claim
from claimlint.claims.context import context
from claimlint.claims.counted import counted
from claimlint.claims.happening import happening
from claimlint.claims.items import without_brackets
from claimlint.claims.measures import Binding, Measures
from claimlint.claims.parse import Article, Parser, Sentence
from claimlint.claims.voices import Voices
from claimlint.reading.mentions import Mention, Reader
from claimlint.values.value import bounded

_CURRENCY = re.compile(r"money:\w+")
_BRACKET = ("(", "[")
_CONVERTING = ("(", "[", "(or", "(about", "(around", "(some", "(roughly", "(nearly", "(more than", ", or", "or")


class Extractor:
    """Makes the claims of documents. Built once from the knowledge, used for any number of documents."""

    def __init__(self, reader: Reader, data: dict[str, Any], longest: int = 400) -> None:
        self.reader = reader
        self.parser = Parser(reader, data, longest)
        self.vocabulary = self.parser.vocabulary
        self.names = self.parser.names
        self.measures = Measures(data["measures"])
        self.voices = Voices(data["sides"])

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
        if between not in _CONVERTING or not mention.value.unit or mention.value.kind != before.value.kind:
            return False
        if between.startswith(_BRACKET):
            return True
        one, other = (self._dimension(each) for each in (before, mention))
        return _CURRENCY.sub("money", one) == _CURRENCY.sub("money", other)

    def _dimension(self, mention: Mention) -> str:
        return self.reader.units.dimension(mention.value.unit) if mention.value.unit else ""

    def claim(self, sentence: Sentence, mention: Mention) -> Claim:
        """Gives the claim of a mention."""
        return self.claims_at(sentence, mention)[0]

    def claims_at(self, sentence: Sentence, mention: Mention) -> list[Claim]:
        """Gives the claim of a mention, and the one that it implies: farther than the 500 km limit is more than 500 km."""
        said, implied = self.measures.bind(mention, sentence.items, self._dimension(mention))
        found = [self._claim(sentence, mention, said)]
        if implied is not None and isinstance(mention.value.stated, float | int) and not mention.value.bound:
            name, bound = implied.measure.implies
            claim = self._claim(sentence, mention, evolve(implied, measure=self.measures.by_name[name]))
            value = bounded(mention.value, bound, mention.value.stated, mention.value.stated)
            found.append(evolve(claim, value=value, look=lambda: evolve(claim.context, stance="asserted")))
        return found

    def _claim(self, sentence: Sentence, mention: Mention, binding: Binding | None) -> Claim:
        items = without_brackets(sentence.items, mention)
        at = next(i for i, item in enumerate(items) if item.mention is mention)
        what = counted(items, at)
        head, noun = what.head, what.noun
        if binding is not None and "who" in binding.match.slots:
            item = binding.match.slots["who"]
            head, noun = frozenset((item.word.stem,)), binding.measure.who.get(item.lower, item.word.stem)
        events = happening(items, at, self.vocabulary) if mention.value.when is not None else NOTHING
        measure = binding.measure if binding else self.measures.of_events(mention, events)
        is_part = what.part and mention.value.kind == "count"
        return Claim(
            sentence.document, mention.start, mention.end, sentence.span, mention.value, mention.time,
            measure, noun, head, sentence.block.role, events,
            lambda: context(sentence, mention, items, at, binding, part=is_part, vocabulary=self.vocabulary, events=events),
            lambda: self.voices.of(items, at),
        )  # fmt: skip
