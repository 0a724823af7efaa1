"""What was asked for and not settled is still known after a crash."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from medusa_console.domain.api_key import KeyType, PendingKey
from medusa_console.domain.errors import JournalUnavailable
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.pending import pending_keys
from medusa_console.ports import PendingKeys
from medusa_console.ui.words.errors import explain
from tests.system import full_disk

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LINE = PendingKey(
    "line-1",
    "https://northwind.example",
    "user_01",
    "ERP “nightly” sync",
    KeyType.SECRET,
    START,
)


@asynccontextmanager
async def journal_in(folder: Path) -> AsyncIterator[PendingKeys]:
    database = JournalDatabase(folder)
    try:
        yield pending_keys(database)
    finally:
        await database.aclose()


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[PendingKeys]:
    async with journal_in(tmp_path / "data") as journal:
        yield journal


async def lines_in(folder: Path) -> tuple[PendingKey, ...]:
    """What the next start of the program finds."""
    async with journal_in(folder) as journal:
        return await journal.of(LINE.origin, LINE.user_id)


def damaged_files(folder: Path) -> list[Path]:
    return list(folder.glob("*damaged*"))


async def test_a_line_comes_back_as_it_was_written(journal: PendingKeys, tmp_path: Path) -> None:
    answered = replace(
        LINE,
        newest_before=START - timedelta(days=1, microseconds=1),
        key_id="apk_01",
        redacted="sk_9f2***c41",
        copied=True,
        shown=True,
    )
    await journal.write(LINE)
    assert await lines_in(tmp_path / "data") == (LINE,)
    await journal.write(answered)
    assert await lines_in(tmp_path / "data") == (answered,)


async def test_a_line_is_on_disk_when_it_is_said_to_be(tmp_path: Path) -> None:
    """SQLite waits for the disk itself, so that not even a power cut loses the line."""

    def kept_safe(connection: sqlite3.Connection) -> tuple[int, bool]:
        (level,) = connection.execute("PRAGMA synchronous").fetchone()
        return level, connection.in_transaction

    database = JournalDatabase(tmp_path)
    try:
        await pending_keys(database).write(LINE)
        level, unfinished = await database.run(kept_safe)
    finally:
        await database.aclose()
    full = 2
    assert level >= full
    assert not unfinished


async def test_a_settled_line_is_gone(journal: PendingKeys, tmp_path: Path) -> None:
    await journal.write(LINE)
    await journal.remove(LINE.id)
    assert await lines_in(tmp_path / "data") == ()


async def test_lines_are_those_of_the_account_at_the_store_oldest_first(
    journal: PendingKeys,
) -> None:
    later = replace(LINE, id="b", started_at=START + timedelta(microseconds=1))
    latest = replace(LINE, id="a", started_at=START + timedelta(seconds=1))
    for line in (
        later,
        LINE,
        latest,
        replace(LINE, id="c", origin="https://other.example"),
        replace(LINE, id="d", user_id="user_02"),
    ):
        await journal.write(line)
    await journal.write(replace(LINE, copied=True))
    assert await journal.of(LINE.origin, LINE.user_id) == (
        replace(LINE, copied=True),
        later,
        latest,
    )


async def test_only_its_owner_may_read_the_file(journal: PendingKeys, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        await journal.write(LINE)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data/journal.sqlite3").stat().st_mode) == 0o600


async def test_the_disk_is_not_waited_for_on_the_thread_of_the_window(
    journal: PendingKeys,
) -> None:
    opened: set[threading.Thread] = set()

    def watch(event: str, _: object) -> None:
        if event == "sqlite3.connect":
            opened.add(threading.current_thread())

    sys.addaudithook(watch)
    await journal.write(LINE)
    assert opened
    assert threading.main_thread() not in opened


WRITER = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from medusa_console.domain.api_key import KeyType, PendingKey
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.pending import pending_keys

async def main():
    journal = pending_keys(JournalDatabase(Path(sys.argv[1])))
    start = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    for number in range(3):
        await journal.write(PendingKey(
            f"line-{number}", "https://northwind.example", "user_01",
            "ERP nightly sync", KeyType.SECRET, start,
        ))
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_lines_survive_a_program_that_is_killed_right_after(tmp_path: Path) -> None:
    killed = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", WRITER, str(tmp_path)],
        timeout=240,
        check=False,
        capture_output=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert [line.id for line in await lines_in(tmp_path)] == ["line-0", "line-1", "line-2"]


async def test_on_a_full_disk_a_write_fails_and_works_again_afterwards(
    journal: PendingKeys, tmp_path: Path
) -> None:
    await journal.write(LINE)
    second = replace(LINE, id="line-2", title="x" * 9000)
    with full_disk(room=4096), pytest.raises(JournalUnavailable, match=r"journal\.sqlite3"):
        await journal.write(second)
    assert await lines_in(tmp_path / "data") == (LINE,)
    await journal.write(second)
    assert len(await lines_in(tmp_path / "data")) == 2


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(JournalUnavailable):
        await lines_in(tmp_path / "taken")


def _share_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Map no files, as the systems of some network folders do not."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENODEV, "No such device")

    monkeypatch.setattr("mmap.mmap", refuse)


async def test_a_damaged_journal_is_kept_aside_and_a_fresh_one_begun(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "journal.sqlite3").write_bytes(b"no database at all" * 100)
    async with journal_in(tmp_path) as journal:
        await journal.write(LINE)
    assert await lines_in(tmp_path) == (LINE,)
    (kept,) = damaged_files(tmp_path)
    assert kept.read_bytes().startswith(b"no database")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


async def test_lines_that_were_written_ahead_survive_a_damaged_file(tmp_path: Path) -> None:
    async with journal_in(tmp_path) as journal:
        await journal.write(LINE)
        ahead = (tmp_path / "journal.sqlite3-wal").read_bytes()
    (tmp_path / "journal.sqlite3").write_bytes(b"no database at all" * 100)
    (tmp_path / "journal.sqlite3-wal").write_bytes(ahead)
    assert await lines_in(tmp_path) == (LINE,)


async def test_without_shared_memory_a_journal_keeps_its_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _share_nothing(monkeypatch)
    async with journal_in(tmp_path) as journal:
        await journal.write(LINE)
        assert not (tmp_path / "journal.sqlite3-wal").exists()
    assert await lines_in(tmp_path) == (LINE,)


async def test_a_journal_damaged_again_and_again_is_not_replaced_for_ever(
    journal: PendingKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _share_nothing(monkeypatch)  # else what was written ahead hides the damage
    file = tmp_path / "data" / "journal.sqlite3"
    await journal.write(LINE)
    file.write_bytes(b"damaged" * 1000)
    await journal.write(LINE)
    file.write_bytes(b"damaged" * 1000)
    with pytest.raises(JournalUnavailable):
        await journal.write(LINE)
    assert len(damaged_files(tmp_path / "data")) == 1


async def test_the_journal_of_a_newer_version_is_left_as_it_is(
    journal: PendingKeys, tmp_path: Path
) -> None:
    await journal.write(LINE)
    with sqlite3.connect(tmp_path / "data" / "journal.sqlite3") as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(JournalUnavailable, match="newer version"):
        await lines_in(tmp_path / "data")
    assert damaged_files(tmp_path / "data") == []


async def test_a_journal_that_another_program_holds_is_told_as_that(
    journal: PendingKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medusa_console.journal.database._PATIENCE_S", 0.01)
    await journal.write(LINE)
    other = sqlite3.connect(tmp_path / "data" / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(JournalUnavailable) as held:
            await journal.write(replace(LINE, id="line-2"))
    finally:
        other.close()
    message = explain(held.value)
    assert "Another program, perhaps a backup, is using" in message.text
    assert "space" not in message.text
    await journal.write(replace(LINE, id="line-2"))


async def test_a_journal_held_before_the_first_write_is_told_as_that(
    journal: PendingKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medusa_console.journal.database._PATIENCE_S", 0.01)
    (tmp_path / "data").mkdir()
    other = sqlite3.connect(tmp_path / "data" / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(JournalUnavailable) as held:
            await journal.write(LINE)
    finally:
        other.close()
    assert "Another program, perhaps a backup, is using" in explain(held.value).text
    await journal.write(LINE)
