"""What could not be done, and where."""

from attrs import field, frozen

_LONGEST = 200  # visible characters of a message


@frozen
class Problem:
    """One thing that could not be done: `file:line:column: what, and what would be right`."""

    path: str
    line: int
    column: int
    message: str = field(converter=lambda text: text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message}"


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
