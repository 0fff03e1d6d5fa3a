"""A text -> the same text, as long, with what is not words as NUL characters: addresses, and the signs of Markdown."""

import re
from collections.abc import Iterable

Span = tuple[int, int]

# Compiled where a text may hold such.
_ADDRESS = r"(?<![\w@])(?:https?://|www\.)[^\s<>\"]{1,2000}|(?<![\w.@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_TRAILING = ".,;:!?)'*_]"  # marks that end a sentence rather than an address
_TARGET = r"\((?:[^()\s\\]|\\.|\([^()\s]{0,200}\)){0,2000}(?:\s{1,9}(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s{0,9}\)"
_SIGNS = (
    rf"(?s)!\[[^\[\]]{{0,500}}\](?:{_TARGET}|\[[^\[\]]{{0,200}}\])?"  # an image, whole
    rf"|\](?:{_TARGET}|\[[^\[\]]{{0,200}}\])"  # the end of a link, with its target
    r"|~~(?=[^\s~])[^~]{1,500}(?<=\S)~~(?!~)"  # what is struck out, whole
    r"|\[\^[^\s\[\]]{1,50}\]"  # a note's number
    r"|\[(?=[^\[\]]{1,500}\][(\[])"  # the beginning of a link
    r"|(?<=[\r\n])(?:[ \t]{0,3}>[ \t]?){1,50}"  # a quotation that goes on
    r"|<!--[^<>]{0,500}-->"
    r"|<(?:/?[A-Za-z][^<>]{0,500}|https?://[^\s<>]{1,2000})>"
    r"|\\(?:[!-/:-@\[-`{-~]|(?=[\r\n])|\Z)"
    r"|`{1,3}|~~"
    r"|(?<![\d*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\d*])"
    r"|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])"
)
_ENTITY = r"&(?:[A-Za-z]{2,8}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});"


def addresses(text: str) -> list[Span]:
    """Gives where web and mail addresses stand."""
    if "@" not in text and "://" not in text and "www." not in text:
        return []
    found = []
    for match in re.finditer(_ADDRESS, text):
        end = match.end()
        while end > match.start() and text[end - 1] in _TRAILING:
            end -= 1
        found.append((match.start(), end))
    return found


def signs(text: str, blocks: Iterable[Span]) -> list[Span]:
    """Gives where the signs of Markdown stand in the blocks: of emphasis, links, images, tags, escapes."""
    pattern = re.compile(_SIGNS)
    found = (match for start, end in blocks for match in pattern.finditer(text, start, end))
    return [(m.start(), m.start() + 1) if m.group()[0] == "\\" else m.span() for m in found]


def masked(text: str, spans: Iterable[Span], *, entities: bool = False) -> str:
    """Gives the text with the spans as NUL characters, and with `&amp;` and its like as what they stand for."""
    pieces = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            pieces += [text[at : max(at, start)], "\0" * (end - max(at, start))]
            at = end
    pieces.append(text[at:])
    found = "".join(pieces)
    return re.sub(_ENTITY, _meant, found) if entities and "&" in found else found


def _meant(match: re.Match[str]) -> str:
    from html import unescape

    said = match.group()
    character = unescape(said)
    return character + "\0" * (len(said) - 1) if len(character) == 1 and character != "\0" else said
