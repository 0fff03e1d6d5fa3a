"""The source itself keeps promises: no code from data, no clock, no network, one place that prints."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent.parent / "claimlint"
FILES = sorted(PACKAGE.rglob("*.py"))
# What runs data as code, asks a clock or dice, or talks to others.
MODULES = {
    "pickle", "marshal", "shelve", "dill", "cloudpickle", "subprocess", "socket", "ssl", "http", "urllib", "requests", "ftplib", "smtplib",
    "asyncio", "random", "secrets", "ctypes", "runpy", "code", "codeop", "webbrowser", "locale", "time",
}  # fmt: skip
ALLOWED = {
    "cli/revisions.py": {"subprocess"},  # asks git, when --since is told
    "documents/pdf.py": {"subprocess"},  # what reads PDF is no Python: it runs apart, and may end without ending the run
    "editor/server.py": {"asyncio"},  # waits until an edit has settled; speaks on standard input and output alone
}
CALLS = {"eval", "exec", "compile", "__import__", "input", "breakpoint"}
METHODS = {
    ("yaml", "load"),
    ("os", "system"),
    ("os", "popen"),
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
}
OPENING = {"configuration/place.py", "knowledge/folders.py", "documents/discover.py", "cli/output.py", "knowledge/cache.py"}
PRINTING = {"cli/output.py", "documents/pdf_pages.py"}  # the second is a process of its own, which answers the first


def nodes(path: Path) -> Iterator[ast.AST]:
    """The nodes of a module."""
    return ast.walk(ast.parse(path.read_text("utf-8")))


def name(path: Path) -> str:
    """A module's path in the package."""
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_module_runs_no_data_and_asks_no_clock(path: Path) -> None:
    """No pickle, eval, yaml.load, Lark(cache=...), no time of day, no dice, no network."""
    for node in nodes(path):
        imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        imported += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        assert not {module.split(".")[0] for module in imported} & (MODULES - ALLOWED.get(name(path), set()))
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                assert function.id not in CALLS
            if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
                assert (function.value.id, function.attr) not in METHODS
            assert "cache" not in {keyword.arg for keyword in node.keywords} or "Lark" not in ast.unparse(function)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_are_opened_in_few_places(path: Path) -> None:
    """Articles, knowledge and the cache are opened where links and limits are heeded; nothing else is opened."""
    opens = {ast.unparse(node.func) for node in nodes(path) if isinstance(node, ast.Call)} & {
        "open",
        "os.open",
        "os.fdopen",
        "io.open",
    }
    assert not opens or name(path) in OPENING


@pytest.mark.parametrize("path", FILES, ids=name)
def test_one_module_prints(path: Path) -> None:
    """Standard streams are written in one place, where what is written is made visible."""
    printed = [ast.unparse(node.func) for node in nodes(path) if isinstance(node, ast.Call)]
    writes = [call for call in printed if call in {"print", "click.echo"} or call.startswith(("sys.stdout.", "sys.stderr."))]
    assert not writes or name(path) in PRINTING or set(writes) <= {"sys.stdout.isatty", "sys.stderr.isatty"}


def test_pint_and_lark_are_known_in_one_place_each() -> None:
    """Units know pint, the grammar knows lark, the rest knows neither."""
    found: dict[str, set[str]] = {"pint": set(), "lark": set(), "yaml": set()}
    for path in FILES:
        for node in nodes(path):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                if module.split(".")[0] in found:
                    found[module.split(".")[0]].add(name(path))
    assert found == {"pint": {"values/units.py"}, "lark": {"reading/grammar.py"}, "yaml": {"knowledge/strict_yaml.py"}}
