"""What fills a slot -> the amounts that a formula reckons with."""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve

from claimlint.checks.arithmetic import EXACT, FIGURE, STATED
from claimlint.claims.items import Item
from claimlint.claims.kinds import is_quarter, weekday_named
from claimlint.claims.parse import Sentence
from claimlint.reading.mentions import Mention, Reader
from claimlint.values.amounts import CLOCK, DAY, LENGTH_OF_TIME, MOMENT, Amount, Dimensions, Unfit, number, shifted
from claimlint.values.sets import Interval, point
from claimlint.values.times import Time, exists, midst, zones
from claimlint.values.units import Units
from claimlint.values.value import Value, When

Items = tuple[Item, ...]

_MONTHS = {"month": 1.0, "quarteryear": 3.0, "semester": 6.0, "year": 12.0, "decade": 120.0, "century": 1200.0}
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0}
_PERCENT = "percent"
_MINUTE = 60.0
_NO_YEAR = 4  # stands for the year of days that are told without one, where no article's date gives it
_PLAIN = frozenset({"share", "[points]", "[indexpoints]", "[multiples]"})  # told with a unit, reckoned with as numbers
_LOOSE = 10  # minutes: about nine, shortly before ten
_HEDGE = 3  # words that open a number at most


def amount(item: Item, kind: str, sentence: Sentence, units: Units, reading: str = "") -> Amount:
    """What the item in a slot of a kind says, in one of the readings of claimlint.checks.arithmetic.

    Raises Unfit for a time that is not known to the day.
    """
    mention = item.mention
    if mention is None:
        raise Unfit
    value = mention.value
    if kind in ("weekday", "dayname") and value.when is not None:
        return number(weekday_named(value.when))
    if kind == "bc" and value.when is not None:
        return number(-value.when[1])
    if kind == "daypart" and value.when is not None:
        return number(midst(value.when[1]))
    if value.when is not None and value.stated is None:
        return moment(mention, sentence)
    if value.stated is None:
        raise Unfit
    if kind in ("share", "fraction") and is_quarter(value):
        return Amount(_fourths(value), (), _PERCENT)
    return measured(value, units, reading)


def worded(item: Item, numbers: Mapping[str, float], sentence: Sentence, reader: Reader) -> Amount:
    """The number that a word stands for, opened or widened by the words before it: "more than doubled", "nearly halved"."""
    stated = numbers[item.lower]
    turned = stated < 1  # "more than halved" is less than a half
    told = 1 / stated if turned else stated
    for count in (_HEDGE, _HEDGE - 1, _HEDGE - 2):
        hedge = "".join(sentence.tokens[max(sentence.first, item.at - count) : item.at]).strip()
        found = reader.read(f"{hedge} {told:g}") if hedge else []
        if len(found) == 1 and found[0].start == 0 and (found[0].value.bound or found[0].value.approximate):
            span = found[0].value.interval
            return Amount(Interval(1.0, 1.0) / span if turned else span)
    return number(stated)


def measured(value: Value, units: Units, reading: str = "") -> Amount:
    """The amount of a value that is no time: with rounding, or as a reading takes it."""
    exact = reading == EXACT
    if reading == FIGURE and isinstance(value.stated, float | int):
        return number(float(value.stated))
    span = _written(value)
    plain = exact and not value.bound and not value.approximate
    if (reading == STATED or plain) and isinstance(value.stated, float | int):
        span = point(float(value.stated))
    elif exact and isinstance(value.stated, tuple) and None not in value.stated and not value.bound:
        low, high = sorted(end for end in value.stated if end is not None)
        span = Interval(low, high)
    if value.kind == "age" and value.unit in _DAYS | _MONTHS and value.unit != "year":
        return measured(evolve(value, kind="duration"), units, reading)
    if value.kind in ("age", "rank") or not value.unit:
        is_share = value.form == "part" or (value.stated == 0.5 and value.kind == "quantity")
        return Amount(span, (), _PERCENT if is_share else "" if value.kind in ("age", "rank") else "count")
    unit = units[value.unit]
    months = span.scaled(_MONTHS[value.unit]) if value.unit in _MONTHS else None
    sort = _PERCENT if unit.dimension == "share" else ""
    return Amount(span.scaled(unit.factor, unit.offset), dimensions(value.unit, units), sort, months)


def _fourths(value: Value) -> Interval:
    """A quarter or three of them as a fraction."""
    if value.bound or value.approximate or not isinstance(value.stated, float | int):
        return value.interval.scaled(1 / 4)
    return Interval(value.stated / 4 * (1 - _LOOSE_FRACTION), value.stated / 4 * (1 + _LOOSE_FRACTION))


_LOOSE_FRACTION = 0.05
_LOOSE_MULTIPLE = 0.12  # "doubled" is said of hardly less than 1.8 times
_ROUND = 0.025  # a round number of what an article reckons with is not further off than so
_PERCENT_ROUND = 0.5
_OF_DECADES = 0.2  # "two decades" are hardly less than 18 years


def _written(value: Value) -> Interval:
    """The set that the words allow. Within a reckoning 40 percent is not 38, and 400 is not 380."""
    span, stated = value.interval, value.stated
    if not isinstance(stated, float | int) or value.bound or value.approximate or value.form:
        return span
    if value.unit == "fold":
        return Interval(stated * (1 - _LOOSE_MULTIPLE), stated * (1 + _LOOSE_MULTIPLE))
    most = (
        max(_PERCENT_ROUND, 0.01 * abs(stated))
        if value.unit == "percent"
        else max(_ROUND * abs(stated), value.step / 2 if value.step <= 1 else 0)
    )
    most = min(most, _OF_DECADES) if value.unit in ("decade", "century") else most
    low = max(span.low, stated - most) if span.low is not None else None
    high = min(span.high, stated + most) if span.high is not None else None
    return Interval(low, high, span.low_open, span.high_open)


