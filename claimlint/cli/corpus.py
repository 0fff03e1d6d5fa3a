"""What the command line asks for -> the articles that are checked, and the report on those that are meant."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from claimlint.errors import Problem, UnreadableError, UsageError

if TYPE_CHECKING:
    from claimlint.configuration.settings import Settings
    from claimlint.line import Claimlint
    from claimlint.report import Report

_STANDARD_INPUT = "-"


@frozen
class Asked:
    """The articles that are asked for: paths, whether they are the focus of a corpus, since when, what standard input is."""

    paths: tuple[str, ...] = ()
    focus: bool = False
    whole: tuple[str, ...] = ()
    since: str | None = None
    stdin_filename: str | None = None
    today: int | None = None


def report(lint: "Claimlint", asked: Asked) -> "Report":
    """Gives the report without what is known, with the rules that are selected, of what touches the files that are meant.

    Raises UsageError, and KnowledgeError where the baseline is broken.
    """
    settings = lint.settings
    buffers = _buffers(lint, asked)
    meant = _meant(lint, asked)
    found = lint.check(places(lint, asked), buffers, asked.today)
    if settings.baseline:
        from claimlint.suppressions import baseline

        found = baseline.applied(found, baseline.load(settings.baseline, settings.limits))
    return found.selected(settings, meant)


def places(lint: "Claimlint", asked: Asked) -> list[str]:
    """Gives the paths that are checked. Raises UsageError for none."""
    settings = lint.settings
    named = [_file(path, asked) for path in asked.paths]
    if not asked.focus:
        return named or given((), settings)
    named = [path for path in named if not lint.walker.excludes(path)]
    return [*(asked.whole or (given((), settings) if settings.paths else (".",))), *named]


def given(paths: Sequence[str], settings: "Settings") -> list[str]:
    """Gives the paths of the command line, else those of the configuration. Raises UsageError for none."""
    if paths:
        return list(paths)
    if not settings.paths:
        raise UsageError("no articles; name files or folders, as in `claimlint articles/`, or set `paths` in claimlint.toml")
    base = str(settings.base or "")
    return [os.path.join(base, path) for path in settings.paths]


def _meant(lint: "Claimlint", asked: Asked) -> frozenset[str] | None:
    """The files that a finding must touch; None for any. Files that the configuration excludes are none."""
    meant = None
    if asked.since is not None:
        from claimlint.cli import revisions

        meant = revisions.changed(asked.since)
    if asked.focus:
        named = frozenset(os.path.abspath(_file(path, asked)) for path in asked.paths if not lint.walker.excludes(path))
        meant = named if meant is None else meant & named
    return meant


def _file(path: str, asked: Asked) -> str:
    return asked.stdin_filename or path if path == _STANDARD_INPUT else path


def _buffers(lint: "Claimlint", asked: Asked) -> dict[str, bytes]:
    """What standard input holds by the file for which it stands. Raises UsageError, UnreadableError."""
    from claimlint.documents.formats import ENDINGS

    if _STANDARD_INPUT not in asked.paths:
        if asked.stdin_filename is not None:
            raise UsageError('--stdin-filename tells what standard input is; name "-" among the paths to have it read')
        return {}
    name = asked.stdin_filename
    if name is None or not name.lower().endswith(ENDINGS):
        raise UsageError(f"standard input needs a name that ends in {', '.join(ENDINGS)}: tell it with --stdin-filename")
    most = lint.settings.limits.article_bytes
    data = sys.stdin.buffer.read(most + 1) if sys.stdin else b""
    if len(data) > most:
        raise UnreadableError(Problem(name, 0, 0, f"over {most} bytes; split the text or raise `article-bytes`"))
    return {os.path.abspath(name): data}
