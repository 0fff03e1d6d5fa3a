"""Elements of a page, or of the markup of newsrooms -> the paragraphs of the story."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import field

from claimlint.documents.element import Element, Run
from claimlint.documents.ignores import MARK, is_comment
from claimlint.documents.parts import Part, of_text
from claimlint.documents.patterns import Patterns
from claimlint.documents.taken import Draft
from claimlint.documents.weights import MOST, Weights
from claimlint.nouns import define

_RAISED = str.maketrans("0123456789+-", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b")
_WORDS = re.compile(r"[A-Z]++(?![a-z])|[A-Z]?[a-z]++")
_BYLINE = 130  # characters of a line that says who wrote the article
_STAMP = 80  # characters of a line that says when a page was written
_SOFT = re.compile(r"(?<=[^\W\d_])\xad(?=[^\W\d_])")  # where a word may be broken, and is not
_UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden")


class Prose:
    """Knows which elements are paragraphs, headings and captions, and which are no part of a story."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._outside, self._beside, self._paragraphs, self._cells, self._classes = (
            frozenset(data[key]) for key in ("outside", "beside", "paragraphs", "cells", "classes")
        )
        self._roles = {name: role for role, names in data["roles"].items() for name in names}
        self._bylines = Patterns(data["bylines"])
        self._stories = [(key, re.compile(said)) for each in data["stories"] for key, said in each.items()]

    def parts(self, root: Element) -> list[Part]:
        """Gives the paragraphs below an element."""
        return self._parts(root, Weights(root, self))

    def story(self, root: Element) -> tuple[Element, list[Part]]:
        """Gives the element in which a page has its story, and its paragraphs.

        It is the one that says so, if it has the text for that, else the one with most paragraphs in it.
        """
        weights = Weights(root, self)
        densest = weights.densest()
        for named in self.named(weights.elements):
            best = max(named, key=weights.of, default=None)
            if best is not None and weights.of(best) >= MOST * weights.of(densest):
                return best, self._parts(best, weights)
        return densest, self._parts(densest, weights)

    def named(self, elements: Sequence[Element]) -> Iterator[list[Element]]:
        """Gives the elements that say that they hold the story, the surest way to say so first."""
        for key, form in self._stories:
            yield [each for each in elements if self._is(each, key, form)]

    def _parts(self, root: Element, weights: Weights) -> list[Part]:
        reading = _Reading(self._roles, self._bylines)
        stack = [(root, iter(root.content))]
        while stack:
            element, content = stack[-1]
            found = next(content, None)
            if found is None:
                stack.pop()
                self._leave(element, reading)
            elif not isinstance(found, Element):
                reading.add(found)
            elif found.name == "!--":
                reading.remark(found)
            elif not weights.is_left_out(found):
                self._enter(found, reading)
                stack.append((found, iter(found.content)))
        reading.end()
        return reading.parts

    def left_out(self, element: Element) -> bool:
        """Whether an element holds nothing of a story, whatever stands in it."""
        attributes = element.attributes
        return element.name in self._outside or (bool(attributes) and (
            "hidden" in attributes or attributes.get("aria-hidden") == "true"
            or bool(_UNSEEN.search(element["style"]))
        ))  # fmt: skip

    def stands_beside(self, element: Element) -> bool:
        """Whether an element by its name or its class holds nothing of the story around it."""
        if element.name in self._beside or not element.attributes:
            return element.name in self._beside
        said = f"{element['class']} {element['id']} {element['role']}"
        return any(word.lower() in self._classes for word in _WORDS.findall(said))

    def _is(self, element: Element, key: str, form: re.Pattern[str]) -> bool:
        if key == "element":
            return bool(form.fullmatch(element.name))
        if not element.attributes:
            return False
        if key == "class":
            names = [*element["class"].lower().split(), element["id"].lower()]
            return any(form.fullmatch(name) for name in names)
        return bool(form.fullmatch(element[key].strip().lower()))

    def _enter(self, element: Element, reading: "_Reading") -> None:
        if element.name in self._paragraphs:
            reading.end()
            reading.opened.append(element.name)
        elif element.name in self._cells:
            reading.blank()
        elif element.name == "br":
            reading.line()
        elif element.name in ("sup", "time"):
            reading.inside[element.name] += 1

    def _leave(self, element: Element, reading: "_Reading") -> None:
        if element.name in self._paragraphs and reading.opened:
            reading.end()
            reading.opened.pop()
        elif element.name in ("sup", "time"):
            reading.inside[element.name] -= 1


@define
class _Reading:
    """The paragraphs so far, and the one that is being read."""

    roles: Mapping[str, str]
    bylines: Patterns
    parts: list[Part] = field(factory=list)
    opened: list[str] = field(factory=list)
    inside: dict[str, int] = field(factory=lambda: {"sup": 0, "time": 0})
    draft: Draft = field(factory=Draft)
    lines: int = 0  # ends of lines behind the last word
    stamped: int = 0  # characters of a time told by the page
    is_titled: bool = False

    def add(self, run: Run) -> None:
        """Adds a text."""
        text, start, end = run
        if not text.isspace():
            if self.lines > 1 or (self.lines and self._is_byline):
                self.end()
            self.lines = 0
            self.stamped += len(text) if self.inside["time"] else 0
        self.draft.add(text.translate(_RAISED) if self.inside["sup"] else text, start, end)

    def remark(self, comment: Element) -> None:
        """Adds a comment that is meant for the checker."""
        for text, start, end in comment.runs:
            if MARK in text:
                self.draft.add(text, start, end)

    def blank(self) -> None:
        """Parts what follows from what was before."""
        self.draft.add(" ", self.draft.end, self.draft.end)

    def line(self) -> None:
        """Ends a line; two in a row end the paragraph."""
        self.lines += 1
        self.blank()

    @property
    def _is_byline(self) -> bool:
        """Whether what stands in the paragraph so far says who wrote the article."""
        return self.draft.length <= _BYLINE and self.bylines.is_whole(self.draft.taken().joined().text)

    def end(self) -> None:
        """Ends the paragraph."""
        taken, stamped = self.draft.taken(), self.stamped
        self.draft, self.lines, self.stamped = Draft(), 0, 0
        if not taken.text.strip():
            return
        role = next((self.roles[name] for name in reversed(self.opened) if name in self.roles), "body")
        if role == "title" and self.is_titled:
            role = "heading"
        self.is_titled = self.is_titled or role == "title"
        if "pre" in self.opened:
            self.parts += of_text(taken, role)
            return
        taken = taken.joined().without(_SOFT)
        if is_comment(taken.text):
            role = "furniture"  # it holds for the paragraph that follows
        if role == "body" and 2 * stamped >= len(taken.text) and len(taken.text) <= _STAMP:
            role = "furniture"
        self.parts.append(Part(taken, role))
