"""What claimlint prints for other programs is what its schema says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimlint.line import Claimlint
from claimlint.reports import records


def validator(part: str, whole: dict[str, Any]) -> Draft202012Validator:
    """What checks a part of the schema."""
    return Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": whole["$defs"]})


@pytest.fixture(scope="session")
def schema(root: Path) -> dict[str, Any]:
    """The schema in the package."""
    found: dict[str, Any] = json.loads((root / "claimlint/reports/schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return found


def strict(text: str) -> Any:
    """JSON without NaN and without double keys."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    return json.loads(text, parse_constant=refuse, object_pairs_hook=once)


def test_the_report_fits_its_schema(run: Callable[..., Any], seeds: Path, schema: dict[str, Any], tmp_path: Path) -> None:
    """Findings, documents, files that failed and were skipped, limits: all as the schema says."""
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    (tmp_path / "bad.jsonl").write_text('{"id": 1, "text": "One man died."}\nnothing\n', encoding="utf-8")
    (tmp_path / "other.png").write_text("x", encoding="utf-8")
    (tmp_path / "long.txt").write_text(f"It cost {'9' * 50} dollars and 5 cents.", encoding="utf-8")
    done = run(seeds, tmp_path, "--format", "json")
    report = strict(done.out)
    Draft202012Validator(schema).validate(report)
    assert report["findings"]
    assert report["summary"]["files"] == {"checked": 6, "failed": 2, "skipped": 1}
    assert {Path(row["path"]).name: row["fate"] for row in report["files"] if row["fate"] != "checked"} == {
        "bad.txt": "failed", "bad.jsonl": "failed", "other.png": "skipped",
    }  # fmt: skip
    assert report["limits"][0]["message"].startswith("a number of 50 digits")
    assert done.status == 2


@pytest.mark.parametrize("part", ["mention", "claim"])
def test_the_listings_fit_their_schemas(run: Callable[..., Any], seeds: Path, schema: dict[str, Any], part: str) -> None:
    """Each line is a record of its kind, and its positions are those of the file."""
    done = run(f"{part}s", seeds, "--format", "jsonl")
    check = validator(part, schema)
    rows = [strict(line) for line in done.out.splitlines()]
    assert len(rows) > 30
    for row in rows:
        check.validate(row)
        text = Path(row["path"]).read_bytes().decode("utf-8")
        assert text[row["start"] : row["end"]] == row["text"]


def test_positions_of_claims_lead_to_their_words(run: Callable[..., Any], seeds: Path) -> None:
    """Offsets, lines and columns of a finding all name the same place."""
    report = strict(run(seeds, "--format", "json").out)
    claims = [claim for finding in report["findings"] for claim in finding["claims"]]
    assert claims
    for claim in claims:
        text = Path(claim["path"]).read_bytes().decode("utf-8")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert lines[claim["line"] - 1][claim["column"] - 1 :].startswith(claim["text"].split("\n")[0])
        assert claim["sentence"] in text


def test_the_schema_refuses_what_is_not_ours(schema: dict[str, Any], lint: Claimlint) -> None:
    """A key more or less, and a wrong kind, are noticed."""
    report = strict(records.dump(records.report(lint.check([]), lint.reader.units)))
    check = Draft202012Validator(schema)
    assert check.is_valid(report)
    assert not check.is_valid({**report, "more": 1})
    assert not check.is_valid({key: value for key, value in report.items() if key != "files"})
    assert not check.is_valid({**report, "version": 2})


@pytest.mark.parametrize("part", [None, "report", "mention", "claim"])
def test_the_schema_is_printed(run: Callable[..., Any], schema: dict[str, Any], part: str | None) -> None:
    """`claimlint schema` prints the whole, or a part that stands for itself."""
    done = run("schema", *([part] if part else []))
    printed = strict(done.out)
    Draft202012Validator.check_schema(printed)
    assert done.status == 0
    assert printed["$defs"] == schema["$defs"]


def test_json_is_strict_whatever_the_text(run: Callable[..., Any], tmp_path: Path) -> None:
    """Halves of characters, controls and huge numbers leave JSON that every reader takes."""
    row = {
        "id": "a\ud800\u202e",
        "text": "The blast killed 12\u0007 people; it cost $9e300 and 10 light-years, \ud800 they say.",
        "title": "\ud83d",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    for command in ((), ("mentions",), ("claims",)):
        shape = "jsonl" if command else "json"
        done = run(*command, tmp_path, "--format", shape)
        for line in [done.out] if shape == "json" else done.out.splitlines():
            assert strict(line)
