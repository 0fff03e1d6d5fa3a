"""The examples that the kinds of clause carry: what is read from them, and what is none of their business."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimlint.claims.clauses.clause import Clause
from claimlint.examples import clauses as examples
from claimlint.knowledge import folders, strict_yaml
from claimlint.line import Claimlint
from claimlint.reports import clauses as listed


def _rows() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((Path(folders.folder("rules")) / "clauses").glob("*.yaml")):
        data = strict_yaml.typed(strict_yaml.load(path.read_text(encoding="utf-8"), path.name))
        yield from data.get("clauses", {}).items()


KINDS = list(_rows())
READS = [(name, dict(example)) for name, row in KINDS for example in row["reads"]]
LEAVES = [(name, example) for name, row in KINDS for example in row["leaves"]]


@pytest.fixture(scope="session")
def clauses(lint: Claimlint) -> Callable[[str], list[Clause]]:
    """Gives a function from a text to its clauses."""

    def read(text: str) -> list[Clause]:
        return examples.clauses(lint, text)

    return read


@pytest.mark.parametrize(("name", "example"), READS, ids=str)
def test_a_kind_reads_its_examples(name: str, example: dict[str, Any], clauses: Callable[[str], list[Clause]]) -> None:
    """Of each example under `reads` there is a clause of that kind that says what the example says of it."""
    assert examples.reads_not(name, example, clauses(example["text"])) == ""


@pytest.mark.parametrize(("name", "example"), LEAVES, ids=str)
def test_a_kind_leaves_what_is_not_its_own(name: str, example: str, clauses: Callable[[str], list[Clause]]) -> None:
    """In an example under `leaves` no clause of that kind is read."""
    assert [clause for clause in clauses(example) if clause.kind == name] == []


@pytest.mark.parametrize(
    ("text", "relation", "low", "high"),
    [
        ("The Parties shall not hold more than 30 exercises.", "at most", 0, 30),
        ("No Party shall hold more than 30 exercises.", "at most", 0, 30),
        ("The number of exercises shall not be less than 30.", "at least", 30, None),
        ("Each Party shall hold at least 30 exercises.", "at least", 30, None),
        ("Each Party shall hold more than 30 exercises.", "over", 30, None),
        ("The length of an exercise shall not exceed a cumulative total of 30 hours.", "at most", 0, 30),
        ("An exercise shall last no longer than thirty (30) days.", "at most", 0, 30),
        ("Each Party shall, no later than 30 days after receipt of the request, end the exercise.", "no later than", 0, 30),
    ],
)
def test_a_bound_that_is_denied_bounds_the_other_side(
    text: str, relation: str, low: float, high: float | None, clauses: Callable[[str], list[Clause]]
) -> None:
    """The relation and its set take in "no", "not" and "neither", wherever in the clause they stand; "no later" denies nothing."""
    (clause,) = clauses(text)
    assert (relation, low, high) == (clause.relation, clause.interval.low, clause.interval.high)


@pytest.mark.parametrize(
    "text",
    [
        "At least 30 people were killed when the ferry sank.",
        "The team won more than 20 games and may win 30, the coach said.",
        "ULM, May 3. The treaty was signed by more than 40 ministers, the spokesman said.",
        "In the event of a dispute between two or more Parties, they shall consult.",
        "Each Party shall appoint one or more inspectors.",
    ],
)
def test_what_binds_nobody_is_no_clause(text: str, clauses: Callable[[str], list[Clause]]) -> None:
    """News without a treaty's terms has no clauses, nor has a number that only tells one from many."""
    assert clauses(text) == []


def test_a_clause_points_into_its_text(clauses: Callable[[str], list[Clause]]) -> None:
    """The span holds the value with its own words, over blanks and brackets of any sort."""
    text = "  Each Party  shall pay  the fee (see below) within\n sixty (60) days of receipt of the bill."
    (clause,) = clauses(text)
    assert text[clause.start : clause.end] == "within\n sixty (60) days of receipt of the bill"
    assert (clause.party, clause.object, clause.anchor) == ("Each Party", "pay the fee", "of receipt of the bill")


def test_clauses_are_listed(
    run: Callable[..., Any], tmp_path: Path, lint: Claimlint, clauses: Callable[[str], list[Clause]]
) -> None:
    """A line for people, and a record for programs that says the same."""
    text = "The pact caps warheads at 1,550."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("clauses", tmp_path / "a.txt").out == f"{tmp_path}/a.txt:1:10: limit: warheads: at most 1550\n"
    record = json.loads(run("clauses", tmp_path / "a.txt", "--format", "jsonl").out)
    Draft202012Validator(json.loads(run("schema", "clause").out)).validate(record)
    (clause,) = clauses(text)
    assert record == listed.record(clause, lint.reader.units) | {"path": f"{tmp_path}/a.txt"}
