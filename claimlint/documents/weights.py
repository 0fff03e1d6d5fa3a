"""Elements of a page -> how much text of a story stands in each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from claimlint.documents.element import Element

MOST = 0.5  # of the text: what holds more is the story, whatever it is called
_TOLD = 400  # characters with which an element that says that it holds the story is believed, however much stands beside it


class Layout(Protocol):
    """Knows which elements are no part of a story, and which say that they hold it."""

    def left_out(self, element: Element) -> bool:
        """Whether an element holds nothing of a story, whatever stands in it."""

    def stands_beside(self, element: Element) -> bool:
        """Whether an element by its name or its class holds nothing of the story around it."""

    def named(self, elements: Sequence[Element]) -> Iterator[list[Element]]:
        """Gives the elements that say that they hold the story, the surest way to say so first."""


class Weights:
    """How much text of a story stands in each element."""

    def __init__(self, root: Element, layout: Layout) -> None:
        self._layout = layout
        self.elements = [root, *root.all()]
        own = {id(element): _own(element) for element in self.elements}
        self._all = dict(own)
        for element in reversed(self.elements):
            self._all[id(element)] += sum([self._all[id(child)] for child in element.children])
        self._whole = self._all[id(root)]
        self._out = {id(element) for element in self.elements[1:] if layout.left_out(element)}
        self._beside = {id(element) for element in self.elements[1:] if layout.stands_beside(element)}
        self._around, self._inside = self._told(own)
        self._good: dict[int, int] = {}
        for element in reversed(self.elements):
            left = element.name == "a" or self.is_left_out(element)
            inside = 0 if left else own[id(element)] + sum([self._good[id(child)] for child in element.children])
            self._good[id(element)] = inside

    def of(self, element: Element) -> int:
        """The characters in an element that may be of a story: those in links are not."""
        return self._good[id(element)]

    def is_left_out(self, element: Element) -> bool:
        """Whether an element is no part of the story."""
        at = id(element)
        if at in self._out or at not in self._beside or at in self._around:
            return at in self._out
        return (bool(self._around) and at not in self._inside) or self._all[at] <= MOST * self._whole

    def _told(self, own: Mapping[int, int]) -> tuple[set[int], set[int]]:
        """The element that says that it holds the story with those around it, and those in it.

        None where all such hold but a few words. What stands apart from it may hold more: readers' comments, other stories.
        """
        clear: dict[int, int] = {}
        holders: dict[int, int] = {}
        for element in reversed(self.elements):
            clear[id(element)] = own[id(element)]
            for child in element.children:
                holders[id(child)] = id(element)
                if child.name != "a" and id(child) not in self._out and id(child) not in self._beside:
                    clear[id(element)] += clear[id(child)]
        for named in self._layout.named(self.elements):
            best = max(named, key=lambda element: clear[id(element)], default=None)
            if best is not None and clear[id(best)] >= _TOLD:
                at = id(best)
                around = {at}
                while at in holders:
                    at = holders[at]
                    around.add(at)
                return around, {id(element) for element in best.all()}
        return set(), set()

    def densest(self) -> Element:
        """The element with most text in paragraphs that stand in it, those one step deeper counting half."""
        scores = {
            id(element): float(sum([self.of(child) for child in element.children if child.name == "p"]))
            for element in self.elements
        }
        best, most = self.elements[0], 0.0
        for element in self.elements:
            score = scores[id(element)] + sum([scores[id(child)] for child in element.children]) / 2
            if score > most and not self.is_left_out(element):
                best, most = element, score
        return best


def _own(element: Element) -> int:
    """The characters that stand in an element itself."""
    if element.name == "!--":
        return 0
    return sum([len(each[0].strip()) for each in element.content if each.__class__ is tuple])
