"""A PDF on standard input -> JSON on standard output: what is printed on its pages, and what it says of itself.

It is run in a process of its own, as the library that reads PDF is no Python and may end with what it reads. It gives
{"pages": [[[text, left, low, right, high]]], "about": {name: text}}, or {"wrong": why}: letters that stand together on a line,
and where, in points from the left and from below. Its arguments are the most bytes of memory and characters of text.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

_GAP = 0.7  # of a letter's height: what stands further off on a line is a stretch of its own


def main() -> int:
    """Reads, writes, ends."""
    memory, most = map(int, sys.argv[1:3])
    _confine(memory)
    sys.stdout.write(json.dumps(read(sys.stdin.buffer.read(), most)))
    return 0


def read(data: bytes, most: int) -> dict[str, object]:
    """Gives what is written, as plain data."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
        pages: list[list[list[Any]]] = []
        left = most
        for page in pdf:
            pages.append(list(_stretches(page.get_textpage())))
            left -= sum(len(stretch[0]) for stretch in pages[-1])
            if left < 0:
                return {"wrong": f"over {most} characters of text; split the file or raise `article-bytes`"}
        return {"pages": pages, "about": pdf.get_metadata_dict()}
    except pypdfium2.PdfiumError as error:
        return {"wrong": f"no PDF that can be read ({str(error)[:60]}); save it anew, or as text"}


def _stretches(page: Any) -> Iterator[list[Any]]:
    """The letters of a page, cut where a line ends or much is blank."""
    from pypdfium2 import raw

    text, box = "", [0.0] * 4
    for i in range(page.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(page, i))
        if sign in "\0\r\n":
            if text.strip() and sign != "\0":
                yield [_whole(text), *box]
                text = ""
            continue
        left, low, right, high = page.get_charbox(i, loose=True)
        made = raw.FPDFText_IsGenerated(page, i) == 1 or high <= low
        height = box[3] - box[1]
        if text and not made and (abs(low - box[1]) > height / 2 or not -height < left - box[2] <= _GAP * height):
            if text.strip():
                yield [_whole(text), *box]
            text = ""
        if not text and (made or sign == " "):
            continue
        if not text:
            box = [left, low, right, high]
        elif not made:
            box = [min(box[0], left), min(box[1], low), max(box[2], right), max(box[3], high)]
        text += sign
    if text.strip():
        yield [_whole(text), *box]


def _whole(text: str) -> str:
    """A text whose letters beyond the first plane are one each."""
    return text.strip().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _confine(memory: int) -> None:
    """Sets the most memory that the process may take, where the system knows of such a thing."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    sys.exit(main())
