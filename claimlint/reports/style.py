"""Colour, or none."""

import os
from collections.abc import Callable
from typing import TextIO

_CODES = {"error": "1;31", "warning": "1;33", "note": "1;36"}


class Style:
    """How text is set off; without colour everything is left as it is."""

    def __init__(self, *, colour: bool = False) -> None:
        self._colour = colour

    def severity(self, severity: str) -> Callable[[str], str]:
        """The colour of a severity."""
        return lambda text: self._wrap(text, _CODES[severity])

    def bold(self, text: str) -> str:
        """What is to be seen first."""
        return self._wrap(text, "1")

    def dim(self, text: str) -> str:
        """What is to be seen last."""
        return self._wrap(text, "2")

    def _wrap(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def wanted(choice: str, stream: TextIO) -> bool:
    """Whether to colour: always, never, or for a terminal, unless NO_COLOR says no or FORCE_COLOR yes."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
