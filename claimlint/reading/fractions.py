"""A rank or a fraction -> whether it says a place or a part, and is no adverb, no half of a game, no third man."""

from claimlint.reading.beside import Tokens, bare
from claimlint.reading.ends import MEASURING, Ends
from claimlint.values.value import Value


class Fractions(Ends):
    """Judges them."""

    def _rank(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A place in an order, and no adverb, fraction of a name or fixed phrase."""
        in_digits = tokens[first].lstrip()[0].isdigit()
        if (in_digits or bare(tokens, end)[:1].isupper()) and self._word(tokens, end) in self._lists["streets"]:
            return None
        if in_digits:
            return value
        behind, before = self._word(tokens, first - 1), self._word(tokens, end)
        if before == "-":
            before = self._word(tokens, end + 1)  # "a first-half loss", "second-degree burns"
        if before in self._lists["rank_before"] and end - first == 1:
            return None
        word = tokens[first].lstrip()
        if word[0].isupper() and word[1:].islower():
            after = bare(tokens, end)
            inside = first > 0 and tokens[first - 1][-1].isalpha()
            if inside or (after[:1].isupper() and after[1:].islower()):
                return None
        if not first or not behind[-1:].isalnum():
            return None if before in (",", ":") else value
        return value if behind in self._lists["rank_behind"] else None

    def _part(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A fraction by itself: no part of a unit, no half of a game, no third man."""
        if not self._terminals(tokens, end).isdisjoint(MEASURING) and self._word(tokens, end) not in self._lists["no_units"]:
            return None
        last, after = self._word(tokens, end - 1), self._word(tokens, end)
        if self._word(tokens, first + 1) == "over" and after.isalpha():
            return None
        if first + 1 == end and last == "half":
            if after == "-" and self._word(tokens, end + 1).isalpha():
                return None  # "a half-marathon"
            return None if self._word(tokens, first - 1) in self._lists["half_behind"] else value
        if after == "-" and self._word(tokens, end + 1).isalpha():
            return None  # "a third-quarter loss"
        word = self._word(tokens, first)
        single = word in ("a", "an") or (word == "one" and (end - first == 2 or "TENS" in self._terminals(tokens, first + 1)))
        if single and after == "and" and self._word(tokens, end + 1) in self._lists["closing"]:
            return None  # "a fifth and final round"
        if single and after.isalpha() and after not in self._lists["part_before"]:
            return None  # "a third man", "one sixth grader"
        return value
