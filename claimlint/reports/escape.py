"""Text from articles and file names -> text that a terminal, or a log that reads commands, only shows."""

import re
import unicodedata

# C0 and C1 controls but for the tab, DEL, marks of direction, what has no width, line ends beside \n, lone surrogates,
# the invisible letters of tags, and what fills space without a sign.
_UNSEEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e01ef]"
)
# A runner of GitHub obeys ##[...] anywhere in a line, and ::...:: where a line begins.
_COMMAND = re.compile(r"(#)#(?=\[)|^(\s*):(?=:)")
QUOTED = 160


def visible(text: str) -> str:
    """Gives the text with what would be obeyed or hidden written out by its number; a line that begins a command, broken."""
    return _COMMAND.sub(_broken, _UNSEEN.sub(_written, text))


def line_of(text: str) -> str:
    """Gives a text on one line: blanks of every kind and ends of lines are one blank."""
    return visible(" ".join(text.split()))


def quoted(text: str, longest: int = QUOTED) -> str:
    """Gives a quotation on one line, shortened at the end."""
    return shortened(line_of(text), longest)


def shortened(line: str, longest: int) -> str:
    """Gives a line of at most so many characters."""
    return line if len(line) <= longest else line[: longest - 1] + "…"


def width(text: str) -> int:
    """Gives how many columns of a terminal a text that is visible takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _written(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match.group()):x}}}"


def _broken(match: re.Match[str]) -> str:
    return "#\\u{23}" if match.group(1) else f"{match.group(2)}\\u{{3a}}"
