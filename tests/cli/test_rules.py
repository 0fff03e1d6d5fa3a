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
        == "mine/checks/lengths-differ.yaml: conflict 1: the rule does not report it\n1 rule, 2 examples: 1 do not hold\n"
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
