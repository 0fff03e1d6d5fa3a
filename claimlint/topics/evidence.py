"""Two claims -> how much speaks for their being about one thing, in points and words, and what parts them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import define, field, frozen

from claimlint.claims.claim import Claim
from claimlint.claims.measures import Measure
from claimlint.claims.subjects import same_person
from claimlint.values.times import Time


@frozen
class Evidence:
    """Points, and what gave or took them, in the words of a report. `parted` says what keeps the two apart for good."""

    points: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    parted: str = ""


@define
class _Tally:
    points: float = 0.0
    reasons: list[str] = field(factory=list)
    doubts: list[str] = field(factory=list)

    def add(self, points: float, reason: str) -> None:
        self.points += points
        (self.reasons if points > 0 else self.doubts).append(reason)


class Weights:
    """The points of rules/evidence.yaml."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.given: dict[str, float] = data["for"]
        self.taken: dict[str, float] = data["against"]
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
        self.stance = {stance: i for i, group in enumerate(data["stances"]) for stance in group}


    def akin(self, a: Measure, b: Measure) -> bool:
        """Whether two measures may be one: the same, or of those that articles tell for one another."""
        return a is b or any(a.name in group and b.name in group for group in self._akin)

    def telling(self, measure: Measure) -> float:
        """How much it says that two claims have the same measure: less for one that an article tells of many things."""
        return self._telling.get(measure.name, self._of.get(measure.of, self._of["event"]))


