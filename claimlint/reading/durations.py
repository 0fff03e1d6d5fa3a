"""A length of time -> whether it is one, and no place, no part and no mark of how often something is done."""

from attrs import evolve

from claimlint.reading.beside import Tokens
from claimlint.reading.counts import Counts
from claimlint.values.times import duration
from claimlint.values.value import Value

_ARTICLED = 3  # an article, a part and its unit
_FAR = 8  # tokens from "a year" back to what is told by the year
_COUNTING = frozenset(("ONES", "TEENS", "TENS", "HUNDRED", "MAG", "DOZEN", "VAGUE"))


class Durations(Counts):
    """Judges them."""

    def _duration(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        last = self._word(tokens, end - 1)
        after = self._word(tokens, end)
        if self._loose_sign(tokens, first) or (after == "-" and self._word(tokens, end + 1) == "old"):
            return None
        if self._word(tokens, first) in self._lists["as_many"] and self._word(tokens, first - 1) == "as":
            return None
        if value.stated == 1 and self._is_each(tokens, first, end):
            return evolve(value, kind="set", when=("set", duration(1, 1, value.unit)))
        if last == "m" and value.form != "compound":
            return None  # minutes only behind hours: "1h 45m"
        if last == "second" and end - first == 2 and self._word(tokens, first) in ("a", "an"):
            if (
                after == ","
                and self._word(tokens, end + 1).isalpha()
                and self._word(tokens, first - 1) not in self._lists["over_behind"]
            ):
                return None  # "a second, weaker shock"
            return value if not (after.isalpha() or after == "-") or after in self._lists["lasting"] else None
        if last == "night" and value.stated != 1 and tokens[end - 2] != "-":
            return None  # "three night markets"
        if last == "year" and tokens[end - 1].lstrip()[0] == "Y" and value.stated != 1 and tokens[end - 2] != "-":
            return None  # a table's next line
        several = not isinstance(value.stated, float | int) or value.stated > 1
        if last == "second" and several and tokens[end - 2] != "-":
            return None  # "forty second" is a place, "forty-second" a length
        if value.unit == "quarteryear" and (value.stated == 1 or (after == "of" and value.form != "vague")):
            return None  # "a quarter" and "three quarters of" are parts
        if end - first == _ARTICLED and self._word(tokens, end - 2) in self._lists["one_more"]:
            return None  # "a fourth day"
        if self._is_half_word(tokens, first, end):
            return None  # "a year-long trial", "a day-old chick"
        if "MAG" in self._terminals(tokens, end) and tokens[end - 1][-1].isdigit():
            return None
        return self._ends(tokens, first, end, value)

    def _is_each(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether "a year" tells how often: "10 million visitors a year", "900 tonnes of steel a day"."""
        if self._word(tokens, first) not in ("a", "an") or self._word(tokens, end) in self._lists["no_rate"]:
            return False
        last = self._word(tokens, first - 1)
        named = last.endswith("s") or last in self._lists["counted"]
        for place in range(first - 1, max(-1, first - _FAR), -1):
            word = self._word(tokens, place)
            if word[:1].isdigit() or not _COUNTING.isdisjoint(self._lexicon[tokens[place]].values):
                return named or place == first - 1
            if word in self._lists["between_rate"]:
                named = True
            elif word != "'" and (not word.isalpha() or word in self._lists["no_noun"]):
                return False
        return False

    def _is_half_word(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether what is called one of a unit goes on behind a hyphen: "a mile-long queue", "a dollar-pegged coin"."""
        if self._word(tokens, first) not in ("a", "an") or self._word(tokens, end) != "-":
            return False
        return self._word(tokens, end + 1).isalpha()
