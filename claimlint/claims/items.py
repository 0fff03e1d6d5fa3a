"""A sentence -> its items: words, with every mention and every name as one."""

import itertools
from collections.abc import Iterator, Sequence

from attrs import evolve

from claimlint.claims.names import Name
from claimlint.claims.vocabulary import Vocabulary, Word
from claimlint.nouns import define
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

    @property
    def is_thin(self) -> bool:
        """Whether it only carries grammar: "were", "also", "the", a hyphen."""
        return self.word.thin and self.name is None

    @property
    def is_people(self) -> bool:
        """Whether it names people by where they are from: "Danes", or one unknown name in the plural."""
        name = self.name
        return (
            name is not None and self.lower[-1:] == "s" and (name.part == "people" or (not name.entity and len(name.words) == 1))
        )

    @property
    def is_plural(self) -> bool:
        """Whether it looks like a noun of several things."""
        return self.mention is None and self.word.plural


_MENTION = Word("«value»", "«value»", frozenset(), frozenset(), "mark", frozenset())


def items_of(
    tokens: Sequence[str], first: int, last: int, mentions: Sequence[Mention], names: Sequence[Name], vocabulary: Vocabulary
) -> list[Item]:
    """Gives the items of tokens[first:last]; quotation marks and Markdown signs are left out.

    A compound that the word lists know is one item ("cease-fire" as "ceasefire").
    """
    if names and _is_headline(tokens, first, last):
        names = [part for name in names for part in _without_words(name, tokens, vocabulary)]
    starts: dict[int, Mention | Name] = {name.first: name for name in names}
    starts.update({mention.first: mention for mention in mentions})
    found: list[Item] = []
    place = first
    while place < last:
        thing = starts.get(place)
        word = vocabulary[tokens[place]]
        if thing is None:
            if place + 2 < last and tokens[place + 1] == "-":
                compound = (word.lower + tokens[place + 2]).lower()
                if compound in vocabulary.compounds:
                    found.append(Item(compound, vocabulary[compound], place))
                    place += 3
                    continue
            if word.lower and word.lower not in _UNSEEN:
                found.append(Item(word.lower, word, place))
            place += 1
        elif isinstance(thing, Mention):
            behind_preposition = bool(found) and found[-1].word.role == "preposition"
            if thing.value.kind == "rank":
                found.append(Item(word.lower, word, place, mention=thing))
            else:
                if _leads(thing, word) and not behind_preposition:
                    found.append(Item(word.lower, word, place))
                found.append(Item("«value»", _MENTION, place, mention=thing))
            place = thing.last
        else:
            lower = tokens[thing.last - 1].strip().lower()
            found.append(Item(lower, vocabulary[lower], place, name=thing))
            place = thing.last
    return found


_LEAST = 4  # letters of a word that a headline, too, would write small if it wrote any word small


def _is_headline(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether all words that matter have capitals, so that a capital tells nothing."""
    words = (tokens[place].strip() for place in range(first, last))
    return not any(len(word) >= _LEAST and word[0].islower() for word in words)


def _without_words(name: Name, tokens: Sequence[str], vocabulary: Vocabulary) -> Iterator[Name]:
    """The parts of an unknown name that are no words of the lists."""
    if name.entity:
        yield name
        return
    start = name.first
    for place in range(name.first, name.last + 1):
        if place == name.last or vocabulary.knows(tokens[place]):
            kept = tuple(word for word in (tokens[i].strip() for i in range(start, place)) if word[:1].isalnum())
            if kept:
                yield evolve(name, first=start, last=place, words=kept)
            start = place + 1


_TIMED = frozenset({"duration", "date", "time"})


def _leads(mention: Mention, word: Word) -> bool:
    """Whether the first word of a mention is a preposition that tells how it is meant: "within two days", "within two miles"."""
    if "inside" in word.marks:
        return True
    return mention.value.kind in _TIMED and not mention.value.approximate and word.role == "preposition"


_UNSEEN = frozenset({'"', "*", "_", "'", "“", "”", "’", "‘", "\\"})


def without_brackets(items: Sequence[Item], kept: Mention) -> Sequence[Item]:
    """The items without what stands in brackets; where the mention stands in brackets, what stands with it."""
    if not any(item.lower in _BRACKETS for item in items):
        return items
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


_BRACKETS = frozenset("()[]")


ASIDES = frozenset({",", "–", "—"})  # marks that stand at both ends of an aside


def skeleton(items: Sequence[Item], kept: Mention) -> Sequence[Item] | None:
    """The items without the asides between commas or dashes that do not hold the mention; None where there are none."""
    commas = [i for i, item in enumerate(items) if item.lower in ASIDES]
    if len(commas) < 2:
        return None
    at = next((i for i, item in enumerate(items) if item.mention is kept), 0)
    found = list(items)
    dropped = False
    for start, end in reversed(list(itertools.pairwise(commas))):
        if start < at < end or end - start < 2 or items[start].lower != items[end].lower:
            continue
        if not any(items[i].word.role == "conjunction" for i in (start + 1, end + 1) if i < len(items)):
            del found[start : end + 1]
            dropped = True
    return found if dropped else None
