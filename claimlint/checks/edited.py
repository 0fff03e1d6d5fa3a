"""Copies of one text -> the figures that are not the same in a sentence that else is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.parse import Article, Sentence
from claimlint.nouns import frozen
from claimlint.topics.compare import comparable, disjoint
from claimlint.topics.kinship import Kin
from claimlint.values.units import Units

if TYPE_CHECKING:
    from claimlint.values.value import When

_LEAST = 6  # words that a sentence must have beside its figures
_UNSURE = frozenset({"time", "set"})  # times of day are told for the readers' own zone

Skeleton = tuple[str, ...]


@frozen(eq=False)
class Line:
    """A sentence of an article, with the claim that each of its mentions makes; None where one makes none."""

    path: str
    claims: tuple[Claim | None, ...]


def findings(
    articles: Sequence[Article], told: Mapping[str, Sequence[Claim]], kin: Kin, rules: Sequence[Rule], units: Units
) -> list[Finding]:
    """Gives the sentences that copies of one text have in common but for one figure.

    `told` are the claims of each article. Where the articles are of different days it is a note: the figure may be newer.
    """
    wanted = [rule for rule in rules if rule.when == "edited in a copy"]
    if not wanted:
        return []
    lines: dict[tuple[tuple[str, ...], Skeleton], list[Line]] = defaultdict(list)
    for article in articles:
        group = kin.group(article.document.path)
        if group:
            claims = {claim.start: claim for claim in reversed(told.get(article.document.path, ()))}
            for sentence in article.sentences:
                skeleton = _skeleton(sentence)
                if skeleton:
                    said = tuple(claims.get(mention.start) for mention in sentence.mentions)
                    lines[group, skeleton].append(Line(article.document.path, said))
    return [found for same in lines.values() for rule in wanted for found in _edited(same, rule, units)]


def _skeleton(sentence: Sentence) -> Skeleton:
    """The words of a sentence with the kind of each figure in its place, without the dateline; () where they are few."""
    dateline = sentence.document.dateline
    begins = dateline.end - sentence.block.start if dateline is not None else 0
    kinds = {mention.first: (mention.last, mention.value.kind) for mention in sentence.mentions}
    found, plain, at = [], 0, sentence.first
    while at < sentence.last:
        if sentence.offsets[at] < begins:
            at += 1
            continue
        behind, kind = kinds.get(at, (at + 1, ""))
        said = sentence.tokens[at].strip().lower()
        found.append(f"{{{kind}}}" if kind else said)
        plain += not kind and said.isalpha()
        at = max(behind, at + 1)
    return tuple(found) if plain >= _LEAST else ()


def _edited(lines: Sequence[Line], rule: Rule, units: Units) -> Iterator[Finding]:
    """The one place at which some of the lines differ from the first that says it otherwise."""
    if len({line.path for line in lines}) < len(lines) or len(lines) < 2:
        return  # a sentence that an article tells twice is a formula
    differing = [i for i in range(len(lines[0].claims)) if _differ([line.claims[i] for line in lines], units)]
    if len(differing) != 1:
        return
    claims = [claim for line in lines if (claim := line.claims[differing[0]]) is not None]
    a = claims[0]
    b = next(claim for claim in claims if _differs(a, claim, units))
    sure = len({claim.document.date for claim in claims}) == 1
    yield Finding(
        rule.name, "contradiction", rule.severity if sure else "note", rule.say.format(a=a, b=b),
        (*(f"{words.place(claim)}: {claim.text!r} allows {words.value(claim, units)}" for claim in claims),
         "the sentences are the same but for it, in articles that carry one text"),
        tuple(claims), a.measure.name if a.measure else "", a.subject or b.subject,
    )  # fmt: skip


def _differ(claims: Sequence[Claim | None], units: Units) -> bool:
    """Whether what stands at one place of the lines is not the same everywhere."""
    known = [claim for claim in claims if claim is not None]
    return len(known) == len(claims) and any(_differs(known[0], other, units) for other in known[1:])


def _differs(a: Claim, b: Claim, units: Units) -> bool:
    """Whether two figures leave nothing in common, or name two weekdays in articles of one day or of none."""
    days = _weekday(a.value.when), _weekday(b.value.when)
    if all(days) and a.document.date == b.document.date:
        return days[0] != days[1]
    return not {a.value.kind, b.value.kind} & _UNSURE and comparable(a, b, units) and disjoint(a, b, units)


def _weekday(when: "When | None") -> int:
    """The weekday that a time names, alone or with the part of the day; 0 for none."""
    if when is not None and when[0] == "daypart":
        when = when[2]
    return when[1] if when is not None and when[0] == "weekday" else 0
