"""A bare number -> whether it is an age: "Jane Roe, 34,", "she was 41", "children under 12"."""

from attrs import evolve

from claimlint.reading.beside import Tokens, bare
from claimlint.reading.labels import Labels
from claimlint.values.value import Value, exact

_SUBJECT = 3  # tokens of "when her eldest daughter"


class Ages(Labels):
    """Recognises them."""

    def _aged(self, tokens: Tokens, first: int, value: Value) -> Value | None:
        """The age that a bare number is; a birthday that is to come leaves a year open. None for what is no age."""
        stated = value.stated
        if first < 1 or not isinstance(stated, float) or not self._is_lived(stated):
            return None
        if self._word(tokens, first + 1) == "of" and tokens[first].strip().isalpha():
            return None  # "Jan Holt, one of the men"
        if self._is_birthday(tokens, first) or self._is_age(tokens, first, stated):
            coming = self._word(tokens, first - 1) in self._lists["coming_age"]
            return evolve(exact(evolve(value, kind="age", unit="year")), low=stated - 1 if coming else stated)
        return None

    def _is_lived(self, years: float) -> bool:
        """Whether somebody may be so many whole years old."""
        return not years % 1 and self._limits["youngest"] <= years <= self._limits["oldest"]

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
        return self._ends_age(word) or word in self._lists["titled"] or word in self._lists["behind_age"]

    def _ends_age(self, word: str) -> bool:
        """Whether nothing goes on with a word behind an age, or no word stands there."""
        return not word or word in self._lists["closing_age"]

    def _is_age(self, tokens: Tokens, first: int, stated: float) -> bool:
        """Whether a bare number is an age: "Jane Roe, 34,", "Jane Roe (34)", "the girl, 9,", "dead at 94", "she was 41."."""
        before, after = bare(tokens, first - 1), self._word(tokens, first + 1)
        if before == "At":  # "At 62, Roe is the oldest."
            return after == "," and stated > self._limits["hours"] and self._is_somebody(tokens, first + 2)
        if first < 2:
            return False
        behind = self._word(tokens, first - 2)
        if before == "now" and behind == after == ",":
            return True
        if before.lower() in self._lists["aging"] and (behind in self._lists["aged_one"] or before.lower() == "at"):
            if self._word(tokens, first - 3) == "of":
                return False  # "the number of dead at 19"
            return behind in self._lists["aged_one"] and (self._ends_age(after) or self._is_then(tokens, first + 1))
        if before in self._lists["lived"]:
            if behind not in self._lists["persons"] and not self._is_proper(tokens, first - 2):
                return False
            return self._is_then(tokens, first + 1) or (self._ends_age(after) and self._is_when(tokens, first - 2))
        if before == "of" and behind in self._lists["persons_of"]:
            return self._ends_age(after) or after in self._lists["before_age"]
        if before == "both":
            return behind == "," and self._ends_age(after)
        if before == "(":
            if after != ")" or stated < self._limits["in_brackets"]:
                return False
        elif before != "," or not (
            self._ends_age(after) or (after in self._lists["before_age"] and self._is_proper(tokens, first - 3))
        ):
            return False
        if behind in self._lists["persons"]:
            return True
        place = first - 2
        if tokens[place] == "." and self._word(tokens, place - 1) in self._lists["juniors"]:
            place -= 2
        if place < 0 or not self._is_proper(tokens, place):
            return False
        if place and (self._is_proper(tokens, place - 1) or self._word(tokens, place - 1) in self._lists["aged_behind"]):
            return True
        told = bare(tokens, first + 2)  # "Roe, 34, was"; no "Overall, 34, or half,"
        return before == after == "," and told.isalpha() and told.islower() and told not in self._lists["no_age"]

    def _is_then(self, tokens: Tokens, place: int) -> bool:
        """Whether "when" follows, or "at the time"."""
        return self._word(tokens, place) == "when" or [self._word(tokens, place + i) for i in range(3)] == ["at", "the", "time"]

    def _is_when(self, tokens: Tokens, place: int) -> bool:
        """Whether "when" opens the clause whose subject stands at a place: "when her daughter was 14"."""
        return "when" in [self._word(tokens, at) for at in range(max(0, place - _SUBJECT), place)]

    def _is_aged(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether a bound is one of age: "children under 12", "adults 65 and older"."""
        stated = value.stated
        if not isinstance(stated, float | int) or not self._is_lived(stated):
            return False
        last, behind = self._word(tokens, end - 1), self._word(tokens, first - 1)
        if last in self._lists["and_older"] or behind in self._lists["ages"]:
            return True
        if behind not in self._lists["aged_groups"]:
            return False
        if self._word(tokens, first) in self._lists["age_bounds"]:
            after = bare(tokens, end)
            return not after.isalpha() or after in self._lists["titled"]
        return last in self._lists["and_beyond"] and self._word(tokens, end - 2) == "and"
