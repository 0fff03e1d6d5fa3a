"""A sentence -> its items: words, with every mention and every name as one."""

from collections.abc import Sequence

from attrs import define

from claimlint.claims.names import Name
from claimlint.claims.vocabulary import Vocabulary, Word
from claimlint.reading.mentions import Mention


@define
class Item:
    """One step of a sentence: a word, a mark, a mention or a name. `at` is its first token.

    `kinds` are what a slot of a relation may take the mention for.
    """

    lower: str
    word: Word
    at: int
    mention: Mention | None = None
    name: Name | None = None
    kinds: frozenset[str] = frozenset()

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return self.mention is None and self.name is None and self.word.role == "mark"


def items_of(
    tokens: Sequence[str], first: int, last: int, mentions: Sequence[Mention], names: Sequence[Name], vocabulary: Vocabulary
) -> list[Item]:
    """Gives the items of tokens[first:last]; quotation marks and Markdown signs are left out."""
    starts: dict[int, Mention | Name] = {name.first: name for name in names}
    starts.update({mention.first: mention for mention in mentions})
    found = []
    place = first
    while place < last:
        thing = starts.get(place)
        if isinstance(thing, Mention):
            found.append(Item("«value»", vocabulary["«value»"], place, mention=thing))
            place = thing.last
        elif isinstance(thing, Name):
            lower = tokens[thing.last - 1].strip().lower()
            found.append(Item(lower, vocabulary[lower], place, name=thing))
            place = thing.last
        else:
            word = vocabulary[tokens[place]]
            if word.lower and word.lower not in _UNSEEN:
                found.append(Item(word.lower, word, place))
            place += 1
    return found


_UNSEEN = frozenset({'"', "*", "_", "'", "“", "”", "’", "‘", "\\"})


def without_brackets(items: Sequence[Item], kept: Mention) -> list[Item]:
    """The items without what stands in brackets; where the mention stands in brackets, what stands with it."""
    levels: list[list[Item]] = [[]]
    for item in items:
        if item.lower in ("(", "["):
            levels.append([])
        elif item.lower in (")", "]") and len(levels) > 1:
            inside = levels.pop()
            if any(i.mention is kept for i in inside):
                return inside
        else:
            levels[-1].append(item)
    return next((level for level in levels if any(i.mention is kept for i in level)), levels[0])


def skeleton(items: Sequence[Item], kept: Mention) -> list[Item] | None:
    """The items without the asides between commas that do not hold the mention; None where there are none."""
    commas = [i for i, item in enumerate(items) if item.lower == ","]
    at = next((i for i, item in enumerate(items) if item.mention is kept), 0)
    found = list(items)
    dropped = False
    for start, end in reversed(list(zip(commas, commas[1:], strict=False))):
        if not start < at < end and end - start > 1 and not any(items[i].lower in ("and", "or") for i in (start + 1, end + 1) if i < len(items)):
            del found[start : end + 1]
            dropped = True
    return found if dropped else None
