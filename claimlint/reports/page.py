"""A rule -> its page, made from its file: always the same headings in the same order."""

from collections.abc import Iterator, Sequence

from claimlint.checks.rules import Rule
from claimlint.reports.escape import line_of, visible

HEADINGS = ("What it finds", "Why", "What it compares", "Conflicts", "Agrees", "Not found yet", "How to silence it")


def render(rule: Rule, path: str) -> str:
    """Gives the page of a rule, whose file stands at the path, as Markdown."""
    parts = (
        line_of(rule.summary),
        "\n".join(visible(line) for line in rule.why.strip().splitlines()),
        "\n".join(_compared(rule, path)),
        *("\n".join(_examples(examples)) for examples in (rule.conflict, rule.agree, rule.missed)),
        f'`--ignore {rule.name}` on the command line, or `ignore = ["{rule.name}"]` in claimlint.toml.',
    )
    sections = [f"## {heading}\n\n{part}" for heading, part in zip(HEADINGS, parts, strict=True)]
    return "\n\n".join([f"# {rule.name}", *sections]) + "\n"


def _compared(rule: Rule, path: str) -> Iterator[str]:
    yield f"- Severity: {rule.severity}"
    for key, values in rule.claims.items():
        yield f"- Claims by {visible(key)}: {line_of(', '.join(map(str, values)))}"
    if rule.when:
        yield f"- Speaks when: {visible(rule.when)}"
    yield f"- Says: {line_of(rule.say)}"
    yield f"- File: {visible(path)}"


def _examples(examples: Sequence[Sequence[str]]) -> Iterator[str]:
    if not examples:
        yield "None."
    for number, example in enumerate(examples, 1):
        for letter, article in zip("abcdefghijklmnopqrstuvwxyz", example, strict=False):
            place = f"{number}{letter}" if len(example) > 1 else f"{number}"
            yield f"- {place}: {line_of(article)}"
