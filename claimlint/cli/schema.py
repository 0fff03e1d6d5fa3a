"""claimlint schema: the JSON Schema of what claimlint prints."""

import json
from importlib.resources import files

import click

from claimlint.cli import options, output

_PARTS = ("report", "line", "mention", "claim", "clause", "baseline", "decisions")


@click.command()
@click.argument("part", type=click.Choice(_PARTS), required=False)
@options.debug
def schema(part: str | None) -> int:
    """Print the JSON Schema of the report, or of PART."""
    whole = json.loads(files("claimlint.reports").joinpath("schema.json").read_text("utf-8"))
    if part is not None:
        whole = {"$schema": whole["$schema"], "title": f"claimlint {part}", "$ref": f"#/$defs/{part}", "$defs": whole["$defs"]}
    output.show(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    return 0
