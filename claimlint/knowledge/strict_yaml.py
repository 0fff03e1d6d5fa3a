"""YAML text -> plain data that remembers its lines. Strict: what YAML would guess at is an error or a text.

Scalars stay text; who reads the data types them. Anchors, aliases, tags, merge keys and double keys are
refused, and so is what nests deeper than people write.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from claimlint.errors import KnowledgeError, Problem

_DEPTH = 50
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(?:\d{1,40}(?:\.\d{1,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,3})?")
_OPENING = re.compile(r"[\[{]")


class Mapping(dict[str, Any]):
    """A mapping that knows where it and each of its keys stand."""

    line: int
    lines: dict[str, int]


class Sequence(list[Any]):
    """A list that knows where it and each of its items stand."""

    line: int
    lines: list[int]


class Text(str):
    """A scalar, and whether it was quoted."""

    line: int
    column: int
    quoted: bool

    __slots__ = ("column", "line", "quoted")


def load(text: str, path: str) -> Any:
    """Gives the data of one YAML document, None for an empty one. Raises KnowledgeError."""
    if _too_deep(text):
        raise KnowledgeError([Problem(path, 1, 1, f"nested too deep; {_DEPTH} levels are the most")])
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise KnowledgeError([Problem(path, line, column, f"not YAML: {error.problem or error.context}")]) from None
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError([Problem(path, 1, 1, f"not YAML: {error}".splitlines()[0])]) from None
    finally:
        loader.dispose()
    problems: list[Problem] = []
    data = _walk(node, path, problems, 0) if node is not None else None
    if problems:
        raise KnowledgeError(problems)
    return data


def number(scalar: str) -> float | None:
    """The number that a scalar writes; None where it writes none."""
    if not _NUMBER.fullmatch(scalar):
        return None
    value = float(scalar)
    return int(value) if value.is_integer() and "." not in scalar and "e" not in scalar.lower() else value


def typed(data: Any) -> Any:
    """The data with plain (unquoted) numbers, true, false and null as such: for files of our own formats."""
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [typed(item) for item in data]
    if isinstance(data, Text) and not data.quoted:
        if data in ("true", "false"):
            return data == "true"
        if data in ("null", "~", ""):
            return None
        as_number = number(data)
        return str(data) if as_number is None else as_number
    return str(data)


def _too_deep(text: str) -> bool:
    """Whether brackets or indents nest beyond the limit: asked before the parser sees the text."""
    depth = deepest = 0
    for mark in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if _OPENING.match(mark.group()) else max(0, depth - 1)
        deepest = max(deepest, depth)
    indents = max((len(m.group(1)) + 2 * m.group(2).count("-") for m in re.finditer(r"^( *)((?:- *)*)", text, re.M)), default=0)
    return deepest > _DEPTH or indents > 4 * _DEPTH


def _walk(node: Any, path: str, problems: list[Problem], depth: int) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if getattr(node, "anchor", None):
        problems.append(Problem(path, line, column, "anchors and aliases are not read; write the value out"))
    if isinstance(node, yaml.ScalarNode):
        text = Text(node.value)
        text.line, text.column, text.quoted = line, column, node.style in ("'", '"')
        if node.tag.startswith("!"):
            problems.append(Problem(path, line, column, f"tag {node.tag} is not read; write plain text"))
        return text
    if depth > _DEPTH:
        problems.append(Problem(path, line, column, f"nested too deep; {_DEPTH} levels are the most"))
        return None
    if isinstance(node, yaml.SequenceNode):
        items = Sequence(_walk(child, path, problems, depth + 1) for child in node.value)
        items.line, items.lines = line, [child.start_mark.line + 1 for child in node.value]
        return items
    found = Mapping()
    found.line, found.lines = line, {}
    for key, value in node.value:
        at = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(path, at, key.start_mark.column + 1, "a key must be plain text"))
        elif key.value == "<<":
            problems.append(Problem(path, at, key.start_mark.column + 1, "merge keys are not read; write the keys out"))
        elif key.value in found:
            problems.append(Problem(path, at, key.start_mark.column + 1, f"the key {key.value} stands twice; keep one"))
        else:
            found[key.value] = _walk(value, path, problems, depth + 1)
            found.lines[key.value] = at
    return found


def scalars(data: Any) -> Iterator[Text]:
    """Every scalar value below a node."""
    if isinstance(data, dict):
        for value in data.values():
            yield from scalars(value)
    elif isinstance(data, list):
        for item in data:
            yield from scalars(item)
    elif isinstance(data, Text):
        yield data
