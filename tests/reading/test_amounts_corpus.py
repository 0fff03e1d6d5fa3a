"""The corpora of amounts in grammars/corpus: one amount, the many ways to say it, and what is none."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimlint.knowledge import strict_yaml
from claimlint.line import Claimlint
from claimlint.reading.mention import Mention

CORPUS = Path(__file__).resolve().parents[2] / "grammars" / "corpus"
READER = Claimlint().reader
TIMED = ("date", "time", "set")


def corpus(name: str) -> dict[str, Any]:
    """A corpus as plain data."""
    data: dict[str, Any] = strict_yaml.typed(strict_yaml.load((CORPUS / name).read_text(encoding="utf-8"), name))
    return data


def sayings(part: str) -> Iterator[Any]:
    """Every way to say an amount in the corpora, with what it means."""
    for path in sorted(CORPUS.glob("amounts*.yaml")):
        for entry in corpus(path.name).get(part, ()):
            for text in entry["said"]:
                yield pytest.param(text, entry, id=f"{path.stem}: {text}")


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its brackets, and what stood in them."""
    plain, spans = "", []
    for i, piece in enumerate(re.split(r"[\[\]]", text)):
        if i % 2:
            spans.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, spans


def amounts(text: str) -> list[Mention]:
    """The mentions of a text that are no times."""
    return [mention for mention in READER.read(text) if mention.value.kind not in TIMED]


def approximately(number: Any) -> Any:
    """The number, or the two, as floats that may differ in their last digits."""
    return pytest.approx(tuple(map(float, number)) if isinstance(number, list) else float(number))


@pytest.mark.parametrize(("text", "entry"), list(sayings("amounts")))
def test_a_saying_means_what_the_corpus_says(text: str, entry: dict[str, Any]) -> None:
    """The words in brackets are one mention, with the number, the unit, the set and the bound given."""
    plain, ((start, end),) = marked(text)
    found = [mention for mention in amounts(plain) if mention.start < end and mention.end > start]
    assert [(mention.start, mention.end) for mention in found] == [(start, end)]
    value = found[0].value
    assert value.stated == approximately(entry["stated"])
    assert value.unit == entry.get("unit", "")
    assert value.bound == entry.get("bound")
    assert value.approximate == entry.get("approximate", False) or entry.get("kind") == "age"
    for field in ("kind", "form"):
        assert entry.get(field) in (None, getattr(value, field))
    if "set" in entry:
        assert (value.low, value.high) == approximately(entry["set"])


@pytest.mark.parametrize(("text", "entry"), list(sayings("lists")))
def test_a_unit_is_shared_by_the_numbers_of_a_row(text: str, entry: dict[str, Any]) -> None:
    """Each number of a row is a mention of its own, in the unit that closes the row."""
    plain, spans = marked(text)
    found = amounts(plain)
    assert [(mention.start, mention.end) for mention in found] == spans
    assert {mention.value.unit for mention in found} == {entry["unit"]}


@pytest.mark.parametrize("text", corpus("amounts-none.yaml")["none"])
def test_what_is_no_amount_is_not_read_as_one(text: str) -> None:
    """Names, addresses, telephone numbers and words with two meanings give no amount."""
    assert [text[mention.start : mention.end] for mention in READER.read(text)] == []
