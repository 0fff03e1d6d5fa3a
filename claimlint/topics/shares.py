"""The profiles of claims -> the pairs of them that share enough to be of one thing.

All that speaks for one topic, the nearness of two figures aside, is something that the two claims share. Each profile tells
what it may share and how many points that gives at most; an index finds the pairs whose sum may do. It may let through too
much, never too little.
"""

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from claimlint.topics.likeness import CLOSE, SLIP, SLIPS, miswritten
from claimlint.topics.meanings import name_of
from claimlint.topics.profiles import MOMENTS, NEXT, OF_EVENTS, Profile
from claimlint.topics.story import CLAUSE, Story
from claimlint.topics.weights import Weights

_SHARED = frozenset({
    "about", "about_name", "alike", "event", "event_beside", "far", "lead", "measure", "name", "near", "next", "noun", "number",
    "own", *SLIPS, CLOSE, "subject", "when", "focus",
})  # fmt: skip
_ADDED = frozenset({"only", "few", "alone", "same", "same_small", "sides", "answer", "again"})  # to what the words of a pair give

Shares = Mapping[tuple[str, Hashable], float]


class Sharing:
    """Finds the claims of a story that share enough."""

    def __init__(self, story: Story, weights: Weights) -> None:
        self._story = story
        self._points = {name: max(0.0, points) for name, points in weights.points.items()}
        self._kin = weights.kin
        self._unmeasured = min(0.0, weights.points["unmeasured"])
        self._unshared = sum(points for name, points in self._points.items() if name not in _SHARED | _ADDED)
        self._least = weights.likely - self._unshared - self._points[CLOSE]

    def pairs(self, profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile, float]]:
        """Gives every two profiles, in order, that are likely enough, with what speaks for them at most, their figures aside."""
        index: dict[tuple[str, Hashable], list[tuple[int, float]]] = {}
        for number, profile in enumerate(profiles):
            sums: dict[int, float] = dict.fromkeys(range(number), 0.0) if self._least <= 0 else {}
            for key, points in self._shares(profile).items():
                held = index.setdefault(key, [])
                for place, most in held:
                    sums[place] = sums.get(place, 0.0) + min(points, most)
                held.append((number, points))
            for place in sorted(place for place, points in sums.items() if points >= self._least):
                other, points = profiles[place], sums[place]
                if points + (self._unmeasured if profile.general and other.general else 0.0) >= self._least:
                    yield other, profile, points + self._unshared

    def _shares(self, profile: Profile) -> Shares:
        """What a claim may share with another, each with the most points that it gives."""
        points, worth, claim, context = self._points, self._story.worth, profile.claim, profile.context
        far = points["far"]
        near = max(far, points["near"])
        nearest = max(near, points["next"])
        found: dict[tuple[str, Hashable], float] = {}

        def share(name: str, things: Iterable[Hashable], most: float) -> None:
            for thing in things:
                found[name, thing] = most

        for word in profile.words:
            at = context.words[word]
            found["next", word] = worth(word) * (far if at < CLAUSE else near if at < NEXT else nearest)
        for name in context.names:
            found["name", name] = worth(name) * (points["name"] + (points["own"] if name in context.own else 0.0))
        for name in context.about_names:
            found["about_name", name] = worth(name) * points["about_name"]
        for word in map(name_of, profile.about):
            found["about", word] = worth(word) * points["about"]
        timed = claim.value.kind in MOMENTS
        event = points["event" if claim.value.kind in OF_EVENTS else "event_beside"]
        for name, at in profile.clause_events.items():
            found["event", name] = at * event + (points["focus"] if timed and name in profile.focus else 0.0)
        share("kin", profile.clause_kinds if timed else (), event * self._kin)
        share("alike", profile.next_told, points["alike"])
        share("noun", profile.heads if claim.value.kind == "count" else (), points["noun"])
        share("number", context.numbers, points["number"])
        share("subject", [context.subject.rpartition(" ")[2]] if context.subject else (), points["subject"])
        share("measure", [] if profile.measure is None or profile.general else [profile.measure.name], math.inf)
        share("lead", [True] if profile.leads else (), points["lead"])
        share("when", profile.days, points["when"])
        share(SLIP, miswritten(claim), max(0.0, *(points[slip] for slip in SLIPS)) - points[CLOSE])
        return found
