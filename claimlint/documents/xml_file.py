"""An XML file -> its articles: NITF, NewsML-G2, RSS, Atom, or a page."""

from collections.abc import Iterator, Mapping, Sequence

from claimlint.configuration.limits import Limits
from claimlint.documents import feeds, wires, xml_tree
from claimlint.documents.document import Document
from claimlint.documents.parts import documents
from claimlint.documents.prose import Prose
from claimlint.documents.source import Source
from claimlint.errors import NoArticleError, Problem

Facts = Mapping[str, Sequence[str]]


def articles(text: str, path: str, limits: Limits, prose: Prose, facts: Facts) -> Iterator[Document]:
    """Gives the articles; `facts` is as for a page.

    Raises UnreadableError, and NoArticleError where the XML is about something else.
    """
    root = xml_tree.parse(text, path)
    if root.name == "html":
        from claimlint.documents import page

        return page.articles(text, path, limits, prose, facts)
    found = []
    if root.name in feeds.ROOTS:
        found = list(feeds.items(root, prose))
    elif root.name in wires.ROOTS:
        found = list(wires.items(root, prose))
    if not found:
        said = "no article; NITF, news items of NewsML-G2, RSS and Atom with their texts are read"
        raise NoArticleError(Problem(path, 0, 0, said))
    return documents(found, path, Source(text))
