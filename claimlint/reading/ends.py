"""Two numbers -> a range, a change or a score, by the words around; and numbers that are years."""

from attrs import evolve

from claimlint.reading.ages import Ages
from claimlint.reading.beside import SIGNS, Tokens
from claimlint.values.value import SCORE, Value

_REACH = 6  # tokens looked at to either side
_BESIDE = 4
_FAR = 4
_TWO_ENDS = ("range", "from_to", "between", SCORE)
_BY = frozenset(("by",))
_UNITS = frozenset(("UNIT", "CUR"))
MEASURING = frozenset(("UNIT", "MAG"))


class Ends(Ages):
    """Tells them apart."""

    def _ends(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A range that is a change, or a score."""
        if value.form not in _TWO_ENDS or not isinstance(value.stated, tuple):
            return value
        if value.unit and self._is_vote(tokens, first, end, value):
            return value
        if value.unit and not self._closes(tokens, first, end):
            return None
        if value.approximate:
            return value
        words = [self._word(tokens, at) for at in range(max(0, first - _REACH), first)]
        changes = self._lists["changes"]
        if value.form == SCORE and not changes.isdisjoint(words[-_BESIDE:]) and self._is_led(tokens, first, end, value):
            return None  # "rose 12 points to 3,400"
        if (value.form == "from_to" or words[-1:] == ["from"]) and not changes.isdisjoint(words):
            return None
        by = words[-1:] == ["by"] and not changes.isdisjoint(words[-_BESIDE:])
        if (not value.unit or (by and value.kind == "money")) and words[-1:] and (by or words[-1] in changes) and _is_far(value):
            return None  # "fell 75 to 2,669", "rose by 12 to 340 pence"
        if value.unit and not (changes | _BY).isdisjoint(words[-_BESIDE:]) and self._has_two_units(tokens, first, end):
            return None  # "rose 20 cents to 35 cents"
        if value.kind == "count" and all(self._may_be_year(number) for number in value.stated):
            return None
        if value.kind == "count" and value.form == "range":
            near = self._lists["score_words" if "to" in [self._word(tokens, at) for at in range(first, end)] else "scores"]
            words += [self._word(tokens, at) for at in range(end, min(len(tokens), end + 3))]
            if not near.isdisjoint(words):
                return evolve(value, low=None, high=None, high_open=False, step=0.0, form=SCORE)
        return value

    def _is_led(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether the second side is many times the first, and "to" leads there."""
        sides = value.stated if isinstance(value.stated, tuple) else (None, None)
        if sides[0] is None or sides[1] is None:
            return False
        return sides[1] > _FAR * sides[0] and "to" in [self._word(tokens, at) for at in range(first, end)]

    def _closes(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the second number has the unit of the first, where it names none: "$5 to 10 million", not "2 % to 34,500"."""
        if not self._terminals(tokens, end).isdisjoint(MEASURING) and "UNIT" not in self._terminals(tokens, end - 1):
            return False
        if not tokens[end - 1][-1].isdigit():
            return True
        return (
            any("CUR" in self._terminals(tokens, place) for place in range(first, first + _BESIDE))
            or self._word(tokens, first) == "between"
        )

    def _is_vote(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether two shares that fall are a poll's or a vote's: "leads by 38 percent to 32"."""
        if value.form != SCORE or not self._terminals(tokens, end).isdisjoint(MEASURING):
            return False
        words = {self._word(tokens, at) for at in range(max(0, first - _REACH), first)}
        return not words.isdisjoint(self._lists["scores"]) and words.isdisjoint(self._lists["changes"])

    def _has_two_units(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether both ends name their unit, with "to" between."""
        words = [self._word(tokens, at) for at in range(first, end)]
        if "to" not in words:
            return False
        middle = first + words.index("to")
        return any(not self._terminals(tokens, place).isdisjoint(_UNITS) for place in range(first, middle))

    def _is_years(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a number, or a range of two, is of years: four digits without a comma that do not count what follows."""
        told = [place for place in range(first, end) if tokens[place].lstrip()[0].isdigit()]
        if (
            not told
            or len(told) > 2
            or (
                end > first + 1
                and len(told) == 1
                and not (told[0] == first and self._word(tokens, end - 1) in self._lists["earlier"])
            )
        ):
            return False
        for place in told:
            if "YEAR" in self._lexicon[tokens[place]].terminals:
                if not self._years[0] <= int(tokens[place]) <= self._years[1] and not self._is_early(tokens, place):
                    return False
            elif place == told[0] or "YY" not in self._lexicon[tokens[place]].terminals or tokens[place - 1] not in SIGNS:
                return False
        return (
            self._word(tokens, end) not in self._lists["counted"] or self._word(tokens, first - 1) in self._lists["year_before"]
        )

    def _is_early(self, tokens: Tokens, place: int) -> bool:
        """Whether four digits are a year of the Middle Ages: "begun in 1432,", and not "in 1432 cases"."""
        if self._word(tokens, place - 1) not in self._lists["early_year_behind"]:
            return False
        return int(tokens[place]) <= self._years[1] and self._word(tokens, place + 1) in self._lists["early_year_before"]

    def _may_be_year(self, number: float | None) -> bool:
        return number is not None and number % 1 == 0 and self._years[0] <= number <= self._years[1] and number % 100 != 0


def _is_far(value: Value) -> bool:
    """Whether the second number is many times the first, or below it: where a change leads, and no other end of a range."""
    if not isinstance(value.stated, tuple):
        return False
    low, high = value.stated
    return value.form == "range" and low is not None and high is not None and (high > _FAR * low or high < low)
