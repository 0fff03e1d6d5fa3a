"""The seeds with one figure changed: what no longer fits is reported, and the same in other words or units is not."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.checks.finding import Finding
from claimlint.documents.document import Document
from claimlint.knowledge import strict_yaml
from claimlint.line import Claimlint

_EDITS = strict_yaml.typed(strict_yaml.load((Path(__file__).parent / "edits.yaml").read_text("utf-8"), "edits.yaml"))
REPORTED = _EDITS["reported"]
SILENT = _EDITS["silent"]
MISSED = _EDITS["missed"]
_ENOUGH = 25

Edited = Callable[[int, str, str], tuple[str, tuple[int, int], list[Finding]]]


class Seeds:
    """The seeds, the checker, and what it says aloud about them as they are."""

    def __init__(self, lint: Claimlint, texts: dict[str, str]) -> None:
        self.lint, self.texts, self.loud = lint, texts, loud(lint, texts)

    def edited(self, number: int, old: str, new: str) -> tuple[str, tuple[int, int], list[Finding]]:
        """The article that was edited, where the new words stand in it, and what is loud then."""
        path = next(name for name in self.texts if name.startswith(f"{number}-"))
        text = self.texts[path]
        assert text.count(old) == 1, f"{path} has {text.count(old)} times {old!r}"
        start = text.index(old)
        return path, (start, start + len(new)), loud(self.lint, {**self.texts, path: text.replace(old, new)})


def loud(lint: Claimlint, texts: dict[str, str]) -> list[Finding]:
    """The loud findings on some articles."""
    report = lint.judge([lint.prepared(Document(path, text)) for path, text in texts.items()])
    assert not report.incomplete
    return [finding for finding in report.findings if finding.severity != "note"]


def places(findings: list[Finding]) -> Counter[tuple[str, tuple[str, ...]]]:
    """Which rules spoke about which articles."""
    return Counter((finding.rule, tuple(sorted({claim.document.path for claim in finding.claims}))) for finding in findings)


@pytest.fixture(scope="module")
def articles(lint: Claimlint, seeds: Path) -> Seeds:
    """The seeds as they are."""
    texts = {path.name: path.read_text("utf-8") for path in sorted(seeds.iterdir())}
    return Seeds(lint, texts)


def test_there_are_enough_edits() -> None:
    """Twenty-five that must be reported and twenty-five that must not, each once."""
    assert len({tuple(sorted(edit.items())) for edit in REPORTED}) == len(REPORTED) >= _ENOUGH
    assert len({tuple(sorted(edit.items())) for edit in SILENT}) == len(SILENT) >= _ENOUGH


@pytest.mark.parametrize("edit", REPORTED, ids=lambda edit: f"{edit['in']} {edit['to']}")
def test_a_changed_figure_is_reported(articles: Seeds, edit: dict[str, str]) -> None:
    """The edited place stands in a loud finding that was not there, with the figure that it contradicts."""
    path, (start, end), found = articles.edited(int(edit["in"]), edit["from"], edit["to"])
    before = {finding.message for finding in articles.loud}
    against = str(edit["against"])
    for finding in found:
        touched = [claim for claim in finding.claims if claim.document.path == path and start <= claim.start < end]
        others = [claim.text for claim in finding.claims if claim not in touched[:1]]
        if touched and finding.message not in before and (not against or against in others):
            return
    pytest.fail("\n".join(finding.message for finding in found))


@pytest.mark.parametrize("edit", SILENT, ids=lambda edit: f"{edit['in']} {edit['to']}")
def test_the_same_in_other_words_is_silent(articles: Seeds, edit: dict[str, str]) -> None:
    """Nothing loud comes or goes."""
    _, _, found = articles.edited(int(edit["in"]), edit["from"], edit["to"])
    assert places(found) == places(articles.loud), [finding.message for finding in found]


@pytest.mark.parametrize("edit", MISSED, ids=lambda edit: f"{edit['in']} {edit['to']}")
def test_what_is_missed_is_at_least_no_false_alarm(articles: Seeds, edit: dict[str, str]) -> None:
    """An edit that is not understood brings no loud finding of something else."""
    path, (start, end), found = articles.edited(int(edit["in"]), edit["from"], edit["to"])
    known = {(other.rule, other.claims[-1].text) for other in articles.loud}
    new = [finding for finding in found if (finding.rule, finding.claims[-1].text) not in known]
    assert all(any(c.document.path == path and start <= c.start < end for c in finding.claims) for finding in new)


# Lengths and times of the seeds: the words, the number and the unit that stand there, and the article.
MEASURED = [
    (2, "less than 480 km", "less than {}", 480, "km"),
    (4, "480 kilometers (300 miles)", "{}", 480, "km"),
    (2, "the 500 km limit", "the {} limit", 500, "km"),
    (2, "less than an hour", "less than {}", 60, "min"),
    (3, "more than two hours", "more than {}", 120, "min"),
]
UNITS = {
    "km": {
        "km": 1.0, "kilometers": 1.0, "kilometres": 1.0, "m": 1000.0, "meters": 1000.0, "metres": 1000.0, "miles": 0.621371192,
        "yards": 1093.6133, "feet": 3280.8399, "nautical miles": 0.539956803,
    },
    "min": {"minutes": 1.0, "seconds": 60.0, "hours": 1 / 60},
}  # fmt: skip


def written(number: float, digits: int, *, commas: bool) -> str:
    """A number as a newsroom writes it, with so many digits behind the point at most."""
    text = f"{number:,.{digits}f}" if commas else f"{number:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


CONVERTED = [
    (number, old, template, stated, unit, factor)
    for number, old, template, stated, base in MEASURED
    for unit, factor in UNITS[base].items()
]


@settings(max_examples=30)
@given(st.sampled_from(CONVERTED), st.integers(0, 2), st.booleans())
def test_another_unit_is_silent(
    articles: Seeds, converted: tuple[int, str, str, float, str, float], digits: int, commas: bool
) -> None:
    """A length or a time that is converted exactly enough changes nothing that is loud."""
    number, old, template, stated, unit, factor = converted
    in_hours = unit == "hours"
    new = template.format(f"{written(stated * factor, 0 if in_hours else digits, commas=commas)} {unit}")
    _, _, found = articles.edited(number, old, new)
    now, before = places(found), places(articles.loud)
    if "480" in old and factor % 1:  # rounded, a bound need not meet its own limit
        now, before = (Counter({key: n for key, n in each.items() if key[0] != "bound-at-own-limit"}) for each in (now, before))
    assert now == before, [finding.message for finding in found]
