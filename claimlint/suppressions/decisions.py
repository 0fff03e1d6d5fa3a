"""What reviewers decided on the page of a report -> the baseline that follows from it."""

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from claimlint.configuration.limits import Limits
from claimlint.errors import KnowledgeError, Problem
from claimlint.nouns import frozen
from claimlint.suppressions.baseline import Known, table, text

TOOL = "claimlint decisions"
DECISIONS = ("accept", "dismiss", "ask")


@frozen
class Decision:
    """What a reviewer decided on a finding.

    "accept": the articles are to be corrected. "dismiss": no mistake, not to be told again. "ask": open.
    """

    fingerprint: str
    rule: str
    message: str
    decision: str
    note: str = ""
    initials: str = ""


def load(path: str, limits: Limits) -> list[Decision]:
    """Gives what stands in a file of decisions. Raises UnreadableError, KnowledgeError."""
    remedy = "save it from the page that `--report html=FILE` writes"
    found = []
    for number, row in enumerate(table(path, limits, TOOL, "decisions", remedy), 1):
        told = [text(row, key, path, number) for key in ("fingerprint", "rule", "message", "decision", "note", "initials")]
        if not told[0] or told[3] not in DECISIONS:
            said = f'row {number}: a decision has a "fingerprint", and is one of {", ".join(DECISIONS)}'
            raise KnowledgeError([Problem(path, 0, 0, said)])
        found.append(Decision(*told))
    return found


def applied(decisions: Sequence[Decision], before: Sequence[Known]) -> list[Known]:
    """Gives a baseline with what is dismissed, and without what is accepted or asked; all else is as before.

    A finding that was dismissed in two places is known twice.
    """
    dismissed = Counter(each.fingerprint for each in decisions if each.decision == "dismiss")
    reopened = {each.fingerprint for each in decisions if each.decision != "dismiss"} - dismissed.keys()
    known = {each.fingerprint: each for each in before if each.fingerprint not in reopened}
    for each in decisions:
        if each.decision == "dismiss":
            old = known.get(each.fingerprint, Known(each.fingerprint, each.rule, each.message))
            count = max(old.count, dismissed[each.fingerprint])
            known[each.fingerprint] = evolve(old, count=count, reason=each.note or old.reason, by=each.initials or old.by)
    return [known[key] for key in sorted(known)]


def counts(decisions: Sequence[Decision]) -> dict[str, int]:
    """Gives how often each decision was taken."""
    return {name: sum(each.decision == name for each in decisions) for name in DECISIONS}
