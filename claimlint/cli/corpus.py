"""What the command line asks for -> the articles that are checked, and the report on those that are meant."""

import os
import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from claimlint.errors import Problem, UnreadableError, UsageError, nearest
from claimlint.nouns import frozen

if TYPE_CHECKING:
    from claimlint.configuration.settings import Settings
    from claimlint.documents.document import Document
    from claimlint.line import Claimlint
    from claimlint.report import Report

_STANDARD_INPUT = "-"
_LISTED = 12  # stories that are told where one is wrong


@frozen
class Asked:
    """The articles that are asked for: paths, whether they are the focus of a corpus, since when, what standard input is.

    `stories` are the only ones that findings are told of, by the name that articles give them.
    """

    paths: tuple[str, ...] = ()
    focus: bool = False
    whole: tuple[str, ...] = ()
    since: str | None = None
    stdin_filename: str | None = None
    stories: tuple[str, ...] = ()
    today: int | None = None


def report(lint: "Claimlint", asked: Asked) -> "Report":
    """Gives the report without what is known, with the rules that are selected, of what touches the files that are meant.

    Raises UsageError, and KnowledgeError where the baseline is broken.
    """
    settings = lint.settings
    buffers = _buffers(lint, asked)
    files = _files(lint, asked)
    found = lint.check(places(lint, asked), buffers, asked.today)
    _known(asked.stories, found)
    if settings.baseline:
        from claimlint.suppressions import baseline

        found = baseline.applied(found, baseline.load(settings.baseline, settings.limits))

    def meant(document: "Document") -> bool:
        inside = files is None or _is_below(os.path.abspath(document.file), files)
        return inside and (not asked.stories or document.story in asked.stories)

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


def _files(lint: "Claimlint", asked: Asked) -> frozenset[str] | None:
    """The files and folders that a finding must touch; None for any. Those that the configuration excludes are none."""
    changed = None
    if asked.since is not None:
        from claimlint.cli import revisions

        changed = revisions.changed(asked.since)
    if not asked.focus:
        return changed
    named = frozenset(os.path.abspath(_file(path, asked)) for path in asked.paths if not lint.walker.excludes(path))
    return named if changed is None else frozenset(path for path in changed if _is_below(path, named))


def _is_below(path: str, places: Collection[str]) -> bool:
    """Whether an absolute path is one of some, or below one of them."""
    while path not in places:
        path, before = os.path.dirname(path), path
        if path == before:
            return False
    return True


def _known(stories: Sequence[str], report: "Report") -> None:
    """Raises UsageError for a story that no article names."""
    told = sorted({document.story for document in report.documents if document.story})
    for story in stories:
        if story not in told:
            listed = f"{nearest(story, told)}; there are {', '.join(told[:_LISTED])}" if told else ""
            raise UsageError(f"no article is of a story called {story!r}{listed}; `story:` in the front matter says so")


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
