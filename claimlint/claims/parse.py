"""A document -> its paragraphs and sentences, with tokens, mentions, names and items."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field

from claimlint.claims.cast import Cast
from claimlint.claims.items import Item, items_of
from claimlint.claims.names import Name, Names
from claimlint.claims.sentences import bounds, pieces
from claimlint.claims.sides import Sides
from claimlint.claims.vocabulary import Vocabulary
from claimlint.documents.document import Block, Document
from claimlint.nouns import frozen
from claimlint.reading.blocks import Blocks
from claimlint.reading.mentions import Mention, Reader
from claimlint.reading.tokens import end

if TYPE_CHECKING:
    from claimlint.values.times import Told

SILENT = ("furniture", "correction")
_AHEAD = 2  # so many times as often as the next one an entity must be named to be the one that is spoken of


@frozen
class Paragraph:
    """A paragraph of the story, cut into tokens, with what was read in it; its sentences begin at token `opening`."""

    block: Block
    tokens: Sequence[str] = field(repr=False)
    offsets: Sequence[int] = field(repr=False)
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    opening: int = 0


@frozen
class Sentence:
    """A sentence that holds a mention.

    `focus` is the document's own entity of each kind: its treaty, its weapon. `cast` are those whom it names.
    """

    document: Document
    block: Block
    tokens: Sequence[str] = field(repr=False)
    offsets: Sequence[int] = field(repr=False)
    first: int
    last: int
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    items: tuple[Item, ...] = field(repr=False)
    focus: Mapping[str, str]
    cast: Cast = field(eq=False, repr=False)

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        first = self.block.start + self.offsets[self.first]
        lead = self.tokens[self.first][:1] in (" ", "\u00a0")
        return first + lead, self.block.start + end(self.tokens, self.offsets, self.last)


@frozen
class Article:
    """A document and what stands in it."""

    document: Document
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)


class Parser:
    """Parses documents. Built once from the knowledge, used for any number of documents."""

    def __init__(self, reader: Reader, data: Mapping[str, Any], longest: int) -> None:
        self.reader = reader
        self.blocks = Blocks(reader)
        self.longest = longest  # tokens of a sentence; a longer one is read in pieces
        self.vocabulary = Vocabulary(data["vocabulary"])
        self.names = Names(data["names"])
        self.sides = Sides(data["sides"])
        self._abbreviations = frozenset(data["abbreviations"])

    def parse(self, document: Document) -> Article:
        """Gives the article of a document, its mentions told as from the document's date."""
        paragraphs = self._settled(list(self._paragraphs(document)))
        focus = _focus(paragraphs)
        cast = Cast(paragraphs, self.vocabulary, self.sides, self._spans, self._items)
        sentences = [sentence for paragraph in paragraphs for sentence in self._sentences(document, paragraph, focus, cast)]
        return Article(document, paragraphs, tuple(sentences))

    def _paragraphs(self, document: Document) -> Iterator[Paragraph]:
        day = document.date.start if document.date else None
        dateline = document.dateline
        context: Told | None = None
        for block in document.blocks:
            if block.role in SILENT:
                continue
            read = self.blocks.read(document, block)
            tokens, offsets, found = read.tokens, read.offsets, read.mentions
            opening = 0
            if dateline is not None and block.start <= dateline.start < block.end:
                found = [m for m in found if not dateline.start <= m.start < dateline.end]
                opening = bisect_right(offsets, dateline.end - block.start) - 1  # a blank belongs to the token behind it
            mentions, context = self.reader.dated(found, tokens, day, context)
            taken = {i for m in mentions for i in range(m.first, m.last)}
            names = self.names.find(tokens, 0, len(tokens), taken, self.vocabulary)
            yield Paragraph(block, tokens, offsets, tuple(mentions), tuple(names), opening)

    def _settled(self, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        """The paragraphs without the names that are mere words at the head of a sentence: known ones, and none elsewhere."""
        sure = {word for paragraph in paragraphs for name in paragraph.names if not name.opens for word in name.words}

        def stays(name: Name) -> bool:
            word = self.vocabulary[name.words[0]] if name.words else None
            return not name.opens or bool(name.entity) or name.words[0] in sure or not (word and (word.verbs or word.nouns))

        return tuple(evolve(paragraph, names=tuple(filter(stays, paragraph.names))) for paragraph in paragraphs)

    def _sentences(self, document: Document, paragraph: Paragraph, focus: Mapping[str, str], cast: Cast) -> Iterator[Sentence]:
        if not paragraph.mentions:
            return
        tokens, block, offsets = paragraph.tokens, paragraph.block, paragraph.offsets
        for first, last in self._spans(paragraph):
            mentions = tuple(m for m in paragraph.mentions if first <= m.first < last)
            if mentions:
                names = tuple(n for n in paragraph.names if first <= n.first < last)
                items = tuple(items_of(tokens, first, last, mentions, names, self.vocabulary))
                yield Sentence(document, block, tokens, offsets, first, last, mentions, names, items, focus, cast)

    def _spans(self, paragraph: Paragraph) -> list[tuple[int, int]]:
        """The sentences of a paragraph, none of which ends within a mention; what a dateline tells is in none."""
        inside = {place for mention in paragraph.mentions for place in range(mention.first + 1, mention.last)}
        ends = [last for _, last in bounds(paragraph.tokens, self._abbreviations) if last not in inside]
        whole = zip((0, *ends), ends, strict=False)
        told = [(max(first, paragraph.opening), last) for first, last in whole if last > paragraph.opening]
        return pieces(told, self.longest)

    def _items(self, paragraph: Paragraph, first: int, last: int) -> list[Item]:
        mentions = [m for m in paragraph.mentions if first <= m.first < last]
        names = [n for n in paragraph.names if first <= n.first < last]
        return items_of(paragraph.tokens, first, last, mentions, names, self.vocabulary)


def _focus(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """The entity of each kind that a document is about: the one it names far more often than the next."""
    named: dict[str, Counter[str]] = {}
    for paragraph in paragraphs:
        for name in paragraph.names:
            if name.entity:
                named.setdefault(name.kind, Counter())[name.entity] += 1
    found = {}
    for kind, counts in named.items():
        (first, most), *others = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        if not others or most >= _AHEAD * others[0][1]:
            found[kind] = first
    return found
