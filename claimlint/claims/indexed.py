"""Cues -> the tables by which they are found, as plain data: which words are asked about, and what each cue needs."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from claimlint.claims.elements import DEPTHS, PEOPLE, RESERVED, Element
from claimlint.claims.needs import Need, needs, rarest
from claimlint.claims.templates import Sets
from claimlint.knowledge.tables import Apart

Told = tuple[str, list[Element], str]  # a cue: its measure, its elements, its template


def indexed(cues: Sequence[Told], sets: Sets, implying: Collection[str]) -> dict[str, Any]:
    """Gives the cues and the sets of words that they speak of as JSON data, with what they are found by.

    Of each word "words" tell the bits by which cues ask for it, and its places in "found", which has the cues that are
    looked up under one of its words; those that are looked up under none are "always" looked at. "needs" tell of a cue on
    which side of the value that word stands and how deep, and the bits that it asks for in each row of depths. The cues of
    the measures that are `implying` need one of the words so called; null where one of them can do without.
    """
    needed = [needs(elements, sets) for _, elements, _ in cues]
    common = Counter(word for number in {need[2] for found in needed for need in found} for word in sets.rows[number])
    anchors = [rarest(found, sets, common) for found in needed]
    asked = [[need for need in found if need != anchor] for found, anchor in zip(needed, anchors, strict=True)]
    bits = {
        number: bit for bit, number in enumerate(dict.fromkeys([*range(RESERVED), *(n[2] for found in asked for n in found)]))
    }
    found: dict[int, list[int]] = {}
    for cue, anchor in enumerate(anchors):
        if anchor is not None:
            found.setdefault(anchor[2], []).append(cue)
    spoken = {number for _, elements, _ in cues for number in _numbers(elements)}
    people = {number for _, elements, _ in cues for number in _numbers(elements, only="who")}
    telling = {anchor[2] if anchor else -1 for (name, _, _), anchor in zip(cues, anchors, strict=True) if name in implying}
    return {
        "cues": Apart(cues),
        "sets": Apart([row if number in spoken else [] for number, row in enumerate(sets.rows)]),
        "words": Apart(_words(sets, people, bits, {number: place for place, number in enumerate(found)})),
        "found": Apart(list(found.values())),
        "always": [cue for cue, anchor in enumerate(anchors) if anchor is None],
        "needs": Apart([[anchor and anchor[:2], _rows(each, bits)] for anchor, each in zip(anchors, asked, strict=True)]),
        "implying": None if telling & {-1, *people} else sorted({word for number in telling for word in sets.rows[number]}),
    }


def _words(
    sets: Sets, people: Collection[int], bits: Mapping[int, int], places: Mapping[int, int]
) -> dict[str, tuple[list[int], list[int]]]:
    """The bits of each word, and its places among the cues that are found by it."""
    words: dict[str, tuple[list[int], list[int]]] = {}
    for number, row in enumerate(sets.rows):
        for word in [*row, PEOPLE] if number in people else row:
            for told, table in enumerate((bits, places)):
                if number in table:
                    words.setdefault(word, ([], []))[told].append(table[number])
    return words


def _rows(found: Sequence[Need], bits: Mapping[int, int]) -> list[tuple[int, list[int]]]:
    """The bits that a cue asks for, by rows: the depths before the value, then those behind it."""
    rows: dict[int, list[int]] = {}
    for side, depth, number in found:
        rows.setdefault(side * (DEPTHS + 1) + depth, []).append(bits[number])
    return list(rows.items())


def _numbers(elements: Any, only: str = "") -> Iterator[int]:
    """The sets of words of the elements; `only` those of slots of a name."""
    if elements[:1] == ["word"] and not only:
        yield elements[1]
    elif elements[:1] == ["slot"]:
        if elements[2] >= 0 and only in ("", elements[1]):
            yield elements[2]
    else:
        for part in elements:
            if isinstance(part, list) and part:
                yield from _numbers(part, only)
