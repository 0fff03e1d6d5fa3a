"""Claims and reference facts -> the claims that tell otherwise what a treaty limits, or when it was made."""

from collections.abc import Collection, Sequence
from typing import Any

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.parse import Article
from claimlint.errors import KnowledgeError, Problem, nearest
from claimlint.reading.mentions import Reader
from claimlint.topics.compare import normal
from claimlint.topics.times import same_days
from claimlint.values.times import Anchor, Time, resolve
from claimlint.values.value import Value


def build(files: dict[str, dict[str, Any]], measures: Collection[str], reader: Reader) -> list[dict[str, Any]]:
    """Gives the facts of the fact files, as plain JSON data: subject, measure, value, source.

    Raises KnowledgeError for a measure that is none of `measures`, and a value in which nothing is read.
    """
    from claimlint.knowledge.strict_yaml import place_in  # a run has it built

    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for path, data in files.items():
        for subject, facts in data.get("facts", {}).items():
            for measure, listed in facts.items():
                if measure not in measures:
                    said = f"{subject}: no measure is called {measure}{nearest(measure, measures)}"
                    problems.append(Problem(path, *place_in(data, "facts", subject, measure), said))
                for number, fact in enumerate(listed if isinstance(listed, list) else [listed]):
                    value = str(fact["value"])
                    rows.append({"subject": subject, "measure": measure, "value": value, "source": fact["source"]})
                    if not reader.read(value):
                        below = [number] if isinstance(listed, list) else []
                        place = place_in(data, "facts", subject, measure, *below, "value")
                        problems.append(Problem(path, *place, f"{subject}: no value is read in {value!r}; write it as news does"))
    if problems:
        raise KnowledgeError(problems)
    return rows


def findings(
    articles: Sequence[Article], claims: Sequence[Claim], facts: Sequence[dict[str, Any]], reader: Reader, rules: Sequence[Rule]
) -> list[Finding]:
    """Gives the claims that none of the facts of their measure and subject allows."""
    known: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for fact in facts:
        known.setdefault((fact["measure"], fact["subject"]), []).append(fact)
    measures = {measure for measure, _ in known}
    if _named(articles).isdisjoint({part for _, subject in known for part in (subject, subject.rpartition(" ")[2])}):
        return []
    found = []
    for rule in rules:
        if rule.when != "unlike the reference":
            continue
        for claim in claims:
            if (
                claim.measure is None
                or claim.measure.name not in measures
                or claim.stance not in ("asserted", "limit")
                or not claim.subject
            ):
                continue
            held = known.get((claim.measure.name, claim.subject), ())
            if held and not any(_allows(fact, claim, reader) for fact in held):
                facts_said = "; ".join(f"{fact['value']} ({fact['source']})" for fact in held)
                steps = (
                    f"{words.place(claim)}: {claim.text!r} is {words.value(claim, reader.units)}",
                    f"reference: {facts_said}",
                )
                message = rule.say.format(a=claim, fact=held[0]["value"], source=held[0]["source"], subject=claim.measure.title)
                found.append(
                    Finding(
                        rule.name, "contradiction", rule.severity, message, steps, (claim,), claim.measure.name, claim.subject
                    )
                )
    return found


def _named(articles: Sequence[Article]) -> set[str]:
    """The entities that articles name, and the words of all names: a claim has one of them as its subject, or its last word."""
    names = [name for article in articles for paragraph in article.paragraphs for name in paragraph.names]
    return {name.entity for name in names} | {word.lower() for name in names for word in name.words}


def _allows(fact: dict[str, Any], claim: Claim, reader: Reader) -> bool:
    mentions = reader.read(fact["value"])
    return any(_agree(mention.value, claim, reader) for mention in mentions)


def _agree(value: Value, claim: Claim, reader: Reader) -> bool:
    if value.when is not None and claim.time is not None:
        told: Time = resolve(value.when, Anchor(None))
        return same_days(told, claim.time)
    if value.stated is None or claim.value.stated is None or not reader.units.alike(value.unit, claim.value.unit):
        return True
    one, other = normal(value, reader.units), normal(claim.value, reader.units)
    return one.meets(other)
