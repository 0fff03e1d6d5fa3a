"""Claims -> a number line or a timeline: where on a scale the sets lie that their words allow."""

import math
from collections.abc import Callable, Sequence
from datetime import date

from claimlint.claims.claim import Claim
from claimlint.nouns import frozen
from claimlint.values.sets import Interval
from claimlint.values.units import Units

_LETTER = 16  # the width of one where the screen is narrowest
WIDTH, MARGIN, ROW, FOOT = 640, 12, 40, 26  # of the picture, of its sides, of a claim, of the scale
_PADDING = 0.08  # of the span that the claims take
_NARROWEST = 5.0  # of a bar
_TICKS = 6
_MONTHS = (1, 2, 3, 6)

_Ticks = Callable[[float, float], list[tuple[float, str]]]


@frozen
class Bar:
    """The set of a claim: from x to x + width; an end that is not told runs out of the picture, an open one is hollow."""

    claim: Claim
    x: float
    y: float
    width: float
    endless_low: bool
    endless_high: bool
    open_low: bool
    open_high: bool

    @property
    def anchor(self) -> str:
        """How its words lie to it, so that they stay inside the picture."""
        return "end" if self.x > WIDTH / 2 else "start"

    @property
    def label_x(self) -> float:
        """Where its words begin or end."""
        return round(self.x + self.width, 1) if self.anchor == "end" else self.x


@frozen
class Tick:
    """A mark of the scale."""

    x: float
    label: str
    anchor: str


@frozen
class Drawing:
    """A picture of the claims. `kind` is "number line" or "timeline", `unit` that of the numbers."""

    kind: str
    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]

    def share(self, x: float) -> str:
        """Gives a width, or where something lies, as the share of the width of the picture, which is as wide as there is room."""
        return f"{100 * x / WIDTH:.2f}%"

    @property
    def foot(self) -> int:
        """Where the scale lies."""
        return ROW * len(self.bars) + 4

    @property
    def height(self) -> int:
        """How high it is."""
        return self.foot + FOOT


def drawing(claims: Sequence[Claim], units: Units) -> Drawing | None:
    """Gives the picture of claims, None where they are not on one scale or there is nothing to see."""
    days = [_days(claim) for claim in claims]
    if all(days):
        return _drawn("timeline", "", claims, [span for span in days if span], _day_ticks)
    unit, sets = _numbers(claims, units)
    return _drawn("number line", unit, claims, sets, _number_ticks) if sets else None


def _days(claim: Claim) -> Interval | None:
    time = claim.time
    if time is None or time.start is None or time.end is None:
        return None
    return Interval(time.start, time.end + 1, high_open=True)


def _numbers(claims: Sequence[Claim], units: Units) -> tuple[str, list[Interval]]:
    """The sets in a unit that all share: their own, or the base of its dimension."""
    if any(claim.value.low is None and claim.value.high is None for claim in claims):
        return "", []
    names = {claim.value.unit for claim in claims}
    if len(names) == 1:
        return names.pop(), [claim.value.interval for claim in claims]
    known = [units[claim.value.unit] for claim in claims if claim.value.unit]
    bases = {unit.base for unit in known}
    if len(known) < len(claims) or len(bases) != 1:
        return "", []
    scaled = [claim.value.interval.scaled(unit.factor, unit.offset) for claim, unit in zip(claims, known, strict=True)]
    return bases.pop(), scaled


def _drawn(kind: str, unit: str, claims: Sequence[Claim], sets: Sequence[Interval], ticks: _Ticks) -> Drawing | None:
    ends = [end for span in sets for end in (span.low, span.high) if end is not None]
    low, high = min(ends), max(ends)
    pad = (high - low) * _PADDING or abs(low) * _PADDING or 1.0
    low, high = low - pad, high + pad
    if not math.isfinite(high - low):
        return None

    def at(number: float) -> float:
        return round(MARGIN + (number - low) / (high - low) * (WIDTH - 2 * MARGIN), 1)

    bars = []
    for row, (claim, span) in enumerate(zip(claims, sets, strict=True)):
        left = at(span.low) if span.low is not None else 0.0
        right = at(span.high) if span.high is not None else float(WIDTH)
        wider = max(0.0, _NARROWEST - (right - left)) / 2
        left, right = round(left - wider, 1), round(right + wider, 1)
        bars.append(Bar(
            claim, left, ROW * row, round(right - left, 1), span.low is None, span.high is None,
            span.low_open and span.low is not None, span.high_open and span.high is not None and kind == "number line",
        ))  # fmt: skip
    marks = [Tick(at(number), label, _anchor(at(number), label)) for number, label in ticks(low, high)]
    return Drawing(kind, unit, tuple(bars), tuple(marks))


def _anchor(x: float, label: str) -> str:
    """How a label lies to its mark, so that it stays inside the picture."""
    half = _LETTER * len(label) / 2
    return "start" if x < half else "end" if x > WIDTH - half else "middle"


def _number_ticks(low: float, high: float) -> list[tuple[float, str]]:
    step = _step((high - low) / _TICKS)
    first = math.ceil(low / step)
    places = max(0, -math.floor(math.log10(step)))
    return [(n * step, f"{n * step + 0.0:,.{places}f}") for n in range(first, math.floor(high / step) + 1)]


def _step(rough: float) -> float:
    """The next of 1, 2, 5, 10 ... times a power of ten."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))


def _day_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Days, firsts of months or of years, whichever are few enough."""
    first, last = date.fromordinal(max(1, math.ceil(low))), date.fromordinal(min(date.max.toordinal(), math.floor(high)))
    days = (last - first).days
    if days <= 45:
        step = max(1, round(days / _TICKS))
        return [(day, date.fromordinal(day).isoformat()) for day in range(first.toordinal(), last.toordinal() + 1, step)]
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in _MONTHS if months / step <= _TICKS), 0)
    if step:
        firsts = [divmod(n, 12) for n in range(first.year * 12 + first.month, last.year * 12 + last.month) if n % step == 0]
        return [(date(year, month + 1, 1).toordinal(), f"{year:04}-{month + 1:02}") for year, month in firsts]
    years = int(max(1, _step(months / 12 / _TICKS)))
    start = -(-(first.year + 1) // years) * years
    return [(date(year, 1, 1).toordinal(), f"{year:04}") for year in range(start, last.year + 1, years)]
