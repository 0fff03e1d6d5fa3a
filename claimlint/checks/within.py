"""Sentences of one article -> findings that need no other article."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.parse import Sentence
from claimlint.values.sets import Interval
from claimlint.values.times import exists
from claimlint.values.value import Value, When, rounding

WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Check = Callable[[Sentence, Extractor, Rule], Iterator[Finding]]


def findings(sentences: Sequence[Sentence], extractor: Extractor, rules: Sequence[Rule]) -> list[Finding]:
    """Gives what the rules find in the sentences, each sentence alone."""
    checks = [(rule, CHECKS[rule.when]) for rule in rules if rule.when in CHECKS]
    return [finding for sentence in sentences for rule, check in checks for finding in check(sentence, extractor, rule)]


def finding(rule: Rule, claims: Sequence[Claim], explanation: Sequence[str], **said: object) -> Finding:
    """A finding of a rule about claims in order; `said` fills the rule's sentence beside a and b."""
    first, last = claims[0], claims[-1]
    message = rule.say.format(a=first, b=last, **said)
    measure = first.measure.name if first.measure else ""
    return Finding(rule.name, "inconsistency", rule.severity, message, tuple(explanation), tuple(claims), measure, first.subject)


def _brackets(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    units = extractor.reader.units
    for before, mention in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        if not extractor.converts(sentence, before, mention) or before.value.unit == mention.value.unit:
            continue
        if units.dimension(before.value.unit) != units.dimension(mention.value.unit):
            continue
        if units.dimension(before.value.unit).startswith("money:"):
            continue
        one, other = _written(before.value), _written(mention.value)
        if one is None or other is None:
            continue
        a, b = units[before.value.unit], units[mention.value.unit]
        base_one, base_other = one.scaled(a.factor, a.offset), other.scaled(b.factor, b.offset)
        if base_one.meets(base_other) or _difference(before.value, base_one, base_other, a, b, one, other):
            continue
        claims = [extractor.claim(sentence, m) for m in (before, mention)]
        stated = before.value.stated if isinstance(before.value.stated, float) else (before.value.stated or (0.0,))[0] or 0.0
        right = (stated * a.factor + a.offset - b.offset) / b.factor
        yield finding(
            rule, claims,
            [f"{words.place(claims[0])}: {claims[0].text!r} is {words.interval(base_one, a.base)} as rounded",
             f"{words.place(claims[1])}: {claims[1].text!r} is {words.interval(base_other, b.base)} as rounded",
             f"{words.number(stated)} {before.value.unit} = {words.number(right)} {mention.value.unit}"],
            right=f"{words.number(float(f'{right:.3g}'))} {mention.value.unit}",
        )  # fmt: skip


def _written(value: Value) -> Interval | None:
    """The numbers that a value's digits stand for, bounds and hedges aside."""
    if isinstance(value.stated, tuple):
        if None in value.stated:
            return None
        low, high = sorted(n for n in value.stated if n is not None)
        return Interval(low - rounding(low, value.step), high + rounding(high, value.step))
    if value.stated is None:
        return None
    slack = 0.1 * abs(value.stated) if value.approximate else 0.0
    width = max(rounding(value.stated, value.step), slack)
    return Interval(value.stated - width, value.stated + width)


def _difference(value: Value, a: Interval, b: Interval, one: object, other: object, raw: Interval, raw_other: Interval) -> bool:
    """Whether two temperatures fit as a difference: "up 2C (3.6F)"."""
    if not value.unit.startswith("°"):
        return False
    factor_a, factor_b = getattr(one, "factor", 1.0), getattr(other, "factor", 1.0)
    return raw.scaled(factor_a).meets(raw_other.scaled(factor_b))


def _impossible(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    for mention in sentence.mentions:
        for day in _days(mention.value.when):
            if not exists(day):
                claim = extractor.claim(sentence, mention)
                _, year, month, number = day
                yield finding(rule, [claim], [f"{words.place(claim)}: month {month} has no day {number}" + (f" in {year}" if year else "")])


def _weekday(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    for mention in sentence.mentions:
        when = mention.value.when
        if when is None or when[0] not in ("dated", "at", "daypart"):
            continue
        dated = when if when[0] == "dated" else when[2]
        if dated is None or dated[0] != "dated" or mention.time is None or mention.time.start is None:
            continue
        if mention.time.start != mention.time.end or dated[2][0] != "day":
            continue
        day = date.fromordinal(mention.time.start)
        if day.isoweekday() != dated[1] and not _other_year(dated, day, sentence):
            claim = extractor.claim(sentence, mention)
            told = f"{day.isoformat()} is a {WEEKDAYS[day.isoweekday()]}"
            steps = [f"{words.place(claim)}: {claim.text!r} is {day.isoformat()}", told]
            yield finding(rule, [claim], steps, weekday=WEEKDAYS[day.isoweekday()], day=day.isoformat())


def _other_year(dated: When, day: date, sentence: Sentence) -> bool:
    """Whether the year was not told and the article's date leaves it open: then the weekday says which it is."""
    return dated[2][1] is None and (sentence.document.date is None or sentence.document.date.basis not in ("front matter", "dateline", "inferred", "story"))


def _reversed(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    falls = set(rule.options.get("unless", ()))
    for mention in sentence.mentions:
        stated = mention.value.stated
        if not isinstance(stated, tuple) or mention.value.form not in ("between", "range") or None in stated:
            continue
        low, high = stated
        if low is None or high is None or low <= high or (mention.value.form == "range" and not mention.value.unit):
            continue
        before = {item.lower for item in sentence.items if item.at < mention.first}
        if before & falls:
            continue
        claim = extractor.claim(sentence, mention)
        yield finding(rule, [claim], [f"{words.place(claim)}: {words.number(low)} is more than {words.number(high)}"])


def _after(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    """ "60 days from 1 March, that is 15 May": the date told beside the sum is not the sum."""
    for mention, told in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        when = mention.value.when
        if when is None or when[0] != "ago" or when[5] is None or mention.time is None or told.time is None:
            continue
        if when[4] not in ("day", "week", "month", "year") or told.value.when is None or None in (mention.time.start, told.time.start):
            continue
        between = "".join(sentence.tokens[mention.last : told.first]).strip(" ,()")
        if between.lower() not in ("that is", "i.e.", "which is", "or", "namely", "which falls on", "which means", "ends on", "") or _loose(when):
            continue
        assert mention.time.start is not None and mention.time.end is not None
        assert told.time.start is not None and told.time.end is not None
        if mention.time.start - 1 <= told.time.end and told.time.start <= mention.time.end + 1:
            continue
        claims = [extractor.claim(sentence, mention), extractor.claim(sentence, told)]
        right = date.fromordinal((mention.time.start + mention.time.end) // 2).isoformat()
        steps = [f"{words.place(claims[0])}: {claims[0].text!r} is {words.time(mention.time)}",
                 f"{words.place(claims[1])}: {claims[1].text!r} is {words.time(told.time)}"]  # fmt: skip
        yield finding(rule, claims, steps, right=right)


def _loose(when: When) -> bool:
    return bool(when[6])


def _days(when: When | None) -> Iterator[When]:
    """The calendar days that a time is told by."""
    if when is None:
        return
    if when[0] == "day":
        yield when
    for part in when[1:]:
        if isinstance(part, tuple):
            yield from _days(part)


CHECKS: dict[str, Check] = {
    "unequal in brackets": _brackets,
    "no such day": _impossible,
    "another weekday": _weekday,
    "reversed": _reversed,
    "not so long after": _after,
}
