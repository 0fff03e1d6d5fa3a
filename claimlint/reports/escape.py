"""Text from articles and file names -> text that a terminal, or a log that reads commands, only shows."""

import os
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


def annotation(text: str) -> str:
    """Gives a text as the data of a GitHub workflow command.

    Source: actions/toolkit, packages/core/src/command.ts, escapeData.
    """
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def annotated(text: str) -> str:
    """Gives a text as a property of a GitHub workflow command. Source: the same, escapeProperty."""
    return annotation(text).replace(":", "%3A").replace(",", "%2C")


def uri(path: str) -> str:
    """Gives a path as a relative reference (RFC 3986): all but what is unreserved and the slash, percent-encoded."""
    path = path.replace("\\", "/") if os.sep == "\\" else path
    try:
        name = path.encode("utf-8", "surrogateescape")  # the bytes of a name that is not UTF-8
    except UnicodeEncodeError:
        name = path.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in name)


def xml(text: str) -> str:
    """Gives a text for the content or an attribute of XML 1.0."""
    return _MARKS.sub(lambda match: f"&#{ord(match.group())};", visible(text)).translate(_NO_CHARACTER)


def markdown(text: str) -> str:
    """Gives a line of text for Markdown, as it stands: no emphasis, link, tag, table, list, mention, number of an issue.

    What GitHub and GitLab look for after the Markdown is read (@names, #numbers, addresses) is broken by empty comments.
    """
    plain = _SIGN.sub(r"\\\g<0>", line_of(text))
    plain = _LIST.sub(lambda match: f"{match.group(1)}\\{match.group(2)}", plain)
    return _LINKED.sub(lambda match: f"{match.group()}<!-- -->", plain)


def code(text: str) -> str:
    """Gives a line of text as a code span of Markdown, in which nothing is read. Pipes are safe in tables."""
    line = line_of(text)
    longest = max((len(run) for run in _TICKS.findall(line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}".replace("|", "\\|") if line else ""


_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_MARKS = re.compile("[&<>\"']")
_NO_CHARACTER = {0xFFFE: "\\u{fffe}", 0xFFFF: "\\u{ffff}"}
_SIGN = re.compile(r"[\\`*_{}\[\]<>()#+!|~$&^=]")
_LIST = re.compile(r"^(\s{0,9}\d{0,9})([-.])")
_LINKED = re.compile(r"[@#](?=\w)|:(?=//)|(?i:www)(?=\.)")
_TICKS = re.compile(r"`{1,200}")
