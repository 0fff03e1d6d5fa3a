"""claimlint rules, claimlint explain: what the rules are."""

import click

from claimlint.cli import options, output, start
from claimlint.reports import page
from claimlint.reports.escape import line_of


@click.command()
@options.config
@options.debug
def rules(config: str | None) -> int:
    """List the rules, with how loud they are."""
    lint = options.checker(start.settings(config))
    width = max((len(rule.name) for rule in lint.rules), default=0)
    output.show("".join(f"{rule.name:<{width}}  {rule.severity:<7}  {line_of(rule.summary)}\n" for rule in lint.rules))
    return 0


@click.command()
@click.argument("name", metavar="RULE")
@options.config
@options.debug
def explain(name: str, config: str | None) -> int:
    """Print the page of RULE: what it finds, why, on which examples, how to silence it."""
    lint = options.checker(start.settings(config))
    start.known([name], [rule.name for rule in lint.rules])
    rule = next(rule for rule in lint.rules if rule.name == name)
    output.show(page.render(rule, lint.rule_files[name]))
    return 0
