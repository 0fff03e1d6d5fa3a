"""A formula over named amounts -> whether it can be true, or the set of what it comes to."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from claimlint.values.amounts import CLOCK, DAY, LENGTH_OF_TIME, MOMENT, Amount, Unfit, fits, number, total
from claimlint.values.miswriting import miswritten
from claimlint.values.sets import Interval, point

EXACT, STATED, FIGURE = "exact ", "stated ", "figure "  # with it before its name an operand is taken as written
_AS = {"exact": EXACT, "stated": STATED, "figure": FIGURE}
SWAPPED, MISWRITTEN = "swapped", "miswritten"
Operands = Mapping[str, Amount | tuple[Amount, ...]]
UNITS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": DAY,
    "week": 7 * DAY,
    "month": 30.436875 * DAY,
    "year": 365.2425 * DAY,
}
_YEAR = 365.2425 * DAY
_FIRST_YEAR = 100


def holds(formula: list[Any], operands: Operands) -> bool:
    """Whether a comparison can be true of some numbers of the operands' sets. Raises Unfit where nothing follows."""
    kind = formula[0]
    if kind in ("and", "or"):
        each = [holds(part, operands) for part in formula[1]]
        return all(each) if kind == "and" else any(each)
    left, right = value(formula[1], operands), value(formula[2], operands)
    fits(left, right)
    right = right.widened(_tolerance(formula[3], left, right)) if formula[3] else right
    return compared(kind, left.span, right.span)


def compared(sign: str, left: Interval, right: Interval) -> bool:
    """Whether some number of the one set stands so to some number of the other."""
    if sign == "=":
        return left.meets(right)
    if sign in (">", ">="):
        return compared("<" if sign == ">" else "<=", right, left)
    if left.low is None or right.high is None:
        return True
    if sign == "<=":
        return not right.below(left)
    return left.low < right.high


def value(formula: list[Any], operands: Operands) -> Amount:
    """What a formula comes to. Raises Unfit where its amounts do not go together."""
    kind = formula[0]
    if kind == "operand" or (kind == "call" and formula[1] in _AS):
        found = _given(formula, operands)
        return total(found) if isinstance(found, tuple) else found
    if kind == "number":
        return number(formula[1])
    if kind == "share":
        return Amount(point(formula[1] / 100))
    if kind == "measure":
        return Amount(point(formula[1] * UNITS[formula[2]]), LENGTH_OF_TIME)
    if kind == "call":
        return FUNCTIONS[formula[1]](*_arguments(formula[2], operands))
    a, b = value(formula[1], operands), value(formula[2], operands)
    if kind == "+":
        return a + b
    if kind == "-":
        return a - b
    return a * b if kind == "*" else a / b


def _given(formula: list[Any], operands: Operands) -> Amount | tuple[Amount, ...]:
    """What an operand says, or with exact(...) and stated(...) the number as it is written."""
    return operands[formula[1]] if formula[0] == "operand" else operands[_AS[formula[1]] + formula[2][0][1]]


def _arguments(formulas: list[list[Any]], operands: Operands) -> list[Amount]:
    """The arguments of a function; a list of parts gives each of them."""
    found: list[Amount] = []
    for formula in formulas:
        named = formula[0] == "operand" or (formula[0] == "call" and formula[1] in _AS)
        given = _given(formula, operands) if named else value(formula, operands)
        found += given if isinstance(given, tuple) else [given]
    return found


def _tolerance(tolerance: list[Any], left: Amount, right: Amount) -> float:
    """Half the width of what still counts as equal; a share is one of the larger side."""
    kind, size = tolerance[0], tolerance[1]
    if kind == "share":
        ends = [abs(end) for amount in (left, right) for end in (amount.span.low, amount.span.high) if end is not None]
        return float(size) / 100 * max(ends, default=0.0)
    return float(size) * (UNITS[tolerance[2]] if kind == "measure" else 1.0)


def _least(*amounts: Amount) -> Amount:
    return _outermost(amounts, min)


def _greatest(*amounts: Amount) -> Amount:
    return _outermost(amounts, max)


def _outermost(amounts: tuple[Amount, ...], choose: Callable[..., float]) -> Amount:
    lows, highs = [a.span.low for a in amounts], [a.span.high for a in amounts]
    low = None if None in lows else choose(low for low in lows if low is not None)
    high = None if None in highs else choose(high for high in highs if high is not None)
    return Amount(Interval(low, high), total(amounts).dimensions, amounts[0].sort)


def _mean(*amounts: Amount) -> Amount:
    return total(amounts) / number(len(amounts))


def _count(*amounts: Amount) -> Amount:
    return number(len(amounts))


def _low(amount: Amount) -> Amount:
    return Amount(_end(amount.span.low), amount.dimensions, amount.sort)


