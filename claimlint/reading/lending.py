"""Mentions side by side -> the times that lend each other what they leave out: "8 a.m. (0600 GMT) on Friday"."""

from collections.abc import Sequence
from typing import Any

from claimlint.reading.mention import Mention
from claimlint.reading.tokens import SMALL
from claimlint.values.times import apart
from claimlint.values.value import When

_DAYS = frozenset({"weekday", "day", "dated", "deictic", "named", "holiday", "in", "beside", "nth_weekday", "daypart"})
_LENT = frozenset({"clock", "unit", "nth", "part"})
_PERIODS = frozenset({"week", "month", "quarter", "half", "year"})

Lent = tuple[When, Mention]


class Lending:
    """What placing.yaml says about times that stand side by side."""

    def __init__(self, lists: dict[str, Any]) -> None:
        self._joints = frozenset(lists["joints"])
        self._ended = {tuple(phrase.split()) for phrase in lists["ended"]}
        self._over = frozenset(lists["over"])
        self._base, self._based = frozenset(lists["base"]), frozenset(lists["based"])
        self._since = frozenset(lists["back"])

    def lend(self, mentions: Sequence[Mention], tokens: Sequence[str], at: int) -> Lent:
        """A time with what its neighbours lend it, and the mention by whose place its tense is told."""
        mention = mentions[at]
        when = mention.value.when or ()
        if not when or when[0] not in _LENT:
            return when, mention
        if when[0] == "clock":
            return self._clock(mentions, tokens, at) or (when, mention)
        if when[0] == "part":
            back = mention.value.relation in self._since and when[1] == "END" and when[2][0] == "unit" and when[2][2] == 0
            return ((*when[:2], (*when[2][:2], -1)) if back else when), mention
        return self._period(mentions, tokens, at) or (when, mention)

    def over(self, tokens: Sequence[str], mention: Mention) -> bool:
        """Whether the words right in front of a time say that it is past: "the year ended June 30"."""
        place = mention.first - 1
        if place > 0 and SMALL[tokens[place]] == "on":
            place -= 1
        return place >= 0 and SMALL[tokens[place]] in self._over

    def base(self, tokens: Sequence[str], mention: Mention) -> bool:
        """Whether a time is the base of an index: "1980 equals 100", "base 1980"."""
        number = mention.last + 1
        if mention.first and SMALL[tokens[mention.first - 1]] in self._based:
            return True
        if number >= len(tokens) or SMALL[tokens[mention.last]] not in self._base:
            return False
        return tokens[number].strip() in ("100", "1000", "1,000")

    def _clock(self, mentions: Sequence[Mention], tokens: Sequence[str], at: int) -> Lent | None:
        """A time of day on the day that is told right behind it, or in front of the bracket in which it stands."""
        clock = mentions[at].value.when or ()
        place = start = at
        while start and mentions[start - 1].value.when is not None and self._joined(tokens, mentions[start - 1], mentions[start]):
            start -= 1
        while place + 1 < len(mentions) and self._joined(tokens, mentions[place], mentions[place + 1]):
            place += 1
            other = mentions[place].value.when
            if other is None:
                break
            if other[0] == "at" or other[0] in _DAYS:
                return ("at", clock, _day(other), "", apart(mentions[start].value.when or clock, clock)), mentions[place]
            if other[0] != "clock":
                break
        if at and self._joined(tokens, mentions[at - 1], mentions[at]):
            other = mentions[at - 1].value.when
            if other is not None and other[0] == "at" and other[1][0] == "clock":
                return ("at", clock, other[2], "", apart(other[1], clock)), mentions[at - 1]
        return None

    def _joined(self, tokens: Sequence[str], a: Mention, b: Mention) -> bool:
        """Whether only marks and small words stand between two mentions."""
        between = [SMALL[token] for token in tokens[a.last : b.first]]
        return bool(between) and all(word in self._joints for word in between)

    def _period(self, mentions: Sequence[Mention], tokens: Sequence[str], at: int) -> Lent | None:
        """The quarter ended Sept. 30, the year to March: it ends then, whatever the calendar says."""
        mention = mentions[at]
        when = mention.value.when
        if when is None or when[1] not in _PERIODS or (when[2] != "the" if when[0] == "unit" else when[3] is not None):
            return None
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        told = after.value.when if after is not None else None
        if told is not None and told[:2] == ("part", "END"):
            told = told[2]  # "the year to end-June"
        if after is None or told is None or told[0] not in ("day", "month", "dated", "weekday"):
            return None
        between = tuple([SMALL[token] for token in tokens[mention.last : after.first]])
        return (("ended", when[1], told, when), after) if between in self._ended else None


def _day(when: When) -> When:
    """The day of a time of day or of a part of one."""
    if when[0] in ("at", "daypart"):
        return ("deictic", 0) if when[2] is None else when[2]
    return when
