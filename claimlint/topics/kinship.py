"""The documents of a story -> which of them are one text, and which a later version supersedes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import field

from claimlint.documents.document import Document
from claimlint.documents.edition import instant
from claimlint.nouns import frozen
from claimlint.topics.shingles import Shingles

_NUMBERS = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,5}")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([^?#]{0,2000})(?:[?#].{0,2000})?", re.IGNORECASE | re.DOTALL)
_WHOLE = re.compile(r"[^\s:/]{2,40}:\S{3,2000}")  # a name that nobody else gives: an address, urn:..., tag:...


@frozen
class Kin:
    """What documents are to each other, by their paths.

    `later` holds those that are superseded, each with the latest version, `copies` those that carry one text, group by group.
    """

    later: Mapping[str, str] = field(factory=dict)
    copies: tuple[tuple[str, ...], ...] = ()

    def group(self, path: str) -> tuple[str, ...]:
        """Gives the documents that carry the text of one, itself among them; none where no other does."""
        return next((group for group in self.copies if path in group), ())


NONE = Kin()


def kin(documents: Sequence[Document], data: Mapping[str, Any]) -> Kin:
    """Gives what documents of one story are to each other.

    Two are versions of one article if they have one identity, or one publisher, one title and nearly the same text, and if
    it can be told which is the later one. Others that have nearly the same text are copies.
    """
    if len(documents) == 1:
        return NONE
    shingles = Shingles(documents, data)
    later = dict(_superseded(documents, shingles, float(data["versions"]), int(data["days"])))
    groups = ([i for i in group if i not in later] for group in shingles.groups(float(data["copies"])))
    return Kin(
        {documents[i].path: documents[j].path for i, j in sorted(later.items())},
        tuple(tuple(documents[i].path for i in group) for group in groups if len(group) > 1),
    )


def _superseded(documents: Sequence[Document], shingles: Shingles, least: float, days: int) -> Iterator[tuple[int, int]]:
    """The documents of which there is a later version, each with the latest."""
    for family in _families(documents, shingles, least, days):
        latest = family[0]
        for i in family[1:]:
            if _is_later(documents[i], documents[latest]):
                latest = i
        yield from ((i, latest) for i in family if i != latest and _is_later(documents[latest], documents[i]))


def _families(documents: Sequence[Document], shingles: Shingles, least: float, days: int) -> Iterator[list[int]]:
    """The documents that may be versions of one article, each in one family."""
    named: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, document in enumerate(documents):
        for key in _names(document):
            named[key].append(i)
    seen: set[int] = set()
    for key, members in sorted(named.items()):
        first, *others = [i for i in members if i not in seen] or [-1]
        if key[0] == _TITLE:
            near = [i for i in others if _apart(documents[first], documents[i]) <= days]
            others = [i for i in near if shingles.likeness(first, i) >= least]
        if others:
            seen.update((first, *others))
            yield [first, *others]


_ID, _TITLE = "1 id", "2 title"  # what is surer comes first


def _names(document: Document) -> Iterator[tuple[str, ...]]:
    """What two versions of a document have in common: an identity, or publisher and title."""
    edition, publisher = document.edition, _plain(document.publisher)
    if edition.id:
        yield _ID, "" if _WHOLE.fullmatch(edition.id) else publisher, edition.id
    match = _ADDRESS.fullmatch(edition.address)
    if match and match[1].strip("/"):
        yield _ID, "address", match[1].strip("/")
    if publisher and document.headline:
        yield _TITLE, publisher, _plain(document.headline)


def _apart(a: Document, b: Document) -> int:
    """The days between two documents; 0 where one of them is not known."""
    return abs(a.date.start - b.date.start) if a.date is not None and b.date is not None else 0


def _is_later(a: Document, b: Document) -> bool:
    """Whether a document is the later version, by the first sign that both bear and in which they differ."""
    signs = zip(_signs(a), _signs(b), strict=True)
    return next((one > other for one, other in signs if one and other and one != other), False)


def _signs(document: Document) -> tuple[Any, ...]:
    """The version, the time of change, that of publication, the day."""
    edition, date = document.edition, document.date
    version = tuple(map(int, edition.version.split("."))) if _NUMBERS.fullmatch(edition.version) else None
    day = date.start if date is not None and date.start == date.end else None
    return version, instant(edition.modified), instant(edition.published), day


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
