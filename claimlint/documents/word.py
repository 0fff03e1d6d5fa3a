"""A Word file -> its article, a line each paragraph and each row of a table of figures: places count these."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from claimlint.configuration.limits import Limits
from claimlint.documents import markup
from claimlint.documents.document import Block, Document
from claimlint.documents.edition import Edition
from claimlint.documents.paragraphs import trimmed
from claimlint.documents.source import Source
from claimlint.errors import Problem, UnreadableError

_UNPACKED = 20  # so many times `article-bytes` may be in it
_NOT_SAID = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "delText", "instrText"})
_LINES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_CELL = 60  # characters of a cell that is a figure or a name
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
_ROLES = {"title": "title", "caption": "caption"}


def article(data: bytes, path: str, limits: Limits) -> Iterator[Document]:
    """Gives the article of a Word file, with changes that are proposed in it as if they were made. Raises UnreadableError."""
    try:
        import docx
    except ImportError:
        said = "python-docx reads Word files, and is not there; install claimlint with its extra `docx`"
        raise UnreadableError(Problem(path, 0, 0, said)) from None
    _checked(data, path, limits)
    try:
        file = docx.Document(io.BytesIO(data))
        rows = [*_rows(file.element.body, file), *(row for notes in _notes(file) for row in _rows(notes, file))]
        about = file.core_properties
        modified = about.modified.isoformat() if about.modified else ""
        edition = Edition(about.identifier or "", str(about.revision or ""), "", modified)
        title = about.title or ""
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises whatever a broken file leads it to
        said = f"no Word file that can be read ({type(error).__name__}); open it in Word and save it anew"
        raise UnreadableError(Problem(path, 0, 0, said)) from None
    yield _document(path, rows, title, edition)


def _checked(data: bytes, path: str, limits: Limits) -> None:
    """Raises UnreadableError for what is no archive, and for one that holds more than it seems to."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        said = "no Word file; save it as .docx, or as text"
        raise UnreadableError(Problem(path, 0, 0, said)) from None
    most = _UNPACKED * limits.article_bytes
    if size > most:
        raise UnreadableError(Problem(path, 0, 0, f"over {most} bytes unpacked; take pictures out or raise `article-bytes`"))


def _document(path: str, rows: list[tuple[str, str]], title: str, edition: Edition) -> Document:
    text = "\n".join(said for said, _ in rows)
    blocks, at = [], 0
    for said, role in rows:
        span = trimmed(text, at, at + len(said))
        if span is not None:
            blocks.append(Block(*span, role))
        at += len(said) + 1
    masked = markup.masked(text, markup.addresses(text))
    return Document(
        path, text, tuple(blocks), title.strip(), masked=masked, origin=Source(text, "paragraph"), edition=edition,
    )  # fmt: skip


def _rows(root: Any, file: Any) -> Iterator[tuple[str, str]]:
    """The paragraphs below an element with their roles; a row of a table in which each cell is a figure or a name is one."""
    joined: set[Any] = set()
    for element in root.iter():
        name = _name(element)
        if name == "tr" and _shows(element):
            told = [each for each in element.iter() if _name(each) == "p" and _shows(each)]
            said = [_said(each) for each in told]
            if (
                len(said) > 1
                and len(said) == sum(_name(each) == "tc" for each in element.iter())
                and max(map(len, said)) <= _CELL
            ):
                joined.update(told)
                yield " ".join(filter(None, said)), "body"
        elif name == "p" and element not in joined and _shows(element):
            yield _said(element), _role(element, file)


def _notes(file: Any) -> Iterator[Any]:
    """The notes at the foot of pages and at the end, without the lines that part them from the text."""
    from docx.oxml import parse_xml

    parts = {link.reltype.rpartition("/")[2]: link.target_part for link in file.part.rels.values() if not link.is_external}
    for kind in ("footnotes", "endnotes"):
        for note in parse_xml(parts[kind].blob) if kind in parts else ():
            if _LINES.isdisjoint(note.attrib.values()):
                yield note


def _said(paragraph: Any) -> str:
    """The text of a paragraph on one line, without that of paragraphs in it, which stand in boxes."""
    found: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        name = _name(element)
        if name == "t":
            found.append(element.text or "")
        elif name in _SIGNS:
            found.append(_SIGNS[name])
        elif name != "p" and name not in _NOT_SAID:
            stack.append(iter(element))
    return " ".join("".join(found).replace("\0", "").splitlines())


def _shows(element: Any) -> bool:
    """Whether an element is not the copy of another for older programs, nor taken out."""
    return not any(_name(each) in _NOT_SAID for each in element.iterancestors())


def _role(paragraph: Any, file: Any) -> str:
    """What the style of a paragraph says that it is."""
    style = file.styles.get_by_id(paragraph.style, 1).name if paragraph.style else ""
    name = (style or "").lower()
    return "heading" if name.startswith("heading") else _ROLES.get(name, "body")


def _name(element: Any) -> str:
    """An element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
