"""A number and the words behind it -> in what time it is counted: "inspections a year", "tonnes for each season"."""

import re
from collections.abc import Sequence

from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item
from claimlint.values.value import Value

_NEAR = 4  # words of "for each fishing season"
_PERIOD = re.compile(r"P(T?)(\d+)([YMWDHS])")  # of TIMEX3
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


def period(value: Value) -> tuple[float, str] | None:
    """Gives the length of time between the times of a set, and its unit: "every two years", "weekly"."""
    if value.kind != "set" or value.when is None:
        return None
    found = _PERIOD.fullmatch(str(value.when[1]))
    return (float(found[2]), _UNITS.get(found[1] + found[3], "")) if found else None


def rate(items: Sequence[Item], start: int, high: int, words: Words) -> str:
    """Gives the unit of time in which a number is counted that is told from a place on, "" where there is none."""
    for i in range(start, min(high, start + _NEAR)):
        item = items[i]
        if item.mention is not None:
            return _single(item.mention.value)
        if item.lower in words.rates and (i > start or item.lower.endswith("ly")):
            return words.rates[item.lower]
        if item.name is not None or (item.lower not in words.each and item.word.role and i > start):
            return ""
        if i == start and item.lower not in words.each:
            return ""
    return ""


def _single(value: Value) -> str:
    """The unit of a set of times, or of one length of time."""
    repeated = period(value)
    if repeated is not None:
        return repeated[1] if repeated[0] == 1 else ""
    return value.unit if value.kind == "duration" and value.stated == 1 and not value.bound else ""
