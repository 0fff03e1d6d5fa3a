"""The limits: how much of a thing is read before claimlint says that it reads no further."""

from collections.abc import Callable

from claimlint.nouns import field, fields, frozen


def _at_least(least: int) -> Callable[[int], int]:
    """Refuses a lesser number with ValueError."""

    def checked(number: int) -> int:
        if number < least:
            raise ValueError(f"must be at least {least}")
        return number

    return checked


@frozen
class Limits:
    """The greatest sizes that are read. Each is a setting of its name, written with hyphens; one that is hit is said."""

    article_bytes: int = field(default=5 << 20, convert=_at_least(1))
    knowledge_bytes: int = field(default=1 << 20, convert=_at_least(1))
    front_matter_bytes: int = field(default=64 << 10, convert=_at_least(1))
    json_depth: int = field(default=100, convert=_at_least(2))
    folder_depth: int = field(default=200, convert=_at_least(1))
    number_digits: int = field(default=40, convert=_at_least(15))
    sentence_tokens: int = field(default=400, convert=_at_least(40))
    file_claims: int = field(default=50_000, convert=_at_least(1))
    shown_claims: int = field(default=20, convert=_at_least(2))
    sarif_results: int = field(default=5000, convert=_at_least(1))
    quoted_characters: int = field(default=160, convert=_at_least(20))


def names() -> list[str]:
    """Gives the names of the limits as they are written in a configuration file."""
    return [attribute.name.replace("_", "-") for attribute in fields(Limits)]
