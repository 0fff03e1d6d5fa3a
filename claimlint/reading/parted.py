"""Mentions -> the same with what other words part from them: "one pupil in five"."""

from collections.abc import Sequence

from claimlint.reading.beside import Lists
from claimlint.reading.lists import is_bare
from claimlint.reading.mention import Mention
from claimlint.reading.tokens import SMALL
from claimlint.values.sets import tidy
from claimlint.values.value import Number, from_number

_PART = 0.1  # of a share, as closely as it is meant


def joined(found: Sequence[Mention], tokens: Sequence[str], lists: Lists) -> list[Mention]:
    """Gives the mentions, each one of so many as the share that it is.

    `lists` are those of grammars/words/context.yaml.
    """
    kept: list[Mention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if before is not None and _are_odds(before, mention, tokens, lists):
            kept[-1] = _share(before, mention)
        else:
            kept.append(mention)
    return kept


def _share(one: Mention, of: Mention) -> Mention:
    loose = one.value.approximate
    share = tidy(1 / of.value.stated)  # type: ignore[operator]
    number = Number(share, share, tidy(share * _PART * (1 + loose)), "odds", loose=loose)
    return one._replace(end=of.end, last=of.last, value=from_number("quantity", number, ""))


def _are_odds(one: Mention, other: Mention, tokens: Sequence[str], lists: Lists) -> bool:
    """Whether a word parts "one" from "in" and a number that counts nothing."""
    if one.value.stated != 1 or one.value.kind != "count" or one.value.bound or other.first - one.last != len(("word", "in")):
        return False
    noun, within = tokens[one.last].strip(), SMALL[tokens[one.last + 1]]
    if within not in lists["within"] or not noun.isalpha() or noun in lists["no_noun"] or not is_bare(other.value):
        return False
    after = tokens[other.last].strip() if other.last < len(tokens) else ""
    counts = after.isalpha() and after not in lists["no_noun"] and not after.endswith("ed")
    return isinstance(other.value.stated, float | int) and other.value.stated > 1 and after != "-" and not counts
