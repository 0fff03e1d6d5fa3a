"""A PDF -> its article; places count pages, and characters on a page."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claimlint.configuration.limits import Limits
from claimlint.documents import markup
from claimlint.documents.document import Block, Document
from claimlint.documents.edition import Edition, moment
from claimlint.documents.pdf_layout import Stretch, lines, paragraphs
from claimlint.documents.source import Source
from claimlint.errors import Problem, UnreadableError

_READER = Path(__file__).with_name("pdf_pages.py")
_MEMORY = 2 << 30  # bytes
_SECONDS = 60
_HYPHEN = re.compile(r"([^\W\d_])?([-\u2010\u00ad\ufffe\x02])$")  # at the end of a line, where a word goes on in the next
_INVISIBLE = re.compile(r"[\ufffe\x02\0]")
_EDGE = 2  # lines at the top and the bottom of a page that may be the same on others
_DIGITS = re.compile(r"\d+")


def article(data: bytes, path: str, limits: Limits) -> Iterator[Document]:
    """Gives the article of a PDF, without what is the same above and below its pages. Raises UnreadableError."""
    told = _read(data, path, limits)
    pages = [[Stretch(*each) for each in page] for page in told["pages"]]
    if not any(pages):
        raise UnreadableError(Problem(path, 0, 0, "no text in its pages, but pictures of text; have it recognised first"))
    yield _document(path, pages, told["about"])


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


def _document(path: str, pages: Sequence[Sequence[Stretch]], about: dict[str, str]) -> Document:
    """A line for each paragraph of each page."""
    pieces: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    at = 0
    for parts in _parts(pages):
        starts.append(at)
        for said, role in parts:
            blocks.append(Block(at, at + len(said), role))
            pieces.append(said)
            at += len(said) + 1
        if not parts:
            pieces.append("")
            at += 1
    text = "".join(f"{piece}\n" for piece in pieces)
    modified = _mailed(about.get("ModDate", "") or about.get("CreationDate", ""))
    masked = markup.masked(text, markup.addresses(text))
    return Document(
        path, text, tuple(blocks), about.get("Title", "").strip(), masked=masked, origin=Source(text, "page", tuple(starts)),
        edition=Edition(modified=modified),
    )  # fmt: skip


def _parts(pages: Sequence[Sequence[Stretch]]) -> Iterator[list[tuple[str, str]]]:
    """The paragraphs of each page with their roles: what several pages have at the same end is furniture, and so is a number."""
    rows = [lines(page) for page in pages]
    seen = Counter(said for page in rows for said in {_edge(row) for row in (*page[:_EDGE], *page[-_EDGE:])})
    for page, found in zip(pages, rows, strict=True):
        beside = {row for row in (*found[:_EDGE], *found[-_EDGE:]) if _stands_beside(_edge(row), seen, len(pages))}
        head, foot = ([(row.text, "furniture") for row in half if row in beside] for half in (found[:_EDGE], found[_EDGE:]))
        story = [each for each in page if not any(row.low <= each.low and each.high <= row.high for row in beside)]
        said = [("".join(_unbroken(paragraph)), "body") for paragraph in paragraphs(story)]
        yield [*head, *((text, role) for text, role in said if text), *foot]


def _stands_beside(said: str, seen: Mapping[str, int], pages: int) -> bool:
    """Whether a line at the edge of a page is no part of its story."""
    return said == "#" or (seen[said] > 1 and 2 * seen[said] >= pages)


def _edge(row: Stretch) -> str:
    """A line with its numbers as one sign."""
    return _DIGITS.sub("#", row.text)


def _unbroken(paragraph: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph as one; a word that is broken at the end of one is whole, "40-" and "year" are "40-year"."""
    for i, line in enumerate(paragraph):
        last = i + 1 == len(paragraph)
        broken = _HYPHEN.search(line)
        if last or not broken:
            yield _INVISIBLE.sub("", line) + " " * (not last)
        elif broken[1] and paragraph[i + 1][:1].islower():
            yield _INVISIBLE.sub("", line[: broken.start(2)])
        else:
            yield _INVISIBLE.sub("", f"{line[: broken.start(2)]}-")


def _mailed(said: str) -> str:
    """A time as PDF writes it: D:20260303081500+01'00'."""
    return moment(said.removeprefix("D:").replace("'", ""))
