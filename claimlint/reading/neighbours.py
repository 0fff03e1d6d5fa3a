"""What stands around a reading -> whether it is a value at all, and which of two it is.

A number in a name, in an address or in a web address says nothing; "one" may be a pronoun, "first" an adverb, 5-3 a
range or a score. The lists come from the word files; here stands only where to look.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from attrs import evolve

from claimlint.reading.lexicon import Lexicon
from claimlint.values.value import Value

Tokens: TypeAlias = Sequence[str]

_REACH = 6  # tokens looked at to either side
_BESIDE = 4
_LINK = 80  # tokens of the longest web address whose numbers are passed over
_OLDEST, _YOUNGEST = 120, 1
_FULL_AGE = 10  # in brackets behind a name a smaller number is a score
_CENT = 0.01


class Neighbours:
    """Judges readings by the tokens around them."""

    def __init__(self, context: dict[str, Any], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lists = {name: frozenset(map(str, held)) for name, held in context.items() if isinstance(held, list)}
        self._years: tuple[int, int] = (context["years"][0], context["years"][1])
        self._kinds: dict[str, Callable[[Tokens, int, int, Value], Value | None]] = {
            "count": self._count,
            "rank": self._rank,
            "quantity": self._quantity,
            "money": self._money,
            "duration": self._duration,
            "percent": self._percent,
        }

    def judge(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """Gives what tokens[first:end] say in their place: the value, the same seen in another way, or None."""
        if not self._free(tokens, first, end, value):
            return None
        if value.bound == ">" and self._word(tokens, first) == "over" and not self._is_over(tokens, first, value):
            return None
        by_kind = self._kinds.get(value.kind)
        return by_kind(tokens, first, end, value) if by_kind is not None else value

    def _is_over(self, tokens: Tokens, first: int, value: Value) -> bool:
        """Whether "over" means more than: not in "hand over $5,000", nor in "rose over three years"."""
        behind = self._word(tokens, first - 1)
        return behind not in self._lists["handing"] and (value.kind != "duration" or behind in self._lists["over_behind"])

    # standing by themselves

    def _free(self, tokens: Tokens, first: int, end: int, value: Value) -> bool:
        """Whether the words stand by themselves and are no part of a longer token."""
        if end < len(tokens):
            after = tokens[end]
            mark = after[0]
            if after == " than" and value.when is None:  # "5,000 or less than 6,000"
                return False
            if mark.isalnum() or mark == "_":
                return False
            if end + 1 < len(tokens) and tokens[end + 1][0].isdigit():
                if after in _TYING or (after == "-" and value.kind != "date"):
                    return False
            elif after == "-" and end + 1 < len(tokens) and len(tokens[end - 1].lstrip()) == 1 and tokens[end - 1][-1].isupper():
                return False  # 800,000 F-Series
        if first and tokens[first][0] not in " \u00a0":
            before = tokens[first - 1]
            if before[-1].isalnum() or before[-1] in _TIED:
                return tokens[first][0] in _COMPARING and before[-1].isalpha() and tokens[first + 1][0] not in " \u00a0"
            joined = before in _JOINING and first > 1 and before[0] != " " and tokens[first - 2][-1].isalnum()
            if joined and (before != "-" or self._word(tokens, first - 2) not in self._lists["prefixes"]):
                return False
            return not _in_link(tokens, first)
        return True

    # counts

    def _count(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A number without a unit."""
        if self._is_years(tokens, first, end):
            return None
        after = self._word(tokens, end)
        if end < len(tokens) and self._lexicon[tokens[end]].factor:
            return None
        in_digits = tokens[first][-1].isdigit()
        if in_digits:
            if (
                self._is_named(tokens, first, end)
                or self._is_address(tokens, first, end)
                or self._is_mark(tokens, first, end)
                or self._is_model(tokens, first, end)
            ):
                return None
            if first + 1 == end and self._is_age(tokens, first, value):
                return evolve(value, kind="age", unit="year", low=value.low, high=value.low, high_open=False)
        elif (
            self._is_name(tokens, first, end)
            or (end - first == 1 and self._is_named(tokens, first, end))
            or (first and self._lexicon[tokens[first - 1]].calendar)
        ):
            return None
        if after == "-" and self._word(tokens, end + 1) in self._lists["not_before"]:
            return None
        if end - first == 1 and value.stated == 1 and not in_digits and self._is_pronoun(tokens, first, end):
            return None
        if self._loose_sign(tokens, first) or not self._is_counted(tokens, end):
            return None
        return self._ends(tokens, first, end, value)

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
                if not self._years[0] <= int(tokens[place]) <= self._years[1]:
                    return False
            elif place == told[0] or "YY" not in self._lexicon[tokens[place]].terminals or tokens[place - 1] not in _SIGNS:
                return False
        return (
            self._word(tokens, end) not in self._lists["counted"] or self._word(tokens, first - 1) in self._lists["year_before"]
        )

    def _may_be_year(self, number: float | None) -> bool:
        return number is not None and number % 1 == 0 and self._years[0] <= number <= self._years[1] and number % 100 != 0

    def _is_named(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the number belongs to what is named before it: Article 5, Flights 12, 15 and 17."""
        place = first - 1
        lowest = max(0, place - 2 * _REACH)
        while place > lowest and (self._word(tokens, place) in _LISTING or tokens[place][-1].isdigit()):
            if tokens[place][-1].isdigit() and self._word(tokens, place + 1) not in _LISTING:
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
        if word not in self._lists["loosely"] or _bare(tokens, place)[:1].isupper():
            return True
        behind = _bare(tokens, end)
        return not (behind.isalpha() and behind.islower()) or behind in _SHORT

    def _is_address(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a street's name follows ("12 Elm Street"), or the number closes an address ("PA 23456")."""
        for place in range(end, min(end + 4, len(tokens))):
            word = _bare(tokens, place)
            if not word[:1].isupper() and word != "." and "ORDNUM" not in self._lexicon[tokens[place]].terminals:
                break
            if place > end and word.lower() in self._lists["streets"]:
                return True
        if self._word(tokens, end) in self._lists["numbered"] or self._is_phone(tokens, first, end):
            return True
        before = _bare(tokens, first - 1)
        digits = tokens[first].lstrip()
        return (
            len(before) == 2
            and before.isupper()
            and len(digits) == 5
            and digits.isdigit()
            and self._word(tokens, first - 2) in (",", ".")
        )

    def _is_phone(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether three digits in brackets, or three and four with a hyphen, are a telephone number."""
        if _bare(tokens, first - 1) == "(" and tokens[first].isdigit() and len(tokens[first]) == 3:
            return (
                _bare(tokens, end) == ")" and end + 2 < len(tokens) and tokens[end + 1][-1].isdigit() and tokens[end + 2] == "-"
            )
        if end - first != 3 or tokens[first + 1] != "-" or not tokens[end - 1].isdigit():
            return False
        digits = tokens[first].lstrip()
        if len(digits) == 3 and len(tokens[end - 1]) == 4:
            return tokens[end - 1][-2:] not in ("00", "50")
        return digits == "1" and tokens[end - 1][0] in "89" and len(tokens[end - 1]) == 3

    def _is_mark(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the number counts paragraphs or notes: 1) and (2) and [3], or "4." at the start."""
        if end - first != 1 or end >= len(tokens) or len(tokens[first].lstrip()) > 2:
            return False
        after, before = tokens[end], _bare(tokens, first - 1)
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

    def _is_age(self, tokens: Tokens, first: int, value: Value) -> bool:
        """Whether a bare number is an age: "Jane Roe, 34,", "Jane Roe (34)", "the girl, 9,", "dead at 94", "she was 41."."""
        if first < 2 or not isinstance(value.stated, float) or value.stated % 1 or not _YOUNGEST <= value.stated <= _OLDEST:
            return False
        before, after = _bare(tokens, first - 1), self._word(tokens, first + 1)
        behind = self._word(tokens, first - 2)
        if before.lower() in self._lists["aging"] and (behind in self._lists["aged_one"] or before.lower() == "at"):
            return after in _AFTER_AGE and behind in self._lists["aged_one"]
        if before == "(":
            if after != ")" or value.stated < _FULL_AGE:
                return False
        elif before != "," or after not in _AFTER_AGE:
            return False
        if behind in self._lists["persons"]:
            return True
        place = first - 2
        if tokens[place] == "." and self._word(tokens, place - 1) in ("jr", "sr"):
            place -= 2
        if place < 0 or not self._is_proper(tokens[place]):
            return False
        if place and self._is_proper(tokens[place - 1]):
            return True
        told = _bare(tokens, first + 2)  # "Roe, 34, was"; no "Overall, 34, or half,"
        return before == after == "," and told.isalpha() and told.islower() and told not in _COUNTING

    def _is_proper(self, token: str) -> bool:
        """Whether a token is a word of a name: a capital and small letters, and no month or weekday."""
        word = token.lstrip()
        return word[:1].isupper() and word[1:].islower() and word.isalpha() and not self._lexicon[token].calendar

    def _is_name(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a number word with a capital inside a sentence is part of a name: "the Nine Elms hotel", "Capital One said"."""
        word = tokens[first].lstrip()
        if not (word[0].isupper() and word[1:].islower()) or not first:
            return False
        before = _bare(tokens, first - 1)
        if not before.isalpha():
            return False
        if before.islower():
            return True
        after = _bare(tokens, end)
        return before[0].isupper() and after.isalpha() and after.islower() and after not in _SHORT and not before.isupper()

    def _is_pronoun(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether "one" stands for a thing that was named: this one, a new one, one can."""
        behind, before = self._word(tokens, first - 1), self._word(tokens, end)
        if behind in self._lists["one_behind"] or before in self._lists["one_before"]:
            return True
        return self._word(tokens, first - 2) in ("a", "an") and behind.isalpha()

    def _loose_sign(self, tokens: Tokens, first: int) -> bool:
        """Whether what looks like a sign is a dash: a blank stands behind it, or another dash before."""
        if tokens[first].lstrip() not in _SIGNS:
            return False
        return tokens[first + 1][0] in " \u00a0" or (first > 0 and tokens[first - 1][-1] in _SIGNS)

    def _is_counted(self, tokens: Tokens, end: int) -> bool:
        """Whether one letter behind a number is a magnitude: of 5m only where something is counted so."""
        last = tokens[end - 1].lstrip()
        if last not in _SHORT_MAGNITUDES:
            return True
        after = _bare(tokens, end)
        if not after.isalpha() or after.lower() in self._lists["metres"]:
            return last == "b" and "." in tokens[end - 2]  # a section is 5b, a sum 5.2b
        return after in self._lists["counted"] or (after.islower() and after.endswith("s") and tokens[end - 1][0] != " ")

    def _percent(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A percentage; a dash before it is no minus."""
        return None if self._loose_sign(tokens, first) else self._ends(tokens, first, end, value)

    # ranks

    def _rank(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A place in an order, and no adverb, fraction of a name or fixed phrase."""
        if _bare(tokens, end)[:1].isupper() and self._word(tokens, end) in self._lists["streets"]:
            return None
        if tokens[first].lstrip()[0].isdigit():
            return value
        behind, before = self._word(tokens, first - 1), self._word(tokens, end)
        if before in self._lists["rank_before"] and end - first == 1:
            return None
        word = tokens[first].lstrip()
        if word[0].isupper() and word[1:].islower():
            after = _bare(tokens, end)
            inside = first > 0 and tokens[first - 1][-1].isalpha()
            if inside or (after[:1].isupper() and after[1:].islower()):
                return None
        if not first or not behind[-1:].isalnum():
            return None if before in (",", ":") else value
        return value if behind in self._lists["rank_behind"] else None

    # amounts

    def _quantity(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        if value.unit not in _COLD and self._loose_sign(tokens, first):
            return None
        if not value.unit:
            if " ." in tokens[first:end]:
                return None
            return self._part(tokens, first, end, value) if value.form == "part" else self._ends(tokens, first, end, value)
        last = tokens[end - 1].lstrip()
        if value.unit == "inch" and not self._is_inch(tokens, first, end, last):
            return None
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
        if self._word(tokens, first) == "a" and tokens[first + 1] == " $":
            return None  # "a $5 bill" is in no Australian dollars
        if value.step == _CENT and (after.isalpha() or after == "-") and "UNIT" in self._lexicon[tokens[end - 2]].terminals:
            return None  # "20 dollars 43 people"
        if self._loose_sign(tokens, first) or (" / " in value.unit and self._is_past(tokens, end)):
            return None
        return self._ends(tokens, first, end, value)

    def _part(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A fraction by itself: no part of a unit, no half of a game, no third man."""
        if (
            end < len(tokens)
            and not self._lexicon[tokens[end]].terminals.isdisjoint(_MEASURING)
            and self._word(tokens, end) not in ("a", "in")
        ):
            return None
        last, after = self._word(tokens, end - 1), self._word(tokens, end)
        if self._word(tokens, first + 1) == "over" and after.isalpha():
            return None
        if first + 1 == end and last == "half":
            return None if self._word(tokens, first - 1) in self._lists["half_behind"] else value
        if after == "-" and self._word(tokens, end + 1).isalpha():
            return None  # "a third-quarter loss"
        if self._word(tokens, first) == "a" and after.isalpha() and after not in self._lists["part_before"]:
            return None
        return value

    def _duration(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        last = self._word(tokens, end - 1)
        after = self._word(tokens, end)
        if after == "-" and self._word(tokens, end + 1) == "old":
            return None
        if last == "second" and end - first == 2 and self._word(tokens, first) in ("a", "an"):
            return value if not after.isalpha() or after in self._lists["lasting"] else None
        if last == "year" and tokens[end - 1].lstrip()[0] == "Y" and value.stated != 1 and tokens[end - 2] != "-":
            return None  # a table's next line
        if last == "second" and value.stated != 1 and tokens[end - 2] != "-":
            return None  # "forty second" is a place, "forty-second" a length
        if value.unit == "quarteryear" and (value.stated == 1 or (after == "of" and value.form != "vague")):
            return None  # "a quarter" and "three quarters of" are parts
        if after == "-" and self._word(tokens, first) in ("a", "an") and self._word(tokens, end + 1).isalpha():
            return None  # "a year-long trial", "a day-old chick"
        return self._ends(tokens, first, end, value)

    def _is_inch(self, tokens: Tokens, first: int, end: int, last: str) -> bool:
        if last == "in" or (last == "." and self._word(tokens, end - 2) == "in"):
            return self._word(tokens, end) in self._lists["long"] or end >= len(tokens)
        if last in ('"', "'"):
            return not sum(token.lstrip() == '"' for token in tokens[max(0, first - _LINK) : first]) % 2
        return True

    def _is_scale(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether a single C or F is a temperature: no name follows."""
        after = _bare(tokens, end)
        return not (after[:1].isupper() or after == "/") and not self._is_named(tokens, first, end)

    def _is_past(self, tokens: Tokens, end: int) -> bool:
        """Whether the period behind "a" belongs to what follows: "$5 million a year earlier"."""
        return self._word(tokens, end) in self._lists["earlier"] and "PERIOD" in self._lexicon[tokens[end - 1]].terminals

    # two ends

    def _ends(self, tokens: Tokens, first: int, end: int, value: Value) -> Value | None:
        """A range that is a change, or a score."""
        if value.form not in _TWO_ENDS or not isinstance(value.stated, tuple):
            return value
        if value.unit and not self._closes(tokens, first, end):
            return None
        if value.approximate:
            return value
        words = [self._word(tokens, at) for at in range(max(0, first - _REACH), first)]
        changes = self._lists["changes"]
        if (value.form == "from_to" or words[-1:] == ["from"]) and not changes.isdisjoint(words):
            return None
        if value.unit and not (changes | _BY).isdisjoint(words[-_BESIDE:]) and self._has_two_units(tokens, first, end):
            return None  # "rose 20 cents to 35 cents"
        if value.kind == "count" and all(self._may_be_year(number) for number in value.stated):
            return None
        if value.kind == "count" and value.form == "range":
            near = self._lists["score_words" if "to" in [self._word(tokens, at) for at in range(first, end)] else "scores"]
            words += [self._word(tokens, at) for at in range(end, min(len(tokens), end + 3))]
            if not near.isdisjoint(words):
                return evolve(value, low=None, high=None, high_open=False, step=0.0, form="score")
        return value

    def _closes(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the second number has the unit of the first, where it names none: "$5 to 10 million", not "2 % to 34,500"."""
        if not tokens[end - 1][-1].isdigit():
            return True
        if end < len(tokens) and not self._lexicon[tokens[end]].terminals.isdisjoint(_MEASURING):
            return False
        return (
            any("CUR" in self._lexicon[token].terminals for token in tokens[first : first + _BESIDE])
            or self._word(tokens, first) == "between"
        )

    def _has_two_units(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether both ends name their unit, with "to" between."""
        words = [self._word(tokens, at) for at in range(first, end)]
        if "to" not in words:
            return False
        middle = first + words.index("to")
        return any(not self._lexicon[token].terminals.isdisjoint(_UNITS) for token in tokens[first:middle])

    def _word(self, tokens: Tokens, place: int) -> str:
        """The word at a place in small letters; nothing outside."""
        return _bare(tokens, place).lower()


_TWO_ENDS = ("range", "from_to", "between", "score")
_TYING = (".", ":", "/", ",")
_TIED = "_@#\\<>="
_COMPARING = "<>≤≥"
_JOINING = ("-", ".", "/", ":")
_SIGNS = ("-", "−", "–")
_LISTING = (",", "and", "or", "to", "through", "-", "–", "&")
_BY = frozenset(("by",))
_COUNTING = ("or", "and", "including", "mostly", "percent", "all", "most", "both")
_AFTER_AGE = (",", ".", ";", ")", "and", "")
_SHORT = (
    "in",
    "at",
    "of",
    "on",
    "for",
    "to",
    "and",
    "by",
    "with",
    "as",
    "from",
    "after",
    "or",
    "is",
    "was",
    "are",
    "were",
    "has",
    "had",
    "near",
)
_SHORT_MAGNITUDES = ("m", "b", "t", "mm")
_COLD = ("degree", "°C", "°F")
_DEGREES = {"°C": "Δ°C", "°F": "Δ°F"}
_MEASURING = frozenset(("UNIT", "MAG"))
_UNITS = frozenset(("UNIT", "CUR"))


def _bare(tokens: Tokens, place: int) -> str:
    """The token at a place without its blanks; nothing outside."""
    return tokens[place].lstrip(" \u00a0") if 0 <= place < len(tokens) else ""


def _in_link(tokens: Tokens, first: int) -> bool:
    """Whether the token is part of a web address: no blank back to "://" or "www."."""
    if tokens[first - 1][-1] not in "/=.-%&?_~:+":
        return False
    for place in range(first - 1, max(0, first - _LINK), -1):
        if tokens[place] == "/" and tokens[place - 1] == "/":
            return True
        if tokens[place].lstrip() == "www":
            return True
        if tokens[place][0] in " \u00a0":
            return False
    return False
