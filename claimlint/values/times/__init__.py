"""Times as they are told, and what they name from a day on.

The kinds of `When` (claimlint.reading.meaning makes them); what is not told is None:

    ("day", year, month, day)      ("month", year, month)       ("season", year, code)        ("year", year)
    ("decade", first year)         ("century", number)          ("fiscal", year)              ("holiday", code, year)
    ("weekday", number, relation)  ("dated", weekday, date)     ("named", relation, date)     ("deictic", days)
    ("unit", unit, relation)       ("units", unit, relation, low, high)                       ("same", unit, outer)
    ("ago", word, low, high, unit, date, vague, hedge)          ("in", outer, date)           ("part", mod, date)
    ("nth", unit, number, outer)   ("nth_weekday", weekday, number, outer)                    ("week_of", side, date)
    ("several", unit, side, count, outer)                       ("slashed", year, a, b)       ("beside", side, weekday, date)
    ("range", first, last)         ("daypart", code, date)      ("ref", timex)                ("set", timex)
    ("clock", hour, minute, minutes told, zone, turn, second)   ("clocks", first, last)       ("at", clock, date, relation)
    ("ended", unit, date, period)                               (its days end with the date's; otherwise as the period is told)

A relation is -1 (last), 0 (this), 1 (next), "that", "the", "latest", "previous", "following" or "next"; a year before Christ
is below zero. An "at" may have a fifth part: how many days its own day is from the date.

The policy, from how news is written:

- A bare weekday in a report of the past is the last one, on its own day that day; where the tense is the future's, the next.
- "Last" and "next" with a weekday, month or season are the last before and the first after the day of publication; "this",
  "last" and "next" with week, month, quarter or year count those of the calendar, weeks from Monday.
- A day, month, season, quarter or holiday without its year is the nearest one, if it lies within a hundred days; otherwise
  the last or the next, as the tense says. Behind a year told with its number, in the same paragraph and before any time
  counted from the day of publication, it is that year's.
- "That day", "the following day", "two days later" count from the time told last; "the quarter" is the one told last.
- What is told in weeks, months or years "ago" is no finer than half of one; early and late reach to the middle.
- Nothing is taken from a clock: without a day of publication a relative time has no days.
"""

from claimlint.values.times.bounds import bounds
from claimlint.values.times.clocks import apart, instants, meet, midst, minutes, zones
from claimlint.values.times.lengths import duration, length_of
from claimlint.values.times.named import exists
from claimlint.values.times.resolve import remember, resolve
from claimlint.values.times.time import Anchor, Time, Told

__all__ = [
    "Anchor",
    "Time",
    "Told",
    "apart",
    "bounds",
    "duration",
    "exists",
    "instants",
    "length_of",
    "meet",
    "midst",
    "minutes",
    "remember",
    "resolve",
    "zones",
]
