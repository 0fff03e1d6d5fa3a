"""Bare numbers that are ages: "Jane Roe, 34,", "she was 41", "children under 12"."""

from attrs import evolve

from claimlint.reading.beside import Tokens, bare
from claimlint.reading.labels import Labels
from claimlint.values.value import Value, exact

_OLDEST, _YOUNGEST = 120, 1
_HOURS = 24  # "At 11, Roe left."
_SUBJECT = 3  # tokens of "when her eldest daughter"
_FULL_AGE = 10  # in brackets behind a name a smaller number is a score
_COUNTING = ("or", "and", "including", "mostly", "percent", "all", "most", "both")
_TELLING = ("was", "is", "who", "had", "has", "of", "from", "were")  # "Jane Roe, 34 was"
_AFTER_AGE = (",", ".", ";", ")", "and", "")


class Ages(Labels):
    """Recognises them."""

    def _aged(self, tokens: Tokens, first: int, value: Value) -> Value | None:
        """The age that a bare number is; a birthday that is to come leaves a year open. None for what is no age."""
        stated = value.stated
        if first < 1 or not isinstance(stated, float) or stated % 1 or not _YOUNGEST <= stated <= _OLDEST:
            return None
        if self._word(tokens, first + 1) == "of" and tokens[first].strip().isalpha():
            return None  # "Jan Holt, one of the men"
        if self._is_birthday(tokens, first) or self._is_age(tokens, first, stated):
            coming = self._word(tokens, first - 1) in self._lists["coming_age"]
            return evolve(exact(evolve(value, kind="age", unit="year")), low=stated - 1 if coming else stated)
        return None

    def _is_birthday(self, tokens: Tokens, first: int) -> bool:
        """Whether somebody turns so many years: "Roe turned 62 in June", "who will be 22 in the autumn"."""
        before, behind = self._word(tokens, first - 1), self._word(tokens, first - 2)
        if not self._closes_age(tokens, first + 1):
            return False
        if before == "be":
            return behind == "will" and self._is_somebody(tokens, first - 3)
        return before in self._lists["turning"] and (
            self._is_somebody(tokens, first - 2) or behind in self._lists["before_turning"]
        )

    def _is_somebody(self, tokens: Tokens, place: int) -> bool:
        """Whether a name, a pronoun or a word for a person stands at a place."""
        word = self._word(tokens, place)
        return word in self._lists["aged_one"] or word in self._lists["persons"] or self._is_proper(tokens, place)

    def _closes_age(self, tokens: Tokens, place: int) -> bool:
        """Whether what stands at a place is not what a number before it counts."""
        word = self._word(tokens, place)
        return word in _AFTER_AGE or word in self._lists["titled"] or word in self._lists["behind_age"]

    def _is_age(self, tokens: Tokens, first: int, stated: float) -> bool:
        """Whether a bare number is an age: "Jane Roe, 34,", "Jane Roe (34)", "the girl, 9,", "dead at 94", "she was 41."."""
        before, after = bare(tokens, first - 1), self._word(tokens, first + 1)
        if before == "At":  # "At 62, Roe is the oldest."
            return after == "," and stated > _HOURS and self._is_somebody(tokens, first + 2)
        if first < 2:
            return False
        behind = self._word(tokens, first - 2)
        if before == "now" and behind == after == ",":
            return True
        if before.lower() in self._lists["aging"] and (behind in self._lists["aged_one"] or before.lower() == "at"):
            if self._word(tokens, first - 3) == "of":
                return False  # "the number of dead at 19"
            return behind in self._lists["aged_one"] and (after in _AFTER_AGE or self._is_then(tokens, first + 1))
        if before in ("was", "were"):
            if behind not in self._lists["persons"] and not self._is_proper(tokens, first - 2):
                return False
            return self._is_then(tokens, first + 1) or (after in _AFTER_AGE and self._is_when(tokens, first - 2))
        if before == "of" and behind in self._lists["persons_of"]:
            return after in _AFTER_AGE or after in _TELLING
        if before == "both":
            return behind == "," and after in _AFTER_AGE
        if before == "(":
            if after != ")" or stated < _FULL_AGE:
                return False
        elif before != "," or not (after in _AFTER_AGE or (after in _TELLING and self._is_proper(tokens, first - 3))):
            return False
        if behind in self._lists["persons"]:
            return True
        place = first - 2
        if tokens[place] == "." and self._word(tokens, place - 1) in ("jr", "sr"):
            place -= 2
        if place < 0 or not self._is_proper(tokens, place):
            return False
        if place and (self._is_proper(tokens, place - 1) or self._word(tokens, place - 1) in self._lists["aged_behind"]):
            return True
        told = bare(tokens, first + 2)  # "Roe, 34, was"; no "Overall, 34, or half,"
        return before == after == "," and told.isalpha() and told.islower() and told not in _COUNTING

    def _is_then(self, tokens: Tokens, place: int) -> bool:
        """Whether "when" follows, or "at the time"."""
        return self._word(tokens, place) == "when" or [self._word(tokens, place + i) for i in range(3)] == ["at", "the", "time"]

    def _is_when(self, tokens: Tokens, place: int) -> bool:
        """Whether "when" opens the clause whose subject stands at a place: "when her daughter was 14"."""
        return "when" in [self._word(tokens, at) for at in range(max(0, place - _SUBJECT), place)]

    def _is_aged(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether a bound is one of age: "children under 12", "adults 65 and older"."""
        stated = value.stated
        if not isinstance(stated, float | int) or stated % 1 or not _YOUNGEST <= stated <= _OLDEST:
            return False
        last, behind = self._word(tokens, end - 1), self._word(tokens, first - 1)
        if last in ("older", "younger") or behind in self._lists["ages"]:
            return True
        if behind not in self._lists["aged_groups"]:
            return False
        if self._word(tokens, first) in ("over", "under", "below", "above"):
            after = bare(tokens, end)
            return not after.isalpha() or after in self._lists["titled"]
        return last in ("over", "under", "up") and self._word(tokens, end - 2) == "and"
