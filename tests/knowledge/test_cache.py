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


def of(*more: object) -> cache.Source:
    """What data is made from, without a file."""
    return cache.Source((), repr(more))


DATA = {"a": [1, 2.5, None, "é"], "b": {"c": True}}


def made(count: list[int]) -> dict[str, Any]:
    """The data, and a note that it was made."""
    count.append(1)
    return DATA


def test_what_was_made_is_remembered(place: Path) -> None:
    """The second time nothing is made."""
    count: list[int] = []
    assert cache.remembered(of("k"), lambda: made(count)) == cache.remembered(of("k"), lambda: made(count)) == DATA
    assert len(count) == 1


def test_without_a_cache_the_data_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data comes as if it had been read back, also where none is kept."""
    monkeypatch.setenv("CLAIMLINT_CACHE", "")
    assert cache.folder() is None
    assert cache.remembered(of("k"), lambda: {"a": {5: (2,), True: "x"}}) == {"a": {"5": [2], "true": "x"}}


@pytest.mark.parametrize("damage", [b"", b"x", b"{}", b"0" * 64 + b"\n{}", b"\xff" * 200])
@pytest.mark.parametrize("kind", [".cache", ".seen"])
def test_a_damaged_row_is_made_anew(place: Path, damage: bytes, kind: str) -> None:
    """Half a row, another hand's row and noise are as good as none, and are healed."""
    cache.remembered(of("k"), lambda: DATA)
    (row,) = place.glob("*" + kind)
    whole = row.read_bytes()
    row.write_bytes(damage)
    assert cache.remembered(of("k"), lambda: DATA) == DATA
    assert row.read_bytes() == whole


def test_one_flipped_bit_is_noticed(place: Path) -> None:
    """Every byte of a row is under its checksum."""
    cache.remembered(of("k"), lambda: DATA)
    row = next(place.glob("*.cache"))
    whole = bytearray(row.read_bytes())
    whole[-2] ^= 1
    row.write_bytes(bytes(whole))
    assert cache.remembered(of("k"), lambda: {"fresh": 1}) == {"fresh": 1}


def test_a_row_is_of_its_stamp_alone(place: Path) -> None:
    """Whatever a row is called, it is read for what it was made of."""
    cache.remembered(of("k"), lambda: DATA)
    cache.remembered(of("l"), lambda: {"other": 1})
    (one, other), told = place.glob("*.cache"), {row: row.read_bytes() for row in place.glob("*.cache")}
    one.write_bytes(told[other])
    other.write_bytes(told[one])
    assert (cache.remembered(of("k"), lambda: {"fresh": 1}), cache.remembered(of("l"), lambda: {"fresh": 2})) == (
        {"fresh": 1},
        {"fresh": 2},
    )


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the folder should be, and a folder below a device, are no cache."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for place in (tmp_path / "file", Path("/dev/null/x")):
        monkeypatch.setenv("CLAIMLINT_CACHE", str(place))
        assert cache.remembered(of("k"), lambda: DATA) == DATA


def test_a_full_disk_changes_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way leaves no row and no rest."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert cache.remembered(of("k"), lambda: DATA) == DATA
    assert list(place.iterdir()) == []


def test_many_writers_leave_a_whole_row(place: Path) -> None:
    """Eight at a time: each row is whole, whoever wrote it last."""
    threads = [
        threading.Thread(target=lambda: [cache.remembered(of(f"k{i}"), lambda: DATA) for i in range(20)]) for _ in range(8)
    ]
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
        cache.remembered(of(f"k{i}"), lambda: DATA)
    assert len(list(place.iterdir())) <= 16
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0


def test_the_stamp_is_made_of_every_file_and_of_what_else_counts(tmp_path: Path) -> None:
    """A file that is written is another file, also where its size stays; so is one of another name, and one more."""
    seen = {cache.source([]).stamp, cache.source([], 5).stamp}

    def stamped(name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = cache.source(folders.files(tmp_path)).stamp
        assert found not in seen
        assert found == cache.source(folders.files(tmp_path)).stamp
        seen.add(found)

    stamped("a.yaml", "a: 1")
    time.sleep(0.02)  # file systems tell the time in steps
    stamped("a.yaml", "a: 2")
    stamped("b.yaml", "a: 2")
    (tmp_path / "a.yaml").rename(tmp_path / "c.yaml")
    stamped("d.yaml", "")


def test_files_of_the_same_contents_have_the_same_data(place: Path, tmp_path: Path) -> None:
    """Another checkout of the same files finds what was made of them; one letter, one name or one file more, and it does not."""
    for name in ("one", "two"):
        (tmp_path / name / "rules").mkdir(parents=True)
        (tmp_path / name / "rules/a.yaml").write_text("a: 1", encoding="utf-8")

    def found(name: str, made: int) -> object:
        return cache.remembered(cache.source(folders.files(tmp_path / name)), lambda: {"made": made})["made"]

    assert [found("one", 1), found("two", 2), found("two", 3)] == [1, 1, 1]
    (tmp_path / "two/rules/a.yaml").write_text("a: 2", encoding="utf-8")
    assert found("two", 4) == 4
    (tmp_path / "two/rules/a.yaml").rename(tmp_path / "two/rules/b.yaml")
    assert found("two", 5) == 5
    (tmp_path / "two/rules/c.yaml").write_text("", encoding="utf-8")
    assert [found("two", 6), found("one", 7)] == [6, 1]


def test_what_was_made_while_a_file_changed_is_not_kept(place: Path, tmp_path: Path) -> None:
    """Nobody knows which of the two contents it was made of."""
    file = tmp_path / "a.yaml"
    file.write_text("a: 1", encoding="utf-8")

    def make() -> dict[str, Any]:
        file.write_text("a: 2", encoding="utf-8")
        return DATA

    assert cache.remembered(cache.source(folders.files(tmp_path)), make) == DATA
    assert not place.exists()


def test_a_program_that_was_replaced_while_it_ran_keeps_nothing(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the old one makes is not what the new one would find under its own contents."""
    file = tmp_path / "made.py"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(cache, "_PROGRAM", folders.files(tmp_path, (".py",)))
    file.write_text("newer", encoding="utf-8")
    assert cache.remembered(cache.source([]), lambda: DATA) == DATA
    assert not place.exists()


def test_what_nobody_may_write_is_read(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data that was kept by another, in a folder that takes no more, is found by the contents of the files."""
    (tmp_path / "a.yaml").write_text("a: 1", encoding="utf-8")
    cache.remembered(cache.source(folders.files(tmp_path)), lambda: DATA)
    os.utime(tmp_path / "a.yaml", (1, 1))
    monkeypatch.setattr(cache, "_store", lambda *_: pytest.fail("nothing is to be kept anew") if _[1] == ".cache" else None)
    assert cache.remembered(cache.source(folders.files(tmp_path)), lambda: {"fresh": 1}) == DATA
