"""Two claims -> how much speaks for their being about one thing, in points and words, and what parts them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from claimlint.claims.claim import Claim
from claimlint.claims.happening import STATEMENT
from claimlint.claims.measures import Measure
from claimlint.claims.subjects import same_person
from claimlint.topics.likeness import likeness
from claimlint.topics.times import told_of_other_weeks
from claimlint.values.times import Time
from claimlint.values.units import Units


@frozen
class Evidence:
    """What speaks for and against one topic: its name in rules/evidence.yaml, points, and words for a report.

    `parted` says what keeps the two apart for good.
    """

    parts: tuple[tuple[str, float, str], ...] = ()
    parted: str = ""

    @property
    def points(self) -> float:
        """The sum of the points."""
        return sum(points for _, points, _ in self.parts)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for one topic."""
        return tuple(reason for _, points, reason in self.parts if points > 0)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against it."""
        return tuple(reason for _, points, reason in self.parts if points <= 0)

    def has(self, name: str) -> bool:
        """Whether something of that name speaks for or against it."""
        return any(part == name for part, _, _ in self.parts)

    def with_part(self, name: str, points: float, reason: str) -> "Evidence":
        """The same with something more."""
        return Evidence((*self.parts, (name, points, reason)), self.parted)


class _Tally:
    """Collects the parts of an evidence."""

    def __init__(self, weights: "Weights") -> None:
        self.parts: list[tuple[str, float, str]] = []
        self._points, self._most = weights.points, weights.most

    def add(self, name: str, reason: str, strength: float = 1.0) -> None:
        points = self._points[name] * strength
        most = self._most.get(name)
        self.parts.append((name, points if most is None else min(points, most), reason))


class Weights:
    """The points of rules/evidence.yaml."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.points: dict[str, float] = data["points"]
        self.most: dict[str, float] = data["most"]
        self.loud: float = data["loud"]
        self.shown: float = data["shown"]
        self._of: dict[str, float] = data["measures"]["of"]
        self._telling: dict[str, float] = {
            name: float(points) for points, names in data["measures"]["told"].items() for name in names
        }
        self._akin = [frozenset(group) for group in data["measures"]["akin"]]
        self.lasting = frozenset(data["lasting"])
        self.past: int = data["past"]
        self.past_period: int = data["past_period"]
        self.recent: int = data["recent"]
        self.rare: int = data["rare"]
        self.common: float = data["common"]
        self.people: list[str] = data["people"]
        self.anybody = frozenset(data["anybody"])
        self.rest = frozenset(data["rest"])
        self.stance = {stance: i for i, group in enumerate(data["stances"]) for stance in group}

    def akin(self, a: Measure, b: Measure) -> bool:
        """Whether two measures may be one: the same, or of those that articles tell for one another."""
        return (
            a is b
            or (is_general(a) != is_general(b) and "statement" not in a.events | b.events)
            or any(a.name in group and b.name in group for group in self._akin)
        )

    def telling(self, measure: Measure) -> float:
        """How much it says that two claims have the same measure: less for one that an article tells of many things."""
        return self._telling.get(measure.name, self._of.get(measure.of, self._of["event"]))


