"""Places in articles -> places as an editor counts: lines from 0, columns in units of the agreed encoding."""

import os

from lsprotocol import types
from pygls import uris
from pygls.workspace import PositionCodec

from claimlint.claims.claim import Claim
from claimlint.documents.document import Document

Codec = PositionCodec
_LAST = 2**31 - 1  # a column behind the end of any line: editors take it as the end


def uri(path: str) -> str:
    """Gives the address of a file."""
    return uris.from_fs_path(os.path.abspath(path)) or ""


def position(document: Document, at: int, codec: Codec) -> types.Position:
    """Gives where a position of an article stands."""
    return _position(document, document.place(at), codec)


def _position(document: Document, place: tuple[int, int], codec: Codec) -> types.Position:
    """A line and column as an editor counts, which does not count a byte order mark."""
    line, column = place
    before = document.line_text(line)[: column - 1]
    return types.Position(line - 1, codec.client_num_units(before.removeprefix("\ufeff") if line == 1 else before))


def stretch(document: Document, start: int, end: int, codec: Codec) -> types.Range:
    """Gives where a stretch of an article stands: its line, where the article is a line of a file."""
    if document.row:
        return line(document.row)
    first, last = document.places(start, end)
    return types.Range(_position(document, first, codec), _position(document, last, codec))


def line(number: int) -> types.Range:
    """Gives a whole line, counted from 1; the first one for 0, where no line is known."""
    at = max(number, 1) - 1
    return types.Range(types.Position(at, 0), types.Position(at, _LAST))


def of(claim: Claim, codec: Codec) -> types.Range:
    """Gives where a claim stands."""
    return stretch(claim.document, claim.start, claim.end, codec)


def location(claim: Claim, codec: Codec) -> types.Location:
    """Gives where a claim stands, with its file."""
    return types.Location(uri(claim.document.file), of(claim, codec))


def touching(a: types.Range, b: types.Range) -> bool:
    """Whether two stretches have a place in common, their ends included."""
    return _key(a.start) <= _key(b.end) and _key(b.start) <= _key(a.end)


def _key(at: types.Position) -> tuple[int, int]:
    return at.line, at.character
