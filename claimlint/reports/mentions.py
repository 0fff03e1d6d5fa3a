"""A document -> its mentions, as JSON lines or as text."""

from collections.abc import Iterator

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reading.tokens import fold, tokenize
from claimlint.reports import records
from claimlint.reports.escape import line_of, visible
from claimlint.reports.lines import Lines, json_text


def lines(lint: Claimlint, document: Document, shape: str, written: Lines) -> Iterator[str]:
    """Gives a line for each mention, in the order of the text: "jsonl" records, or "text" for people.

    `written` is one for all documents: what a value says is written once.
    """
    day = document.date.start if document.date else None
    context = None
    reader = lint.reader
    path = json_text(document.path)
    for block in document.blocks:
        tokens, offsets = tokenize(fold(document.masked[block.start : block.end]))
        mentions, context = reader.dated(reader.read_tokens(tokens, offsets, block.start), tokens, day, context)
        for mention in mentions:
            if shape == "jsonl":
                yield written.line(path, document, mention)
            else:
                record = records.mention(document, mention, reader.units)
                line, column = document.place(mention.start)
                said = (
                    record["date"]["timex"] if record["date"] else f"[{record['low']}, {record['high']}] {record['unit'] or ''}"
                )
                words = line_of(document.words(mention.start, mention.end))
                yield f"{visible(document.path)}:{line}:{column}: {record['kind']:<9} {words} = {said.strip()}"
