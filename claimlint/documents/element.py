"""The noun that HTML and XML become: an element, with its texts where they stand in the file."""

from collections.abc import Iterator, Mapping

from attrs import field

from claimlint.documents.taken import Draft, Taken
from claimlint.nouns import frozen

Run = tuple[str, int, int]  # a text, and where it begins and ends in the file


@frozen(eq=False)
class Element:
    """An element: its name in small letters and without the prefix, its attributes, and what stands in it, in order.

    `children` are the elements in it.
    """

    name: str
    attributes: Mapping[str, str]
    content: list["Element | Run"] = field(factory=list, repr=False)
    prefix: str = ""
    children: list["Element"] = field(factory=list, repr=False)

    def __getitem__(self, name: str) -> str:
        """The value of an attribute, "" without one."""
        return self.attributes.get(name, "")

    def hold(self, element: "Element") -> None:
        """Takes an element in, behind what is in it."""
        self.content.append(element)
        self.children.append(element)

    def all(self, *names: str) -> Iterator["Element"]:
        """Gives the elements of some names in it, of any without names, at any depth, in order."""
        stack = self.children[::-1]
        while stack:
            found = stack.pop()
            if not names or found.name in names:
                yield found
            stack += found.children[::-1]

    def first(self, *path: str) -> "Element | None":
        """Gives the first element that a path of names leads to from child to child; None where none does."""
        at: Element | None = self
        for name in path:
            at = next((child for child in at.children if child.name == name), None) if at is not None else None
        return at

    @property
    def runs(self) -> Iterator[Run]:
        """The texts in it, at any depth."""
        stack: list[Iterator[Element | Run]] = [iter(self.content)]
        while stack:
            found = next(stack[-1], None)
            if found is None:
                stack.pop()
            elif isinstance(found, Element):
                stack.append(iter(found.content))
            else:
                yield found

    @property
    def text(self) -> str:
        """All text in it on one line."""
        return " ".join("".join(text for text, _, _ in self.runs).split())

    @property
    def taken(self) -> Taken:
        """All text in it as it stands there, blanks and all."""
        draft = Draft()
        for run in self.runs:
            draft.add(*run)
        return draft.taken()


NOTHING = Element("", {})
