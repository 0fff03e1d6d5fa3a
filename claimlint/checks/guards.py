"""The views of a sentence -> whether something keeps relations from speaking there, whatever they reckon."""

from collections.abc import Mapping, Sequence

from attrs import field

from claimlint.checks.views import Views
from claimlint.claims.matching import Template
from claimlint.nouns import frozen


@frozen(eq=False)
class _Phrases:
    """Some phrases: the words that are one by themselves, and those of several words with the words of which each needs one."""

    words: frozenset[str]
    anchors: frozenset[str]
    longer: tuple[Template, ...]

    @classmethod
    def of(cls, templates: Sequence[Template]) -> "_Phrases":
        """Those of some templates."""
        single = [template.elements[0][1] for template in templates if _is_word(template)]
        longer = tuple(template for template in templates if not _is_word(template))
        return cls(frozenset().union(*single), frozenset().union(*(template.anchors for template in longer)), longer)


def _is_word(template: Template) -> bool:
    return len(template.elements) == 1 and template.elements[0][0] == "word"


@frozen(eq=False)
class Guards:
    """What keeps every relation from speaking: phrases of a sentence, and words that part what stands on either side.

    Phrases are told by the numbers of their templates. `takes_up` are words at the head of a sentence that goes on about what
    was told before, `joins` those that do so besides by themselves, `anybody` the stems of words for people of any kind,
    `before` words that tell of another time, `lonely` those behind which "one" is no figure.
    """

    phrases: tuple[int, ...]
    breaks: frozenset[str]
    takes_up: frozenset[str]
    joins: frozenset[str]
    anybody: frozenset[str]
    before: frozenset[str]
    lonely: frozenset[str]
    templates: Mapping[int, Template]
    _known: dict[tuple[int, ...], _Phrases] = field(factory=dict)

    def silence(self, views: Views, phrases: tuple[int, ...]) -> bool:
        """Whether one of some phrases stands in a sentence."""
        found = self._known.get(phrases)
        if found is None:
            found = self._known[phrases] = _Phrases.of([self.templates[number] for number in phrases])
        if not found.words.isdisjoint(views.said):
            return True
        return not found.anchors.isdisjoint(views.words) and any(
            not template.anchors.isdisjoint(views.words) and any(True for _ in template.readings(views.raw))
            for template in found.longer
        )
