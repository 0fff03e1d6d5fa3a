"""The noun of the middle of the line: a claim, and all that tells what it is about."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field

from claimlint.documents.document import Document
from claimlint.nouns import frozen
from claimlint.values.value import Value

if TYPE_CHECKING:
    from claimlint.claims.measures import Measure
    from claimlint.claims.names import Name
    from claimlint.values.times import Time

NOTHING: frozenset[str] = frozenset()


@frozen
class Voice:
    """Who says it: a named speaker and the side he speaks for, or nobody but the outlet.

    `sort` says what the side is: "country", "state" for an arm of a state that is not named, "group" for the rest, "name"
    for what a name of which nothing is known may be, "" where no side is known.
    """

    name: str = ""
    side: str = ""
    sort: str = ""


OUTLET = Voice()


@frozen
class Context:
    """What stands around a mention.

    `words` and `names` are each with how near (1 is next to it), `own` the names of its segment, `numbers` the other
    figures of the sentence. `scope` and `shifters` are words that part it from the event spoken of, `when` is the day told
    of, `about` and `about_names` are the stems and names of the phrase that the value is said of. A `part` is of a number,
    not the number; a `passing` value is by how much something changed, or how old somebody was then. `events` are the kinds
    of event that words tell of, each with how near; `named` are nouns with the names that they stand with.
    """

    subject: str = ""
    words: dict[str, float] = field(factory=dict, repr=False)
    names: dict[str, float] = field(factory=dict, repr=False)
    own: frozenset[str] = NOTHING
    numbers: frozenset[float] = frozenset()
    scope: frozenset[str] = NOTHING
    shifters: frozenset[str] = NOTHING
    stance: str = "asserted"
    when: "Time | None" = None
    about: frozenset[str] = NOTHING
    about_names: frozenset[str] = NOTHING
    part: bool = False
    passing: bool = False
    events: dict[str, float] = field(factory=dict, repr=False)
    named: dict[str, "Name"] = field(factory=dict, repr=False)


@frozen
class Topic:
    """What a value is of.

    `noun` is the name of what is counted, `head` the stems of its phrase; `events` are the kinds of event of which a time,
    a length of time or a rank is told.
    """

    measure: "Measure | None" = None
    noun: str = ""
    head: frozenset[str] = NOTHING
    events: frozenset[str] = NOTHING


@frozen(eq=False, slots=False)
class Claim:
    """A value in a place of a document, and what it is about: topic, context and voice, each looked at when it is asked for.

    `reckoned` says how a value that is not the mention's own was reckoned from it.
    """

    document: Document
    start: int
    end: int
    sentence: tuple[int, int]
    value: Value
    time: "Time | None" = None
    role: str = "body"
    ask: Callable[[], Topic] = field(default=Topic, repr=False)
    look: Callable[[], Context] = field(default=Context, repr=False)
    hear: Callable[[], Voice] = field(default=lambda: OUTLET, repr=False)
    reckoned: str = ""

    @cached_property
    def context(self) -> Context:
        """What stands around it."""
        return self.look()

    @cached_property
    def topic(self) -> Topic:
        """What it is of."""
        return self.ask()

    @property
    def measure(self) -> "Measure | None":
        """What is measured; None where that is not known."""
        return self.topic.measure

    @property
    def noun(self) -> str:
        """The name of what is counted."""
        return self.topic.noun

    @property
    def head(self) -> frozenset[str]:
        """The stems of the phrase of what is counted."""
        return self.topic.head

    @property
    def events(self) -> frozenset[str]:
        """The kinds of event of which a time is told."""
        return self.topic.events

    @property
    def text(self) -> str:
        """The words of the mention, as they are quoted."""
        return self.document.words(self.start, self.end)

    @property
    def source(self) -> str:
        """How the document is called in a message."""
        return self.document.publisher or self.document.path.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def subject(self) -> str:
        """The entity that the value is of; "" where none is known."""
        return self.context.subject

    @property
    def is_of_person(self) -> bool:
        """Whether it is on a person: by its measure, or as an age that is not a thing's."""
        of = self.measure.of if self.measure is not None else ""
        return of == "person" or (self.value.kind == "age" and of != "thing")

    @property
    def stance(self) -> str:
        """How it is told: asserted, denied, planned, forecast, demanded, hypothetical, limit."""
        return self.context.stance

    @cached_property
    def voice(self) -> Voice:
        """Who says it."""
        return self.hear()
