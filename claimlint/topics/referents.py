"""Claims of a story on persons whom their sentences do not name -> the same of whom a pronoun or an office speaks.

"He", "she" and "the 52-year-old" stand for the one person named last before the sentence; "the driver" for the one
person of whom the articles say that he is the driver.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from attrs import evolve

from claimlint.claims.claim import Claim
from claimlint.claims.parse import Article
from claimlint.claims.persons import Person, persons
from claimlint.claims.vocabulary import Vocabulary
from claimlint.reading.tokens import words

_PRONOUNS = frozenset({"he", "she"})
_ARTICLE = "the"  # before an age that nobody is called behind
_BACK = 400  # characters before a sentence in which the one is named for whom its pronoun stands


def referred(
    claims: Sequence[Claim], articles: Sequence[Article], vocabulary: Vocabulary, is_anybody: Callable[[frozenset[str]], bool]
) -> list[Claim]:
    """Gives the claims, those on a person with a subject where the articles tell exactly one.

    `is_anybody` tells of stems whether they are said of anybody: "man", "victim".
    """
    if not any(_lacks_person(claim) for claim in claims):
        return list(claims)
    people = [person for article in articles for person in persons(article, vocabulary)]
    full = _full_names(people)
    roles = _roles(people)
    of = {article.document.path: article for article in articles}
    found = []
    for claim in claims:
        subject = ""
        if _lacks_person(claim) and claim.document.path in of:
            subject = _by_pronoun(claim, of[claim.document.path], full)
            if not subject and not is_anybody(claim.context.about):
                subject = _by_office(claim, roles)
        found.append(evolve(claim, look=partial(evolve, claim.context, subject=subject)) if subject else claim)
    return found


def _lacks_person(claim: Claim) -> bool:
    """Whether a claim is on a person, and its sentence names none."""
    on_person = claim.value.kind == "age" or (claim.measure is not None and claim.measure.of == "person")
    return on_person and not claim.context.subject


def _full_names(people: Sequence[Person]) -> dict[str, str]:
    """The full names by surname, of those surnames that one person bears."""
    named: dict[str, set[str]] = defaultdict(set)
    for person in people:
        named[person.surname].add(_name(person))
    return {surname: names.pop() for surname, names in named.items() if len(names) == 1}


def _name(person: Person) -> str:
    return f"{person.given} {person.surname}".lower()


def _roles(people: Sequence[Person]) -> Mapping[str, set[str]]:
    """The full names by the office that is said of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for role in person.roles:
            found[role].add(_name(person))
    return found


def _by_pronoun(claim: Claim, article: Article, full: Mapping[str, str]) -> str:
    """Whom "he", "she" or "the 52-year-old" stands for: the one person named in what comes before the sentence.

    None where the sentence names that person beside: "the 12-year-old held the gun when Castelo grabbed it".
    """
    if claim.head or claim.context.about or claim.context.about_names:
        return ""
    text, (first, last) = claim.document.text, claim.sentence
    stands = claim.value.kind == "age" and text[first : claim.start].strip().lower().endswith(_ARTICLE)
    if not stands and not any(word.strip().lower() in _PRONOUNS for word in words(text[first:last])):
        return ""
    named = set(_named(article, claim.sentence[0] - _BACK, claim.sentence[0], full))
    return named.pop() if len(named) == 1 and named.isdisjoint(_named(article, first, last, full)) else ""


def _named(article: Article, start: int, end: int, full: Mapping[str, str]) -> Iterator[str]:
    """The persons named between two places of an article."""
    for paragraph in article.paragraphs:
        if paragraph.block.end <= start or paragraph.block.start >= end:
            continue
        for name in paragraph.names:
            if name.words and name.words[-1] in full and start <= paragraph.block.start + paragraph.offsets[name.first] < end:
                yield full[name.words[-1]]


def _by_office(claim: Claim, roles: Mapping[str, set[str]]) -> str:
    """The one of whom all is said that the subject of a claim is called."""
    said = [roles.get(stem, set()) for stem in claim.context.about]
    found = set.intersection(*said) if said else set()
    return found.pop() if len(found) == 1 and not claim.context.about_names else ""
