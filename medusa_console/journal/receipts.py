"""Receipts of what was done to many keys, in files of the folder `receipts`."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import stat
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from medusa_console.domain.errors import ReceiptsUnwritable

if TYPE_CHECKING:
    from medusa_console.domain.left_run import LeftReceipts, LeftRun

log = logging.getLogger(__name__)

KEPT_FOR: Final = timedelta(days=400)
_MOST_FILES: Final = 2_000
_MOST_HEADS: Final = 50
_LARGEST: Final = 64 * 1024 * 1024
_LONGEST_LINE: Final = 64 * 1024
_NAME = re.compile(r"\d{8}-\d{6}-[a-z]+-[0-9a-f]{8}\.jsonl")


class ReceiptFolder:
    """Implements ports.Receipts: the folder `receipts` in `folder`, which nobody else may read. All
    writes are on a thread of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "receipts"
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="receipts")

    async def append(self, name: str, lines: Sequence[str]) -> None:
        """As ports.Receipts."""
        if not _NAME.fullmatch(name):
            raise ReceiptsUnwritable("no name of a file of receipts")
        text = "".join(f"{line}\n" for line in lines).encode()
        try:
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._thread, self._append, name, text)
        except OSError as error:
            raise ReceiptsUnwritable(f"receipts: {error.strerror}") from error

    async def left(self, store: str, by: str) -> LeftRun | None:
        """As ports.Receipts."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, self._left, store, by)
        except OSError as error:
            log.warning("receipts cannot be read: %s", error.strerror)
            return None

    async def read(self, name: str) -> LeftReceipts | None:
        """As ports.Receipts."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, self._read, name)
        except OSError as error:
            log.warning("receipts cannot be read: %s", error.strerror)
            return None

    def close(self) -> None:
        """Wait for the last lines."""
        self._thread.shutdown()

    def _left(self, store: str, by: str) -> LeftRun | None:
        from medusa_console.domain.left_run import head_of, left_of  # not at every start

        if self._folder.is_symlink() or not self._folder.is_dir():
            return None
        names = sorted(name for name in os.listdir(self._folder) if _NAME.fullmatch(name))
        for name in reversed(names[-_MOST_HEADS:]):
            file = self._folder / name
            if not _is_readable(file):
                continue
            with file.open(encoding="utf-8", errors="replace") as lines:
                head = head_of(lines.readline(_LONGEST_LINE))
                if head is not None and (head.store, head.by, head.name) == (store, by, name):
                    return left_of(head, iter(lambda: lines.readline(_LONGEST_LINE), ""))
        return None

    def _read(self, name: str) -> LeftReceipts | None:
        from medusa_console.domain.left_run import left_receipts

        file = self._folder / name
        if not _NAME.fullmatch(name) or not _is_readable(file):
            return None
        with file.open(encoding="utf-8", errors="replace") as lines:
            return left_receipts(iter(lambda: lines.readline(_LONGEST_LINE), ""))

    def _append(self, name: str, text: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        file = os.open(self._folder / name, flags, 0o600)
        try:
            before = os.fstat(file).st_size
            try:
                left = memoryview(text)
                while left:
                    left = left[os.write(file, left) :]
                os.fsync(file)
            except OSError:
                os.ftruncate(file, before)  # no half of a line
                raise
        finally:
            os.close(file)


def remove_old(folder: Path, now: datetime | None = None) -> None:
    """Remove the receipts in `folder` that are older than KEPT_FOR, and the oldest of too many.
    Other files stay. Blocks on the disk."""
    place = folder / "receipts"
    if place.is_symlink() or not place.is_dir():
        return
    oldest = (now or datetime.now(UTC)) - KEPT_FOR
    try:
        names = sorted(name for name in os.listdir(place) if _NAME.fullmatch(name))
        for number, name in enumerate(names):
            many = number < len(names) - _MOST_FILES
            if many or f"{oldest:%Y%m%d-%H%M%S}" > name:
                _remove(place / name)
    except OSError as error:
        log.warning("old receipts stay: %s", error.strerror)


def _is_readable(file: Path) -> bool:
    found = file.lstat()
    return stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST


def _remove(file: Path) -> None:
    if stat.S_ISREG(file.lstat().st_mode):
        file.unlink()
