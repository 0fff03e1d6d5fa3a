"""Templates with slots: what they match, what they must not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimlint.checks.compiler import Compiler
from claimlint.checks.views import Views
from claimlint.claims.matching import Template
from claimlint.claims.word_lists import WordLists
from claimlint.knowledge import folders, strict_yaml
from claimlint.line import Claimlint
from claimlint.reading import grammar

Find = Callable[[str, str], list[dict[str, list[str]]]]


@pytest.fixture(scope="module")
def find() -> Find:
    """Gives a function from a template and a sentence to the slots of each reading, as they are written."""
    lint = Claimlint()
    texts = folders.texts(folders.files(folders.folder("rules")))
    words = {name: strict_yaml.typed(strict_yaml.load(text, name)) for name, text in texts.items() if name.startswith("words/")}
    place = Path(folders.folder("grammars"))

    def found(cue: str, text: str) -> list[dict[str, list[str]]]:
        compiler = Compiler(WordLists(words), grammar.Notation(place / "cues.lark"), grammar.Notation(place / "relations.lark"))
        wrong: list[str] = []
        compiler.relation({"find": [cue], "expect": "1 = 1"}, lambda _, said: wrong.append(said))
        assert not wrong
        kept = compiler.kept({})
        template = Template(kept["templates"].members[0], dict(enumerate(map(frozenset, kept["sets"].members))))
        (document,) = lint.parse(text, "a.txt")
        (sentence,) = lint.extractor.parser.parse(document).sentences
        views = Views(sentence, lint.extractor)
        rows: list[dict[str, list[str]]] = []
        for items in views.bracketed if template.brackets else views.plain:
            for reading in template.readings(items):
                said = {name: [_said(item, text) for item in filled] for name, filled in reading.slots.items()}
                if said not in rows:
                    rows.append(said)
        return rows

    return found


def _said(item: Any, text: str) -> str:
    return text[item.mention.start : item.mention.end] if item.mention is not None else item.lower


def test_a_word_stands_for_its_forms(find: Find) -> None:
    """Cost, costs; a word with = before it is only itself."""
    assert find("cost {a:money}", "The bridge costs $5 million.") == [{"a": ["$5 million"]}]
    assert find("=cost {a:money}", "The bridge costs $5 million.") == []


def test_a_gap_steps_over_words_and_over_no_number_of_the_kind(find: Find) -> None:
    """Three words at most for .., and never a number that might have been meant."""
    assert find("sold .. {a:count} in all", "They sold as many as 40 in all.")
    assert not find("sold .. {a:count} in all", "They sold 12 boats and 40 in all.")


def test_a_list_is_taken_whole(find: Find) -> None:
    """Parts joined by commas, the last with or without "and" where there are three."""
    whole = [{"a": ["two", "three", "four"]}]
    assert find(": {a:count*}", "It has these: two men, three women and four children.") == whole
    assert find(": {a:count*}", "It has these: two men, three women, four children.") == whole
    assert find(": {a:count*}", "It has these: two men, three women.") == []


def test_a_noun_in_two_places_is_the_same_word(find: Find) -> None:
    """The tanks of one clause are the tanks of the next, whatever their number; planes are not."""
    cue = "{a:count} {thing:noun} ... {b:count} {thing:noun}"
    assert find(cue, "They have 40 tanks, and one tank burns, and 50 tanks are new.")
    assert not find(cue, "They have 40 tanks, and 50 planes are new.")


def test_how_often_is_taken_apart(find: Find) -> None:
    """Twice a day is two times, 20 times a week twenty."""
    cue = "{a:count} [time] a day , or {b:count} [time] a week"
    assert {"a": ["twice"], "b": ["20 times"]} in find(cue, "The ferry sails twice a day, or 20 times a week.") or {
        "a": ["twice"],
        "b": ["20"],
    } in find(cue, "The ferry sails twice a day, or 20 times a week.")


def test_a_span_is_taken_apart_once(find: Find) -> None:
    """The word before two times of day is there once, though the mention has it too."""
    assert find("from {a:clock} to {b:clock}", "It is open from 2 p.m. to 5 p.m. on Sunday.")


def test_brackets_are_seen_only_by_templates_that_speak_of_them(find: Find) -> None:
    """What stands in brackets is an aside."""
    assert find("{a:count} \\( {b:count} \\)", "They sold 40 boats (12 of them new) and 30 (45) cars.") == [
        {"a": ["30"], "b": ["45"]}
    ]
    assert not find("boat {a:count}", "They sold boats (12 of them new).")
