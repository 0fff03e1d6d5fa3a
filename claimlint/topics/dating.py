"""Documents of one story -> documents with the days on which they came out.

Only what the articles say counts: front matter, datelines, full dates and weekdays. Never a clock, never a file's time.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from claimlint.documents.document import Dating, Document
from claimlint.reading.blocks import Blocks

if TYPE_CHECKING:
    from claimlint.values.value import When

_NEAR = 60  # days within which the articles of a story come out, as a rule
_HALF_YEAR = 183
_PUT_OUT = 2  # days after its dateline, or before it, on which an article is put out


class _Evidence:
    """What one document tells of its date."""

    def __init__(self, document: Document, blocks: Blocks) -> None:
        self.told: When | None = None
        self.full: list[int] = []
        self.weekdays: set[int] = set()
        line = document.dateline
        for block in document.blocks:
            if block.role == "furniture" and not (line is not None and block.start <= line.date_start < block.end):
                continue
            read = blocks.read(document, block)
            for mention in read.mentions:
                when = mention.value.when
                if when is None:
                    continue
                if line is not None and line.date_start <= mention.start < line.date_end:
                    self.told = _day_of(when) or self.told
                elif when[0] == "day" and when[1] is not None and not blocks.reader.ahead(read.tokens, mention):
                    self.full.append(_ordinal(when[1], when[2], when[3]))
                elif when[0] == "weekday" and when[2] is None and not blocks.reader.ahead(read.tokens, mention):
                    self.weekdays.add(when[1])
        self.full = [day for day in self.full if day]


def dated(documents: Sequence[Document], blocks: Blocks) -> list[Document]:
    """Gives the documents, each with its date as far as it can be told. Order does not matter."""
    evidence = [_Evidence(document, blocks) if _is_open(document) else None for document in documents]
    found = [_as_told(document, tells) for document, tells in zip(documents, evidence, strict=True)]
    for sure in (True, False):  # first those whose own words are enough, then those that need the others
        known = sorted({document.date.start for document in found if document.date is not None})
        for i, (document, tells) in enumerate(zip(found, evidence, strict=True)):
            if document.date is None and tells is not None and tells.told is not None:
                found[i] = _by_dateline(document, tells, known, sure=sure)
    return [
        _within(document, tells, found) if document.date is None and tells is not None else document
        for document, tells in zip(found, evidence, strict=True)
    ]


def _is_open(document: Document) -> bool:
    """Whether what stands in a document may tell its day: a page or a feed tells when it was put out, in a zone of its own."""
    return document.date is None or (document.date.basis == "metadata" and document.dateline is not None)


def _as_told(document: Document, tells: _Evidence | None) -> Document:
    """A document whose metadata and dateline tell days that are next to each other, with that of the dateline."""
    if document.date is None or tells is None or tells.told is None:
        return document
    _, year, month, day = tells.told
    put_out = document.date.start
    about = date.fromordinal(put_out).year
    days = [_ordinal(each, month, day) for each in ((year,) if year is not None else (about - 1, about, about + 1))]
    at = next((at for at in days if at and abs(at - put_out) <= _PUT_OUT), 0)
    return evolve(document, date=Dating(at, at, "dateline")) if at else document


def _by_dateline(document: Document, tells: _Evidence, known: list[int], *, sure: bool) -> Document:
    """The dateline's day; where it lacks its year, in the year that fits the other dates best."""
    if tells.told is None:
        return document
    _, year, month, day = tells.told
    if year is not None:
        at = _ordinal(year, month, day)
        return evolve(document, date=Dating(at, at, "dateline")) if at else document
    latest = max(tells.full, default=0)
    years = {date.fromordinal(at).year + step for at in known for step in (-1, 0, 1)}
    if latest:
        years |= {date.fromordinal(latest).year + step for step in (0, 1, 2)}
    scores = {}
    for year in sorted(years):
        at = _ordinal(year, month, day)
        if at:
            scores[at] = _fit(at, tells, known, latest)
    best = max(scores, key=lambda at: (scores[at], -at), default=0)
    if not best or scores[best] <= 0 or (sure and not (0 <= best - latest <= _HALF_YEAR or known)):
        return document
    return evolve(document, date=Dating(best, best, "inferred" if tells.full else "story"))


def _fit(at: int, tells: _Evidence, known: list[int], latest: int) -> float:
    """How well a day goes with the days of the other articles, the dates of the past and the weekdays told."""
    nearest = min((abs(at - other) for other in known), default=None)
    score = 0.0
    if nearest is not None:
        score += 4 if nearest <= _NEAR else 2 if nearest <= _HALF_YEAR else 0
    if latest:
        score += -3 if at < latest else 1 - (at - latest) / (4 * _HALF_YEAR)
    weekday = date.fromordinal(at).isoweekday()
    if tells.weekdays:
        score += 1.5 if weekday in tells.weekdays else 1 if (weekday - 2) % 7 + 1 in tells.weekdays else 0
    return score


def _within(document: Document, tells: _Evidence, others: Sequence[Document]) -> Document:
    """The day of a document without a dateline: that of the one it shares most with, if that fits its weekdays."""
    own = max(tells.full, default=0)
    best = max(((_shared(document, o), -(o.date.start), o.date.start) for o in others if o.date is not None), default=None)
    if own and tells.weekdays and best is None:
        day = next((own + i for i in range(7) if date.fromordinal(own + i).isoweekday() in tells.weekdays), own)
        return evolve(document, date=Dating(own, day + 1, "inferred"))
    if best is None or best[0] < _ENOUGH or (own and best[2] < own - 1):
        return document
    day = best[2]
    if tells.weekdays:
        for step in (0, 1, -1, 2):
            weekday = date.fromordinal(day + step).isoweekday()
            if weekday in tells.weekdays or (weekday - 2) % 7 + 1 in tells.weekdays:
                return evolve(document, date=Dating(day + step, day + step + 1, "story"))
    return evolve(document, date=Dating(day, day + 1, "story"))


_ENOUGH = 0.2
_WORD = re.compile(r"[A-Za-z][\w'’-]{3,}|\d[\d.,]*")


def _shared(a: Document, b: Document) -> float:
    """The share of the shorter document's words that the other has too."""
    one, other = (set(_WORD.findall(d.text)) for d in (a, b))
    return len(one & other) / max(1, min(len(one), len(other)))


def _day_of(when: "When") -> "When | None":
    """The day within a time told with its hour or its weekday; None where it tells none."""
    while when[0] in ("at", "dated"):
        when = when[2]
    return when if when[0] == "day" else None


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0
