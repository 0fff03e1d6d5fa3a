"""claimlint mentions, claimlint claims, claimlint clauses: articles -> what was read in them, one a line."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from claimlint.cli import options, output, start
from claimlint.documents.decode import decode
from claimlint.documents.document import Document
from claimlint.errors import Problem, UnreadableError
from claimlint.guard import Guard
from claimlint.line import Claimlint
from claimlint.reports import claims as claim_lines
from claimlint.reports import clauses as clause_lines
from claimlint.reports import mentions as mention_lines
from claimlint.reports.lines import Lines

if TYPE_CHECKING:
    from claimlint.story import Told

_STANDARD_INPUT = "-"


def _listing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments of a listing."""
    shape = click.option(
        "--format", "shape", type=click.Choice(["jsonl", "text"]), default="text", help="One record or one text a line."
    )
    paths = click.argument("paths", nargs=-1, required=True)
    return paths(shape(options.config(options.debug(command))))


@click.command()
@_listing
def mentions(paths: tuple[str, ...], shape: str, config: str | None) -> int:
    """Print the values that stand in the articles ("-" reads one from standard input)."""
    lint = options.checker(start.settings(config))
    documents, problems = _read(lint, paths, roles=False)
    guard, written = Guard(debug=lint.debug), Lines(lint.reader.units)

    def listed(document: Document) -> list[str]:
        lines = guard.run(document.path, "reading", lambda: list(mention_lines.lines(lint, document, shape, written)), None)
        return lines or []

    found = map(listed, documents)
    return _print(found, problems, guard)


@click.command()
@_listing
def claims(paths: tuple[str, ...], shape: str, config: str | None) -> int:
    """Print what each value is about, and who says it ("-" reads one article from standard input)."""
    lint = options.checker(start.settings(config))
    documents, problems = _read(lint, paths)
    guard = Guard(debug=lint.debug)
    told: list[Told] = sorted(
        (each for story in lint.stories(documents, guard) for each in story), key=lambda each: each.document.path
    )
    found = (list(claim_lines.lines(each.claims, lint.reader.units, shape)) for each in told)
    return _print(found, problems, guard)


@click.command()
@_listing
def clauses(paths: tuple[str, ...], shape: str, config: str | None) -> int:
    """Print what treaties bind their parties to: in their texts, and in news of them ("-" reads standard input)."""
    lint = options.checker(start.settings(config))
    documents, problems = _read(lint, paths)
    guard = Guard(debug=lint.debug)

    def listed(document: Document) -> list[str]:
        found = guard.run(document.path, "reading", lambda: lint.clauses.of(lint.extractor.parser.parse(document)), None)
        return list(clause_lines.lines(found or [], lint.reader.units, shape))

    return _print(map(listed, documents), problems, guard)


def _read(lint: Claimlint, paths: Sequence[str], *, roles: bool = True) -> tuple[list[Document], list[Problem]]:
    """The articles, and what was not read."""
    documents, fates, problems = lint.read([path for path in paths if path != _STANDARD_INPUT], roles=roles)
    failed = [Problem(fate.path, fate.line, fate.column, fate.reason) for fate in fates if fate.fate == "failed"]
    if _STANDARD_INPUT in paths:
        try:
            documents.append(_standard_input(lint))
        except UnreadableError as error:
            failed.append(error.problem)
    return sorted(documents, key=lambda document: document.path), [*failed, *problems]


def _standard_input(lint: Claimlint) -> Document:
    most = lint.settings.limits.article_bytes
    data = sys.stdin.buffer.read(most + 1) if sys.stdin else b""
    if len(data) > most:
        raise UnreadableError(Problem(_STANDARD_INPUT, 0, 0, f"over {most} bytes; split the text or raise `article-bytes`"))
    return lint.prepared(Document(_STANDARD_INPUT, decode(data, _STANDARD_INPUT)))


def _print(found: Iterable[Sequence[str]], problems: Sequence[Problem], guard: Guard) -> int:
    """Prints the lines, then what was not read; gives the exit status."""
    try:
        for lines in _filled(found):
            output.emit("".join(f"{line}\n" for line in lines))
    except output.GoneError:
        pass
    for problem in (*problems, *guard.problems):
        output.complain(f"claimlint: {problem}")
    return 2 if problems or guard.problems else 0


def _filled(found: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    return (lines for lines in found if lines)
