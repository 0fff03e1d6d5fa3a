"""Articles -> a list of their mentions, as JSON lines or as text."""

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reading.mention import Mention
from claimlint.reading.tokens import fold, tokenize
from claimlint.reports import records
from claimlint.reports.escape import visible
from claimlint.reports.lines import Lines, json_text


def write(lint: Claimlint, paths: Iterable[str], shape: str, source: TextIO, target: TextIO) -> bool:
    """Writes the mentions of the articles below the paths; gives whether a path failed. "-" is standard input."""
    paths = list(paths)
    documents: list[Document] = []
    if "-" in paths:
        documents += lint.parse(source.read(), "-.txt")
    found, fates = lint.read([path for path in paths if path != "-"], roles=False)
    lines = Lines(lint.reader.units)
    for document in [*documents, *found]:
        if shape == "jsonl":
            path = json_text(document.path)
            for mention in _mentions(lint, document):
                target.write(lines.line(path, document.text, mention) + "\n")
        else:
            for mention in _mentions(lint, document):
                target.write(_shown(lint, document, mention))
    failed = [fate for fate in fates if fate.fate == "failed"]
    for fate in failed:
        print(f"claimlint: {visible(fate.reason)}", file=sys.stderr)
    return bool(failed)


def _mentions(lint: Claimlint, document: Document) -> Iterator[Mention]:
    day = document.date.start if document.date else None
    context = None
    for block in document.blocks:
        tokens, offsets = tokenize(fold(document.text[block.start : block.end]))
        mentions, context = lint.reader.dated(lint.reader.read_tokens(tokens, offsets, block.start), tokens, day, context)
        yield from mentions


def _shown(lint: Claimlint, document: Document, mention: Mention) -> str:
    record = records.mention(document.path, document.text, mention, lint.reader.units)
    line, column = document.place(mention.start)
    said = record["date"]["timex"] if record["date"] else f"[{record['low']}, {record['high']}] {record['unit'] or ''}"
    return f"{visible(document.path)}:{line}:{column}: {record['kind']:<9} {visible(record['text'])} = {said}\n"
