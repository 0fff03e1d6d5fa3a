"""Rules are listed, explained and tried, our own and a user's."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimlint.line import Claimlint
from claimlint.reports import page

Run = Callable[..., Any]
RULE = """\
summary: Two articles give lengths of one bridge that cannot both be true.
why: |
  A bridge has one length.
claims: {kind: [quantity]}
when: disjoint
severity: error
say: "{a.text} but {b.text}"
conflict:
  - ["BERN, June 1 (Wire) - The Falke bridge in Bern is 400 metres long.",
     "BERN, June 1 (Press) - The Falke bridge in Bern is 700 metres long."]
agree:
  - ["BERN, June 1 (Wire) - The Falke bridge in Bern is 400 metres long."]
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of rules, in which the test runs."""
    (tmp_path / "mine/checks").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "mine/checks"


def test_rules_are_listed(run: Run, lint: Claimlint) -> None:
    """A line a rule, by name, with how loud it is."""
    lines = run("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(rule.name for rule in lint.rules)
    assert all(line.split()[1] in ("error", "warning", "note") for line in lines)


def test_every_rule_has_its_page(run: Run, lint: Claimlint) -> None:
    """Always the same headings, with the examples, made from the file."""
    assert run("explain", lint.rules[0].name).out == page.render(lint.rules[0], lint.rule_files[lint.rules[0].name])
    for rule in lint.rules:
        text = page.render(rule, lint.rule_files[rule.name])
        assert text.startswith(f"# {rule.name}\n")
        assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == list(page.HEADINGS)
        assert rule.summary in text
        assert f"checks/{rule.name}.yaml" in text


def test_the_examples_of_a_users_rules_are_tried(run: Run, own: Path) -> None:
    """Those that do not hold are named with their file, and the status is 1."""
    (own / "lengths-differ.yaml").write_text(RULE.replace("[quantity]", "[rank]"), encoding="utf-8")
    done = run("test-rules", "mine")
    assert (
        done.out
        == "mine/checks/lengths-differ.yaml:9:5: conflict 1: the rule does not report it\n1 rule, 2 examples: 1 do not hold\n"
    )
    assert done.status == 1


def test_a_missed_example_that_is_found_must_move(run: Run, own: Path) -> None:
    """What is missed is written down, and turns red the day it works."""
    text = RULE.replace("claims: {kind: [quantity]}", "claims: {measure: [range]}").replace(
        "conflict:\n", 'conflict:\n  - "OSLO, May 3"\nmissed:\n'
    )
    (own / "lengths-differ.yaml").write_text(text, encoding="utf-8")
    assert "conflict 1: the rule does not report it" in run("test-rules", "mine").out
    assert "missed" not in run("test-rules", "mine").out
    kestrel = "OSLO, May 3 (W) - The Kestrel missile has a range of {} km."
    text = RULE.replace("{kind: [quantity]}", "{measure: [weight of missile]}")
    text = text.replace("agree:", f'missed:\n  - ["{kestrel.format(480)}", "{kestrel.format(620)}"]\nagree:')
    (own / "lengths-differ.yaml").write_text(text, encoding="utf-8")
    assert "missed 1" not in run("test-rules", "mine").out


def test_all_faults_of_a_users_rule_are_told_at_once(run: Run, own: Path) -> None:
    """Each with file, line and what would be right; nothing is checked with half the rules."""
    text = RULE.replace("when: disjoint", "when: disjont").replace("severity: error", "severity: loud").replace("say:", "sey:")
    (own / "lengths-differ.yaml").write_text(text, encoding="utf-8")
    (own / "Bad name.yaml").write_text("a: [", encoding="utf-8")
    done = run("test-rules", "mine")
    assert done.status == 2
    said = done.err
    assert "mine/checks/lengths-differ.yaml:5:1: " in said
    assert "disjoint is meant?" in said
    assert "mine/checks/lengths-differ.yaml:6:1: " in said
    assert "say is meant?" in said
    assert "mine/checks/Bad name.yaml:" in said
    assert all(len(line) <= 200 for line in said.splitlines())


def test_a_folder_of_rules_must_be_one(run: Run, own: Path) -> None:
    """A folder without checks/ is told from one with nothing wrong."""
    assert run("test-rules", own).status == 2


KNOWLEDGE = {
    "measures": """\
