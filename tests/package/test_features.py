"""What the README's table says of claimlint beside other linters is so."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from claimlint.cli.group import cli
from claimlint.documents.formats import ENDINGS
from claimlint.line import Claimlint
from claimlint.reports.formats import FORMATS

README = Path(__file__).resolve().parent.parent.parent / "README.md"


def rows() -> Iterator[tuple[str, str]]:
    """The first two cells of each row."""
    text = README.read_text("utf-8")
    table = text[text.index("<!-- features -->") :].split("\n\n")[1]
    for line in table.splitlines()[2:]:
        _, title, ours, *_ = (cell.strip() for cell in line.split("|"))
        yield title, ours


ROWS = dict(rows())
SPANS = sorted({span for ours in ROWS.values() for span in re.findall(r"`([^`]+)`", ours)})


@pytest.mark.parametrize("span", SPANS)
def test_what_claimlint_is_said_to_have_it_has(span: str, lint: Claimlint) -> None:
    """Options, commands, formats, endings, rules and files that the table names are there."""
    root = click.Context(cli)
    check = cli.get_command(root, "check")
    assert check
    known = {option for parameter in check.params for option in parameter.opts}
    known |= {*cli.list_commands(root), *FORMATS, *ENDINGS, *(rule.name for rule in lint.rules)}
    known |= {path.name for path in README.parent.iterdir()}
    assert span in known


def test_the_table_has_every_format() -> None:
    """No format is left out, and none is told that is not there."""
    assert re.findall(r"`(\w+)`", ROWS["report formats"]) == list(FORMATS)


def test_rows_have_as_many_cells_as_there_are_linters() -> None:
    """A row too short would shift what is said of whom."""
    text = README.read_text("utf-8")
    table = text[text.index("<!-- features -->") :].split("\n\n")[1]
    assert {line.count("|") for line in table.splitlines()} == {8}