class Setting:
    """The claims of a story, and how common its words are."""

    def __init__(self, claims: Sequence[Claim], weights: Weights, classes: dict[str, frozenset[str]]) -> None:
        self._weights = weights
        self._classes = classes
        self._people = frozenset(weights.people)
        sentences: dict[tuple[str, tuple[int, int]], set[str]] = {}
        self._known: dict[str, set[str]] = {}
        for claim in claims:
            sentences.setdefault((claim.document.path, claim.sentence), set()).update(claim.context.words, claim.context.names)
            self._known.setdefault(claim.document.path, set()).update(claim.context.names)
        self._held = Counter(word for words in sentences.values() for word in words)
        self._many = max(2 * weights.rare, int(len(sentences) * weights.common))

    def weigh(self, a: Claim, b: Claim) -> Evidence:
        """What speaks for and against one topic."""
        parted = self._parted(a, b)
        if parted and a.measure is not b.measure:
            return Evidence(0.0, (), (), parted)
        tally = _Tally()
        self._topic(a, b, tally)
        self._words(a, b, tally)
        self._circumstance(a, b, tally)
        return Evidence(tally.points, tuple(tally.reasons), tuple(tally.doubts), parted)

    def _parted(self, a: Claim, b: Claim) -> str:
        """What keeps two claims apart for good; "" for nothing."""
        if a.measure is not None and b.measure is not None and not self._weights.akin(a.measure, b.measure):
            return f"{a.measure.title} / {b.measure.title}"
        if a.value.kind == "age" or (a.measure is not None and a.measure.of == "person"):
            needed = a.value.kind == "age"
            if (not same_person(a.subject, b.subject) and (needed or (a.subject and b.subject))) or (needed and not a.subject):
                return f"{a.subject or 'somebody'} / {b.subject or 'somebody'}"
        elif a.subject and b.subject and a.subject != b.subject:
            return f"{a.subject} / {b.subject}"
        if a.context.part != b.context.part or a.context.passing != b.context.passing:
            return "a part, a change or a past age / the whole"
        if self._weights.stance[a.stance] != self._weights.stance[b.stance]:
            return f"{a.stance} / {b.stance}"
        return self._other_days(a, b) or self._other_things(a, b)

    def _other_days(self, a: Claim, b: Claim) -> str:
        """Days told of that cannot be one event's."""
        if (
            (a.value.when is not None
            and a.value.stated is None)
            or (a.measure is not None and a.measure.of in self._weights.lasting)
        ):
            return ""
        era_a, era_b = self._era(a), self._era(b)
        if era_a is not None and era_b is not None and _apart(era_a, era_b):
            return f"told of {era_a.timex} / {era_b.timex}"
        if (era_a is None) != (era_b is None) and (self._is_past(a, era_a) or self._is_past(b, era_b)):
            return f"told of {(era_a or era_b).timex}"  # type: ignore[union-attr]
        return ""

    def _other_things(self, a: Claim, b: Claim) -> str:
        """Different things counted, different wholes, different names beside them."""
        heads = self._heads(a), self._heads(b)
        counts = a.value.kind == "count" or a.value.form == "part" or a.value.unit == "percent"
        if counts and all(heads) and not heads[0] & heads[1] and not self._whole(*heads):
            return f"{_some(a.head)} / {_some(b.head)}"
        only_a, only_b = self._distinct(a, b), self._distinct(b, a)
        if only_a and only_b and not a.subject:
            return f"{_some(only_a)} / {_some(only_b)}"
        return ""

    def _topic(self, a: Claim, b: Claim, tally: _Tally) -> None:
        given = self._weights.given
        if a.measure is not None and a.measure is b.measure:
            tally.add(self._weights.telling(a.measure), f"both tell the {a.measure.title}")
        if a.subject and b.subject:
            tally.add(given["subject"], f"both of {a.subject}")
        self._about(a, b, tally)
        if a.value.kind == "count" and "part" not in (a.value.form, b.value.form):
            shared = self._heads(a) & self._heads(b)
            if shared:
                tally.add(given["noun"], f"both count {_some(w.partition(':')[2] or w for w in shared)}")
            elif a.head and b.head:
                tally.add(-self._weights.taken["whole"], f"{_some(a.head)} / {_some(b.head)}")
            else:
                tally.add(-self._weights.taken["no_noun"], "what is counted is not said")
        if (a.value.kind in ("rank", "time", "date")) and not (a.measure and b.measure):
            tally.add(-self._weights.taken["kind"], f"a {a.value.kind} whose event is not named")

    def _about(self, a: Claim, b: Claim, tally: _Tally) -> None:
        """What the two are said of: the subjects of their clauses."""
        names = a.context.about_names & b.context.about_names
        shared = self._kinds(a.context.about) & self._kinds(b.context.about)
        if names:
            tally.add(self._weights.given["about"] * max(map(self._worth, names)), f"both said of {_some(names)}")
        if shared:
            tally.add(
                self._weights.given["about"] * max(self._worth(w.partition(":")[2] or w) for w in shared),
                f"both said of {_some(shared)}",
            )
        if names or shared:
            return
        known_a, known_b = self._known.get(a.document.path, set()), self._known.get(b.document.path, set())
        only_a, only_b = a.context.about_names & known_b, b.context.about_names & known_a
        if only_a and only_b:
            tally.add(-self._weights.taken["about_names"], f"said of {_some(only_a)} / {_some(only_b)}")
        elif a.context.about and b.context.about:
            tally.add(-self._weights.taken["about"], f"said of {_some(a.context.about)} / {_some(b.context.about)}")

    def _kinds(self, words: Iterable[str]) -> set[str]:
        found = {word for word in words if not self._light(word)}
        return found | {c for word in found for c in self._classes.get(word, ()) if c.startswith("n:")}

    def _words(self, a: Claim, b: Claim, tally: _Tally) -> None:
        given = self._weights.given
        next_a, next_b = self._next(a), self._next(b)
        heads = a.head & b.head
        shared = (next_a & next_b) - heads
        if shared:
            tally.add(min(given["next_most"], given["next"] * sum(map(self._worth, shared))), f"both next to {_some(shared)}")
        told = {c for word in shared | heads for c in self._classes.get(word, ())}
        like = (self._told(next_a) & self._told(next_b)) - told - self._told(a.head | b.head)
        if like and a.measure is None:
            tally.add(
                min(given["alike_most"], given["alike"] * len(like)), f"both tell of {_some(c.partition(':')[2] for c in like)}"
            )
        clause = {
            w
            for w in a.context.words.keys() & b.context.words.keys()
            if min(a.context.words[w], b.context.words[w]) >= _CLAUSE and not self._light(w)
        }
        near = clause - shared - heads
        if near:
            tally.add(min(given["near_most"], given["near"] * sum(map(self._worth, near))), f"both with {_some(near)}")
        far = {w for w in a.context.words.keys() & b.context.words.keys() if not self._light(w)} - clause - shared - heads
        if far:
            tally.add(min(given["far_most"], given["far"] * sum(map(self._worth, far))), f"both sentences have {_some(far)}")

    def _circumstance(self, a: Claim, b: Claim, tally: _Tally) -> None:
        given, taken = self._weights.given, self._weights.taken
        own = a.context.own & b.context.own
        if own:
            tally.add(given["own"] * max(map(self._worth, own)), f"both beside {_some(own)}")
        names = (a.context.names.keys() & b.context.names.keys()) - own
        if names:
            tally.add(
                min(given["name_most"], given["name"] * sum(2 * self._worth(n) for n in names)), f"both name {_some(names)}"
            )
        numbers = a.context.numbers & b.context.numbers
        if numbers:
            tally.add(given["number"], f"both beside {_some(f'{n:g}' for n in numbers)}")
        if (
            a.context.when is not None
            and b.context.when is not None
            and not _apart(a.context.when, b.context.when)
            and _short(a.context.when)
            and _short(b.context.when)
        ):
            tally.add(given["when"], f"both of {a.context.when.timex}")
        only_a = self._own_names(a, b)
        only_b = self._own_names(b, a)
        if only_a and only_b:
            tally.add(-taken["names"], f"{_some(only_a)} / {_some(only_b)}")
        if a.context.scope != b.context.scope:
            tally.add(
                -taken["scope"] * min(2, len(a.context.scope ^ b.context.scope)),
                f"scope: {_some(a.context.scope ^ b.context.scope)}",
            )
        if a.context.shifters != b.context.shifters:
            tally.add(
                -taken["shifters"] * min(2, len(a.context.shifters ^ b.context.shifters)),
                f"set apart by {_some(a.context.shifters ^ b.context.shifters)}",
            )
        if a.stance != b.stance:
            tally.add(-taken["hypothetical" if "hypothetical" in (a.stance, b.stance) else "stance"], f"{a.stance} / {b.stance}")

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
_DAYS_OF_AN_EVENT = 10


def day_name(day: int) -> str:
    """A day as it is written in reports."""
    return date.fromordinal(day).isoformat()


def _apart(a: Time, b: Time) -> bool:
    return None not in (a.start, a.end, b.start, b.end) and (a.end < b.start or b.end < a.start)  # type: ignore[operator]


def _short(time: Time) -> bool:
    return time.start is not None and time.end is not None and time.end - time.start <= 7


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
