"""Articles that were checked before -> what was found in them: a story is checked again where one of its articles has changed."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import evolve, fields

from claimlint.checks.finding import Finding
from claimlint.claims.claim import Claim, Context, Topic, Voice
from claimlint.configuration.settings import Settings
from claimlint.documents.document import Dating, Document
from claimlint.guard import Guard
from claimlint.knowledge import cache
from claimlint.line import Claimlint
from claimlint.report import Report, Seen
from claimlint.topics.kinship import Kin
from claimlint.values.times.time import Time
from claimlint.values.value import Value

_Row = dict[str, Any]


class Recalling(Claimlint):
    """The checker of runs over the same articles, which `asked` names: what one finds is kept for the next.

    What is kept of a story holds for its articles as they are, the knowledge and the limits: with any other it is checked.
    """

    def __init__(
        self, settings: Settings, asked: Sequence[str], *, debug: bool = False, compiling: Callable[[], None] | None = None
    ) -> None:
        super().__init__(settings, debug=debug, compiling=compiling)
        known = cache.contents(self.source)
        self._key = ascii((known, self.settings.limits, *asked)) if known else None
        self._before: Mapping[str, _Row] = (cache.kept(self._key) if self._key else None) or {}
        self._now: dict[str, _Row] = {}

    def judge(self, documents: Sequence[Document]) -> Report:
        """Checks documents that are prepared, each story by itself. Raises UsageError where two have one name."""
        report = super().judge(documents)
        if self._key and self._now.keys() != self._before.keys():
            cache.keep(self._key, self._now)
        self._before, self._now = self._now, {}
        return report

    def story(self, documents: Sequence[Document], guard: Guard) -> tuple[list[Finding], list[Seen]]:
        """Gives what the rules find in a story: as it was kept, where none of its documents has changed."""
        key = _mark(documents)
        row = self._before.get(key)
        if row is None:
            problems, conflicts = len(guard.problems), guard.counts["conflicts"]
            found, seen = super().story(documents, guard)
            if len(guard.problems) > problems or any(each.limits for each in seen):
                return found, seen  # what is wrong is looked at as long as it is there
            self._now[key] = _row(found, seen, guard.counts["conflicts"] - conflicts)
            return found, seen
        self._now[key] = row
        guard.counts["conflicts"] += row["conflicts"]
        return self._recalled(row, documents)

    def _recalled(self, row: _Row, documents: Sequence[Document]) -> tuple[list[Finding], list[Seen]]:
        kin = Kin(row["later"], _frozen(row["copies"]))
        seen = [
            Seen(evolve(document, date=day and Dating(*day)), counts, (), kin)
            for document, (day, counts) in zip(documents, row["seen"], strict=True)
        ]
        by_path = {each.document.path: each.document for each in seen}
        found = [
            Finding(**{
                **finding, "explanation": tuple(finding["explanation"]),
                "claims": tuple(self._claim(by_path[claim["document"]], claim) for claim in finding["claims"]),
            })
            for finding in row["findings"]
        ]  # fmt: skip
        return found, seen

    def _claim(self, document: Document, told: Mapping[str, Any]) -> Claim:
        """A claim of which is known what a report may tell."""
        return Claim(
            document, told["start"], told["end"], _frozen(told["sentence"]), Value(*map(_frozen, told["value"])),
            Time(*told["time"]) if told["time"] else None, told["role"],
            lambda: Topic(self.extractor.measures.by_name.get(told["measure"])),
            lambda: Context(told["subject"], stance=told["stance"]), lambda: Voice(*told["voice"]), told["reckoned"],
        )  # fmt: skip


def _mark(documents: Sequence[Document]) -> str:
    """What is the same only where the documents of a story are, and where they stand in their files."""
    from hashlib import sha256

    return sha256(json.dumps(documents, default=_told).encode()).hexdigest()


def _row(found: Sequence[Finding], seen: Sequence[Seen], conflicts: int) -> _Row:
    """A story as plain data."""
    kin = seen[0].kin
    return {
        "findings": [{**_fields(finding), "claims": [_plain(claim) for claim in finding.claims]} for finding in found],
        "seen": [[each.document.date and _told(each.document.date), each.counts] for each in seen],
        "later": dict(kin.later), "copies": kin.copies, "conflicts": conflicts,
    }  # fmt: skip


def _plain(claim: Claim) -> _Row:
    """A claim as plain data."""
    return {
        "document": claim.document.path, "start": claim.start, "end": claim.end, "sentence": claim.sentence,
        "value": _told(claim.value), "time": claim.time, "role": claim.role, "measure": claim.measure and claim.measure.name,
        "subject": claim.subject, "stance": claim.stance, "voice": _told(claim.voice), "reckoned": claim.reckoned,
    }  # fmt: skip


def _told(noun: Any) -> list[Any]:
    """All that a noun holds, in the order of its fields."""
    return list(_fields(noun).values())


def _fields(noun: Any) -> _Row:
    return {field.name: getattr(noun, field.name) for field in fields(type(noun))}


def _frozen(plain: Any) -> Any:
    """Plain data with tuples for its lists, as nouns hold them."""
    return tuple(map(_frozen, plain)) if isinstance(plain, list | tuple) else plain
