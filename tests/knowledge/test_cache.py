"""The cache only saves time: whatever becomes of it, what is given is the same."""

import os
import stat
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from claimlint.knowledge import cache, folders, tables


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that does not exist yet."""
    monkeypatch.setenv("CLAIMLINT_CACHE", str(tmp_path / "c"))
    return tmp_path / "c"


DATA = {"a": [1, 2.5, None, "é"], "b": {"c": True}}


def made(count: list[int]) -> dict[str, Any]:
    """The data, and a note that it was made."""
    count.append(1)
    return DATA


def test_what_was_made_is_remembered(place: Path) -> None:
    """The second time nothing is made."""
    count: list[int] = []
    assert cache.remembered("k", lambda: made(count)) == cache.remembered("k", lambda: made(count)) == DATA
    assert len(count) == 1


def test_without_a_cache_the_data_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data comes as if it had been read back, also where none is kept."""
    monkeypatch.setenv("CLAIMLINT_CACHE", "")
    assert cache.folder() is None
    assert cache.remembered("k", lambda: {"a": {5: (2,), True: "x"}}) == {"a": {"5": [2], "true": "x"}}


@pytest.mark.parametrize("damage", [b"", b"x", b"{}", b"0" * 64 + b"\n{}", b"\xff" * 200])
def test_a_damaged_row_is_made_anew(place: Path, damage: bytes) -> None:
    """Half a row, another hand's row and noise are as good as none, and are healed."""
    cache.remembered("k", lambda: DATA)
    row = next(place.glob("*.cache"))
    whole = row.read_bytes()
    row.write_bytes(damage)
    assert cache.remembered("k", lambda: DATA) == DATA
    assert row.read_bytes() == whole


def test_one_flipped_bit_is_noticed(place: Path) -> None:
    """Every byte of a row is under its checksum."""
    cache.remembered("k", lambda: DATA)
    row = next(place.glob("*.cache"))
    whole = bytearray(row.read_bytes())
    whole[-2] ^= 1
    row.write_bytes(bytes(whole))
    assert cache.remembered("k", lambda: {"fresh": 1}) == {"fresh": 1}


def test_a_row_is_of_its_stamp_alone(place: Path) -> None:
    """Whatever a row is called, it is read for what it was made of."""
    cache.remembered("k", lambda: DATA)
    cache.remembered("l", lambda: {"other": 1})
    (one, other), told = place.glob("*.cache"), {row: row.read_bytes() for row in place.glob("*.cache")}
    one.write_bytes(told[other])
    other.write_bytes(told[one])
    assert (cache.remembered("k", lambda: {"fresh": 1}), cache.remembered("l", lambda: {"fresh": 2})) == (
        {"fresh": 1},
        {"fresh": 2},
    )


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the folder should be, and a folder below a device, are no cache."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for place in (tmp_path / "file", Path("/dev/null/x")):
        monkeypatch.setenv("CLAIMLINT_CACHE", str(place))
        assert cache.remembered("k", lambda: DATA) == DATA


def test_a_full_disk_changes_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way leaves no row and no rest."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert cache.remembered("k", lambda: DATA) == DATA
    assert list(place.iterdir()) == []


def test_many_writers_leave_a_whole_row(place: Path) -> None:
    """Eight at a time: each row is whole, whoever wrote it last."""
    threads = [threading.Thread(target=lambda: [cache.remembered(f"k{i}", lambda: DATA) for i in range(20)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = list(place.glob("*.cache"))
    assert rows
    assert all(tables.read(row.read_bytes().split(b"\n", 2)[2]) == DATA for row in rows)


def test_few_versions_are_kept_and_nobody_else_reads_them(place: Path) -> None:
    """Old rows are cleared away, and the folder is the user's own."""
    for i in range(20):
        cache.remembered(f"k{i}", lambda: DATA)
    assert len(list(place.iterdir())) <= 8
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0


def test_the_stamp_is_made_of_every_file_and_of_what_else_counts(tmp_path: Path) -> None:
    """A file that is written is another file, also where its size stays; so is one of another name, and one more."""
    seen = {cache.stamp([]), cache.stamp([], 5)}

    def stamped(name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = cache.stamp(folders.files(tmp_path))
        assert found not in seen
        assert found == cache.stamp(folders.files(tmp_path))
        seen.add(found)

    stamped("a.yaml", "a: 1")
    time.sleep(0.02)  # file systems tell the time in steps
    stamped("a.yaml", "a: 2")
    stamped("b.yaml", "a: 2")
    (tmp_path / "a.yaml").rename(tmp_path / "c.yaml")
    stamped("d.yaml", "")
