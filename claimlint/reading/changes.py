"""The words around an amount -> the change that it tells: up or down, and whether by so much, to it or from it."""

from typing import Any, NamedTuple

from claimlint.reading.beside import Beside, Tokens
from claimlint.reading.lexicon import Lexicon
from claimlint.values.value import SCORE, Value

_REACH = 14  # tokens from the verb to the last of its amounts: "rose 12 percent, or $3 a share, to $45"
_BETWEEN = 4
_ROLES = frozenset(("by", "to", "from"))
_KINDS = frozenset(("count", "quantity", "money", "percent", "duration", "age"))


class Change(NamedTuple):
    """Which way something goes ("up" or "down"), and the amount's role in it ("by", "to" or "from")."""

    direction: str
    role: str


class Changes(Beside):
    """Finds them, by the lists of grammars/words/context.yaml: rising and falling, their nouns, and what is lifted or cut."""

    def __init__(self, context: dict[str, Any], lexicon: Lexicon) -> None:
        super().__init__(context, lexicon)
        lists = self._lists
        self._ways = {**dict.fromkeys(lists["rising"], "up"), **dict.fromkeys(lists["falling"], "down")}
        self._nouns = {**dict.fromkeys(lists["rises"], "up"), **dict.fromkeys(lists["falls"], "down")}
        self._both = self._ways | self._nouns

    def find(self, tokens: Tokens, first: int, last: int, value: Value) -> Change | None:
        """Gives the change that tokens[first:last] tell; None where they tell none."""
        if value.kind not in _KINDS or value.form == SCORE:
            return None
        place = first - 1
        while place > first - _BETWEEN and self._word(tokens, place) in self._lists["between"]:
            place -= 1
        before = self._word(tokens, place)
        if before in _ROLES:
            direction = self._direction(tokens, place - 1)
            return Change(direction, before) if direction else None
        if before == "of":
            direction = self._nouns.get(self._word(tokens, place - 1), "")
        elif before in self._ways and place == first - 1 and (value.kind == "percent" or before not in self._lists["lifted"]):
            direction = self._ways[before]
        else:
            direction = self._nouns.get(self._word(tokens, last + (self._word(tokens, last) == "-")), "")
        return Change(direction, "by") if direction else None

    def _direction(self, tokens: Tokens, place: int) -> str:
        """Which way the clause goes that ends at a place, by its last word that tells; nothing where none does."""
        for at in range(place, max(-1, place - _REACH), -1):
            word = self._word(tokens, at)
            if word in self._lists["parting"]:
                return ""
            if word in self._both:
                return self._both[word]
        return ""
