"""How far a run is -> a line of a terminal, where it takes longer than a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimlint.cli import output

if TYPE_CHECKING:
    from claimlint.line import Claimlint

_COMPILING = "compiling the rules, once; this takes some ten seconds"
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


@contextmanager
def compiling() -> Iterator[Callable[[], None]]:
    """Gives what says on a terminal that the rules are being compiled, which is done once; the line is wiped at the end."""
    said = False

    def say() -> None:
        nonlocal said
        said = sys.stderr is not None and sys.stderr.isatty()
        if said:
            output.tell(_COMPILING)

    try:
        yield say
    finally:
        if said:
            output.tell("")


class _Teller:
    """Writes the latest note, from a second on, a few times a second."""

    def __init__(self) -> None:
        import threading  # few runs are watched

        self._thread = threading.Thread(target=self._run, daemon=True)
        self._done = threading.Event()
        self._said = ""
        self._told = False

    def note(self, doing: str, done: int, every: int) -> None:
        """Keeps what is done now."""
        self._said = f"{doing} {done} of {every} articles"

    def start(self) -> None:
        """Begins to tell."""
        self._thread.start()

    def _run(self) -> None:
        wait = _PATIENCE
        while not self._done.wait(wait):
            wait = _RARELY
            self._told = True
            output.tell(self._said)

    def stop(self) -> None:
        """Wipes the line."""
        self._done.set()
        self._thread.join()
        if self._told:
            output.tell("")
