"""A document -> what in it is over a limit, and so is read otherwise than it stands or not at all."""

import re
from collections.abc import Iterator

from claimlint.configuration.limits import Limits
from claimlint.documents.document import Document
from claimlint.errors import Problem

_DIGITS = 20  # a number that is worth counting has more


def numbers(document: Document, limits: Limits) -> Iterator[Problem]:
    """Gives the numbers with more digits than are read."""
    for match in re.finditer(rf"(?<!\d)\d{{{max(_DIGITS, limits.number_digits)}}}\d+", document.masked):
        said = f"a number of {len(match.group())} digits is not read; {limits.number_digits} are the most (`number-digits`)"
        yield Problem(document.path, *document.place(match.start()), said)
