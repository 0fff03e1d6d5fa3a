"""A claim -> where it stands in a file, as other programs count."""

from claimlint.claims.claim import Claim
from claimlint.nouns import frozen


@frozen
class Place:
    """A stretch of a file: lines and columns from 1, the end behind the last character.

    `column` and `end_column` are 0 where only the line is known: `article` is then the id of the article that stands on it.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    article: str = ""

    @property
    def position(self) -> str:
        """Line and column, or the line alone."""
        return f"{self.line}:{self.column}" if self.column else str(self.line)

    def __str__(self) -> str:
        return f"{self.file}:{self.position}"


def place(claim: Claim) -> Place:
    """Gives where a claim stands; columns count code points."""
    return _place(claim, bytewise=False)


def byte_place(claim: Claim) -> Place:
    """Gives where a claim stands; columns count bytes of UTF-8."""
    return _place(claim, bytewise=True)


def _place(claim: Claim, *, bytewise: bool) -> Place:
    document = claim.document
    if document.row:
        return Place(document.file, document.row, 0, document.row, 0, document.path[len(document.file) + 1 :])
    (line, column), (end_line, end_column) = document.places(claim.start, claim.end)
    if bytewise:
        column, end_column = _bytes(claim, line, column), _bytes(claim, end_line, end_column)
    return Place(document.file, line, column, end_line, end_column)


def _bytes(claim: Claim, line: int, column: int) -> int:
    return len(claim.document.line_text(line)[: column - 1].encode("utf-8", "surrogatepass")) + 1
