"""The noun of a configuration."""

from typing import TYPE_CHECKING

from attrs import field

from claimlint.configuration.limits import Limits
from claimlint.nouns import frozen

if TYPE_CHECKING:
    from pathlib import Path

SEVERITIES = ("note", "warning", "error")


@frozen
class Settings:
    """What a user sets; a command line is laid over what a file says.

    `paths` are checked where the command line names none. `select` and `ignore` are names of rules. `fail_on` is the
    least severity that makes the exit status 1, `min_severity` the least that is shown (warning, unless `notes`).
    `inline_ignores` is whether what stands in articles may silence findings, `baseline` a file of findings that are known.
    `exclude` are gitignore patterns below `base`, the folder of the file. `rules` are folders of the user's knowledge.
    """

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    min_severity: str | None = None
    notes: bool = False
    inline_ignores: bool = True
    baseline: str = ""
    exclude: tuple[str, ...] = ()
    rules: "tuple[Path, ...]" = ()
    limits: Limits = field(factory=Limits)
    base: "Path | None" = None


def at_least(severity: str, least: str) -> bool:
    """Whether a severity reaches another."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(least)