measures:
  deck height:
    value: quantity
    dimension: length
    of: place
    cues: ["deck|floor stands {value} above"]
    binds: ["The deck stands «30 metres» above the river.", "The deck is «30 metres» wide.", "The deck stands above «it»."]
    leaves: ["The floor stands «40 metres» above the road.", "The bridge is «400 metres» long."]
""",
    "names": """\
kind: place
names:
  falke: {names: [Falke bridge, Falkensteg]}
reads:
  - {text: "They closed the Falkensteg.", name: falke}
  - {text: "They closed the Birkensteg.", name: falke}
leaves: ["A falcon.", "The Falke bridge was shut."]
""",
    "facts": """\
facts:
  falke:
    deck height: {value: 30 metres, source: the plans}
conflict: ["On the Falke bridge the deck stands 50 metres above the river.", "The Falke bridge was shut."]
agree: ["On the Falke bridge the deck stands 30 metres above the river.",
        "On the Falke bridge the deck stands 60 metres above the river."]
""",
    "clauses": """\
clauses:
  closing:
    title: for how long a bridge is closed
    object: [subject]
    find: ["closed for {value:duration}"]
    reads:
      - {text: "The bridge shall be closed for 30 days.", value: 30 day}
      - {text: "The bridge shall be closed for 30 days.", value: 40 day}
    leaves: ["The bridge is green.", "The bridge shall be closed for 30 days."]
""",
}
WRONG = [
    "mine/clauses/a.yaml:8:9: reads 2: value is '30 day'",
    "mine/clauses/a.yaml:9:38: leaves 2: it is read as this kind",
    "mine/facts/a.yaml:4:78: conflict 2: no fact denies it",
    "mine/facts/a.yaml:6:9: agree 2: a fact denies it",
    "mine/measures/a.yaml:7:61: binds 2: the value is told as width",
    "mine/measures/a.yaml:7:94: binds 3: no value is read where it is marked",
    "mine/measures/a.yaml:8:14: leaves 1: the value is told as this measure",
    "mine/names/a.yaml:6:5: reads 2: falke is not found, nor any other",
    "mine/names/a.yaml:7:23: leaves 2: falke is found",
]


def test_the_examples_of_a_users_knowledge_are_tried(run: Run, own: Path) -> None:
    """Measures, names, facts and clauses carry theirs; each that does not hold is told with its place and why."""
    for folder, text in KNOWLEDGE.items():
        (own.parent / folder).mkdir()
        (own.parent / folder / "a.yaml").write_text(text, encoding="utf-8")
    done = run("test-rules", "mine")
    assert done.out.splitlines() == [*WRONG, "1 clause, 1 fact, 1 measure, 1 name, 17 examples: 9 do not hold"]
    assert done.status == 1


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("mine/measures/a.yaml", "measures:\n  fee: {valeu: money}\n", "2:8: the key value is missing in fee; write value: age"),
        ("mine/mesures/a.yaml", "measures: {}\n", "1:1: in mesures/ nothing is read; measures is meant?"),
        ("mine/checks/ages-differ.yaml", RULE, "1:1: a rule ages-differ stands in checks/ages-differ.yaml too; "),
    ],
)
def test_a_fault_of_a_users_file_is_told_with_its_place(run: Run, own: Path, path: str, text: str, said: str) -> None:
    """File, line, column, what, and what would be right; the status is 2."""
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    Path("claimlint.toml").write_text('rules = ["mine"]\n', encoding="utf-8")
    done = run("rules")
    assert done.status == 2
    assert done.err.startswith(f"{path}:{said}"), done.err
