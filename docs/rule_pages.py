"""Rule files -> their pages: what a rule finds, why, on which articles, and the file itself."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tables import plain, table

from claimlint.checks.rules import Rule
from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reports.escape import code, line_of

_EXAMPLES = ("conflict:", "agree:", "missed:")
_LEVELS = {
    "error": "the accounts cannot both be right",
    "warning": "they cannot both be right, or a word is loose",
    "note": "worth knowing; shown with `--notes`",
}


def pages(lint: Claimlint, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Gives the name and the Markdown of each rule's page, and of the page that lists them; `texts` are the files by rule."""
    yield "index", "\n".join(_listed(lint.rules))
    for rule in lint.rules:
        yield rule.name, "\n".join(_page(lint, rule, texts[rule.name]))


def _listed(rules: Sequence[Rule]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield f"There are {len(rules)}. `claimlint explain RULE` prints a rule's page too."
    for level, said in _LEVELS.items():
        yield f"\n## {level.capitalize()}s\n\n{said[0].upper()}{said[1:]}."
        yield from table(
            ("rule", "finds"),
            ((f"[{rule.name}]({rule.name}.md)", plain(rule.summary)) for rule in rules if rule.severity == level),
        )


def _page(lint: Claimlint, rule: Rule, text: str) -> Iterator[str]:
    yield f"# {rule.name}\n\n{plain(rule.summary)}"
    yield from table(("", ""), _facts(rule))
    yield f"## Why\n\n{plain(rule.why)}\n"
    yield "## Conflicts\n\nThe rule speaks on these."
    yield from _examples(lint, rule, rule.conflict, speaks=True)
    yield "## Agrees\n\nOn these it is silent."
    yield from _examples(lint, rule, rule.agree, speaks=False)
    if rule.missed:
        yield "## Not found yet\n\nOn these it should speak and does not."
        yield from _examples(lint, rule, rule.missed, speaks=False)
    yield "## The rule\n\nIts file without the examples:\n"
    yield f"```yaml\n{_without_examples(text)}```\n"
    yield f'To silence it: `--ignore {rule.name}`, `ignore = ["{rule.name}"]` in claimlint.toml, or a comment in the article:\n'
    yield f"```markdown\n<!-- claimlint: ignore {rule.name} -- the reason -->\n```"


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "severity", f"**{rule.severity}**: {_LEVELS[rule.severity]}"
    for key, values in rule.claims.items():
        yield f"claims by {plain(key)}", plain(", ".join(values))
    yield "speaks", plain(f"when {rule.when}" if rule.when else "where the figures of a text do not make what it says")
    yield "says", code(rule.say)
    yield "file", f"`rules/checks/{rule.name}.yaml`"


def _examples(lint: Claimlint, rule: Rule, examples: Sequence[Sequence[str]], *, speaks: bool) -> Iterator[str]:
    """Tables of examples: those of as many articles beside each other."""
    numbered = sorted(enumerate(examples, 1), key=lambda each: len(each[1]))
    for width, group in groupby(numbered, key=lambda each: len(each[1])):
        articles = [f"article {letter}" for letter in "abcdefgh"[:width]] if width > 1 else ["article"]
        yield from table(
            ["", *articles, *(["claimlint says"] if speaks else [])],
            ([str(number), *map(plain, example), *([_said(lint, rule, example)] if speaks else [])] for number, example in group),
        )


def _said(lint: Claimlint, rule: Rule, example: Sequence[str]) -> str:
    documents = [lint.prepared(Document(f"{letter}.txt", text)) for letter, text in zip("abcdefgh", example, strict=False)]
    found = [finding for finding in lint.judge(documents).findings if finding.rule == rule.name]
    return plain(line_of(found[0].message)) if found else ""


def _without_examples(text: str) -> str:
    """The lines of a rule file that do not stand below its examples."""
    kept, inside = [], False
    for line in text.splitlines():
        if line[:1].strip():
            inside = line.startswith(_EXAMPLES)
        if not inside and line.strip():
            kept.append(line)
    return "\n".join(kept) + "\n"
