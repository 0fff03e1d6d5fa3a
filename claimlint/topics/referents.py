"""Claims of a story on persons whom their sentences do not name -> the same of whom a pronoun or an office speaks.

"He" and "she" stand for the one person named in what comes before; "the 52-year-old" for the one whom the last sentence
before names, where his age is not told otherwise and nobody else is so old; "the driver" for the one person of whom the
articles say that he is the driver.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from attrs import evolve

from claimlint.claims.claim import Claim
from claimlint.claims.parse import Article
from claimlint.claims.persons import Person, persons
from claimlint.claims.subjects import same_person
from claimlint.claims.vocabulary import Vocabulary
from claimlint.reading.tokens import words

_ENDS = (". ", ".\n", "\n\n", '."', ".\u201d")  # between two sentences
_BACK = 400  # characters before a sentence in which the one is named for whom its pronoun stands


def referred(
    claims: Sequence[Claim], articles: Sequence[Article], vocabulary: Vocabulary, is_anybody: Callable[[frozenset[str]], bool]
) -> list[Claim]:
    """Gives the claims, those on a person with a subject where the articles tell exactly one.

    `is_anybody` tells of stems whether they are said of anybody: "man", "victim".
    """
    if not any(_lacks_person(claim) for claim in claims):
        return list(claims)
    people = [person for article in articles for person in persons(article, vocabulary) if person.is_sure]
    full = _full_names(people)
    roles = _roles(people)
    of = {article.document.path: article for article in articles}
    ages = _ages(claims)
    found = []
    for claim in claims:
        subject = ""
        if _lacks_person(claim) and claim.document.path in of:
            article = of[claim.document.path]
            by_age = _is_called_by(claim, vocabulary)
            subject = _by_age(claim, article, full, ages) if by_age else _by_pronoun(claim, article, full, vocabulary)
            if not subject and not is_anybody(claim.context.about):
                subject = _by_office(claim, roles, vocabulary)
        found.append(evolve(claim, look=partial(evolve, claim.context, subject=subject)) if subject else claim)
    return found


def _lacks_person(claim: Claim) -> bool:
    """Whether a claim is on a person, and its sentence names none."""
    return claim.is_of_person and not claim.context.subject


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


def _ages(claims: Sequence[Claim]) -> Mapping[str, set[tuple[str, object]]]:
    """The ages that are told of persons by their names, each with the article that tells it."""
    found: dict[str, set[tuple[str, object]]] = defaultdict(set)
    for claim in claims:
        if claim.value.kind == "age" and claim.context.subject:
            found[claim.context.subject].add((claim.document.path, claim.value.stated))
    return found


def _is_called_by(claim: Claim, vocabulary: Vocabulary) -> bool:
    """Whether somebody is called by his age alone: "the 52-year-old"."""
    before = claim.document.text[claim.sentence[0] : claim.start].split()[-1:]
    return claim.value.kind == "age" and not claim.head and any("known_already" in vocabulary[word].marks for word in before)


def _by_age(claim: Claim, article: Article, full: Mapping[str, str], ages: Mapping[str, set[tuple[str, object]]]) -> str:
    """Whom "the 52-year-old" stands for: the one person named in the last sentence before that names anybody."""
    text, start = claim.document.text, claim.sentence[0]
    named = list(_named(article, start - _BACK, start, full))
    opens = max(text.rfind(end, max(0, start - _BACK), named[-1][0]) for end in _ENDS) if named else 0
    found = {name for place, name in named if place > opens}
    if len(found) != 1:
        return ""
    name = found.pop()
    own, age = claim.document.path, claim.value.stated
    told = [(path, stated) for other, seen in ages.items() if same_person(other, name) for path, stated in seen]
    others = {stated for other, seen in ages.items() if not same_person(other, name) for _, stated in seen}
    is_another = age in others or any(path == own and stated != age for path, stated in told)
    return "" if is_another or name in _beside(claim, article, full) else name


def _by_pronoun(claim: Claim, article: Article, full: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """Whom "he" or "she" stands for: the one person named in what comes before the sentence, and not in it too."""
    if claim.head or claim.context.about or claim.context.about_names:
        return ""
    text, (first, last) = claim.document.text, claim.sentence
    if not any("for_person" in vocabulary[word].marks for word in words(text[first:last])):
        return ""
    named = {name for _, name in _named(article, first - _BACK, first, full)}
    return named.pop() if len(named) == 1 and named.isdisjoint(_beside(claim, article, full)) else ""


def _beside(claim: Claim, article: Article, full: Mapping[str, str]) -> set[str]:
    """The persons named in the sentence of a claim: "the 12-year-old" and Castelo in it are two."""
    return {name for _, name in _named(article, *claim.sentence, full)}


def _named(article: Article, start: int, end: int, full: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The persons named between two places of an article, in order, each with the place of the name."""
    for paragraph in article.paragraphs:
        if paragraph.block.end <= start or paragraph.block.start >= end:
            continue
        for name in paragraph.names:
            place = paragraph.block.start + paragraph.offsets[name.first]
            if name.words and name.words[-1] in full and start <= place < end:
                yield place, full[name.words[-1]]


def _by_office(claim: Claim, roles: Mapping[str, set[str]], vocabulary: Vocabulary) -> str:
    """The one of whom all is said that the subject of a claim is called."""
    said = [roles.get(vocabulary.post(stem), set()) for stem in claim.context.about]
    found = set.intersection(*said) if said else set()
    return found.pop() if len(found) == 1 and not claim.context.about_names else ""
