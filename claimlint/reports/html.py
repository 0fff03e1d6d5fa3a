"""Report -> the reviewer's page: one file that asks for nothing, to read, filter and decide."""

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim
from claimlint.nouns import frozen
from claimlint.reports import closing
from claimlint.reports.drawing import Drawing, drawing
from claimlint.reports.escape import line_of, shortened, visible
from claimlint.reports.places import place
from claimlint.reports.quotation import marked
from claimlint.reports.view import View, worse
from claimlint.version import VERSION

if TYPE_CHECKING:
    from jinja2 import Template

PAGED = 100  # findings on a page
_LISTED = 200  # things that were not checked, or over a limit
_KINDS = ("one thing: ", "but: ")  # of steps that come in rows
_AROUND = 400  # characters of a quotation before and behind the words meant


@frozen
class Said:
    """The words of a claim, and what they allow."""

    words: str
    allows: str


@frozen
class Quote:
    """A sentence as it is shown: in pieces, of which the words of claims are marked, and what they say."""

    pieces: tuple[tuple[str, bool], ...]
    said: tuple[Said, ...]
    source: str
    title: str
    day: str
    where: str
    voice: str
    stance: str


@frozen
class Shown:
    """A finding as it is shown."""

    finding: Finding
    anchor: str
    subject: str
    quotes: tuple[Quote, ...]
    more: int
    steps: tuple[str, ...]
    picture: Drawing | None


def rendered(view: View) -> str:
    """Gives the page. Whatever stands in an article is text on it; scripts and styles are ours alone, by their hashes."""
    findings = sorted(view.report.findings, key=lambda finding: worse(finding.severity))
    titles = view.titles()
    rules, subjects, sources = (_Choice(told) for told in _told(findings, titles))
    anchors = _anchors(findings)
    pairs = list(zip(findings, anchors, strict=True))
    shown = [_shown(finding, anchor, view, titles) for finding, anchor in pairs]
    index = _data([_entry(each, rules, subjects, sources) for each in shown])
    style, early, script = (_file(name) for name in ("review.css", "early.js", "review.js"))
    text = _template().render(
        style=style, early=early, script=script, style_hash=_hash(style), script_hashes=[_hash(early), _hash(script)],
        findings=shown, rules=rules.options, subjects=subjects.options, sources=sources.options, report=view.report,
        severities=Counter(finding.severity for finding in findings), head=closing.head(view.report), version=VERSION,
        closing=list(closing.sums_of(view.report))[1:], noted=(*closing.ignores(view.report), *view.report.limits),
        listed=_LISTED, paged=PAGED, index=index, digest=hashlib.sha256("".join(anchors).encode()).hexdigest()[:16], place=_where,
    )  # fmt: skip
    return text.encode("utf-8", "replace").decode("utf-8")


@cache
def _template() -> "Template":
    """The template of the page. What is put in is escaped, but for our own styles, scripts and data."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False)
    environment.filters |= {"line": line_of, "visible": visible}
    return environment.from_string(_file("review.html"))


class _Choice:
    """Values to choose from, each with how often it is there; their numbers stand in the page."""

    def __init__(self, values: Iterable[str]) -> None:
        counts = Counter(values)
        self.options = [(value, counts[value]) for value in sorted(counts)]
        self._numbers = {value: number for number, (value, _) in enumerate(self.options)}

    def number(self, value: str) -> int:
        """The number of a value."""
        return self._numbers[value]


def _told(findings: Sequence[Finding], titles: Mapping[str, str]) -> tuple[list[str], list[str], list[str]]:
    sources = [source for finding in findings for source in sorted({claim.source for claim in finding.claims})]
    return [finding.rule for finding in findings], [_subject(finding, titles) for finding in findings], sources


def _subject(finding: Finding, titles: Mapping[str, str]) -> str:
    """What the entity of a finding is called; the names of persons are compared in small letters."""
    return titles.get(finding.subject) or finding.subject.title()


def _anchors(findings: Sequence[Finding]) -> list[str]:
    """The permalinks: fingerprints, with a number behind where there are several of one."""
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        key = finding.fingerprint
        seen[key] += 1
        found.append(f"f-{key}" if seen[key] == 1 else f"f-{key}-{seen[key]}")
    return found


def _shown(finding: Finding, anchor: str, view: View, titles: Mapping[str, str]) -> Shown:
    claims = finding.claims[: view.limits.shown_claims]
    quotes = tuple(_quote(same, view) for same in _by_sentence(claims))
    steps = tuple(_together(finding.explanation))
    picture = drawing(claims, view.units())
    return Shown(finding, anchor, _subject(finding, titles), quotes, len(finding.claims) - len(claims), steps, picture)


def _together(steps: Sequence[str]) -> Iterator[str]:
    """The steps, those that say the same of several things in one: "one thing: both of Ulm; both tell the price"."""
    for kind, group in groupby(steps, lambda step: next((kind for kind in _KINDS if step.startswith(kind)), step)):
        yield kind + "; ".join(step.removeprefix(kind) for step in group) if kind in _KINDS else kind


def _entry(shown: Shown, rules: _Choice, subjects: _Choice, sources: _Choice) -> list[Any]:
    """What the script knows of a finding: numbers are those in the lists to choose from."""
    finding = shown.finding
    numbers = sorted({sources.number(claim.source) for claim in finding.claims})
    told = [finding.severity, rules.number(finding.rule), subjects.number(shown.subject), numbers]
    return [shown.anchor, finding.fingerprint, *told, finding.rule, line_of(finding.message)]


def _data(record: Any) -> str:
    """JSON inside a script: no tag and no comment begins in it."""
    return json.dumps(record, ensure_ascii=True).replace("<", "\\u003c").replace(">", "\\u003e")


def _by_sentence(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims that one sentence tells in one way, together."""
    found: dict[tuple[str, tuple[int, int], str, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.document.path, claim.sentence, _speaker(claim), claim.stance), []).append(claim)
    return list(found.values())


def _quote(claims: Sequence[Claim], view: View) -> Quote:
    first = claims[0]
    document = first.document
    pieces = list(marked(claims))
    (before, _), (behind, _) = pieces[0], pieces[-1]
    pieces[0] = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before, False
    pieces[-1] = shortened(behind, _AROUND), False
    return Quote(
        tuple(pieces), tuple(_said(claim, view) for claim in claims), line_of(first.source), line_of(document.headline),
        date.fromordinal(document.date.start).isoformat() if document.date else "", visible(str(place(first))),
        _speaker(first), first.stance,
    )  # fmt: skip


def _said(claim: Claim, view: View) -> Said:
    tells = claim.value.low is not None or claim.value.high is not None or claim.time is not None
    return Said(line_of(claim.text), words.value(claim, view.units()) if tells else "")


def _speaker(claim: Claim) -> str:
    return line_of(claim.voice.name or claim.voice.side)


def _where(finding: Finding) -> str:
    return visible(str(place(finding.claims[0])))


def _file(name: str) -> str:
    return files("claimlint.reports").joinpath("review").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """A source of a content security policy: what is between the tags, byte for byte."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
