"""A claim in its story -> its profile: what is asked of a claim each time that it is weighed against another."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from math import inf

from claimlint.claims.circumstance import COUNTED_IN, SELF
from claimlint.claims.claim import NOTHING, Claim, Context
from claimlint.topics.story import CLAUSE, Story, is_leading
from claimlint.topics.weights import is_general
from claimlint.topics.wholes import goes_on, scopes
from claimlint.values.times import Time
from claimlint.values.value import SCORE, Value

NEXT = 1.0  # how near a word next to it is
OF_EVENTS = ("rank", "time", "date", "duration")  # kinds of values that are told of an event
_SEGMENT = 0.6
_ELLIPTIC = 3  # words that tell something in what leaves out most
_DAYS_OF_AN_EVENT = 10
_FEW_DAYS = 7
MOMENTS = ("date", "time")


class Profile:
    """A claim in its story, with what is asked of it time and again.

    `of` is what its measure is of.
    """

    def __init__(self, claim: Claim, story: Story) -> None:
        self.claim, self._story = claim, story
        self.measure = claim.measure
        self.general = is_general(self.measure)
        self.of = self.measure.of if self.measure is not None else ""
        self.is_persons = claim.is_of_person or (self.general and claim.value.kind in MOMENTS)

    @cached_property
    def known(self) -> frozenset[str]:
        """The names of its article."""
        return self._story.told(self.claim).names

    @cached_property
    def context(self) -> Context:
        """What stands around it."""
        return self.claim.context

    @cached_property
    def stance(self) -> int:
        """The number of its group of stances."""
        return self._story.weights.stance[self.context.stance]

    @cached_property
    def heads(self) -> set[str]:
        """The stems of what is counted, and what they tell."""
        claim = self.claim
        return {*claim.head, *((claim.noun,) if claim.noun else ()), *self._story.meanings.nouns_of(claim.head)}

    @cached_property
    def about(self) -> frozenset[str]:
        """The stems of what it is said of that tell something, and what they tell."""
        words = self.context.about - self._story.meanings.light
        return words | self._story.meanings.nouns_of(words)

    @cached_property
    def is_elliptic(self) -> bool:
        """Whether it says hardly more than the figure: "the organisers spoke of 15,000"."""
        if self.measure is not None or self.claim.head:
            return False
        near = {word for word, near in self.context.words.items() if near >= _SEGMENT}
        return len(near - self._story.meanings.light) <= _ELLIPTIC

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems in its sentence that tell something."""
        return frozenset(self.context.words) - self._story.meanings.light

    @cached_property
    def clause(self) -> frozenset[str]:
        """Those of its clause."""
        return self._near(CLAUSE)

    @cached_property
    def next(self) -> frozenset[str]:
        """Those next to it."""
        return self._near(NEXT)

    @cached_property
    def next_told(self) -> set[str]:
        """What those next to it tell."""
        return self._story.meanings.of(self.next)

    @cached_property
    def head_told(self) -> set[str]:
        """What the stems of what is counted tell."""
        return self._story.meanings.of(self.claim.head)

    @cached_property
    def clause_names(self) -> list[str]:
        """The names in its clause."""
        return [name for name, near in self.context.names.items() if near >= CLAUSE]

    @cached_property
    def clause_events(self) -> dict[str, float]:
        """The kinds of event that its clause tells of, each with how near."""
        return {name: near for name, near in self.context.events.items() if near >= CLAUSE}

    @cached_property
    def clause_kinds(self) -> dict[int, float]:
        """The groups of kinds of event of its clause, each with how near."""
        found: dict[int, float] = {}
        for name, near in self.clause_events.items():
            for kind in self._story.weights.kinds(name):
                found[kind] = max(found.get(kind, 0.0), near)
        return found

    @cached_property
    def focus(self) -> frozenset[str]:
        """The kinds of event of which its article tells at its head."""
        return self._story.told(self.claim).focus

    @cached_property
    def head_names(self) -> frozenset[str]:
        """The names at the head of its article."""
        return self._story.told(self.claim).head_names

    @cached_property
    def head_ages(self) -> Sequence[Value]:
        """The ages told at the head of its article."""
        return self._story.told(self.claim).head_ages

    @cached_property
    def ages(self) -> Sequence[Value]:
        """The ages told in its sentence."""
        return [each.value for each in self._story.beside(self.claim) if each.value.kind == "age" and not each.context.passing]

    @cached_property
    def row(self) -> frozenset[float]:
        """The other figures of its measure in its sentence, or of its sort where it has none."""
        claim, stances = self.claim, self._story.weights.stance
        return frozenset(
            other.value.stated if isinstance(other.value.stated, float) else inf
            for other in self._story.beside(claim)
            if other is not claim and other.value.kind == claim.value.kind and other.value.unit == claim.value.unit
            and (other.value.form == SCORE) == (claim.value.form == SCORE)
            and other.measure in (self.measure, None) and (self.measure is not None or other.noun == claim.noun)
            and not other.context.passing and stances[other.context.stance] == self.stance
        )  # fmt: skip

    @cached_property
    def is_part(self) -> bool:
        """Whether it is a part of a number: as it is told, or because what follows goes on with one more."""
        if self.context.part or not self.counts_people:
            return self.context.part
        return goes_on(self.claim, self._story.told(self.claim).claims)

    @cached_property
    def leaves_out(self) -> str:
        """Whom a number of people leaves out: "others" than somebody, or who did it to them; "" for nobody."""
        if self._story.weights.rest & self._scopes:
            return "others"
        return SELF if SELF in self._scopes else ""

    @cached_property
    def counts_in(self) -> bool:
        """Whether a number of people counts in who did it to them."""
        return COUNTED_IN in self._scopes

    @cached_property
    def _scopes(self) -> frozenset[str]:
        """The scope of a number of people by all that its article tells of it."""
        return scopes(self.claim, self._story.told(self.claim).claims) if self.counts_people and not self.general else NOTHING

    @cached_property
    def counts_people(self) -> bool:
        """Whether it is a number of people of an event."""
        return self.claim.value.kind == "count" and self.of == "event"

    @cached_property
    def beside(self) -> frozenset[float]:
        """The other numbers of its measure, or of what it counts, in its sentence, and what it comes to with them."""
        claim, own = self.claim, self.claim.value.stated
        if not isinstance(own, float):
            return frozenset()
        numbers = [
            other.value.stated for other in self._story.beside(claim)
            if other is not claim and isinstance(other.value.stated, float)
            and (other.value.kind, other.value.unit) == (claim.value.kind, claim.value.unit)
            and (other.measure is self.measure or (other.noun and other.noun == claim.noun))
        ]  # fmt: skip
        return frozenset((*numbers, own + sum(numbers), *(own + number for number in numbers)) if numbers else ())

    @cached_property
    def era(self) -> Time | None:
        """The days of what is told: as told, or for an event without a day the week before the article.

        Of people who are known already ("six candles for the six dead were lit on Tuesday") the day of the week tells nothing.
        """
        told, dating = self.context.when, self.claim.document.date
        if told is not None and told.start is None:
            told = None
        if dating is None or self.of != "event" or self.context.stance not in ("asserted", "denied"):
            return told
        week = Time(dating.start - self._story.weights.recent, dating.end + 1, f"the days up to {day_name(dating.end)}")
        if told is None or (self._is_known and not days_apart(told, week) and told.start >= week.start):  # type: ignore[operator]
            return week
        return told

    @property
    def _is_known(self) -> bool:
        """Whether a count is of those who were told of before: "the six dead"."""
        before = self.claim.document.text[self.claim.sentence[0] : self.claim.start].lower().split()
        return self.claim.value.kind == "count" and not self._story.meanings.known.isdisjoint(before[-1:])

    @cached_property
    def is_past(self) -> bool:
        """Whether what is told lies long before the article."""
        dating, era, weights = self.claim.document.date, self.era, self._story.weights
        if era is None or dating is None or era.start is None or era.end is None:
            return False
        long = era.end - era.start > _DAYS_OF_AN_EVENT
        return dating.start - era.end > (weights.past_period if long else weights.past)

    @cached_property
    def is_bare(self) -> bool:
        """Whether the sentence says hardly more than the value: "(Published Friday, 3 May)"."""
        context = self.context
        bound = not self.general and (self.claim.value.kind not in MOMENTS or self.of == "obligation")
        return not bound and len(context.words) <= 1 and not context.names and not context.subject

    @cached_property
    def leads(self) -> bool:
        """Whether a claim stands in the title or at the head of its article."""
        return is_leading(self.claim)

    @cached_property
    def days(self) -> range:
        """The few days that it is told of; none where none are told, or many."""
        told = self.context.when
        if told is None or told.start is None or told.end is None or told.end - told.start > _FEW_DAYS:
            return range(0)
        return range(told.start, told.end + 1)

    def _near(self, least: float) -> frozenset[str]:
        return frozenset(word for word, near in self.context.words.items() if near >= least) - self._story.meanings.light


def days_apart(a: Time, b: Time) -> bool:
    """Whether two times have no day in common."""
    return None not in (a.start, a.end, b.start, b.end) and (a.end < b.start or b.end < a.start)  # type: ignore[operator]


def day_name(day: int) -> str:
    """A day as it is written in reports."""
    return date.fromordinal(day).isoformat()