def _high(amount: Amount) -> Amount:
    return Amount(_end(amount.span.high), amount.dimensions, amount.sort)


def _end(end: float | None) -> Interval:
    if end is None:
        raise Unfit
    return point(end)


def _years(first: Amount, last: Amount) -> Amount:
    return Amount((last - first).span.scaled(1 / _YEAR))


def _months(first: Amount, last: Amount) -> Amount:
    return Amount((last - first).span.scaled(12 / _YEAR))


def _days(first: Amount, last: Amount) -> Amount:
    return Amount((last - first).span.scaled(1 / DAY))


def _age(born: Amount, on: Amount) -> Amount:
    """The full years from one day to another."""
    low = _full_years(max(_known(born.span.low), _known(born.span.high) - 1), _known(on.span.low))
    high = _full_years(_known(born.span.low), max(_known(on.span.low), _known(on.span.high) - 1))
    return Amount(Interval(float(low), float(high)))


def _known(end: float | None) -> float:
    if end is None:
        raise Unfit
    return end


def _full_years(first: float, last: float) -> int:
    a, b = _date(first), _date(last)
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day))


def _date(moment: float) -> date:
    """The day of a moment. Raises Unfit where its year is not known."""
    found = date.fromordinal(max(1, int(moment // DAY)))
    if found.year < _FIRST_YEAR:
        raise Unfit
    return found


def _weekday(day: Amount) -> Amount:
    """1 for Monday to 7 for Sunday; of a single day only."""
    low, high = _known(day.span.low), _known(day.span.high)
    if day.dimensions != MOMENT or high - low > DAY:
        raise Unfit
    return number(_date(low).isoweekday())


def _year(day: Amount) -> Amount:
    """The calendar years that a date may lie in."""
    if day.dimensions != MOMENT:
        raise Unfit
    low, high = _known(day.span.low), _known(day.span.high)
    return Amount(Interval(float(_date(low).year), float(_date(max(low, high - 1)).year)))


def _itself(amount: Amount) -> Amount:
    return amount


def _round(amount: Amount) -> Amount:
    """The whole number nearest to the middle of what is left open."""
    low, high = _known(amount.span.low), _known(amount.span.high)
    return Amount(point(float(round((low + high) / 2))), amount.dimensions, amount.sort)


def _swapped(a: Amount, b: Amount) -> Amount:
    """1 where the digits of one number are those of the other with two neighbours swapped, else 0."""
    one, other = (f"{_known(amount.span.low):g}" for amount in (a, b))
    at = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), 0)
    swap = one[:at] + one[at : at + 2][::-1] + one[at + 2 :]
    return number(float(one != other and swap == other))


def _miswritten(a: Amount, b: Amount) -> Amount:
    """1 where a slip of one digit, or of two neighbours, makes one number the other, else 0."""
    return number(float(miswritten(_known(a.span.low), _known(b.span.low))))


def _digits(amount: Amount) -> Amount:
    """How many digits a number has up to its last that is not zero."""
    return number(len(f"{_known(amount.span.low):.12e}".partition("e")[0].replace(".", "").strip("-").rstrip("0")))


def _minute(time: Amount) -> Amount:
    """The minutes past the hour of a time of day."""
    if time.dimensions not in (MOMENT, CLOCK) or time.span.low != time.span.high:
        raise Unfit
    return number(_known(time.span.low) % 3600 // 60)


def _clock(time: Amount) -> Amount:
    """The time of day of a moment."""
    if time.dimensions not in (MOMENT, CLOCK):
        raise Unfit
    low, high = _known(time.span.low), _known(time.span.high)
    return Amount(Interval(low % DAY, low % DAY + high - low), CLOCK)


def _ahead(time: Amount) -> Amount:
    """How many hours the zone that is told with a time of day is ahead of Greenwich. Raises Unfit where none is."""
    if time.ahead is None:
        raise Unfit
    return Amount(time.ahead)


def _plain(amount: Amount) -> Amount:
    """The number by itself, whatever it was told as."""
    return Amount(amount.span)


FUNCTIONS: dict[str, Callable[..., Amount]] = {
    "abs": abs, "sum": lambda *amounts: total(amounts), "min": _least, "max": _greatest, "mean": _mean, "count": _count,
    "low": _low, "high": _high, "exact": _itself, "stated": _itself, "figure": _itself, SWAPPED: _swapped,
    MISWRITTEN: _miswritten,
    "digits": _digits, "plain": _plain, "round": _round,
    "years": _years, "months": _months, "days": _days, "age": _age, "weekday": _weekday, "year": _year, "minute": _minute,
    "clock": _clock, "ahead": _ahead,
}  # fmt: skip
