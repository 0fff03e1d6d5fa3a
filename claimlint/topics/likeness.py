"""Two claims -> how like their figures are: the same figure miswritten, near each other, or of another order.

What is told twice of one thing differs by a slip, by little or by a unit; figures of another size are as a rule of
other things.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from claimlint.claims.claim import Claim
from claimlint.topics.times import is_relative, told_day
from claimlint.values.times import Time, minutes
from claimlint.values.units import Units
from claimlint.values.value import When

SLIP, UNIT_SLIP, LONG_SLIP, CLOSE, DISTANT = "slip", "unit_slip", "long_slip", "close", "distant"
SLIPS = (SLIP, UNIT_SLIP, LONG_SLIP)
Near = Mapping[str, Mapping[str, float]]  # `near` of rules/evidence.yaml
_POWERS = (10.0, 100.0, 1000.0)
_LONG = 3  # digits that are no others in another order by chance
_DAY = 2  # days that one day and its neighbour take


def likeness(a: Claim, b: Claim, units: Units, near: Near) -> tuple[str, str]:
    """Gives one of `SLIPS`, "close", "distant" or "", and the reason in words. The claims are comparable and differ."""
    if a.value.when is not None and b.value.when is not None:
        return _of_times(a, b, near)
    one, other = _middle(a, units), _middle(b, units)
    if one is None or other is None:
        return "", ""
    if a.value.kind == "rank":
        return (CLOSE, "neighbouring places") if abs(one - other) == 1 else (DISTANT, "places far apart")
    if a.value.kind == "age":
        is_near = abs(one - other) <= years_near(one, other, near)
        return _slip(a, b, one, other) or ((CLOSE, "ages close to each other") if is_near else (DISTANT, "ages far apart"))
    slip = _slip(a, b, one, other)
    if slip:
        return slip
    if one <= 0 or other <= 0:
        return (DISTANT, "figures of other signs") if one * other < 0 else ("", "")
    ratio = max(one, other) / min(one, other)
    if ratio <= near["figures"]["close"]:
        return CLOSE, "figures close to each other"
    return (DISTANT, "figures far apart") if ratio > near["figures"]["far"] else ("", "")


def years_near(one: float, other: float, near: Near) -> float:
    """How far apart two ages may be that are near each other: children of 6 and of 14 are not."""
    ages = near["ages"]
    return min(ages["most"], max(ages["least"], max(one, other) * ages["share"]))


def miswritten(claim: Claim) -> Iterator[tuple[str, object]]:
    """Gives what a figure has in common with all that may be it miswritten: its number, its digits, the day of its month."""
    stated = claim.value.stated
    if claim.value.when is not None and claim.time is not None:
        parts = _parts(claim)
        if len(parts) == _DATE:
            yield "day", parts[-1]
        elif len(parts) == _MONTH:
            yield "month", parts[-1]
        elif len(parts) == 1:
            yield "digits", tuple(sorted(parts[0]))
    elif isinstance(stated, int | float):
        yield "number", stated
        yield "digits", tuple(sorted(_digits(stated)))
        yield "figures", f"{abs(stated):.14e}".partition("e")[0].rstrip("0")


def _middle(claim: Claim, units: Units) -> float | None:
    """A number in base units, an age in years; of two ends their middle."""
    stated = claim.value.stated
    ends = [end for end in (stated if isinstance(stated, tuple) else (stated,)) if end is not None]
    if not ends:
        return None
    middle = sum(ends) / len(ends)
    if not claim.value.unit or claim.value.kind == "age":
        return middle
    unit = units[claim.value.unit]
    return middle * unit.factor + unit.offset


def _slip(a: Claim, b: Claim, one: float, other: float) -> tuple[str, str] | None:
    """The same number with another unit, the same digits in another order, a nought more or fewer."""
    first, second = a.value.stated, b.value.stated
    if not isinstance(first, int | float) or not isinstance(second, int | float):
        return None
    if (
        first == second
        and a.value.unit != b.value.unit
        and one != other
        and (a.value.kind != "duration" or (abs(one / other - 1) < 1 and first > 1))
    ):
        return UNIT_SLIP if a.value.kind == "quantity" else SLIP, "the same number with another unit"
    if a.value.unit != b.value.unit:
        return None
    digits = [_digits(number) for number in (first, second)]
    if len(digits[0]) > 1 and digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1]):
        is_long = len(digits[0].replace(".", "")) >= _LONG
        return LONG_SLIP if is_long else SLIP, "the same digits in another order"
    if (
        min(abs(one), abs(other)) > 0
        and max(abs(one), abs(other)) / min(abs(one), abs(other)) in _POWERS
        and len(digits[0].replace(".", "")) > 1
    ):
        return SLIP, "the same digits with noughts more or fewer"
    return None


def _digits(number: float) -> str:
    """A number as it is written, without noughts at its ends."""
    return f"{abs(number):g}".strip("0")


def _of_times(a: Claim, b: Claim, near: Near) -> tuple[str, str]:
    if a.value.when is None or b.value.when is None or a.time is None or b.time is None:
        return "", ""
    hours = [minutes(claim.value.when, claim.value.relation) for claim in (a, b)]  # type: ignore[arg-type]
    days = _between((a.time.start, a.time.end), (b.time.start, b.time.end))
    if all(hours) and (days is None or days <= _DAY):
        apart = min(abs(x[0] - y[0]) for x in hours[0] for y in hours[1])
        if apart <= near["minutes"]["close"]:
            return CLOSE, "hours close to each other"
        return (DISTANT, "hours far apart") if apart > near["minutes"]["far"] else ("", "")
    parts = _parts(a), _parts(b)
    if len(parts[0]) == len(parts[1]) == _DATE and parts[0][-1] == parts[1][-1] and (told_day(a) or told_day(b)):
        return SLIP, "the same day of another month or year"
    if len(parts[0]) == len(parts[1]) == _MONTH and parts[0][-1] == parts[1][-1] and parts[0] != parts[1]:
        return SLIP, "the same month of another year"
    if (
        len(parts[0]) == len(parts[1]) == 1
        and parts[0][0].isdigit()
        and parts[0] != parts[1]
        and sorted(parts[0][0]) == sorted(parts[1][0])
    ):
        return SLIP, "the same digits in another order"
    if days is None:
        return "", ""
    close, far = _limits((a.value.when, a.time), (b.value.when, b.time), near)
    if days <= close:
        return CLOSE, "days close to each other"
    return (DISTANT, "days far apart") if days > far else ("", "")


def _limits(a: tuple[When, Time], b: tuple[When, Time], near: Near) -> tuple[float, float]:
    """The days up to which two times are near each other, and beyond which they are far, by how long they last.

    A year and a day are never near; news of the week is far from a month or a year that lies as long before.
    """
    (short, brief), (long, _) = sorted(((_length((time.start, time.end)), when) for when, time in (a, b)), key=itemgetter(0))
    days, spans = near["days"], near["spans"]
    if long <= _WEEK:
        return days["close"], days["far"]
    if long <= spans["unlike"] * short:
        return spans["close"] * long, spans["far"] * long
    return -1, long if is_relative(brief) else spans["far"] * long


def _parts(claim: Claim) -> list[str]:
    """Year, month and day of a time, as far as they are known."""
    return claim.time.timex.partition("T")[0].split("-") if claim.time is not None else []


_MONTH = 2  # year and month
_DATE = 3  # year, month and day
_WEEK = 7


def _between(one: Sequence[int | None], other: Sequence[int | None]) -> int | None:
    """The days between two spans of days."""
    if None in one or None in other:
        return None
    return max(0, other[0] - one[1], one[0] - other[1])  # type: ignore[operator]


def _length(span: Sequence[int | None]) -> int:
    return span[1] - span[0] + 1  # type: ignore[operator]
