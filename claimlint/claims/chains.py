"""Items -> where their words and kinds stand, as bits, and whether a template's parts can follow each other there.

Before a template is walked along the items, its chain is: what must stand, one behind the other, and how far from each
other at least and at most. Where each part may stand is a number with a bit for each place, so that a step of the chain
is a few shifts. It may let through too much, never too little.
"""

from collections.abc import Iterable, Sequence

from claimlint.claims.elements import SHORT
from claimlint.claims.items import Item
from claimlint.claims.needed import NAME, NOUN, ROWS, WORDS, Element
from claimlint.nouns import frozen

_FAR = 1 << 20  # as far as it goes
Source = frozenset[str] | str


@frozen
class Link:
    """What must stand next: one of some words, or a value of a kind; and how far behind the one before it."""

    source: Source
    least: int
    most: int


class Row(list[Item]):
    """Items with the places of what stands in them."""

    __slots__ = ("_places", "_words")

    def __init__(self, items: Iterable[Item]) -> None:
        super().__init__(items)
        self._places: dict[Source, int] = {}
        self._words: dict[str, int] | None = None

    def places(self, source: Source) -> int:
        """The places of one of some words, or of a kind, as bits."""
        found = self._places.get(source)
        if found is None:
            found = self._places[source] = self._of_kind(source) if isinstance(source, str) else self._of_words(source)
        return found

    def may_hold(self, chain: Sequence[Link]) -> bool:
        """Whether the links of a chain can stand one behind the other."""
        reached = -1
        for link in chain:
            reached = _onward(reached, link.least, link.most) & self.places(link.source)
            if not reached:
                return False
        return True

    def _of_kind(self, kind: str) -> int:
        if kind == NAME:
            return sum(1 << place for place, item in enumerate(self) if item.name is not None)
        return sum(1 << place for place, item in enumerate(self) if kind in item.kinds)

    def _of_words(self, words: frozenset[str]) -> int:
        if self._words is None:
            self._words = {}
            for place, item in enumerate(self):
                if item.mention is None:
                    self._words[item.lower] = self._words.get(item.lower, 0) | 1 << place
        found = 0
        for word in self._words.keys() & words:
            found |= self._words[word]
        return found


def chain(elements: Sequence[Element]) -> tuple[Link, ...]:
    """Gives the chain of a template's elements."""
    links: list[Link] = []
    least, most = 0, _FAR
    for element in elements:
        stands = source(element)
        if stands is not None:
            links.append(Link(stands, least, most))
            least = most = 0
        shortest, longest = _reach(element)
        least, most = least + shortest, most + longest
    return tuple(links)


def source(element: Element) -> Source | None:
    """Gives what must stand where an element begins; None where that is left open."""
    if element[0] == "word":
        return element[1]  # type: ignore[no-any-return]
    if element[0] != "slot" or element[3] in (*ROWS, WORDS, NOUN):
        return None
    _, _, forms, kind, many, _ = element
    found: Source = forms if forms is not None and not many and kind != NAME else kind
    return found


def _reach(element: Element) -> tuple[int, int]:
    """How many items an element takes in at least and at most."""
    kind = element[0]
    if kind == "word":
        return 1, 1
    if kind == "gap":
        return 0, element[1]
    if kind == "optional":
        return 0, sum(_reach(each)[1] for each in element[1])
    if kind == "any":
        options = [[_reach(each) for each in option] for option in element[1]]
        lengths = [(sum(low for low, _ in option), sum(high for _, high in option)) for option in options]
        return min(low for low, _ in lengths), max(high for _, high in lengths)
    if kind == "slot":
        _, _, _, sort, many, nouns = element
        return (1, _FAR) if many or sort in (*ROWS, WORDS) else (1, 2 + SHORT if nouns is not None else 1)
    return 0, 0


def _onward(reached: int, least: int, most: int) -> int:
    """The places from so far behind those reached to so far."""
    if reached < 0:
        return reached
    if most - least >= _FAR // 2:
        return -((reached & -reached) << least)
    found, width = reached << least, most - least
    step = 1
    while width:
        step = min(step, width)
        found |= found << step
        width -= step
        step *= 2
    return found
