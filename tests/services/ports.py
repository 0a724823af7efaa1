"""The keyring and the journal in memory: small, true, and able to fail on demand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from medusa_console.domain.api_key import PendingKey
from medusa_console.domain.errors import (
    JournalUnavailable,
    KeyringFault,
    ReceiptsUnwritable,
    VaultUnavailable,
)
from medusa_console.domain.left_run import LeftReceipts, LeftRun
from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.domain.rotation import Rotation
from medusa_console.domain.session import Session
from medusa_console.domain.store import Store
from medusa_console.ports import Journal, PendingKeys, Receipts, Unsettled


class MemoryVault:
    """Implements ports.SessionVault. While `locked`, every call fails; `load` waits for a
    `prompt`."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Session] = {}
        self.calls: list[str] = []
        self.locked = False
        self.prompt: Callable[[], Awaitable[object]] | None = None

    async def place(self, *, again: bool = False) -> str:
        self._called("place")
        return "this test"

    async def load(self, store: Store) -> Session | None:
        self._called("load")
        if self.prompt is not None:
            await self.prompt()
        return self.kept.get((store.origin, store.email))

    async def save(self, store: Store, session: Session, *, prompt: bool = True) -> None:
        self._called("save")
        self.kept[store.origin, session.email] = session

    async def delete(self, store: Store, email: str, *, prompt: bool = True) -> None:
        self._called("delete", f"{store.origin} {email}")
        self.kept.pop((store.origin, email), None)

    def _called(self, name: str, entry: str = "") -> None:
        self.calls.append(name)
        if self.locked:
            raise VaultUnavailable(KeyringFault.LOCKED, entry=entry)


class MemoryJournal:
    """Implements ports.PendingKeys. While `broken`, nothing can be written or removed; a write
    takes until `ready` is set, and a reading brings what was there when it began."""

    def __init__(self) -> None:
        self.lines: dict[str, PendingKey] = {}
        self.history: list[PendingKey] = []
        self.broken = False
        self.ready = asyncio.Event()
        self.ready.set()

    async def write(self, line: PendingKey) -> None:
        self._check()
        await self.ready.wait()
        self.lines[line.id] = line
        self.history.append(line)

    async def remove(self, line_id: str) -> None:
        self._check()
        self.lines.pop(line_id, None)

    async def of(self, origin: str, user_id: str) -> tuple[PendingKey, ...]:
        found = tuple(
            line
            for line in sorted(self.lines.values(), key=lambda line: line.started_at)
            if (line.origin, line.user_id) == (origin, user_id)
        )
        await self.ready.wait()
        return found

    def _check(self) -> None:
        if self.broken:
            raise JournalUnavailable("the disk is full")


class MemoryRevokes:
    """Implements ports.PendingRevokes. While `broken`, nothing can be written or removed."""

    def __init__(self) -> None:
        self.lines: dict[str, PendingRevoke] = {}
        self.history: list[PendingRevoke] = []
        self.broken = False

    async def write(self, line: PendingRevoke) -> None:
        self._check()
        self.lines[line.id] = line
        self.history.append(line)

    async def remove(self, line_id: str) -> None:
        self._check()
        self.lines.pop(line_id, None)

    async def of(self, origin: str, user_id: str) -> tuple[PendingRevoke, ...]:
        return tuple(
            line
            for line in sorted(self.lines.values(), key=lambda line: line.started_at)
            if (line.origin, line.user_id) == (origin, user_id)
        )

    def _check(self) -> None:
        if self.broken:
            raise JournalUnavailable("the disk is full")


class MemoryRotations:
    """Implements ports.Rotations. While `broken`, nothing can be written or removed."""

    def __init__(self) -> None:
        self.lines: dict[str, Rotation] = {}
        self.history: list[Rotation] = []
        self.broken = False

    async def write(self, line: Rotation) -> None:
        self._check()
        self.lines[line.id] = line
        self.history.append(line)

    async def remove(self, line_id: str) -> None:
        self._check()
        self.lines.pop(line_id, None)

    async def of(self, origin: str, user_id: str) -> tuple[Rotation, ...]:
        return tuple(
            line
            for line in sorted(self.lines.values(), key=lambda line: line.started_at)
            if line.origin == origin and (line.user_id == user_id or line.leaked)
        )

    def _check(self) -> None:
        if self.broken:
            raise JournalUnavailable("the disk is full")


class MemoryNotes:
    """Implements ports.KeyNotes. While `broken`, nothing can be written or read."""

    def __init__(self) -> None:
        self.notes: dict[tuple[str, str], str] = {}
        self.broken = False

    async def write(self, origin: str, key_id: str, text: str) -> None:
        self._check()
        if text:
            self.notes[origin, key_id] = text
        else:
            self.notes.pop((origin, key_id), None)

    async def of(self, origin: str) -> dict[str, str]:
        self._check()
        return {key_id: text for (at, key_id), text in self.notes.items() if at == origin}

    def _check(self) -> None:
        if self.broken:
            raise JournalUnavailable("the disk is full")


class MemoryEvidence:
    """Implements ports.LeakEvidence. While `broken`, nothing can be written or read."""

    def __init__(self) -> None:
        self.lines: set[tuple[str, str]] = set()
        self.broken = False

    async def write(self, origin: str, key_id: str) -> None:
        self._check()
        self.lines.add((origin, key_id))

    async def remove(self, origin: str, key_id: str) -> None:
        self._check()
        self.lines.discard((origin, key_id))

    async def of(self, origin: str) -> frozenset[str]:
        self._check()
        return frozenset(key_id for at, key_id in self.lines if at == origin)

    def _check(self) -> None:
        if self.broken:
            raise JournalUnavailable("the disk is full")


class MemoryStoreLines:
    """Implements ports.StoreLines of a journal in which nothing is ever left."""

    async def unsettled(self, origin: str) -> Unsettled:
        return Unsettled()

    async def forget(self, origin: str) -> None:
        pass


class MemoryReceipts:
    """Implements ports.Receipts. While `broken`, nothing can be written."""

    def __init__(self) -> None:
        self.files: dict[str, list[str]] = {}
        self.broken = False

    async def append(self, name: str, lines: Sequence[str]) -> None:
        if self.broken:
            raise ReceiptsUnwritable("the disk is full")
        self.files.setdefault(name, []).extend(lines)

    async def left(self, store: str, by: str) -> LeftRun | None:
        return None  # a folder has them: tests/journal

    async def read(self, name: str) -> LeftReceipts | None:
        return None

    @property
    def lines(self) -> list[dict[str, Any]]:
        """All lines of all files."""
        return [json.loads(line) for lines in self.files.values() for line in lines]


def memory_journal(keys: PendingKeys | None = None, receipts: Receipts | None = None) -> Journal:
    """A journal in memory, with `keys` as its unsettled creations."""
    return Journal(
        keys or MemoryJournal(),
        MemoryRevokes(),
        MemoryRotations(),
        MemoryNotes(),
        MemoryStoreLines(),
        receipts or MemoryReceipts(),
        MemoryEvidence(),
    )
