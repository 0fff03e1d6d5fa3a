"""A length of time -> its TIMEX3 value, and the days it reaches from one on."""

from claimlint.values.times.time import FIRST, LAST, months_later
from claimlint.values.value import When

DAYS = {"day": 1, "night": 1, "workday": 1, "week": 7, "fortnight": 14, "weekend": 7}
MONTHS = {
    "month": 1,
    "quarter": 3,
    "quarteryear": 3,
    "half": 6,
    "semester": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
CLOCK = frozenset({"second", "minute", "hour"})
_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "workday": "D", "week": "W", "fortnight": "W",
    "weekend": "WE", "month": "M", "quarter": "M", "quarteryear": "M", "half": "M", "semester": "M", "year": "Y", "decade": "E",
    "century": "C", "millennium": "L",
}  # fmt: skip
_TIMES = {"quarter": 3, "quarteryear": 3, "half": 6, "semester": 6, "fortnight": 2}  # how many of the letter's unit the unit has
_AS_UNIT = {"quarter": "quarteryear", "half": "semester"}
_PARTS = {"Y": (12, "", "M"), "W": (7, "", "D"), "D": (24, "T", "H"), "TH": (60, "", "M"), "TM": (60, "", "S")}


def duration(low: float | None, high: float | None, unit: str) -> str:
    """Gives the TIMEX3 value: P2Y, PT90M, P2Y6M for two and a half years; X for a number that is not known."""
    letter = _LETTERS.get(unit, "X")
    head, last = ("PT", letter[1:]) if letter.startswith("T") else ("P", letter)
    if low is None or low != high:
        return f"{head}X{last}" if last != "X" else "PXX"
    count = low * _TIMES.get(unit, 1)
    whole, rest = int(count), count - int(count)
    many, clock, small = _PARTS.get(letter, (0, "", ""))
    if not rest or not many or abs(rest * many - round(rest * many)) > 1e-6:
        return f"{head}{_number(count)}{last}"
    first = f"{whole}{last}" if whole else ""
    return f"{head}{first}{clock}{round(rest * many)}{small}"


def length_of(when: When) -> tuple[float, float, str] | None:
    """How long a stretch is that is told by its length: "the past three years" is 3 to 3 years; None for any other time."""
    unit: str = when[1]
    if when[0] == "units" and when[3] is not None and when[4] is not None:
        return when[3], when[4], _AS_UNIT.get(unit, unit)
    if when[0] == "several" and when[3] is not None:
        return when[3], when[3], _AS_UNIT.get(unit, unit)
    return None


def moved(day: int, count: float, unit: str) -> int | None:
    """Gives the day so many units after another (before it, below zero); None off the calendar. An hour is of its day."""
    try:
        if unit in CLOCK:
            return day
        if unit == "workday":
            return _workdays(day, round(count))
        if unit in DAYS:
            found = day + round(count * DAYS[unit])
            return found if FIRST <= found <= LAST else None
        return months_later(day, count * MONTHS.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def _workdays(day: int, count: int) -> int | None:
    """Monday to Friday; holidays are not known."""
    step = 1 if count > 0 else -1
    weeks, left = divmod(abs(count), 5)
    found = day + step * weeks * 7
    while left:
        found += step
        left -= found % 7 not in (0, 6)  # ordinals count from a Monday, so 6 is Saturday and 0 Sunday
    return found if FIRST <= found <= LAST else None


def _number(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"
