"""The examples that the measures carry: what they bind, and what they leave to others or to none."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimlint.claims.claim import Claim
from claimlint.examples import measures
from claimlint.knowledge import folders, strict_yaml

_CONSTRUCTIONS, _OTHERS = 3, 2


def _rows() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((Path(folders.folder("rules")) / "measures").glob("*.yaml")):
        data = strict_yaml.typed(strict_yaml.load(path.read_text(encoding="utf-8"), path.name))
        yield from data.get("measures", {}).items()


MEASURES = list(_rows())
BINDS = [(name, example) for name, row in MEASURES for example in row.get("binds", ())]
LEAVES = [(name, example) for name, row in MEASURES for example in row.get("leaves", ())]


@pytest.mark.parametrize(("name", "example"), BINDS)
def test_a_measure_binds_its_examples(name: str, example: str, marked_claims: Callable[[str], list[Claim]]) -> None:
    """The marked value of each example under `binds` is told as that measure, or as what that measure implies."""
    assert measures.binds_not(name, dict(MEASURES)[name], marked_claims(example)) == ""


@pytest.mark.parametrize(("name", "example"), LEAVES)
def test_a_measure_leaves_what_is_not_its_own(name: str, example: str, marked_claims: Callable[[str], list[Claim]]) -> None:
    """The marked value of each example under `leaves` is read, and told as another measure or as none."""
    assert measures.leaves_not(name, dict(MEASURES)[name], marked_claims(example)) == ""


@pytest.mark.parametrize(("name", "row"), MEASURES)
def test_a_measure_shows_what_it_is(name: str, row: dict[str, Any]) -> None:
    """Every measure has examples in several constructions and examples that it leaves alone."""
    assert len(row.get("binds", ())) >= _CONSTRUCTIONS, name
    assert len(row.get("leaves", ())) >= _OTHERS, name
