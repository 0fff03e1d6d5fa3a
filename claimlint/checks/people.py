"""The persons of a story -> findings about how they are named."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.parse import Article
from claimlint.claims.persons import Person, persons
from claimlint.values.value import Value

_ALIKE = 0.55  # of two names' letters, so many the same in order
# So many words must be said of both, by whether the surname is the shared one and whether the others are alike.
_NEEDED = {(True, True): 1, (True, False): 2, (False, True): 2, (False, False): 3}


def findings(articles: Sequence[Article], extractor: Extractor, rules: Sequence[Rule]) -> list[Finding]:
    """Gives the persons who are named in two ways.

    One name in two spellings is a warning inside an article and a note across articles. Two names for one person, by
    what is said of him in two articles neither of which knows the other name, are in conflict.
    """
    spelled = [rule for rule in rules if rule.when == "spelled otherwise"]
    named = [rule for rule in rules if rule.when == "another name"]
    if not spelled and not named:
        return []
    people = [person for article in articles for person in persons(article, extractor.vocabulary)]
    variants = extractor.names.variants
    found = [finding for rule in spelled for finding in _spellings(people, variants, rule)]
    found += [finding for rule in named for finding in _names(people, variants, rule)]
    return found


def one_name(a: str, b: str, variants: dict[str, int]) -> bool:
    """Whether two words are spellings of one name: by the list of variants."""
    group = variants.get(a.lower())
    return group is not None and group == variants.get(b.lower())


def _spellings(people: Sequence[Person], variants: dict[str, int], rule: Rule) -> Iterator[Finding]:
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_surname[person.surname].append(person)
    for same in by_surname.values():
        seen: set[tuple[str, str, str]] = set()
        for i, a in enumerate(same):
            for b in same[i + 1 :]:
                if a.given == b.given or not one_name(a.given, b.given, variants):
                    continue
                inside = a.document.path == b.document.path
                first, last = sorted((a.given, b.given))
                if (first, last, a.document.path if inside else "") not in seen:
                    seen.add((first, last, a.document.path if inside else ""))
                    yield _finding(rule, a, b, rule.severity if inside else "note", ())


def _names(people: Sequence[Person], variants: dict[str, int], rule: Rule) -> Iterator[Finding]:
    known: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for person in people:
        known[person.document.path].add((person.given, person.surname))
    seen: set[frozenset[tuple[str, str]]] = set()
    for i, a in enumerate(people):
        for b in people[i + 1 :]:
            if a.document.path == b.document.path:
                continue
            one, other = (a.given, a.surname), (b.given, b.surname)
            if (a.given == b.given) == (a.surname == b.surname) or frozenset((one, other)) in seen:
                continue
            if other in known[a.document.path] or one in known[b.document.path]:
                continue
            reasons = _one_person(a, b, variants)
            if reasons:
                seen.add(frozenset((one, other)))
                yield _finding(rule, a, b, rule.severity, reasons)


def _one_person(a: Person, b: Person, variants: dict[str, int]) -> tuple[str, ...]:
    """Why two full names that share a word are of one person; () where that is not shown."""
    shared = a.roles & b.roles
    by_surname = a.surname == b.surname
    x, y = (a.given, b.given) if by_surname else (a.surname, b.surname)
    if len(x) < 2 or len(y) < 2 or x[0] + "." == y or one_name(x, y, variants):
        return ()
    alike = SequenceMatcher(None, x.lower(), y.lower()).ratio() >= _ALIKE and x[0] == y[0]
    if len(shared) < _NEEDED[by_surname, alike]:
        return ()
    return (f"both are {', '.join(sorted(shared)[:4])}", f"{x} / {y}")


def _finding(rule: Rule, a: Person, b: Person, severity: str, reasons: tuple[str, ...]) -> Finding:
    first, last = sorted((a, b), key=lambda person: (person.document.path, person.start))
    claims = (_claim(first), _claim(last))
    steps = tuple(f"{words.place(claim)}: {claim.text}" for claim in claims)
    message = rule.say.format(a=claims[0], b=claims[1])
    kind = "contradiction" if reasons else "inconsistency"
    return Finding(rule.name, kind, severity, message, steps + reasons, claims, "name", first.surname)


def _claim(person: Person) -> Claim:
    return Claim(person.document, person.start, person.end, (person.start, person.end), Value("name"), role=person.role)