class Setting:
    """The claims of a story, and how common its words are."""

    def __init__(self, claims: Sequence[Claim], weights: Weights, classes: dict[str, frozenset[str]], units: Units) -> None:
        self._units = units
        self._weights = weights
        self._classes = classes
        self._people = frozenset(weights.people)
        sentences: dict[tuple[str, tuple[int, int]], set[str]] = {}
        self._sentences: dict[tuple[str, tuple[int, int]], list[Claim]] = {}
        self._known: dict[str, set[str]] = {}
        for claim in claims:
            sentences.setdefault((claim.document.path, claim.sentence), set()).update(claim.context.words, claim.context.names)
            self._sentences.setdefault((claim.document.path, claim.sentence), []).append(claim)
            self._known.setdefault(claim.document.path, set()).update(claim.context.names)
        self._held = Counter(word for words in sentences.values() for word in words)
        self._many = max(2 * weights.rare, int(len(sentences) * weights.common))

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """What speaks for and against one topic."""
        parted = self._parted(a, b)
        if parted and a.measure is not b.measure:
            return Evidence((), parted)
        tally = _Tally(self._weights)
        self._topic(a, b, tally)
        self._several(a, b, tally)
        self._words(a, b, tally)
        self._circumstance(a, b, tally)
        alike, reason = likeness(a, b, self._units)
        if alike:
            tally.add(alike, reason)
        return Evidence(tuple(tally.parts), parted)

    def _parted(self, a: Claim, b: Claim) -> str:
        """What keeps two claims apart for good; "" for nothing."""
        if a.measure is not None and b.measure is not None and not self._weights.akin(a.measure, b.measure):
            return f"{a.measure.title} / {b.measure.title}"
        if _is_persons(a):
            needed = a.value.kind == "age"
            if (not same_person(a.subject, b.subject) and (needed or (a.subject and b.subject))) or (needed and not a.subject):
                return f"{a.subject or 'somebody'} / {b.subject or 'somebody'}"
        elif a.subject and b.subject and a.subject != b.subject and (a.measure is not b.measure or self._both_known(a, b)):
            return f"{a.subject} / {b.subject}"
        if a.context.passing != b.context.passing:
            return "a change or a past age / what it is"
        if a.context.part != b.context.part and (a.measure is None or a.measure is not b.measure):
            return "a part / the whole"
        if self._weights.stance[a.stance] != self._weights.stance[b.stance]:
            return f"{a.stance} / {b.stance}"
        if a.value.kind == "rank" and a.measure is None and any(word.endswith("-") for word in a.head | b.head):
            return "a rank that is part of a word"
        if _is_bare(a) or _is_bare(b):
            return "a line that says nothing else"
        return self._other_days(a, b) or self._other_things(a, b)

    def _other_days(self, a: Claim, b: Claim) -> str:
        """Days told of that cannot be one event's."""
        if a.value.kind in _MOMENTS:
            if any(is_general(claim.measure) and STATEMENT & claim.events for claim in (a, b)):
                return "the day of a statement"
            if "denied" in (a.stance, b.stance):
                return "a day that is denied"
            if {a.stance, b.stance} == {"asserted", "hypothetical"}:
                return "what was / what may be"
            if told_of_other_weeks(a, b):
                return "days told from articles of other weeks"
        if (a.value.when is not None and a.value.stated is None) or (
            a.measure is not None and a.measure.of in self._weights.lasting
        ):
            return ""
        era_a, era_b = self._era(a), self._era(b)
        if era_a is not None and era_b is not None and _apart(era_a, era_b):
            return f"told of {era_a.timex} / {era_b.timex}"
        if (era_a is None) != (era_b is None) and (self._is_past(a, era_a) or self._is_past(b, era_b)):
            return f"told of {(era_a or era_b).timex}"  # type: ignore[union-attr]
        return ""

    def _both_known(self, a: Claim, b: Claim) -> bool:
        """Whether the article of each knows the subject of the other."""
        return b.subject in self._known.get(a.document.path, ()) and a.subject in self._known.get(b.document.path, ())

    def _other_things(self, a: Claim, b: Claim) -> str:
        """Different things counted, different wholes, different names beside them."""
        heads = self._heads(a), self._heads(b)
        if a.value.kind == "count":
            if self._weights.rest & a.context.scope != self._weights.rest & b.context.scope:
                return "the others / all"
            if is_general(a.measure) and is_general(b.measure) and any(self._weights.anybody & h for h in heads):
                return "people of whom it is not told what they are counted for"
        counts = a.value.kind in ("count", "rank") or a.value.form == "part" or a.value.unit == "percent"
        if counts and a.measure is not b.measure and all(heads) and not heads[0] & heads[1] and not self._whole(*heads):
            return f"{_some(a.head)} / {_some(b.head)}"
        only_a, only_b = self._distinct(a, b), self._distinct(b, a)
        if only_a and only_b and not a.subject:
            return f"{_some(only_a)} / {_some(only_b)}"
        return _named_otherwise(a, b)

    def _topic(self, a: Claim, b: Claim, tally: _Tally) -> None:
        if a.measure is not None and a.measure is b.measure and not is_general(a.measure):
            tally.add("measure", f"both tell the {a.measure.title}", self._weights.telling(a.measure))
        elif is_general(a.measure) and is_general(b.measure):
            tally.add(
                "unmeasured",
                "neither has a measure",
                2.0 if self._people & self._heads(a) or "n:person" in self._heads(a) else 1.0,
            )
        elif a.measure is not b.measure and a.value.kind == "count" and self._weights.anybody & (self._heads(a) | self._heads(b)):
            tally.add("unmeasured", f"{_title(a)} / {_title(b)}", 2.0)
        if a.measure is not None and a.measure.of == "person" and bool(a.subject) != bool(b.subject):
            tally.add("no_subject", f"of {a.subject or b.subject} / of somebody")
        if a.subject and b.subject:
            tally.add(
                *("subject", f"both of {a.subject}")
                if a.subject == b.subject or (_is_persons(a) and same_person(a.subject, b.subject))
                else ("other_subject", f"of {a.subject} / {b.subject}")
            )
        self._about(a, b, tally)
        if a.value.kind == "count" and "part" not in (a.value.form, b.value.form):
            shared = self._heads(a) & self._heads(b)
            if shared:
                tally.add("noun", f"both count {_some(w.partition(':')[2] or w for w in shared)}")
            elif a.head and b.head:
                tally.add("whole", f"{_some(a.head)} / {_some(b.head)}")
            else:
                mixed = 1.0 if a.measure is b.measure else 3.0
                tally.add("no_noun", "what is counted is not said", mixed)
        self._events(a, b, tally)

    def _events(self, a: Claim, b: Claim, tally: _Tally) -> None:
        """The kinds of event that both clauses tell of: what a time, a length of time or a rank is of."""
        shared = {name for name, near in a.context.events.items() if min(near, b.context.events.get(name, 0.0)) >= _CLAUSE}
        timed = a.value.kind in _OF_EVENTS
        if shared:
            near = max(min(a.context.events[name], b.context.events[name]) for name in shared)
            tally.add("event" if timed else "event_beside", f"both tell of {_some(shared)}", near)
        elif a.events and b.events and (is_general(a.measure) or is_general(b.measure)):
            tally.add("other_event", f"of {_some(a.events)} / {_some(b.events)}")
        elif timed and (is_general(a.measure) or is_general(b.measure)):
            tally.add("kind", f"a {a.value.kind} whose event is not named")

    def _several(self, a: Claim, b: Claim, tally: _Tally) -> None:
        """Sentences that tell more than one figure of the sort, parts of a number."""
        if (self._row(a) or self._row(b)) and len(a.context.numbers & b.context.numbers) < _ROW:
            tally.add("several", "one sentence tells several of the kind")
        if a.value.kind == "count" and min(_number(a), _number(b)) <= _SMALL:
            tally.add("small", "a small number")
        if _beside(a, b) or _beside(b, a) or self._holds(a, b) or self._holds(b, a):
            tally.add("echo", "the one sentence tells the figure of the other too")
        if self._may_be_later(a, b):
            tally.add("undated", "one of the articles may be the later one")
        if a.context.part != b.context.part:
            tally.add("part_whole", "the one is told as a part of a number")
        elif a.context.part:
            tally.add("part", "both are parts of a number")

    def _may_be_later(self, a: Claim, b: Claim) -> bool:
        """Whether a figure that moves within days is told by an article whose day is not known."""
        moves = any(claim.measure is not None and claim.measure.moves in ("up", "down", "both") for claim in (a, b))
        return moves and (a.document.date is None or b.document.date is None)

    def _row(self, claim: Claim) -> bool:
        """Whether the sentence of a claim tells other figures of its measure, or of its sort where it has none."""
        beside = self._sentences[claim.document.path, claim.sentence]
        return any(
            other is not claim and other.measure in (claim.measure, None) and other.value.kind == claim.value.kind
            and other.value.unit == claim.value.unit and (claim.measure is not None or other.noun == claim.noun)
            for other in beside
        )  # fmt: skip

    def _holds(self, a: Claim, b: Claim) -> bool:
        """Whether the other number, too, is told in the sentence of a number, or its sum: three and two are five."""
        if a.value.kind != "count" or not isinstance(a.value.stated, float) or not isinstance(b.value.stated, float):
            return False
        beside = [o for o in self._sentences[a.document.path, a.sentence] if o is not a and o.value.kind == "count"]
        others = [
            o.value.stated for o in beside if isinstance(o.value.stated, float) and (o.measure is a.measure or o.noun == a.noun)
        ]
        return bool(others) and b.value.stated in {a.value.stated + sum(others), *others, *(a.value.stated + n for n in others)}

    def _about(self, a: Claim, b: Claim, tally: _Tally) -> None:
        """What the two are said of: the subjects of their clauses."""
        names = a.context.about_names & b.context.about_names
        shared = self._kinds(a.context.about) & self._kinds(b.context.about)
        if names:
            tally.add("about_name", f"both said of {_some(names)}", max(map(self._worth, names)))
        if shared:
            said = {w.partition(":")[2] or w for w in shared}
            tally.add("about", f"both said of {_some(said)}", max(map(self._worth, said)))
        if names or shared:
            return
        known_a, known_b = self._known.get(a.document.path, set()), self._known.get(b.document.path, set())
        only_a, only_b = a.context.about_names & known_b, b.context.about_names & known_a
        if only_a and only_b:
            tally.add("other_names", f"said of {_some(only_a)} / {_some(only_b)}")
        elif a.context.about and b.context.about:
            tally.add("other_about", f"said of {_some(a.context.about)} / {_some(b.context.about)}")

    def _kinds(self, words: Iterable[str]) -> set[str]:
        found = {word for word in words if not self._light(word)}
        return found | {c for word in found for c in self._classes.get(word, ()) if c.startswith("n:")}

    def _words(self, a: Claim, b: Claim, tally: _Tally) -> None:
        next_a, next_b = self._next(a), self._next(b)
        heads = a.head & b.head
        shared = (next_a & next_b) - heads
        if shared:
            tally.add("next", f"both next to {_some(shared)}", sum(map(self._worth, shared)))
        told = {c for word in shared | heads for c in self._classes.get(word, ())}
        like = (self._told(next_a) & self._told(next_b)) - told - self._told(a.head | b.head)
        if like and is_general(a.measure):
            tally.add("alike", f"both tell of {_some(c.partition(':')[2] for c in like)}", len(like))
        clause = {
            w
            for w in a.context.words.keys() & b.context.words.keys()
            if min(a.context.words[w], b.context.words[w]) >= _CLAUSE and not self._light(w)
        }
        near = clause - shared - heads
        if near:
            tally.add("near", f"both with {_some(near)}", sum(map(self._worth, near)))
        far = {w for w in a.context.words.keys() & b.context.words.keys() if not self._light(w)} - clause - shared - heads
        if far:
            tally.add("far", f"both sentences have {_some(far)}", sum(map(self._worth, far)))

    def _circumstance(self, a: Claim, b: Claim, tally: _Tally) -> None:
        own = a.context.own & b.context.own
        if own:
            tally.add("own", f"both beside {_some(own)}", max(map(self._worth, own)))
        names = (a.context.names.keys() & b.context.names.keys()) - own
        if names:
            tally.add("name", f"both name {_some(names)}", sum(map(self._worth, names)))
        numbers = a.context.numbers & b.context.numbers
        if numbers:
            tally.add("number", f"both beside {_some(f'{n:g}' for n in numbers)}", len(numbers))
        if (
            a.context.when is not None
            and b.context.when is not None
            and not _apart(a.context.when, b.context.when)
            and _short(a.context.when)
            and _short(b.context.when)
        ):
            tally.add("when", f"both of {a.context.when.timex}")
        if _leads(a) and _leads(b):
            tally.add("lead", "both told at the head of their articles")
        if (
            a.value.kind in _OF_PLACES
            and a.context.own
            and b.context.own
            and not own
            and not a.context.own & b.context.names.keys()
            and not b.context.own & a.context.names.keys()
        ):
            tally.add("elsewhere", f"beside {_some(a.context.own)} / {_some(b.context.own)}")
        only_a = self._own_names(a, b)
        only_b = self._own_names(b, a)
        if only_a and only_b:
            tally.add("names", f"{_some(only_a)} / {_some(only_b)}")
        if a.context.scope != b.context.scope:
            tally.add(
                "scope", f"scope: {_some(a.context.scope ^ b.context.scope)}", min(2, len(a.context.scope ^ b.context.scope))
            )
        if a.context.shifters != b.context.shifters:
            tally.add(
                "shifters",
                f"set apart by {_some(a.context.shifters ^ b.context.shifters)}",
                min(2, len(a.context.shifters ^ b.context.shifters)),
            )
        if a.stance != b.stance:
            tally.add("hypothetical" if "hypothetical" in (a.stance, b.stance) else "stance", f"{a.stance} / {b.stance}")

    def _era(self, claim: Claim) -> Time | None:
        """The days of what is told: as told, or for an event without a day the week before the article."""
        if claim.context.when is not None and claim.context.when.start is not None:
            return claim.context.when
        dating = claim.document.date
        if dating is None or claim.measure is None or claim.measure.of != "event" or claim.stance not in ("asserted", "denied"):
            return None
        return Time(dating.start - self._weights.recent, dating.end + 1, f"the days up to {day_name(dating.end)}")

    def _is_past(self, claim: Claim, era: Time | None) -> bool:
        """Whether what is told lies long before the article."""
        dating = claim.document.date
        if era is None or dating is None or era.start is None or era.end is None:
            return False
        long = era.end - era.start > _DAYS_OF_AN_EVENT
        return dating.start - era.end > (self._weights.past_period if long else self._weights.past)

    def _distinct(self, a: Claim, b: Claim) -> list[str]:
        """Names in one claim's segment that the other's article knows and its sentence does not say."""
        if not a.context.own or not b.context.own or a.context.own & b.context.own:
            return []
        known = self._known.get(b.document.path, set())
        return [name for name in a.context.own if name in known and name not in b.context.names]

    def _own_names(self, a: Claim, b: Claim) -> list[str]:
        """Names near one claim that the other's article knows and its sentence does not say."""
        known = self._known.get(b.document.path, set())
        return [
            name for name, near in a.context.names.items() if near >= _CLAUSE and name not in b.context.names and name in known
        ]

    def _heads(self, claim: Claim) -> set[str]:
        heads = set(claim.head) | ({claim.noun} if claim.noun else set())
        return heads | {c for head in claim.head for c in self._classes.get(head, ()) if c.startswith("n:")}

    def _whole(self, a: set[str], b: set[str]) -> bool:
        """Whether one counts people and the other people of a kind."""
        return any("n:person" in one and self._people & other for one, other in ((a, b), (b, a)))

    def _next(self, claim: Claim) -> set[str]:
        return {word for word, near in claim.context.words.items() if near >= 1 and not self._light(word)}

    def _told(self, words: Iterable[str]) -> set[str]:
        return {c for word in words for c in self._classes.get(word, ()) if c != "light"}

    def _light(self, word: str) -> bool:
        return "light" in self._classes.get(word, ())

    def _worth(self, word: str) -> float:
        held = self._held[word]
        return 1.0 if held <= self._weights.rare else 0.5 if held <= self._many else 0.25


