"""The same input gives the same bytes, whatever the machine, the day and the order."""

import itertools
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reports import records

COMMANDS = (
    ("check", "--notes"),
    ("check", "--format", "json"),
    ("check", "--format", "concise"),
    ("mentions",),
    ("claims", "--format", "jsonl"),
)


@pytest.fixture(scope="module")
def expected(spawn: Callable[..., Any], seeds: Path) -> dict[tuple[str, ...], Any]:
    """What each command prints about the seeds."""
    return {command: spawn(*command, seeds) for command in COMMANDS}


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "COLUMNS": "20"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "America/Los_Angeles", "COLUMNS": "500"},
        {"PYTHONHASHSEED": "3", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1", "LC_ALL": "POSIX", "PYTHONOPTIMIZE": "2"},
        {"CLAIMLINT_CACHE": "", "TERM": "dumb", "PYTHONDONTWRITEBYTECODE": "1"},
    ],
    ids=["east", "west", "latin", "without a cache"],
)
def test_the_surroundings_change_nothing(
    spawn: Callable[..., Any], seeds: Path, expected: dict[tuple[str, ...], Any], environment: dict[str, str]
) -> None:
    """Hash seed, locale, time zone, width, encoding, optimisation, cache: the bytes are the same."""
    for command in COMMANDS:
        assert spawn(*command, seeds, **environment) == expected[command]


def test_the_order_of_paths_changes_nothing(spawn: Callable[..., Any], seeds: Path, expected: dict[tuple[str, ...], Any]) -> None:
    """Files one by one, in any order and twice, are the folder."""
    paths = sorted(seeds.iterdir())
    paths = paths[3:] + paths[2::-1]
    for command in COMMANDS[:2]:
        assert spawn(*command, *paths, paths[0], seeds) == expected[command]


def test_the_working_folder_and_the_mask_of_rights_change_nothing(
    spawn: Callable[..., Any], seeds: Path, expected: dict[tuple[str, ...], Any], tmp_path: Path
) -> None:
    """From anywhere, with any mask, absolute paths give the same bytes."""
    before = os.umask(0o077)
    try:
        assert spawn(*COMMANDS[0], seeds, cwd=tmp_path) == expected[COMMANDS[0]]
    finally:
        os.umask(before)


def test_the_times_of_files_change_nothing(run: Callable[..., Any], seeds: Path, tmp_path: Path) -> None:
    """What a file's own clock says is not read."""
    shutil.copytree(seeds, tmp_path / "s")
    first = run(tmp_path / "s", "--format", "json")
    for i, path in enumerate(sorted((tmp_path / "s").iterdir())):
        os.utime(path, (i * 10**8, i * 10**8))
    assert run(tmp_path / "s", "--format", "json") == first


def test_a_poisoned_cache_changes_nothing(
    spawn: Callable[..., Any], seeds: Path, expected: dict[tuple[str, ...], Any], tmp_path: Path
) -> None:
    """Rows of noise, of another version and half written are thrown away."""
    place = str(tmp_path / "c")
    assert spawn(*COMMANDS[0], seeds, CLAIMLINT_CACHE=place) == expected[COMMANDS[0]]
    for row in (tmp_path / "c").iterdir():
        whole = row.read_bytes()
        for damage in (b"", whole[: len(whole) // 2], whole.replace(b"kilometer", b"kilogramm"), b"0" * 64 + b"\n{}"):
            row.write_bytes(damage)
            assert spawn(*COMMANDS[0], seeds, CLAIMLINT_CACHE=place) == expected[COMMANDS[0]]


TEXTS = [
    "GENEVA, May 3, 2019 (Wire) - The ferry Aurora sank off Halden on Monday and 12 people died, police said.",
    "GENEVA, May 3, 2019 (Press) - Fourteen people died when the ferry Aurora sank off Halden on Monday.",
    "HALDEN, May 4, 2019 (Desk) - The ferry Aurora was 90 metres long and had 312 people on board when it sank off Halden.",
    "HALDEN, May 4, 2019 (Post) - The Aurora, 95 metres long, carried 312 people.",
]


@given(st.permutations(TEXTS))
def test_the_order_of_documents_changes_nothing(lint: Claimlint, order: list[str]) -> None:
    """A story is a set of articles."""
    documents = [lint.prepared(Document(f"{TEXTS.index(text)}.txt", text)) for text in order]
    report = records.dump(records.report(lint.judge(documents), lint.reader.units))
    straight = [lint.prepared(Document(f"{i}.txt", text)) for i, text in enumerate(TEXTS)]
    assert report == records.dump(records.report(lint.judge(straight), lint.reader.units))


def test_what_was_read_before_changes_nothing(lint: Claimlint, seeds: Path) -> None:
    """A checker that has read much gives what a fresh one gives."""
    fresh = Claimlint(debug=True)
    for text in itertools.islice(itertools.cycle(TEXTS), 20):
        lint.judge([lint.prepared(Document("a", text))])
    one, other = (records.dump(records.report(each.check([str(seeds)]), each.reader.units)) for each in (fresh, lint))
    assert one == other
