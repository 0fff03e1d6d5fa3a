"""A document's paragraphs -> its claims."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from claimlint.claims.claim import Claim
from claimlint.claims.items import Item, items_of, without_brackets
from claimlint.claims.measures import Binding, Measures
from claimlint.claims.names import Name, Names
from claimlint.claims.sentences import bounds
from claimlint.claims.vocabulary import Vocabulary
from claimlint.claims.voices import Voices
from claimlint.documents.document import Block, Document
from claimlint.reading.mentions import Mention, Reader
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.times import Time

SILENT = ("furniture", "correction")
_PARTS = frozenset(";:—–()[]")
_CONVERTING = ("(", "[", "(or", "(about", "(around", "(some", "(roughly", "(nearly", "(more than", ", or", "or")
_PHRASE = 4  # words of what is counted


@frozen
class Sentence:
    """A sentence as the claims need it."""

    document: Document
    block: Block
    tokens: Sequence[str]
    offsets: Sequence[int]
    first: int
    last: int
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    items: tuple[Item, ...]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        first = self.block.start + self.offsets[self.first]
        lead = self.tokens[self.first][:1] in (" ", "\u00a0")
        return first + lead, self.block.start + self.offsets[self.last]


class Extractor:
    """Makes the claims of documents. Built once from the knowledge, used for any number of documents."""

    def __init__(self, reader: Reader, data: dict[str, Any]) -> None:
        self.reader = reader
        self.vocabulary = Vocabulary(data["vocabulary"])
        self.names = Names(data["names"])
        self.measures = Measures(data["measures"])
        self.abbreviations = frozenset(data["abbreviations"])
        self.voices = Voices(self.vocabulary, data["sides"])

    def sentences(self, document: Document) -> Iterator[Sentence]:
        """Gives the sentences of the story that hold a mention, with mentions told as from the document's date."""
        day = document.date.start if document.date else None
        dateline = document.dateline
        context: Time | None = None
        for block in document.blocks:
            if block.role in SILENT:
                continue
            tokens, offsets = tokenize(fold(document.text[block.start : block.end]))
            found = self.reader.read_tokens(tokens, offsets, block.start)
            if dateline is not None:
                found = [m for m in found if not dateline.start <= m.start < dateline.end]
            mentions, context = self.reader.dated(found, tokens, day, context)
            if not mentions:
                continue
            for first, last in bounds(tokens, self.abbreviations):
                inside = tuple(m for m in mentions if first <= m.first < last)
                if inside:
                    taken = {i for m in inside for i in range(m.first, m.last)}
                    names = tuple(self.names.find(tokens, first, last, taken, self.vocabulary))
                    items = items_of(tokens, first, last, inside, names, self.vocabulary)
                    yield Sentence(document, block, tokens, offsets, first, last, inside, names, tuple(items))

    def claims(self, document: Document) -> list[Claim]:
        """Gives the claims of a document, in the order of the text."""
        return [claim for sentence in self.sentences(document) for claim in self.claims_of(sentence)]

    def claims_of(self, sentence: Sentence) -> list[Claim]:
        """Gives the claims of a sentence; a conversion in brackets is no claim of its own."""
        found = []
        before: Mention | None = None
        for mention in sentence.mentions:
            if mention.value.kind != "set" and not (before is not None and self.converts(sentence, before, mention)):
                found.append(self.claim(sentence, mention))
            before = mention
        return found

    def converts(self, sentence: Sentence, before: Mention, mention: Mention) -> bool:
        """Whether a mention in brackets, or behind "or", says the one before it in another unit."""
        between = "".join(sentence.tokens[before.last : mention.first]).strip()
        return between in _CONVERTING and bool(mention.value.unit) and mention.value.kind == before.value.kind

    def claim(self, sentence: Sentence, mention: Mention) -> Claim:
        """Gives the claim of a mention."""
        dimension = self.reader.units.dimension(mention.value.unit) if mention.value.unit else ""
        binding = self.measures.bind(mention, sentence.items, dimension)
        items = without_brackets(sentence.items, mention)
        at = next(i for i, item in enumerate(items) if item.mention is mention)
        low, high = _segment(items, at)
        head, noun = self._counted(items, at, binding)
        words, names = self._around(items, at, low, high, mention)
        marks = {mark for item in items[max(low, at - 6) : min(high, at + 7)] for mark in item.word.marks}
        near = items[max(low, at - 5) : min(high, at + 6)]
        shifters = frozenset(i.word.stem for i in near if "shifters" in i.word.marks and i.mention is None)
        scope = frozenset(i.lower for i in items[max(low, at - 3) : min(high, at + 5)] if "scope" in i.word.marks and i.mention is None)
        claim = Claim(
            sentence.document, mention.start, mention.end, sentence.span, mention.value, mention.time,
            binding.measure if binding else None, binding.match.strength if binding else 0.0, noun, head,
            self._subject(items, at, low, high, binding), words, names,
            frozenset(m.value.stated for m in sentence.mentions if isinstance(m.value.stated, float) and m is not mention and m.value.stated > 12),
            scope, shifters, _stance(marks, items, at, low), self.voices.of(sentence, mention), self._when(sentence, items, at, low, high, mention),
            role=sentence.block.role,
        )  # fmt: skip
        return claim

    def _counted(self, items: Sequence[Item], at: int, binding: Binding | None) -> tuple[frozenset[str], str]:
        """The stems of the phrase that a number counts, and the name of its noun."""
        if binding is not None and "who" in binding.match.slots:
            item = binding.match.slots["who"]
            return frozenset((item.word.stem,)), binding.measure.who.get(item.lower, item.word.stem)
        stems = []
        noun = ""
        place = at + 1
        if place < len(items) and items[place].lower == "of":
            place += 1
            while place < len(items) and (items[place].word.role == "determiner" or items[place].mention is not None):
                place += 1
        while place < len(items) and len(stems) < _PHRASE:
            item = items[place]
            if item.lower == "-":
                place += 1
                continue
            if item.word.role or item.mention is not None:
                break
            if item.word.verbs and not item.word.nouns and stems:
                break
            stems.append(item.word.stem)
            if item.word.nouns:
                noun = min(item.word.nouns)
            place += 1
        return frozenset(stems), noun

    def _around(
        self, items: Sequence[Item], at: int, low: int, high: int, mention: Mention
    ) -> tuple[dict[str, float], dict[str, float]]:
        """The words and names around, each with how near it is."""
        words: dict[str, float] = {}
        names: dict[str, float] = {}
        for place, item in enumerate(items):
            if place == at or item.mention is not None:
                continue
            distance = abs(place - at)
            weight = (1.0 if distance <= 4 else 0.7 if distance <= 8 else 0.45) if low <= place < high else 0.25
            if item.name is not None:
                key = item.name.entity or item.name.words[-1].lower() if item.name.words else ""
                names[key] = max(names.get(key, 0.0), weight)
            elif not item.word.role:
                words[item.word.stem] = max(words.get(item.word.stem, 0.0), weight)
        return words, names

    def _subject(self, items: Sequence[Item], at: int, low: int, high: int, binding: Binding | None) -> str:
        """The entity that the value is of: in the clause, before it rather than behind."""
        if binding is None or binding.measure.of == "event":
            return ""
        kind = binding.measure.of
        for place in (*range(at - 1, -1, -1), *range(at + 1, len(items))):
            name = items[place].name
            if name is not None and name.entity and name.kind == kind:
                return name.entity
        return ""

    def _when(self, sentence: Sentence, items: Sequence[Item], at: int, low: int, high: int, mention: Mention) -> Time | None:
        """The day of what is told, where the clause gives one."""
        best: tuple[int, Time] | None = None
        for place in range(low, high):
            other = items[place].mention
            if other is None or other is mention or other.time is None or other.time.start is None:
                continue
            if any("saying" in item.word.marks for item in items[max(0, place - 3) : place]):
                continue
            distance = abs(place - at)
            if best is None or distance < best[0]:
                best = (distance, other.time)
        return best[1] if best else None


def _segment(items: Sequence[Item], at: int) -> tuple[int, int]:
    """The clause around an item: as far as a mark that parts clauses."""
    low, high = at, at + 1
    while low > 0 and items[low - 1].lower not in _PARTS:
        low -= 1
    while high < len(items) and items[high].lower not in _PARTS:
        high += 1
    return low, high


_STANCES = ("hypothetical", "forecast", "demanded", "planned", "limit", "denied")


def _stance(marks: set[str], items: Sequence[Item], at: int, low: int) -> str:
    """How the value is told: as a fact, or as planned, forecast, demanded, possible, a limit, denied."""
    before = {mark for item in items[max(low, at - 7) : at] for mark in item.word.marks}
    for stance in _STANCES:
        if stance in before:
            return stance
    return "asserted"

