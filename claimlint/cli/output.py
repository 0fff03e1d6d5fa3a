"""Text -> the standard streams and files. The only place that prints."""

import contextlib
import os
import sys
from typing import TextIO

from claimlint.errors import ClaimlintError
from claimlint.reports.escape import shortened, visible

_LONGEST = 200  # visible characters of a complaint


class GoneError(ClaimlintError):
    """Whoever read the output has gone away."""


def show(text: str) -> None:
    """Writes to standard output; that its reader has gone away changes nothing."""
    with contextlib.suppress(GoneError):
        emit(text)


def emit(text: str) -> None:
    """Writes to standard output, in UTF-8 whatever the locale. Raises GoneError, ClaimlintError where it cannot be written."""
    stream = sys.stdout
    if stream is None:
        raise ClaimlintError("standard output is closed; write to a file with --output")
    try:
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        abandon(stream)
        raise GoneError("the reader has gone away") from None
    except (OSError, ValueError) as error:
        abandon(stream)
        raise ClaimlintError(
            f"standard output cannot be written: {getattr(error, 'strerror', error)}; check where it goes"
        ) from None


def save(text: str, path: str) -> None:
    """Writes a file in UTF-8. Raises ClaimlintError where it cannot be written."""
    _write(text, path, "wb")


def add(text: str, path: str) -> None:
    """Adds to a file in UTF-8. Raises ClaimlintError where it cannot be written."""
    _write(text, path, "ab")


def _write(text: str, path: str, mode: str) -> None:
    try:
        with open(path, mode) as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ClaimlintError(f"{path} cannot be written: {error.strerror}; name another file with --output") from None


def complain(line: str) -> None:
    """Writes one line to standard error, made visible and not longer than is read at a glance."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.buffer.write((shortened(visible(line), _LONGEST) + "\n").encode("utf-8", "backslashreplace"))
        sys.stderr.flush()


def tell(line: str) -> None:
    """Writes over the last line of a terminal, on standard error."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.buffer.write(f"\r\x1b[2K{visible(line)}".encode("utf-8", "backslashreplace"))
        sys.stderr.flush()


def abandon(stream: TextIO) -> None:
    """Sends what a broken stream still holds to nowhere, so that Python's own flush at the end stays quiet."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
