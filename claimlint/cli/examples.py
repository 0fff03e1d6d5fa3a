"""claimlint test-rules: the examples that rules, measures, names and facts carry -> whether they hold."""

from collections import Counter
from pathlib import Path

import click
from attrs import evolve

from claimlint.cli import options, output, start
from claimlint.errors import UsageError
from claimlint.examples import files
from claimlint.examples.outcome import Outcome
from claimlint.knowledge import shapes
from claimlint.reports.closing import count
from claimlint.reports.escape import visible


@click.command()
@click.argument("folder", required=False)
@options.config
@options.debug
def test_rules(folder: str | None, config: str | None) -> int:
    """Try the examples of every rule, measure, name and fact, or of those in FOLDER, and print those that do not hold."""
    settings = start.settings(config)
    own = Path(folder) if folder is not None else None
    if own is not None and not any((own / name).is_dir() for name in shapes.FOLDERS):
        raise UsageError(f"{folder}: no rules; name a folder with {', '.join(f'{name}/' for name in shapes.FOLDERS)} in it")
    if own is not None and own.resolve() not in {place.resolve() for place in settings.rules}:
        settings = evolve(settings, rules=(*settings.rules, own))
    lint = options.checker(settings)
    tried = {path: text for path, text in lint.rule_texts.items() if own is None or _is_below(path, own)}
    things: Counter[str] = Counter({"rule": 0})
    found = list(files.outcomes(lint, tried, things))
    failed = [outcome for outcome in found if not outcome.holds]
    lines = [_said(outcome) for outcome in failed]
    verdict = f"{len(failed)} do not hold" if failed else "all hold"
    sums = [count(number, name) for name, number in things.items() if number] or ["nothing"]
    lines.append(f"{', '.join([*sums, count(len(found), 'example')])}: {verdict}")
    output.show("".join(f"{line}\n" for line in lines))
    return int(bool(failed))


def _said(outcome: Outcome) -> str:
    line, column = outcome.place
    return f"{visible(outcome.path)}:{line}:{column}: {outcome.kind} {outcome.number}: {visible(outcome.why)}"


def _is_below(path: str, folder: Path) -> bool:
    return Path(path).resolve().is_relative_to(folder.resolve())
