"""A stretch of text -> its tokens, each with the blank in front of it, and where they start.

The stretch is folded before it is cut: marks that mean the same are made one, character for character, so
that every position in the folded text is the position in the text.
"""

import re
from itertools import accumulate

_BLANKS = "\t\n\r\x0b\x0c\x85\u2028\u2029"
_THIN = "\u202f\u2009\u2007\u2008\u200a"
_FOLD = {
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(map(ord, _THIN), "\u00a0"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u2032\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u00ad"), "-"),
    **dict.fromkeys(map(ord, "\u2012\u2015"), "\u2013"),
}

# Digits joined by . , or : are one token, and so are groups of three parted by narrow blanks, or by plain
# blanks where the last group is 000 or three groups follow each other: "934 000", "1 414 021". Up to three blanks
# belong to the token behind them: typists put two, and a line may end in \r\n.
_TOKEN = re.compile(
    r"[ \u00a0]{0,3}(?:"
    r"[A-Za-z]+(?![^\W\d_]|[\u0300-\u036f])"
    r"|(?:\d{1,3}(?:\u00a0\d{3})+|\d{1,3}(?:(?: \d{3})+ \d{3}|(?: \d{3})* 000))(?![\d,]\d)(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,:]\d+)*(?:(?:[eE][+-]?\d{1,3}|st|nd|rd|th|s|ST|ND|RD|TH)(?![^\W_]))?"
    r"|(?<![\w.)\]])\.\d+"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
    r"|[^\s\w]|[\d_])"
    r"|\s+(?=\s)|.",
    re.DOTALL,
)


def fold(text: str) -> str:
    """Gives a text of the same length in which like marks are one character."""
    if text.isascii() and "\n" not in text and "\t" not in text and "\r" not in text and "`" not in text:
        return text
    return text.translate(_FOLD)


def tokenize(folded: str) -> tuple[list[str], list[int]]:
    """Cuts a folded text; gives the tokens and the offset of each, with one offset more for the end."""
    tokens = _TOKEN.findall(folded)
    return tokens, list(accumulate(map(len, tokens), initial=0))


def lead(token: str) -> int:
    """How many blanks stand in front of a token."""
    return len(token) - len(token.lstrip(" \u00a0")) if token[0] in " \u00a0" else 0


def words(spelling: str) -> list[str]:
    """Gives the tokens of a spelling without blanks, as the lexicon stores them."""
    return [token.strip() for token in tokenize(fold(spelling))[0] if token.strip()]
