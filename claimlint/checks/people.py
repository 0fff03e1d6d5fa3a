"""The persons of a story -> findings about how they are named."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.names import Names
from claimlint.claims.parse import Article
from claimlint.claims.persons import Person, persons
from claimlint.values.value import Value

_LONG = 6  # letters of a surname that no other is likely to share but for one
_ALIKE, _ONE = 0.5, 0.8  # of two names' letters, so many the same in order: alike, hardly told apart
# So many words must be said of both, by whether the surname is the shared one and whether the others are alike.
_NEEDED = {(True, True): 1, (True, False): 2, (False, True): 1, (False, False): 3}


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
    sure = [person for person in people if person.is_sure]
    found = [finding for rule in spelled for finding in _spellings(sure, extractor.names, rule)]
    found += [finding for rule in named for finding in _names(people, extractor.names, rule)]
    return found


def _spellings(people: Sequence[Person], names: Names, rule: Rule) -> Iterator[Finding]:
    """One given name in two spellings under one surname, and in one article one surname in two under one given name."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        groups[person.surname].append(person)
        groups[f"{person.given} {person.document.path}"].append(person)
    for same in groups.values():
        seen: set[tuple[str, str, str]] = set()
        for i, a in enumerate(same):
            for b in same[i + 1 :]:
                if not _spelled_otherwise(a, b, names):
                    continue
                inside = a.document.path == b.document.path
                first, last = sorted((f"{a.given} {a.surname}", f"{b.given} {b.surname}"))
                if (first, last, a.document.path if inside else "") not in seen:
                    seen.add((first, last, a.document.path if inside else ""))
                    yield _finding(rule, a, b, rule.severity if inside else "note", ())


def _spelled_otherwise(a: Person, b: Person, names: Names) -> bool:
    if a.surname == b.surname:
        return a.given != b.given and names.spelled_alike(a.given, b.given)
    return a.given == b.given and min(len(a.surname), len(b.surname)) >= _LONG and _misspelled(a.surname, b.surname)


def _misspelled(a: str, b: str) -> bool:
    """Whether one letter inside a word is another, is missing or stands in another place; not at its head or its end."""
    if a[0] != b[0] or a[-1] != b[-1] or abs(len(a) - len(b)) > 1:
        return False
    start = next(i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y)
    if len(a) == len(b):
        return a[start + 1 :] == b[start + 1 :] or (
            a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
        )
    short, long = sorted((a, b), key=len)
    return short[start:] == long[start + 1 :]


def _names(people: Sequence[Person], names: Names, rule: Rule) -> Iterator[Finding]:
    known: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for person in people:
        known[person.document.path].add((person.given, person.surname))
    seen: set[frozenset[tuple[str, str]]] = set()
    for i, a in enumerate(people):
        for b in people[i + 1 :]:
            if a.document.path == b.document.path or not (a.is_sure or b.is_sure):
                continue
            one, other = (a.given, a.surname), (b.given, b.surname)
            if (a.given == b.given) == (a.surname == b.surname) or frozenset((one, other)) in seen:
                continue
            if other in known[a.document.path] or one in known[b.document.path] or _is_longer(a.text, b.text):
                continue
            reasons = _one_person(a, b, names)
            if reasons:
                seen.add(frozenset((one, other)))
                yield _finding(rule, a, b, rule.severity, reasons)


def _is_longer(a: str, b: str) -> bool:
    """Whether the one name has all words of the other: "Ulm Harbour Watch" and "Harbour Watch", "Ruth Gale-Orr" and "Orr"."""
    one, other = (frozenset(name.replace("-", " ").lower().split()) for name in (a, b))
    return one <= other or other <= one


def _one_person(a: Person, b: Person, names: Names) -> tuple[str, ...]:
    """Why two full names that share a word are of one person; () where that is not shown."""
    shared = a.roles & b.roles
    by_surname = a.surname == b.surname
    x, y = (a.given, b.given) if by_surname else (a.surname, b.surname)
    if names.one_name(x, y) if by_surname else names.spelled_alike(x, y):
        return ()
    from difflib import SequenceMatcher  # few runs come this far

    same = SequenceMatcher(None, x.lower(), y.lower()).ratio()
    if not by_surname and same >= _ONE and (a.is_shown or b.is_shown):
        return (f"{x} / {y}: a letter or two apart",)
    if len(shared) < _NEEDED[by_surname, same >= _ALIKE and x[0] == y[0]]:
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
