"""Changes of articles -> another run each."""

import os
from collections.abc import Callable, Collection, Sequence
from importlib.util import find_spec

from claimlint.cli import output
from claimlint.documents.discover import Walker
from claimlint.documents.formats import ENDINGS
from claimlint.errors import UsageError

_SETTLED = 200  # milliseconds without a change, after which a change is over


def repeated(once: Callable[[], int], places: Sequence[str], walker: Walker, written: Collection[str]) -> int:
    """Runs once, and again after every change of an article below the places, but not of what is written. Ends with Ctrl-C.

    Raises UsageError where the library that watches is not there.
    """
    if find_spec("watchfiles") is None:
        raise UsageError("--watch needs watchfiles; install claimlint with its extra `watch`")
    from watchfiles import watch

    ours = frozenset(map(os.path.abspath, written))

    def counts(_: object, path: str) -> bool:
        return path.lower().endswith(ENDINGS) and os.path.abspath(path) not in ours and not walker.excludes(path)

    status = once()
    for changes in watch(*places, watch_filter=counts, debounce=_SETTLED, step=_SETTLED // 4, raise_interrupt=True):
        names = sorted({os.path.relpath(path) for _, path in changes})
        output.complain(f"claimlint: {', '.join(names[:3])}{' and more' if len(names) > 3 else ''} changed")
        status = once()
    return status
