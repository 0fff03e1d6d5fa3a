"""The grammar of values: no conflicts, and the walk over its tables gives what lark's own parser gives."""

from pathlib import Path
from typing import Any

from lark import Token, Tree

from claimlint.line import Claimlint
from claimlint.reading import grammar
from claimlint.reading.tokens import fold, tokenize

GRAMMAR = Path(__file__).resolve().parents[2] / "grammars" / "value.lark"
CORPUS = GRAMMAR.parent / "corpus"
READER = Claimlint().reader
FEWEST = 500  # ways to read that the corpora are known to hold


def plain(tree: Any, places: list[int]) -> Any:
    """A tree of lark as the walk writes it: names without the prefixes of imports, leaves by their place."""
    if isinstance(tree, Token):
        return places.pop(0)
    assert isinstance(tree, Tree)
    return (str(tree.data).rsplit("__", 1)[-1], *(plain(child, places) for child in tree.children))


def test_the_grammar_has_no_conflict() -> None:
    """Lark would settle a conflict without a word; strict parsing refuses it."""
    assert grammar.load(GRAMMAR, strict=True).rules


def test_the_walk_reads_as_lark_does() -> None:
    """Every way that the walk finds to read the corpora is a way that lark finds, with the same tree."""
    parser = grammar.load(GRAMMAR)
    symbols = {str(symbol.name) for rule in parser.rules for symbol in rule.expansion if symbol.is_term}
    full = {name.rsplit("__", 1)[-1]: name for name in symbols}
    ways: dict[tuple[str, ...], Any] = {}
    for path in sorted(CORPUS.glob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            tokens, _ = tokenize(fold(line.strip(" -").replace("[", "").replace("]", "")))
            for place, token in enumerate(tokens):
                if READER.lexicon[token].kind:
                    ways.update({tuple(reading.terminals): reading.tree for _, reading in READER.readings(tokens, place)})
    assert len(ways) > FEWEST
    for terminals, read in ways.items():
        tree = parser.parse([full[name] for name in terminals])
        assert plain(tree, list(range(len(terminals)))) == read, terminals
