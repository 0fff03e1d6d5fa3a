"""Files -> documents, one reader a format."""

import bisect
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from attrs import evolve

from claimlint.configuration.limits import Limits
from claimlint.documents import ignores, markup
from claimlint.documents.decode import decode
from claimlint.documents.document import Block, Document
from claimlint.documents.ignores import Ignore
from claimlint.documents.paragraphs import paragraphs
from claimlint.errors import Problem, UnreadableError

Pages = Mapping[str, Any]

_DECLARING = frozenset({".xml", ".rss", ".atom", ".nitf", ".html", ".htm", ".xhtml"})  # these may say how they are encoded
_NOTHING: Pages = MappingProxyType({})


def read(content: bytes | str, path: str, limits: Limits, pages: Pages = _NOTHING) -> Iterator[Document | Problem]:
    """Gives the articles of a file with their paragraphs, and what of it is no article.

    Text stands for the file where it has not been written yet. `pages` is what the boilerplate files tell of markup.
    Raises UnreadableError, and NoArticleError where the file holds nothing that is meant to be an article.
    """
    suffix = os.path.splitext(path)[1].lower()
    if suffix in BINARY:
        if isinstance(content, str):
            raise UnreadableError(Problem(path, 0, 0, "no text is of this format; write the file first"))
        return BINARY[suffix](content, path, limits)
    text = content if isinstance(content, str) else decode(content, path, declares=suffix in _DECLARING)
    return READERS[suffix](text, path, limits, pages)


def plain(text: str, path: str, _limits: Limits, _pages: Pages = _NOTHING) -> Iterator[Document]:
    """Gives the article that a plain text is."""
    yield cut(Document(path, text))


def marked(text: str, path: str, limits: Limits, _pages: Pages = _NOTHING) -> Iterator[Document]:
    """Gives the article that a Markdown text is. Raises UnreadableError where its front matter cannot be read."""
    from claimlint.documents import front_matter, markdown  # a reader is imported when a file asks for it

    head = front_matter.read(text, path, limits)
    silent = ignores.comments(text)
    found = tuple(_behind(block, silent, text) for block in markdown.blocks(text, head.body))
    found = tuple(block for block in found if block.start < block.end)
    signs = markup.signs(text, [(block.start, block.end) for block in found if block.role != "furniture"])
    unread = [*signs, *markup.addresses(text), *((ignore.start, ignore.end) for ignore in silent)]
    placed = ignores.placed([*head.ignores, *silent], [(block.start, block.end) for block in found if block.role != "furniture"])
    blocks = (head.title, *found) if head.title else found
    yield Document(path, text, blocks, masked=markup.masked(text, unread, entities=True), ignores=placed, **head.fields)


def _behind(block: Block, silent: Sequence[Ignore], text: str) -> Block:
    """A paragraph without the ignores that it begins with."""
    start = block.start
    for i in range(bisect.bisect_left(silent, start, key=lambda ignore: ignore.start), len(silent)):
        if silent[i].start >= block.end or text[start : silent[i].start].strip():
            break
        start = min(silent[i].end, block.end)
    if start == block.start:
        return block
    return evolve(block, start=block.end - len(text[start : block.end].lstrip()))


def cut(document: Document) -> Document:
    """Gives a document of plain text with its paragraphs."""
    text = document.text
    silent = ignores.lines(text)
    spans = tuple(paragraphs(_blanked(text, silent)))
    masked = markup.masked(text, markup.addresses(text))
    return evolve(document, blocks=tuple(Block(*span) for span in spans), masked=masked, ignores=ignores.placed(silent, spans))


def _blanked(text: str, silent: Sequence[Ignore]) -> str:
    """A text, as long, without the lines that are ignores."""
    pieces, at = [], 0
    for ignore in silent:
        pieces += [text[at : ignore.start], " " * (ignore.end - ignore.start)]
        at = ignore.end
    return "".join([*pieces, text[at:]])


def _lines(text: str, path: str, limits: Limits, _pages: Pages) -> Iterator[Document | Problem]:
    from claimlint.documents import json_lines

    return json_lines.articles(text, path, limits)


def _json(text: str, path: str, limits: Limits, pages: Pages) -> Iterator[Document | Problem]:
    from claimlint.documents import json_file, prose

    return json_file.articles(text, path, limits, prose.Prose(pages))


def _xml(text: str, path: str, limits: Limits, pages: Pages) -> Iterator[Document | Problem]:
    from claimlint.documents import prose, xml_file

    return xml_file.articles(text, path, limits, prose.Prose(pages), pages["facts"])


def _page(text: str, path: str, limits: Limits, pages: Pages) -> Iterator[Document | Problem]:
    from claimlint.documents import page, prose

    return page.articles(text, path, limits, prose.Prose(pages), pages["facts"])


def _word(data: bytes, path: str, limits: Limits) -> Iterator[Document]:
    from claimlint.documents import word

    return word.article(data, path, limits)


def _pdf(data: bytes, path: str, limits: Limits) -> Iterator[Document]:
    from claimlint.documents import pdf

    return pdf.article(data, path, limits)


READERS: dict[str, Callable[[str, str, Limits, Pages], Iterator[Document | Problem]]] = {
    ".txt": plain, ".md": marked, ".jsonl": _lines, ".json": _json,
    ".xml": _xml, ".rss": _xml, ".atom": _xml, ".nitf": _xml, ".html": _page, ".htm": _page, ".xhtml": _page,
}  # fmt: skip
BINARY: dict[str, Callable[[bytes, str, Limits], Iterator[Document]]] = {".docx": _word, ".pdf": _pdf}
ENDINGS = (*READERS, *BINARY)
