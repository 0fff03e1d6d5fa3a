"""Builds the pages of this folder and those that are made from rules, commands and schema: python docs/build.py [TARGET]."""

import json
import re
import sys
import tempfile
from pathlib import Path

import reference_pages
import rule_pages
from sphinx.cmd.build import main as sphinx

from claimlint.knowledge import strict_yaml
from claimlint.line import Claimlint

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Pages that stand beside what they tell of, by the names that they have here.
ELSEWHERE = {
    "rules/README.md": "writing-rules.md", "rules/clauses/README.md": "clauses.md", "grammars/README.md": "values.md",
    "CHANGELOG.md": "changes.md",
}  # fmt: skip
CONTENTS = {
    "Guides": ("first-run", "reviewing", "ci", "pre-commit", "editors", "Writing rules <writing-rules>", "knowledge"),
    "Reference": (
        "configuration", "formats", "commands", "schema", "Values <values>", "clauses", "measures", "design", "changes",
    ),
    "Rules": ("All rules <rules/index>",),
}  # fmt: skip
_ORPHAN = "---\norphan: true\n---\n\n"  # the list of rules links to it; the side of every page would be too long
_LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def main(target: str) -> int:
    """Builds into the target folder; gives 0 where nothing is wrong, no link among it."""
    with tempfile.TemporaryDirectory() as place:
        write(Path(place))
        return sphinx(["-q", "-W", "--keep-going", "-b", "html", "-c", str(HERE), "-d", f"{place}/.doctrees", place, target])


def write(place: Path) -> None:
    """Writes every page below a folder, as Markdown."""
    for path in HERE.glob("*.md"):
        _write(place / path.name, _linked(path))
    for name, page in ELSEWHERE.items():
        _write(place / page, _linked(ROOT / name))
    _write(place / "index.md", (place / "index.md").read_text("utf-8") + _contents())
    lint = Claimlint()
    texts = {name: (ROOT / "rules" / path).read_text("utf-8") for name, path in lint.rule_files.items()}
    for name, page in rule_pages.pages(lint, texts):
        _write(place / "rules" / f"{name}.md", page if name == "index" else _ORPHAN + page)
    files = [
        strict_yaml.typed(strict_yaml.load(path.read_text("utf-8"), path.name))
        for path in sorted((ROOT / "rules/measures").glob("*.yaml"))
    ]
    _write(place / "measures.md", reference_pages.measures(lint, [data for data in files if "measures" in data]))
    _write(place / "commands.md", reference_pages.commands())
    schema = json.loads((ROOT / "claimlint/reports/schema.json").read_text("utf-8"))
    _write(place / "schema.md", reference_pages.schema(schema))


def _linked(path: Path) -> str:
    """The text of a page with its links to other pages as they stand when built: each page in one folder."""

    def here(match: re.Match[str]) -> str:
        target = (path.parent / match.group(1)).resolve().relative_to(ROOT).as_posix()
        return f"]({ELSEWHERE.get(target, target.removeprefix('docs/'))}"

    return _LINK.sub(here, path.read_text("utf-8"))


def _contents() -> str:
    """The pages in the order in which the side of every page lists them."""
    return "".join(
        "\n".join(["", "", "```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```", ""])
        for caption, pages in CONTENTS.items()
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or [str(ROOT / "build/docs")])))
