"""Bytes -> text. UTF-8, or UTF-16 and UTF-32 that say so with a byte order mark, or what markup says that it is."""

import codecs
import re

from claimlint.documents import lines
from claimlint.errors import Problem, UnreadableError

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


# Compiled where a format may declare how it is encoded.
_DECLARED = rb"""(?i)<(?:\?xml|meta)\s[^>]{0,300}?(?:encoding|charset)\s{0,9}=\s{0,9}["']?([A-Za-z][\w.:-]{1,30})"""
_HEAD = 2048  # bytes in which it is declared
_KNOWN = (
    r"iso-?8859-\d{1,2}|latin-?[1-9]|windows-\d{3,4}|cp\d{3,4}|(?:us-)?ascii|koi8-[ru]|shift[-_]jis|euc-(?:jp|kr)|gb2312|gbk"
    r"|gb18030|big5|mac(?:intosh|-roman)"
)
_WESTERN = r"iso-?8859-1|latin-?1|(?:us-)?ascii"  # of which pages mean windows-1252, encoding.spec.whatwg.org


def decode(data: bytes, path: str, *, declares: bool = False) -> str:
    """Gives the text of a file, a byte order mark included, so that positions count what lies on disk.

    `declares` is whether the format has a place in which it says how it is encoded. Raises UnreadableError with
    the place of the first byte that is not text.
    """
    unmarked = _declared(data) if declares else "utf-8"
    encoding = next((name for mark, name in _MARKED if data.startswith(mark)), unmarked)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        place = lines.place(before, len(before))
        raise UnreadableError(Problem(path, *place, f"not {encoding.upper()}; save the file as UTF-8")) from None
    if "\0" in text:
        place = lines.place(text, text.index("\0"))
        raise UnreadableError(Problem(path, *place, "a NUL character, so this is no text; save the article as plain text"))
    return text


def _declared(data: bytes) -> str:
    """The encoding that markup declares, where it is one that is known."""
    found = re.search(_DECLARED, data[:_HEAD])
    name = found[1].decode("ascii").lower() if found else ""
    if re.fullmatch(_WESTERN, name):
        return "windows-1252"
    return name if re.fullmatch(_KNOWN, name) and _exists(name) else "utf-8"


def _exists(name: str) -> bool:
    try:
        return bool(codecs.lookup(name))
    except LookupError:
        return False
