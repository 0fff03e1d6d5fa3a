"""claimlint trace: one sentence, stage by stage."""

from datetime import datetime

import click

from claimlint.cli import options, output, start
from claimlint.documents.document import Dating, Document
from claimlint.guard import Guard
from claimlint.reports import trace as stages


@click.command()
@click.argument("sentence")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it was written.")
@options.config
@options.debug
def trace(sentence: str, day: datetime | None, config: str | None) -> int:
    """Show what becomes of SENTENCE: its tokens, mentions, names, and what each value is about and why."""
    lint = options.checker(start.settings(config))
    dating = Dating(day.toordinal(), day.toordinal(), "front matter") if day else None
    document = lint.prepared(Document("-", sentence, date=dating))
    for story in lint.stories([document], Guard(debug=True)):
        for told in story:
            output.show("".join(f"{line}\n" for line in stages.lines(lint, told)))
    return 0
