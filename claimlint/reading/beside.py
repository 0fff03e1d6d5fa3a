"""A place among tokens -> what stands there: words, senses, parts of names and of web addresses."""

from collections.abc import KeysView, Mapping, Sequence
from typing import Any, TypeAlias

from claimlint.reading.lexicon import Lexicon, Spelling
from claimlint.reading.tokens import SMALL

Tokens: TypeAlias = Sequence[str]
Lists: TypeAlias = Mapping[str, frozenset[str]]

LINK = 80  # tokens of the longest web address whose numbers are passed over
SIGNS = ("-", "−", "–")


class Beside:
    """Looks at the tokens around a reading, by the lists of grammars/words/context.yaml."""

    def __init__(self, context: dict[str, Any], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lists = listed(context)
        self._limits: Mapping[str, float] = context["limits"]
        self._years = self._limits["first_year"], self._limits["last_year"]

    def _word(self, tokens: Tokens, place: int) -> str:
        """The word at a place in small letters; nothing outside."""
        return SMALL[tokens[place]] if 0 <= place < len(tokens) else ""

    def _terminals(self, tokens: Tokens, place: int) -> set[str] | KeysView[str]:
        """All that stands at a place, in one token or several; nothing outside."""
        if not 0 <= place < len(tokens):
            return set()
        spelling: Spelling = self._lexicon[tokens[place]]
        if not spelling.opens:
            return spelling.values.keys()
        found = set(spelling.values)
        while self._word(tokens, place + 1) in spelling.further:
            place += 1
            spelling = spelling.further[SMALL[tokens[place]]]
            found.update(spelling.values)
        return found

    def _longest(self, tokens: Tokens, place: int, terminal: str) -> tuple[Any, int]:
        """What the longest spelling at a place says as a terminal, and the place behind it; None where there is none."""
        found: tuple[Any, int] = (None, place)
        spelling: Spelling | None = self._lexicon[tokens[place]] if 0 <= place < len(tokens) else None
        while spelling is not None and terminal in spelling.terminals:
            place += 1
            if terminal in spelling.values:
                found = spelling.values[terminal][0], place
            spelling = spelling.further.get(self._word(tokens, place))
        return found

    def _is_proper(self, tokens: Tokens, place: int) -> bool:
        """Whether a token is a word of a name: Roe, McRoe, and no month or weekday."""
        word = bare(tokens, place)
        return word[:1].isupper() and word[-1].islower() and word.isalpha() and not self._lexicon[tokens[place]].calendar


def listed(context: Mapping[str, Any]) -> Lists:
    """Gives the lists of words of grammars/words/context.yaml by name."""
    return {name: frozenset(map(str, held)) for name, held in context.items() if isinstance(held, list)}


def bare(tokens: Tokens, place: int) -> str:
    """The token at a place without its blanks; nothing outside."""
    return tokens[place].lstrip(" \u00a0") if 0 <= place < len(tokens) else ""


def in_link(tokens: Tokens, first: int) -> bool:
    """Whether the token is part of a web address: no blank back to "://" or "www."."""
    if tokens[first - 1][-1] not in "/=.-%&?_~:+":
        return False
    for place in range(first - 1, max(0, first - LINK), -1):
        if tokens[place] == "/" and tokens[place - 1] == "/":
            return True
        if tokens[place].lstrip() == "www":
            return True
        if tokens[place][0] in " \u00a0":
            return False
    return False
