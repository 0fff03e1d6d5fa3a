"""Faults of claimlint's own -> one line each, naming what they befell; everything else goes on."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from claimlint.errors import ClaimlintError, Problem

if TYPE_CHECKING:
    from claimlint.checks.finding import Finding
    from claimlint.checks.rules import Rule

_T = TypeVar("_T")
_U = TypeVar("_U")


class Guard:
    """Runs pieces of work and keeps what went wrong with them; with `debug` a fault is raised instead."""

    def __init__(self, *, debug: bool) -> None:
        self._debug = debug
        self.problems: list[Problem] = []
        self.counts: Counter[str] = Counter({"conflicts": 0})

    def run(self, path: str, doing: str, work: Callable[[], _T], otherwise: _U) -> _T | _U:
        """Gives what the work gives; after a fault, which is kept under the path, what is told to be given otherwise."""
        try:
            return work()
        except ClaimlintError:
            raise
        except Exception as error:
            if self._debug:
                raise
            self.problems.append(Problem(path, 0, 0, fault(doing, error)))
            return otherwise

    def rules(self, path: str, rules: "Sequence[Rule]", work: "Callable[[Sequence[Rule]], list[Finding]]") -> "list[Finding]":
        """Gives what the rules find. After a fault each rule is tried alone, and those without one find together."""
        try:
            return work(rules)
        except ClaimlintError:
            raise
        except Exception:
            if self._debug:
                raise
        sound = [rule for rule in rules if self.run(path, f"the rule {rule.name}", partial(work, [rule]), None) is not None]
        return self.run(path, "comparing", partial(work, sound), None) or []


def fault(doing: str, error: Exception) -> str:
    """How a fault is said."""
    return f"{doing} failed by a fault of claimlint's own; --debug shows where ({type(error).__name__}: {error})"
