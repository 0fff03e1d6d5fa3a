"""A PDF -> its article; places count pages, and characters on a page."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any

from claimlint.configuration.limits import Limits
from claimlint.documents import markup
from claimlint.documents.document import Block, Document
from claimlint.documents.edition import Edition, moment
from claimlint.documents.lines import spans
from claimlint.documents.paragraphs import Span, trimmed
from claimlint.documents.source import Source
from claimlint.errors import Problem, UnreadableError

_READER = Path(__file__).with_name("pdf_pages.py")
_MEMORY = 2 << 30  # bytes
_SECONDS = 60
_HYPHEN = re.compile(r"[\ufffe\x02](?:\r\n?|\n)?")  # at the end of a line, where a word goes on in the next
_EDGE = 2  # lines at the top and the bottom of a page that may be the same on others
_FULL = 0.85  # of the usual width: a line that has room for the next word ends a paragraph
_DIGITS = re.compile(r"\d+")


def article(data: bytes, path: str, limits: Limits) -> Iterator[Document]:
    """Gives the article of a PDF, without what is the same above and below its pages. Raises UnreadableError."""
    told = _read(data, path, limits)
    pages = [_HYPHEN.sub("", page).replace("\0", "").replace("\r\n", "\n") for page in told["pages"]]
    if not any(page.strip() for page in pages):
        raise UnreadableError(Problem(path, 0, 0, "no text in its pages, but pictures of text; have it recognised first"))
    pages = [f"{page.rstrip()}\n" for page in pages]
    starts = tuple(accumulate(map(len, pages[:-1]), initial=0))
    yield _document(path, "".join(pages), starts, told["about"])


def _read(data: bytes, path: str, limits: Limits) -> Any:
    """What the reader of pages says. Raises UnreadableError."""

    def wrong(said: str) -> UnreadableError:
        return UnreadableError(Problem(path, 0, 0, said))

    if find_spec("pypdfium2") is None:
        raise wrong("pypdfium2 reads PDF, and is not there; install claimlint with its extra `pdf`")
    if b"%PDF-" not in data[:1024]:
        raise wrong("no PDF; save it as PDF, or as text")
    command = [sys.executable, "-P", str(_READER), str(_MEMORY), str(limits.article_bytes)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        told = json.loads(done.stdout) if done.returncode == 0 else {"wrong": "no PDF that can be read; save it anew, or as text"}
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise wrong(f"its pages cannot be read ({type(error).__name__}); save it anew, or as text") from None
    if "wrong" in told:
        raise wrong(told["wrong"])
    return told


def _document(path: str, text: str, starts: tuple[int, ...], about: dict[str, str]) -> Document:
    blocks = tuple(_blocks(text, starts))
    modified = _mailed(about.get("ModDate", "") or about.get("CreationDate", ""))
    masked = markup.masked(text, markup.addresses(text))
    return Document(
        path, text, blocks, about.get("Title", "").strip(), masked=masked, origin=Source(text, "page", starts),
        edition=Edition(modified=modified),
    )  # fmt: skip


def _blocks(text: str, starts: Sequence[int]) -> Iterator[Block]:
    """The paragraphs of the pages; what stands on several pages at the same end is furniture, and so is a page's number."""
    pages = [
        [span for row in spans(text[:end], start) if (span := trimmed(text, *row))]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    edges = Counter(_edge(text, row) for rows in pages for row in {*rows[:_EDGE], *rows[-_EDGE:]})
    widths = sorted(end - start for rows in pages for start, end in rows)
    width = widths[len(widths) * 9 // 10] if widths else 0
    for rows in pages:
        chunk: list[Span] = []
        for i, row in enumerate(rows):
            at_edge = i < _EDGE or i >= len(rows) - _EDGE
            said = _edge(text, row)
            if at_edge and (said == "#" or (edges[said] > 1 and 2 * edges[said] >= len(pages))):
                yield from _paragraph(chunk)
                chunk = []
                yield Block(*row, "furniture")
                continue
            if chunk and _has_room(text, chunk[-1], row, width):
                yield from _paragraph(chunk)
                chunk = []
            chunk.append(row)
        yield from _paragraph(chunk)


def _paragraph(chunk: Sequence[Span]) -> Iterator[Block]:
    if chunk:
        yield Block(chunk[0][0], chunk[-1][1])


def _edge(text: str, row: Span) -> str:
    """A line with its numbers as one sign."""
    return _DIGITS.sub("#", text[slice(*row)])


def _has_room(text: str, row: Span, following: Span, width: int) -> bool:
    """Whether the first word of the next line would have stood on a line: then a paragraph ends there."""
    word = text[slice(*following)].split(maxsplit=1)[0]
    return row[1] - row[0] + 1 + len(word) <= _FULL * width


def _mailed(said: str) -> str:
    """A time as PDF writes it: D:20260303081500+01'00'."""
    return moment(said.removeprefix("D:").replace("'", ""))
