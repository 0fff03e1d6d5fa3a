"""Bytes -> text. UTF-8, or UTF-16 and UTF-32 that say so with a byte order mark."""

import codecs

from claimlint.documents import lines
from claimlint.errors import Problem, UnreadableError

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, path: str) -> str:
    """Gives the text of a file, a byte order mark included, so that positions count what lies on disk.

    Raises UnreadableError with the place of the first byte that is not text.
    """
    encoding = next((name for mark, name in _MARKED if data.startswith(mark)), "utf-8")
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
