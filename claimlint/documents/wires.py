"""NITF and NewsML-G2, the XML of news agencies -> articles. Source: iptc.org/standards, NITF 3.0 to 3.6, NewsML-G2 2.x."""

from collections.abc import Iterator

from claimlint.documents.edition import Edition, moment
from claimlint.documents.element import NOTHING, Element
from claimlint.documents.parts import Item, Part
from claimlint.documents.prose import Prose
from claimlint.documents.schema_org import body

NITF, ITEM = "nitf", "newsitem"
ROOTS = frozenset({NITF, ITEM, "newsmessage"})
_WRITTEN = ("text", "composite")  # the classes of items that have a text of their own


def items(root: Element, prose: Prose) -> Iterator[Item]:
    """Gives the articles of a file: one in NITF, or the news items of NewsML-G2 that are texts."""
    if root.name == NITF:
        yield _nitf(root, prose)
        return
    for item in [root] if root.name == ITEM else root.all(ITEM):
        kind = _at(item, "itemmeta", "itemclass")["qcode"].rpartition(":")[2]
        found = _item(item, prose)
        if (not kind or kind in _WRITTEN) and found.parts:
            yield found


def _nitf(root: Element, prose: Prose) -> Item:
    about, told = _at(root, "head", "docdata"), _at(root, "head", "pubdata")
    parts = prose.parts(_at(root, "body"))
    day = next((date["norm"] for date in root.all("story.date")), "")
    issued = _at(about, "date.issue")["norm"] or told["date.publication"] or _at(about, "date.release")["norm"] or day
    edition = Edition(_at(about, "doc-id")["id-string"], _at(about, "du-key")["version"], moment(issued))
    title = _title(parts) or _at(root, "head", "title").text
    distributor = next((each.text for each in root.all("distributor") if each.text), "")
    whose = (told["name"], distributor, _at(about, "doc.copyright")["holder"], _at(about, "doc-id")["regsrc"])
    return Item(tuple(parts), edition, title, next(filter(None, whose), ""))


def _item(item: Element, prose: Prose) -> Item:
    meta, content = _at(item, "itemmeta"), _at(item, "contentmeta")
    parts: list[Part] = []
    for holder in item.all("inlinexml", "inlinedata"):
        if holder.name == "inlinexml":
            found = prose.parts(next(holder.all("body"), holder))
        else:
            kind = holder["contenttype"]
            found = body(holder.taken, prose, marked="html" in kind or "xml" in kind if kind else None)
        parts = parts or found
    head = [
        Part(each.taken.joined(), role)
        for name, role in (("headline", "title"), ("dateline", "dateline"))
        if (each := _at(content, name)).text and not any(part.role == role for part in parts)
    ]
    created = _at(content, "contentcreated").text or _at(meta, "firstcreated").text or _at(meta, "versioncreated").text
    edition = Edition(
        item["guid"], item["version"], moment(created),
        moment(_at(meta, "versioncreated").text or _at(content, "contentmodified").text), "",
    )  # fmt: skip
    whose = [_at(content, "infosource"), _at(meta, "provider"), _at(item, "rightsinfo", "copyrightholder")]
    publisher = next((name for each in whose if (name := _name(each))), "")
    return Item((*head, *parts) if parts else (), edition, _title(parts) or _at(content, "headline").text, publisher)


def _name(party: Element) -> str:
    """What a party is called: its name, else what it is known by in a list."""
    return _at(party, "name").text or party["literal"] or party["qcode"].rpartition(":")[2]


def _title(parts: list[Part]) -> str:
    return next((part.taken.text for part in parts if part.role == "title"), "")


def _at(element: Element, *path: str) -> Element:
    return element.first(*path) or NOTHING
