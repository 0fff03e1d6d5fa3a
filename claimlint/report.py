"""The noun at the end of the line: what a run found, and what became of every path."""

import os
from collections import Counter
from collections.abc import Callable, Collection

from attrs import evolve, field, frozen

from claimlint.checks.finding import Finding
from claimlint.configuration.settings import Settings, at_least
from claimlint.documents.discover import Fate
from claimlint.documents.document import Document
from claimlint.errors import Problem

FATES = ("checked", "failed", "skipped")


@frozen
class Report:
    """What a run found.

    `fates` holds every path that was met, once. `unchecked` names what was met and could not be checked, `limits`
    what was read otherwise than it stands because it is over a limit. `counts` are of the whole run.
    """

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    fates: tuple[Fate, ...] = ()
    unchecked: tuple[Problem, ...] = ()
    limits: tuple[Problem, ...] = ()
    counts: dict[str, int] = field(factory=dict)
    per_document: dict[str, dict[str, int]] = field(factory=dict)

    @property
    def incomplete(self) -> bool:
        """Whether something that was to be checked was not."""
        return bool(self.unchecked) or any(fate.fate == "failed" for fate in self.fates)

    @property
    def sums(self) -> dict[str, int]:
        """How many paths were checked, failed and skipped: all that were met."""
        return {name: sum(fate.fate == name for fate in self.fates) for name in FATES}

    @property
    def reasons(self) -> dict[str, int]:
        """How many paths were skipped for each reason."""
        return dict(sorted(Counter(fate.reason for fate in self.fates if fate.fate == "skipped").items()))

    def fails(self, least: str) -> bool:
        """Whether a finding reaches a severity."""
        return any(at_least(finding.severity, least) for finding in self.findings)

    def selected(self, settings: Settings, focus: Collection[str] | None = None) -> "Report":
        """The report with the findings of the rules that are asked for; where there is a focus, those that touch its files.

        A focus holds absolute paths.
        """

        def wanted(finding: Finding) -> bool:
            if finding.rule in settings.ignore or (settings.select and finding.rule not in settings.select):
                return False
            return focus is None or any(os.path.abspath(claim.document.file) in focus for claim in finding.claims)

        return self._where(wanted)

    def shown(self, least: str) -> "Report":
        """The report with the findings that reach a severity."""
        return self._where(lambda finding: at_least(finding.severity, least))

    def _where(self, wanted: Callable[[Finding], bool]) -> "Report":
        return evolve(self, findings=tuple(filter(wanted, self.findings)))
