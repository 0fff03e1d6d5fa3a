"""The word lists of rules/clauses/words.yaml -> as they are asked."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from claimlint.claims.names import Name
from claimlint.nouns import frozen


@frozen
class Words:
    """The word lists of rules/clauses/words.yaml."""

    verbs: frozenset[str]
    parties: frozenset[str]
    party: frozenset[str]
    kinds: frozenset[str]
    pronouns: frozenset[str]
    openers: frozenset[str]
    leads: frozenset[str]
    conditions: frozenset[str]
    provisos: frozenset[str]
    relatives: frozenset[str]
    ensuring: frozenset[str]
    events: frozenset[str]
    organs: frozenset[str]
    stops: frozenset[str]
    goes_on: frozenset[str]
    before_by: frozenset[str]
    unended: frozenset[str]
    idle: frozenset[str]
    openings: frozenset[str]
    among: frozenset[str]
    these: frozenset[str]
    single: frozenset[str]
    finite: frozenset[str]
    circumstances: frozenset[str]
    binding: frozenset[str]
    agreements: frozenset[str]
    peoples: frozenset[str]
    definite: frozenset[str]
    having: frozenset[str]
    resumes: frozenset[str]
    news: frozenset[str]
    comparatives: frozenset[str]
    moments: frozenset[str]
    bounds: Mapping[str, str]
    caps: Mapping[str, str]
    rates: Mapping[str, str]
    closings: Mapping[str, str]
    each: frozenset[str]
    agents: frozenset[str]
    stative: frozenset[str]
    measuring: frozenset[str]
    being: frozenset[str]
    totals: frozenset[str]
    afterwards: frozenset[str]
    joins: frozenset[str]
    negations: frozenset[str]
    neither: frozenset[str]
    forbidding: frozenset[str]
    anchors: tuple[tuple[str, ...], ...]
    relations: Mapping[str, str]
    instruments: frozenset[str]
    treaties: frozenset[str]
    private: frozenset[str]
    nations: frozenset[str]
    telling: frozenset[str]
    promising: frozenset[str]
    owning: frozenset[str]
    decided: frozenset[str]
    limiting: frozenset[str]
    hoping: frozenset[str]
    dealing: frozenset[str]
    permitting: frozenset[str]
    under: frozenset[str]
    former: frozenset[str]
    itself: frozenset[str]
    passives: frozenset[str]
    ordinals: Mapping[str, str]
    units: frozenset[str]
    obliging: frozenset[str]
    formal: frozenset[str]

    def signs(self, name: Name) -> bool:
        """Whether a name is what a text calls its own parties: "the Contracting Parties", "State Party"."""
        *before, last = (word.lower() for word in name.words or ("",))
        return last in self.party and self.parties.issuperset(before)

    def of_law(self) -> "Words":
        """The lists as treaties are read: there a verb of telling obliges nobody."""
        none: frozenset[str] = frozenset()
        return evolve(self, telling=none, promising=none)

    def of_news(self) -> "Words":
        """The lists as news is read: there any name may be that of a party."""
        return evolve(self, kinds=self.kinds | {""})

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Words":
        """The lists as they are asked."""
        anchors = sorted((tuple(phrase.split()) for phrase in data["anchors"]), key=lambda words: (-len(words), words))
        others: dict[str, Any] = {
            name: words if isinstance(words, dict) else frozenset(words) for name, words in data.items() if name != "anchors"
        }
        return cls(**others, anchors=tuple(anchors))
