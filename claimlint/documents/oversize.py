"""A document -> what in it is over a limit, and so is read otherwise than it stands or not at all."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from claimlint.configuration.limits import Limits
from claimlint.documents.document import Document
from claimlint.errors import Problem


class Piece(Protocol):
    """A sentence, or a piece of one: which of its paragraph's tokens it holds, and where it stands."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The token behind the last."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""


_DIGITS = 20  # a number that is worth counting has more


def numbers(document: Document, limits: Limits) -> Iterator[Problem]:
    """Gives the numbers with more digits than are read."""
    for match in re.finditer(rf"(?<!\d)\d{{{max(_DIGITS, limits.number_digits)}}}\d+", document.masked):
        said = f"a number of {len(match.group())} digits is not read; {limits.number_digits} are the most (`number-digits`)"
        yield Problem(document.path, *document.place(match.start()), said)


def sentences(document: Document, found: Sequence[Piece], limits: Limits) -> Iterator[Problem]:
    """Gives the sentences that are read in pieces: those of which a piece has all the tokens that one may have."""
    most = limits.sentence_tokens
    for piece in found:
        if piece.last - piece.first == most:
            said = f"a sentence of {most} tokens or more is read in pieces (`sentence-tokens`)"
            yield Problem(document.path, *document.place(piece.span[0]), said)
