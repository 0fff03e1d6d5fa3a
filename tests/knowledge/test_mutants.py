"""Every knowledge file, with one fault in it, ends in an error with its place, or is read: nothing else comes of it."""

from collections.abc import Callable
from typing import Any

import mutants
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pieces import GRAMMARS, KINDS, MEASURES, RULES, compiler, read

from claimlint.checks import reference, rule_files
from claimlint.errors import KnowledgeError
from claimlint.knowledge import shapes, strict_yaml
from claimlint.line import Claimlint
from claimlint.reading import spellings

_LISTED = sorted(name for name in RULES if name.endswith(".yaml") and not name.startswith(("checks/", "facts/")))
# Measures are many, of one form, and take long to compile.
DATA = [name for name in _LISTED if not name.startswith("measures/")] + [n for n in _LISTED if n.startswith("measures/")][::9]
SPELLED = [name for name in GRAMMARS if name.endswith(".yaml") and not name.startswith("corpus/")]
CHECKS = [name for name in RULES if name.startswith("checks/")]
MUTANTS = 4  # of each file
UNITS = 2  # of a file of units, for which pint is started each time


@st.composite
def faulty(draw: st.DrawFn, data: Any) -> mutants.Mutant:
    """A file with one fault."""
    below = draw(st.sampled_from(list(mutants.paths(data))))
    done = draw(st.sampled_from(("drop", "misspell", "retype")))
    return mutants.mutant(data, below, done, draw(st.sampled_from(mutants.OTHER_TYPES)))


def tried(data: Any, make: Callable[[str], Any], number: int = MUTANTS) -> None:
    """Makes something of the data with one fault each time: it works, or what is said has its place."""

    @settings(max_examples=number, phases=[Phase.generate])
    @given(faulty(data))
    def check(broken: mutants.Mutant) -> None:
        try:
            make(broken.text)
        except KnowledgeError as error:
            for problem in error.problems:
                assert problem.line >= 1, problem
                assert problem.column >= 1, problem
                assert len(str(problem)) <= 200, problem

    check()


@pytest.mark.parametrize("path", DATA)
def test_a_fault_in_a_file_is_told(path: str) -> None:
    """Whatever is dropped, misspelled or of another type."""
    make, names_beside = KINDS[shapes.folder_of(path)]
    beside = {name: read(RULES[name], name) for name in names_beside}
    tried(read(RULES[path], path), lambda text: make({**beside, path: read(text, path)}))


@pytest.mark.parametrize("path", CHECKS)
def test_a_fault_in_a_rule_is_told(path: str) -> None:
    """Rules read their files themselves."""
    data = strict_yaml.typed(strict_yaml.load(RULES[path], path))
    tried(data, lambda text: rule_files.build({path: text}, compiler(), MEASURES))


def test_a_fault_in_a_fact_is_told(lint: Claimlint) -> None:
    """A value that is none, a measure that is none."""
    (path,) = (name for name in RULES if name.startswith("facts/"))
    data = read(RULES[path], path)
    tried(data, lambda text: reference.build({path: read(text, path)}, lint.extractor.measures.by_name.keys(), lint.reader), 12)


@pytest.mark.parametrize("path", SPELLED)
def test_a_fault_in_a_spelling_is_told(path: str) -> None:
    """The words and units of the grammars."""
    beside = ("units/definitions.yaml",) if path.startswith("units/") else ()
    read_too = {name: read(GRAMMARS[name], name) for name in beside}
    tried(
        read(GRAMMARS[path], path),
        lambda text: spellings.build({**read_too, path: read(text, path)}),
        UNITS if beside else MUTANTS,
    )
