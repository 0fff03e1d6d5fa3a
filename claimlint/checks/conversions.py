"""Amounts told in two units beside each other -> findings: the two are not the same."""

from collections.abc import Iterator, Mapping, Sequence

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.checks.steps import rounded
from claimlint.claims.extract import Extractor
from claimlint.claims.parse import Sentence
from claimlint.reading.mentions import Mention
from claimlint.values.sets import Interval
from claimlint.values.units import Units
from claimlint.values.value import Value, rounding

WHEN = "unequal in brackets"
_LOOSE = 0.1  # about 300 miles
_DEGREE = "°"


def findings(sentences: Sequence[Sentence], extractor: Extractor, rules: Sequence[Rule]) -> list[Finding]:
    """Gives the conversions of the sentences that do not fit the amounts they convert."""
    found: list[Finding] = []
    for rule in rules:
        if rule.when == WHEN:
            for sentence in sentences:
                for one, other in zip(sentence.mentions, sentence.mentions[1:], strict=False):
                    if extractor.converts(sentence, one, other):
                        found += _judged(sentence, one, other, extractor, rule)
    return found


def _judged(sentence: Sentence, one: Mention, other: Mention, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    """The finding about two amounts, if they are of two units and differ; a unit of two meanings may have either."""
    units = extractor.reader.units
    a, b = one.value, other.value
    if a.unit == b.unit or any(units.dimension(value.unit).startswith("money:") for value in (a, b)):
        return
    ambiguous: Mapping[str, Sequence[str]] = rule.options.get("ambiguous", {})
    confused: Mapping[str, Sequence[str]] = rule.options.get("confused", {})
    if units.dimension(a.unit) != units.dimension(b.unit):
        partner = rule.options.get("partners", {}).get(a.unit, "")
        if not partner or not _fit(a, a.unit, b, partner, units):
            return
        right = f"{rounded(_converted(a, partner, units))} {partner}"
        why = f"{words.number(_stated(a))} {a.unit} is {right}; {b.unit} measures something else"
    else:
        if any(
            _fit(a, x, b, y, units) for x in (a.unit, *ambiguous.get(a.unit, ())) for y in (b.unit, *ambiguous.get(b.unit, ()))
        ):
            return
        right = f"{rounded(_converted(a, b.unit, units))} {b.unit}"
        back = f"{words.number(_stated(b))} {b.unit} = {rounded(_converted(b, a.unit, units))} {a.unit}"
        why = f"{words.number(_stated(a))} {a.unit} = {right}; {back}"
    fits = [
        f"it would fit {x.replace('_', ' ')} and {y.replace('_', ' ')}"
        for x in (a.unit, *confused.get(a.unit, ())) for y in (b.unit, *confused.get(b.unit, ()))
        if (x, y) != (a.unit, b.unit) and x != y and units.dimension(x) == units.dimension(y) and _fit(a, x, b, y, units)
    ]  # fmt: skip
    claims = tuple(extractor.claim(sentence, mention) for mention in (one, other))
    steps = (*(f"{words.place(claim)}: {claim.text!r} is {words.value(claim, units)}" for claim in claims), why, *fits[:1])
    message = rule.say.format(a=claims[0], b=claims[1], right=right.replace("_", " "))
    yield Finding(rule.name, "inconsistency", rule.severity, message, steps, claims)


def _fit(a: Value, unit_a: str, b: Value, unit_b: str, units: Units) -> bool:
    """Whether two amounts, read in these units, meet after rounding; temperatures also as differences."""
    one, other = _written(a), _written(b)
    if one is None or other is None:
        return True
    x, y = units[unit_a], units[unit_b]
    if one.scaled(x.factor, x.offset).meets(other.scaled(y.factor, y.offset)):
        return True
    return unit_a.startswith(_DEGREE) and one.scaled(x.factor).meets(other.scaled(y.factor))


def _written(value: Value) -> Interval | None:
    """The numbers that a value's digits stand for, bounds aside."""
    ends = value.stated if isinstance(value.stated, tuple) else (value.stated, value.stated)
    known = sorted(float(end) for end in ends if end is not None)
    if len(known) != len(ends):
        return None
    low, high = known
    slack = _LOOSE if value.approximate else 0.0
    return Interval(
        low - max(rounding(low, value.step), slack * abs(low)), high + max(rounding(high, value.step), slack * abs(high))
    )


def _stated(value: Value) -> float:
    ends = value.stated if isinstance(value.stated, tuple) else (value.stated,)
    return next((float(end) for end in ends if end is not None), 0.0)


def _converted(value: Value, unit: str, units: Units) -> float:
    x, y = units[value.unit], units[unit]
    return (_stated(value) * x.factor + x.offset - y.offset) / y.factor
