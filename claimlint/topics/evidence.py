"""Two claims -> how much speaks for their being about one thing, in points and words, and what parts them."""

from collections.abc import Callable, Iterable, Sequence

from attrs import field, frozen

from claimlint.claims.claim import Claim
from claimlint.claims.subjects import same_person
from claimlint.topics.likeness import likeness
from claimlint.topics.meanings import Meanings, name_of
from claimlint.topics.parting import parted
from claimlint.topics.profiles import Profile, Story, days_apart
from claimlint.topics.weights import Weights
from claimlint.values.units import Units

_ROW = 2  # figures that two sentences share, so that the rest of them belongs together too
_SMALL = 3
_OF_PLACES = ("quantity", "count", "date", "time")
_OF_EVENTS = ("rank", "time", "date", "duration")
_PERSON = "n:person"
_SHOWN = 4  # words of a reason

Part = tuple[str, float, str, tuple[Iterable[str], ...]]  # its name, its points, and the reason with the words in its places


@frozen
class Evidence:
    """What speaks for and against one topic: its name in rules/evidence.yaml, points, and words for a report.

    `points` are the sum; `parted` says what keeps the two apart for good.
    """

    parts: tuple[Part, ...] = ()
    parted: str = ""
    points: float = field(init=False)

    @points.default
    def _sum(self) -> float:
        return sum(part[1] for part in self.parts)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for one topic."""
        return tuple(_said(part) for part in self.parts if part[1] > 0)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against it."""
        return tuple(_said(part) for part in self.parts if part[1] <= 0)

    def has(self, name: str) -> bool:
        """Whether something of that name speaks for or against it."""
        return any(part[0] == name for part in self.parts)

    def with_part(self, name: str, points: float, reason: str) -> "Evidence":
        """The same with something more."""
        return Evidence((*self.parts, (name, points, reason, ())), self.parted)


