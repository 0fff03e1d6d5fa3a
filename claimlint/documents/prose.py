"""Elements of a page, or of the markup of newsrooms -> the paragraphs of the story."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import field

from claimlint.documents.element import Element, Run
from claimlint.documents.ignores import MARK, is_comment
from claimlint.documents.parts import Part, of_text
from claimlint.documents.taken import Draft
from claimlint.nouns import define

_RAISED = str.maketrans("0123456789+-", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b")
_WORDS = re.compile(r"[A-Z]++(?![a-z])|[A-Z]?[a-z]++")
_MOST = 0.5  # of the text: what holds more is the story, whatever it is called
_STAMP = 80  # characters of a line that says when a page was written
_UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden")


class Prose:
    """Knows which elements are paragraphs, headings and captions, and which are no part of a story."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._outside, self._beside, self._paragraphs, self._cells, self._classes = (
            frozenset(data[key]) for key in ("outside", "beside", "paragraphs", "cells", "classes")
        )
        self._roles = {name: role for role, names in data["roles"].items() for name in names}
        self._stories = [(key, re.compile(said)) for each in data["stories"] for key, said in each.items()]

    def parts(self, root: Element) -> list[Part]:
        """Gives the paragraphs below an element."""
        return self._parts(root, _Weights(root, self))

    def story(self, root: Element) -> tuple[Element, list[Part]]:
        """Gives the element in which a page has its story, and its paragraphs.

        It is the one that says so, if it has the text for that, else the one with most paragraphs in it.
        """
        weights = _Weights(root, self)
        densest = weights.densest()
        for key, form in self._stories:
            named = [each for each in weights.elements if self._is(each, key, form)]
            best = max(named, key=weights.of, default=None)
            if best is not None and weights.of(best) >= _MOST * weights.of(densest):
                return best, self._parts(best, weights)
        return densest, self._parts(densest, weights)

    def _parts(self, root: Element, weights: "_Weights") -> list[Part]:
        reading = _Reading(self._roles)
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
    parts: list[Part] = field(factory=list)
    opened: list[str] = field(factory=list)
    inside: dict[str, int] = field(factory=lambda: {"sup": 0, "time": 0})
    draft: Draft = field(factory=Draft)
    lines: int = 0  # ends of lines behind the last word
    stamped: int = 0  # characters of a time told by the page

    def add(self, run: Run) -> None:
        """Adds a text."""
        text, start, end = run
        if not text.isspace():
            if self.lines > 1:
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

    def end(self) -> None:
        """Ends the paragraph."""
        taken, stamped = self.draft.taken(), self.stamped
        self.draft, self.lines, self.stamped = Draft(), 0, 0
        if not taken.text.strip():
            return
        role = next((self.roles[name] for name in reversed(self.opened) if name in self.roles), "body")
        if role == "title" and any(part.role == "title" for part in self.parts):
            role = "heading"
        if "pre" in self.opened:
            self.parts += of_text(taken, role)
            return
        taken = taken.joined()
        if is_comment(taken.text):
            role = "furniture"  # it holds for the paragraph that follows
        if role == "body" and 2 * stamped >= len(taken.text) and len(taken.text) <= _STAMP:
            role = "furniture"
        self.parts.append(Part(taken, role))


class _Weights:
    """How much text of a story stands in each element."""

    def __init__(self, root: Element, prose: Prose) -> None:
        self._prose = prose
        self.elements = [root, *root.all()]
        own = {id(element): _own(element) for element in self.elements}
        self._all = dict(own)
        for element in reversed(self.elements):
            self._all[id(element)] += sum([self._all[id(child)] for child in element.children])
        self._whole = self._all[id(root)]
        self._left: dict[int, bool] = {id(root): False}
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
        found = self._left.get(id(element))
        if found is None:
            small = self._all[id(element)] <= _MOST * self._whole
            found = self._prose.left_out(element) or (small and self._prose.stands_beside(element))
            self._left[id(element)] = found
        return found

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
