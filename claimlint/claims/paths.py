"""A template's elements in one direction -> its path: steps that each know what follows them.

From which places a step may lead to the end is reckoned for all places of a row at once, from the last step to the first.
So most templates fall before anything is tried, and a walk enters nothing that has no end. It may let through too much, as
of what must not stand somewhere or what must be the same in two slots, never too little.
"""

from collections.abc import Sequence

from claimlint.claims.elements import SHORT
from claimlint.claims.needed import NAME, NOUN, ROWS, WORDS, Element
from claimlint.claims.rows import Row, Source
from claimlint.nouns import frozen

Reach = Sequence[int]  # of each step of a path: the places from which it may lead to the end; none where none may


@frozen(eq=False)
class Step:
    """One step: what it asks for, the numbers of those that may follow, and whether there is no way around it.

    One that takes in a single item has the `source` of it; one that refuses something has the paths of that, to both sides.
    """

    element: Element
    behind: tuple[int, ...]
    must: bool
    source: Source | None = None
    refused: tuple["Path", ...] = ()


@frozen(eq=False)
class Path:
    """The steps from the last to the first, and whether they go on to higher places.

    A gap steps over no mention of one of the `closed` kinds.
    """

    steps: tuple[Step, ...]
    forward: bool
    closed: frozenset[str]

    def reach(self, row: Row) -> Reach:
        """From where each step may lead to the end; the last number is that of the first step."""
        found: Reach | None = row.kept.get(self)
        if found is None:
            found = row.kept[self] = self._reach(row)
        return found

    def _reach(self, row: Row) -> Reach:
        forward, places = self.forward, row.places
        found = [row.everywhere]
        for step in self.steps[1:]:
            onward = found[step.behind[0]]
            if step.source is not None:
                onward = places[step.source] & (onward >> 1 if forward else onward << 1)
            else:
                onward = self._onward(step, row, found)
            if step.must and not onward:
                return ()
            found.append(onward)
        return found

    def _onward(self, step: Step, row: Row, found: Sequence[int]) -> int:
        """From where a step that is no single item may lead to the end, where those behind it may from the places found."""
        onward, kind = found[step.behind[0]], step.element[0]
        if kind == "slot":
            return self._of_slot(step.element, row, onward)
        if kind == "gap":
            over = row.open[self.closed]
            for _ in range(step.element[1]):
                wider = onward | ((onward >> 1 if self.forward else onward << 1) & over)
                if wider == onward:
                    break
                onward = wider
        for other in step.behind[1:]:
            onward |= found[other]
        return onward

    def _of_slot(self, element: Element, row: Row, onward: int) -> int:
        """From where a slot that takes in several items may lead to some places; no list is read backwards."""
        _, _, _, kind, many, _ = element
        if kind == WORDS:
            return row.places[WORDS] if onward else 0
        if (many or kind in ROWS) and not (self.forward and onward):
            return 0
        if many or kind in ROWS:
            before = (1 << onward.bit_length() - 1) - 1
            return before & (row.inside if kind in ROWS else row.places[kind])
        before = onward >> 2  # what is counted stands behind the number, with so many words between them at most
        for _ in range(SHORT):
            before |= before >> 1
        return row.places[kind] & before


def path(elements: Sequence[Element], closed: frozenset[str], *, forward: bool) -> Path:
    """Gives the path of some elements, which stand in the order in which they are read; backward it begins at the last."""
    steps = [Step(("end",), (), must=True)]
    _lay(steps, elements, 0, closed, forward=forward)
    return Path(tuple(steps), forward, closed)


def _lay(
    steps: list[Step], elements: Sequence[Element], behind: int, closed: frozenset[str], *, forward: bool, must: bool = True
) -> int:
    """Puts the steps of some elements to those that are there, the last one first; gives the number of the first."""
    for element in reversed(elements) if forward else elements:
        follow: tuple[int, ...] = (behind,)
        refused: tuple[Path, ...] = ()
        if element[0] == "optional":
            follow = _lay(steps, element[1], behind, closed, forward=forward, must=False), behind
        elif element[0] == "any":
            follow = tuple(_lay(steps, option, behind, closed, forward=forward, must=False) for option in element[1])
        elif element[0] == "not":
            refused = tuple(path(option, closed, forward=side) for side in (True, False) for option in element[1])
        steps.append(Step(element, follow, must, _single(element, forward=forward), refused))
        behind = len(steps) - 1
    return behind


def _single(element: Element, *, forward: bool) -> Source | None:
    """What an element takes in that takes in one item; None where it may take in several, or none."""
    found: Source | None = None
    if element[0] == "word":
        found = element[1]
    elif element[0] == "slot":
        _, _, forms, kind, many, nouns = element
        if kind in (NAME, NOUN):
            found = kind
        elif kind not in ROWS and kind != WORDS and not many:
            found = forms if forms is not None else kind if nouns is None or not forward else None
    return found
