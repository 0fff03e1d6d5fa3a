"""What speaks for and against two claims being about one thing: points, and words for a report."""

from collections.abc import Callable, Iterable

from attrs import field

from claimlint.nouns import frozen

_SHOWN = 4  # words of a reason

# Whose words are the keys of names; those of the others are stems.
_OF_NAMES = frozenset(
    {"subject", "other_subject", "no_subject", "about_name", "other_names", "own", "name", "elsewhere", "names"}
)

Say = Callable[[str], str]
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

    def reasons(self, word: Say, name: Say) -> tuple[str, ...]:
        """Gives what speaks for one topic; `word` and `name` say how a stem and the key of a name are written."""
        return tuple(_said(part, word, name) for part in self.parts if part[1] > 0)

    def doubts(self, word: Say, name: Say) -> tuple[str, ...]:
        """Gives what speaks against it, as `reasons` does."""
        return tuple(_said(part, word, name) for part in self.parts if part[1] <= 0)

    def has(self, *names: str) -> bool:
        """Whether something of one of these names speaks for or against it."""
        return any(part[0] in names for part in self.parts)

    def with_part(self, name: str, points: float, reason: str) -> "Evidence":
        """The same with something more."""
        return Evidence((*self.parts, (name, points, reason, ())), self.parted)


def _said(part: Part, word: Say, name: Say) -> str:
    """The reason in words."""
    kind, _, reason, words = part
    say = name if kind in _OF_NAMES else word
    return reason.format(*(", ".join(map(say, sorted(set(some))[:_SHOWN])) for some in words)) if words else reason
