"""A document's paragraphs -> its claims."""

from collections.abc import Sequence
from typing import Any

from claimlint.claims.circumstance import marked, stance, told_of
from claimlint.claims.claim import Claim, Context
from claimlint.claims.items import Item, without_brackets
from claimlint.claims.measures import Binding, Measures
from claimlint.claims.parse import Article, Parser, Sentence
from claimlint.claims.segments import Around, around, nearness
from claimlint.claims.subjects import entity, person
from claimlint.claims.voices import Voices
from claimlint.reading.mentions import Mention, Reader

_SMALL = 12  # smaller numbers stand beside each other by chance
_CONVERTING = ("(", "[", "(or", "(about", "(around", "(some", "(roughly", "(nearly", "(more than", ", or", "or")
_FOCUSED = ("treaty", "weapon")  # "the accord", "the missile": spoken of without their names
_PHRASE = 4  # words of what is counted


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
        head, noun = self._counted(items, at, binding)
        return Claim(
            sentence.document, mention.start, mention.end, sentence.span, mention.value, mention.time,
            binding.measure if binding else None, noun, head, sentence.block.role,
            lambda: self._context(sentence, mention, items, at, binding),
        )  # fmt: skip

    def _context(self, sentence: Sentence, mention: Mention, items: Sequence[Item], at: int, binding: Binding | None) -> Context:
        where = around(items, at)
        words, names, own = _nearby(items, where)
        numbers = (m.value.stated for m in sentence.mentions if m is not mention and isinstance(m.value.stated, float))
        return Context(
            _subject(items, where, sentence, mention, binding), words, names, own, frozenset(n for n in numbers if n > _SMALL),
            marked(items, where, "scope", 3, 5), marked(items, where, "shifters", 8, 4), stance(items, where, self.vocabulary.pairs),
            self.voices.of(items, at), told_of(items, where, mention),
        )  # fmt: skip

    def _counted(self, items: Sequence[Item], at: int, binding: Binding | None) -> tuple[frozenset[str], str]:
        """The stems of the phrase that a number counts, and the name of its noun."""
        if binding is not None and "who" in binding.match.slots:
            item = binding.match.slots["who"]
            return frozenset((item.word.stem,)), binding.measure.who.get(item.lower, item.word.stem)
        stems: list[str] = []
        noun = ""
        joined = False
        place = at + 1
        if place < len(items) and items[place].lower == "of":
            place += 1
            while place < len(items) and (items[place].word.role == "determiner" or items[place].mention is not None):
                place += 1
        while place < len(items) and len(stems) < _PHRASE:
            item = items[place]
            if item.lower == "-":
                joined = place == at + 1
                place += 1
                continue
            if item.word.role or item.mention is not None:
                break
            if item.word.verbs and not item.word.nouns and stems:
                break
            if joined:  # "the 101-seat assembly" says how large, not how many seats somebody has
                return frozenset((f"{item.word.stem}-",)), ""
            stems.append(item.word.stem)
            if item.word.nouns:
                noun = min(item.word.nouns)
            place += 1
        return frozenset(stems), noun



def _nearby(items: Sequence[Item], where: Around) -> tuple[dict[str, float], dict[str, float], frozenset[str]]:
    """The words and the names around a mention, each with how near it is, and the names of its own segment."""
    words: dict[str, float] = {}
    names: dict[str, float] = {}
    own: set[str] = set()
    near = nearness(items, where)
    for place, item in enumerate(items):
        if place == where.at or item.mention is not None:
            continue
        if item.name is not None:
            for key in item.name.keys:
                names[key] = max(names.get(key, 0.0), near[place])
                if where.holds(place) and (place < where.at or near[place] >= 1):
                    own.add(key)
        elif not item.word.role:
            words[item.word.stem] = max(words.get(item.word.stem, 0.0), near[place])
    return words, names, frozenset(own)


def _subject(items: Sequence[Item], where: Around, sentence: Sentence, mention: Mention, binding: Binding | None) -> str:
    """The entity that the value is of: the one in the sentence, else the one that the article is about."""
    if mention.value.kind == "age" or (binding is not None and binding.measure.of == "person"):
        name = person(items, where.at)
        return name.words[-1].lower() if name is not None and name.words else ""
    if binding is None or binding.measure.of == "event":
        return ""
    kind = binding.measure.of
    return entity(items, where, kind) or (sentence.focus.get(kind, "") if kind in _FOCUSED else "")
