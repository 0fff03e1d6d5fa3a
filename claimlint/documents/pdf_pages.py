"""A PDF on standard input -> JSON on standard output: its pages as text, and what it says of itself.

It is run in a process of its own, as the library that reads PDF is no Python and may end with what it reads. It gives
{"pages": [text], "about": {name: text}}, or {"wrong": why}. Its arguments are the most bytes of memory and characters of text.
"""

import json
import sys


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
        pages: list[str] = []
        left = most
        for page in pdf:
            pages.append(page.get_textpage().get_text_bounded())
            left -= len(pages[-1])
            if left < 0:
                return {"wrong": f"over {most} characters of text; split the file or raise `article-bytes`"}
        return {"pages": pages, "about": pdf.get_metadata_dict()}
    except pypdfium2.PdfiumError as error:
        return {"wrong": f"no PDF that can be read ({str(error)[:60]}); save it anew, or as text"}


def _confine(memory: int) -> None:
    """Sets the most memory that the process may take, where the system knows of such a thing."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    sys.exit(main())
