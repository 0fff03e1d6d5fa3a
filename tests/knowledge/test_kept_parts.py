"""What the knowledge is made of is kept by itself, so that who edits a rule of his waits for that one alone."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import pytest

from claimlint import building
from claimlint.errors import KnowledgeError
from claimlint.knowledge import folders, tables
from claimlint.knowledge.tables import Apart

RULES, GRAMMARS = (folders.texts(folders.files(folders.folder(name))) for name in ("rules", "grammars"))
OURS = RULES["checks/superseded.yaml"]


class Memory(dict[tuple[str, ...], Mapping[str, Any]]):
    """What was made, by the names of the files that it was made from; none of them changes here."""

    def __call__(self, names: Iterable[str], _more: object, make: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        """What is kept, as it is read again."""
        key = tuple(names)
        if key not in self:
            self[key] = _kept(make())
        return self[key]


def _kept(made: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was made as it is read again."""
    found: Mapping[str, Any] = tables.read(tables.written(Apart(made)).encode("ascii"))
    return found


@cache
def memory() -> Memory:
    """That of all tests."""
    return Memory()


@cache
def spelled() -> Mapping[str, Any]:
    """What values are read with."""
    return _kept(building.spelled(GRAMMARS))


def built(added: Mapping[str, str], keep: building.Keep) -> tuple[dict[str, Any], str]:
    """The rules by name, and everything as it is kept."""
    made = building.build(spelled(), RULES, added, keep)
    return {row["name"]: row for row in made["rules"]}, tables.written(Apart(made))


def test_an_edited_rule_costs_what_it_costs_alone() -> None:
    """What was made of our files is not made again, and the knowledge is what it is where all is made at once."""
    before, _ = built({"mine/checks/mine.yaml": OURS}, memory())
    parts = len(memory())
    edited = {"mine/checks/mine.yaml": OURS.replace("summary: ", "summary: Edited. ", 1)}
    after, whole = built(edited, memory())
    assert len(memory()) == parts
    assert after.pop("mine")["summary"].startswith("Edited. ")
    assert after == {name: row for name, row in before.items() if name != "mine"}
    assert whole == built(edited, Memory())[1]


def test_a_rule_must_not_have_the_name_of_one_of_ours() -> None:
    """It is told with the place of ours."""
    with pytest.raises(KnowledgeError) as raised:
        built({"mine/checks/superseded.yaml": OURS}, memory())
    assert [(problem.path, problem.message) for problem in raised.value.problems] == [
        ("mine/checks/superseded.yaml", "a rule superseded stands in checks/superseded.yaml too; give yours another name")
    ]
