"""What stands around a reading -> whether it is a value at all, and which of two it is.

A number in a name, in an address or in a web address says nothing; "one" may be a pronoun, "first" an adverb, 5-3 a
range or a score. The lists come from the word files; here stands only where to look.
"""

from typing import TYPE_CHECKING, Any

from attrs import evolve

from claimlint.reading.beside import LINK, Tokens, bare, in_link
from claimlint.reading.durations import Durations
from claimlint.reading.lexicon import Lexicon
from claimlint.values.value import Value, bounded, denied

if TYPE_CHECKING:
    from collections.abc import Callable

_CENT = 0.01
_TYING = (".", ":", "/", ",")
_TIED = "_@#\\<>="
_COMPARING = "<>≤≥"
_JOINING = ("-", ".", "/", ":")
_DECIMALS = 2
_CLAUSE, _AFTER = 12, 4  # tokens before and behind pounds that tell whether they are paid
_PERIODS = frozenset(("PERIOD", "PERIODS"))
_COLD = ("degree", "°C", "°F")
_PASSED = ("money", "percent")  # what a level of is crossed; of a length so much is passed over
_DEGREES = {"°C": "Δ°C", "°F": "Δ°F"}


class Neighbours(Durations):
    """Judges readings by the tokens around them."""

    def __init__(self, context: dict[str, Any], lexicon: Lexicon) -> None:
        super().__init__(context, lexicon)
        self._letters = self._lists["lettered"]
        self._kinds: dict[str, Callable[[Tokens, int, int, Value], Value | None]] = {
            "count": self._count,
            "rank": self._rank,
            "quantity": self._quantity,
            "money": self._money,
            "duration": self._duration,
            "percent": self._percent,
            "date": self._date,
        }

    def judge(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """Gives what tokens[first:end] say in their place: the value, the same seen in another way, or None."""
        if not self._free(tokens, first, end, value):
            return None
        if (value.approximate or value.bound) and self._is_particle(tokens, first):
            return None
        if value.bound == ">" and self._word(tokens, first) == "over" and not self._is_over(tokens, first, end, value):
            return None
        if (value.approximate or value.bound) and self._lacks_unit(tokens, first, value):
            return None
        if value.bound and not value.approximate and self._is_turned(tokens, first):
            low, high = value.stated if isinstance(value.stated, tuple) else (value.stated, value.stated)
            value = value if low is None or high is None else bounded(value, denied(value.bound), low, high)
        by_kind = self._kinds.get(value.kind)
        return by_kind(tokens, first, end, value) if by_kind is not None else value

    def _is_particle(self, tokens: Tokens, first: int) -> bool:
        """Whether "about" or "up" belongs to the word before: "asked about three", "inched up to 5"."""
        word, behind = self._word(tokens, first), self._word(tokens, first - 1)
        return (word == "about" and behind in self._lists["telling"]) or (
            word == "up" and behind in self._lists["carrying"] and self._word(tokens, first + 1) == "to"
        )

    def _lacks_unit(self, tokens: Tokens, first: int, value: Value) -> bool:
        """Whether a word that widens measured amounts only stands before something else: "near two villages"."""
        word = self._word(tokens, first)
        if word not in self._lists["measured"]:
            return False
        return not value.unit or (word in self._lists["crossed"] and not (value.kind in _PASSED or value.unit in _COLD))

    def _is_turned(self, tokens: Tokens, first: int) -> bool:
        """Whether a denial turns a bound round: "does not exceed 5", "must not go faster than 30", "won't rise above 5"."""
        if self._is_denied(tokens, first):
            return self._word(tokens, first) in self._lists["exceeding"] or self._word(tokens, first + 1) == "than"
        if self._word(tokens, first - 1) not in self._lists["restrained"]:
            return False
        if self._word(tokens, first + 1) != "than" and self._word(tokens, first) not in self._lists["beyond"]:
            return False
        behind = self._word(tokens, first - 2)
        if behind in self._lists["denied"]:
            return True
        verb = self._word(tokens, first - (3 if behind in self._lists["denying"] else 4))
        return self._is_denied(tokens, first - 1) and verb in self._lists["commanding"]

    def _is_denied(self, tokens: Tokens, first: int) -> bool:
        """Whether "not", "n't", "cannot" or "never" stands right in front."""
        behind = self._word(tokens, first - 1)
        if behind in self._lists["denying"] or behind in self._lists["denied"]:
            return True
        return behind == "t" and bare(tokens, first - 2) == "'"

    def _is_over(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether "over" means more than: not in "hand over $5,000", nor in "rose over three years"."""
        behind = self._word(tokens, first - 1)
        if behind in self._lists["handing"]:
            return False
        ranged = self._word(tokens, end) in self._lists["ranging"]
        lasts = value.kind == "duration" or any(
            not _PERIODS.isdisjoint(self._terminals(tokens, place)) for place in range(end, end + (3 if ranged else 1))
        )
        return not lasts or behind in self._lists["over_behind"]

    def _free(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether the words stand by themselves and are no part of a longer token."""
        if end < len(tokens):
            after = tokens[end]
            mark = after[0]
            if after == " than" and value.when is None and value.bound:  # "5,000 or less than 6,000"
                return False
            if after == " to" and tokens[end - 1] == " up":  # "5,000 and up to 6,000"
                return False
            if mark.isalnum() or mark == "_":
                return False
            if end + 1 < len(tokens) and tokens[end + 1][0].isdigit():
                if (after in _TYING and not (after == "/" and value.kind == "time")) or (after == "-" and value.kind != "date"):
                    return False
            elif after == "-" and end + 1 < len(tokens) and len(tokens[end - 1].lstrip()) == 1 and tokens[end - 1][-1].isupper():
                return False  # 800,000 F-Series
        if value.kind == "date" and end - first > 1 and tokens[first + 1][0].isdigit() and self._lexicon[tokens[first]].calendar:
            return False  # JUN7
        if first and tokens[first][0] not in " \u00a0":
            before = tokens[first - 1]
            if before[-1].isalnum() or before[-1] in _TIED:
                return tokens[first][0] in _COMPARING and before[-1].isalpha() and tokens[first + 1][0] not in " \u00a0"
            joined = before in _JOINING and first > 1 and before[0] != " " and tokens[first - 2][-1].isalnum()
            if (
                joined
                and not (before == "/" and value.kind == "time")
                and (before != "-" or self._word(tokens, first - 2) not in self._lists["prefixes"])
            ):
                return False
            return not in_link(tokens, first)
        return True

    def _percent(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A percentage; a dash before it is no minus."""
        return None if self._loose_sign(tokens, first) else self._ends(tokens, first, end, value)

    def _quantity(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        if value.unit not in _COLD and self._loose_sign(tokens, first):
            return None
        if self._is_half_word(tokens, first, end):
            return None
        if not value.unit:
            if " ." in tokens[first:end] and len(bare(tokens, end - 1)) < _DECIMALS:
                return None
            if tokens[first][-1].isdigit() and self._is_label(tokens, first, end):
                return None
            return self._part(tokens, first, end, value) if value.form == "part" else self._ends(tokens, first, end, value)
        if value.unit.partition(" / ")[0] == "lb" and value.form != "compound" and self._is_sterling(tokens, first, end):
            return evolve(value, kind="money", unit="pound" + value.unit.removeprefix("lb"))
        last = tokens[end - 1].lstrip()
        if last.lower() in self._lists["multiplying"] and not self._is_multiplied(tokens, first, end):
            return None
        if value.unit == "inch" and not self._is_inch(tokens, first, end, value):
            return None
        if last.isdigit() and value.unit[-1:].isdigit() and tokens[end - 1][0] == " ":
            return None  # "6 ft 3" are no cubic feet
        if last == "K" and (tokens[end - 1][0] != " " or not self._is_hot(value)):
            return None  # "5,800 K" are kelvins, "300 K" may be thousands
        if last.lower() == "times" and not isinstance(value.stated, tuple) and (value.stated or 0) % 1 == 0:
            return None  # so often; "1.7 times" is so many times as much
        if value.unit == "meter" and last in self._lists["short_magnitudes"] and self._is_counted(tokens, end):
            return None  # "500m people", "1.2m cars"
        if last == "N" and bare(tokens, end) == "." and self._is_proper(tokens, end + 1):
            return None  # "5378 N. Elm Street"
        if value.unit in _DEGREES:
            if len(last) == 1 and last.isalpha() and not self._is_scale(tokens, first, end):
                return None
            if self._word(tokens, end) in self._lists["warmer"] or self._word(tokens, first - 1) in self._lists["warmer_behind"]:
                return evolve(value, unit=_DEGREES[value.unit])
        if (
            len(last) == 1
            and end - first == 2
            and tokens[first][-1].isdigit()
            and tokens[end - 1][0] != " "
            and self._is_named(tokens, first, end)
        ):
            return None
        if " / " in value.unit and self._is_past(tokens, end):
            return None
        return self._ends(tokens, first, end, value)

    def _money(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        after = self._word(tokens, end)
        if self._word(tokens, end - 1) in self._lists["levels"] and tokens[end - 1][0] == " " and value.stated != 1:
            return None  # "below the 50 mark"
        if self._word(tokens, first) == "a" and tokens[first + 1] == " $":
            return None  # "a $5 bill" is in no Australian dollars
        if self._is_half_word(tokens, first, end) or (tokens[end - 1] == " plus" and after[:1].isalnum()):
            return None  # "$5 a share plus interest"
        tail = self._lexicon[tokens[end - 2]].values if value.step == _CENT and tokens[end - 1][-1].isdigit() else {}
        if "CUR" in tail and "UNIT" not in tail and end - first > 2 and tokens[first][-1].isdigit():
            return None  # "10 $ 30 $"
        if end < len(tokens) and tokens[end][0].isdigit() and "CUR" in self._lexicon[tokens[end - 1]].values:
            return None  # "1 $10 bill"
        if self._word(tokens, first) in ("a", "an") and "/" in tokens[first : end + 1]:
            return None  # "a lira/dollar rate"
        if value.step == _CENT and (after.isalpha() or after == "-") and "UNIT" in self._lexicon[tokens[end - 2]].values:
            return None  # "20 dollars 43 people"
        if self._is_lettered(tokens, first, end, value):
            return None
        if self._loose_sign(tokens, first) or (" / " in value.unit and self._is_past(tokens, end)):
            return None
        return self._ends(tokens, first, end, value)

    def _is_lettered(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether letters that stand for a currency before a sum alone are none here: "N35bn" and "P62.40", not "the N17"."""
        if tokens[end - 1].lstrip() in self._letters:
            return True  # "5 N"
        for place in range(first, end - 1):
            if tokens[place].lstrip() in self._letters and bare(tokens, place + 1)[:1].isdigit():
                digits = tokens[place + 1]
                return digits[0] in " \u00a0" or not ("," in digits or " " in digits or digits[-3:-2] == "." or value.scale > 1)
        return False

    def _is_sterling(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether pounds are money: words of paying are near, none of weighing, and nothing is measured out in them."""
        told = {self._word(tokens, place) for place in range(first, end)}
        if told.isdisjoint(self._lists["pounds"]) or self._word(tokens, end) == "of":
            return False
        low = next(
            (place + 1 for place in range(first - 1, max(0, first - _CLAUSE), -1) if tokens[place] == "."), first - _CLAUSE
        )
        high = next((place for place in range(end, end + _AFTER) if not bare(tokens, place).isalpha()), end + _AFTER)
        near = {self._word(tokens, place) for place in (*range(max(0, low), first), *range(end, high))}
        return not near.isdisjoint(self._lists["paying"]) and near.isdisjoint(self._lists["weighing"])

    def _is_multiplied(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether "double" is a verb: "will more than double sales", no "double room", no "to double figures"."""
        if self._word(tokens, end) in self._lists["multiplied_not"]:
            return False
        return end - first > 1 or self._word(tokens, first - 1) in self._lists["modal"]

    def _is_inch(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        last = tokens[end - 1].lstrip()
        if last in ("in", "IN") and tokens[end - 1][0] != " " and tokens[end - 2][-1].isdigit():
            return True  # "9in of snow"
        if last in ("in", "IN") or (last == "." and self._word(tokens, end - 2) == "in"):
            if value.form == "compound" and not bare(tokens, end)[:1].isalnum():
                return True
            return self._word(tokens, end) in self._lists["long"] or end >= len(tokens)
        if last in ('"', "'"):
            return not sum(token.lstrip() == '"' for token in tokens[max(0, first - LINK) : first]) % 2
        return True

    def _is_scale(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a single C or F is a temperature: no name follows."""
        after = bare(tokens, end)
        return not (after[:1].isupper() or after == "/") and not self._is_named(tokens, first, end)

    def _is_past(self, tokens: Tokens, end: int) -> bool:
        """Whether the period behind "a" belongs to what follows: "$5 million a year earlier", not "$15 an hour before tax"."""
        if self._word(tokens, end) in self._lists["before_taking"] and self._word(tokens, end + 1) in self._lists["deducted"]:
            return False
        return self._word(tokens, end) in self._lists["earlier"] and "PERIOD" in self._lexicon[tokens[end - 1]].terminals

    def _is_hot(self, value: Value) -> bool:
        """Whether a number is too large for one of thousands."""
        return not isinstance(value.stated, tuple) and value.stated is not None and value.stated >= self._limits["hot"]
