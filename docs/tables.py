"""Rows of plain text -> tables of Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from claimlint.reports.escape import line_of, markdown


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Gives the lines of a table; cells are Markdown."""
    yield ""
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def plain(text: str) -> str:
    """Gives a text as it stands, on one line, in which no Markdown is read."""
    return markdown(text).replace("<!-- -->", "")


def marked(text: str) -> str:
    """Gives a text of ours that may hold code spans, on one line, for a cell of a table."""
    return line_of(text).replace("|", "\\|")
