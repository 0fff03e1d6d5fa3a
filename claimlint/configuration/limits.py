"""The limits: how much of a thing is read before claimlint says that it reads no further."""

from attrs import field, fields
from attrs.validators import ge

from claimlint.nouns import frozen


@frozen
class Limits:
    """The greatest sizes that are read. Each is a setting of its name, written with hyphens; one that is hit is said."""

    article_bytes: int = field(default=5 << 20, validator=ge(1))
    knowledge_bytes: int = field(default=1 << 20, validator=ge(1))
    front_matter_bytes: int = field(default=64 << 10, validator=ge(1))
    json_depth: int = field(default=100, validator=ge(2))
    folder_depth: int = field(default=200, validator=ge(1))
    number_digits: int = field(default=40, validator=ge(15))
    sentence_tokens: int = field(default=400, validator=ge(40))
    file_claims: int = field(default=50_000, validator=ge(1))
    shown_claims: int = field(default=20, validator=ge(2))
    sarif_results: int = field(default=5000, validator=ge(1))
    told_problems: int = field(default=1000, validator=ge(1))
    quoted_characters: int = field(default=160, validator=ge(20))


def names() -> list[str]:
    """Gives the names of the limits as they are written in a configuration file."""
    return [attribute.name.replace("_", "-") for attribute in fields(Limits)]
