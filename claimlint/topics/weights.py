"""rules/evidence.yaml -> what speaks for one topic, and how much."""

from typing import Any

from claimlint.claims.measures import Measure


class Weights:
    """The points of rules/evidence.yaml.

    From `loud` on a conflict is loud, with a doubt of `loud_beside` only from its points on; from `shown` on it is a note;
    what has fewer than `likely` is not shown even where nothing else in the articles could be meant.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.points: dict[str, float] = data["points"]
        self.most: dict[str, float] = data["most"]
        self.loud: float = data["loud"]
        self.loud_beside: dict[str, float] = data["loud_beside"]
        self.shown: float = data["shown"]
        self.likely = self.shown - max(0.0, self.points["only"], self.points["few"])
        self._of: dict[str, float] = data["measures"]["of"]
        self._telling: dict[str, float] = {
            name: float(points) for points, names in data["measures"]["told"].items() for name in names
        }
        self._groups = [frozenset(group) for group in data["measures"]["akin"]]
        self._akin: dict[tuple[str, str], bool] = {}
        self.kin: float = data["events"]["kin"]
        self._kinds: dict[str, set[int]] = {}
        for number, names in enumerate(data["events"]["akin"]):
            for name in names:
                self._kinds.setdefault(name, set()).add(number)
        self.near: dict[str, dict[str, float]] = data["near"]
        self.disputed: float = data["disputed"]
        self.lasting = frozenset(data["lasting"])
        self.past: int = data["past"]
        self.past_period: int = data["past_period"]
        self.recent: int = data["recent"]
        self.rare: int = data["rare"]
        self.common: float = data["common"]
        self.people = frozenset(data["people"])
        self.anybody = frozenset(data["anybody"])
        self.rest = frozenset(data["rest"])
        self.measured: dict[str, float] = data["measured"]
        self.stance = {stance: i for i, group in enumerate(data["stances"]) for stance in group}

    def akin(self, a: Measure, b: Measure) -> bool:
        """Whether two measures may be one: the same, or of those that articles tell for one another."""
        found = self._akin.get((a.name, b.name))
        if found is None:
            found = self._akin[a.name, b.name] = (
                a is b
                or (is_general(a) != is_general(b) and "statement" not in a.events | b.events)
                or any(a.name in group and b.name in group for group in self._groups)
            )
        return found

    def kinds(self, event: str) -> set[int]:
        """The numbers of the groups that a kind of event is of: those of one group may be told for one another."""
        return self._kinds.get(event, set())

    def telling(self, measure: Measure) -> float:
        """How much it says that two claims have the same measure: less for one that an article tells of many things."""
        return self._telling.get(measure.name, self._of.get(measure.of, self._of["event"]))


def is_general(measure: Measure | None) -> bool:
    """Whether there is no measure, or one that only says that something happened."""
    return measure is None or bool(measure.events)
