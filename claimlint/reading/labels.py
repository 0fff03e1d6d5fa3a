"""A number -> whether it tells one thing from others and counts nothing: in names, addresses, telephones, models, notes."""

from claimlint.reading.beside import Beside, Tokens, bare
from claimlint.values.value import Value

_REACH = 6  # tokens looked at to either side
_BESIDE = 4
_LONGEST_TITLE = 3  # digits of a number in a name
_ENDING = (".", ";", ")", "'", "-", "")
_GROUPS = 3  # of digits in a telephone number
_LONGEST_MARK, _SHORTEST_CODE = 2, 5
_NAMELESS = frozenset(("MONTH", "MAYBEMONTH", "WEEKDAY", "MAYBEWEEKDAY", "SEASON", "MAYBESEASON", "HOLIDAY", "FISCAL", "PART"))


class Labels(Beside):
    """Recognises them."""

    def _is_label(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a number in digits tells one thing from others and counts nothing."""
        return (
            self._is_named(tokens, first, end)
            or self._is_address(tokens, first, end)
            or self._is_mark(tokens, first, end)
            or self._is_model(tokens, first, end)
            or self._is_titled(tokens, first, end)
            or (first == 1 and end == 2 == len(tokens) and tokens[0].isalpha() and not self._terminals(tokens, 0))  # "Table 6"
        )

    def _is_named(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the number belongs to what is named before it: Article 5, Flights 12, 15 and 17."""
        place = first - 1
        lowest = max(0, place - 2 * _REACH)
        while place > lowest and (self._word(tokens, place) in self._lists["listing"] or tokens[place][-1].isdigit()):
            if tokens[place][-1].isdigit() and self._word(tokens, place + 1) not in self._lists["listing"]:
                return False
            place -= 1
        if place < 0 or (place < first - 1 and not any(token[-1].isdigit() for token in tokens[place + 1 : first])):
            return False
        word = self._word(tokens, place)
        if word == "." and place:
            place -= 1
            word = self._word(tokens, place)
        if word not in self._lists["names"] or (word == "no" and tokens[first][-1].isalpha()):
            return False
        if word not in self._lists["loosely"] or bare(tokens, place)[:1].isupper():
            return True
        behind = bare(tokens, end)
        return not (behind.isalpha() and behind.islower()) or behind in self._lists["linking"]

    def _is_address(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a street's name follows ("12 Elm Street"), or the number closes an address ("PA 23456")."""
        for place in range(end, min(end + 4, len(tokens))):
            word = bare(tokens, place)
            if place > end and "ORDNUM" in self._terminals(tokens, place - 1) and word in self._lists["streets"]:
                return True
            if not word[:1].isupper() and word != "." and "ORDNUM" not in self._lexicon[tokens[place]].terminals:
                break
            if word.lower() in self._lists["streets"] and (place > end or word.istitle()):
                return True
        if self._word(tokens, end) in self._lists["numbered"] or self._is_phone(tokens, first, end):
            return True
        before = bare(tokens, first - 1)
        digits = tokens[first].lstrip()
        if digits.isdigit() and self._word(tokens, end) in self._lists["quarters_of_sky"]:
            street = end + 1 + (self._word(tokens, end + 1) == ".")
            if self._is_proper(tokens, street) or "ORDNUM" in self._terminals(tokens, street):
                return True
        return (
            len(before) == 2
            and before.isupper()
            and len(digits) == 5
            and digits.isdigit()
            and self._word(tokens, first - 2) in (",", ".")
        )

    def _is_phone(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether digits are a telephone number: "(555) 123-4567", "555-1234", and "020 7946 0123" in three groups or more."""
        if end - first == 1 and tokens[first].lstrip().isdigit() and self._is_dialled(tokens, first):
            return True
        if bare(tokens, first - 1) == "(" and tokens[first].isdigit() and len(tokens[first]) == 3:
            return bare(tokens, end) == ")" and end + 2 < len(tokens) and tokens[end + 1][-1].isdigit() and tokens[end + 2] == "-"
        if end - first != 3 or tokens[first + 1] != "-" or not tokens[end - 1].isdigit():
            return False
        digits = tokens[first].lstrip()
        if len(digits) == len(tokens[end - 1]) == 3 and bare(tokens, end) == "-":
            return True
        if len(digits) == 3 and len(tokens[end - 1]) == 4:
            return tokens[end - 1][-2:] not in ("00", "50")
        return digits == "1" and tokens[end - 1][0] in "89" and len(tokens[end - 1]) == 3

    def _is_dialled(self, tokens: Tokens, first: int) -> bool:
        """Whether a number is one of three or more groups of digits in a row."""
        low = high = first
        while low and first - low < _GROUPS and _is_group(tokens[low - 1]):
            low -= 1
        while high + 1 < len(tokens) and high - first < _GROUPS and _is_group(tokens[high + 1]):
            high += 1
        return high - low + 1 >= _GROUPS

    def _is_mark(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the number counts paragraphs or notes: 1) and (2) and [3], or "4." at the start, or is a code: TIPS (84777)."""
        if end - first != 1 or end >= len(tokens):
            return False
        after, before, digits = bare(tokens, end), bare(tokens, first - 1), tokens[first].lstrip()
        if len(digits) > _LONGEST_MARK:
            return digits.isdigit() and len(digits) >= _SHORTEST_CODE and before == "(" and after == ")"
        if after == "]" and before == "[":
            return True
        if after == "." and not first:
            return end + 1 < len(tokens) and tokens[end + 1][0] == " "
        if after != ")":
            return False
        if before != "(":
            return "(" not in [token.lstrip() for token in tokens[max(0, first - _REACH) : first]]
        return first < 2 or tokens[first - 2][-1] in ".;:,"

    def _is_model(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether three digits and more behind "the" name one thing: "the 5200 is priced at"."""
        return (
            self._word(tokens, first - 1) == "the"
            and tokens[first].strip().isdigit()
            and self._word(tokens, end) in self._lists["one_thing"]
        )

    def _is_titled(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a number behind a name is part of it: "the new Pixel 6 is", "at Sizewell 3 was", "told NBC 9"."""
        number, before, after = bare(tokens, first), bare(tokens, first - 1), bare(tokens, end)
        if end - first == 1 and before[:1].isupper() and len(number) == len("2.0") and number.endswith(".0"):
            return True  # Web 2.0
        if end - first != 1 or not number.isdigit() or len(number) > _LONGEST_TITLE or not before[:1].isupper():
            return False
        if before.lower() in self._lists["stations"]:
            return not (after.islower() and after.endswith("s"))
        place = first - 2
        while (
            place > first - _BESIDE
            and bare(tokens, place)[:1].isupper()
            and self._word(tokens, place) not in self._lists["naming"]
        ):
            place -= 1
        if not self._is_proper(tokens, first - 1) and (place == first - 2 or not before.isupper()):
            return False
        behind = self._word(tokens, place)
        if behind not in self._lists["naming"]:
            if not (behind.isalpha() and bare(tokens, place).islower()) or behind in self._lists["paired"]:
                return False
            if after in self._lists["counting_on"]:
                return False  # "and in Kent 12 were hurt"
        is_inside = after.istitle() and not after.endswith("s")  # "the Cloud 9 Club"
        is_end = after in _ENDING or after in self._lists["titled"] or after.endswith("ed")
        if after == ",":  # "the Orbit 12, launched", and no row: "Labour 12, the Greens 6"
            is_end = bare(tokens, end + 1).islower() and self._word(tokens, end + 1) not in self._lists["no_noun"]
        return not before.endswith("s") and (is_end or is_inside)

    def _is_name(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a number word with a capital inside a sentence is part of a name: "the Nine Elms hotel", "Capital One said"."""
        word = tokens[first].lstrip()
        if not (word[0].isupper() and word[1:].islower()) or not first:
            return False
        before = bare(tokens, first - 1)
        if not before.isalpha():
            return False
        if before.islower():
            return True
        after = bare(tokens, end)
        return (
            before[0].isupper()
            and after.isalpha()
            and after.islower()
            and after not in self._lists["linking"]
            and not before.isupper()
        )

    def _is_in_name(self, tokens: Tokens, first: int) -> bool:
        """Whether a year is part of a name in capitals: "the EXPO 2016", no "Christmas 2016"."""
        if first < 2 or tokens[first][0] != " " or not bare(tokens, first - 1).isupper():
            return False
        if not (bare(tokens, first - 1).isalpha() and tokens[first - 2][-1].isalpha()):
            return False
        return self._word(tokens, first - 1) not in self._lists["year_before"] and _NAMELESS.isdisjoint(
            self._terminals(tokens, first - 1)
        )

    def _date(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A year that is no number of a house, a room or a telephone."""
        if bare(tokens, end).istitle() and self._word(tokens, end) in self._lists["streets"] and tokens[end - 1][-1].isalpha():
            return None  # June Drive
        if self._word(tokens, end - 1) in self._lists["parted"] and tokens[end : end + 1] == ["-"]:
            return None  # "the last half-dozen"
        if end - first != 1 or not tokens[first][-1].isdigit():
            return value
        if self._is_in_name(tokens, first):
            return None
        behind = self._word(tokens, first - 1)
        is_house = self._is_address(tokens, first, end) and (behind == "of" or behind not in self._lists["year_before"])
        return (
            None
            if is_house or self._word(tokens, end) in self._lists["numbered"] or self._is_named(tokens, first, end)
            else value
        )


def _is_group(token: str) -> bool:
    """Whether a token is two digits or more and nothing else."""
    digits = token.lstrip()
    return digits.isdigit() and len(digits) > 1
