"""What is left out before anything is matched: never what would have been found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from claimlint.checks.bindings import Finder
from claimlint.checks.relations import Relations
from claimlint.checks.views import Views
from claimlint.checks.ways import Likely
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
def test_a_way_that_is_left_out_finds_nothing(relations: Relations, example: tuple[str, ...]) -> None:
    """Its parts are found together in no sentence, or where they may stand in several, one of them is found in none."""
    views = [Views(sentence, LINT.extractor) for sentence in sentences(example)]
    standing = relations.standing(views)
    likely = {id(each.way) for found in relations._ways.likely(standing).values() for each in found}
    everywhere = (1 << len(views)) - 1
    finder = Finder(views, relations.templates, standing)
    for known in relations._ways._known.values():
        if id(known.way) not in likely:
            all_ = Likely(known.way, (everywhere,) * len(known.way.parts), everywhere)
            assert not list(finder.bindings(all_, known.over, lambda places: places))
