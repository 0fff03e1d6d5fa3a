"""The noun of rendering: a report, and what its formats need to tell it."""

from typing import TYPE_CHECKING

from attrs import field

from claimlint.configuration.limits import Limits
from claimlint.configuration.settings import SEVERITIES
from claimlint.nouns import frozen
from claimlint.report import Report
from claimlint.reports.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimlint.checks.rules import Rule
    from claimlint.values.units import Units


@frozen
class View:
    """A report to be shown.

    Asked for them, `units` gives the units, `rules` those that may have spoken, by name, and `titles` what entities are called.
    """

    report: Report
    units: "Callable[[], Units]" = field(repr=False)
    rules: "Callable[[], Mapping[str, Rule]]" = field(default=dict, repr=False)
    limits: Limits = field(factory=Limits)
    style: Style = field(factory=Style)
    titles: "Callable[[], Mapping[str, str]]" = field(default=dict, repr=False)


def worse(severity: str) -> int:
    """Gives where a severity stands in a list that begins with the worst."""
    return -SEVERITIES.index(severity)
