"""Names in the articles of a story -> findings about how they are spelled."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.extract import SILENT, Extractor
from claimlint.documents.document import Document
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.value import Value


@frozen
class Person:
    """A full name where it stands: given name and surname."""

    given: str
    surname: str
    claim: Claim


def findings(documents: Sequence[Document], extractor: Extractor, rules: Sequence[Rule]) -> list[Finding]:
    """Gives the persons whose given name is spelled in two ways: a warning inside an article, a note across articles."""
    spelled = [rule for rule in rules if rule.when == "spelled otherwise"]
    if not spelled:
        return []
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for document in documents:
        for person in _people(document, extractor):
            by_surname[person.surname].append(person)
    found = []
    for people in by_surname.values():
        for rule in spelled:
            found += _variants(people, extractor.names.variants, rule)
    return found


def _variants(people: Sequence[Person], variants: dict[str, int], rule: Rule) -> Iterator[Finding]:
    seen: set[tuple[str, str, str]] = set()
    for i, a in enumerate(people):
        for b in people[i + 1 :]:
            if a.given == b.given or not one_name(a.given, b.given, variants):
                continue
            inside = a.claim.document.path == b.claim.document.path
            key = (*sorted((a.given, b.given)), a.claim.document.path if inside else "")
            if key in seen:
                continue
            seen.add(key)
            first, last = sorted((a, b), key=lambda p: (p.claim.document.path, p.claim.start))
            steps = tuple(f"{words.place(p.claim)}: {p.given} {p.surname}" for p in (first, last))
            message = rule.say.format(a=first.claim, b=last.claim)
            severity = rule.severity if inside else "note"
            yield Finding(rule.name, "inconsistency", severity, message, steps, (first.claim, last.claim), "name", a.surname)


def one_name(a: str, b: str, variants: dict[str, int]) -> bool:
    """Whether two given names are spellings of one name: by the list of variants."""
    group = variants.get(a.lower())
    return group is not None and group == variants.get(b.lower())


def _people(document: Document, extractor: Extractor) -> Iterator[Person]:
    """The full names of a document: a given name that the variants know, and a surname behind it."""
    variants = extractor.names.variants
    for block in document.blocks:
        if block.role in SILENT:
            continue
        text = document.text[block.start : block.end]
        tokens, offsets = tokenize(fold(text))
        for i in range(len(tokens) - 1):
            given, surname = tokens[i].strip(), tokens[i + 1].strip()
            if given.lower() in variants and given[:1].isupper() and surname[:1].isupper() and surname[1:2].islower():
                start = block.start + offsets[i] + (tokens[i][0] in " \u00a0")
                end = block.start + offsets[i + 2]
                yield Person(given, surname, _claim(document, start, end, block.role))


def _claim(document: Document, start: int, end: int, role: str) -> Claim:
    return Claim(document, start, end, (start, end), Value("name"), None, None, 0.0, "", frozenset(), "", {}, {}, frozenset(), frozenset(), role=role)
