"""The corpora of times in grammars/corpus: one time, the many ways to say it, and what is none."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimlint.knowledge import strict_yaml
from claimlint.line import Claimlint
from claimlint.reading.mention import Mention
from claimlint.reading.tokens import fold, tokenize
from claimlint.values.times import minutes, zones

CORPUS = Path(__file__).resolve().parents[2] / "grammars" / "corpus"
READER = Claimlint().reader
TIMED = ("date", "time", "duration", "set")


def corpus(name: str) -> dict[str, Any]:
    """A corpus as plain data; its scalars are texts."""
    data: dict[str, Any] = strict_yaml.load((CORPUS / name).read_text(encoding="utf-8"), name)
    return data


def sayings(part: str) -> Iterator[Any]:
    """Every way to say a time in the corpora, with what it means."""
    for path in sorted(CORPUS.glob("times*.yaml")):
        data = corpus(path.name)
        for entry in data.get(part, ()):
            for text in entry["said"]:
                yield pytest.param(text, entry, data["told"], id=f"{path.stem}: {text}")


def told(text: str, day: str) -> list[Mention]:
    """The mentions of a text that came out on a day."""
    tokens, offsets = tokenize(fold(text))
    mentions, _ = READER.dated(READER.read_tokens(tokens, offsets), tokens, date.fromisoformat(day).toordinal())
    return mentions


def span(text: str) -> tuple[int | None, int | None]:
    """The days that a corpus gives: a day, a month, a year, or two days."""
    if text == "null":
        return None, None
    first, _, last = text.partition("..")
    parts = [int(part) for part in (last or first).split("-")]
    start = date(*[*map(int, first.split("-")), 1, 1][:3]).toordinal()
    if len(parts) == 3:
        return start, date(*parts).toordinal()
    year, month = (parts[0] + 1, 1) if len(parts) == 1 or parts[1] == 12 else (parts[0], parts[1] + 1)
    return start, date(year, month, 1).toordinal() - 1


def judge(found: Mention, entry: dict[str, Any]) -> None:
    """Whether a mention says what a corpus says it does."""
    value, time = found.value, found.time
    if "days" in entry:
        assert time is not None
        assert (time.start, time.end) == span(entry["days"])
    if "timex" in entry:
        assert time is not None
        assert time.timex == entry["timex"]
    if "length" in entry:
        assert (value.kind, value.stated, value.unit) == ("duration", float(entry["length"][0]), entry["length"][1])
    if "minutes" in entry:
        assert value.when is not None
        assert minutes(value.when, value.relation, approximate=value.approximate) == (tuple(map(float, entry["minutes"])),)
    if "zone" in entry:
        assert value.when is not None
        assert zones(value.when) == tuple(map(float, entry["zone"]))
    if "relation" in entry:
        assert value.relation == entry["relation"]
    if "anchor" in entry:
        assert value.anchor == entry["anchor"]


@pytest.mark.parametrize(("text", "entry", "day"), list(sayings("times")))
def test_a_saying_means_what_the_corpus_says(text: str, entry: dict[str, Any], day: str) -> None:
    """The words in brackets are one mention, and it has the days, the value and the relation given."""
    before, words, behind = re.split(r"[\[\]]", text)
    found = [m for m in told(before + words + behind, day) if m.start < len(before + words) and m.end > len(before)]
    assert [(m.start, m.end) for m in found] == [(len(before), len(before + words))]
    judge(found[0], entry)


@pytest.mark.parametrize(("text", "entry", "day"), list(sayings("after")))
def test_what_was_told_before_counts(text: str, entry: dict[str, Any], day: str) -> None:
    """A time may be told from one that stands before it."""
    before, words, behind = re.split(r"[\[\]]", text)
    found = [m for m in told(before + words + behind, day) if m.start == len(before)]
    assert [m.end for m in found] == [len(before + words)]
    judge(found[0], entry)


@pytest.mark.parametrize("text", corpus("times-none.yaml")["none"])
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    """Names, scores, numbers and words with two meanings give no time and no length of time."""
    assert [text[m.start : m.end] for m in told(text, "2024-05-15") if m.value.kind in TIMED] == []
