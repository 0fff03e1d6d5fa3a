"""The opening of a report -> where, and with which words when, it was written."""

import re
from typing import Any

from claimlint.documents.document import Block, Dateline


class Datelines:
    """Recognises datelines by the patterns of rules/boilerplate/datelines.yaml."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._patterns = [re.compile(pattern) for pattern in data["patterns"]]
        self._longest = int(data["longest"])
        self._within = int(data["within"])

    def find(self, text: str, blocks: tuple[Block, ...]) -> Dateline | None:
        """Gives the dateline of the first paragraph that has one, None where none has."""
        for block in [b for b in blocks if b.role in ("body", "heading", "title")][: self._within]:
            window = text[block.start : min(block.end, block.start + self._longest)]
            for pattern in self._patterns:
                match = pattern.match(window)
                if match and match.end() < len(window):
                    groups = match.groupdict()
                    start, end = match.span("date") if groups.get("date") else (0, 0)
                    return Dateline(
                        groups["place"].strip(), block.start, block.start + match.end(),
                        block.start + start if end else 0, block.start + end if end else 0, groups.get("agency") or "",
                    )  # fmt: skip
        return None
