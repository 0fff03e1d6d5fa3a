"""What could not be done, and where."""

from collections.abc import Iterable

from claimlint.nouns import frozen

_LONGEST = 200  # characters of a message with its place
_LEAST = 80  # characters of a message, however long its place


@frozen
class Problem:
    """One thing that could not be done: `file:line:column: what, and what would be right`."""

    path: str
    line: int
    column: int
    message: str

    @property
    def place(self) -> str:
        """Where it is: the file alone where no line is to blame."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def __str__(self) -> str:
        place = self.place
        longest = max(_LEAST, _LONGEST - len(place) - 2)
        message = self.message if len(self.message) <= longest else self.message[: longest - 1] + "…"
        return f"{place}: {message}"


class ClaimlintError(Exception):
    """The base of the errors that end a run with exit status 2."""


class UsageError(ClaimlintError):
    """The command line asks for what does not exist."""


class KnowledgeError(ClaimlintError):
    """Knowledge or configuration files are broken; every fault that was found is named."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnreadableError(ClaimlintError):
    """One article cannot be read; the others still can."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class NoArticleError(UnreadableError):
    """A file of a format that articles come in holds none."""


def nearest(name: str, names: Iterable[str]) -> str:
    """Gives "; X is meant?" for the known name that an unknown one comes near to, "" where none is near."""
    import difflib  # only where something is wrong

    close = difflib.get_close_matches(name, list(names), 1)
    return f"; {close[0]} is meant?" if close else ""
