"""Two claims -> how much speaks for their being about one thing, in points and words, and what parts them."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from claimlint.claims.claim import Claim
from claimlint.claims.subjects import same_person
from claimlint.topics.compare import in_years
from claimlint.topics.evidence import Evidence, Part
from claimlint.topics.likeness import CLOSE, likeness, years_near
from claimlint.topics.meanings import Meanings, name_of
from claimlint.topics.parting import parted
from claimlint.topics.profiles import MOMENTS, OF_EVENTS, Profile
from claimlint.topics.shares import Sharing
from claimlint.topics.story import Story
from claimlint.topics.weights import Weights
from claimlint.values.units import Units
from claimlint.values.value import SCORE, Value

_ROW = 2  # figures that two sentences share, so that the rest of them belongs together too
_LITTLE = 1.0  # points of a measure that say little
_SMALL = 3
_OF_PLACES = ("quantity", "count", "date", "time")
_PERSON = "n:person"


class Weigher:
    """Weighs the claims of a story against each other."""

    def __init__(self, claims: Sequence[Claim], weights: Weights, meanings: Meanings, units: Units) -> None:
        self._story = Story(claims, weights, meanings)
        self._profiles: dict[int, Profile] = {}
        self._weights, self.units = weights, units
        self._least = weights.likely - max(0.0, weights.points[CLOSE])

    def likely(
        self, claims: Sequence[Claim], may_meet: Callable[[Claim, Claim], bool]
    ) -> Iterator[tuple[Claim, Claim, Evidence]]:
        """Gives every two claims, in order, that may meet and are likely to be of one thing, and what speaks for that."""
        profiles = [self._profile(claim) for claim in claims]
        for one, other, most in Sharing(self._story, self._weights).pairs(profiles):
            if may_meet(one.claim, other.claim):
                evidence = self._weigh(one, other, most)
                if evidence is not None:
                    yield one.claim, other.claim, evidence

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """What speaks for and against one topic."""
        return self._weigh(self._profile(a), self._profile(b)) or Evidence()

    def parts(self, a: Claim, b: Claim) -> bool:
        """Whether something keeps two claims apart for good."""
        return bool(parted(self._profile(a), self._profile(b), self._weights))

    def is_among(self, a: Claim, b: Claim, doubts: Collection[str]) -> bool:
        """Whether two claims are told among others or as parts of a number, which is one of some doubts."""
        return any(name in doubts for name, *_ in self._several(*self.profiles(a, b)))

    def profiles(self, a: Claim, b: Claim) -> tuple[Profile, Profile]:
        """The profiles of two claims in their story."""
        return self._profile(a), self._profile(b)

    def told(self, one: Profile, other: Profile) -> list[Part]:
        """What the words around two claims say for and against one topic, whatever their figures."""
        parts = self._measured, self._topic, self._people, self._events, self._several, self._words, self._circumstance
        return [part for told in parts for part in told(one, other)]

    def _profile(self, claim: Claim) -> Profile:
        found = self._profiles.get(id(claim))
        if found is None:
            found = self._profiles[id(claim)] = Profile(claim, self._story)
        return found

    def _weigh(self, one: Profile, other: Profile, most: float = math.inf) -> Evidence | None:
        """What speaks for and against one topic; None where that is at most so much, and too little."""
        measured, events, several = (list(told(one, other)) for told in (self._measured, self._events, self._several))
        most += _against(measured) + _against(events) + _against(several)
        if most < self._least:
            return None
        apart = parted(one, other, self._weights)
        if apart and one.measure is not other.measure:
            return Evidence((), apart)
        figures, topic = list(self._figures(one, other)), list(self._topic(one, other))
        most += _against(topic) + sum(points for _, points, _, _ in figures)
        if most < self._weights.likely:
            return None
        words, circumstance = self._words(one, other), self._circumstance(one, other)
        return Evidence((*measured, *topic, *self._people(one, other), *events, *several, *words, *circumstance, *figures), apart)

    def _part(self, name: str, reason: str, *words: Iterable[str], strength: float = 1.0) -> Part:
        """Something that speaks for or against one topic, so many times."""
        points = self._weights.points[name] * strength
        return name, min(points, self._weights.most.get(name, points)), reason, words

    def _measured(self, one: Profile, other: Profile) -> Iterator[Part]:
        measure = one.measure
        if measure is not None and measure is other.measure and not one.general:
            yield self._part("measure", f"both tell the {measure.title}", strength=self._weights.telling(measure))
        elif one.general and other.general:
            people = _PERSON in one.heads or not self._weights.people.isdisjoint(one.heads)
            yield self._part("unmeasured", "neither has a measure", strength=2.0 if people else 1.0)
        elif measure is not other.measure and not self._weights.anybody.isdisjoint(one.heads | other.heads):
            yield self._part("half_measured", f"{_title(one)} / {_title(other)}")

    def _topic(self, one: Profile, other: Profile) -> Iterator[Part]:
        a, b, measure = one.context, other.context, one.measure
        if one.claim.value.kind == "age" and one.is_persons and not (a.subject and b.subject):
            yield self._part("somebody", "of {} / of somebody", (a.subject or b.subject or "somebody",))
        elif one.of == "person" and bool(a.subject) != bool(b.subject):
            yield self._part("no_subject", "of {} / of somebody", (a.subject or b.subject,))
        if a.subject and b.subject:
            if a.subject == b.subject or (one.is_persons and same_person(a.subject, b.subject)):
                yield self._part("subject", "both of {}", (a.subject,))
            else:
                yield self._part("other_subject", "of {} / {}", (a.subject,), (b.subject,))
        yield from self._about(one, other)
        if one.claim.value.kind == "count" and {"part", SCORE}.isdisjoint((one.claim.value.form, other.claim.value.form)):
            shared = one.heads & other.heads
            if shared:
                yield self._part("noun", "both count {}", [name_of(head) for head in shared])
            elif one.claim.head and other.claim.head:
                yield self._part("whole", "{} / {}", one.claim.head, other.claim.head)
            else:
                yield self._part("no_noun", "what is counted is not said", strength=1.0 if measure is other.measure else 3.0)

    def _about(self, one: Profile, other: Profile) -> Iterator[Part]:
        """What the two are said of: the subjects of their clauses."""
        a, b = one.context, other.context
        names = a.about_names & b.about_names
        shared = one.about & other.about
        if names:
            yield self._part("about_name", "both said of {}", names, strength=max(map(self._story.worth, names)))
        if shared:
            said = {name_of(word) for word in shared}
            yield self._part("about", "both said of {}", said, strength=max(map(self._story.worth, said)))
        if names or shared:
            return
        only_a, only_b = a.about_names & other.known, b.about_names & one.known
        if only_a and only_b:
            yield self._part("other_names", "said of {} / {}", only_a, only_b)
        elif a.about and b.about:
            yield self._part("other_about", "said of {} / {}", a.about, b.about)

    def _people(self, one: Profile, other: Profile) -> Iterator[Part]:
        """The people to whom something happened at a time, by their ages: a girl of six, a boy of two."""
        if one.claim.value.kind not in MOMENTS:
            return
        if self._ages_differ(one.ages, other.ages):
            yield self._part("other_age", "of people of other ages")
        elif self._ages_differ(one.head_ages, other.head_ages):
            yield self._part("other_ages", "the articles begin with people of other ages")

    def _ages_differ(self, one: Sequence[Value], other: Sequence[Value]) -> bool:
        """Whether no age of some may be one of some others."""
        ages = [[years for age in each if (years := in_years(age, self.units)) is not None] for each in (one, other)]
        return all(ages) and not any(abs(a - b) <= years_near(a, b, self._weights.near) for a in ages[0] for b in ages[1])

    def _events(self, one: Profile, other: Profile) -> Iterator[Part]:
        """The kinds of event that both clauses tell of: what a time, a length of time or a rank is of."""
        a, b = one.clause_events, other.clause_events
        shared = a.keys() & b.keys()
        timed = one.claim.value.kind in OF_EVENTS
        if shared:
            near = max(min(a[name], b[name]) for name in shared)
            yield self._part("event" if timed else "event_beside", "both tell of {}", shared, strength=near)
            main = shared & one.focus & other.focus if one.claim.value.kind in MOMENTS else ()
            if main:
                yield self._part("focus", "both articles tell of {} at their heads", main)
        elif one.claim.value.kind in MOMENTS and one.clause_kinds.keys() & other.clause_kinds.keys():
            told = one.clause_events.keys() | other.clause_events.keys()
            yield self._part("event", "both tell of {}, told for one another", told, strength=self._weights.kin)
        elif one.general or other.general:
            if one.claim.events and other.claim.events:
                yield self._part("other_event", "of {} / {}", one.claim.events, other.claim.events)
            elif timed:
                yield self._part("kind", f"a {one.claim.value.kind} whose event is not named")

    def _several(self, one: Profile, other: Profile) -> Iterator[Part]:
        """Sentences that tell more than one figure of the sort, parts of a number."""
        shared = one.context.numbers & other.context.numbers
        if len(shared) < _ROW and not (one.row <= shared and other.row <= shared):
            yield self._part("several", "one sentence tells several of the kind")
        if one.claim.value.kind == "count" and min(_number(one), _number(other)) <= _SMALL:
            yield self._part("small", "a small number")
        if _beside(one, other) or _beside(other, one):
            yield self._part("echo", "the one sentence tells the figure of the other too")
        if one.is_part != other.is_part:
            yield self._part("part_whole", "the one is told as a part of a number")
        elif one.is_part:
            yield self._part("part", "both are parts of a number")

    def _figures(self, one: Profile, other: Profile) -> Iterator[Part]:
        alike, reason = likeness(one.claim, other.claim, self.units, self._weights.near)
        if alike:
            yield self._part(alike, reason)

    def _words(self, one: Profile, other: Profile) -> Iterator[Part]:
        heads = one.claim.head & other.claim.head
        shared = (one.next & other.next) - heads
        if shared:
            yield self._part("next", "both next to {}", shared, strength=self._worth(shared))
        if one.general or self._says_little(one, other):
            like = one.next_told & other.next_told
            like -= self._story.meanings.of(shared | heads) | one.head_told | other.head_told
            if like:
                yield self._part("alike", "both tell of {}", [name_of(meaning) for meaning in like], strength=len(like))
        clause = one.clause & other.clause
        near = clause - shared - heads
        if near:
            yield self._part("near", "both with {}", near, strength=self._worth(near))
        far = (one.words & other.words) - clause - shared - heads
        if far:
            yield self._part("far", "both sentences have {}", far, strength=self._worth(far))

    def _circumstance(self, one: Profile, other: Profile) -> Iterator[Part]:
        a, b = one.context, other.context
        own = a.own & b.own
        if own:
            yield self._part("own", "both beside {}", own, strength=max(map(self._story.worth, own)))
        names = (a.names.keys() & b.names.keys()) - own
        if names:
            yield self._part("name", "both name {}", names, strength=self._worth(names))
        numbers = a.numbers & b.numbers
        if numbers:
            yield self._part("number", "both beside {}", [f"{number:,.12g}" for number in numbers], strength=len(numbers))
        if one.days and other.days and one.days[0] <= other.days[-1] and other.days[0] <= one.days[-1]:
            yield self._part("when", f"both of {a.when.timex}")  # type: ignore[union-attr]
        if one.leads and other.leads:
            yield self._part("lead", "both told at the head of their articles")
        heads = one.head_names, other.head_names
        if one.claim.value.kind in MOMENTS and all(heads) and heads[0].isdisjoint(heads[1]):
            yield self._part("other_heads", "the heads of the articles share no name")
        if (
            a.own and b.own and not own and one.claim.value.kind in _OF_PLACES
            and a.own.isdisjoint(b.names) and b.own.isdisjoint(a.names)
        ):  # fmt: skip
            yield self._part("elsewhere", "beside {} / {}", a.own, b.own)
        only_a, only_b = _own_names(one, other), _own_names(other, one)
        if only_a and only_b:
            yield self._part("names", "{} / {}", only_a, only_b)
        if a.scope != b.scope and one.claim.value.kind not in OF_EVENTS:
            yield self._part("scope", "scope: {}", a.scope ^ b.scope, strength=min(2, len(a.scope ^ b.scope)))
        if a.shifters != b.shifters:
            yield self._part(
                "shifters", "set apart by {}", a.shifters ^ b.shifters, strength=min(2, len(a.shifters ^ b.shifters))
            )
        if a.stance != b.stance and not (one.of == "obligation" and one.measure is other.measure):
            yield self._part("hypothetical" if "hypothetical" in (a.stance, b.stance) else "stance", f"{a.stance} / {b.stance}")

    def _says_little(self, one: Profile, other: Profile) -> bool:
        """Whether two amounts have a measure that articles tell of many things: then what else they tell counts as without it."""
        measure = one.measure
        if measure is None or measure is not other.measure or one.claim.value.kind in MOMENTS:
            return False
        return self._weights.telling(measure) < _LITTLE

    def _worth(self, words: Iterable[str]) -> float:
        return sum(map(self._story.worth, words))


def _against(parts: Iterable[Part]) -> float:
    """How many points speak against one topic."""
    return sum(points for _, points, _, _ in parts if points < 0)


def _own_names(one: Profile, other: Profile) -> list[str]:
    """Names near one claim that the other's article knows and its sentence does not say."""
    names, known = other.context.names, other.known
    return [name for name in one.clause_names if name not in names and name in known]


def _title(profile: Profile) -> str:
    return profile.measure.title if profile.measure is not None else "what is not told"


def _number(profile: Profile) -> float:
    stated = profile.claim.value.stated
    return stated if isinstance(stated, float) else _SMALL + 1.0


def _beside(one: Profile, other: Profile) -> bool:
    """Whether the figure of the other stands in the sentence of the one, or is a sum of it: three and two are five."""
    stated = other.claim.value.stated
    return isinstance(stated, float) and (stated in one.context.numbers or stated in one.beside)
