"""What keeps relations from speaking, whatever they reckon."""

from collections.abc import Mapping, Sequence

from claimlint.checks.views import Views
from claimlint.claims.matching import Template
from claimlint.nouns import frozen


@frozen(eq=False)
class Guards:
    """What keeps every relation from speaking: phrases of a sentence, and words that part what stands on either side.

    Phrases are told by the numbers of their templates. `takes_up` are words at the head of a sentence that goes on about what
    was told before, `anybody` the stems of words for people of any kind,
    `before` words that tell of another time, `lonely` those behind which "one" is no figure.
    """

    phrases: tuple[int, ...]
    breaks: frozenset[str]
    takes_up: frozenset[str]
    anybody: frozenset[str]
    before: frozenset[str]
    lonely: frozenset[str]
    templates: Mapping[int, Template]

    def silence(self, views: Views, unless: Sequence[int]) -> bool:
        """Whether a phrase of these or of a relation's own stands in a sentence."""
        return any(self._stands(self.templates[number], views) for number in (*self.phrases, *unless))

    @staticmethod
    def _stands(template: Template, views: Views) -> bool:
        return not template.anchors.isdisjoint(views.words) and any(True for _ in template.readings(views.raw))
