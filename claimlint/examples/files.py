"""Knowledge files -> what came of every example that they carry, and how many things carry some."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from claimlint.documents.document import Document
from claimlint.examples import clauses, measures, rules
from claimlint.examples.outcome import Outcome
from claimlint.knowledge import shapes, strict_yaml
from claimlint.line import Claimlint

_FACTS = "unlike the reference"


def outcomes(lint: Claimlint, files: Mapping[str, str], things: Counter[str]) -> Iterator[Outcome]:
    """Tries the examples of knowledge files (path -> text) that the checker has read, and counts what carries them."""
    for path, text in sorted(files.items()):
        folder = shapes.folder_of(path)
        if folder == "checks":
            things["rule"] += 1
            yield from _of_rule(lint, path, text)
        elif folder in _TRIED:
            data = shapes.read(text, path)
            for outcome in _TRIED[folder](lint, data, things):
                yield evolve(outcome, path=path)


def _of_rule(lint: Claimlint, path: str, text: str) -> Iterator[Outcome]:
    data = strict_yaml.load(text, path)
    name = path.rpartition("/")[2].removesuffix(".yaml")
    for outcome in rules.outcomes(lint, next(rule for rule in lint.rules if rule.name == name)):
        yield evolve(outcome, path=path, place=strict_yaml.place_in(data, outcome.kind, outcome.number - 1))


def _of_measures(lint: Claimlint, data: Any, things: Counter[str]) -> Iterator[Outcome]:
    for name, row in data.get("measures", {}).items():
        things["measure"] += "binds" in row or "leaves" in row
        for outcome in measures.outcomes(lint, name, row):
            yield evolve(outcome, place=strict_yaml.place_in(row, outcome.kind, outcome.number - 1))


def _of_clauses(lint: Claimlint, data: Any, things: Counter[str]) -> Iterator[Outcome]:
    for name, row in data.get("clauses", {}).items():
        things["clause"] += 1
        for outcome in clauses.outcomes(lint, name, row):
            yield evolve(outcome, place=strict_yaml.place_in(row, outcome.kind, outcome.number - 1))


def _of_names(lint: Claimlint, data: Any, things: Counter[str]) -> Iterator[Outcome]:
    """Names that a text must have, and texts that must have none of the file's names."""
    own = set(data.get("names", {}))
    things["name"] += len(own) if "reads" in data or "leaves" in data else 0
    for number, example in enumerate(data.get("reads", ()), 1):
        found = _names(lint, example["text"])
        others = f"only {', '.join(sorted(found))}" if found else "nor any other"
        why = "" if example["name"] in found else f"{example['name']} is not found, {others}"
        yield Outcome(example["name"], "reads", number, why, place=data["reads"].where(number - 1))
    for number, text in enumerate(data.get("leaves", ()), 1):
        wrong = sorted(_names(lint, text) & own)
        why = f"{', '.join(wrong)} is found" if wrong else ""
        yield Outcome("", "leaves", number, why, place=data["leaves"].where(number - 1))


def _names(lint: Claimlint, text: str) -> set[str]:
    article = lint.extractor.parser.parse(lint.prepared(Document("example.txt", text)))
    return {name.entity for paragraph in article.paragraphs for name in paragraph.names if name.entity}


def _of_facts(lint: Claimlint, data: Any, things: Counter[str]) -> Iterator[Outcome]:
    """Texts that a rule for reference facts must speak on, and those on which it must not."""
    things["fact"] += sum(map(len, data.get("facts", {}).values())) if "conflict" in data or "agree" in data else 0
    asking = [rule for rule in lint.rules if rule.when == _FACTS]
    for kind, why in (("conflict", "no fact denies it"), ("agree", "a fact denies it")):
        for number, example in enumerate(data.get(kind, ()), 1):
            articles = example if isinstance(example, list) else [example]
            found = any(rules.is_found(lint, rule, articles) for rule in asking)
            said = "" if found == (kind == "conflict") else why
            yield Outcome("", kind, number, said, place=data[kind].where(number - 1))


_TRIED = {"measures": _of_measures, "clauses": _of_clauses, "names": _of_names, "facts": _of_facts}
