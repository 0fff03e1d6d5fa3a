"""The text of a block -> its tokens and mentions, read once however often it is asked for."""

from claimlint.documents.document import Block, Document
from claimlint.nouns import frozen
from claimlint.reading.mentions import Mention, Reader
from claimlint.reading.tokens import fold, tokenize

_MOST = 4000  # blocks that are remembered: those of one story as a rule


@frozen
class Read:
    """A block cut into tokens, with what was read in it, not yet dated."""

    tokens: list[str]
    offsets: list[int]
    mentions: list[Mention]


class Blocks:
    """Reads blocks, and remembers so many of them."""

    def __init__(self, reader: Reader, most: int = _MOST) -> None:
        self.reader = reader
        self._most = most
        self._read: dict[tuple[str, int, str], Read] = {}

    def read(self, document: Document, block: Block) -> Read:
        """Gives what stands in a block of a document."""
        key = document.path, block.start, document.masked[block.start : block.end]
        found = self._read.get(key)
        if found is None:
            if len(self._read) >= self._most:
                self._read.clear()
            tokens, offsets = tokenize(fold(key[2]))
            found = self._read[key] = Read(tokens, offsets, self.reader.read_tokens(tokens, offsets, block.start))
        return found

    def forget(self) -> None:
        """Forgets what was read."""
        self._read.clear()
