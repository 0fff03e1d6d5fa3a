"""claimlint test-rules: the examples that the rules carry -> whether they hold."""

from pathlib import Path

import click
from attrs import evolve

from claimlint.cli import options, output
from claimlint.errors import UsageError
from claimlint.examples import Outcome, outcomes
from claimlint.reports.closing import count
from claimlint.reports.escape import visible


@click.command()
@click.argument("folder", required=False)
@options.config
@options.debug
def test_rules(folder: str | None, config: str | None) -> int:
    """Try the examples of every rule, or of the rules in FOLDER, and print those that do not hold."""
    settings = options.settings(config)
    own = Path(folder) if folder is not None else None
    if own is not None and not (own / "checks").is_dir():
        raise UsageError(f"{folder}: no rules; name a folder with checks/ in it")
    if own is not None and own.resolve() not in {place.resolve() for place in settings.rules}:
        settings = evolve(settings, rules=(*settings.rules, own))
    lint = options.checker(settings)
    tried = [rule for rule in lint.rules if own is None or _is_below(lint.rule_files[rule.name], own)]
    found = [outcome for rule in tried for outcome in outcomes(lint, rule)]
    failed = [outcome for outcome in found if not outcome.holds]
    lines = [f"{visible(lint.rule_files[outcome.rule])}: {_said(outcome)}" for outcome in failed]
    verdict = f"{len(failed)} do not hold" if failed else "all hold"
    lines.append(f"{count(len(tried), 'rule')}, {count(len(found), 'example')}: {verdict}")
    output.show("".join(f"{line}\n" for line in lines))
    return int(bool(failed))


def _said(outcome: Outcome) -> str:
    return f"{outcome.kind} {outcome.number}: {outcome.why}"


def _is_below(path: str, folder: Path) -> bool:
    return Path(path).resolve().is_relative_to(folder.resolve())
