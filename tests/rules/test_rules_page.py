"""The page on writing rules says what is so: its tables are whole."""

from pathlib import Path

import pytest

from claimlint.checks.arithmetic import FUNCTIONS
from claimlint.checks.relation import OVER
from claimlint.checks.rule_files import RELATION_KEYS
from claimlint.claims.kinds import KINDS

PAGE = Path(__file__).resolve().parent.parent.parent / "rules" / "README.md"


@pytest.mark.parametrize("name", [*KINDS, *(f"{name}(" for name in FUNCTIONS), *sorted(RELATION_KEYS), *OVER[:4]])
def test_the_tables_name_all_there_is(name: str) -> None:
    """Every kind of slot, function, key and reach stands on the page."""
    assert f"`{name}" in PAGE.read_text("utf-8")
