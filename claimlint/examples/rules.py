"""A rule's own examples -> whether they hold: what should conflict does, what should agree does, what is missed still is."""

from collections.abc import Iterator, Sequence

from claimlint.checks.rules import Rule
from claimlint.configuration.settings import at_least
from claimlint.documents.document import Document
from claimlint.examples.outcome import Outcome
from claimlint.line import Claimlint


def outcomes(lint: Claimlint, rule: Rule) -> Iterator[Outcome]:
    """Tries the examples of a rule.

    A conflict must be found at the rule's own severity. An agreement must not be found as loud as that; a note beside
    it (a dispute, an update) is no contradiction. A missed one that is found should move to the conflicts.
    """
    for kind, examples in (("conflict", rule.conflict), ("agree", rule.agree), ("missed", rule.missed)):
        for number, example in enumerate(examples, 1):
            found = is_found(lint, rule, example)
            yield Outcome(rule.name, kind, number, "" if found == (kind == "conflict") else _WHY[kind])


def is_found(lint: Claimlint, rule: Rule, example: Sequence[str]) -> bool:
    """Whether the rule speaks on the articles of an example, as loud as it can."""
    documents = [document for number, text in enumerate(example, 1) for document in _read(lint, text, number)]
    report = lint.judge(documents)
    return any(finding.rule == rule.name and at_least(finding.severity, rule.severity) for finding in report.findings)


def _read(lint: Claimlint, text: str, number: int) -> Iterator[Document]:
    """The article that a text is: Markdown where it has front matter."""
    path = f"{number}.md" if text.startswith("---\n") else f"{number}.txt"
    return (each for each in lint.parse(text, path) if isinstance(each, Document))


_WHY = {
    "conflict": "the rule does not report it",
    "agree": "the rule reports it",
    "missed": "the rule reports it now; move it to `conflict`",
}
