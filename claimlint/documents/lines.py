"""A text -> its lines. They end at a line feed, a carriage return or both, at nothing else."""

import re

END = re.compile(r"\r\n?|\n")


def starts(text: str) -> list[int]:
    """Gives where the lines begin."""
    return [0, *(match.end() for match in END.finditer(text))]


def spans(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Gives the lines of text[start:] without their ends, as spans in the text."""
    found = []
    at = start
    if "\r" not in text:  # a text is cut at a character much faster than at a pattern
        for line in text[start:].split("\n"):
            found.append((at, at + len(line)))
            at += len(line) + 1
        return found
    for match in END.finditer(text, start):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, len(text)))
    return found


def place(text: str, position: int) -> tuple[int, int]:
    """Gives line and column of a position, both from 1."""
    begins = [0, *(match.end() for match in END.finditer(text, 0, position))]
    if begins[-1] == position and text[position - 1 : position + 1] == "\r\n":
        begins.pop()  # the line ends behind the \n
    return len(begins), position - begins[-1] + 1
