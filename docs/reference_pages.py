"""Commands, the JSON Schema, measures -> their pages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click
from tables import marked, plain, table

from claimlint.cli.group import cli
from claimlint.line import Claimlint
from claimlint.reports.escape import code


def commands() -> str:
    """Gives the page of the commands, as `--help` tells them."""
    root = click.Context(cli, info_name="claimlint")
    lines = ["# Commands", "", marked(cli.help or ""), ""]
    for name in cli.list_commands(root):
        command = cli.get_command(root, name)
        if command is not None:
            lines += _command(command, name, root)
    return "\n".join(lines)


def _command(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"\n## {name}\n\n`{context.command_path} {usage}`\n\n{marked(command.help or '')}"
    records = [record for parameter in command.get_params(context) if (record := parameter.get_help_record(context))]
    yield from table(("option", "does"), ((code(option), marked(said)) for option, said in records))
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _command(found, inner, context)


def schema(whole: Mapping[str, Any]) -> str:
    """Gives the page of the JSON Schema: a table of fields for each record."""
    lines = [
        "# The JSON Schema",
        "",
        "`claimlint schema` prints the schema of the JSON report (draft 2020-12), `claimlint schema PART` that of a part.",
        "Fields that are absent are null. Spans count Unicode code points of the decoded file and are half open.",
        "Lines and columns start at 1.",
    ]
    for name, row in whole["$defs"].items():
        lines.append(f"\n## {name}\n\n{marked(row.get('description', ''))}")
        fields = list(_fields(row, ""))
        if fields:
            lines += table(("field", "is", "means"), fields)
        else:
            lines.append(f"\n{_kind(row)}\n")
    return "\n".join(lines)


def _fields(row: Mapping[str, Any], above: str) -> Iterator[tuple[str, str, str]]:
    for name, field in row.get("properties", {}).items():
        yield code(f"{above}{name}"), _kind(field), marked(field.get("description", ""))
        inner = field["items"] if field.get("type") == "array" and "properties" in field.get("items", {}) else field
        yield from _fields(inner, f"{above}{name}{'[]' if inner is not field else ''}.")


def _kind(field: Mapping[str, Any]) -> str:
    """What a field holds, in words."""
    if "$ref" in field:
        _, _, record, *inner = field["$ref"].split("/")
        return f"[{' '.join([record, *inner[1::2]])}](#{record})"
    for key in ("oneOf", "anyOf"):
        if key in field:
            return " or ".join(map(_kind, field[key]))
    if "const" in field:
        return code(str(field["const"]))
    if "enum" in field:
        return ", ".join(code(str(item)) if item is not None else "null" for item in field["enum"])
    kinds = field.get("type", "anything")
    if kinds == "array":
        return f"list of {_kind(field.get('items', {}))}"
    return " or ".join([kinds] if isinstance(kinds, str) else kinds)


def measures(lint: Claimlint, files: Sequence[Mapping[str, Any]]) -> str:
    """Gives the page of the measures: what is told, by which kinds of value, in which words."""
    lines = [
        "# Measures",
        "",
        f"What a figure may be of: {len(lint.extractor.measures.by_name)} measures. The value of each example is marked «so».",
    ]
    for data in sorted(files, key=lambda data: data["about"]):
        lines.append(f"\n## {plain(data['about'].rstrip('.'))}")
        rows = data.get("measures", {}).items()
        lines += table(("measure", "of values that are", "as in"), (_measure(name, row) for name, row in rows))
    return "\n".join(lines)


def _measure(name: str, row: Mapping[str, Any]) -> tuple[str, str, str]:
    kinds = [row["value"]] if isinstance(row["value"], str) else row["value"]
    title = "" if row.get("title", name) == name else f": {plain(row['title'])}"
    return f"{code(name)}{title}", plain(", ".join(kinds)), plain(next(iter(row.get("binds", ())), ""))
