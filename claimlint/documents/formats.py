"""Decoded files -> documents, one reader a format."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from attrs import evolve

from claimlint.configuration.limits import Limits
from claimlint.documents import front_matter, json_lines, markdown, markup
from claimlint.documents.document import Block, Document
from claimlint.documents.paragraphs import paragraphs
from claimlint.errors import Problem


def read(text: str, path: str, limits: Limits) -> Iterator[Document | Problem]:
    """Gives the articles of a file with their paragraphs, and what of it is no article. Raises UnreadableError."""
    return READERS[PurePath(path).suffix.lower()](text, path, limits)


def plain(text: str, path: str, _limits: Limits) -> Iterator[Document]:
    """Gives the article that a plain text is."""
    yield cut(Document(path, text))


def marked(text: str, path: str, limits: Limits) -> Iterator[Document]:
    """Gives the article that a Markdown text is. Raises UnreadableError where its front matter cannot be read."""
    head = front_matter.read(text, path, limits)
    found = tuple(markdown.blocks(text, head.body))
    signs = markup.signs(text, [(block.start, block.end) for block in found if block.role != "furniture"])
    masked = markup.masked(text, [*signs, *markup.addresses(text)], entities=True)
    yield Document(path, text, (head.title, *found) if head.title else found, masked=masked, **head.fields)


def cut(document: Document) -> Document:
    """Gives a document of plain text with its paragraphs."""
    text = document.text
    blocks = tuple(Block(*span) for span in paragraphs(text))
    return evolve(document, blocks=blocks, masked=markup.masked(text, markup.addresses(text)))


READERS: dict[str, Callable[[str, str, Limits], Iterator[Document | Problem]]] = {
    ".txt": plain, ".md": marked, ".jsonl": json_lines.articles,
}  # fmt: skip
ENDINGS = tuple(READERS)
