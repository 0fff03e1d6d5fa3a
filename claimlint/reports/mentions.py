"""Articles -> a list of their mentions, as JSON lines or as text."""

from collections.abc import Iterable
from typing import TextIO

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reading.tokens import fold, tokenize
from claimlint.reports import records
from claimlint.reports.escape import visible


def write(lint: Claimlint, paths: Iterable[str], shape: str, source: TextIO, target: TextIO) -> bool:
    """Writes the mentions of the articles below the paths; gives whether a path failed. "-" is standard input."""
    paths = list(paths)
    documents: list[Document] = []
    if "-" in paths:
        documents += lint.parse(source.read(), "-.txt")
    found, fates = lint.read([path for path in paths if path != "-"])
    for document in [*documents, *found]:
        _document(lint, document, shape, target)
    failed = [fate for fate in fates if fate.fate == "failed"]
    for fate in failed:
        print(f"claimlint: {visible(fate.reason)}", file=__import__("sys").stderr)
    return bool(failed)


def _document(lint: Claimlint, document: Document, shape: str, target: TextIO) -> None:
    day = document.date.start if document.date else None
    context = None
    units = lint.reader.units
    for block in document.blocks:
        tokens, offsets = tokenize(fold(document.text[block.start : block.end]))
        mentions, context = lint.reader.dated(lint.reader.read_tokens(tokens, offsets, block.start), tokens, day, context)
        for mention in mentions:
            record = records.mention(document.path, document.text, mention, units)
            if shape == "jsonl":
                target.write(records.dump(record) + "\n")
            else:
                line, column = document.place(mention.start)
                said = record["date"]["timex"] if record["date"] else f"[{record['low']}, {record['high']}] {record['unit'] or ''}"
                target.write(f"{visible(document.path)}:{line}:{column}: {record['kind']:<9} {visible(record['text'])} = {said}\n")
