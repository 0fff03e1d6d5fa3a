"""Patterns of the boilerplate files -> whether a line is one of them, or holds one."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

_CAPITAL = re.compile(r"(?<!\\)[A-Z]")


class Patterns:
    """Patterns in one: those without capitals are tried in any case, those with capitals as they stand."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns

    @cached_property
    def _any_case(self) -> re.Pattern[str]:
        return re.compile(_joined([pattern for pattern in self._patterns if not _CAPITAL.search(pattern)]), re.DOTALL)

    @cached_property
    def _cased(self) -> re.Pattern[str]:
        return re.compile(_joined([pattern for pattern in self._patterns if _CAPITAL.search(pattern)]), re.DOTALL)

    def is_whole(self, line: str) -> bool:
        """Whether a pattern matches a line as a whole."""
        return bool(self._any_case.fullmatch(line.lower()) or self._cased.fullmatch(line))

    def is_in(self, line: str) -> bool:
        """Whether a pattern matches somewhere in a line."""
        return bool(self._any_case.search(line.lower()) or self._cased.search(line))


def filled(pattern: str, pieces: Mapping[str, str]) -> str:
    """Gives a pattern with each piece that it names in braces; a piece may name those behind it."""
    for name, piece in pieces.items():
        pattern = pattern.replace(f"{{{name}}}", piece)
    return pattern


def _joined(patterns: Sequence[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)"
