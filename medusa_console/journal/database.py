"""Opens and migrates the journal's file, on its own thread. Each table has a module of its own.

All SQLite calls run on that thread, so that the window never waits for the disk.
"""

from __future__ import annotations

import asyncio
import logging
import mmap
import os
import sqlite3
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from medusa_console.domain.errors import JournalUnavailable

log = logging.getLogger(__name__)

T = TypeVar("T")

FILE_NAME: Final = "journal.sqlite3"
# The head of a file of SQLite: https://www.sqlite.org/fileformat2.html
_HEAD, _MAGIC, _USER_VERSION = 100, b"SQLite format 3\0", slice(60, 64)
# How long a statement waits for another program that holds the file.
_PATIENCE_S = 5.0

# What SQLite shares at first, in bytes.
_MEMORY = 32_768

# Statement n upgrades version n - 1 to n: append, never change a released one.
_MIGRATIONS = (
    """
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
    )
    """,
    """
    CREATE TABLE pending_revokes (
        id TEXT PRIMARY KEY,
        origin TEXT NOT NULL,
        user_id TEXT NOT NULL,
        key_id TEXT NOT NULL,
        title TEXT NOT NULL,
        redacted TEXT NOT NULL,
        started_at TEXT NOT NULL
    )
    """,
    "ALTER TABLE pending_keys ADD COLUMN ends_in INTEGER",
    """
    CREATE TABLE rotations (
        id TEXT PRIMARY KEY,
        origin TEXT NOT NULL,
        user_id TEXT NOT NULL,
        old_id TEXT NOT NULL,
        old_title TEXT NOT NULL,
        old_redacted TEXT NOT NULL,
        step TEXT NOT NULL,
        started_at TEXT NOT NULL,
        line_id TEXT,
        new_id TEXT,
        leaked INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE key_notes (
        origin TEXT NOT NULL,
        key_id TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (origin, key_id)
    )
    """,
    """
    CREATE TABLE leak_evidence (
        origin TEXT NOT NULL,
        key_id TEXT NOT NULL,
        PRIMARY KEY (origin, key_id)
    )
    """,
)


def is_newer(folder: Path) -> bool:
    """Whether a newer version, whose tables this one does not know, has written the journal in
    `folder`. Reads the head of the file alone, because opening a database may change it."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    version = int.from_bytes(head[_USER_VERSION], "big", signed=True)
    return head.startswith(_MAGIC) and version > len(_MIGRATIONS)


class JournalDatabase:
    """`journal.sqlite3` in `folder`.

    A file that is no journal is renamed, once, and a new one is created. Every other failure (disk
    full, read-only) is a JournalUnavailable.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._connection: sqlite3.Connection | None = None
        self._set_aside = False

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` on the journal's thread; each of its statements is on disk when it returns."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def aclose(self) -> None:
        """Wait for calls in flight and close the file."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._close)
        self._thread.shutdown()

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            try:
                return work(self._open())
            except sqlite3.DatabaseError as error:
                if self._set_aside or not _is_damage(error):
                    raise
                self._replace_damaged(error)
                return work(self._open())
        except (sqlite3.Error, OSError) as error:
            in_use = _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            raise JournalUnavailable(f"{self._file.name}: {error}", in_use=in_use) from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600))
        # isolation_level None: each statement is committed and synced when it returns.
        connection = sqlite3.connect(self._file, isolation_level=None, timeout=_PATIENCE_S)
        try:
            version = _version(connection)  # the file of a newer program stays as it is
            if _shares_memory(self._file.parent):
                # A statement waits for one write to the disk, not for four: a revoke waits for it.
                connection.execute("PRAGMA journal_mode = WAL")
            else:
                # Cut and synced, not deleted: no loss of power brings a deleted journal back,
                # which would undo the statement.
                connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, version)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def _replace_damaged(self, damage: sqlite3.DatabaseError) -> None:
        self._close()
        self._set_aside = True
        kept = self._file.with_name(f"{self._file.name}.{datetime.now(UTC):%Y%m%d-%H%M%S}.damaged")
        os.replace(self._file, kept)
        log.warning("the journal was damaged (%s) and is kept as %s", damage, kept.name)

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _shares_memory(folder: Path) -> bool:
    """Whether programs can share memory by a file in `folder`, which a log that is written ahead
    takes: some network folders have none."""
    with tempfile.TemporaryFile(dir=folder) as file:
        file.truncate(_MEMORY)
        try:
            mmap.mmap(file.fileno(), _MEMORY).close()
        except OSError:
            return False
    return True


def _version(connection: sqlite3.Connection) -> int:
    version: int
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(_MIGRATIONS):
        raise sqlite3.NotSupportedError("written by a newer version of this program")
    return version


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    for number in range(version, len(_MIGRATIONS)):
        connection.executescript(
            f"BEGIN; {_MIGRATIONS[number]}; PRAGMA user_version = {number + 1}; COMMIT;"
        )


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return _code(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


def _code(error: Exception) -> int:
    # The low byte is SQLite's primary code; errors of Python's own module have no code.
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
