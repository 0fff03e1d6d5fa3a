"""An HTML page -> its article: the story without what stands around it, and what the page tells of itself."""

from collections.abc import Iterator, Mapping, Sequence

from claimlint.configuration.limits import Limits
from claimlint.documents import html_tree, json_text, schema_org
from claimlint.documents.document import Document
from claimlint.documents.edition import Edition, moment
from claimlint.documents.element import Element
from claimlint.documents.parts import Item, Part, documents
from claimlint.documents.prose import Prose
from claimlint.documents.source import Source
from claimlint.errors import NoArticleError, Problem, UnreadableError

_LINKED = "application/ld+json"
_OURS = "claimlint"  # what made a page of findings
_CUT = 2  # so many times as long as the page's own text the one told beside it must be, for the page to be cut short

Facts = Mapping[str, Sequence[str]]


def articles(text: str, path: str, limits: Limits, prose: Prose, facts: Facts) -> Iterator[Document]:
    """Gives the article of a page. Raises NoArticleError where it has none.

    `facts` are the names of <meta> elements by what they tell.
    """
    root = html_tree.parse(text)
    metas = _metas(root)
    linked = list(_linked(root, limits, prose))
    told = next((item for item in linked if not _reviews(item)), Item(()))
    story, parts = prose.story(root)
    parts = _headed(parts, root, story)
    if _length(told.parts) > _CUT * _length(parts):
        parts = list(told.parts)
    parts += [part for item in linked if _reviews(item) for part in item.parts if part.role == schema_org.REVIEWED]
    if metas.get("generator") == _OURS or not any(part.role in ("body", schema_org.REVIEWED) for part in parts):
        raise NoArticleError(Problem(path, 0, 0, "no article; a page has one in its paragraphs"))
    headline = next((part.taken.text for part in parts if part.role == "title"), "")
    title = told.title or headline or _fact(metas, facts, "title") or next((each.text for each in root.all("title")), "")
    edition = _edition(told.edition, root, story, metas, facts)
    publisher = told.publisher or _fact(metas, facts, "publisher")
    return documents([Item(tuple(parts), edition, title, publisher)], path, Source(text))


def _headed(parts: list[Part], root: Element, story: Element) -> list[Part]:
    """The paragraphs below the headline: the last before the story, where none is in it."""
    if any(part.role == "title" for part in parts):
        return parts
    begins = next((start for _, start, _ in story.runs), 0)
    above = [each for each in root.all("h1") if each.text and next(each.runs)[1] < begins]
    return [*(Part(each.taken.joined(), "title") for each in above[-1:]), *parts]


def _length(parts: Sequence[Part]) -> int:
    return sum(len(part.taken.text) for part in parts if part.role == "body")


def _reviews(item: Item) -> bool:
    return any(part.role == schema_org.REVIEWED for part in item.parts)


def _linked(root: Element, limits: Limits, prose: Prose) -> Iterator[Item]:
    """What the page tells of itself in JSON-LD; what is broken there tells nothing."""
    for script in root.all("script"):
        if script["type"].strip().lower() == _LINKED:
            taken = script.taken
            try:
                data = json_text.load(taken.text, "", limits)
            except UnreadableError:
                continue
            for item in schema_org.items(data, taken.text, prose):
                parts = tuple(part.inside(taken) for part in item.parts)
                yield Item(parts, item.edition, item.title, item.publisher)


def _metas(root: Element) -> dict[str, str]:
    """What the page's <meta> elements say, by name, the first of each."""
    found: dict[str, str] = {}
    for meta in root.all("meta"):
        for key in ("name", "property", "itemprop"):
            if meta[key] and meta["content"].strip():
                found.setdefault(meta[key].strip().lower(), " ".join(meta["content"].split()))
    return found


def _fact(metas: Mapping[str, str], facts: Facts, what: str) -> str:
    return next((metas[name] for name in facts[what] if name in metas), "")


def _edition(told: Edition, root: Element, story: Element, metas: Mapping[str, str], facts: Facts) -> Edition:
    """Which article it is: as JSON-LD says, else <meta> elements, else the times in the story."""
    address = next((link["href"] for link in root.all("link") if "canonical" in link["rel"].lower().split()), "")
    address = address or told.address or _fact(metas, facts, "address")
    published, modified = (
        getattr(told, what) or _time(metas, facts[what]) or _stamped(root, what) for what in ("published", "modified")
    )
    if not published:
        published = next((iso for time in story.all("time") if (iso := moment(time["datetime"]))), "")
    return Edition(told.id or address, told.version, published, modified, address)


def _time(metas: Mapping[str, str], names: Sequence[str]) -> str:
    return next((iso for name in names if (iso := moment(metas.get(name, "")))), "")


def _stamped(root: Element, what: str) -> str:
    """A time of the page that says what it is."""
    for time in root.all("time"):
        said = time["itemprop"].lower() == f"date{what}" or (what == "published" and "pubdate" in time.attributes)
        if said and moment(time["datetime"]):
            return moment(time["datetime"])
    return ""
