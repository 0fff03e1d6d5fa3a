"""What a rule may ask with `when:`, each with the keys that only it reads and what its message may tell."""

from collections.abc import Mapping

from attrs import field

from claimlint.knowledge.shape import TEXT, TEXT_OR_TEXTS, TEXTS, Listed, Named, Record, Shape
from claimlint.nouns import frozen

CLAIMS = Record({"measure": TEXT_OR_TEXTS, "kind": TEXT_OR_TEXTS})
_A, _B = frozenset({"a.text", "a.source"}), frozenset({"b.text", "b.source"})


@frozen
class Comparison:
    """The keys that a comparison reads beside those of every rule, those that it needs, and what its message may tell."""

    says: frozenset[str]
    keys: Mapping[str, Shape] = field(factory=dict)
    needed: tuple[str, ...] = ()


WHEN: Mapping[str, Comparison] = {
    "disjoint": Comparison(_A | _B | {"subject"}, {"claims": CLAIMS}, ("claims",)),
    "at bound": Comparison(_A | _B | {"subject"}, {"claims": CLAIMS}, ("claims",)),
    "no such day": Comparison(_A),
    "another weekday": Comparison(_A | {"day", "weekday"}),
    "no such time": Comparison(_A | {"time"}, {"halves": TEXTS, "zones": TEXTS}, ("halves", "zones")),
    "unequal in brackets": Comparison(
        _A | _B | {"right"}, {"ambiguous": Named(TEXTS), "confused": Named(TEXTS), "partners": Named(TEXT)}
    ),
    "spelled otherwise": Comparison(_A | _B),
    "another name": Comparison(_A | _B),
    "another term": Comparison(_A | _B, {"terms": Listed(TEXTS)}, ("terms",)),
    "unlike the reference": Comparison(_A | {"subject", "fact", "source"}, {"claims": CLAIMS}),
    "one text": Comparison(frozenset({"a.source", "b.source", "number"})),
    "edited in a copy": Comparison(_A | _B),
    "later version": Comparison(_A | _B | {"subject"}),
}
