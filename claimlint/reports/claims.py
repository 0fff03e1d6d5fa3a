"""Articles -> a list of their claims, as JSON lines or as text with the reason for each topic."""

from collections.abc import Iterable
from typing import TextIO

from claimlint.claims.claim import Claim
from claimlint.line import Claimlint
from claimlint.reports import records
from claimlint.reports.escape import quoted, visible
from claimlint.topics import dating


def write(lint: Claimlint, paths: Iterable[str], shape: str, target: TextIO) -> bool:
    """Writes the claims of the articles below the paths; gives whether a path failed."""
    documents, fates = lint.read(paths)
    for document in dating.dated(documents, lint.reader):
        for claim in lint.extractor.claims(lint.extractor.parser.parse(document)):
            target.write((records.dump(records.claim(claim, lint.reader.units)) if shape == "jsonl" else _line(claim)) + "\n")
    return any(fate.fate == "failed" for fate in fates)


def _line(claim: Claim) -> str:
    line, column = claim.document.place(claim.start)
    topic = claim.measure.name if claim.measure else " ".join(sorted(claim.head)) or claim.value.kind
    voice = f", says {claim.voice.name}" if claim.voice.name else ""
    return f"{visible(claim.document.path)}:{line}:{column}: {topic}{' of ' + claim.subject if claim.subject else ''}: {quoted(claim.text)} ({claim.stance}{voice})"
