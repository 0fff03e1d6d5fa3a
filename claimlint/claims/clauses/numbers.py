"""Items of a sentence -> its items as clauses are read: references as one, no brackets, numbers as legal texts write them.

A number that is written twice is read once: "ten (10) days". A length of time that is read with what it is counted from
("30 days prior to", "twelve months from 10 April") is parted from it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from attrs import evolve

from claimlint.claims.items import Item
from claimlint.claims.names import Name
from claimlint.claims.parse import Sentence
from claimlint.claims.vocabulary import Vocabulary
from claimlint.reading.mention import Mention
from claimlint.reading.mentions import Reader
from claimlint.reading.references import Reference
from claimlint.values.value import Value

_UNIT = 3  # words behind the brackets that may belong to the number


def bare(sentence: Sentence, reader: Reader, vocabulary: Vocabulary, references: Iterable[Reference]) -> Iterator[Item]:
    """Gives the items of a sentence with each reference as one, and without what stands in brackets.

    A value that opens with a verb ("exceeds nine hours") has that verb for its word.
    """
    items = list(_referring(sentence.items, list(references), vocabulary))
    skip = depth = 0
    for i, item in enumerate(items):
        if skip:
            skip -= 1
        elif item.mention is None and item.lower in ("(", "["):
            depth += 1
        elif item.mention is None and item.lower in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth:
            found = _doubled(items, i, sentence, reader)
            if found is None:
                for each in _parted(item, sentence, vocabulary):
                    yield _opened(each, sentence, vocabulary)
            else:
                yield from found[0]
                skip = found[1]


def _referring(items: Sequence[Item], references: Sequence[Reference], vocabulary: Vocabulary) -> Iterator[Item]:
    """The items with each reference as one name."""
    left = list(references)
    for i, item in enumerate(items):
        while left and left[0].last <= item.at:
            del left[0]
        if not left or item.at < left[0].first:
            if not _is_hedge(items, i):
                yield item
        elif item.at == left[0].first:
            head = left[0].parts[0].partition(" ")[0]
            yield Item(head, vocabulary[head], item.at, name=Name(left[0].first, left[0].last, left[0].parts, kind="reference"))


def _is_hedge(items: Sequence[Item], i: int) -> bool:
    """Whether a word is the first of its value's bound, and no preposition of its own: "in excess of nine hours"."""
    if items[i].mention is not None or items[i].lower != "in" or i + 1 >= len(items):
        return False
    after = items[i + 1]
    return after.mention is not None and after.at == items[i].at and after.mention.value.bound in (">", ">=", "<")


def _opened(item: Item, sentence: Sentence, vocabulary: Vocabulary) -> Item:
    if item.mention is None or not item.mention.value.bound:
        return item
    word = vocabulary[sentence.tokens[item.mention.first]]
    return evolve(item, lower=word.lower) if not word.role and word.lower.isalpha() else item


def _parted(item: Item, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Item]:
    """A length of time and, as words, what it is counted from; any other item as it is."""
    mention = item.mention
    when = mention.value.when if mention is not None else None
    if mention is None or when is None or when[0] != "ago" or when[2] is None or when[4] is None:
        yield item
        return
    _, _, low, high, unit, _, _, hedge = when
    tokens = sentence.tokens
    last = next((i + 1 for i in range(mention.first, mention.last) if tokens[i].strip().lower().startswith(unit)), mention.last)
    end = sentence.block.start + sentence.offsets[last - 1] + len(tokens[last - 1])
    stated = low if low == high else (low, high)
    value = Value(
        "duration",
        stated,
        low,
        high,
        unit=unit,
        bound=hedge if hedge and hedge[0] in ("<", ">") else None,
        relation=mention.value.relation,
    )
    yield evolve(item, mention=mention._replace(value=value, end=end, last=last, time=None))
    for i in range(last, mention.last):
        word = vocabulary[tokens[i]]
        yield Item(word.lower, word, i)


def _doubled(items: Sequence[Item], i: int, sentence: Sentence, reader: Reader) -> tuple[list[Item], int] | None:
    """The number at a place with the unit that stands behind the same number in brackets, and how many items that takes.

    Words before the number that place a time ("within") come back as items of their own.
    """
    first = items[i].mention
    if first is None or i + 4 >= len(items) or [items[i + 1].lower, items[i + 3].lower] != ["(", ")"]:
        return None
    again = items[i + 2].mention
    if again is None or first.value.kind != "count" or again.value.kind != "count" or not _same(first, again):
        return None
    behind, said = items[i + 4].at, sentence.tokens[first.first : first.last]
    tokens = [*said, *sentence.tokens[behind : behind + _UNIT]]
    offsets = list(accumulate(map(len, tokens), initial=0))
    found = next(iter(reader.read_tokens(tokens, offsets)), None)
    if found is None or not found.value.unit or found.first >= len(said) or found.last <= len(said):
        return None
    last = behind + found.last - len(said)
    end = sentence.block.start + sentence.offsets[last - 1] + len(sentence.tokens[last - 1])
    start = first.first + found.first
    begins = sentence.block.start + sentence.offsets[start] + (sentence.tokens[start][0] in " \u00a0")
    leads = [
        evolve(items[i], lower=word.strip().lower(), at=first.first + at, mention=None)
        for at, word in enumerate(said[: found.first])
    ]
    whole = first._replace(value=found.value, start=begins, end=end, first=start, last=last)
    return [*leads, evolve(items[i], at=start, mention=whole)], 3 + sum(1 for item in items[i + 4 :] if item.at < last)


def _same(first: Mention, again: Mention) -> bool:
    """Whether two numbers are one, told in words and in figures."""
    one, other = first.value.stated, again.value.stated
    return other in one if isinstance(one, tuple) else one == other
