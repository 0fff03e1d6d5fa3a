"""Text from articles and file names -> text that a terminal only shows."""

import re

# C0 and C1 controls but for the tab, DEL, bidirectional marks, zero-width characters, lone surrogates.
_UNSEEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
QUOTED = 160


def visible(text: str) -> str:
    """Gives the text with what a terminal would obey or hide written out as \\u{...}."""
    return _UNSEEN.sub(lambda match: f"\\u{{{ord(match.group()):x}}}", text)


def quoted(text: str, longest: int = QUOTED) -> str:
    """Gives a quotation on one line, shortened at the end."""
    line = visible(re.sub(r"\s+", " ", text).strip())
    return line if len(line) <= longest else line[: longest - 1] + "…"
