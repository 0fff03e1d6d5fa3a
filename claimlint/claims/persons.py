"""An article -> the persons that it names in full, and what it says they are."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from claimlint.claims.names import Name
from claimlint.claims.parse import Article
from claimlint.claims.vocabulary import Vocabulary
from claimlint.documents.document import Document
from claimlint.nouns import frozen
from claimlint.reading.tokens import end as ending

_WORDS = 6  # of what is said about a person on either side of the name


@frozen
class Person:
    """A full name where it stands, with the stems of what is said beside it: "owner", "retir", "general".

    Of words for one post there is but one: a skipper and a captain are both "captain". `is_shown` tells whether something
    beside the name shows that it is a person's, `is_sure` whether something in the article does.
    """

    given: str
    surname: str
    roles: frozenset[str]
    document: Document
    start: int
    end: int
    role: str
    is_shown: bool
    is_sure: bool

    @property
    def text(self) -> str:
        """The name as it is written."""
        return self.document.text[self.start : self.end]


def persons(article: Article, vocabulary: Vocabulary) -> list[Person]:
    """Gives the full names: two capitalised words, which something may say to be a person's.

    That is a title or an office before them, an apposition, an age, a verb of saying, or the surname elsewhere, alone
    or with such a sign, or the given name with such a sign.
    """
    found: list[Person] = []
    alone: set[str] = set()
    for paragraph in article.paragraphs:
        block, tokens, offsets = paragraph.block, paragraph.tokens, paragraph.offsets
        for name in paragraph.names:
            if name.kind:
                continue
            full = _full(name, tokens, vocabulary)
            if full is None:
                alone.update(word for word in name.words[-1:] if len(name.words) == 1)
                continue
            at, given, surname = full
            roles, sure = _roles(tokens, at, name, vocabulary)
            start = block.start + offsets[at] + (tokens[at][0] in " \u00a0")
            end = block.start + ending(tokens, offsets, name.last)
            found.append(Person(given, surname, roles, article.document, start, end, block.role, sure, sure))
    known = alone | {person.surname for person in found if person.is_sure}
    called = {person.given for person in found if person.is_sure}
    return [evolve(person, is_sure=person.surname in known or person.given in called) for person in found]


def _full(name: Name, tokens: Sequence[str], vocabulary: Vocabulary) -> tuple[int, str, str] | None:
    """Where the given name of a name stands, and its two words; titles before it are left out."""
    places = [i for i in range(name.first, name.last) if tokens[i].strip()[:1].isalpha()]
    while places and vocabulary[tokens[places[0]].strip()].role == "title":
        places.pop(0)
    if not 2 <= len(places) <= 4:
        return None
    words = [tokens[i].strip() for i in places]
    if len(places) > 2 and tokens[places[-1] - 1] == "-":
        words[-2:] = [f"{words[-2]}-{words[-1]}"]
    if any(not word[:1].isupper() or word.isupper() for word in (words[0], words[-1])):
        return None
    last = vocabulary[words[-1]]
    if last.nouns or last.role not in ("", "title") or "no_person" in vocabulary[words[0]].marks | last.marks:
        return None
    return places[0], words[0], words[-1]


def _roles(tokens: Sequence[str], at: int, name: Name, vocabulary: Vocabulary) -> tuple[frozenset[str], bool]:
    """The stems beside a name, and whether they show that it is a person's."""
    beside = at - 2 if at > 1 and tokens[at - 1] == "." and vocabulary[tokens[at - 2]].role == "title" else at - 1
    before = list(_stems(tokens, range(beside, max(-1, beside - 2 * _WORDS), -1), vocabulary))
    titled = any(vocabulary[tokens[i]].role == "title" for i in (*range(name.first, at), max(0, beside)))
    roles = {stem for stem, _ in before}
    roles |= {vocabulary.post(vocabulary[tokens[i]].stem) for i in range(name.first, at)}
    sure = titled or any(is_person for _, is_person in before[:2])
    if name.last + 1 < len(tokens) and tokens[name.last] == ",":
        following = tokens[name.last + 1].strip().lower()
        if following.isdigit() and len(following) <= 2:
            sure = True
        if "apposition" in vocabulary[following].marks:
            sure = sure or following == "who"
            behind = list(_stems(tokens, range(name.last + 1, min(len(tokens), name.last + 2 + 2 * _WORDS)), vocabulary))
            roles |= {stem for stem, _ in behind}
            sure = sure or any(is_person for _, is_person in behind[:3])
    near = [*tokens[max(0, name.first - 1) : name.first], *tokens[name.last : name.last + 2]]
    sure = sure or any("saying" in vocabulary[token].marks for token in near)
    return frozenset(roles), sure


def _stems(tokens: Sequence[str], places: range, vocabulary: Vocabulary) -> Iterator[tuple[str, bool]]:
    """The stems over some places up to a mark, and whether each is a noun for a person."""
    for count, place in enumerate(places):
        word = vocabulary[tokens[place]]
        if word.role == "conjunction" or (word.role == "mark" and not (count == 0 and word.lower == ",")):
            return
        if word.role in ("", "title") and word.lower.isalpha() and "saying" not in word.marks:
            yield vocabulary.post(word.stem), word.role == "title" or "office" in word.marks
