"""XML -> its elements. Entities of its own are refused, and nothing outside the file is asked for."""

import html
import re
from typing import NoReturn
from xml.parsers import expat

from claimlint.documents import lines
from claimlint.documents.element import Element
from claimlint.errors import Problem, UnreadableError

_DEEPEST = 250  # elements in each other
_REFERENCE = re.compile(r"&[^;&<\s]{1,64};")


def parse(text: str, path: str) -> Element:
    """Gives the root element. Raises UnreadableError with the place."""
    return _Parser(text, path).root


class _Parser:
    """Follows what expat tells, which counts bytes of UTF-8, and keeps the place in the text beside it."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path, self._bytes = text, path, text.encode("utf-8", "replace")
        self._byte = self._at = 0  # the same place in bytes and in characters
        top = Element("", {})
        self._open = [top]
        self._literal = False  # in a CDATA section
        self._expat = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.CommentHandler = self._characters, self._comment
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._start_literal, self._end_literal
        parser.EntityDeclHandler, parser.SkippedEntityHandler = self._declared, self._skipped
        try:
            parser.Parse(self._bytes, True)  # noqa: FBT003
        except expat.ExpatError as error:
            place = lines.place(text, self._place(parser.ErrorByteIndex))
            said = f"not XML: {expat.ErrorString(error.code)}; correct it or save it anew"
            raise UnreadableError(Problem(path, *place, said)) from None
        self.root = top.children[0]

    def _place(self, byte: int) -> int:
        """The character at a byte, which is never before the one asked for last."""
        if byte > self._byte:
            self._at += len(self._bytes[self._byte : byte].decode("utf-8", "replace"))
            self._byte = byte
        return self._at

    def _refused(self, said: str) -> NoReturn:
        place = lines.place(self._text, self._place(self._expat.CurrentByteIndex))
        raise UnreadableError(Problem(self._path, *place, said))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            self._refused(f"nested deeper than {_DEEPEST} elements; no article is")
        prefix, _, local = name.lower().rpartition(":")
        element = Element(local, {key.lower(): value for key, value in attributes.items()}, prefix=prefix)
        self._open[-1].hold(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, said: str) -> None:
        start = self._place(self._expat.CurrentByteIndex)
        reference = None if self._literal or self._text[start] != "&" else _REFERENCE.match(self._text, start)
        if reference:
            end = reference.end()
        elif said == "\n" and self._text.startswith("\r\n", start):
            end = start + 2
        else:
            end = start + len(said)
        self._open[-1].content.append((said, start, end))

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001
        """An entity that the document's type, which is not asked for, may declare: it means what it means in HTML."""
        start = self._place(self._expat.CurrentByteIndex)
        if not is_parameter:
            said = f"&{name};"
            self._open[-1].content.append((html.unescape(said), start, start + len(said)))

    def _comment(self, _said: str) -> None:
        start = self._place(self._expat.CurrentByteIndex)
        end = self._text.index("-->", start) + len("-->")
        self._open[-1].hold(Element("!--", {}, [(self._text[start:end], start, end)]))

    def _start_literal(self) -> None:
        self._literal = True

    def _end_literal(self) -> None:
        self._literal = False

    def _declared(self, *_declaration: object) -> None:
        self._refused("declares entities of its own, which are not read; write the characters themselves")
