"""The noun of an example that was tried."""

from claimlint.knowledge.strict_yaml import Place
from claimlint.nouns import frozen


@frozen
class Outcome:
    """An example: of which rule, measure, name or fact, the kind it stands under, its number and place; if it fails, why."""

    of: str
    kind: str
    number: int
    why: str = ""
    path: str = ""
    place: Place = (1, 1)

    @property
    def holds(self) -> bool:
        """Whether claimlint does with it what it says."""
        return not self.why
