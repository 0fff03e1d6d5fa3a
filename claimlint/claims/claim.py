"""The noun of the middle of the line: a claim, and all that tells what it is about."""

from attrs import field, frozen

from claimlint.claims.measures import Measure
from claimlint.documents.document import Document
from claimlint.values.times import Time
from claimlint.values.value import Value

NOTHING: frozenset[str] = frozenset()


@frozen
class Voice:
    """Who says it: a named speaker and the side he speaks for, or nobody but the outlet."""

    name: str = ""
    side: str = ""


OUTLET = Voice()


@frozen(eq=False)
class Claim:
    """A value in a place of a document, and what it is about.

    `words` and `names` are what stands around it, with how near (1 is next to it). `noun` is the name of what is
    counted, `head` the stems of its phrase. `scope` and `shifters` are the words that part it from the event spoken of.
    """

    document: Document
    start: int
    end: int
    sentence: tuple[int, int]
    value: Value
    time: Time | None
    measure: Measure | None
    strength: float
    noun: str
    head: frozenset[str]
    subject: str
    words: dict[str, float] = field(repr=False)
    names: dict[str, float] = field(repr=False)
    own: frozenset[str] = field(repr=False)
    numbers: frozenset[float] = field(repr=False)
    scope: frozenset[str] = NOTHING
    shifters: frozenset[str] = NOTHING
    stance: str = "asserted"
    voice: Voice = OUTLET
    when: Time | None = None
    place: str = ""
    role: str = "body"

    @property
    def text(self) -> str:
        """The words of the mention."""
        return self.document.text[self.start : self.end]

    @property
    def source(self) -> str:
        """How the document is called in a message."""
        return self.document.publisher or self.document.path.replace("\\", "/").rsplit("/", 1)[-1]
