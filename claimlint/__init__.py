"""claimlint: figures, dates and treaty clauses in articles that cannot all be true.

>>> import claimlint
>>> report = claimlint.check(["articles/"])
>>> report = claimlint.check([claimlint.Document("a", "The talks lasted an hour."), claimlint.Document("b", "...")])
"""

from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from claimlint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimlint.configuration.settings import Settings
    from claimlint.documents.document import Document
    from claimlint.report import Report

__all__ = ["Document", "Report", "Settings", "__version__", "check"]
__version__ = VERSION

_NOUNS = {
    "Document": "claimlint.documents.document",
    "Report": "claimlint.report",
    "Settings": "claimlint.configuration.settings",
}


def check(articles: "Iterable[str | PathLike[str] | Document]", settings: "Settings | None" = None) -> "Report":
    """Checks articles against themselves and each other: paths of files and folders, and documents.

    Gives the report with the findings of the rules that the settings select. Raises ClaimlintError where the knowledge
    is broken or two documents have one name; what cannot be read is named in the report.
    """
    from claimlint.configuration.settings import Settings
    from claimlint.documents.document import Document
    from claimlint.line import Claimlint

    given = [article if isinstance(article, Document) else fspath(article) for article in articles]
    settings = settings or Settings()
    return Claimlint(settings).check(given).selected(settings)


def __getattr__(name: str) -> Any:
    """The nouns of the interface, read when they are asked for: the command line starts without them."""
    if name in _NOUNS:
        from importlib import import_module

        return getattr(import_module(_NOUNS[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
