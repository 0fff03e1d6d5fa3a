"""How far a run is -> a line of a terminal, where the run takes longer than a second."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimlint.cli import output

if TYPE_CHECKING:
    from claimlint.line import Claimlint

_PATIENCE = 1.0  # seconds without a word
_RARELY = 0.1  # seconds between two words


@contextmanager
def shown(lint: "Claimlint") -> Iterator[None]:
    """While it lasts, tells on standard error what is done, if that is a terminal; the line is wiped at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    teller = _Teller()
    lint.progress = teller.note
    teller.start()
    try:
        yield
    finally:
        teller.stop()


class _Teller(threading.Thread):
    """Writes the latest note, from a second on, a few times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._done = threading.Event()
        self._said = ""
        self._told = False

    def note(self, doing: str, done: int, every: int) -> None:
        """Keeps what is done now."""
        self._said = f"{doing} {done} of {every} articles"

    def run(self) -> None:
        """Tells until it is stopped."""
        wait = _PATIENCE
        while not self._done.wait(wait):
            wait = _RARELY
            self._told = True
            output.tell(self._said)

    def stop(self) -> None:
        """Wipes the line."""
        self._done.set()
        self.join()
        if self._told:
            output.tell("")
