"""A stretch of text -> its tokens, each with the blank in front of it, and where they start.

The stretch is folded before it is cut: marks that mean the same are made one, character for character, so
that every position in the folded text is the position in the text. Of several blanks in a row one is left, the others
are NUL characters, as is the markup between words; tokens have none of them.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

_BLANKS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2028\u2029\u205f\u3000"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_THIN = "\u202f\u2009\u2007\u2008\u200a"
_FOLD = {
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(map(ord, _THIN), "\u00a0"),
    **dict.fromkeys(map(ord, _UNSEEN), "\0"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u2032\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u00ad"), "-"),
    **dict.fromkeys(map(ord, "\u2012\u2015"), "\u2013"),
}

# Digits joined by . , or : are one token, and so are groups of three parted by narrow blanks, or by plain
# blanks where the last group is 000 or three groups follow each other: "934 000", "1 414 021".
_TOKEN = re.compile(
    r" [A-Za-z]++(?![^\W\d_]|[\u0300-\u036f])|"  # most are such a word: it is asked for first
    r"[ \u00a0]?(?:"
    r"[A-Za-z]+(?![^\W\d_]|[\u0300-\u036f])"
    r"|(?:\d{1,3}(?:\u00a0\d{3})+|\d{1,3}(?:(?: \d{3})+ \d{3}|(?: \d{3})* 000))(?![\d,]\d)(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,:]\d+)*(?:(?:[eE][+-]?\d{1,3}|st|nd|rd|th|s|ST|ND|RD|TH)(?![^\W_]))?"
    r"|(?<![\w.)\]])\.\d+"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
    r"|[^\s\w\0]|[\d_])"
    r"|\0+|.",
    re.DOTALL,
)
_APART = re.compile(r"[ \u00a0\0]{2,}")  # blanks and markup in a row


def fold(text: str) -> str:
    """Gives a text of the same length in which like marks are one character."""
    if not (text.isascii() and text.isprintable()) or "`" in text:
        text = text.translate(_FOLD)
    if "  " in text or "\0" in text or "\u00a0" in text:
        text = _APART.sub(_closed, text)
    return text


def tokenize(folded: str) -> tuple[list[str], list[int]]:
    """Cuts a folded text; gives the tokens and the offset of each, with one offset more for the end."""
    tokens = _TOKEN.findall(folded)
    offsets = list(accumulate(map(len, tokens), initial=0))
    if "\0" in folded:
        kept = [i for i, token in enumerate(tokens) if token[0] != "\0"]
        return [tokens[i] for i in kept], [*(offsets[i] for i in kept), len(folded)]
    return tokens, offsets


def end(tokens: Sequence[str], offsets: Sequence[int], last: int) -> int:
    """Gives where the tokens before a place end; between it and the next token there may be markup."""
    return offsets[last - 1] + len(tokens[last - 1])


def _closed(blanks: re.Match[str]) -> str:
    """A run of blanks and markup as markup with one blank behind it, if there was one."""
    run = blanks.group()
    last = run.rstrip("\0")[-1:]
    return "\0" * (len(run) - len(last)) + last


class _Small(dict[str, str]):
    """Token -> its word in small letters, without the blank; remembered, as the same few words are asked for again and again."""

    _MOST = 200_000

    def __missing__(self, token: str) -> str:
        if len(self) > self._MOST:
            self.clear()
        word = self[token] = token.strip(" \u00a0").lower()
        return word


SMALL = _Small()


def words(spelling: str) -> list[str]:
    """Gives the tokens of a spelling without blanks, as the lexicon stores them."""
    return [token.strip() for token in tokenize(fold(spelling))[0] if token.strip()]
