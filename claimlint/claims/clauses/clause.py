"""The noun of treaty clauses: (party, object, relation, interval, unit, anchor event)."""

from attrs import field

from claimlint.documents.document import Document
from claimlint.nouns import frozen
from claimlint.reading.mention import Mention
from claimlint.values.sets import Interval
from claimlint.values.value import Value


@frozen
class Clause:
    """What a treaty binds its parties to, in one value.

    `kind` is the name of a kind in rules/clauses/. `party` is who is bound or entitled, `object` what is limited, done or
    lasts, `anchor` the event that a time is counted from: each as the text has it, "" where the sentence does not say.
    `relation` tells how the object stands to the value ("at most", "within", "for"), `interval` is the set that this
    leaves, in the value's unit; treaties mean their figures to the unit. `treaty` is the treaty that is named, `references`
    are those to articles and the like in the sentence.
    document.text[start:end] is the value with the words that bind it.
    """

    kind: str
    party: str
    object: str
    relation: str
    interval: Interval
    unit: str
    anchor: str
    treaty: str
    references: tuple[str, ...]
    mention: Mention = field(repr=False)
    start: int
    end: int
    sentence: tuple[int, int]
    document: Document = field(repr=False)

    @property
    def value(self) -> Value:
        """What the value says, as it is read anywhere."""
        return self.mention.value
