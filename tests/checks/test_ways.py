"""What is left out before anything is matched: never what would have been found."""

from functools import reduce
from operator import and_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from claimlint.checks.relations import Relations
from claimlint.checks.views import Views
from claimlint.claims.parse import Sentence
from claimlint.line import Claimlint

LINT = Claimlint(debug=True)
EXAMPLES = [example for rule in LINT.rules if rule.relation is not None for example in (*rule.conflict, *rule.agree)]


@pytest.fixture(scope="module")
def relations() -> Relations:
    """The relations of the rules that are shipped."""
    return LINT.checker._relations


def sentences(example: tuple[str, ...]) -> list[Sentence]:
    """The sentences of the articles of an example."""
    documents = [document for text in example for document in LINT.parse(text, "example.txt")]
    return [sentence for document in documents for sentence in LINT.extractor.parser.parse(document).sentences]


@settings(max_examples=15)
@given(some.sampled_from(EXAMPLES))
def test_a_template_has_what_it_needs_wherever_it_matches(relations: Relations, example: tuple[str, ...]) -> None:
    """A sentence that has not all the words, kinds of values and values that a template needs is none that it matches."""
    for sentence in sentences(example):
        views = Views(sentence, LINT.extractor)
        has = relations._prospects.of(sentence, views.kinds)
        for number, needs in {each for part in relations._ways._needs.values() for each in part}:
            template = relations.templates[number]
            rows = views.bracketed if template.brackets else views.plain
            assert not needs & ~has or not any(True for row in rows for _ in template.readings(row))


@settings(max_examples=15)
@given(some.sampled_from(EXAMPLES))
def test_a_way_needs_what_its_parts_need(relations: Relations, example: tuple[str, ...]) -> None:
    """Whatever templates its parts are found by, a way that is looked for nowhere finds nothing."""
    standing = relations._ways.standing(
        [relations._prospects.of(sentence, Views(sentence, LINT.extractor).kinds) for sentence in sentences(example)]
    )
    likely = {id(each.way) for found in relations._ways.likely(standing).values() for each in found}
    for known in relations._ways._known.values():
        least = [standing.of(part) for part in known.way.parts if not part.optional]
        together = reduce(and_, least) if known.alone else all(least)
        assert bool(together) == (id(known.way) in likely)
