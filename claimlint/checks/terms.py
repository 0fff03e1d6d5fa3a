"""The words of a story's articles -> findings where one thing goes by two terms."""

from collections.abc import Iterator, Sequence

from claimlint.checks import words
from claimlint.checks.finding import Finding
from claimlint.checks.rules import Rule
from claimlint.claims.claim import Claim
from claimlint.claims.parse import Article
from claimlint.reading.tokens import end
from claimlint.reading.tokens import words as tokens_of
from claimlint.values.value import Value


def findings(articles: Sequence[Article], rules: Sequence[Rule]) -> list[Finding]:
    """Gives the terms of which one article uses only the one and another only the other.

    A rule lists under `terms` the terms that are taken for one another: the first is right where the rule's `about`
    words stand in the story.
    """
    found = []
    for rule in rules:
        if rule.when == "another term":
            for group in rule.options.get("terms", ()):
                found += list(_group(articles, group, rule))
    return found


def _group(articles: Sequence[Article], group: Sequence[str], rule: Rule) -> Iterator[Finding]:
    """One finding for each article that uses another term than the first, which a different article uses."""
    used = [(article, {term: place for term in group if (place := _first(article, term))}) for article in articles]
    model = next(((a, places[group[0]]) for a, places in used if set(places) == {group[0]}), None)
    if model is None:
        return
    for _, places in used:
        for term, place in places.items():
            if term != group[0] and group[0] not in places:
                claims = (_claim(*place), _claim(*model[1]))
                steps = tuple(f"{words.place(claim)}: {claim.text}" for claim in claims)
                yield Finding(
                    rule.name,
                    "inconsistency",
                    rule.severity,
                    rule.say.format(a=claims[0], b=claims[1]),
                    steps,
                    claims,
                    "term",
                    term,
                )


def _first(article: Article, term: str) -> tuple[Article, int, int] | None:
    """Where a term stands first in an article, in any case, outside the names of known things."""
    wanted = [word.lower() for word in tokens_of(term)]
    for paragraph in article.paragraphs:
        lower = [token.strip().lower() for token in paragraph.tokens]
        named = {i for name in paragraph.names if name.entity for i in range(name.first, name.last)}
        for i in range(len(lower) - len(wanted) + 1):
            if lower[i : i + len(wanted)] == wanted and i not in named:
                lead = paragraph.tokens[i][0] in " \u00a0"
                start = paragraph.block.start + paragraph.offsets[i] + lead
                return article, start, paragraph.block.start + end(paragraph.tokens, paragraph.offsets, i + len(wanted))
    return None


def _claim(article: Article, start: int, end: int) -> Claim:
    return Claim(article.document, start, end, (start, end), Value("name"))
