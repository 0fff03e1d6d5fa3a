"""Items of a sentence -> the words that they stand for in the document."""

from collections.abc import Sequence

from claimlint.claims.clauses.noun_phrases import Span
from claimlint.claims.items import Item
from claimlint.claims.parse import Sentence


class Writer:
    """Items -> the words that they stand for in the document."""

    def __init__(self, sentence: Sentence, items: Sequence[Item]) -> None:
        self._sentence, self._items = sentence, items

    def text(self, span: Span | None) -> str:
        """The words of a stretch of items, with single blanks."""
        if span is None or span[0] >= span[1]:
            return ""
        start, end = self.reach(*span)
        return " ".join(self._sentence.document.text[start:end].split())

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Where the items from one to another stand in the document."""
        items = self._items
        return self._start(items[first]), self._end(items[last - 1])

    def _start(self, item: Item) -> int:
        if item.mention is not None:
            return item.mention.start
        token = self._sentence.tokens[item.at]
        return self._sentence.block.start + self._sentence.offsets[item.at] + (token[0] in " \u00a0")

    def _end(self, item: Item) -> int:
        if item.mention is not None:
            return item.mention.end
        sentence = self._sentence
        last = item.name.last if item.name is not None else item.at + 1
        if item.name is None and item.lower != sentence.tokens[item.at].strip().lower():
            last += 2  # a compound with a hyphen
        return sentence.block.start + sentence.offsets[last - 1] + len(sentence.tokens[last - 1])