class Weigher:
    """Weighs the claims of a story against each other."""

    def __init__(self, claims: Sequence[Claim], weights: Weights, meanings: Meanings, units: Units) -> None:
        self._story = Story(claims, weights, meanings)
        self._weights, self._units = weights, units

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """What speaks for and against one topic."""
        one, other = self._story.profile(a), self._story.profile(b)
        apart = parted(one, other, self._weights)
        if apart and one.measure is not other.measure:
            return Evidence((), apart)
        parts: list[Part] = []
        points, most = self._weights.points, self._weights.most

        def add(name: str, reason: str, *words: Iterable[str], strength: float = 1.0) -> None:
            worth = points[name] * strength
            parts.append((name, min(worth, most[name]) if name in most else worth, reason, words))

        self._topic(one, other, add)
        self._several(one, other, add)
        self._words(one, other, add)
        self._circumstance(one, other, add)
        alike, reason = likeness(a, b, self._units)
        if alike:
            add(alike, reason)
        return Evidence(tuple(parts), apart)

    def _topic(self, one: Profile, other: Profile, add: "Add") -> None:
        a, b, measure = one.context, other.context, one.measure
        if measure is not None and measure is other.measure and not one.general:
            add("measure", f"both tell the {measure.title}", strength=self._weights.telling(measure))
        elif one.general and other.general:
            people = _PERSON in one.heads or not self._weights.people.isdisjoint(one.heads)
            add("unmeasured", "neither has a measure", strength=2.0 if people else 1.0)
        elif measure is not other.measure and not self._weights.anybody.isdisjoint(one.heads | other.heads):
            add("unmeasured", f"{_title(one)} / {_title(other)}", strength=2.0)
        if one.of == "person" and bool(a.subject) != bool(b.subject):
            add("no_subject", f"of {a.subject or b.subject} / of somebody")
        if a.subject and b.subject:
            if a.subject == b.subject or (one.is_persons and same_person(a.subject, b.subject)):
                add("subject", f"both of {a.subject}")
            else:
                add("other_subject", f"of {a.subject} / {b.subject}")
        self._about(one, other, add)
        if one.claim.value.kind == "count" and "part" not in (one.claim.value.form, other.claim.value.form):
            shared = one.heads & other.heads
            if shared:
                add("noun", "both count {}", [name_of(head) for head in shared])
            elif one.claim.head and other.claim.head:
                add("whole", "{} / {}", one.claim.head, other.claim.head)
            else:
                add("no_noun", "what is counted is not said", strength=1.0 if measure is other.measure else 3.0)
        _events(one, other, add)

    def _about(self, one: Profile, other: Profile, add: "Add") -> None:
        """What the two are said of: the subjects of their clauses."""
        a, b = one.context, other.context
        names = a.about_names & b.about_names
        shared = one.about & other.about
        if names:
            add("about_name", "both said of {}", names, strength=max(map(self._story.worth, names)))
        if shared:
            said = {name_of(word) for word in shared}
            add("about", "both said of {}", said, strength=max(map(self._story.worth, said)))
        if names or shared:
            return
        only_a, only_b = a.about_names & other.known, b.about_names & one.known
        if only_a and only_b:
            add("other_names", "said of {} / {}", only_a, only_b)
        elif a.about and b.about:
            add("other_about", "said of {} / {}", a.about, b.about)

    def _several(self, one: Profile, other: Profile, add: "Add") -> None:
        """Sentences that tell more than one figure of the sort, parts of a number."""
        if (one.in_row or other.in_row) and len(one.context.numbers & other.context.numbers) < _ROW:
            add("several", "one sentence tells several of the kind")
        if one.claim.value.kind == "count" and min(_number(one), _number(other)) <= _SMALL:
            add("small", "a small number")
        if _beside(one, other) or _beside(other, one):
            add("echo", "the one sentence tells the figure of the other too")
        if (one.moves or other.moves) and (one.claim.document.date is None or other.claim.document.date is None):
            add("undated", "one of the articles may be the later one")
        if one.context.part != other.context.part:
            add("part_whole", "the one is told as a part of a number")
        elif one.context.part:
            add("part", "both are parts of a number")

    def _words(self, one: Profile, other: Profile, add: "Add") -> None:
        heads = one.claim.head & other.claim.head
        shared = (one.next & other.next) - heads
        if shared:
            add("next", "both next to {}", shared, strength=self._worth(shared))
        if one.general:
            like = one.next_told & other.next_told
            like -= self._story.meanings.of(shared | heads) | one.head_told | other.head_told
            if like:
                add("alike", "both tell of {}", [name_of(meaning) for meaning in like], strength=len(like))
        clause = one.clause & other.clause
        near = clause - shared - heads
        if near:
            add("near", "both with {}", near, strength=self._worth(near))
        far = (one.words & other.words) - clause - shared - heads
        if far:
            add("far", "both sentences have {}", far, strength=self._worth(far))

    def _circumstance(self, one: Profile, other: Profile, add: "Add") -> None:
        a, b = one.context, other.context
        own = a.own & b.own
        if own:
            add("own", "both beside {}", own, strength=max(map(self._story.worth, own)))
        names = (a.names.keys() & b.names.keys()) - own
        if names:
            add("name", "both name {}", names, strength=self._worth(names))
        numbers = a.numbers & b.numbers
        if numbers:
            add("number", "both beside {}", [f"{number:g}" for number in numbers], strength=len(numbers))
        if one.days is not None and other.days is not None and not days_apart(one.days, other.days):
            add("when", f"both of {one.days.timex}")
        if one.leads and other.leads:
            add("lead", "both told at the head of their articles")
        if (
            a.own and b.own and not own and one.claim.value.kind in _OF_PLACES
            and a.own.isdisjoint(b.names) and b.own.isdisjoint(a.names)
        ):  # fmt: skip
            add("elsewhere", "beside {} / {}", a.own, b.own)
        only_a, only_b = _own_names(one, other), _own_names(other, one)
        if only_a and only_b:
            add("names", "{} / {}", only_a, only_b)
        if a.scope != b.scope:
            add("scope", "scope: {}", a.scope ^ b.scope, strength=min(2, len(a.scope ^ b.scope)))
        if a.shifters != b.shifters:
            add("shifters", "set apart by {}", a.shifters ^ b.shifters, strength=min(2, len(a.shifters ^ b.shifters)))
        if a.stance != b.stance:
            add("hypothetical" if "hypothetical" in (a.stance, b.stance) else "stance", f"{a.stance} / {b.stance}")

    def _worth(self, words: Iterable[str]) -> float:
        return sum(map(self._story.worth, words))


Add = Callable[..., None]  # of a name, a reason with places, and the words for them; with `strength` so many times the points


def _events(one: Profile, other: Profile, add: Add) -> None:
    """The kinds of event that both clauses tell of: what a time, a length of time or a rank is of."""
    a, b = one.clause_events, other.clause_events
    shared = a.keys() & b.keys()
    timed = one.claim.value.kind in _OF_EVENTS
    if shared:
        near = max(min(a[name], b[name]) for name in shared)
        add("event" if timed else "event_beside", "both tell of {}", shared, strength=near)
    elif one.general or other.general:
        if one.claim.events and other.claim.events:
            add("other_event", "of {} / {}", one.claim.events, other.claim.events)
        elif timed:
            add("kind", f"a {one.claim.value.kind} whose event is not named")


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


def _said(part: Part) -> str:
    """The reason in words."""
    _, _, reason, words = part
    return reason.format(*map(_some, words)) if words else reason


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:_SHOWN])
