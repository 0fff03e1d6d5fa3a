"""What claims are compared by -> how their articles write it: stems -> words, entities -> their names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from claimlint.claims.claim import Claim
from claimlint.claims.vocabulary import Vocabulary
from claimlint.documents.document import Document
from claimlint.reading.tokens import fold, tokenize


class Wording:
    """How the articles of a story write what is compared.

    `titles` are what entities of the knowledge are called.
    """

    def __init__(self, vocabulary: Vocabulary, titles: Mapping[str, str]) -> None:
        self._vocabulary, self._titles = vocabulary, titles
        self._articles: dict[str, Forms] = {}

    def of(self, claims: Sequence[Claim]) -> "Written":
        """Gives how the sentences and articles of some claims write it, those of the first one before all."""
        return Written(self, claims)

    def title(self, key: str) -> str:
        """Gives what an entity is called; "" for what is none."""
        return self._titles.get(key, "")

    def article(self, document: Document) -> "Forms":
        """Gives the forms of the words of an article."""
        found = self._articles.get(document.path)
        if found is None:
            found = self._articles[document.path] = _forms(self.words(document, 0, len(document.text)))
        return found

    def words(self, document: Document, start: int, end: int) -> Iterator[tuple[str, str]]:
        """Gives the words of a stretch of a text, each behind its stem, and again behind itself in small letters."""
        for token in tokenize(fold(document.words(start, end)))[0]:
            word = self._vocabulary[token]
            if word.lower.isalnum():
                written = token.strip(" \u00a0")
                yield word.stem, written
                yield word.lower, written


class Written:
    """How the sentences of some claims, and their articles, write what is compared."""

    def __init__(self, story: Wording, claims: Sequence[Claim]) -> None:
        self._story, self._claims = story, claims

    def word(self, stem: str) -> str:
        """Gives the word that a stem is of, in small letters where it has them anywhere; or else the stem."""
        return self._form(stem, (_SMALL, _CAPITAL))

    def name(self, key: str) -> str:
        """Gives what an entity is called, or the words of the name of one that is not known."""
        return self._story.title(key) or " ".join(self._form(word, (_CAPITAL, _SMALL)) for word in key.split())

    def phrase(self, stems: Iterable[str]) -> str:
        """Gives the words of some stems in the order in which the sentences have them."""
        order = {stem: place for place, (stem, _) in enumerate(self._sentences)}
        return " ".join(map(self.word, sorted(stems, key=lambda stem: (order.get(stem, len(order)), stem))))

    @cached_property
    def _sentences(self) -> "Forms":
        return _forms(words for claim in self._claims for words in self._story.words(claim.document, *claim.sentence))

    def _form(self, stem: str, wanted: Sequence[bool]) -> str:
        articles = (self._story.article(claim.document) for claim in self._claims)
        for forms in chain([self._sentences], articles):
            for is_capital in wanted:
                if (stem, is_capital) in forms:
                    return forms[stem, is_capital]
        return stem


Forms = dict[tuple[str, bool], str]  # a stem or a word in small letters, and whether the word has a capital -> the word
_SMALL, _CAPITAL = False, True


def _forms(words: Iterable[tuple[str, str]]) -> Forms:
    found: Forms = {}
    for stem, word in words:
        found.setdefault((stem, word[:1].isupper()), word)
    return found