def moment(mention: Mention, sentence: Sentence) -> Amount:
    """The moments of a time. A clock without its day takes the only day of its sentence, else it is of no day. Raises Unfit."""
    when, time = mention.value.when, mention.time
    if when is None:
        raise Unfit
    clock = when if when[0] == "clock" else when[1] if when[0] == "at" and when[1][0] == "clock" else None
    if when[0] == "clock":
        time = _only_day(sentence, mention)
    if clock is not None:
        told = when[2] if when[0] == "at" and time is not None and time.start is None else None
        day_start = time.start * DAY if time is not None and time.start is not None else _yearless(told)
        start = day_start + (clock[1] * 60 + clock[2]) * _MINUTE
        width = _MINUTE * _LOOSE if mention.value.approximate or mention.value.bound else 0.0
        ahead = Interval(float(min(zone)), float(max(zone))) if (zone := zones(clock)) else None
        return Amount(Interval(start - width, start + width), MOMENT if day_start else CLOCK, ahead=ahead)
    if time is None or time.start is None or time.end is None:
        told, months, days = _from_day(when)
        if not (first := _yearless(told)):
            raise Unfit
        start = shifted(first, months) + days * DAY
        return Amount(Interval(start, shifted(start, 1) if told[0] == "month" else start + DAY, high_open=True), MOMENT)
    return Amount(Interval(time.start * DAY, (time.end + 1) * DAY, high_open=True), MOMENT)


def _yearless(told: When | None) -> float:
    """The start of a day or month told without its year, in the year that stands for any; nothing for another time."""
    if told is not None and told[0] == "dated":
        told = told[2]
    if told is not None and told[:2] == ("month", None) and told[2] is not None:
        return date(_NO_YEAR, told[2], 1).toordinal() * DAY
    if told is None or told[:2] != ("day", None) or told[2] is None or not exists(told):
        return 0.0
    return date(_NO_YEAR, *told[2:]).toordinal() * DAY


def _from_day(when: When) -> tuple[When, float, float]:
    """The day that a time is told by, and the months and days that are counted from it: "60 days from 1 March"."""
    if when[0] == "dated":
        return when[2], 0, 0
    if when[0] == "ago" and when[5] is not None and when[2] == when[3] and when[4] in (*_MONTHS, *_DAYS):
        count = when[2] if when[1] == "later" else -when[2]
        return when[5], count * _MONTHS.get(when[4], 0.0), count * _DAYS.get(when[4], 0.0)
    return when, 0, 0


def dimensions(unit: str, units: Units) -> Dimensions:
    """What a unit measures, as powers of dimensions; per head is per one. A currency is a dimension of its own."""
    powers: dict[str, int] = {}
    for place, part in enumerate(unit.split(" / ")):
        known = units[part]
        if known.dimension in _PLAIN or known.dimension == f"[{known.base}]":
            continue
        sign = 1
        words = known.dimension.split(" ")
        for i, word in enumerate(words):
            if word in ("*", "/"):
                sign = 1 if word == "*" else -1
            elif word[:1] == "[" or word.startswith("money:"):
                power = int(float(words[i + 2])) if words[i + 1 : i + 2] == ["**"] else 1
                powers[word] = powers.get(word, 0) + sign * power * (-1 if place else 1)
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def today(sentence: Sentence) -> Amount:
    """The day on which the article came out. Raises Unfit where that is not known."""
    dating = sentence.document.date
    if dating is None:
        raise Unfit
    return Amount(Interval(dating.start * DAY, (dating.end + 1) * DAY, high_open=True), MOMENT)


def day(moment_: float) -> date:
    """The day of a moment. Raises Unfit where that is none of the calendar."""
    if not DAY <= moment_ < (date.max.toordinal() + 1) * DAY:
        raise Unfit
    return date.fromordinal(int(moment_ // DAY))


def nearest(amount: Amount, others: Iterable[Amount]) -> Amount:
    """A day told without its year, in the year in which it lies nearest to the other days of a reckoning."""
    near = [other.span.low for other in others if other.dimensions == MOMENT and other.span.low is not None]
    if not near or amount.dimensions != MOMENT or amount.span.low is None or amount.span.high is None:
        return amount
    low, high = amount.span.low, amount.span.high
    same = 12 * (day(near[0]).year - day(low).year)
    years = [
        Interval(shifted(low, months), shifted(high, months), high_open=amount.span.high_open)
        for months in (same, same - 12, same + 12)
    ]
    return evolve(amount, span=min(years, key=lambda span: abs((span.low or 0.0) - near[0])))


def _only_day(sentence: Sentence, mention: Mention) -> Time | None:
    days = {m.time.start: m.time for m in sentence.mentions if m is not mention and m.time is not None and m.value.stated is None
            and m.value.when is not None and m.value.when[0] not in ("clock", "clocks", "at", "ref") and m.time.start is not None
            and m.time.start == m.time.end}  # fmt: skip
    return next(iter(days.values())) if len(days) == 1 else None


__all__ = ["LENGTH_OF_TIME", "amount", "day", "dimensions", "measured", "moment", "today"]
