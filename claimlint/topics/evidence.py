"""Two claims -> how much speaks for their being about one thing, in points and words, and what parts them."""

from collections.abc import Callable, Iterable, Sequence

from attrs import field, frozen

from claimlint.claims.claim import Claim
from claimlint.claims.happening import STATEMENT
from claimlint.claims.subjects import same_person
from claimlint.topics.likeness import likeness
from claimlint.topics.meanings import Meanings, name_of
from claimlint.topics.profiles import Profile, Story
from claimlint.topics.times import told_of_other_weeks
from claimlint.topics.weights import Weights
from claimlint.values.times import Time
from claimlint.values.units import Units

_SMALL = 3
_MOMENTS = ("date", "time")
_OF_PLACES = ("quantity", "count", "date", "time")
_OF_EVENTS = ("rank", "time", "date", "duration")
_PERSON = "n:person"
_SHOWN = 4  # words of a reason
_LINKS = frozenset({"next", "about"})
_WEAK = 1.5  # points of a measure of which an article tells many
_FEW = 12  # smaller figures stand beside each other by chance
_ORDER = 25  # times so much is no figure of one thing
_ANY = frozenset({"n:person", "n:man"})  # people of whatever kind
# What another side tells in another way, and what an answer leaves out.
_OF_ONE_VOICE = frozenset({"stance", "hypothetical", "whole", "part_whole", "names", "other_about", "scope", "undated"})
_OF_ONE_SENTENCE = _OF_ONE_VOICE | {"several", "echo", "no_noun", "unmeasured", "shifters"}

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

    def weigh(self, a: Claim, b: Claim, *, sides: bool = False, answer: bool = False) -> Evidence:
        """What speaks for and against one topic.

        Two `sides` may differ by much; where the one is an `answer` to the other, it leaves out what the other has said.
        """
        one, other = self._story.profile(a), self._story.profile(b)
        parted = self._parted(one, other, sides=sides, answer=answer)
        if parted and one.measure is not other.measure:
            return Evidence((), parted)
        parts: list[Part] = []
        points, most = self._weights.points, self._weights.most

        def add(name: str, reason: str, *words: Iterable[str], strength: float = 1.0) -> None:
            worth = points[name] * strength
            parts.append((name, min(worth, most[name]) if name in most else worth, reason, words))

        self._topic(one, other, add)
        self._several(one, other, add)
        self._words(one, other, add)
        self._circumstance(one, other, add)
        if sides and _of_other_order(a, b):
            return Evidence((), "figures of another order")
        if sides and a.value.kind in _MOMENTS and not self._tied(one, parts):
            return Evidence((), "times that nothing ties")
        if answer and self._takes_up(one, other, parts):
            add("answer", "the one answers the other")
        if sides:
            add("sides", "two sides say it")
            left = _OF_ONE_SENTENCE if answer else _OF_ONE_VOICE
            parts = [part for part in parts if part[0] not in left]
        alike, reason = likeness(a, b, self._units)
        if alike and not answer:
            add(alike, reason, strength=0.5 if sides else 1.0)
        return Evidence(tuple(parts), parted)

    def _tied(self, one: Profile, parts: Sequence[Part]) -> bool:
        """Whether two times are of one thing by more than a measure that articles tell of many things."""
        told = {name: points for name, points, *_ in parts if points > 0}
        return not _LINKS.isdisjoint(told) or told.get("measure", 0.0) > _WEAK or one.of == "person"

    def _takes_up(self, one: Profile, other: Profile, parts: Sequence[Part]) -> bool:
        """Whether an answer is on what it answers: it tells the same measure, counts the same, or says nothing but a figure."""
        if one.claim.value.kind != other.claim.value.kind:
            return False
        told = {part[0] for part in parts if part[1] > 0}
        if "measure" in told or (one.claim.value.kind != "count" and not _LINKS.isdisjoint(told)):
            return True
        if "noun" in told and not (one.heads & other.heads) <= _ANY:
            return True
        is_few = one.claim.value.kind == "count" and min(_number(one), _number(other)) <= _FEW
        return other.is_elliptic and one.claim.value.kind not in _MOMENTS and not is_few

    def _parted(self, one: Profile, other: Profile, *, sides: bool, answer: bool) -> str:
        """What keeps two claims apart for good; "" for nothing."""
        if one.measure is not None and other.measure is not None and not self._weights.akin(one.measure, other.measure):
            return f"{one.measure.title} / {other.measure.title}"
        a, b = one.context, other.context
        if one.is_persons:
            needed = one.claim.value.kind == "age"
            if (not same_person(a.subject, b.subject) and (needed or (a.subject and b.subject))) or (needed and not a.subject):
                return f"{a.subject or 'somebody'} / {b.subject or 'somebody'}"
        elif a.subject and b.subject and a.subject != b.subject and (one.measure is not other.measure or _both_known(one, other)):
            return f"{a.subject} / {b.subject}"
        if a.passing != b.passing:
            return "a change or a past age / what it is"
        if a.part != b.part and (one.measure is None or one.measure is not other.measure):
            return "a part / the whole"
        if one.stance != other.stance and not (sides and "limit" not in (a.stance, b.stance)):
            return f"{a.stance} / {b.stance}"
        if (
            one.measure is None
            and one.claim.value.kind == "rank"
            and any(word.endswith("-") for word in one.claim.head | other.claim.head)
        ):
            return "a rank that is part of a word"
        if answer and b.when is None and one.claim.value.kind not in _MOMENTS:  # it is still spoken of the same day
            return "" if _are_people(one, other) else self._other_things(one, other, sides=sides)
        if not answer and (one.is_bare or other.is_bare):
            return "a line that says nothing else"
        return self._other_days(one, other) or self._other_things(one, other, sides=sides)

    def _other_days(self, one: Profile, other: Profile) -> str:
        """Days told of that cannot be one event's."""
        a, b = one.claim, other.claim
        if a.value.kind in _MOMENTS:
            if any(each.general and STATEMENT & each.claim.events for each in (one, other)):
                return "the day of a statement"
            stances = {one.context.stance, other.context.stance}
            if "denied" in stances:
                return "a day that is denied"
            if stances == {"asserted", "hypothetical"}:
                return "what was / what may be"
            if told_of_other_weeks(a, b):
                return "days told from articles of other weeks"
        if (a.value.when is not None and a.value.stated is None) or one.of in self._weights.lasting:
            return ""
        if one.era is not None and other.era is not None and _apart(one.era, other.era):
            return f"told of {one.era.timex} / {other.era.timex}"
        if (one.era is None) != (other.era is None) and (one.is_past or other.is_past):
            return f"told of {(one.era or other.era).timex}"  # type: ignore[union-attr]
        return ""

    def _other_things(self, one: Profile, other: Profile, *, sides: bool) -> str:
        """Different things counted, different wholes, different names beside them."""
        value = one.claim.value
        counts = value.kind in ("count", "rank") or value.form == "part" or value.unit == "percent"
        if counts and one.measure is not other.measure and self._counts_differ(one.heads, other.heads):
            return f"{_some(one.claim.head)} / {_some(other.claim.head)}"
        own = one.context.own, other.context.own
        if all(own) and not sides and not one.context.subject and own[0].isdisjoint(own[1]):
            only = _distinct(one, other), _distinct(other, one)
            if all(only):
                return " / ".join(map(_some, only))
        return ""

    def _counts_differ(self, a: set[str], b: set[str]) -> bool:
        """Whether two count different things; people of a kind may be the people that another counts."""
        if not a or not b or not a.isdisjoint(b):
            return False
        people = self._weights.people
        return not (_PERSON in a and not people.isdisjoint(b)) and not (_PERSON in b and not people.isdisjoint(a))

    def _topic(self, one: Profile, other: Profile, add: "Add") -> None:
        a, b, measure = one.context, other.context, one.measure
        if measure is not None and measure is other.measure and not one.general:
            add("measure", f"both tell the {measure.title}", strength=self._weights.telling(measure))
        elif one.general and other.general:
            people = _PERSON in one.heads or not self._weights.people.isdisjoint(one.heads)
            add("unmeasured", "neither has a measure", strength=2.0 if people else 1.0)
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
        if one.in_row or other.in_row:
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
            add("number", "both beside {}", [f"{number:g}" for number in numbers])
        if one.days is not None and other.days is not None and not _apart(one.days, other.days):
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
    shared = (a.keys() & b.keys()) - STATEMENT
    timed = one.claim.value.kind in _OF_EVENTS
    if shared:
        near = max(min(a[name], b[name]) for name in shared)
        add("event" if timed else "event_beside", "both tell of {}", shared, strength=near)
    elif one.general or other.general:
        if one.claim.events and other.claim.events:
            add("other_event", "of {} / {}", one.claim.events, other.claim.events)
        elif timed:
            add("kind", f"a {one.claim.value.kind} whose event is not named")


