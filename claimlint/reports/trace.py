"""What a document says -> the stages on which it was read, for who writes rules and measures."""

from collections.abc import Iterator

from claimlint.checks import words
from claimlint.claims.claim import Claim
from claimlint.claims.parse import Paragraph
from claimlint.line import Claimlint
from claimlint.reports import clauses
from claimlint.reports.claims import topic, voice
from claimlint.reports.escape import line_of
from claimlint.story import Told
from claimlint.values.units import Units


def lines(lint: Claimlint, told: Told) -> Iterator[str]:
    """Gives the blocks and dateline, then tokens, names, mentions, claims, references and clauses, a line each."""
    document = told.document
    for block in document.blocks:
        if block.role != "body":
            yield _line("block", f"{block.role}: {document.plain(block)}")
    if document.dateline:
        yield _line(
            "dateline", f"{document.dateline.place}, {document.words(document.dateline.date_start, document.dateline.date_end)}"
        )
    for paragraph in told.article.paragraphs if told.article else ():
        yield from _paragraph(paragraph, told)
    for claim in told.claims:
        yield from _claim(claim, lint.reader.units)
    for paragraph in told.article.paragraphs if told.article else ():
        for reference in lint.references.find(paragraph.tokens):
            yield _line("reference", "".join(paragraph.tokens[reference.first : reference.last]).strip())
    for clause in lint.clauses.of(told.article) if told.article else ():
        yield _line("clause", clauses.told(clause))


def _paragraph(paragraph: Paragraph, told: Told) -> Iterator[str]:
    yield _line("tokens", " | ".join(token.strip() for token in paragraph.tokens))
    for name in paragraph.names:
        known = f" = {name.entity} ({name.kind})" if name.entity else ""
        yield _line("name", f"{' '.join(name.words)}{known}")
    for mention in paragraph.mentions:
        said = told.document.words(mention.start, mention.end)
        yield _line("mention", f"{mention.start}-{mention.end} {said!r}: {mention.value.kind}{_form(mention.value.form)}")


def _claim(claim: Claim, units: Units) -> Iterator[str]:
    yield _line("claim", f"{claim.text!r} allows {words.value(claim, units)}")
    if claim.measure:
        yield _line("  measure", f"{claim.measure.name}, of {claim.subject or 'no subject that is known'}")
    else:
        yield _line("  measure", f"none whose cues match; it counts {topic(claim)}")
    around = claim.context
    yield _line("  told", f"{claim.stance}{voice(claim)}{', of ' + words.time(around.when) if around.when else ''}")
    for name, values in (
        ("scope", around.scope),
        ("shifters", around.shifters),
        ("words", around.words),
        ("names", around.names),
    ):
        if values:
            yield _line(f"  {name}", ", ".join(sorted(values)))


def _form(form: str) -> str:
    return f" ({form})" if form else ""


def _line(stage: str, text: str) -> str:
    return f"{stage:<11}{line_of(text)}"
