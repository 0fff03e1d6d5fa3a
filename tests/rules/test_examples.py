"""Every rule keeps to the examples that its own file gives."""

import pytest

from claimlint.examples.outcome import Outcome
from claimlint.examples.rules import outcomes
from claimlint.line import Claimlint

_SHAPE = Claimlint()
EXAMPLES = [
    (rule.name, kind, number)
    for rule in _SHAPE.rules
    for kind in ("conflict", "agree", "missed")
    for number in range(len(getattr(rule, kind)))
]


@pytest.fixture(scope="module")
def found(lint: Claimlint) -> dict[tuple[str, str, int], Outcome]:
    """What came of every example."""
    tried = [outcome for rule in lint.rules for outcome in outcomes(lint, rule)]
    return {(outcome.of, outcome.kind, outcome.number - 1): outcome for outcome in tried}


@pytest.mark.parametrize(("rule", "kind", "number"), EXAMPLES, ids=str)
def test_the_example_holds(found: dict[tuple[str, str, int], Outcome], rule: str, kind: str, number: int) -> None:
    """A conflict is reported, an agreement is not, and what is missed is still missed."""
    outcome = found[rule, kind, number]
    assert outcome.holds, f"{kind} {number + 1}: {outcome.why}"


@pytest.mark.parametrize("rule", _SHAPE.rules, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_finds_and_why(rule: object) -> None:
    """A summary in a sentence, a reason, and examples: of what it finds, and two or more look-alikes that it must not."""
    assert rule.summary.endswith(".")
    assert rule.why.strip().endswith(".")
    assert rule.conflict
    assert len(rule.agree) >= 2
