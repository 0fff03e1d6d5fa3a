"""HTML -> its elements. Any text is read, in one pass: what is broken is read as it stands, and nesting has an end."""

import html
import re
from collections.abc import Iterator

from claimlint.documents.element import Element, Run

_DEEPEST = 200  # elements in each other; further ones stand beside each other
# A tag: whether it ends an element, its name, its attributes as far as none has a value, and its end, where that is all of it.
_TAG = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]*+)([^>=]*+)(>)?|[!?])")
_REST = re.compile(r"""[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?+""")
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
# What the language says of its elements: html.spec.whatwg.org, 13.1.2 and 13.2.6.
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp"})
_DECODED = frozenset({"textarea", "title"})  # of these, entities mean what they mean elsewhere
_ENDS_PARAGRAPH = frozenset({
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
_ENDS_ITSELF = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",), "tr": ("tr", "td", "th"),
                "td": ("td", "th"), "th": ("td", "th")}  # fmt: skip
_HOLDS_ITEMS = frozenset({"ul", "ol", "menu", "dl", "table", "tbody", "thead", "tfoot", "select"})


def parse(text: str) -> Element:
    """Gives the elements of a page or of a piece of one, below one that has no name."""
    builder = _Builder()
    at = 0
    last_comment, last_tag = text.rfind("-->"), text.rfind(">")
    quotes = True  # whether attributes are heeded in looking for the end of a tag
    while at < len(text):
        match = _TAG.search(text, at)
        if match is None or match.start() > last_tag:
            break
        start = match.start()
        builder.texts(text, at, start)
        if text.startswith("<!--", start) and start + 2 <= last_comment:
            at = text.index("-->", start + 2) + 3
            builder.comment(text, start, at)
        elif match.lastindex is None:
            cdata = text.startswith("<![CDATA[", start)
            at = text.find("]]>" if cdata else ">", start)
            at = len(text) if at < 0 else at + (3 if cdata else 1)
        else:
            ending, name, attributes, whole = match.groups()
            if whole:
                at = match.end()
            else:
                behind = match.end(2)
                rest = _REST.match(text, behind) if quotes else None
                quotes = rest is not None
                at = rest.end() if rest else text.index(">", behind) + 1 if behind <= last_tag else len(text)
                attributes = text[behind : at - 1]
            called = name.lower()
            if ":" in called:
                called = called.rpartition(":")[2]
            if ending:
                builder.close(called)
            else:
                builder.open(called, attributes)
                if called in _RAW:
                    at = _raw(text, at, called, builder)
    builder.texts(text, at, len(text))
    return builder.root


class _Builder:
    """Elements that are open, the outermost first."""

    def __init__(self) -> None:
        self.root = Element("", {})
        self._open = [self.root]

    def open(self, name: str, attributes: str) -> None:
        """An element begins; others may end by that."""
        if name in _ENDS_PARAGRAPH:
            self._end(("p",), _HOLDS_ITEMS | {"li", "td", "th", "div", "article", "section", "blockquote"})
        elif name in _ENDS_ITSELF:
            self._end(_ENDS_ITSELF[name], _HOLDS_ITEMS)
        element = Element(name, dict(_attributes(attributes)) if attributes.strip(" /") else {}, [], "", [])
        self._open[-1].hold(element)
        closed = name in _VOID or (attributes.endswith("/") and name not in _RAW)
        if not closed and len(self._open) < _DEEPEST:
            self._open.append(element)

    def close(self, name: str) -> None:
        """An element ends, with what is open in it; nothing where none of the name is open."""
        if name in _VOID:
            return
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i].name == name:
                del self._open[i:]
                return

    def texts(self, text: str, start: int, end: int) -> None:
        """Adds a text, its entities apart."""
        if start < end:
            content = self._open[-1].content
            if text.find("&", start, end) < 0:
                content.append((text[start:end], start, end))
            else:
                content.extend(runs(text, start, end))

    def raw(self, text: str, start: int, end: int) -> None:
        """Adds a text in which nothing is an entity."""
        if start < end:
            self._open[-1].content.append((text[start:end], start, end))

    def comment(self, text: str, start: int, end: int) -> None:
        """Adds a comment, as an element that holds all of it."""
        self._open[-1].hold(Element("!--", {}, [(text[start:end], start, end)]))

    def _end(self, names: tuple[str, ...], walls: frozenset[str]) -> None:
        """Ends the elements of some names that are open, up to one that holds what is outside it apart."""
        outermost = 0
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i].name in names:
                outermost = i
            elif self._open[i].name in walls:
                break
        if outermost:
            del self._open[outermost:]


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """Gives text[start:end] in pieces: what an entity means is a piece of its own."""
    at = start
    if text.find("&", start, end) >= 0:
        for match in _ENTITY.finditer(text, start, end):
            meant = html.unescape(match.group())
            if meant != match.group():
                if at < match.start():
                    yield text[at : match.start()], at, match.start()
                yield meant.replace("\0", "\ufffd"), match.start(), match.end()
                at = match.end()
    if at < end:
        yield text[at:end], at, end


def _raw(text: str, at: int, name: str, builder: _Builder) -> int:
    """Adds what stands in an element that holds no others; gives where it ends."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
    end = found.start() if found else len(text)
    (builder.texts if name in _DECODED else builder.raw)(text, at, end)
    return end


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        yield name.lower(), html.unescape(double or single or bare)