_CLAUSE = 0.45
_SMALL = 3
_ROW = 2  # other figures that two sentences share, so that the rest belongs together too
_MOMENTS = ("date", "time")
_OF_PLACES = ("quantity", "count", "date", "time")
_OF_EVENTS = ("rank", "time", "date", "duration")
_HEAD = 600  # characters
_DAYS_OF_AN_EVENT = 10


def day_name(day: int) -> str:
    """A day as it is written in reports."""
    return date.fromordinal(day).isoformat()


def is_general(measure: Measure | None) -> bool:
    """Whether there is no measure, or one that only says that something happened."""
    return measure is None or bool(measure.events)


def _apart(a: Time, b: Time) -> bool:
    return None not in (a.start, a.end, b.start, b.end) and (a.end < b.start or b.end < a.start)  # type: ignore[operator]


def _number(claim: Claim) -> float:
    return claim.value.stated if isinstance(claim.value.stated, float) else _SMALL + 1.0


def _beside(a: Claim, b: Claim) -> bool:
    """Whether the figure of the one stands in the sentence of the other."""
    return isinstance(b.value.stated, float) and b.value.stated in a.context.numbers


def _is_persons(claim: Claim) -> bool:
    """Whether a value is of a person: an age, or what its measure tells of one."""
    return claim.value.kind == "age" or (claim.measure is not None and claim.measure.of == "person")


