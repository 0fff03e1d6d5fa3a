"""The noun at the end of the line: what a run found, and what became of every path."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field

from claimlint.configuration.settings import SEVERITIES, Settings, at_least
from claimlint.documents.discover import Fate
from claimlint.documents.document import Document
from claimlint.errors import Problem
from claimlint.nouns import frozen
from claimlint.topics.kinship import NONE, Kin

if TYPE_CHECKING:
    from claimlint.checks.finding import Finding

FATES = ("checked", "failed", "skipped")


@frozen
class Suppressed:
    """A finding that is not told, and what silences it.

    `by` is "comment" or "front matter" (of the article that `path` to `column` name) or "baseline".
    """

    finding: "Finding"
    by: str
    reason: str = ""
    path: str = ""
    line: int = 0
    column: int = 0


@frozen
class Heeded:
    """What became of an ignore that stands in an article.

    `state` is "used", "unused", "expired", "forbidden" or "wrong"; `said` is what is wrong with it.
    """

    path: str
    line: int
    column: int
    rules: tuple[str, ...]
    until: str
    reason: str
    state: str
    said: str = ""


@frozen
class Seen:
    """A document, how much was seen in it, what of it is over a limit, and what the articles of its story are to each other."""

    document: Document
    counts: dict[str, int]
    limits: tuple[Problem, ...]
    kin: Kin = NONE


@frozen
class Report:
    """What a run found.

    `fates` holds every path that was met, once. `unchecked` names what was met and could not be checked, `limits`
    what was read otherwise than it stands because it is over a limit. `counts` are of the whole run. `suppressed` are
    findings that an article or a baseline silences, `ignores` every ignore that stands in an article, `stale` how many
    findings of the baseline were not found any more. `later` holds the paths of articles that a later version supersedes, each
    with that of the latest; `copies` are the paths of articles that carry one text, group by group.
    """

    findings: "tuple[Finding, ...]"
    documents: tuple[Document, ...]
    fates: tuple[Fate, ...] = ()
    unchecked: tuple[Problem, ...] = ()
    limits: tuple[Problem, ...] = ()
    counts: dict[str, int] = field(factory=dict)
    per_document: dict[str, dict[str, int]] = field(factory=dict)
    suppressed: tuple[Suppressed, ...] = ()
    ignores: tuple[Heeded, ...] = ()
    stale: int = 0
    later: dict[str, str] = field(factory=dict)
    copies: tuple[tuple[str, ...], ...] = ()

    @property
    def incomplete(self) -> bool:
        """Whether something that was to be checked was not."""
        return bool(self.unchecked) or any(fate.fate == "failed" for fate in self.fates)

    @property
    def unread(self) -> tuple[Problem, ...]:
        """What was to be checked and was not, each once."""
        told = {problem.path for problem in self.unchecked} | {problem.path.partition("#")[0] for problem in self.unchecked}
        failed = (fate for fate in self.fates if fate.fate == "failed" and fate.path not in told)
        return (*(Problem(fate.path, fate.line, fate.column, fate.reason) for fate in failed), *self.unchecked)

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

    def selected(self, settings: Settings, meant: Callable[[Document], bool] | None = None) -> "Report":
        """The report with the findings of the rules that are asked for, of those that touch an article that is meant.

        What several of the rules say of the same figures is told once.
        """

        def wanted(finding: "Finding") -> bool:
            if finding.rule in settings.ignore or (settings.select and finding.rule not in settings.select):
                return False
            return meant is None or any(meant(claim.document) for claim in finding.claims)

        found = self._where(wanted)
        return evolve(found, findings=_once(found.findings))

    def shown(self, least: str) -> "Report":
        """The report with the findings that reach a severity."""
        return self._where(lambda finding: at_least(finding.severity, least))

    def _where(self, wanted: "Callable[[Finding], bool]") -> "Report":
        silent = tuple(each for each in self.suppressed if wanted(each.finding))
        return evolve(self, findings=tuple(filter(wanted, self.findings)), suppressed=silent)


def _once(findings: "Sequence[Finding]") -> "tuple[Finding, ...]":
    """The findings in their order; of those in one article that share two figures, or all, the gravest, of most figures."""
    told: dict[str, list[set[int]]] = {}
    kept: set[int] = set()
    for finding in sorted(findings, key=lambda each: (-SEVERITIES.index(each.severity), -len(each.claims), each.order)):
        paths = {claim.document.path for claim in finding.claims}
        starts = {claim.start for claim in finding.claims}
        others = told.setdefault(min(paths), []) if len(paths) == 1 else []
        if not any(len(starts & other) >= min(2, len(starts), len(other)) for other in others):
            others.append(starts)
            kept.add(id(finding))
    return tuple(finding for finding in findings if id(finding) in kept)
