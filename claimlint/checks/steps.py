"""A binding and its arithmetic -> the words and claims of a finding."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimlint.checks import words
from claimlint.checks.arithmetic import value
from claimlint.checks.bindings import Binding
from claimlint.checks.operands import day
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.items import Item
from claimlint.claims.parse import Sentence
from claimlint.reading.mentions import Mention
from claimlint.values.amounts import DAY, LENGTH_OF_TIME, MOMENT, Amount, Unfit
from claimlint.values.sets import Interval
from claimlint.values.units import Units

Known = Mapping[str, Amount | tuple[Amount, ...]]
_DIGITS = 4  # of a number that was reckoned
_MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def claims(binding: Binding, sentences: Sequence[Sentence], extractor: Extractor) -> list[Claim]:
    """The claims of the operands, in the order of the text."""
    found = {}
    for name, items in binding.slots.items():
        for item in items:
            if item.mention is not None:
                found[item.mention.start] = claim(sentences[binding.place(name, item)], item.mention, extractor)
    return [found[start] for start in sorted(found)]


def claim(sentence: Sentence, mention: Mention, extractor: Extractor) -> Claim:
    """The claim of a mention; an end of a span has no claim of its own."""
    if any(item.mention is mention for item in sentence.items):
        return extractor.claim(sentence, mention)
    whole = next((m for m in sentence.mentions if m.start <= mention.start < m.end), None)
    return extractor.claim(sentence, whole) if whole is not None else extractor.claim(sentence, sentence.mentions[0])


def told(binding: Binding, sentences: Sequence[Sentence]) -> dict[str, str]:
    """The operands as they are written, for the sentence that a rule says."""
    return {
        name: " + ".join(_text(item, sentences[binding.place(name, item)]) for item in items)
        for name, items in binding.slots.items()
    }  # fmt: skip


def operands(binding: Binding, known: Known, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Where each operand stands, and what its words leave open."""
    rows = []
    for name, items in binding.slots.items():
        amounts = known.get(name)
        if amounts is None:
            continue
        for item, amount in zip(items, amounts if isinstance(amounts, tuple) else (amounts,) * len(items), strict=False):
            if item.mention is None:
                continue
            document = sentences[binding.place(name, item)].document
            line, column = document.place(item.mention.start)
            text = document.words(item.mention.start, item.mention.end)
            rows.append((item.mention.start, f"{document.path}:{line}:{column}: {name} is {text!r}, {interval(amount)}"))
    yield from (row for _, row in sorted(rows))


def reckoned(formula: list[Any], known: Known) -> Iterator[str]:
    """Each comparison of a formula with what its two sides come to."""
    if formula[0] in ("and", "or"):
        for part in formula[1]:
            yield from reckoned(part, known)
        return
    try:
        left, right = (interval(value(side, known)) for side in formula[1:3])
    except (Unfit, KeyError):
        return
    within = f" within {_written(formula[3])}" if formula[3] else ""
    yield f"{_written(formula[1])} {formula[0]} {_written(formula[2])}{within}: {left} {formula[0]} {right} cannot be"


def interval(amount: Amount) -> str:
    """A set of numbers, lengths of time or moments."""
    if amount.dimensions == MOMENT:
        return _moments(amount.span)
    if amount.dimensions == LENGTH_OF_TIME:
        unit = next(
            (size, name)
            for size, name in ((DAY, "days"), (3600.0, "hours"), (60.0, "minutes"), (0.0, "seconds"))
            if _width(amount.span) >= size
        )
        return words.interval(amount.span.scaled(1 / (unit[0] or 1.0)), unit[1])
    if amount.sort == "percent":
        return words.interval(amount.span.scaled(100), "percent")
    unit_name = " ".join(
        f"{name.strip('[]').removeprefix('money:')}{'' if power == 1 else f'^{power}'}" for name, power in amount.dimensions
    )
    return words.interval(amount.span, unit_name)


def said(amount: Amount, item: Item | None, kind: str, units: Units) -> str:
    """A single amount as an article would write it, in the unit of an operand."""
    number = middle(amount)
    if amount.dimensions == MOMENT:
        clock = number % DAY
        text = day(number).isoformat()
        return f"{text} {int(clock // 3600):02}:{int(clock % 3600 // 60):02}" if clock else text
    if kind in ("weekday", "dayname"):
        return words.WEEKDAYS[round(number)] if 1 <= number < len(words.WEEKDAYS) else words.number(number)
    mention = item.mention if item is not None else None
    if mention is None:
        return rounded(number)
    unit = mention.value.unit
    if mention.value.form == "part" or unit == "percent":
        return f"{rounded(number * 100)}%"
    if not unit or mention.value.kind == "age":
        return rounded(number)
    known = units[unit]
    in_unit = (number - known.offset) / known.factor
    name = unit.replace("_", " ")
    plain = name.isalpha() and name.islower() and mention.value.kind != "money" and abs(in_unit) != 1
    return f"{rounded(in_unit)} {name}{'s' if plain and not name.endswith('s') else ''}"


def rounded(number: float) -> str:
    """A number with the digits that a reader wants."""
    for size, name in _MAGNITUDES:
        if abs(number) >= size:
            return f"{words.number(float(f'{number / size:.{_DIGITS}g}'))} {name}"
    whole = abs(number - round(number)) < 1e-6 * max(1.0, abs(number))
    return words.number(round(number)) if whole else words.number(float(f"{number:.{3 if abs(number) < 1000 else _DIGITS}g}"))


def middle(amount: Amount) -> float:
    """One number for a set: its start for a moment, else its middle, or the only end."""
    low, high = amount.span.low, amount.span.high
    if low is None or high is None:
        return low if low is not None else high if high is not None else 0.0
    return low if amount.dimensions == MOMENT else (low + high) / 2


def _width(span: Interval) -> float:
    return max((abs(end) for end in (span.low, span.high) if end is not None), default=0.0)


def _moments(span: Interval) -> str:
    if span.low is None or span.high is None:
        return "any time"
    try:
        first, last = day(span.low), day(span.high - (1 if span.high_open else 0))
    except Unfit:
        return "no day of the calendar"
    if span.low % DAY or span.low == span.high:
        clock = span.low % DAY
        return f"{first.isoformat()} {int(clock // 3600):02}:{int(clock % 3600 // 60):02}"
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def _written(formula: list[Any]) -> str:
    """A formula as the rule file has it."""
    kind = formula[0]
    if kind == "operand":
        return str(formula[1])
    if kind == "number":
        return words.number(formula[1])
    if kind == "share":
        return f"{words.number(formula[1])}%"
    if kind == "measure":
        return f"{words.number(formula[1])} {formula[2]}"
    if kind == "call":
        return f"{formula[1]}({', '.join(map(_written, formula[2]))})"
    a, b = (f"({_written(part)})" if kind in "*/" and part[0] in ("+", "-") else _written(part) for part in formula[1:3])
    return f"{a} {kind} {b}"


def _text(item: Item, sentence: Sentence) -> str:
    if item.mention is not None:
        return sentence.document.words(item.mention.start, item.mention.end)
    return " ".join(item.name.words) if item.name is not None else item.lower
