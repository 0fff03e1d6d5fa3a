"""The README's marked blocks: what they say, and, run as a program, what they should say.

    python tests/package/readme.py

writes into the README what the commands beside its blocks print.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
README = ROOT / "README.md"
_SHOWN = 1  # findings of an excerpt


def block(mark: str, text: str | None = None) -> str:
    """Gives the text of the code block below a mark."""
    found = re.search(
        rf"<!-- {re.escape(mark)} -->\n```\w*\n(.*?)```", README.read_text("utf-8") if text is None else text, re.DOTALL
    )
    assert found, f"README.md has no block {mark}"
    return found.group(1)


def marks(kind: str) -> list[str]:
    """Gives the marks of a kind: "output: COMMAND", "excerpt: COMMAND"."""
    return re.findall(rf"<!-- ({kind}: .*?) -->", README.read_text("utf-8"))


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
    text = README.read_text("utf-8")
    for mark in (*marks("output"), *marks("excerpt")):
        kind, _, command = mark.partition(": ")
        said = printed(command) if kind == "output" else excerpt(printed(command))
        start = text.index(f"<!-- {mark} -->\n```\n") + len(f"<!-- {mark} -->\n```\n")
        text = text[:start] + said + text[text.index("```", start) :]
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
