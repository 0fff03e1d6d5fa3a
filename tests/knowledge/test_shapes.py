"""What a file holds otherwise than its folder wants is told with its place, and with what would be right."""

import pytest

from claimlint.errors import KnowledgeError
from claimlint.knowledge import shapes


def faults(text: str, path: str) -> list[str]:
    """What is wrong with a file."""
    with pytest.raises(KnowledgeError) as error:
        shapes.read(text, path)
    return str(error.value).splitlines()


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("mine/measures/a.yaml", "measures:\n  span:\n    valeu: count\n",
         ["3:5: the key valeu is not read here; value is meant?; known are binds,", "3:5: the key value is missing in span; write value: age"]),
        ("mine/measures/a.yaml", "measures:\n  span: {value: lenght}\n", ["2:10: value: 'lenght' is not known; "]),
        ("mine/measures/a.yaml", "measures:\n  span:\n    value: count\n    cues: a bridge of {value}\n",
         ['4:5: cues must be a list, as in ["...", ...]']),
        ("mine/measures/a.yaml", "measures: [span]\n", ["1:1: measures must be a mapping, as in {name: {value: age, ...}}"]),
        ("mine/measures/a.yaml", "measures:\n  span: {value: count, exact: yes}\n", ["2:24: exact: 'yes' is a text and must be true or false"]),
        ("mine/measures/a.yaml", "measures:\n  span: {value: count, not: [no, 12]}\n",
         ['2:34: not, item 2: \'12\' is a number and must be a text; put it in quotes: "12"']),
        ("mine/names/a.yaml", "kind: place\nnames:\n  falke: [Falke]\n", ['3:3: falke must be a mapping, as in {names: ["...", ...], ...}']),
        ("mine/names/a.yaml", "kind: place\nnames:\n  falke:\n    names:\n      -\n", ["5:8: names, item 1: '' is nothing and must be a text"]),
        ("mine/facts/a.yaml", "facts:\n  falke:\n    length: {value: 400 metres}\n",
         ['3:13: the key source is missing in length; write source: "..."']),
        ("mine/facts/a.yaml", "fact: {}\n", ["1:1: the key fact is not read here; facts is meant?; known are about, agree, conflict, facts"]),
        ("mine/words/a.yaml", "verbs:\n  - raise\n", ['1:1: verbs must be a mapping, as in {name: ["...", ...]}']),
        ("mine/clauses/a.yaml", "clauses:\n  toll:\n    title: t\n    object: [counted]\n", ["3:5: the key reads is missing in toll; write reads: "]),
        ("mine/boilerplate/a.yaml", "just a text\n", ["1:1: the file must be a mapping, as in {about:"]),
        ("mine/boilerplate/a.yaml", "", ["1:1: the file must be a mapping"]),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_remedy(path: str, text: str, said: list[str]) -> None:
    """All of a file's at once."""
    found = faults(text, path)
    assert len(found) == len(said)
    for line, part in zip(found, said, strict=True):
        assert line.startswith(f"{path}:{part}"), line


@pytest.mark.parametrize("path", ["mine/mesures/a.yaml", "mine/a.yaml", "mine/checks/bridges/a.yaml"])
def test_a_file_that_stands_nowhere_is_told(path: str) -> None:
    """What would be read by nobody is not passed over in silence."""
    with pytest.raises(KnowledgeError, match="nothing is read.*put it into one of checks, measures, names"):
        shapes.placed({path: ""})


def test_what_is_asked_for_by_name_and_missing_is_told() -> None:
    """However deep it stands; what is asked for with a default may be missing."""
    whole = shapes.Whole({"a": {"b": 1}}, "words/a.yaml")
    assert whole["a"]["b"] == 1
    assert whole["a"].get("c", 2) == 2
    with pytest.raises(KnowledgeError, match="words/a.yaml:1:1: the key c is missing; known are b"):
        whole["a"]["c"]
    with pytest.raises(KnowledgeError, match="one of x.yaml has it"):
        shapes.only({"x.yaml": {}}, "key")
