"""A text -> the ignores that stand in it: `claimlint: ignore RULE until 2027-03-31 -- reason`.

In Markdown one is a comment, `<!-- claimlint: ignore ... -->`; in plain text it is a line, with # or // in front or not; in
front matter it is a text, or a list of texts, below `claimlint-ignore`. One on a line of its own holds for the paragraph
that follows, one inside a paragraph for that paragraph, `ignore-file` and front matter for the article.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve

from claimlint.nouns import frozen

Span = tuple[int, int]

MARK = "claimlint:"
_VERB = r"claimlint:[ \t]{0,9}ignore(?P<whole>-file)?(?![\w-])(?P<said>[^\r\n]{0,600}?)"
# Compiled where a text holds the mark.
_COMMENT = rf"<!--[ \t]{{0,9}}{_VERB}[ \t]{{0,9}}-->"
_LINE = rf"(?m)^\ufeff?[ \t]{{0,9}}(?:#|//)?[ \t]{{0,9}}{_VERB}[ \t]{{0,9}}$"
_REASON = r"(?:^|[ \t])(?:--|—)(?:[ \t]|$)"
_UNTIL = r"(?:^|[ \t])until[ \t]{1,9}(\S{1,40})$"
_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


@frozen
class Ignore:
    """What is not to be told, and why: it stands at text[start:end] and holds for the claims in text[first:last].

    `until` is the last day on which it holds (an ordinal), None for ever. `wrong` says why it is not understood, if it is not.
    """

    start: int
    end: int
    rules: tuple[str, ...] = ()
    until: int | None = None
    reason: str = ""
    first: int = 0
    last: int = 0
    by: str = "comment"
    wrong: str = ""


def comments(text: str) -> list[Ignore]:
    """Gives the ignores in the comments of a Markdown text."""
    return list(_found(text, _COMMENT)) if MARK in text else []


def is_comment(text: str) -> bool:
    """Whether a text is nothing but an ignore in a comment."""
    return MARK in text and re.fullmatch(_COMMENT, text) is not None


def lines(text: str) -> list[Ignore]:
    """Gives the ignores that are lines of a plain text."""
    return list(_found(text.replace("\r", "\n"), _LINE)) if MARK in text else []


def told(said: str, start: int, end: int, last: int) -> Ignore:
    """Gives the ignore of a whole article of so many characters that front matter tells."""
    return evolve(_read(said, start, end), last=last, by="front matter")


def placed(found: Sequence[Ignore], blocks: Sequence[Span]) -> tuple[Ignore, ...]:
    """Gives ignores with the paragraph that each holds for: the one that it stands in, else the next."""
    starts = [start for start, _ in blocks]
    return tuple(each if each.last else _placed(each, blocks, starts) for each in found)


def _placed(ignore: Ignore, blocks: Sequence[Span], starts: Sequence[int]) -> Ignore:
    inside = bisect.bisect_right(starts, ignore.start) - 1
    if inside >= 0 and ignore.start < blocks[inside][1]:
        return evolve(ignore, first=blocks[inside][0], last=blocks[inside][1])
    behind = bisect.bisect_left(starts, ignore.end)
    first, last = blocks[behind] if behind < len(blocks) else (ignore.end, ignore.end)
    return evolve(ignore, first=first, last=last)


def _found(text: str, form: str) -> Iterator[Ignore]:
    for match in re.finditer(form, text):
        ignore = _read(match["said"], match.start(), match.end())
        yield evolve(ignore, last=len(text)) if match["whole"] else ignore


def _read(said: str, start: int, end: int) -> Ignore:
    parting = re.search(_REASON, said)
    head, reason = (said[: parting.start()], said[parting.end() :].strip()) if parting else (said, "")
    until, day = re.search(_UNTIL, head.rstrip()), None
    if until:
        head = head[: until.start()]
        try:
            day = date.fromisoformat(until[1]).toordinal() if len(until[1]) == 10 else None
        except ValueError:
            day = None
    rules = tuple(dict.fromkeys(head.replace(",", " ").split()))
    return Ignore(start, end, rules, day, reason, wrong=_wrong(rules, reason, until[1] if until and day is None else ""))


def _wrong(rules: Sequence[str], reason: str, day: str) -> str:
    if not rules:
        return "an ignore names the rules that it silences, as in `claimlint: ignore counts-differ -- why`"
    if day:
        return f"{day[:20]!r} is no day; write it as 2027-03-31"
    unknown = next((name for name in rules if not re.fullmatch(_NAME, name)), None)
    if unknown is not None:
        return f"{unknown[:40]!r} is no name of a rule; write the names, `until` a day, and -- before the reason"
    return "" if reason else "an ignore needs a reason: write it behind --"
