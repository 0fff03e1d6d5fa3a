"""The formats of a report by name, each read when it is asked for."""

from importlib import import_module

from claimlint.reports.view import View

FORMATS = {
    "full": "full", "concise": "concise", "grouped": "grouped", "json": "record", "jsonl": "record_lines", "sarif": "sarif",
    "github": "github", "gitlab": "gitlab", "junit": "junit", "rdjson": "rdjson", "markdown": "summary", "html": "html",
    "statistics": "statistics",
}  # fmt: skip
COMPLETE = frozenset({"json", "jsonl", "sarif", "html"})  # these hold notes unless a level is told


def render(name: str, view: View) -> str:
    """Gives the report in a format."""
    text: str = import_module(f"claimlint.reports.{FORMATS[name]}").rendered(view)
    return text
