"""An item of a sentence and its neighbours -> what slot of a cue it may fill."""

from collections.abc import Iterator, Sequence

from claimlint.claims.elements import NOUN
from claimlint.claims.items import Item

_ANYONE = "people"  # a name of a people counts where people of any sort do
PHRASE_ENDS = ("preposition", "auxiliary", "conjunction", "pronoun")


def fills(item: Item, name: str, kind: str) -> bool:
    """Whether an item is what a slot for a date, a figure or a name asks for; a name of a kind, where one is asked for."""
    if name == "date":
        return item.mention is not None and item.mention.value.when is not None
    if name == "figure":
        return item.mention is not None and item.mention.value.when is None and item.mention.value.kind != "rank"
    return name in ("name", "place") and item.name is not None and kind in ("", item.name.kind)


def counts(items: Sequence[Item], place: int, name: str, forms: frozenset[str] | None) -> bool:
    """Whether an item is the noun that is counted or spoken of."""
    item = items[place]
    if item.mention is not None:
        return False
    if forms is None:
        return item.name is None and item.is_plural and not (place + 1 < len(items) and items[place + 1].is_plural)
    if item.lower in forms:
        return True
    return name == "who" and item.is_people and _ANYONE in forms


def phrase(items: Sequence[Item], at: int, name: str) -> Iterator[tuple[int, int]]:
    """The places from one on that belong to one noun phrase, and how many words stand before each."""
    matter = plural = False
    for skipped in range(NOUN + 1):
        place = at + skipped
        if place >= len(items):
            return
        yield place, skipped
        item = items[place]
        if item.lower in ("of", "s") and not skipped and name != "any":
            continue
        if plural or _ends_phrase(item) or (matter and item.word.role == "determiner"):
            return
        matter = matter or not item.word.role
        plural = item.is_plural and item.name is None


def modifies(items: Sequence[Item], place: int, name: str) -> bool:
    """Whether a noun only tells of what sort the next one is: "crime scenes", "state prosecutors", "meeting room"."""
    noun = items[place]
    if (
        noun.mention is not None
        or noun.is_mark
        or noun.word.plural
        or noun.word.role
        or noun.lower.endswith("ed")
        or place + 1 >= len(items)
        or items[place + 1].mention is not None
    ):
        return False
    after = items[place + 1]
    if (after.word.plural and not after.word.verbs) or (name == "subject" and bool(after.word.nouns) and not after.word.verbs):
        return True
    return _is_plain(after) and place + 2 < len(items) and items[place + 2].is_plural and not items[place + 2].word.verbs


def is_object(item: Item) -> bool:
    """Whether what a verb acts on begins here: then what stands before the verb did it."""
    if item.mention is not None:
        return item.mention.value.kind in ("count", "money", "quantity", "age", "percent")
    if item.name is not None:
        return True
    role = item.word.role
    if role in ("determiner", "pronoun", "measure"):
        return True
    return role == "" and not item.lower.endswith(("ing", "ly", "ed"))


def is_counted(item: Item) -> bool:
    """Whether a mention counts what stands behind it."""
    return item.mention is not None and item.mention.value.kind in ("count", "rank")


def _is_plain(item: Item) -> bool:
    """Whether a word may tell of what sort the noun behind it is: no name, verb or word of grammar."""
    word = item.word
    if item.name is not None or item.mention is not None or word.role or word.verbs or "saying" in word.marks:
        return False
    return not word.plural and not word.lower.endswith(("ed", "ly", "ing"))


def _ends_phrase(item: Item) -> bool:
    """Whether the words before a noun cannot go on over an item."""
    if item.lower == "-" or (item.mention is not None and item.is_thin):
        return False
    if item.mention is not None or item.is_mark or "saying" in item.word.marks:
        return True
    return item.word.role in PHRASE_ENDS
