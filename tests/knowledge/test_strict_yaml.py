"""YAML is read strictly: what could be guessed at is a text or an error with its place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.errors import KnowledgeError
from claimlint.knowledge import strict_yaml


def faults(text: str) -> str:
    """What is wrong with a text."""
    with pytest.raises(KnowledgeError) as error:
        strict_yaml.load(text, "a.yaml")
    return str(error.value)


def test_scalars_stay_texts_until_they_are_typed() -> None:
    """No country becomes false, no version a number, no day a date, unless our own format asks for it."""
    text = "a: no\nb: 1.10\nc: 2019-03-01\nd: 12:30\ne: 0777\nf: '5'\ng: true\nh: 5\ni:\n"
    data = strict_yaml.load(text, "a.yaml")
    assert data == {
        "a": "no",
        "b": "1.10",
        "c": "2019-03-01",
        "d": "12:30",
        "e": "0777",
        "f": "5",
        "g": "true",
        "h": "5",
        "i": "",
    }
    assert strict_yaml.typed(data) == {
        "a": "no",
        "b": 1.1,
        "c": "2019-03-01",
        "d": "12:30",
        "e": 777,
        "f": "5",
        "g": True,
        "h": 5,
        "i": None,
    }


def test_places_are_remembered() -> None:
    """Mappings, lists and texts know where they and their items stand, also when they are typed."""
    data = strict_yaml.load("a: 1\nb:\n  - x\n  - y: 2\n", "a.yaml")
    assert data["a"].place == (1, 4)
    for each in (data, strict_yaml.typed(data)):
        assert each.places == {"a": (1, 1), "b": (2, 1)}
        assert each["b"].places == [(3, 5), (4, 5)]
        assert (each.where("b"), each.where("c"), each["b"].where(1)) == ((2, 1), (1, 1), (4, 5))
        assert strict_yaml.place_of(each["b"][1]) == (4, 5)


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("a: 1\na: 2", "a.yaml:2:1", "stands twice"),
        ("a: &x 1\nb: *x", "a.yaml:1:4", "anchors"),
        ("a: !!python/object/apply:os.system [x]", "a.yaml:1:4", "tag"),
        ("<<: {a: 1}", "a.yaml:1:1", "merge"),
        ("? [a]\n: b", "a.yaml:1:3", "plain text"),
        ("a: 1\n---\nb: 2", "a.yaml:2:1", "second document"),
        ("a: [1\nb: 2", "a.yaml:2:2", "not YAML"),
        ("a: b: c", "a.yaml:1:5", "quotes"),
        ("[" * 60 + "]" * 60, "a.yaml:1:52", "50 levels"),
        ("\ud800", "a.yaml:1:1", "not YAML"),
        ("\x07", "a.yaml:1:1", "not YAML"),
    ],
)
def test_what_is_refused_is_told_with_its_place(text: str, place: str, part: str) -> None:
    """Each fault names line, column and what would be right."""
    said = faults(text)
    assert said.startswith(f"{place}: ")
    assert part in said


def test_all_faults_are_told_at_once() -> None:
    """Two double keys are two lines."""
    assert faults("a: 1\na: 2\nb: 1\nb: 2").count("stands twice") == 2


@given(st.text(alphabet=st.sampled_from("ab:-?[]{}#&*!|>'\"%@` \n\t,~<.0"), max_size=60))
def test_any_text_is_data_or_an_error_of_ours(text: str) -> None:
    """Nothing but KnowledgeError comes of a text, and data holds texts, lists and mappings only."""
    try:
        data = strict_yaml.load(text, "a.yaml")
    except KnowledgeError as error:
        assert all(problem.line >= 1 for problem in error.problems)
    else:
        assert data is None or isinstance(data, strict_yaml.Text | strict_yaml.Mapping | strict_yaml.Sequence)


@pytest.mark.parametrize("unit", ["[", "{", "? ", "- ", ": ", "a: ", "\n", "'", '"', "#", "| ", "a\n", "- a\n", "{a: ", "? - "])
def test_hostile_texts_are_told_in_a_moment(unit: str) -> None:
    """What nests without end kills neither the process nor the patience."""
    begun = time.process_time()
    try:
        strict_yaml.load(unit * (400_000 // len(unit)), "a.yaml")
    except KnowledgeError as error:
        assert len(error.problems) < 10
    assert time.process_time() - begun < 5
