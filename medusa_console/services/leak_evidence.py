"""Which keys of one store leaked, as this computer knows: their records alone tell who revoked them
and when."""

from __future__ import annotations

import logging

from medusa_console.domain.errors import JournalUnavailable
from medusa_console.domain.store import Store
from medusa_console.ports import LeakEvidence
from medusa_console.services.single_flight import SingleFlight

log = logging.getLogger(__name__)


class EvidenceBook:
    """The leaked keys of one store, of this run and of earlier ones."""

    def __init__(self, store: Store, lines: LeakEvidence, writes: SingleFlight) -> None:
        self._store = store
        self._lines = lines
        self._writes = writes
        self._known: set[str] = set()
        self._gone: set[str] = set()
        self._unreadable = False

    async def load(self) -> None:
        """Read what earlier runs noted, and by now another entry of the same address. A journal
        that cannot be read is told of by the notes, which are read beside it."""
        try:
            self._known |= await self._lines.of(self._store.origin) - self._gone
            self._unreadable = False
        except JournalUnavailable:
            self._unreadable = True
            log.warning("which keys leaked could not be read")

    def holds(self, key_id: str) -> bool | None:
        """Whether that record is evidence of a leak; None if what earlier runs noted could
        not be read."""
        if key_id in self._known:
            return True
        return None if self._unreadable else False

    def mark(self, key_id: str) -> None:
        """Note that the key of that record leaked, or was made by a leaked one. Where the journal
        cannot take the line, this run alone knows of it."""
        if key_id and key_id not in self._known:
            self._known.add(key_id)
            self._gone.discard(key_id)
            self._writes.begin(f"evidence {key_id}", lambda: self._write(key_id))

    def forget(self, key_id: str) -> None:
        """Note that the record is gone, and with it the evidence. A journal that cannot do it keeps
        a line that nobody sees."""
        self._gone.add(key_id)
        if key_id in self._known:
            self._known.discard(key_id)
            self._writes.begin(f"evidence {key_id}", lambda: self._remove(key_id))

    async def _write(self, key_id: str) -> None:
        try:
            await self._lines.write(self._store.origin, key_id)
        except JournalUnavailable:
            log.warning("a leaked key could not be noted")

    async def _remove(self, key_id: str) -> None:
        try:
            await self._lines.remove(self._store.origin, key_id)
        except JournalUnavailable:
            log.warning("the line of a leaked key could not be removed")