def _of_other_order(a: Claim, b: Claim) -> bool:
    """Whether the one figure is so many times the other that no two sides would say them of one thing."""
    one, other = (claim.value.stated for claim in (a, b))
    if not isinstance(one, float | int) or not isinstance(other, float | int) or min(one, other) <= 0:
        return False
    return a.value.unit == b.value.unit and max(one, other) > _ORDER * min(one, other)


def _are_people(one: Profile, other: Profile) -> bool:
    """Whether both count people, one of them whatever people: "its men"."""
    return any(heads & _ANY for heads in (one.heads, other.heads)) and all(
        any(head.startswith("n:") for head in each.heads) for each in (one, other)
    )


def _both_known(one: Profile, other: Profile) -> bool:
    """Whether the article of each knows the subject of the other."""
    return other.context.subject in one.known and one.context.subject in other.known


def _distinct(one: Profile, other: Profile) -> list[str]:
    """Names in one claim's segment that the other's article knows and its sentence does not say."""
    return [name for name in one.context.own if name in other.known and name not in other.context.names]


def _own_names(one: Profile, other: Profile) -> list[str]:
    """Names near one claim that the other's article knows and its sentence does not say."""
    names, known = other.context.names, other.known
    return [name for name in one.clause_names if name not in names and name in known]


def _apart(a: Time, b: Time) -> bool:
    return None not in (a.start, a.end, b.start, b.end) and (a.end < b.start or b.end < a.start)  # type: ignore[operator]


def _number(profile: Profile) -> float:
    stated = profile.claim.value.stated
    return stated if isinstance(stated, float) else _SMALL + 1.0


def _beside(one: Profile, other: Profile) -> bool:
    """Whether the figure of the other stands in the sentence of the one."""
    stated = other.claim.value.stated
    return isinstance(stated, float) and stated in one.context.numbers


def _said(part: Part) -> str:
    """The reason in words."""
    _, _, reason, words = part
    return reason.format(*map(_some, words)) if words else reason


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:_SHOWN])
