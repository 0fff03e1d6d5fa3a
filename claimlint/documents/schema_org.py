"""JSON-LD with the words of schema.org -> the articles and the reviews of claims in it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimlint.documents import html_tree, json_text
from claimlint.documents.edition import Edition, moment
from claimlint.documents.json_text import Text
from claimlint.documents.parts import Item, Part, of_text
from claimlint.documents.prose import Prose
from claimlint.documents.taken import Taken

_REVIEW = "ClaimReview"
_KINDS = ("Article", "BlogPosting", "LiveBlogPosting", "Report")  # and what ends in the first, NewsArticle among it
REVIEWED = "reviewed"  # the role of what somebody claimed, and of the verdict on it
_MARKED = re.compile(r"</[A-Za-z]|<br\b|<p\b|&(?:[A-Za-z]{2,8}|#[0-9]{2,5});")

Node = Mapping[str, Any]


def items(data: Any, file: str, prose: Prose) -> Iterator[Item]:
    """Gives the articles and reviews of parsed JSON-LD; `file` is the text that it was parsed from."""
    graph = list(nodes(data))
    known = {str(node["@id"]): node for node in graph if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in graph:
        reading = _Reading(known, file, prose)
        if is_review(node):
            yield reading.review(node)
        elif is_article(node):
            yield reading.article(node)


def nodes(data: Any) -> Iterator[Node]:
    """Gives the things that JSON-LD tells of: one, several in a list, or those of a graph."""
    if isinstance(data, list):
        for each in data:
            yield from nodes(each)
    elif isinstance(data, Mapping):
        if "@type" in data:
            yield data
        if isinstance(data.get("@graph"), list):
            yield from nodes(data["@graph"])


def is_article(node: Node) -> bool:
    """Whether a thing is an article."""
    return any(kind.endswith(_KINDS[0]) or kind in _KINDS for kind in _types(node))


def is_review(node: Node) -> bool:
    """Whether a thing is a review of a claim."""
    return _REVIEW in _types(node)


def _types(node: Node) -> list[str]:
    said = node.get("@type")
    every = said if isinstance(said, list) else [said]
    return [each.replace("\\", "/").rpartition("/")[2].rpartition(":")[2] for each in every if isinstance(each, str)]


class _Reading:
    """Reads things of one graph, in which they may name each other."""

    def __init__(self, known: Mapping[str, Node], file: str, prose: Prose) -> None:
        self._known, self._file, self._prose = known, file, prose

    def article(self, node: Node) -> Item:
        """The article that a thing is."""
        head = [part for key, role in (("headline", "title"), ("dateline", "dateline")) for part in self._line(node, key, role)]
        if not head or head[0].role != "title":
            head = [*self._line(node, "name", "title"), *head]
        body = self._body(node, "articleBody") or self._body(node, "text") or self._body(node, "description")
        title = next((part.taken.text for part in head if part.role == "title"), "")
        return Item((*head, *body), self.edition(node), title, self._named(node, "publisher", "sourceOrganization", "provider"))

    def review(self, node: Node) -> Item:
        """The review that a thing is: what is reviewed is said by the one who made the claim, the rating by the reviewer."""
        claim = self._node(node.get("itemReviewed"))
        who = self._named(claim, "author", "creator") or self._named(self._node(claim.get("itemReviewed")), "author")
        parts = [*self._line(node, "headline", "title")] or [*self._line(node, "name", "title")]
        title = parts[0].taken.text if parts else ""
        parts += self._line(node, "claimReviewed", REVIEWED, who)
        publisher = self._named(node, "author", "publisher", "creator")
        parts += self._line(self._node(node.get("reviewRating")), "alternateName", REVIEWED, publisher)
        parts += self._body(node, "reviewBody") or self._body(node, "articleBody")
        return Item(tuple(parts), self.edition(node), title, publisher)

    def edition(self, node: Node) -> Edition:
        """Which article it is, and which version."""
        address = self._said(node.get("url")) or self._said(node.get("mainEntityOfPage")) or self._said(node.get("@id"))
        version = node.get("version")
        return Edition(
            self._said(node.get("identifier")) or self._said(node.get("@id")) or address,
            str(version) if isinstance(version, str | int | float) else "",
            moment(self._said(node.get("datePublished")) or self._said(node.get("dateCreated"))),
            moment(self._said(node.get("dateModified"))), address,
        )  # fmt: skip

    def _line(self, node: Node, key: str, role: str, voice: str = "") -> list[Part]:
        """A text as one paragraph."""
        said = _one(node.get(key))
        if not isinstance(said, Text) or not said.strip():
            return []
        return [Part(self._taken(said).joined(), role, voice)]

    def _body(self, node: Node, key: str) -> list[Part]:
        """A text as paragraphs: plain, or marked up."""
        said = node.get(key)
        every = said if isinstance(said, list) else [said]
        return [part for each in every if isinstance(_one(each), Text) for part in body(self._taken(_one(each)), self._prose)]

    def _taken(self, said: Text) -> Taken:
        return json_text.taken(said, self._file)

    def _named(self, node: Node, *keys: str) -> str:
        """The name of the first of some things that has one."""
        for key in keys:
            said = _one(node.get(key))
            name = said if isinstance(said, str) else _one(self._node(said).get("name"))
            if isinstance(name, str) and name.strip():
                return " ".join(name.split())
        return ""

    def _node(self, said: Any) -> Node:
        """A thing, wherever in the graph it is told; an empty one where there is none."""
        said = _one(said)
        if not isinstance(said, Mapping):
            return {}
        return self._known.get(said["@id"], said) if len(said) == 1 and isinstance(said.get("@id"), str) else said

    def _said(self, value: Any) -> str:
        """A text, or the one that names a thing."""
        value = _one(value)
        if isinstance(value, Mapping):
            value = next((value[key] for key in ("value", "@id", "url") if isinstance(value.get(key), str)), "")
        return value.strip() if isinstance(value, str) else ""


def _one(value: Any) -> Any:
    """The first of several, and the value itself of one in a language."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value["@value"] if isinstance(value, Mapping) and "@value" in value else value


def body(taken: Taken, prose: Prose, *, marked: bool | None = None) -> list[Part]:
    """Gives the paragraphs of a text of which may be known whether it is HTML; where not, it is if it has tags or entities."""
    if marked is None:
        marked = bool(_MARKED.search(taken.text))
    if not marked:
        return list(of_text(taken))
    return [part.inside(taken) for part in prose.parts(html_tree.parse(taken.text))]