def _is_bare(claim: Claim) -> bool:
    """Whether the sentence says hardly more than the value: "(Published Friday, 3 May)"."""
    bound = not is_general(claim.measure) and claim.value.kind not in _MOMENTS
    return not bound and len(claim.context.words) <= 1 and not claim.context.names and not claim.subject


def _leads(claim: Claim) -> bool:
    """Whether a claim stands in the title or at the head of its article."""
    return claim.role == "title" or claim.start < _HEAD


def _short(time: Time) -> bool:
    return time.start is not None and time.end is not None and time.end - time.start <= 7


def _named_otherwise(a: Claim, b: Claim) -> str:
    """One noun of both clauses with two names: "the Ahorn bridge", "the Birke bridge"; not a country and a place in it."""
    for noun in a.context.named.keys() & b.context.named.keys():
        one, other = a.context.named[noun], b.context.named[noun]
        if one.kind == other.kind and not set(one.keys) & set(other.keys) and one.keys and other.keys:
            return f"{' '.join(one.words)} / {' '.join(other.words)} {noun}"
    return ""


def _title(claim: Claim) -> str:
    return claim.measure.title if claim.measure is not None else "what is not told"


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:4])


def classes(vocabulary: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Gives for each stem the names of what it tells ("n:" nouns, "v:" verbs), and "light" for what tells little."""
    from claimlint.claims.forms import stem

    found: dict[str, set[str]] = {}
    light = {word for word, marks in vocabulary["marks"].items() if "light" in marks or "saying" in marks}
    bases = vocabulary["bases"]
    for prefix, table in (("n:", vocabulary["nouns"]), ("v:", vocabulary["verbs"])):
        for form, names in table.items():
            key = bases.get(form) or stem(form)
            if prefix == "v:" and form in light:
                continue
            found.setdefault(key, set()).update(prefix + name for name in names)
    for form in light:
        found.setdefault(bases.get(form) or stem(form), set()).add("light")
    return {key: frozenset(names) for key, names in found.items()}
