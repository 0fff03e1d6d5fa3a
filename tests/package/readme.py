"""The marked blocks of the README and the guides: what they say, and, run as a program, what they should say.

    python tests/package/readme.py

writes into them what the commands beside their blocks print.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
_FILES = "<!-- file: "  # a guide that writes files is followed by a test of its own
_SHOWN = 1  # findings of an excerpt


def block(mark: str) -> str:
    """Gives the text of the code block below a mark, which stands on one page."""
    found = [text for page in PAGES for text in blocks(mark, page)]
    assert len(found) == 1, f"{mark} stands on {len(found)} pages"
    return found[0]


def blocks(mark: str, page: Path) -> list[str]:
    """Gives the texts of the code blocks below a mark on a page."""
    return re.findall(rf"<!-- {re.escape(mark)} -->\n```\w*\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def marks(kind: str) -> list[tuple[Path, str]]:
    """Gives the pages and their marks of a kind: "output: COMMAND", "excerpt: COMMAND"."""
    texts = {page: page.read_text("utf-8") for page in PAGES}
    return [
        (page, mark)
        for page, text in texts.items()
        if _FILES not in text
        for mark in re.findall(rf"<!-- ({kind}: .*?) -->", text)
    ]


def printed(command: str) -> str:
    """Gives what a command prints in the folder of the project."""
    program, *arguments = command.split()
    assert program == "claimlint"
    done = subprocess.run([sys.executable, "-m", "claimlint", *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout


def excerpt(text: str) -> str:
    """Gives the first findings of a report."""
    return "\n\n".join(text.split("\n\n")[:_SHOWN]) + "\n"


def main() -> None:
    """Writes the blocks."""
    for page, mark in (*marks("output"), *marks("excerpt")):
        text = page.read_text("utf-8")
        kind, _, command = mark.partition(": ")
        said = printed(command) if kind == "output" else excerpt(printed(command))
        start = text.index(f"<!-- {mark} -->\n```\n") + len(f"<!-- {mark} -->\n```\n")
        page.write_text(text[:start] + said + text[text.index("```", start) :], "utf-8")


if __name__ == "__main__":
    main()
