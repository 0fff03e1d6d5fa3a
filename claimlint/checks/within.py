"""Sentences of one article -> findings that need no other article."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.extract import Extractor
from claimlint.claims.parse import Sentence
from claimlint.reading.mention import Mention
from claimlint.values.times import exists
from claimlint.values.value import Value, When

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


def _impossible(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    for mention in sentence.mentions:
        for day in _days(mention.value.when):
            if not exists(day):
                claim = extractor.claim(sentence, mention)
                _, year, month, number = day
                yield finding(
                    rule, [claim], [f"{words.place(claim)}: month {month} has no day {number}" + (f" in {year}" if year else "")]
                )


def _weekday(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    """Dates whose weekday is another, and those of a sentence of which no year has all."""
    found = list(_wrong_weekdays(sentence, extractor, rule))
    yield from found or _weekdays_at_odds(sentence, extractor, rule)


def _wrong_weekdays(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
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
            told = f"{day.isoformat()} is a {words.WEEKDAYS[day.isoweekday()]}"
            steps = [f"{words.place(claim)}: {claim.text!r} is {day.isoformat()}", told]
            yield finding(rule, [claim], steps, weekday=words.WEEKDAYS[day.isoweekday()], day=day.isoformat())


def _weekdays_at_odds(sentence: Sentence, extractor: Extractor, rule: Rule) -> Iterator[Finding]:
    """Days of one sentence, told with their weekdays and without a year, that no year has so."""
    told = [(mention, dated) for mention in sentence.mentions for dated in _dated(mention.value.when)]
    if len(told) < _PAIR or any(_fits(year, told) for year in _YEARS):
        return
    (first, dated), *others = told
    year = next((year for year in _YEARS if _fits(year, told[:1])), None)
    if year is None:
        return
    mention, other = next((m, d) for m, d in others if not _fits(year, [told[0], (m, d)]))
    claims = [extractor.claim(sentence, each) for each in dict.fromkeys((mention, first))]
    weekday = words.WEEKDAYS[_day_in(year, dated, other).isoweekday()]
    steps = [f"{words.place(claim)}: {claim.text!r}" for claim in claims]
    told_day = f"{other[2][2]:02}-{other[2][3]:02}, with a {words.WEEKDAYS[dated[1]]} told beside it,"
    yield finding(rule, claims, steps, weekday=weekday, day=told_day)


def _dated(when: When | None) -> Iterator[When]:
    """The days with a weekday and without a year that a time is told by."""
    if when is not None and when[0] == "dated" and when[2][:2] == ("day", None) and exists(when[2]):
        yield when
    elif when is not None:
        for part in when[1:]:
            if isinstance(part, tuple) and part:
                yield from _dated(part)


def _fits(year: int, told: Sequence[tuple[Mention, When]]) -> bool:
    """Whether the days are on their weekdays in a year, and those half a year earlier in the calendar in the next."""
    first = told[0][1]
    return all(_day_in(year, first, dated).isoweekday() == dated[1] for _, dated in told)


def _day_in(year: int, first: When, dated: When) -> date:
    _, _, month, day = dated[2]
    turned = year + (month < first[2][2] - _HALF_YEAR) - (month > first[2][2] + _HALF_YEAR)
    return date(turned, month, day) if (month, day) != _LEAP else date(turned, 3, 1) - timedelta(days=1)


_PAIR, _HALF_YEAR, _LEAP = 2, 6, (2, 29)
_YEARS = range(2001, 2029)  # years begin on every weekday, leap years too
_HALF_DAY, _DAY, _HOUR = 12, 24, 60
_SURE = 60  # days from the article's own within which a day told without its year is of this year


def _other_year(dated: When, day: date, sentence: Sentence) -> bool:
    """Whether the year was not told and may be another, in which the weekday is right."""
    if dated[2][1] is not None:
        return False
    dating = sentence.document.date
    if dating is None:
        return True
    if abs(day.toordinal() - dating.start) <= _SURE:
        return False
    near = [day.replace(year=day.year + step) for step in (-1, 1) if not (day.month == 2 and day.day == 29)]
    return any(other.isoweekday() == dated[1] for other in near)


def _no_such_time(sentence: Sentence, _: Extractor, rule: Rule) -> Iterator[Finding]:
    """Times of day with more hours than their half of the day has, or more minutes than an hour."""
    start, end = sentence.span
    text = sentence.document.text[start:end]
    if ":" not in text and "." not in text:
        return
    for found in re.finditer(_behind(rule.options["halves"], "[:.]"), text, re.IGNORECASE):
        if int(found[1]) > _HALF_DAY or int(found[2]) >= _HOUR:
            yield _unclocked(sentence, rule, found, _HALF_DAY, "a half of the day")
    for found in re.finditer(_behind(rule.options["zones"]), text, re.IGNORECASE):
        if int(found[1]) > _DAY or int(found[2]) >= _HOUR:
            yield _unclocked(sentence, rule, found, _DAY, "a day")


def _behind(phrases: Sequence[str], mark: str = ":") -> str:
    """What finds hours and minutes, with a mark between them, in front of one of some phrases."""
    return rf"(?<![\d:.,])(\d{{1,2}}){mark}(\d\d) ?(?:{'|'.join(map(re.escape, phrases))})(?![^\W\d])"


def _unclocked(sentence: Sentence, rule: Rule, found: re.Match[str], most: int, span: str) -> Finding:
    """The finding of a time that no clock shows."""
    start = sentence.span[0]
    claim = Claim(sentence.document, start + found.start(), start + found.end(), sentence.span, Value("time"))
    why = f"{span} has {most} hours" if int(found[1]) > most else f"an hour has {_HOUR} minutes"
    return finding(rule, [claim], [f"{words.place(claim)}: {why}"], time=found[0])


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
    "no such day": _impossible,
    "another weekday": _weekday,
    "no such time": _no_such_time,
}
