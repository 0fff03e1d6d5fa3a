"""A number without a unit -> whether it counts something, and is no year, no label, no pronoun and no row of digits."""

from attrs import evolve

from claimlint.reading.beside import SIGNS, Tokens, bare
from claimlint.reading.fractions import Fractions
from claimlint.reading.meaning.hedges import hedged
from claimlint.values.value import Value

_SMALL = frozenset(("ONES", "TEENS", "TENS"))
_NUMBERS = _SMALL | {"NUM"}
_DIGITS = 2  # of a number that is told digit by digit


class Counts(Fractions):
    """Judges them."""

    def _count(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A number without a unit."""
        if tokens[end - 2 : end] == ["-", "K"] or (bare(tokens, end) == "-" and _is_letter(bare(tokens, end + 1))):
            return None  # "a Form 8-K", "in 3-D"
        if tokens[end - 1] == " K" and isinstance(value.stated, float | int) and value.stated >= self._limits["thousands"]:
            return None
        if self._is_years(tokens, first, end) or self._is_base(tokens, first):
            return None
        after = self._word(tokens, end)
        if end < len(tokens) and (
            self._lexicon[tokens[end]].factor or (value.bound and "PERIODS" in self._terminals(tokens, end))
        ):
            return None  # "higher than three months earlier" bounds nothing
        in_digits = tokens[first][-1].isdigit()
        if value.bound and self._is_aged(tokens, first, end, value):
            return evolve(value, kind="age", unit="year")
        if in_digits and self._is_label(tokens, first, end):
            return None
        age = self._aged(tokens, first, value) if first + 1 == end else None
        if age is not None:
            return age
        if not in_digits and (
            self._is_name(tokens, first, end)
            or (end - first == 1 and self._is_named(tokens, first, end))
            or (first and self._lexicon[tokens[first - 1]].calendar)
        ):
            return None
        if tokens[end - 1] == " plus" and after in self._lists["part_before"]:
            return None
        if after == "-" and self._word(tokens, end + 1) in self._lists["not_before"]:
            return None
        if end - first == 1 and not in_digits and value.stated == 1 and self._is_pronoun(tokens, first, end):
            return None
        if value.bound and value.stated == 1 and self._word(tokens, end - 2) in self._lists["one_behind"]:
            return None  # "a good one"
        if value.stated == 0 and not in_digits and tokens[end - 2 : end - 1] == ["-"]:
            return None  # "sub-zero"
        if (after == "-" and value.stated == 0 and not in_digits) or (after == "o" and bare(tokens, end + 1) == "'"):
            return None  # zero-emission cars, five o'clock
        if end - first == 1 and self._is_row(tokens, first, end):
            return None
        if self._loose_sign(tokens, first) or not self._is_counted(tokens, end):
            return None
        return self._ends(tokens, first, end, self._closed(tokens, end, value))

    def _closed(self, tokens: Tokens, end: int, value: Value) -> Value:
        """The value with the words behind what it counts that open or widen it: "99 shares or fewer", "17 games or so"."""
        if value.bound or value.approximate or value.form or value.stated is None or not bare(tokens, end).islower():
            return value
        for place in (end + 1, end + 2):
            hedge, last = self._longest(tokens, place, "POSTHEDGE")
            if hedge is None:
                continue
            said = " ".join([self._word(tokens, at) for at in range(place, last)])
            if said in self._lists["noun_closing"] and _NUMBERS.isdisjoint(self._terminals(tokens, last)):
                return hedged(hedge, value, self._limits)
        return value

    def _is_base(self, tokens: Tokens, first: int) -> bool:
        """Whether a number is what another is told of: "52 deaths per 100,000", "one teacher for every 30 pupils"."""
        behind = self._word(tokens, first - 1)
        return behind == "per" or (behind in self._lists["each"] and self._word(tokens, first - 2) in self._lists["bases"])

    def _is_pronoun(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether "one" stands for a thing that was named: this one, a new one, one can."""
        behind, before = self._word(tokens, first - 1), self._word(tokens, end)
        if behind in self._lists["one_behind"] or before in self._lists["one_before"]:
            return True
        if self._word(tokens, first - 2) not in self._lists["pointing"] or not behind.isalpha():
            return False
        return not before.isalpha() or before in self._lists["linking"] or before in self._lists["titled"]

    def _is_row(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether two bare numbers stand side by side and count nothing: a score, a time or digits one by one."""
        if self._is_digit(tokens, end) and self._is_closed(tokens, end + 1):
            return True
        return self._is_digit(tokens, first - 1) and self._is_closed(tokens, end)

    def _is_digit(self, tokens: Tokens, place: int) -> bool:
        """Whether a token is a number below a hundred."""
        digits = bare(tokens, place)
        if not digits:
            return False
        return (digits.isdigit() and len(digits) <= _DIGITS) or not _SMALL.isdisjoint(self._lexicon[tokens[place]].values)

    def _is_closed(self, tokens: Tokens, place: int) -> bool:
        """Whether nothing follows that could be counted."""
        word = self._word(tokens, place)
        return not word or word in self._lists["closing_row"]

    def _loose_sign(self, tokens: Tokens, first: int) -> bool:
        """Whether what looks like a sign is a dash: a blank stands behind it, or another dash before."""
        if tokens[first].lstrip() not in SIGNS:
            return False
        return tokens[first + 1][0] in " \u00a0" or (first > 0 and tokens[first - 1][-1] in SIGNS)

    def _is_counted(self, tokens: Tokens, end: int) -> bool:
        """Whether one letter behind a number is a magnitude: of 5m only where something is counted so."""
        last = tokens[end - 1].lstrip()
        if last not in self._lists["short_magnitudes"]:
            return True
        after = bare(tokens, end)
        if not after.isalpha() or after.lower() in self._lists["metres"]:
            return last == "b" and "." in tokens[end - 2]  # a section is 5b, a sum 5.2b
        if after in self._lists["no_noun"]:
            return False
        return after in self._lists["counted"] or (after.islower() and after.endswith("s") and tokens[end - 1][0] != " ")


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isupper()
