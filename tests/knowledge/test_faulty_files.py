"""A fault of a user's file is told as file, line, column, what, and what would be right."""

import pytest
from pieces import KINDS, MEASURES, RULES, compiler, read

from claimlint.checks import reference, rule_files
from claimlint.errors import KnowledgeError
from claimlint.knowledge import shapes
from claimlint.line import Claimlint

RULE = """\
summary: Two articles give fees that cannot both be true.
why: There is one fee.
claims: {kind: [quantity]}
when: disjoint
severity: error
say: "{a.text} but {b.text}"
conflict: ["a"]
agree: ["b"]
"""


def made(path: str, text: str, lint: Claimlint) -> object:
    """What is made of a file of a user, beside ours."""
    folder = shapes.folder_of(path)
    if folder == "checks":
        return rule_files.build({path: text}, compiler(), MEASURES)
    if folder == "facts":
        return reference.build({path: read(text, path)}, lint.extractor.measures.by_name.keys(), lint.reader)
    make, beside = KINDS[folder]
    return make({**{name: read(RULES[name], name) for name in beside}, path: read(text, path)})


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("measures", "measures:\n  fee:\n    value: money\n    cues: ['fee of {vlaue}']\n", "4:12: measure fee: "),
        ("measures", "measures:\n  fee:\n    value: money\n    cues: ['fee of money']\n", '4:12: measure fee: the cue "fee of money" must have {value} once'),
        ("measures", "measures:\n  fee:\n    value: money\n    not: ['+nobody']\n", "4:5: measure fee: not: no word list is called nobody"),
        ("measures", "measures:\n  fee:\n    value: quantity\n", "3:5: measure fee: of a quantity say what it is of: dimension: length"),
        ("measures", "measures:\n  fee:\n    value: quantity\n    dimension: lenght\n", "4:5: measure fee: no dimension is called lenght; length is meant?"),
        ("measures", "measures:\n  fee:\n    value: money\n    families: [amuont]\n", "4:5: measure fee: no family is called amuont; amount is meant?"),
        ("measures", "measures:\n  fee:\n    value: money\n    binds: ['A fee of $5.']\n", "4:13: measure fee: mark the value «so» in: A fee"),
        ("measures", "measures:\n  fee:\n    value: money\n    since: fees\n", "4:5: measure fee: since: no measure is called fees; fee is meant?"),
        ("names", "names:\n  falke: {names: [Falke]}\n", "1:1: say of what kind the names are: kind: organization"),
        ("facts", "facts:\n  inf:\n    signing day: {value: today, source: a}\n", "3:5: inf: no measure is called signing day; signing date is meant?"),
        ("facts", "facts:\n  inf:\n    signing date:\n      - {value: nonsense, source: a}\n", "4:10: inf: no value is read in 'nonsense'"),
        ("clauses", "words:\n  praties: [parties]\n", "2:3: no list of words is called praties; parties is meant?"),
        ("clauses", "clauses:\n  toll:\n    title: a\n    object: [cuonted]\n    reads: []\n", "4:14: clause toll: object: cuonted is not known; counted is meant?"),
        ("boilerplate", "furniture:\n  whole:\n    - read also\n    - '(more'\n", "4:7: '(more' is no pattern"),
        ("words", "guards: ['+nobody says']\n", "1:10: no word list is called nobody"),
        ("checks", RULE.replace("{kind: [quantity]}", "{measure: [ragne]}"), "3:10: claims: no measure is called ragne; range is meant?"),
        ("checks", RULE.replace("{kind: [quantity]}", "{sort: [quantity]}"), "3:10: the key sort is not read here; known are kind, measure"),
        ("checks", RULE.replace("{b.text}", "{b.txt}"), "6:1: say: b.txt cannot be told here; b.text is meant?"),
        ("checks", RULE.replace("{b.text}", "{b.text"), "6:1: say: a brace without its other cannot be told here"),
        ("checks", RULE.replace("agree:", "agre:"), "1:1: the key agree is missing; write agree: "),
        ("checks", RULE.replace("severity: error", "severity: fatal"), "5:1: severity: 'fatal' is not known; known are error, warning, note"),
        ("checks", RULE.replace('conflict: ["a"]', "conflict: a"), '7:1: conflict must be a list, as in ["...", ...]'),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_remedy(lint: Claimlint, path: str, text: str, said: str) -> None:
    """Whichever part of the line finds it."""
    where = f"mine/{path}/fees-differ.yaml"
    with pytest.raises(KnowledgeError) as error:
        made(where, text, lint)
    assert str(error.value).startswith(f"{where}:{said}")
