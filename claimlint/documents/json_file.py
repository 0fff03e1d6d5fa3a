"""A JSON file -> its articles: ninjs, or JSON-LD with the words of schema.org."""

from collections.abc import Iterator

from claimlint.configuration.limits import Limits
from claimlint.documents import json_text, ninjs, schema_org
from claimlint.documents.document import Document
from claimlint.documents.parts import documents
from claimlint.documents.prose import Prose
from claimlint.documents.source import Source
from claimlint.errors import NoArticleError, Problem


def articles(text: str, path: str, limits: Limits, prose: Prose) -> Iterator[Document]:
    """Gives the articles. Raises UnreadableError, and NoArticleError where the JSON is about something else."""
    data = json_text.load(text, path, limits)
    found = [*ninjs.items(data, text, prose), *schema_org.items(data, text, prose)]
    if not found:
        said = "no article; ninjs items and schema.org's NewsArticle and ClaimReview are read"
        raise NoArticleError(Problem(path, 0, 0, said))
    return documents(found, path, Source(text))
