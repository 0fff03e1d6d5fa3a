"""Parts of a file -> the document that they make."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from claimlint.documents import ignores, markup
from claimlint.documents.document import Block, Dateline, Dating, Document
from claimlint.documents.edition import UNTOLD, Edition, day
from claimlint.documents.paragraphs import paragraphs
from claimlint.documents.source import Source
from claimlint.documents.taken import Draft, Taken
from claimlint.nouns import frozen

_BREAK = "\n"  # between parts


@frozen
class Part:
    """A paragraph as it stands in the file, what it is for, and who says it, where that is told beside it.

    The role "dateline" is of a line that tells where the article was written, and is no part of the story.
    """

    taken: Taken
    role: str = "body"
    voice: str = ""

    def inside(self, outer: Taken) -> "Part":
        """Gives the part with its places in the file that `outer` was taken from."""
        return evolve(self, taken=self.taken.inside(outer))


@frozen
class Item:
    """An article of a file, as far as its format tells it: nothing of it is read yet."""

    parts: tuple[Part, ...]
    edition: Edition = UNTOLD
    title: str = ""
    publisher: str = ""


def of_text(taken: Taken, role: str = "body") -> Iterator[Part]:
    """Gives the paragraphs of a plain text."""
    for span in paragraphs(taken.text):
        yield Part(taken.cut(*span).joined(), role)


def documents(items: Sequence[Item], path: str, file: Source) -> Iterator[Document]:
    """Gives the articles of a file: called after the file where there is one, else FILE#1, FILE#2 and so on."""
    for number, item in enumerate(items, 1):
        yield _document(item, f"{path}#{number}" if len(items) > 1 else path, file, path if len(items) > 1 else "")


def _document(item: Item, path: str, file: Source, among: str) -> Document:
    """The document that the parts of an article make, a line each."""
    draft, blocks = Draft(), []
    dateline = None
    for part in item.parts:
        if draft.length:
            draft.add(_BREAK, draft.end, draft.end)
        start = draft.length
        draft.add_taken(part.taken)
        if part.role == "dateline" and dateline is None:
            dateline = Dateline(part.taken.text, start, draft.length, start, draft.length)
        blocks.append(Block(start, draft.length, "furniture" if part.role == "dateline" else part.role, part.voice))
    taken = draft.taken()
    silent = ignores.comments(taken.text)
    read = [(block.start, block.end) for block in blocks if block.role != "furniture"]
    unread = [*markup.addresses(taken.text), *((ignore.start, ignore.end) for ignore in silent)]
    at = day(item.edition.published or item.edition.modified)
    return Document(
        path, taken.text, tuple(blocks), item.title, item.publisher, None if at is None else Dating(at, at, "metadata"), dateline,
        ignores=ignores.placed(silent, read), masked=markup.masked(taken.text, unread), origin=file, pieces=taken, among=among,
        edition=item.edition,
    )  # fmt: skip
