"""RSS and Atom -> each item an article.

Sources: rssboard.org/rss-specification, web.resource.org/rss/1.0, RFC 4287.
"""

from collections.abc import Iterator

from claimlint.documents.edition import Edition, moment
from claimlint.documents.element import NOTHING, Element
from claimlint.documents.parts import Item, Part
from claimlint.documents.prose import Prose
from claimlint.documents.schema_org import body
from claimlint.documents.taken import Taken

ROOTS = frozenset({"rss", "rdf", "feed"})
_OWN = ("", "rss", "atom", "content", "dc", "dcterms")  # prefixes of what a feed says of its items; others are of their pictures


def items(root: Element, prose: Prose) -> Iterator[Item]:
    """Gives the items of a feed that have a text."""
    if root.name == "feed":
        publisher = _said(root, "title")
        entries = [child for child in root.children if child.name == "entry"]
    else:
        channel = root.first("channel") or root
        publisher = _said(channel, "title")
        entries = [child for holder in (channel, root) for child in holder.children if child.name == "item"]
    for entry in entries:
        item = _item(entry, publisher, prose)
        if item.parts:
            yield item


def _item(entry: Element, publisher: str, prose: Prose) -> Item:
    address = _said(entry, "link") or next(
        (link["href"] for link in entry.children if link.name == "link" and link["rel"] in ("", "alternate")), ""
    )
    edition = Edition(
        _said(entry, "guid", "id") or entry["rdf:about"] or address, _said(entry, "version"),
        moment(_said(entry, "pubdate", "published", "issued", "created", "date")), moment(_said(entry, "updated", "modified")),
        address,
    )  # fmt: skip
    title = _title(entry, prose)
    head = [Part(title, "title")] if title.text else []
    text = next((text for name in ("encoded", "content", "description", "summary") if (text := _text(entry, name, prose))), [])
    source = _said(_child(entry, "source"), "title") or _child(entry, "source").text
    return Item((*head, *text), edition, title.text, source or _said(entry, "publisher") or publisher)


def _title(entry: Element, prose: Prose) -> Taken:
    """What an entry is called, on one line."""
    told = _child(entry, "title").taken
    marked = body(told, prose) if _child(entry, "title")["type"] != "text" else []
    return marked[0].taken if len(marked) == 1 else told.joined()


def _text(entry: Element, name: str, prose: Prose) -> list[Part]:
    """The paragraphs of one of an entry's texts: elements, or what is HTML once its escapes are read."""
    element = _child(entry, name)
    if element["type"] == "xhtml" or any(child.name != "!--" for child in element.children):
        return prose.parts(element)
    return body(element.taken, prose, marked=None if element["type"] in ("", "html", "text/html") else False)


def _child(element: Element, name: str) -> Element:
    """The child of a name that is not of a picture or the like."""
    return next((child for child in element.children if child.name == name and child.prefix in _OWN), NOTHING)


def _said(element: Element, *names: str) -> str:
    """What the first child that has a text says."""
    return next((text for name in names if (text := _child(element, name).text)), "")
