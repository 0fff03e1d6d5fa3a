"""What the names in dates.lark mean: each gives a time as it is told, before it is known from which day.

A time is a tuple whose first item says what kind it is; claimlint.values.times lists the kinds and resolves them.
"""

from typing import Any

from claimlint.reading.meaning.amounts import Amounts
from claimlint.reading.meaning.numbers import Refused
from claimlint.values.value import Number, Rank, Value, When

_CENTURY = 100
_KINDS = {"clock": "time", "at": "time", "daypart": "time", "clocks": "time", "set": "set", "units": "duration"}
_PARTS = {"quarter": 4, "half": 2}


class Times(Amounts):
    """The meanings of dates.lark."""

    def time(self, value: Any) -> Value:
        """Any time, as a value."""
        if isinstance(value, Value):
            return value
        value = self.date(value)
        return Value(_KINDS.get(value[0], "date"), when=value)

    # months and days

    def month(self, number: int | str) -> When:
        """A month by its name; a text where the word has another meaning too."""
        return ("month", None, int(number), isinstance(number, int))

    def bare_month(self, month: When) -> When:
        """A month alone: only by a name that is nothing else."""
        if not month[3]:
            raise Refused
        return month[:3]

    def day(self, value: Any) -> int:
        """A day of a month, in digits or as a rank."""
        if isinstance(value, Rank):
            if value.place > 31:
                raise Refused
            return value.place
        return int(str(value).rstrip("stndrh"))

    def weekday(self, number: int | str) -> int:
        """A weekday: 1 for Monday; below zero where the word has another meaning too."""
        return number if isinstance(number, int) else -int(number)

    def month_day(self, month: When, *rest: Any) -> When:
        """April 8, 2010."""
        return self._day(month, rest)

    def day_month(self, *parts: Any) -> When:
        """8 April 2010."""
        month = next(p for p in parts if isinstance(p, tuple))
        return self._day(month, parts)

    def _day(self, month: When, parts: tuple[Any, ...]) -> When:
        day = next(p for p in parts if isinstance(p, int))
        year = next((int(p) for p in parts if isinstance(p, str) and p.isdigit()), None)
        return ("day", year, month[2], day)

    def month_day_in(self, month: When, day: int, *rest: Any) -> When:
        """June 3 last year."""
        return ("in", rest[-1], ("day", None, month[2], day))

    def day_month_in(self, day: int, month: When, relative: When) -> When:
        """3 June last year."""
        return ("in", relative, ("day", None, month[2], day))

    def month_year(self, month: When, *rest: Any) -> When:
        """April 2010."""
        return ("month", int(rest[-1]), month[2])

    def month_in(self, month: When, *rest: Any) -> When:
        """January this year."""
        return ("in", rest[-1], month[:3])

    def iso(self, year: str, _a: str, month: str, _b: str, day: str) -> When:
        """2010-04-08."""
        return ("day", int(year), int(month), int(day))

    def slashed(self, a: str, _s: str, b: str, _t: str, year: str) -> When:
        """4/8/2010: the month first, unless it cannot be one."""
        month, day = int(a), int(b)
        number = int(year) if len(year) > 2 else _full_year(int(year))
        return ("day", number, month, day)

    def numeric(self, token: str) -> When:
        """8.4.2010."""
        day, month, year = map(int, token.split("."))
        return ("day", year, month, day)

    def days_of_month(self, *parts: Any) -> When:
        """February 3-5, 2019."""
        month = next(p for p in parts if isinstance(p, tuple))
        return self._days(month, parts)

    days_month = days_of_month

    def _days(self, month: When, parts: tuple[Any, ...]) -> When:
        first, last = (p for p in parts if isinstance(p, int))
        year = next((int(p) for p in parts if isinstance(p, str) and p.isdigit()), None)
        return ("range", ("day", year, month[2], first), ("day", year, month[2], last))

    # years and more

    def year(self, *parts: Any) -> When:
        """A year."""
        digits = next(p for p in parts if isinstance(p, str) and p.isdigit())
        if parts[-1] == "BC":
            return ("year", -int(digits))
        return ("year", int(digits))

    def year_bc(self, _era: str, digits: str) -> When:
        """AD 79."""
        return ("year", int(digits))

    def year_short(self, _apostrophe: str, digits: str) -> When:
        """'98."""
        return ("year", _full_year(int(digits)))

    def years(self, first: str, _dash: str, last: str) -> When:
        """2012-13."""
        start, end = int(first), int(first) // _CENTURY * _CENTURY + int(last)
        if not start < end:
            raise Refused
        return ("range", ("year", start), ("year", end))

    def decade(self, *parts: str) -> When:
        """The 1990s."""
        return ("decade", int(parts[-1][:-1]))

    def decade_short(self, *parts: str) -> When:
        """The '90s."""
        return ("decade", 1900 + int(parts[-1][:-1]))

    def season(self, *parts: str) -> When:
        """The summer of 1998."""
        code = next(p for p in parts if p.isalpha() and p.isupper())
        year = next((int(p) for p in parts if p.isdigit()), None)
        return ("season", year, code)

    def quarter(self, quarter: Any, *rest: str) -> When:
        """Q3 2019, H1 2020."""
        year = int(rest[-1]) if rest else None
        if str(quarter).startswith("H"):
            return ("nth", "half", int(str(quarter)[1]), ("year", year) if year else None)
        return ("nth", "quarter", int(quarter), ("year", year) if year else None)

    def nth(self, *parts: Any) -> When:
        """The third quarter."""
        rank = next(p for p in parts if isinstance(p, Rank)).place
        unit = parts[-1]
        if unit == "century":
            return ("century", rank)
        if unit == "second" or rank > _PARTS.get(unit, 60):
            raise Refused
        return ("nth", unit, rank, None)

    def nth_of(self, nth: When, _of: str, outer: When) -> When:
        """The third quarter of 1990."""
        return (*nth[:3], outer) if nth[0] == "nth" else ("in", outer, nth)

    def year_nth(self, *parts: Any) -> When:
        """The 1988 third quarter, this year's third quarter."""
        outer = next(("year", int(p)) if isinstance(p, str) else p for p in parts[:-1] if p not in ("the", "s"))
        return self.nth_of(parts[-1], "of", outer)

    def year_period(self, *parts: Any) -> When:
        """The 1988 period."""
        return ("year", int(next(p for p in parts if p.isdigit())))

    def nth_many(self, *parts: Any) -> When:
        """The first nine months."""
        number = next(p for p in parts if isinstance(p, Number))
        return ("units", parts[-1], "first", _count(number))

    def nth_fiscal(self, *parts: Any) -> When:
        """The fiscal first quarter."""
        return self.nth(*(p for p in parts if p != "fiscal"))

    def fiscal(self, _fiscal: str, year: str) -> When:
        """Fiscal 1989."""
        return ("fiscal", int(year))

    def fiscal_now(self, *_parts: str) -> When:
        """The fiscal year."""
        return ("unit", "year", 0)

    def fiscal_rel(self, _the: str, rel: Any, *_rest: str) -> When:
        """The current fiscal year."""
        return ("unit", "year", rel)

    # relative ones

    def rel(self, value: Any) -> Any:
        """This, last, next."""
        return value

    def rel_last(self, *_parts: Any) -> int:
        """This past."""
        return -1

    def rel_next(self, *_parts: Any) -> int:
        """This coming."""
        return 1

    def rel_period(self, *parts: Any) -> Any:
        """Last week."""
        rel, unit = parts[-2], parts[-1]
        if unit in ("second", "minute") or (rel == "recent" and unit == "half"):
            raise Refused
        if rel == "recent":
            return ("ref", "PAST_REF")
        return ("unit", unit, rel)

    def rel_many(self, *parts: Any) -> When:
        """The past two years."""
        return ("units", parts[-1], parts[-3], _count(parts[-2]))

    def rel_weekday(self, *parts: Any) -> When:
        """Last Friday."""
        return ("weekday", abs(parts[-1]), parts[-2])

    def rel_month(self, *parts: Any) -> When:
        """Last June."""
        return ("named", parts[-2], parts[-1][:3])

    def rel_season(self, *parts: Any) -> When:
        """Last summer."""
        return ("named", parts[-2], ("season", None, parts[-1]))

    def rel_nth(self, rel: Any, rank: Rank, unit: str) -> When:
        """This third quarter."""
        return self.nth(rank, unit)

    def the_period(self, _the: str, unit: str) -> When:
        """The quarter: the one that is spoken of."""
        if unit in ("second", "minute", "hour", "day", "night", "half", "decade", "century", "millennium"):
            raise Refused
        return ("unit", unit, "the")

    def year_ago(self, *_parts: str) -> When:
        """The year-ago quarter."""
        return ("unit", "year", -1)

    def year_ago_nth(self, *parts: Any) -> When:
        """The year-ago third quarter."""
        return ("nth", parts[-1], parts[-2].place, ("unit", "year", -1))

    def ago(self, *parts: Any) -> When:
        """Two years ago, a week later."""
        if len(parts) == 1:
            when: When = parts[0]
            return when
        return self._ago(parts[0], parts[1], None)

    def ago_from(self, amount: Value, word: str, date: When) -> When:
        """Two days before Christmas."""
        if word == "on":
            raise Refused
        return self._ago(amount, word, date)

    def later_from(self, amount: Value, _from: str, date: When) -> When:
        """60 days from 4 December."""
        return self._ago(amount, "later", date)

    def ago_span(self, number: Number, unit: str, word: str) -> Value:
        """Two to three weeks ago."""
        return self.time(self._ago(self.with_unit(number, unit), word, None))

    def ago_vague(self, unit: str, word: str) -> When:
        """Months ago."""
        if word not in ("ago", "earlier", "later") or unit in ("second", "half", "quarter"):
            raise Refused
        return ("ref", "FUTURE_REF" if word == "later" else "PAST_REF")

    def _ago(self, amount: Value, word: str, date: When | None) -> When:
        if amount.kind != "duration":
            raise Refused
        low, high = amount.stated if isinstance(amount.stated, tuple) else (amount.stated, amount.stated)
        return ("ago", word, low, high, amount.unit, date, amount.form == "vague")

    # parts, weekdays with dates, ranges

    def weekday_of(self, weekday: int, *rest: Any) -> When:
        """Monday, February 3, 2026."""
        return ("dated", abs(weekday), rest[-1])

    def weekday_of_rel(self, _rel: Any, weekday: int, *rest: Any) -> When:
        """This Monday, February 3."""
        return ("dated", abs(weekday), rest[-1])

    def weekday_the(self, weekday: int, *rest: Any) -> When:
        """Friday the 13th."""
        return ("dated", abs(weekday), ("day", None, None, int(rest[-1][:-2])))

    def weekday_in(self, weekday: int, *rest: Any) -> When:
        """Tuesday of last week."""
        return ("in", rest[-1], ("weekday", abs(weekday), None))

    def date(self, value: Any) -> When:
        """Any date; a number by itself is a weekday, if its word is nothing else."""
        if isinstance(value, int):
            if value < 0:
                raise Refused
            return ("weekday", value, None)
        return value

    def part(self, *parts: Any) -> When:
        """Early June, late last year."""
        if len(parts) == 1:
            when: When = parts[0]
            return when
        mod = next(p for p in parts if isinstance(p, str) and p.isupper())
        return ("part", mod, self.date(parts[-1]))

    def part_period(self, mod: str, unit: str) -> When:
        """Mid-week."""
        if mod not in ("MID", "LATER", "EARLIER") or unit not in ("week", "month", "year"):
            raise Refused
        return ("part", mod, ("unit", unit, 0))

    def edge(self, *parts: Any) -> When:
        """The end of June."""
        return ("part", parts[-2], self.date(parts[-1]))

    def edge_period(self, _the: str, mod: str, unit: str) -> When:
        """The end of week."""
        return ("part", mod, ("unit", unit, "the"))

    def year_end(self, *parts: str) -> When:
        """Year-end."""
        return ("part", "END", ("unit", parts[-1], 0))

    def deictic(self, value: Any) -> When:
        """Yesterday, the following day."""
        return ("deictic", value)

    def holiday(self, code: str, *rest: Any) -> When:
        """Christmas Day 2010."""
        return ("holiday", code, int(rest[-1]) if rest else None)

    def vague_time(self, code: str) -> When:
        """Now, recently."""
        return ("ref", code)

    def date_range(self, *parts: Any) -> When:
        """From 3 May to 5 June."""
        ends = [self.date(p) for p in parts if not isinstance(p, str)]
        if any(end[0] == "ref" for end in ends):
            raise Refused
        return ("range", *ends)

    # times of day

    def clock(self, *parts: Any) -> When:
        """8:30 a.m."""
        if len(parts) == 1 and isinstance(parts[0], tuple):
            return parts[0]
        digits = str(parts[0]).replace(".", ":").split(":")
        hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
        half = parts[1] if len(parts) > 1 else None
        if half in ("am", "pm"):
            if not 1 <= hour <= 24:
                raise Refused
            hour = hour if hour > 12 else hour % 12 + (12 if half == "pm" else 0)
        if len(parts) == 1 and len(digits) == 1:
            raise Refused
        return ("clock", hour, minute, len(digits) > 1, None)

    def noon(self, _word: int) -> When:
        """Noon."""
        return ("clock", 12, 0, True, None)

    def midnight(self, _word: int) -> When:
        """Midnight: the end of the day."""
        return ("clock", 24, 0, True, None)

    def hour(self, value: Any) -> int:
        """An hour on the clock's face."""
        return int(value)

    def half_past(self, _half: int, hour: int) -> When:
        """Half past nine: before or after noon is not said."""
        return ("clock", _face(hour), 30, True, "either")

    def past(self, minutes: Any, sign: int, hour: int) -> When:
        """Quarter to five."""
        number = minutes.low if isinstance(minutes, Number) else minutes
        if not 1 <= number < 60:
            raise Refused
        total = _face(hour) * 60 + sign * int(number)
        return ("clock", total // 60 % 24, total % 60, True, "either")

    def clock_part(self, clock: Any, *rest: Any) -> When:
        """Five in the afternoon."""
        part = rest[-1]
        hour, minute = (clock, 0) if isinstance(clock, int) else clock[1:3]
        if part in ("AF", "EV", "NI") and hour < 12 and not (part == "NI" and hour < 5):
            hour += 12
        return ("clock", hour, minute, True, None)

    def zoned(self, clock: When, zone: Any) -> When:
        """A time with its zone."""
        return (*clock[:4], zone)

    def military(self, digits: str, zone: Any) -> When:
        """0500 GMT."""
        return ("clock", int(digits[:2]), int(digits[2:]), True, zone)

    def at(self, clock: When, *rest: Any) -> When:
        """10 p.m. Wednesday."""
        return ("at", clock, self.date(rest[-1]))

    def on(self, date: Any, *rest: Any) -> When:
        """Wednesday at 10 p.m."""
        return ("at", rest[-1], self.date(date))

    def moment(self, value: When) -> When:
        """Any time of day."""
        return value

    def clock_range(self, *parts: Any) -> When:
        """From 9 to 11:30 a.m."""
        a, b = (p for p in parts if isinstance(p, tuple))
        return ("clocks", a, b)

    def daypart(self, date: Any, *rest: Any) -> When:
        """Friday evening."""
        return ("daypart", rest[-1], self.date(date))

    def daypart_of(self, *parts: Any) -> When:
        """The evening of June 3."""
        code = next(p for p in parts if isinstance(p, str) and p.isupper())
        return ("daypart", code, self.date(parts[-1]))

    def the_daypart(self, _the: str, code: str) -> When:
        """The morning."""
        return ("daypart", code, None)

    def part_daypart(self, _mod: str, code: str, *rest: Any) -> When:
        """Early morning, mid-afternoon yesterday."""
        return ("daypart", code, self.date(rest[-1]) if rest else None)

    def tonight(self, *parts: str) -> When:
        """Tonight, last night."""
        code = parts[-1]
        return ("daypart", "NI", ("deictic", -1)) if code == "LN" else ("daypart", code, ("deictic", 0))

    # what recurs

    def each(self, every: int, *rest: Any) -> When:
        """Every week, every two years."""
        count = int(rest[0].low) if len(rest) == 2 else every
        return ("set", _period(count, rest[-1]))

    def each_weekday(self, _every: int, weekday: int) -> When:
        """Every Monday."""
        return ("set", f"XXXX-WXX-{abs(weekday)}")

    def each_month(self, _every: int, month: When) -> When:
        """Every July."""
        return ("set", f"XXXX-{month[2]:02}")

    def each_daypart(self, _every: int, code: str) -> When:
        """Every morning."""
        return ("set", f"XXXX-XX-XXT{code}")

    def each_season(self, _every: int, code: str) -> When:
        """Every summer."""
        return ("set", f"XXXX-{code}")

    def weekdays(self, day: Any) -> When:
        """Mondays."""
        return ("set", f"XXXX-WXX-{day}")

    def set_word(self, timex: str) -> When:
        """Daily."""
        return ("set", timex)

    def times_per(self, *parts: Any) -> When:
        """Twice a week."""
        return self._unit_period(parts[-1])

    def times_each(self, *parts: Any) -> When:
        """Twice each week."""
        return self._unit_period(parts[-1])

    def _unit_period(self, unit: str) -> When:
        if self.units.dimension(unit) != "[time]":
            raise Refused
        return ("set", _period(1, unit))


_CODES = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M",
          "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "fortnight": "W"}  # fmt: skip


def _period(count: int, unit: str) -> str:
    code = _CODES.get(unit, "X")
    if unit == "fortnight":
        count *= 2
    return f"PT{count}{code[1]}" if code.startswith("T") else f"P{count}{code}"


def _count(number: Number) -> float | None:
    return None if number.form else number.low


def _face(hour: int) -> int:
    if not 1 <= hour <= 24:
        raise Refused
    return hour


def _full_year(short: int) -> int:
    return 2000 + short if short < 50 else 1900 + short
