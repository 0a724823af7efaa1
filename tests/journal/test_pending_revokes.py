"""A revoke that is not proven is still known after a crash."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from medusa_console.domain.api_key import KeyType, PendingKey
from medusa_console.domain.errors import JournalUnavailable
from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.pending import pending_keys, pending_revokes
from medusa_console.ports import PendingRevokes
from tests.system import full_disk

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LINE = PendingRevoke(
    "line-1",
    "https://northwind.example",
    "user_01",
    "apk_01",
    "ERP “nightly” sync",
    "sk_9f2***c41",
    START,
)

FILE_OF_VERSION_1 = """
BEGIN;
CREATE TABLE pending_keys (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL,
    user_id TEXT NOT NULL,
    title TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('secret', 'publishable')),
    started_at TEXT NOT NULL,
    newest_before TEXT,
    key_id TEXT,
    redacted TEXT,
    shown INTEGER NOT NULL,
    copied INTEGER NOT NULL
);
INSERT INTO pending_keys VALUES (
    'old', 'https://northwind.example', 'user_01', 'CI deploy', 'secret',
    '2026-02-01T08:00:00Z', NULL, 'apk_00', 'sk_111***111', 1, 0
);
PRAGMA user_version = 1;
COMMIT;
"""


@asynccontextmanager
async def database_in(folder: Path) -> AsyncIterator[JournalDatabase]:
    database = JournalDatabase(folder)
    try:
        yield database
    finally:
        await database.aclose()


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[PendingRevokes]:
    async with database_in(tmp_path) as database:
        yield pending_revokes(database)


async def lines_in(folder: Path) -> tuple[PendingRevoke, ...]:
    """What the next start of the program finds."""
    async with database_in(folder) as database:
        return await pending_revokes(database).of(LINE.origin, LINE.user_id)


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_a_revoke_comes_back_as_it_was_written_until_it_is_proven(
    journal: PendingRevokes, tmp_path: Path
) -> None:
    await journal.write(LINE)
    await journal.write(LINE)
    assert await lines_in(tmp_path) == (LINE,)
    await journal.remove(LINE.id)
    assert await lines_in(tmp_path) == ()


async def test_revokes_are_those_of_the_account_at_the_store_oldest_first(
    journal: PendingRevokes,
) -> None:
    later = replace(LINE, id="a", started_at=START + timedelta(microseconds=1))
    for line in (
        later,
        LINE,
        replace(LINE, id="c", origin="https://other.example"),
        replace(LINE, id="d", user_id="user_02"),
    ):
        await journal.write(line)
    assert await journal.of(LINE.origin, LINE.user_id) == (LINE, later)


WRITER = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.pending import pending_revokes

async def main():
    journal = pending_revokes(JournalDatabase(Path(sys.argv[1])))
    await journal.write(PendingRevoke(
        "line-1", "https://northwind.example", "user_01", "apk_01", "ERP “nightly” sync",
        "sk_9f2***c41", datetime(2026, 3, 1, 12, 0, tzinfo=UTC),
    ))
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_a_revoke_survives_a_program_that_is_killed_right_after(tmp_path: Path) -> None:
    killed = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", WRITER, str(tmp_path)],
        timeout=240,
        check=False,
        capture_output=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert await lines_in(tmp_path) == (LINE,)


async def test_a_full_disk_is_told_and_leaves_what_was_written(
    journal: PendingRevokes, tmp_path: Path
) -> None:
    await journal.write(LINE)
    long = replace(LINE, id="line-2", title="x" * 9000)
    with full_disk(room=4096), pytest.raises(JournalUnavailable):
        await journal.write(long)
    assert await lines_in(tmp_path) == (LINE,)


async def test_a_journal_of_the_version_before_keeps_its_lines_and_takes_revokes(
    tmp_path: Path,
) -> None:
    with sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None) as old:
        old.executescript(FILE_OF_VERSION_1)
    old.close()
    async with database_in(tmp_path) as database:
        await pending_revokes(database).write(LINE)
    async with database_in(tmp_path) as database:  # and is upgraded only once
        kept = await pending_keys(database).of(LINE.origin, LINE.user_id)
        assert await pending_revokes(database).of(LINE.origin, LINE.user_id) == (LINE,)
    created = datetime(2026, 2, 1, 8, tzinfo=UTC)
    assert kept == (
        PendingKey(
            "old",
            LINE.origin,
            LINE.user_id,
            "CI deploy",
            KeyType.SECRET,
            created,
            key_id="apk_00",
            redacted="sk_111***111",
            shown=True,
        ),
    )
    assert [file.name for file in files_in(tmp_path) if file.stat().st_size] == ["journal.sqlite3"]
